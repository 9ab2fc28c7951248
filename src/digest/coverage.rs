//! How many sources have a sentence.

use std::collections::BTreeSet;

use crate::article::SentenceId;
use crate::comparison::{Certainty, Comparison};

/// In how many sources a sentence surely is, its own among them; those that tell it differently have it too.
#[must_use]
pub fn coverage(comparison: &Comparison, id: SentenceId) -> usize {
    let certain = comparison.matches_of(id).filter(|found| found.certainty == Certainty::Certain);
    let mut articles: BTreeSet<usize> = certain.filter_map(|found| Some(found.other(id)?.article)).collect();
    articles.insert(id.article);
    articles.len()
}
