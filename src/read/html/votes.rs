//! Which blocks an extractor takes for the article.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use crate::text::script::is_unspaced;

/// So long runs of words are looked for.
const RUN: usize = 4;
/// An article has at least so many words.
const FEWEST: usize = 40;

/// What Mozilla's Readability, as `dom_smoothie` has it, takes for the article; nothing where it finds none.
pub(super) fn of(document: Document) -> Option<String> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    readability.parse().ok().map(|article| article.text_content.to_string())
}

/// What trafilatura, as the crate of that name has it, takes for the article; nothing where it finds none.
#[cfg(feature = "second-opinion")]
pub(super) fn second(html: &str) -> Option<String> {
    let options = trafilatura::Options::default().with_fallback(true);
    trafilatura::extract(html, &options).ok().map(|article| article.content_text)
}

/// The runs of words of what an extractor put out, up to four words long.
pub(super) struct Vote {
    runs: [HashSet<u64>; RUN],
    words: usize,
}

impl Vote {
    fn of(text: &str) -> Self {
        let words = words(text);
        let runs = |length: usize| words.windows(length).map(hash).collect();
        Self { runs: [runs(1), runs(2), runs(3), runs(4)], words: words.len() }
    }

    /// The votes of one or two extractors, made one: what both hold, or the longer one where they agree on little.
    pub(super) fn agreed(texts: &[String]) -> Option<Vec<Self>> {
        let mut votes: Vec<Self> =
            texts.iter().map(|text| Self::of(text)).filter(|vote| vote.words >= FEWEST).collect();
        votes.sort_by_key(|vote| std::cmp::Reverse(vote.words));
        if let [longer, shorter] = votes.as_slice() {
            let [longer, shorter] = [longer, shorter].map(|vote| &vote.runs[RUN - 1]);
            let common = longer.intersection(shorter).count();
            if common * 3 < longer.len().max(shorter.len()) {
                votes.truncate(1);
            }
        }
        (!votes.is_empty()).then_some(votes)
    }

    /// Whether most runs of a block are in it.
    pub(super) fn holds(&self, text: &str) -> bool {
        let words = words(text);
        let length = words.len().min(RUN);
        let Some(runs) = length.checked_sub(1).and_then(|index| self.runs.get(index)) else { return false };
        let all = words.len() + 1 - length;
        let held = words.windows(length).filter(|run| runs.contains(&hash(run))).count();
        held * 10 >= all * 6
    }
}

/// Whether two titles are nearly the same words: four in five of the shorter are in the other.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let (a, b): (HashSet<String>, HashSet<String>) =
        (words(a).into_iter().collect(), words(b).into_iter().collect());
    let (fewer, more) = (a.len().min(b.len()), a.len().max(b.len()));
    fewer > 1 && a.intersection(&b).count() * 5 >= fewer * 4 && fewer * 2 >= more
}

/// Words in small letters; a character of a script without spaces is one.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        let mut word = String::new();
        for c in part.chars() {
            if is_unspaced(c) {
                words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
                words.push(c.to_string());
            } else {
                word.extend(c.to_lowercase());
            }
        }
        words.extend((!word.is_empty()).then_some(word));
    }
    words
}

fn hash(run: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    run.hash(&mut hasher);
    hasher.finish()
}
