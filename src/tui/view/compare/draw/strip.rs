//! The line between columns and panel: every source with what it has for the cursor.

use std::collections::BTreeSet;

use crate::comparison::Verdict;
use crate::say::{Sign, badge_within, letter};
use crate::tui::cells::glyphs::width;
use crate::tui::cells::paint::Painter;
use crate::tui::drawing::drawing;
use crate::tui::theme::Meaning;
use crate::tui::view::Target;
use crate::tui::view::compare::state::{Filter, Sight};

/// The most letters of hidden sources that are named.
const HIDDEN: usize = 5;

/// The strip, laid out.
struct Strip {
    /// What is told at the right, and where.
    state: String,
    state_x: u16,
    /// Whether sources are left out before those that are shown, and behind them.
    cut_before: bool,
    cut_behind: bool,
    labels: Vec<Label>,
}

/// A source in the strip.
struct Label {
    article: usize,
    x: u16,
    parts: Vec<(String, Meaning)>,
    cells: usize,
}

impl Strip {
    fn of(sight: &Sight<'_>) -> Self {
        let charset = sight.scene.charset();
        let drawing = drawing(charset);
        let right = sight.regions.width;
        let state = format!(" {} ", state(sight).join(&format!(" {} ", drawing.dot)));
        let cells = u16::try_from(width(&state, charset)).unwrap_or(right);
        let state_x = right.saturating_sub(cells + 2);
        let articles = sight.comparison().articles.len();
        // Where not all fit, those before the cursor's give way.
        let room = usize::from(state_x.saturating_sub(6));
        let mut first = sight.compare.cursor.article;
        let near = first..(first + 2).min(articles);
        let mut cells: usize = near.map(|article| label(sight, article).cells + 1).sum();
        while let Some(before) = first.checked_sub(1) {
            cells += label(sight, before).cells + 1;
            if cells > room {
                break;
            }
            first = before;
        }
        let cut_before = first > 0;
        let mut x = if cut_before { 4 + width(drawing.ellipsis, charset) } else { 3 };
        let mut labels = Vec::new();
        for article in first..articles {
            let label = label(sight, article);
            if x + label.cells + 2 > usize::from(state_x) {
                break;
            }
            labels.push(Label { x: u16::try_from(x).unwrap_or(right), ..label });
            x += labels.last().map_or(0, |label| label.cells + 1);
        }
        let cut_behind = first + labels.len() < articles;
        Self { state, state_x, cut_before, cut_behind, labels }
    }
}

pub(super) fn draw(painter: &mut Painter<'_>, sight: &Sight<'_>, y: u16) {
    let right = sight.regions.width;
    painter.rule(0, y, right);
    let Strip { state, state_x, cut_before, cut_behind, labels } = Strip::of(sight);
    painter.put(state_x, y, right, &state, Meaning::Quiet);
    let mut x = painter.put(2, y, right, " ", Meaning::Rule);
    let ellipsis = painter.drawing().ellipsis;
    if cut_before {
        x = painter.put(x, y, right, ellipsis, Meaning::Quiet);
        x = painter.put(x, y, right, " ", Meaning::Rule);
    }
    for label in &labels {
        x = label.x;
        for (text, meaning) in &label.parts {
            x = painter.put(x, y, state_x, text, *meaning);
        }
        x = painter.put(x, y, state_x, " ", Meaning::Rule);
    }
    if cut_behind {
        x = painter.put(x, y, state_x, ellipsis, Meaning::Quiet);
        painter.put(x, y, state_x, " ", Meaning::Rule);
    }
}

/// What lies at a cell of the strip.
pub(super) fn hit(sight: &Sight<'_>, x: u16) -> Option<Target> {
    let at = |label: &&Label| label.x <= x && usize::from(x) < usize::from(label.x) + label.cells;
    Strip::of(sight).labels.iter().find(at).map(|label| Target::Letter(label.article))
}

/// One source: in brackets where it has a column on the screen, with its relation to the cursor.
fn label(sight: &Sight<'_>, article: usize) -> Label {
    let charset = sight.scene.charset();
    let visible = sight.on_screen().contains(&article);
    let sign = sight.compare.counterparts.within(article).first().map(Sign::of_counterpart);
    let meaning = match (sight.compare.cursor.article == article, sign) {
        (true, _) => Meaning::Cursor,
        (false, Some(_)) => Meaning::CurrentTitle,
        (false, None) => Meaning::Quiet,
    };
    let mut parts =
        vec![(if visible { "[" } else { " " }.to_owned(), Meaning::Quiet), (letter(article), meaning)];
    if let Some(sign) = sign.filter(|_| sight.compare.cursor.article != article) {
        parts.push((" ".to_owned(), Meaning::Quiet));
        parts.push((sign.glyph(charset).to_owned(), sign.meaning()));
    }
    if visible {
        parts.push(("]".to_owned(), Meaning::Quiet));
    }
    let cells = parts.iter().map(|(text, _)| width(text, charset)).sum();
    Label { article, x: 0, parts, cells }
}

/// What differs from how the reader opens, and where the cursor is.
fn state(sight: &Sight<'_>) -> Vec<String> {
    let compare = sight.compare;
    let mut state = Vec::new();
    let selected = sight.story.selection.count();
    if compare.anchor.is_some() {
        state.push(format!("range, {selected} selected"));
    } else if selected > 0 {
        state.push(format!("{}{selected} selected", drawing(sight.scene.charset()).selected));
    }
    if let Some((id, verdict)) = sight.story.pointed() {
        let what = if verdict == Verdict::Different { "is not" } else { "is" };
        state.push(format!("{} {what} …?", letter(id.article)));
    }
    state.extend(compare.found_words());
    if compare.filter != Filter::All {
        state.push(format!("shown: {}", compare.filter.word()));
    }
    let hidden: BTreeSet<usize> =
        (0..sight.comparison().articles.len()).filter(|article| !compare.chosen.contains(article)).collect();
    if !hidden.is_empty() {
        // All counts and signs know them.
        state.push(format!("{} hidden", badge_within(&hidden, HIDDEN)));
    }
    if !compare.following {
        state.push("not following".to_owned());
    }
    let items = compare.flows.get(compare.cursor.article).map_or(0, |flow| flow.items.len());
    state.push(format!("{}/{items}", compare.at().map_or(0, |at| at + 1)));
    state
}
