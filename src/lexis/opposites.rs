//! Words of which one is true where the other is not: "profit" and "loss".
//!
//! The pairs are data: `assets/lexis/opposites.*.txt`.

use std::sync::LazyLock;

use super::dictionary::Dictionary;
use super::language;
use crate::text::hashing::HashSet;

static ENGLISH: LazyLock<HashSet<(String, String)>> =
    LazyLock::new(|| parse("en", include_str!("../../assets/lexis/opposites.en.txt")));

/// A line is a pair; `#` begins a comment.
fn parse(language: &str, text: &str) -> HashSet<(String, String)> {
    let dictionary = Dictionary::of(language);
    let stemmer = language::stemmer(language);
    let stem = |word: &str| {
        let spelled = dictionary.spelling(word);
        stemmer.map_or_else(|| spelled.to_owned(), |stemmer| stemmer.stem(spelled).into_owned())
    };
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .flat_map(|(a, b)| [(stem(a), stem(b)), (stem(b), stem(a))])
        .collect()
}

/// Whether two stems of a language say the opposite of one another.
pub(super) fn are(language: &str, a: &str, b: &str) -> bool {
    language == "en" && ENGLISH.contains(&(a.to_owned(), b.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_hold_both_ways() {
        assert!(are("en", "profit", "loss") && are("en", "loss", "profit"));
        assert!(!are("en", "profit", "gain"));
        assert!(!are("de", "profit", "loss"));
    }

    #[test]
    fn no_word_is_its_own_opposite() {
        assert!(ENGLISH.iter().all(|(a, b)| a != b));
    }
}
