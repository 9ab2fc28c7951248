//! What a full stop, or an exclamation mark, may belong to instead of ending a sentence.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::article::UNDETERMINED;
use crate::text::by_language::{ByLanguage, sections};
use crate::text::hashing::HashSet;
use crate::text::marks::is_end_mark;

/// The lists of one language; see `assets/sentences.toml` for what each is for.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Abbreviations {
    before_name: HashSet<String>,
    before_number: HashSet<String>,
    anywhere: HashSet<String>,
    starters: HashSet<String>,
    speech: HashSet<String>,
    exclaimed: HashSet<String>,
    /// Characters of the words that say that somebody says something, where words are not separated.
    attributions: String,
    /// The mark of a question, where it is none in other languages.
    question: Option<char>,
    /// Whether a short number with a full stop is an ordinal.
    pub(super) ordinal: bool,
}

/// What the word before a full stop says about that stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It belongs to a title or the like, and never ends a sentence.
    BeforeName,
    /// It does not end a sentence when a number follows.
    BeforeNumber,
    /// It belongs to an abbreviation; whether it ends a sentence as well depends on the next word.
    Anywhere,
    /// It belongs to no abbreviation.
    Full,
}

static WORDS: ByLanguage<Abbreviations> = ByLanguage::new(
    || sections(include_str!("../../assets/sentences.toml")),
    |section| toml::from_str(section).expect("built in, and read by a test"),
);

static NONE: LazyLock<Abbreviations> = LazyLock::new(Abbreviations::default);

/// The longest abbreviation looked for, in characters.
pub(super) const LONGEST: usize = 12;

impl Abbreviations {
    /// The lists of `language`; of English when the language is not known, none for one without lists.
    pub(super) fn of(language: &str) -> &'static Self {
        let language = if language == UNDETERMINED { "en" } else { language };
        WORDS.get(language).unwrap_or(&NONE)
    }

    /// What `word`, which stands before a full stop, says about it.
    pub(super) fn stop(&self, word: &str) -> Stop {
        let mut chars = word.chars();
        let first = chars.next();
        let single = first.is_some_and(char::is_alphabetic) && chars.next().is_none();
        if listed(&self.before_name, word) {
            Stop::BeforeName
        } else if listed(&self.before_number, word) {
            // "Jan. 20", and "Jan. Thursday" as little as "Inc. Thursday".
            if listed(&self.anywhere, word) { Stop::Anywhere } else { Stop::BeforeNumber }
        } else if listed(&self.anywhere, word)
            || (single && first.is_some_and(char::is_uppercase))
            || is_dotted(word)
        {
            Stop::Anywhere
        } else {
            Stop::Full
        }
    }

    /// Whether `word` stands behind numbers, too, and may end a sentence there: "in 1950 г." beside "г. Москва".
    pub(super) fn follows_number(&self, word: &str) -> bool {
        listed(&self.before_name, word) && listed(&self.anywhere, word)
    }

    /// Whether `c` ends a sentence in this language.
    pub(super) fn is_end_mark(&self, c: char) -> bool {
        is_end_mark(c) || self.question == Some(c)
    }

    /// Whether `text` says that somebody says something, where words are not separated.
    pub(super) fn attributes(&self, text: &str) -> bool {
        text.contains(|c| self.attributions.contains(c))
    }

    /// Whether `word` hardly stands capitalised inside a sentence.
    pub(super) fn starts_sentence(&self, word: &str) -> bool {
        if word.is_ascii() {
            return self.starters.contains(&word.to_ascii_lowercase());
        }
        self.starters.contains(&word.to_lowercase().replace('’', "'"))
    }

    /// Whether `word` is a verb behind which the speaker of a quotation stands, or before.
    pub(super) fn is_speech(&self, word: &str) -> bool {
        self.speech.contains(word)
    }

    /// Whether `word` is a name that carries its exclamation mark.
    pub(super) fn is_exclaimed(&self, word: &str) -> bool {
        self.exclaimed.contains(word)
    }
}

/// Whether the list has the word as it stands, or as it would stand outside a line in capitals.
fn listed(list: &HashSet<String>, word: &str) -> bool {
    if list.contains(word) {
        return true;
    }
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return false };
    let rest = chars.as_str();
    if rest.is_empty() || !word.chars().all(|c| !c.is_alphabetic() || c.is_uppercase()) {
        return false;
    }
    list.contains(&format!("{first}{}", rest.to_lowercase()))
}

/// Whether `word` is made of single letters between stops: "U.S", "D.C", "a.m", "Ph.D".
fn is_dotted(word: &str) -> bool {
    let mut parts = 0;
    for part in word.split('.') {
        parts += 1;
        if part.is_empty() || part.chars().count() > 2 || !part.chars().all(char::is_alphabetic) {
            return false;
        }
    }
    parts >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_lists_that_are_built_in() {
        assert!(WORDS.languages().contains(&"en"));
        let mut all = WORDS.languages().into_iter().filter_map(|language| WORDS.get(language));
        assert!(all.all(|words| !words.before_name.is_empty() && !words.starters.is_empty()));
    }

    #[test]
    fn tells_what_a_stop_belongs_to() {
        let words = Abbreviations::of("en");
        for (word, expected) in [
            ("Rep", Stop::BeforeName),
            ("SEN", Stop::BeforeName),
            ("No", Stop::BeforeNumber),
            ("Inc", Stop::Anywhere),
            ("U.S", Stop::Anywhere),
            ("J", Stop::Anywhere),
            ("Jan", Stop::Anywhere),
            ("house", Stop::Full),
            ("", Stop::Full),
        ] {
            assert_eq!(words.stop(word), expected, "{word}");
        }
    }
}
