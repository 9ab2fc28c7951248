//! The one format of the lists of phrases in `assets/`: groups with a name, each phrase on a line of its own.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A group of phrases that mean the same. `R` is what is said of all of them, beside what they are for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PhraseGroup<R> {
    /// What the phrases are for, in words.
    pub finds: String,
    /// What they mean.
    #[serde(default = "Vec::new")]
    pub readings: Vec<R>,
    /// For each language its phrases; `any` has those that languages share, and names.
    phrases: BTreeMap<String, Vec<String>>,
}

impl<R> PhraseGroup<R> {
    /// All phrases of the group.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        self.phrases.values().flatten().map(String::as_str)
    }
}

/// What contributors are asked to keep to, checked by a test for each file.
#[cfg(test)]
#[track_caller]
pub(crate) fn check(asset: &str) {
    let groups: BTreeMap<String, PhraseGroup<toml::Value>> = toml::from_str(asset).expect("a lexicon");
    for (name, group) in &groups {
        assert!(group.finds.ends_with(['.', ')']), "{name} has to say in a sentence what it finds");
        for (language, phrases) in &group.phrases {
            assert!(!phrases.is_empty(), "{name}.{language} is empty");
            assert!(phrases.is_sorted(), "{name}.{language} is not in order: {:?}", unsorted(phrases));
            for phrase in phrases {
                let alone = asset.lines().filter(|line| line.trim() == format!("\"{phrase}\",")).count();
                assert!(alone > 0, "{name}: {phrase} needs a line of its own");
            }
        }
    }
}

#[cfg(test)]
fn unsorted(phrases: &[String]) -> Option<&[String]> {
    phrases.windows(2).find(|pair| pair[0] > pair[1])
}
