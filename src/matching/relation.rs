//! How two sentences that say the same relate.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::quotes;
use super::runs::Run;
use crate::article::Span;
use crate::comparison::Relation;
use crate::lexis::{TermId, Token};

/// Words of a sentence that are looked at; what is longer is no sentence.
const MOST_WORDS: usize = 300;
/// A block of equal words counts as copied from so many words on.
const COPIED: usize = 3;
/// The share of the longer sentence that stands in the other from which on it is the same sentence.
const EDITED: f64 = 0.55;
/// The share of the shorter sentence that a copied clause makes up at least.
const CLAUSE: f64 = 0.4;

/// One sentence of a pair, and the quotations of its article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) quotations: &'a [Span],
}

impl Side<'_> {
    fn words(&self) -> Vec<TermId> {
        self.tokens.iter().take(MOST_WORDS).map(|token| token.word).collect()
    }

    /// How many of the words from `start` on stand inside quotation marks.
    fn quoted(&self, start: usize, len: usize) -> usize {
        let words = self.tokens.get(start..start + len).unwrap_or_default();
        words.iter().filter(|token| quotes::hold(self.quotations, token.span)).count()
    }
}

/// Decides the relation; the first rule that fires. Words are compared folded, not stemmed; the copied runs
/// reach over small changes.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub(super) fn between(a: Side<'_>, b: Side<'_>, runs: &[Run]) -> Relation {
    let (words_a, words_b) = (a.words(), b.words());
    let longer = words_a.len().max(words_b.len()).max(1) as f64;
    // Most pairs are far from copied, and aligning them would be most of the work of a comparison.
    if runs.is_empty() && in_common(&words_a, &words_b) as f64 / longer < EDITED {
        return Relation::Paraphrase;
    }
    // Token slices know no deadline, so the result depends on the words alone.
    let blocks: Vec<(usize, usize, usize)> = capture_diff_slices(Algorithm::Myers, &words_a, &words_b)
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
            _ => None,
        })
        .collect();
    let shorter = words_a.len().min(words_b.len()).max(1) as f64;
    let matched = blocks.iter().map(|block| block.2).sum::<usize>() as f64 / longer;
    let copied = || blocks.iter().filter(|block| block.2 >= COPIED);
    let in_copied = copied().map(|block| block.2).sum::<usize>();
    let quoted_a: usize = copied().map(|block| a.quoted(block.0, block.2)).sum();
    let quoted_b: usize = copied().map(|block| b.quoted(block.1, block.2)).sum();
    let quoted = quoted_a.max(quoted_b) as f64 / in_copied.max(1) as f64;

    let clause_is_copied = runs.iter().any(Run::is_copied);

    if matched >= 0.97 {
        Relation::Identical
    } else if in_copied >= 4 && in_copied as f64 / shorter >= 0.3 && quoted >= 0.7 && matched < 0.9 {
        Relation::SameQuote
    } else if matched >= EDITED {
        Relation::Edited
    } else if in_copied as f64 / shorter >= CLAUSE || clause_is_copied {
        Relation::Partial
    } else {
        Relation::Paraphrase
    }
}

/// How many words two sentences have in common, in any order.
fn in_common(a: &[TermId], b: &[TermId]) -> usize {
    let (mut a, mut b) = (a.to_vec(), b.to_vec());
    a.sort_unstable();
    b.sort_unstable();
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        common += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    common
}
