//! The last line: what the program has to say, or the keys of the moment. Before the first key, a
//! line under the titles explains the signs that are on the screen.

use crate::say::{Sign, letter};
use crate::tui::action::Action;
use crate::tui::cells::frame;
use crate::tui::cells::glyphs::width;
use crate::tui::cells::paint::Painter;
use crate::tui::keymap::Keymap;
use crate::tui::model::Model;
use crate::tui::reader::Reader;
use crate::tui::theme::Meaning;
use crate::tui::view::compare::regions::Regions;

/// Hints in their order on the screen, each with its rank: where there is no room, the last rank goes first.
const HINTS: [(&[Action], &str, u8); 12] = [
    (&[Action::NextSentence, Action::PreviousSentence], "sentence", 1),
    (&[Action::NextSource], "source", 2),
    (&[Action::NextMember], "same elsewhere", 8),
    (&[Action::NextShared], "shared", 3),
    (&[Action::NextOnlyHere], "only here", 4),
    (&[Action::NextOffTopic], "off-topic", 5),
    (&[Action::Correct], "off-topic or not", 11),
    (&[Action::Select], "select", 7),
    (&[Action::Filter], "filter", 9),
    (&[Action::Export], "export", 6),
    (&[Action::Help], "keys", 0),
    (&[Action::Quit], "quit", 10),
];
/// Hints that lead nowhere in an article without company.
const IN_COMPANY: [Action; 4] =
    [Action::NextSource, Action::NextMember, Action::NextShared, Action::NextOnlyHere];
/// Cells between two hints.
const BETWEEN: usize = 2;

pub(super) fn draw(painter: &mut Painter<'_>, model: &Model, reader: &Reader, regions: &Regions) {
    let right = regions.body.right().saturating_sub(1);
    let y = regions.footer;
    if !reader.introduced {
        introduce(painter, model, reader, regions);
        if introduction_row(regions) == y {
            return;
        }
    }
    if let Some(typed) = &model.awaits_source {
        painter.put(1, y, right, &asks_for_source(reader, typed), Meaning::Notice);
    } else if let Some(notice) = &model.notice {
        let style = painter.theme.style(if notice.error { Meaning::Error } else { Meaning::Notice });
        painter.fit(1, y, right, &notice.text, style);
    } else if reader.comparing.ready().is_none() {
        let text = format!("comparing again{}", painter.drawing().ellipsis);
        painter.put(1, y, right, &text, Meaning::Notice);
    } else {
        let alone = reader.comparison.articles.len() < 2;
        hints(painter, &model.keymap, alone, y, right);
    }
}

/// Which names of a source can be typed, and what was typed of one.
fn asks_for_source(reader: &Reader, typed: &str) -> String {
    let articles = reader.comparison.articles.len();
    let last = letter(articles.saturating_sub(1));
    if last.len() == 1 && typed.is_empty() {
        format!("to which source? A to {last}")
    } else {
        format!("to which source? a letter, or a number to {articles}: {typed}")
    }
}

fn hints(painter: &mut Painter<'_>, keymap: &Keymap, alone: bool, y: u16, right: u16) {
    let mut hints: Vec<(String, &str, u8)> = HINTS
        .iter()
        .filter(|(actions, ..)| !alone || actions.iter().all(|action| !IN_COMPANY.contains(action)))
        .map(|(actions, label, rank)| {
            let keys: Vec<String> = actions
                .iter()
                .filter_map(|&action| keymap.keys(action).next())
                .map(|k| k.to_string())
                .collect();
            (keys.join(" "), *label, *rank)
        })
        .filter(|(keys, ..)| !keys.is_empty())
        .collect();
    let cells = |hints: &[(String, &str, u8)]| {
        hints
            .iter()
            .map(|(keys, label, _)| width(keys, painter.charset) + 1 + label.len() + BETWEEN)
            .sum::<usize>()
    };
    while cells(&hints) > usize::from(right) + 1 && hints.len() > 1 {
        let last = hints.iter().map(|&(.., rank)| rank).max();
        hints.retain(|&(.., rank)| Some(rank) != last);
    }
    let hints: Vec<_> = hints.into_iter().map(|(keys, label, _)| (keys, label)).collect();
    frame::hints(painter, 1, y, right, &hints);
}

/// The signs that are on the screen, and what one key does: enough to begin with.
fn introduce(painter: &mut Painter<'_>, model: &Model, reader: &Reader, regions: &Regions) {
    let alone = reader.comparison.articles.len() < 2;
    let key = model.keymap.keys(Action::NextOnlyHere).next().filter(|_| !alone);
    let hint = key.map(|key| (key.to_string(), "goes to what only one source has"));
    let dot = painter.drawing().dot;
    let y = introduction_row(regions);
    let right = regions.body.right().saturating_sub(1);
    painter.blank(ratatui::layout::Rect::new(0, y, regions.body.width, 1));
    let mut signs = signs_on_screen(reader, regions);
    let cells = |signs: &[Sign]| {
        let words: usize = signs.iter().map(|sign| sign.word().len() + 2 + BETWEEN).sum();
        // The dot, the key and what it does, with a space between.
        words + hint.as_ref().map_or(0, |(key, what)| key.len() + what.len() + 3)
    };
    while cells(&signs) > usize::from(right) && signs.len() > 1 {
        signs.remove(signs.len() / 2);
    }
    let mut x = 1;
    for sign in signs {
        x = painter.put(x, y, right, sign.glyph(painter.charset), sign.meaning()) + 1;
        x = painter.put(x, y, right, sign.word(), Meaning::Quiet) + 2;
    }
    if let Some((key, what)) = hint {
        if x > 1 {
            x = painter.put(x - 1, y, right, dot, Meaning::Quiet) + 1;
        }
        x = painter.put(x, y, right, &key, Meaning::Key) + 1;
        painter.put(x, y, right, what, Meaning::Quiet);
    }
}

/// The blank row under the titles, or the footer where a low screen has none.
const fn introduction_row(regions: &Regions) -> u16 {
    if regions.body.y > 1 { 1 } else { regions.footer }
}

fn signs_on_screen(reader: &Reader, regions: &Regions) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for &article in reader.on_screen(regions) {
        for (item, _) in reader.view(article, regions).visible(reader.scrolls[article]) {
            let item = reader.pages[article].items[item];
            let sign = match item.sentence(article) {
                Some(id) => reader
                    .counterparts
                    .get(id)
                    .map(Sign::of_counterpart)
                    .or_else(|| Sign::of_sentence(&reader.comparison, id)),
                None => reader.comparison.flag(article, item.block).map(|_| Sign::OffTopic),
            };
            signs.extend(sign);
        }
    }
    signs.sort_unstable();
    signs.dedup();
    signs
}
