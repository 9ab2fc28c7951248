//! Acronyms that the story itself explains: "Customs and Border Protection" and "CBP" are one name.
//!
//! A name that is written out is collapsed to its acronym where the acronym stands somewhere in the
//! story; expanding acronyms instead would make long names look like copied wording.

use std::collections::BTreeSet;

use crate::text::hashing::HashSet;

/// The most words that a name behind an acronym has.
pub(super) const LONGEST_NAME: usize = 8;

/// A word as acronyms look at it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Printed<'a> {
    /// The word as it is printed.
    pub(super) raw: &'a str,
    /// Whether nothing but space stands between it and the word before.
    pub(super) follows: bool,
    /// Whether it is a function word.
    pub(super) function: bool,
}

impl Printed<'_> {
    /// The capitals that the word gives to an acronym: "Union" U, "U.S" and "US" both letters.
    fn initials(&self) -> impl Iterator<Item = char> + '_ {
        let every =
            self.raw.contains('.') || (self.raw.len() <= 3 && self.raw.chars().all(char::is_uppercase));
        self.raw
            .chars()
            .enumerate()
            .filter(move |&(i, c)| c.is_uppercase() && (i == 0 || every))
            .map(|(_, c)| c)
    }

    fn is_capitalised(&self) -> bool {
        self.raw.starts_with(char::is_uppercase)
    }
}

/// Whether a word looks like an acronym of three to six letters; gives it without dots. Two letters
/// stand for too many names.
pub(super) fn as_acronym(raw: &str) -> Option<String> {
    let letters: String = raw.chars().filter(|&c| c != '.').collect();
    let count = letters.chars().count();
    ((3..=6).contains(&count) && letters.chars().all(char::is_uppercase)).then_some(letters)
}

/// The names that the story writes out somewhere and abbreviates somewhere.
#[derive(Debug, Default)]
pub(super) struct Acronyms {
    abbreviated: HashSet<String>,
    /// The first letters of the acronyms.
    initials: BTreeSet<char>,
}

impl Acronyms {
    /// Takes note of a word that may be an acronym.
    pub(super) fn note(&mut self, raw: &str) {
        if let Some(acronym) = as_acronym(raw) {
            self.initials.extend(acronym.chars().next());
            self.abbreviated.insert(acronym);
        }
    }

    /// Whether a name that begins with this word can have an acronym in the story.
    pub(super) fn may_begin(&self, raw: &str) -> bool {
        raw.chars().next().is_some_and(|first| self.initials.contains(&first))
    }

    /// Looks for a name at the start of `words` whose initials are an acronym of the story: how many
    /// words it has, and its acronym. The longest name wins.
    pub(super) fn name_at(&self, words: &[Printed<'_>]) -> Option<(usize, String)> {
        let first = words.first()?;
        if self.abbreviated.is_empty() || !first.is_capitalised() {
            return None;
        }
        let (mut all, mut content) = (String::new(), String::new());
        let mut found = None;
        for (index, word) in words.iter().take(LONGEST_NAME).enumerate() {
            if index > 0 && !word.follows {
                break;
            }
            if !word.is_capitalised() {
                if word.function && word.raw.chars().count() <= 3 {
                    all.extend(word.raw.chars().next().map(|c| c.to_ascii_uppercase()));
                    continue;
                }
                break;
            }
            all.extend(word.initials());
            content.extend(word.initials());
            if index == 0 {
                continue;
            }
            for initials in [&content, &all] {
                if self.abbreviated.contains(initials.as_str()) {
                    found = Some((index + 1, initials.clone()));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(acronyms: &[&str], text: &str) -> Option<(usize, String)> {
        let mut story = Acronyms::default();
        for acronym in acronyms {
            story.note(acronym);
        }
        let words: Vec<Printed<'_>> = text
            .split(' ')
            .map(|raw| Printed { raw, follows: true, function: matches!(raw, "and" | "of" | "for" | "the") })
            .collect();
        story.name_at(&words)
    }

    #[test]
    fn a_name_is_its_acronym_with_or_without_small_words() {
        assert_eq!(name(&["CBP"], "Customs and Border Protection said"), Some((4, "CBP".to_owned())));
        assert_eq!(name(&["DOJ"], "Department of Justice"), Some((3, "DOJ".to_owned())));
        for country in ["U.S", "US", "United States"] {
            let found = name(&["USCIS"], &format!("{country} Citizenship and Immigration Services"));
            assert_eq!(found.map(|(_, acronym)| acronym), Some("USCIS".to_owned()), "{country}");
        }
    }

    #[test]
    fn only_acronyms_of_the_story_count() {
        assert_eq!(name(&["ACLU"], "Customs and Border Protection"), None);
        assert_eq!(name(&["CBP"], "customs and border protection"), None);
    }

    #[test]
    fn acronyms_are_short_and_in_capitals() {
        assert_eq!(as_acronym("F.B.I"), Some("FBI".to_owned()));
        assert_eq!(as_acronym("AG"), None);
        assert_eq!(as_acronym("ACLU"), Some("ACLU".to_owned()));
        assert_eq!(as_acronym("NEWSPAPER"), None);
        assert_eq!(as_acronym("Mr"), None);
        assert_eq!(as_acronym("I"), None);
    }
}
