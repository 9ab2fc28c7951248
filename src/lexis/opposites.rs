//! Words of which one is true where the other is not: "profit" and "loss".
//!
//! The pairs are data: `assets/lexis/opposites.*.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::dictionary::Dictionary;
use super::language;
use crate::text::hashing::HashSet;

/// For each language its pairs.
const FILES: &[(&str, &str)] = &[
    ("de", include_str!("../../assets/lexis/opposites.de.txt")),
    ("en", include_str!("../../assets/lexis/opposites.en.txt")),
    ("es", include_str!("../../assets/lexis/opposites.es.txt")),
    ("fr", include_str!("../../assets/lexis/opposites.fr.txt")),
];

static OPPOSITES: LazyLock<BTreeMap<&str, HashSet<(String, String)>>> =
    LazyLock::new(|| FILES.iter().map(|&(language, file)| (language, parse(language, file))).collect());

/// A line has two sides, each of one or more words; `#` begins a comment.
fn parse(language: &str, text: &str) -> HashSet<(String, String)> {
    let dictionary = Dictionary::of(language);
    let stemmer = language::stemmer(language);
    let stem = |word: &str| {
        let spelled = dictionary.spelling(word);
        stemmer.map_or_else(|| spelled.to_owned(), |stemmer| stemmer.stem(spelled).into_owned())
    };
    let side = |words: &str| words.split_whitespace().map(stem).collect::<Vec<String>>();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let sides =
        lines.filter_map(|line| line.split_once(" / ")).map(|(some, others)| (side(some), side(others)));
    sides
        .flat_map(|(some, others)| {
            let pairs = some.iter().flat_map(|a| others.iter().map(move |b| (a.clone(), b.clone())));
            pairs.flat_map(|(a, b)| [(a.clone(), b.clone()), (b, a)]).collect::<Vec<(String, String)>>()
        })
        .collect()
}

/// Whether two stems of a language say the opposite of one another.
pub(super) fn are(language: &str, a: &str, b: &str) -> bool {
    OPPOSITES.get(language).is_some_and(|pairs| pairs.contains(&(a.to_owned(), b.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_hold_both_ways() {
        assert!(are("en", "profit", "loss") && are("en", "loss", "profit"));
        assert!(are("en", "rose", "fell") && are("en", "upheld", "overturn"));
        assert!(are("de", "gewinn", "verlust"));
        assert!(!are("en", "profit", "gain"));
        assert!(!are("de", "profit", "loss"));
    }

    #[test]
    fn no_word_is_its_own_opposite() {
        for pairs in OPPOSITES.values() {
            let own: Vec<&String> = pairs.iter().filter(|(a, b)| a == b).map(|(a, _)| a).collect();
            assert!(own.is_empty(), "{own:?}");
        }
    }
}
