//! What the flags of a run of blocks say, counted once: a run may have a hundred thousand.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::comparison::Comparison;
use crate::offtopic::{BY_HAND, Kind, OffTopic, Topic};

/// Words, each with how often it comes: the most frequent first, and of equals the earlier.
pub type Frequencies = Vec<(&'static str, usize)>;

/// The flags of a run of blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many blocks the run has.
    pub lines: usize,
    /// The topics of those that have one, the kinds of the others.
    pub subjects: Frequencies,
    /// The kinds, each with the topics of its blocks.
    pub kinds: Vec<(&'static str, usize, Frequencies)>,
    /// The strongest reason of most of them, and of how many.
    pub reason: Option<(String, usize)>,
}

impl Tally {
    /// Counts the flags of the blocks from `first` to `last` of an article.
    #[must_use]
    pub fn of(comparison: &Comparison, article: usize, first: usize, last: usize) -> Self {
        let flags = || (first..=last).filter_map(|block| comparison.flag(article, block));
        // Beside lines with a topic, "other" says more than their kind.
        let named = flags().any(|flag| topic(flag).is_some());
        let subject = |flag: &OffTopic| flag.topic.filter(|_| named).map_or_else(|| kind(flag), Topic::name);
        let kinds = counted(flags().map(kind)).into_iter().map(|(name, count)| {
            let topics = counted(flags().filter(|flag| kind(flag) == name).filter_map(topic));
            (name, count, topics)
        });
        let reasons = counted(flags().filter_map(|flag| flag.reasons.first()).map(String::as_str));
        Self {
            lines: last + 1 - first,
            subjects: counted(flags().map(subject)),
            kinds: kinds.collect(),
            reason: reasons.first().map(|&(reason, count)| (reason.to_owned(), count)),
        }
    }
}

fn kind(flag: &OffTopic) -> &'static str {
    if flag.kind == Kind::Manual { BY_HAND } else { flag.kind.name() }
}

/// What a flag is about, where that says something.
#[must_use]
pub fn topic(flag: &OffTopic) -> Option<&'static str> {
    flag.topic.filter(|&topic| topic != Topic::Other).map(Topic::name)
}

/// How often each word comes, the most frequent first, and of equals the earlier.
fn counted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        let place = *places.entry(word).or_insert(counts.len());
        match counts.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    counts.sort_by_key(|&(_, count)| Reverse(count));
    counts
}
