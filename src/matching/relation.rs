//! How two sentences that say the same relate.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::runs::{self, Run};
use super::word_order::PairSide;
use crate::lexis::TermId;

/// How two matched sentences relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Relation {
    /// The same words, ignoring case, quotation marks, punctuation and spelling variants.
    Identical,
    /// The same sentence lightly reworded.
    Edited,
    /// One carries a copied clause of the other, or merges two.
    Partial,
    /// The same direct quotation with a different frame around it.
    SameQuote,
    /// The same statement in other words.
    Paraphrase,
}

impl Relation {
    /// Whether wording was taken over: everything but a paraphrase.
    #[must_use]
    pub const fn is_reuse(self) -> bool {
        !matches!(self, Self::Paraphrase)
    }
}

/// A block of equal words counts as copied from so many words on.
const COPIED: usize = 3;
/// The share of the longer sentence that stands in the other from which on it is the same sentence.
const EDITED: f64 = 0.55;
/// The share of the shorter sentence that a copied clause makes up at least.
const CLAUSE: f64 = 0.4;
/// The same where it is a quotation.
const QUOTED_CLAUSE: f64 = 0.3;

/// Decides the relation; the first rule that fires. Words are compared folded, not stemmed; the copied runs
/// reach over small changes.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub(super) fn between(a: PairSide<'_>, b: PairSide<'_>, runs: &[Run]) -> Relation {
    let (words_a, words_b) = (a.words.words.as_slice(), b.words.words.as_slice());
    // All of their words, however long the sentences are.
    let same = a.tokens.iter().map(|token| token.word).eq(b.tokens.iter().map(|token| token.word));
    if same && !words_a.is_empty() {
        return Relation::Identical;
    }
    let longer = words_a.len().max(words_b.len()).max(1) as f64;
    let shorter = words_a.len().min(words_b.len()).max(1) as f64;
    // Most pairs are far from copied, and aligning them would be most of the work of a comparison.
    if shorter / longer < EDITED || (a.words.in_common(b.words) as f64 / longer) < EDITED {
        if runs.is_empty() {
            return Relation::Paraphrase;
        }
        // An alignment finds nothing that it could call copied: only the runs are left to decide.
        if in_rows(words_a, words_b) as f64 / shorter < QUOTED_CLAUSE {
            return of_runs(runs).unwrap_or(Relation::Paraphrase);
        }
    }
    // Token slices know no deadline, so the result depends on the words alone.
    let blocks: Vec<(usize, usize, usize)> = capture_diff_slices(Algorithm::Myers, words_a, words_b)
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
            _ => None,
        })
        .collect();
    let matched = blocks.iter().map(|block| block.2).sum::<usize>() as f64 / longer;
    let copied = || blocks.iter().filter(|block| block.2 >= COPIED);
    let in_copied = copied().map(|block| block.2).sum::<usize>();
    let quoted = || {
        let of_a: usize = copied().map(|block| a.quoted(block.0, block.2)).sum();
        let of_b: usize = copied().map(|block| b.quoted(block.1, block.2)).sum();
        of_a.max(of_b) as f64 / in_copied.max(1) as f64
    };

    if in_copied >= 4 && in_copied as f64 / shorter >= QUOTED_CLAUSE && matched < 0.9 && quoted() >= 0.7 {
        Relation::SameQuote
    } else if matched >= EDITED {
        Relation::Edited
    } else if let Some(relation) = of_runs(runs) {
        relation
    } else if in_copied as f64 / shorter >= CLAUSE {
        Relation::Partial
    } else {
        Relation::Paraphrase
    }
}

/// What the copied runs say, where there are any.
fn of_runs(runs: &[Run]) -> Option<Relation> {
    if runs.iter().any(Run::is_quoted) {
        Some(Relation::SameQuote)
    } else if runs.iter().any(Run::is_copied) {
        Some(Relation::Partial)
    } else {
        None
    }
}

/// How many words of `a` stand in a row of [`COPIED`] that `b` has as well: no alignment copies more.
fn in_rows(a: &[TermId], b: &[TermId]) -> usize {
    let (mut count, mut covered) = (0, 0);
    for (at, words) in a.windows(COPIED).enumerate() {
        if runs::holds(b, words) {
            let end = at + COPIED;
            count += end - at.max(covered);
            covered = end;
        }
    }
    count
}
