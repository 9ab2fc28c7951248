//! Text reduced to its words, and numbers that stand for it on every machine and in every version.

use crate::text::hashing::Fnv;

/// What stands for a text whatever its case, quotation marks and punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint {
    /// A hash of its words.
    pub(super) hash: u64,
    /// How many they are.
    pub(super) words: usize,
}

impl Fingerprint {
    /// The fingerprint of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut hash = Fnv::default();
        let mut words = 0;
        fold(text, |c| {
            words += usize::from(c == ' ');
            hash.add(c);
        });
        Self { hash: hash.0, words }
    }
}

/// The words of `text` in small letters, a space behind each: case, quotation marks, punctuation and
/// the stops of "U.S." are gone.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 1);
    fold(text, |c| folded.push(c));
    folded
}

fn fold(text: &str, mut each: impl FnMut(char)) {
    let mut in_word = false;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            in_word = true;
            each(c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            in_word = true;
            c.to_lowercase().for_each(&mut each);
        } else if in_word && !matches!(c, '.' | '\'' | '’' | '‘') {
            in_word = false;
            each(' ');
        }
    }
    if in_word {
        each(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_to_words() {
        assert_eq!(folded("“The U.S.’ anti-Trump  USERS”"), "the us anti trump users ");
        assert_eq!(folded("…"), "");
    }
}
