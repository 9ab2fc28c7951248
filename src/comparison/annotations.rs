//! What the reader of a story picked and wrote beside it: no part of what was found, and carried into exports.

use std::collections::BTreeMap;

use crate::article::SentenceId;

/// What someone picked of a story, and wrote beside its sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Annotations {
    /// The sentences that are selected, in the order in which they are wanted; each once.
    pub selected: Vec<SentenceId>,
    /// What was written beside sentences.
    pub notes: BTreeMap<SentenceId, String>,
}

impl Annotations {
    /// These sentences, with notes beside some.
    #[must_use]
    pub const fn new(selected: Vec<SentenceId>, notes: BTreeMap<SentenceId, String>) -> Self {
        Self { selected, notes }
    }
}
