//! Off-topic flags in words.

use crate::comparison::Comparison;
use crate::offtopic::{BY_HAND, Kind, OffTopic, Topic};
use crate::say::odds;

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
pub(super) fn summary(
    comparison: &Comparison,
    article: usize,
    first: usize,
    last: usize,
    cells: usize,
    ellipsis: &str,
) -> String {
    let flags: Vec<&OffTopic> = (first..=last).filter_map(|block| comparison.flag(article, block)).collect();
    // Beside lines with a topic, "other" says more than their kind.
    let named = flags.iter().any(|flag| topic(flag).is_some());
    let what = |flag: &&OffTopic| flag.topic.filter(|_| named).map_or_else(|| kind(flag), Topic::name);
    let counts = counted(flags.iter().map(what));
    let kinds = counted(flags.iter().map(|flag| kind(flag)));
    let head = lines(last + 1 - first);
    let words = match (kinds.as_slice(), counts.as_slice()) {
        ([(kind, _)], [(topic, _)]) if kind != topic => format!("{kind}, {topic}"),
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
pub(super) fn breakdown(comparison: &Comparison, article: usize, first: usize, last: usize) -> String {
    let flags: Vec<&OffTopic> = (first..=last).filter_map(|block| comparison.flag(article, block)).collect();
    let kinds: Vec<String> = counted(flags.iter().map(|flag| kind(flag)))
        .into_iter()
        .map(|(name, count)| {
            let topics =
                counted(flags.iter().filter(|flag| kind(flag) == name).filter_map(|flag| topic(flag)));
            let topics = if topics.is_empty() { String::new() } else { format!(" ({})", listed(&topics)) };
            format!("{name} {count}{topics}")
        })
        .collect();
    format!("{}: {}", lines(last + 1 - first), kinds.join(", "))
}

/// The reason that is the strongest of most of a run's flags, and of how many.
pub(super) fn common_reason(
    comparison: &Comparison,
    article: usize,
    first: usize,
    last: usize,
) -> Option<(&str, usize)> {
    let flags = (first..=last).filter_map(|block| comparison.flag(article, block));
    counted(flags.filter_map(|flag| flag.reasons.first().map(String::as_str))).first().copied()
}

fn kind(flag: &OffTopic) -> &'static str {
    if flag.kind == Kind::Manual { BY_HAND } else { flag.kind.name() }
}

fn topic(flag: &OffTopic) -> Option<&'static str> {
    flag.topic.filter(|&topic| topic != Topic::Other).map(Topic::name)
}

fn lines(count: usize) -> String {
    format!("{count} {}", if count == 1 { "line" } else { "lines" })
}

/// How often each word comes, the most frequent first, and of equals the earlier.
fn counted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for word in words {
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts
}

fn listed(counts: &[(&str, usize)]) -> String {
    let words: Vec<String> = counts.iter().map(|(word, count)| format!("{word} {count}")).collect();
    words.join(", ")
}
