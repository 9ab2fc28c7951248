//! How reports name things: letters for sources, words for what became of a sentence.

use std::collections::BTreeSet;

use super::signs::Sign;
use crate::comparison::{Relation, Status};
use crate::offtopic::OffTopic;

/// The name of article `index`, on screen and in reports: `A` to `Z`, then `a` to `z`, then its number.
#[must_use]
pub fn letter(index: usize) -> String {
    ('A'..='Z').chain('a'..='z').nth(index).map_or_else(|| (index + 1).to_string(), String::from)
}

/// The letters of several articles: `ABE`, or with spaces between where one is a number, `A Z 53`.
#[must_use]
pub fn badge(articles: &BTreeSet<usize>) -> String {
    let letters: Vec<String> = articles.iter().map(|&index| letter(index)).collect();
    let between = if letters.iter().all(|letter| letter.len() == 1) { "" } else { " " };
    letters.join(between)
}

/// A relation in words: "edited in B".
pub(super) const fn relation_words(relation: Relation) -> &'static str {
    match relation {
        Relation::Identical => "identical",
        Relation::Edited => "edited",
        Relation::Partial => "partial",
        Relation::SameQuote => "same quote",
        Relation::Paraphrase => "paraphrase",
    }
}

/// What became of a sentence, in words.
pub(super) const fn status_words(status: Status) -> &'static str {
    match status {
        Status::Shared => "shared",
        Status::Possible => "possibly shared",
        Status::Unique => "only here",
        Status::Apart => "apart",
        Status::Repeat => "repeats an earlier line",
        Status::OffTopic => "off-topic",
    }
}

/// The signs and their meaning, in one line.
pub(super) fn legend() -> String {
    let words = |sign: Sign| match sign {
        Sign::Identical => relation_words(Relation::Identical),
        Sign::Edited => relation_words(Relation::Edited),
        Sign::Partial => relation_words(Relation::Partial),
        Sign::SameQuote => relation_words(Relation::SameQuote),
        Sign::Paraphrase => relation_words(Relation::Paraphrase),
        Sign::Possible => "possible",
        Sign::OnlyHere => "only here",
        Sign::OffTopic => "off-topic",
        Sign::Repeat => "repeat",
    };
    Sign::ALL.map(|sign| format!("{} {}", sign.unicode(), words(sign))).join(", ")
}

/// What to say where no sentence has a status.
pub(super) const fn none_words(status: Status) -> &'static str {
    match status {
        Status::Shared => "No sentence is certainly in more than one source.",
        Status::Possible => "No sentence is possibly in more than one source.",
        Status::Unique => "No sentence is in one source only.",
        Status::Apart => "No headline, caption or byline is without a counterpart.",
        Status::Repeat => "No line is printed twice.",
        Status::OffTopic => "No line is off-topic.",
    }
}

/// The kind of a flag, with its topic: "sidebar, sports".
pub(super) fn flag_words(flag: &OffTopic) -> String {
    let kind = flag.kind.name();
    flag.topic.map_or_else(|| kind.to_owned(), |topic| format!("{kind}, {}", topic.name()))
}

/// `1 sentence`, `2 sentences`.
pub(super) fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 99].map(letter), ["A", "Z", "a", "z", "53", "100"]);
    }

    #[test]
    fn badges_stay_readable_with_many_sources() {
        assert_eq!(badge(&BTreeSet::from([4, 0, 1])), "ABE");
        assert_eq!(badge(&BTreeSet::from([0, 27])), "Ab");
        assert_eq!(badge(&BTreeSet::from([0, 52])), "A 53");
    }
}
