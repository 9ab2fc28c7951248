//! Compounds that one article writes in one word and another in two: "paperweight" and "paper weight",
//! "healthcare" and "health-care".

use super::TermId;
use crate::text::hashing::HashMap;

/// The fewest letters of either part.
const PART: usize = 3;
/// The longest compound, in bytes; what is longer is no word.
const LONGEST: usize = 60;

/// A word of the story as compounds look at it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelled<'a> {
    /// The word, folded.
    pub(super) folded: &'a str,
    /// The number of the word.
    pub(super) word: TermId,
    /// The number of its stem.
    pub(super) term: TermId,
}

/// For the two parts of a compound, the word and the stem of the whole.
#[derive(Debug, Default)]
pub(super) struct Compounds {
    wholes: HashMap<(TermId, TermId), (TermId, TermId)>,
}

impl Compounds {
    /// Finds the words that two other words of the story make up.
    pub(super) fn among<'a>(words: impl Iterator<Item = Spelled<'a>> + Clone) -> Self {
        let numbers: HashMap<&str, TermId> = words.clone().map(|word| (word.folded, word.word)).collect();
        let mut wholes = HashMap::default();
        for whole in words.filter(|word| (2 * PART..=LONGEST).contains(&word.folded.len())) {
            for (at, _) in whole.folded.char_indices().skip(PART) {
                let (left, right) = whole.folded.split_at(at);
                if right.chars().count() < PART {
                    break;
                }
                if let (Some(&left), Some(&right)) = (numbers.get(left), numbers.get(right)) {
                    wholes.insert((left, right), (whole.word, whole.term));
                }
            }
        }
        Self { wholes }
    }

    /// The word and the stem of what two words make up, where the story writes it in one word as well.
    pub(super) fn whole(&self, left: TermId, right: TermId) -> Option<(TermId, TermId)> {
        self.wholes.get(&(left, right)).copied()
    }

    /// Whether there is none at all.
    pub(super) fn is_empty(&self) -> bool {
        self.wholes.is_empty()
    }
}

/// Whether what stands between two words may part a compound: a space, a hyphen, a hyphen at the end of a line.
pub(super) fn parts(between: &str) -> bool {
    let behind = between.strip_prefix(['-', '\u{2010}']);
    between == " "
        || behind.is_some_and(|behind| behind.is_empty() || behind.trim_matches([' ', '\t']) == "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_may_be_parted_by_the_end_of_a_line() {
        for between in [" ", "-", "-\n", "\u{2010}\n  "] {
            assert!(parts(between), "{between:?}");
        }
        for between in ["\n", ". ", " - ", "--", "-\n\n"] {
            assert!(!parts(between), "{between:?}");
        }
    }

    fn among(words: &[&'static str]) -> Compounds {
        let word = |(number, &folded): (usize, &&'static str)| {
            let number = TermId::try_from(number).unwrap_or_default();
            Spelled { folded, word: number, term: number }
        };
        Compounds::among(words.iter().enumerate().map(word).collect::<Vec<_>>().into_iter())
    }

    #[test]
    fn two_words_are_one_where_the_story_writes_them_so() {
        let compounds = among(&["paper", "weight", "paperweight", "glass"]);
        assert_eq!(compounds.whole(0, 1), Some((2, 2)));
        assert_eq!(compounds.whole(1, 0), None);
        assert_eq!(compounds.whole(0, 3), None);
    }

    #[test]
    fn short_parts_and_other_letters_are_no_trouble() {
        assert!(among(&["in", "to", "into"]).is_empty());
        assert!(!among(&["über", "läufer", "überläufer"]).is_empty());
    }
}
