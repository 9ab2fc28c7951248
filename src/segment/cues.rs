//! What newspapers print around their sentences: the lists of `assets/roles.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::hashing::HashSet;

/// A list whose entries are compared without regard to case.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct List {
    entries: HashSet<String>,
    /// The first word of each entry, so that most texts are told apart by one look.
    first_words: HashSet<String>,
    /// Bytes of the longest entry.
    longest: usize,
}

impl From<Vec<String>> for List {
    fn from(entries: Vec<String>) -> Self {
        let entries: HashSet<String> = entries.into_iter().map(|entry| entry.to_lowercase()).collect();
        let longest = entries.iter().map(String::len).max().unwrap_or_default();
        let first_words = entries.iter().map(|entry| first_word(entry).to_owned()).collect();
        Self { entries, first_words, longest }
    }
}

impl List {
    /// Whether `text` is an entry.
    pub(super) fn has(&self, text: &str) -> bool {
        // Twice as long in another case is possible ("İ"), more is not; and texts may be endless.
        text.len() <= 2 * self.longest && self.entries.contains(&text.to_lowercase())
    }

    /// What stands before and behind the first entry in `text`; an entry begins and ends where a word does.
    pub(super) fn inside<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let mut before = None;
        text.char_indices().find_map(|(at, c)| {
            let begins = c.is_alphanumeric() && !before.replace(c).is_some_and(char::is_alphanumeric);
            before = Some(c);
            let (head, tail) = text.split_at_checked(at).filter(|_| begins)?;
            Some((head, self.opening(tail)?))
        })
    }

    /// What stands behind the longest entry that `text` begins with; an entry ends where a word ends.
    pub(super) fn opening<'t>(&self, text: &'t str) -> Option<&'t str> {
        if !self.first_words.contains(&first_word(text).to_lowercase()) {
            return None;
        }
        let mut found = None;
        let mut inside_word = false;
        for (at, c) in text.char_indices().take_while(|&(at, _)| at <= self.longest) {
            if at > 0 && !(inside_word && c.is_alphanumeric()) {
                let (head, tail) = text.split_at_checked(at)?;
                if self.has(head) {
                    found = Some(tail);
                }
            }
            inside_word = c.is_alphanumeric();
        }
        if self.has(text) { Some("") } else { found }
    }
}

/// The letters and digits that `text` begins with, 64 bytes at the most.
fn first_word(text: &str) -> &str {
    let end = text.char_indices().find(|&(at, c)| at >= 64 || !c.is_alphanumeric());
    end.map_or(text, |(at, _)| text.get(..at).unwrap_or_default())
}

/// The lists; what each is for stands in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cues {
    pub(super) agencies: List,
    pub(super) outlets: List,
    pub(super) outlet_words: List,
    pub(super) sections: List,
    pub(super) credit_openings: List,
    pub(super) photo_agencies: List,
    pub(super) caption_openings: List,
    pub(super) byline_openings: List,
    pub(super) byline_groups: List,
    pub(super) unspaced_bylines: Vec<String>,
    pub(super) unspaced_byline_ends: Vec<String>,
    pub(super) consent_words: List,
    pub(super) contributions: List,
    pub(super) contribution_openings: List,
    pub(super) contribution_words: List,
    pub(super) update_notes: List,
    pub(super) update_words: List,
    pub(super) update_headings: List,
    pub(super) dateline_openings: List,
    pub(super) time_words: List,
    pub(super) time_units: List,
    pub(super) joining_words: List,
    pub(super) list_headings: List,
    pub(super) link_openings: List,
    pub(super) call_openings: List,
    pub(super) page_breaks: List,
    pub(super) page_buttons: List,
}

/// The lists, read at first use.
pub(super) static CUES: LazyLock<Cues> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/roles.toml")).expect("built in, and read by a test")
});

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn each_entry_stands_once_in_its_list_on_a_line_of_its_own_in_order() {
        let asset = include_str!("../../assets/roles.toml");
        let lists: BTreeMap<String, Vec<String>> = toml::from_str(asset).unwrap();
        for (name, entries) in lists {
            let folded: Vec<String> = entries.iter().map(|entry| entry.to_lowercase()).collect();
            let wrong = folded.windows(2).zip(&entries).find(|(pair, _)| pair[0] >= pair[1]);
            assert_eq!(
                wrong.map(|(_, entry)| entry),
                None,
                "{name}: what follows stands there twice, or before it"
            );
            for entry in &entries {
                let alone = |line: &str| line.trim() == format!("\"{entry}\",");
                assert!(asset.lines().any(alone), "{name}: {entry} needs a line of its own");
            }
        }
    }

    #[test]
    fn finds_entries_at_the_start_of_a_text_where_a_word_ends() {
        assert_eq!(CUES.byline_openings.opening("By Jane Doe"), Some(" Jane Doe"));
        assert_eq!(CUES.byline_openings.opening("Bystanders saw it"), None);
        assert_eq!(CUES.dateline_openings.opening("Last updated: 5 May"), Some(": 5 May"));
        assert_eq!(CUES.dateline_openings.opening("Posted"), Some(""));
        assert!(CUES.agencies.has("REUTERS"));
    }
}
