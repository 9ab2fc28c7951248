//! Off-topic flags in words.

use crate::offtopic::{BY_HAND, Kind, OffTopic};
use crate::say::odds;
use crate::tui::view::compare::tally::{Tally, topic};

/// What a flag says, and how surely: "sidebar about sports, very likely (97 %)".
pub(super) fn verdict(flag: &OffTopic) -> String {
    if flag.kind == Kind::Manual {
        return BY_HAND.to_owned();
    }
    let about = topic(flag).map(|topic| format!(" about {topic}")).unwrap_or_default();
    format!("{}{about}, {}", flag.kind.name(), odds(flag.confidence))
}

/// What a run of flagged blocks holds, in `cells` of a column: "32 lines: sports 12, politics 6, ...", by topic where
/// the blocks have one and else by kind, the most frequent first; of a run of one sort "1 line: teaser, crime".
pub(super) fn summary(tally: &Tally, cells: usize, ellipsis: &str) -> String {
    let head = lines(tally.lines);
    let words = match (tally.kinds.as_slice(), tally.subjects.as_slice()) {
        ([(kind, ..)], [(topic, _)]) if kind != topic => format!("{kind}, {topic}"),
        (_, [(only, _)]) => (*only).to_owned(),
        (_, several) => {
            // What does not fit is left out whole: half a word says nothing.
            let room = cells.saturating_sub(head.len() + ": ".len());
            let fits = |&count: &usize| {
                let rest = if count < several.len() { ", ".len() + ellipsis.chars().count() } else { 0 };
                several.get(..count).is_some_and(|shown| listed(shown).len() + rest <= room)
            };
            match (1..=several.len()).rev().find(fits) {
                Some(count) if count < several.len() => {
                    format!("{}, {ellipsis}", listed(several.get(..count).unwrap_or_default()))
                }
                _ => listed(several),
            }
        }
    };
    format!("{head}: {words}")
}

/// The same by kind and, in brackets, by topic: "35 lines: sidebar 32 (sports 12, politics 6), notice 3".
pub(super) fn breakdown(tally: &Tally) -> String {
    let kinds: Vec<String> = tally
        .kinds
        .iter()
        .map(|(name, count, topics)| {
            let topics = if topics.is_empty() { String::new() } else { format!(" ({})", listed(topics)) };
            format!("{name} {count}{topics}")
        })
        .collect();
    format!("{}: {}", lines(tally.lines), kinds.join(", "))
}

fn lines(count: usize) -> String {
    format!("{count} {}", if count == 1 { "line" } else { "lines" })
}

fn listed(counts: &[(&str, usize)]) -> String {
    let words: Vec<String> = counts.iter().map(|(word, count)| format!("{word} {count}")).collect();
    words.join(", ")
}
