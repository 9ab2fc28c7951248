//! The last line: what the program has to say, or the keys of the moment. Before the first key, a
//! line under the titles explains the signs that are on the screen.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use crate::say::Sign;
use crate::tui::action::Action;
use crate::tui::cells::frame;
use crate::tui::cells::glyphs::width;
use crate::tui::cells::paint::Painter;
use crate::tui::drawing::drawing;
use crate::tui::keymap::Keys;
use crate::tui::notice::Notice;
use crate::tui::theme::Meaning;
use crate::tui::view::Target;
use crate::tui::view::compare::state::{CONTEXT, Sight};

/// Hints in their order on the screen, each with its rank: where there is no room, the last rank goes first.
const HINTS: [(&[Action], &str, u8); 15] = [
    (&[Action::NextSentence, Action::PreviousSentence], "sentence", 1),
    (&[Action::NextSource], "source", 2),
    (&[Action::NextMember], "same elsewhere", 9),
    (&[Action::NextDisputed], "where they differ", 3),
    (&[Action::NextShared], "shared", 3),
    (&[Action::NextOnlyHere], "only here", 4),
    (&[Action::NextOffTopic], "off-topic", 5),
    (&[Action::NextView], "more views", 5),
    (&[Action::Search], "find", 8),
    (&[Action::Correct], "off-topic or not", 12),
    (&[Action::Select], "select", 7),
    (&[Action::Filter], "filter", 10),
    (&[Action::Export], "export", 6),
    (&[Action::Help], "keys", 0),
    (&[Action::Quit], "quit", 11),
];
/// The same, once the panel is entered.
const IN_PANEL: [(&[Action], &str, u8); 4] = [
    (&[Action::NextSentence, Action::PreviousSentence], "row", 1),
    (&[Action::NextMember], "goes there", 2),
    (&[Action::Panel], "back to the text", 0),
    (&[Action::Help], "keys", 3),
];
/// Hints that lead nowhere in an article without company.
const IN_COMPANY: [Action; 4] =
    [Action::NextSource, Action::NextMember, Action::NextShared, Action::NextOnlyHere];
/// Hints that lead nowhere where no source tells anything differently.
const IN_DISPUTE: [Action; 1] = [Action::NextDisputed];
/// Cells between two hints.
const BETWEEN: usize = 2;

/// What the hint of the introduction does.
fn introduced(sight: &Sight<'_>) -> (Action, &'static str) {
    if in_dispute(sight) {
        (Action::NextDisputed, "goes to where they differ")
    } else {
        (Action::NextOnlyHere, "goes to what only one source has")
    }
}

/// Whether some source tells something differently.
fn in_dispute(sight: &Sight<'_>) -> bool {
    sight.compare.flows.iter().any(|flow| flow.counts.disputed > 0)
}

pub(super) fn draw(painter: &mut Painter<'_>, sight: &Sight<'_>, said: Option<&Notice>) {
    let right = right(sight);
    let y = sight.regions.footer;
    if !sight.compare.introduced {
        introduce(painter, sight);
        if introduction_row(sight) == y {
            return;
        }
    }
    if let Some(Notice { text, error }) = said {
        let style = painter.theme.style(if *error { Meaning::Error } else { Meaning::Notice });
        painter.fit(1, y, right, text, style);
    } else if sight.story.comparing.ready().is_none() {
        let text = format!("comparing again{}", painter.drawing().ellipsis);
        painter.put(1, y, right, &text, Meaning::Notice);
    } else {
        let hints: Vec<(String, &str)> =
            hints(sight).into_iter().map(|hint| (hint.keys, hint.label)).collect();
        frame::hints(painter, 1, y, right, &hints);
    }
}

/// What lies at a cell of the introduction or of the last line.
pub(super) fn hit(sight: &Sight<'_>, said: Option<&Notice>, cell: Position) -> Option<Target> {
    if !sight.compare.introduced && cell.y == introduction_row(sight) {
        let (.., cells) = Introduction::of(sight).hint?;
        return cells.contains(&cell.x).then_some(Target::Hint(introduced(sight).0));
    }
    if cell.y != sight.regions.footer || said.is_some() || sight.story.comparing.ready().is_none() {
        return None;
    }
    let hints = hints(sight);
    let texts: Vec<(String, &str)> = hints.iter().map(|hint| (hint.keys.clone(), hint.label)).collect();
    let places = frame::places(1, right(sight), &texts, sight.scene.charset());
    let at = places.iter().position(|cells| cells.contains(&cell.x))?;
    hints.get(at).map(|hint| Target::Hint(hint.action))
}

/// The column behind the last that text may stand in.
const fn right(sight: &Sight<'_>) -> u16 {
    sight.regions.width.saturating_sub(1)
}

/// The same for the introduction, which may stand beside the panel.
fn introduction_right(sight: &Sight<'_>) -> u16 {
    let above = introduction_row(sight) < sight.regions.body.y;
    if above { sight.regions.body.right() - 1 } else { right(sight) }
}

/// Keys, and what they do.
struct Hint {
    keys: String,
    label: &'static str,
    rank: u8,
    /// What the first of them does.
    action: Action,
}

/// As many hints as there is room for.
fn hints(sight: &Sight<'_>) -> Vec<Hint> {
    let charset = sight.scene.charset();
    let alone = sight.comparison().articles.len() < 2;
    let key = |&action: &Action| sight.scene.keymap.keys(CONTEXT, action).first().map(Keys::to_string);
    let all: &[(&[Action], &'static str, u8)] =
        if sight.compare.panel.is_some() { &IN_PANEL } else { &HINTS };
    let mut hints: Vec<Hint> = all
        .iter()
        .filter(|(actions, ..)| {
            in_dispute(sight) || actions.iter().all(|action| !IN_DISPUTE.contains(action))
        })
        .filter(|(actions, ..)| !alone || actions.iter().all(|action| !IN_COMPANY.contains(action)))
        .filter_map(|&(actions, label, rank)| {
            let keys: Vec<String> = actions.iter().filter_map(key).collect();
            Some(Hint { keys: keys.join(" "), label, rank, action: *actions.first()? })
        })
        .filter(|hint| !hint.keys.is_empty())
        .collect();
    let cells = |hints: &[Hint]| {
        let cells = |hint: &Hint| width(&hint.keys, charset) + 1 + hint.label.len() + BETWEEN;
        hints.iter().map(cells).sum::<usize>()
    };
    while cells(&hints) > usize::from(right(sight)) + 1 && hints.len() > 1 {
        let last = hints.iter().map(|hint| hint.rank).max();
        hints.retain(|hint| Some(hint.rank) != last);
    }
    hints
}

/// The signs that are on the screen, and what one key does: enough to begin with.
struct Introduction {
    signs: Vec<Sign>,
    /// The key, what it does, and the cells of both.
    hint: Option<(String, &'static str, Range<u16>)>,
}

impl Introduction {
    fn of(sight: &Sight<'_>) -> Self {
        let charset = sight.scene.charset();
        let alone = sight.comparison().articles.len() < 2;
        let (action, what) = introduced(sight);
        let key = sight.scene.keymap.keys(CONTEXT, action);
        let hint = key.first().filter(|_| !alone).map(|key| (key.to_string(), what));
        let right = introduction_right(sight);
        let mut signs = signs_on_screen(sight);
        let cells = |signs: &[Sign]| {
            let words: usize = signs.iter().map(|sign| sign.word().len() + 2 + BETWEEN).sum();
            // The dot, the key and what it does, with a space between.
            words + hint.as_ref().map_or(0, |(key, what)| key.len() + what.len() + 3)
        };
        while cells(&signs) > usize::from(right) && signs.len() > 1 {
            signs.remove(signs.len() / 2);
        }
        let words = |sign: &Sign| width(sign.glyph(charset), charset) + 1 + width(sign.word(), charset) + 2;
        let behind = 1 + signs.iter().map(words).sum::<usize>();
        // The dot stands in the place of the last space.
        let x = if signs.is_empty() { behind } else { behind + width(drawing(charset).dot, charset) };
        let column = |x: usize| u16::try_from(x).unwrap_or(right).min(right);
        let hint = hint.map(|(key, what)| {
            let end = x + width(&key, charset) + 1 + width(what, charset);
            (key, what, column(x)..column(end))
        });
        Self { signs, hint }
    }
}

fn introduce(painter: &mut Painter<'_>, sight: &Sight<'_>) {
    let y = introduction_row(sight);
    let right = introduction_right(sight);
    painter.blank(Rect::new(0, y, right + 1, 1));
    let Introduction { signs, hint } = Introduction::of(sight);
    let mut x = 1;
    for sign in signs {
        x = painter.put(x, y, right, sign.glyph(painter.charset), sign.meaning()) + 1;
        x = painter.put(x, y, right, sign.word(), Meaning::Quiet) + 2;
    }
    if let Some((key, what, _)) = hint {
        if x > 1 {
            let dot = painter.drawing().dot;
            x = painter.put(x - 1, y, right, dot, Meaning::Quiet) + 1;
        }
        x = painter.put(x, y, right, &key, Meaning::Key) + 1;
        painter.put(x, y, right, what, Meaning::Quiet);
    }
}

/// The blank row under the titles, or the footer where a low screen has none.
const fn introduction_row(sight: &Sight<'_>) -> u16 {
    if sight.regions.body.y > 1 { 1 } else { sight.regions.footer }
}

fn signs_on_screen(sight: &Sight<'_>) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for &article in sight.on_screen() {
        for item in sight.in_sight(article) {
            let item = sight.compare.flows[article].items[item];
            signs.extend(match item.sentence(article) {
                Some(id) => sight.sign_of(id),
                None => sight.comparison().flag(article, item.block).map(|_| Sign::OffTopic),
            });
        }
    }
    signs.sort_unstable();
    signs.dedup();
    signs
}
