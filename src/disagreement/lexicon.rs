//! Words that tell what two sentences say differently: what is counted, who holds an office, what is no part of a name.
//!
//! Another language is a file in `assets/disagreement` and a line in [`FILES`].

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::by_language::ByLanguage;
use crate::text::hashing::{HashMap, HashSet};

/// For each language its words.
const FILES: &[(&str, &str)] = &[
    ("de", include_str!("../../assets/disagreement/de.toml")),
    ("en", include_str!("../../assets/disagreement/en.toml")),
    ("es", include_str!("../../assets/disagreement/es.toml")),
    ("fr", include_str!("../../assets/disagreement/fr.toml")),
    ("ja", include_str!("../../assets/disagreement/ja.toml")),
    ("zh", include_str!("../../assets/disagreement/zh.toml")),
];

static LEXICONS: ByLanguage<Lexicon> = ByLanguage::new(|| FILES.to_vec(), Lexicon::read);

/// A list as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    capital_nouns: bool,
    counted: BTreeMap<String, Vec<String>>,
    roles: BTreeMap<String, Vec<String>>,
    things: BTreeMap<String, Vec<String>>,
    saying: Words,
    denying: Words,
    accusing: Words,
    exclusive: Words,
    titles: Words,
    indefinite: Words,
    mutual: Words,
    negations: Words,
    negates_behind: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Words {
    words: Vec<String>,
    except: Vec<String>,
    auxiliaries: Vec<String>,
}

/// The words of one language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    counted: HashMap<String, usize>,
    roles: HashMap<String, usize>,
    things: HashMap<String, usize>,
    saying: HashSet<String>,
    denying: HashSet<String>,
    accusing: HashSet<String>,
    exclusive: HashSet<String>,
    titles: HashSet<String>,
    indefinite: HashSet<String>,
    mutual: HashSet<String>,
    negations: Words,
    negates_behind: bool,
    /// Whether all nouns are printed with a capital.
    pub(super) capital_nouns: bool,
}

impl Lexicon {
    /// The words of a language by its ISO 639-1 code; none of one without a list.
    pub(super) fn of(language: &str) -> &'static Self {
        static NONE: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
        LEXICONS.get(language).unwrap_or(&NONE)
    }

    fn read(file: &'static str) -> Self {
        let file: File =
            toml::from_str(file).unwrap_or_else(|error| panic!("a built-in list is broken: {error}"));
        Self {
            counted: rows(file.counted),
            roles: rows(file.roles),
            things: rows(file.things),
            saying: file.saying.words.into_iter().collect(),
            denying: file.denying.words.into_iter().collect(),
            accusing: file.accusing.words.into_iter().collect(),
            exclusive: file.exclusive.words.into_iter().collect(),
            titles: file.titles.words.into_iter().collect(),
            indefinite: file.indefinite.words.into_iter().collect(),
            mutual: file.mutual.words.into_iter().collect(),
            negations: file.negations,
            negates_behind: file.negates_behind,
            capital_nouns: file.capital_nouns,
        }
    }

    /// The number of the row that a word which tells what is counted stands in.
    pub(super) fn counted(&self, word: &str) -> Option<usize> {
        self.counted.get(word).copied()
    }

    /// The number of the row of a word that names what is counted, where several words name the same.
    pub(super) fn thing(&self, word: &str) -> Option<usize> {
        self.things.get(word).copied()
    }

    /// Whether a word only tells that somebody says something.
    pub(super) fn is_saying(&self, word: &str) -> bool {
        self.saying.contains(word)
    }

    /// Whether a word tells that what follows is not so, as somebody says.
    pub(super) fn is_denying(&self, word: &str) -> bool {
        self.denying.contains(word)
    }

    /// Whether a word tells that what is said is held against somebody.
    pub(super) fn is_accusing(&self, word: &str) -> bool {
        self.accusing.contains(word)
    }

    /// Whether a word tells that nobody else is meant: "first", "only".
    pub(super) fn is_exclusive(&self, word: &str) -> bool {
        self.exclusive.contains(word)
    }

    /// The number of the office that a word names.
    pub(super) fn role(&self, word: &str) -> Option<usize> {
        self.roles.get(word).copied()
    }

    /// Whether a word before or behind a name is no part of it.
    pub(super) fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word)
    }

    /// Whether a word means everybody or somebody.
    pub(super) fn is_indefinite(&self, word: &str) -> bool {
        self.indefinite.contains(word)
    }

    /// Whether what a word says of two is the same whoever is named first.
    pub(super) fn is_mutual(&self, word: &str) -> bool {
        self.mutual.contains(word)
    }

    /// Words that turn around what stands beside them, in scripts without spaces.
    pub(super) fn negations(&self) -> &[String] {
        &self.negations.words
    }

    /// Whether they stand behind what they turn around.
    pub(super) const fn negates_behind(&self) -> bool {
        self.negates_behind
    }

    /// Whether a character behind them makes sense with them alone.
    pub(super) fn is_auxiliary(&self, c: char) -> bool {
        self.negations.auxiliaries.iter().any(|word| word.chars().eq([c]))
    }

    /// Words that only look so.
    pub(super) fn no_negations(&self) -> &[String] {
        &self.negations.except
    }
}

/// For each word the number of its row.
fn rows(rows: BTreeMap<String, Vec<String>>) -> HashMap<String, usize> {
    let numbered = rows.into_values().enumerate();
    numbered.flat_map(|(row, words)| words.into_iter().map(move |word| (word, row))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_can_be_read() {
        assert!(LEXICONS.languages().into_iter().all(|language| LEXICONS.get(language).is_some()));
        assert_eq!(Lexicon::of("en").counted("killed"), Lexicon::of("en").counted("deaths"));
        assert_ne!(Lexicon::of("en").counted("killed"), Lexicon::of("en").counted("injured"));
    }
}
