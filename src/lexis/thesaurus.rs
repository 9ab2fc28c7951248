//! Words that newspapers use for one another: "lawsuit" and "suit", "reveal" and "disclose".
//!
//! The groups are data: `assets/lexis/thesaurus.*.txt`.

use std::sync::LazyLock;

use super::dictionary::Dictionary;
use super::{Lexis, TermId, language};
use crate::text::hashing::HashMap;

/// Numbers a group of words that stand for one another.
pub type GroupId = u16;

static ENGLISH: LazyLock<HashMap<String, Vec<GroupId>>> =
    LazyLock::new(|| parse("en", include_str!("../../assets/lexis/thesaurus.en.txt")));

/// A line is a group; `#` begins a comment.
fn parse(language: &str, text: &str) -> HashMap<String, Vec<GroupId>> {
    let dictionary = Dictionary::of(language);
    let stemmer = language::stemmer(language);
    let mut groups: HashMap<String, Vec<GroupId>> = HashMap::default();
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    for (group, line) in (0..).zip(lines) {
        for word in line.split_whitespace() {
            let spelled = dictionary.spelling(word);
            let term = stemmer.map_or_else(|| spelled.into(), |stemmer| stemmer.stem(spelled));
            let of = groups.entry(term.into_owned()).or_default();
            if of.last() != Some(&group) {
                of.push(group);
            }
        }
    }
    groups
}

/// For each term of a story, the groups that it stands in; none by default.
#[derive(Debug, Default)]
pub struct Thesaurus {
    groups: Vec<&'static [GroupId]>,
}

impl Thesaurus {
    /// Looks up the terms of a story.
    #[must_use]
    pub fn new(lexis: &Lexis) -> Self {
        let of = |text: &str| match lexis.language() {
            "en" => ENGLISH.get(text).map_or(&[][..], Vec::as_slice),
            _ => &[],
        };
        let terms = 0..TermId::try_from(lexis.len()).unwrap_or(TermId::MAX);
        Self { groups: terms.map(|term| of(lexis.text(term))).collect() }
    }

    /// The groups of a term.
    #[must_use]
    pub fn groups(&self, term: TermId) -> &'static [GroupId] {
        self.groups.get(term as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share_a_group(a: &str, b: &str) -> bool {
        let groups = |word: &str| ENGLISH.get(word).cloned().unwrap_or_default();
        groups(a).iter().any(|group| groups(b).contains(group))
    }

    #[test]
    fn words_for_one_another_share_a_group() {
        assert!(share_a_group("lawsuit", "suit"));
        assert!(share_a_group("reveal", "disclos"));
        assert!(!share_a_group("win", "lose"));
        assert!(!share_a_group("lawsuit", "weather"));
    }

    #[test]
    fn no_word_stands_in_a_group_twice() {
        assert!(ENGLISH.values().all(|groups| groups.windows(2).all(|pair| pair[0] < pair[1])));
    }
}
