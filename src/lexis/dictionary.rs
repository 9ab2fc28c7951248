//! What is known of a language: spellings that say the same word, function words, negations.
//!
//! The lists are data: `assets/lexis/variants.toml`, `function-words.toml` and `negations.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::hashing::{HashMap, HashSet};

/// What is known of one language.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    spellings: HashMap<String, String>,
    sequences: HashMap<String, Vec<Sequence>>,
    function_words: HashSet<String>,
    negations: HashSet<String>,
}

/// A spelling of several words: what follows its first word, and what it says.
#[derive(Debug)]
struct Sequence {
    rest: Vec<String>,
    says: String,
}

/// The table of spellings that hold for every language.
const ANY: &str = "any";

static DICTIONARIES: LazyLock<BTreeMap<String, Dictionary>> = LazyLock::new(|| {
    let variants: BTreeMap<String, BTreeMap<String, String>> =
        asset(include_str!("../../assets/lexis/variants.toml"));
    let function_words: BTreeMap<String, String> =
        asset(include_str!("../../assets/lexis/function-words.toml"));
    let negations: BTreeMap<String, String> = asset(include_str!("../../assets/lexis/negations.toml"));
    let words = |list: String| list.split_whitespace().map(str::to_owned).collect();
    let mut dictionaries: BTreeMap<String, Dictionary> = BTreeMap::new();
    for (language, list) in function_words {
        dictionaries.entry(language).or_default().function_words = words(list);
    }
    for (language, list) in negations {
        dictionaries.entry(language).or_default().negations = words(list);
    }
    for language in variants.keys() {
        dictionaries.entry(language.clone()).or_default();
    }
    for (language, dictionary) in &mut dictionaries {
        let own = variants.get(language).filter(|_| language != ANY);
        for (spelling, says) in variants.get(ANY).into_iter().chain(own).flatten() {
            dictionary.add(spelling, says);
        }
    }
    dictionaries
});

/// Reads a list that is built into the program; a mistake in it is a mistake of ours.
fn asset<T: serde::de::DeserializeOwned>(text: &'static str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("a built-in list is broken: {error}"))
}

impl Dictionary {
    /// The dictionary of a language by its ISO 639-1 code; a small one for languages without lists.
    pub(super) fn of(language: &str) -> &'static Self {
        static NONE: LazyLock<Dictionary> = LazyLock::new(Dictionary::default);
        DICTIONARIES.get(language).or_else(|| DICTIONARIES.get(ANY)).unwrap_or(&NONE)
    }

    fn add(&mut self, spelling: &str, says: &str) {
        let mut words = spelling.split(' ');
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.map(str::to_owned).collect();
        if rest.is_empty() {
            self.spellings.insert(first.to_owned(), says.to_owned());
        } else {
            let sequences = self.sequences.entry(first.to_owned()).or_default();
            sequences.push(Sequence { rest, says: says.to_owned() });
            sequences.sort_by_key(|sequence| std::cmp::Reverse(sequence.rest.len()));
        }
    }

    /// The word that `folded` spells; itself where no other spelling is known.
    pub(super) fn spelling<'a>(&'a self, folded: &'a str) -> &'a str {
        self.spellings.get(folded).map_or(folded, String::as_str)
    }

    /// Whether a known sequence begins with `folded`.
    pub(super) fn begins_sequence(&self, folded: &str) -> bool {
        self.sequences.contains_key(folded)
    }

    /// The longest known sequence that begins with `first` and goes on with `next(0)`, `next(1)`, …:
    /// how many words it has in all, and what it says.
    pub(super) fn sequence<'a>(
        &self,
        first: &str,
        next: impl Fn(usize) -> Option<&'a str>,
    ) -> Option<(usize, &str)> {
        self.sequences.get(first)?.iter().find_map(|sequence| {
            let matches =
                sequence.rest.iter().enumerate().all(|(index, word)| next(index) == Some(word.as_str()));
            matches.then_some((sequence.rest.len() + 1, sequence.says.as_str()))
        })
    }

    /// Whether `folded` is a function word.
    pub(super) fn is_function_word(&self, folded: &str) -> bool {
        self.function_words.contains(folded)
    }

    /// Whether `folded` turns what a sentence says around.
    pub(super) fn negates(&self, folded: &str) -> bool {
        self.negations.contains(folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_agree() {
        let english = Dictionary::of("en");
        assert_eq!(english.spelling("usa"), "u.s");
        assert_eq!(english.spelling("rep"), english.spelling("congressman"));
        assert_eq!(english.spelling("lawsuit"), "lawsuit");
    }

    #[test]
    fn the_longest_sequence_wins() {
        let words = ["states", "of", "america"];
        let next = |index: usize| words.get(index).copied();
        assert_eq!(Dictionary::of("en").sequence("united", next), Some((4, "u.s")));
        assert_eq!(Dictionary::of("de").sequence("united", next), None);
    }

    #[test]
    fn languages_without_lists_still_have_the_common_spellings() {
        assert_eq!(Dictionary::of("tr").spelling("usa"), "u.s");
        assert!(!Dictionary::of("tr").is_function_word("the"));
    }
}
