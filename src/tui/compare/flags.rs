//! Off-topic flags in words.

use crate::comparison::{Comparison, Score};
use crate::offtopic::{Kind, OffTopic, Topic};

/// What a flag is that someone made by hand.
const BY_HAND: &str = "you said so";

/// What a flag says, and how surely: "sidebar about sports, very likely (97 %)".
pub(super) fn verdict(flag: &OffTopic) -> String {
    if flag.kind == Kind::Manual {
        return BY_HAND.to_owned();
    }
    let about = flag.topic.map(|topic| format!(" about {}", topic.name())).unwrap_or_default();
    format!("{}{about}, {}", flag.kind.name(), confidence(flag.confidence))
}

/// How sure a flag or a match is: "very likely (97 %)".
pub(super) fn confidence(score: Score) -> String {
    let probability = score.probability();
    let word = match probability {
        p if p >= 0.98 => "almost certainly",
        p if p >= 0.85 => "very likely",
        p if p >= 0.65 => "likely",
        p if p >= 0.4 => "perhaps",
        _ => "unlikely",
    };
    format!("{word} ({})", percent(score))
}

/// A probability as it is written on the screen: "97 %".
pub(super) fn percent(score: Score) -> String {
    format!("{:.0} %", score.probability() * 100.0)
}

/// What a run of flagged blocks holds: "32 lines: sports 12, politics 6", by topic where the blocks
/// have one and else by kind, the most frequent first.
pub(super) fn summary(comparison: &Comparison, article: usize, first: usize, last: usize) -> String {
    let flags: Vec<&OffTopic> = (first..=last).filter_map(|block| comparison.flag(article, block)).collect();
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for flag in &flags {
        let word = match flag.kind {
            Kind::Manual => BY_HAND,
            kind => flag.topic.filter(|&topic| topic != Topic::Other).map_or(kind.name(), Topic::name),
        };
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let lines = last + 1 - first;
    let words: Vec<String> = match counts.as_slice() {
        [(only, _)] => vec![(*only).to_owned()],
        several => several.iter().map(|(word, count)| format!("{word} {count}")).collect(),
    };
    format!("{lines} {}: {}", if lines == 1 { "line" } else { "lines" }, words.join(", "))
}
