//! Word differences inside a pair of sentences, as people read them.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use crate::article::Span;

/// Words beyond which a text is compared as a whole: it is no sentence.
const MOST_WORDS: usize = 2_000;
/// Equal words between two changes that are too few to read as kept.
const ISLAND: usize = 1;

/// A stretch of one side of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stretch {
    /// Byte offsets into the text that was compared.
    pub span: Span,
    /// Whether the other side lacks it.
    pub changed: bool,
}

/// The stretches of `new`, from its first byte to its last without a gap, each marked as in `old` or not.
///
/// By word, never by letter; case, spaces, quotation marks and punctuation don't count; a lone small word
/// between two changes is changed with them. White space belongs to the stretch before it.
///
/// ```
/// use parallax::digest::differences;
///
/// let new = "the ACLU tweeted";
/// let changed: Vec<&str> =
///     differences("the group tweeted", new).iter().filter(|s| s.changed).map(|s| s.span.of(new)).collect();
/// assert_eq!(changed, ["ACLU "]);
/// ```
#[must_use]
pub fn differences(old: &str, new: &str) -> Vec<Stretch> {
    let (before, after) = (split(old), split(new));
    if before.len() > MOST_WORDS || after.len() > MOST_WORDS {
        return vec![Stretch { span: Span::new(0, new.len()), changed: fold(old) != fold(new) }];
    }
    let folded = |words: &[(usize, &str)]| words.iter().map(|word| fold(word.1)).collect::<Vec<_>>();
    let mut kept = vec![false; after.len()];
    // Slices of words know no deadline: the result depends on the words alone.
    for op in capture_diff_slices(Algorithm::Patience, &folded(&before), &folded(&after)) {
        if let DiffOp::Equal { new_index, len, .. } = op {
            kept.iter_mut().skip(new_index).take(len).for_each(|kept| *kept = true);
        }
    }
    drown_islands(&mut kept, &after);

    let mut stretches: Vec<Stretch> = Vec::new();
    for (index, &(at, _)) in after.iter().enumerate() {
        let start = if index == 0 { 0 } else { at };
        let end = after.get(index + 1).map_or(new.len(), |next| next.0);
        let changed = !kept[index];
        match stretches.last_mut() {
            Some(last) if last.changed == changed => last.span.end = end,
            _ => stretches.push(Stretch { span: Span::new(start, end), changed }),
        }
    }
    if stretches.is_empty() && !new.is_empty() {
        stretches.push(Stretch { span: Span::new(0, new.len()), changed: false });
    }
    stretches
}

fn split(text: &str) -> Vec<(usize, &str)> {
    text.unicode_word_indices().collect()
}

fn fold(word: &str) -> String {
    word.to_lowercase().replace(['\u{2018}', '\u{2019}'], "'")
}

/// Marks kept words as changed where they are few and short between two changes.
fn drown_islands(kept: &mut [bool], words: &[(usize, &str)]) {
    let mut start = 0;
    while start < kept.len() {
        let len = kept[start..].iter().take_while(|&&kept| kept).count();
        let inside = start > 0 && start + len < kept.len();
        let short = words[start..start + len].iter().all(|word| word.1.chars().count() <= 3);
        if len > 0 && len <= ISLAND && inside && short {
            kept[start] = false;
        }
        start += len.max(1);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn changed<'a>(old: &str, new: &'a str) -> Vec<&'a str> {
        differences(old, new)
            .iter()
            .filter(|stretch| stretch.changed)
            .map(|stretch| stretch.span.of(new).trim())
            .collect()
    }

    #[test]
    fn quotes_case_and_punctuation_are_no_differences() {
        assert!(changed("“We’re glad,” it said.", "\"We're glad\" It said").is_empty());
    }

    #[test]
    fn whole_words_differ_never_letters() {
        assert_eq!(
            changed("anonymous or pseudonymous speech", "anonymous or pseudoanymous speech"),
            ["pseudoanymous"]
        );
    }

    #[test]
    fn a_small_word_between_two_changes_goes_with_them() {
        assert_eq!(changed("sued the city on Friday", "sued a state on Monday"), ["a state on Monday"]);
        assert_eq!(
            changed("sued the city government on Friday", "sued a county government on Monday").len(),
            2
        );
    }

    #[test]
    fn nothing_in_common_is_all_changed() {
        assert_eq!(changed("", "all new"), ["all new"]);
        assert_eq!(differences("gone", ""), []);
    }

    proptest! {
        #[test]
        fn stretches_cover_the_text(old in ".{0,60}", new in ".{0,60}") {
            let stretches = differences(&old, &new);
            let mut at = 0;
            for stretch in &stretches {
                prop_assert_eq!(stretch.span.start, at);
                prop_assert!(new.is_char_boundary(stretch.span.end));
                at = stretch.span.end;
            }
            prop_assert_eq!(at, new.len());
        }
    }
}
