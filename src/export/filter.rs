//! Whether a sentence is in scope: one answer for every export and for the reader's filter.

use std::collections::BTreeSet;

use crate::article::SentenceId;
use crate::comparison::{Comparison, Status};

/// Which sentences an export holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scope {
    /// The whole comparison.
    #[default]
    Everything,
    /// The sentences with this status.
    Only(Status),
    /// These sentences.
    Selection(BTreeSet<SentenceId>),
}

impl Scope {
    /// Whether the sentence `id` is in scope.
    ///
    /// # Panics
    /// When the story has no such sentence.
    #[must_use]
    pub fn holds(&self, comparison: &Comparison, id: SentenceId) -> bool {
        match self {
            Self::Everything => true,
            Self::Only(status) => comparison.finding(id).status == *status,
            Self::Selection(selected) => selected.contains(&id),
        }
    }

    /// Whether sentences with `status` can be in scope.
    #[must_use]
    pub fn may_hold(&self, status: Status) -> bool {
        !matches!(self, Self::Only(only) if *only != status)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Settings, compare};

    #[test]
    fn a_status_holds_exactly_its_sentences() {
        let comparison = compare(crate::sample::articles(), Settings::default());
        let count = |scope: &Scope| comparison.sentences().filter(|&id| scope.holds(&comparison, id)).count();
        let parts: usize = [
            Status::Shared,
            Status::Disputed,
            Status::Possible,
            Status::Unique,
            Status::Apart,
            Status::Repeat,
            Status::OffTopic,
        ]
        .map(|status| count(&Scope::Only(status)))
        .iter()
        .sum();
        assert_eq!(parts, count(&Scope::Everything));
        let unique: usize = (0..comparison.articles.len()).map(|a| comparison.counts(a).unique).sum();
        assert_eq!(count(&Scope::Only(Status::Unique)), unique);
    }

    #[test]
    fn a_selection_holds_what_was_selected() {
        let comparison = compare(crate::sample::articles(), Settings::default());
        let id = SentenceId::new(1, 2);
        let scope = Scope::Selection(BTreeSet::from([id]));
        assert!(scope.holds(&comparison, id));
        assert!(!scope.holds(&comparison, SentenceId::new(1, 3)));
    }
}
