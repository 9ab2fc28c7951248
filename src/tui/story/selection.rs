//! What is selected: for an export, and to be shown alone.

use std::collections::BTreeSet;

use crate::article::SentenceId;

/// What is selected.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    kept: BTreeSet<SentenceId>,
    /// The sentences of a range that has not ended yet.
    range: BTreeSet<SentenceId>,
    /// What was cleared last, so that it can come back.
    cleared: BTreeSet<SentenceId>,
}

impl Selection {
    /// Whether a sentence is selected, or would be if the range ended now.
    #[must_use]
    pub fn holds(&self, id: SentenceId) -> bool {
        self.kept.contains(&id) || self.range.contains(&id)
    }

    /// How many sentences that are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.kept.len() + self.range.iter().filter(|id| !self.kept.contains(id)).count()
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty() && self.range.is_empty()
    }

    /// All that is selected.
    #[must_use]
    pub fn all(&self) -> BTreeSet<SentenceId> {
        self.kept.union(&self.range).copied().collect()
    }

    /// Selects these, or no longer where all of them are.
    pub fn toggle(&mut self, ids: Vec<SentenceId>) {
        if ids.iter().all(|id| self.kept.contains(id)) {
            for id in ids {
                self.kept.remove(&id);
            }
        } else {
            self.kept.extend(ids);
        }
    }

    /// Lets the range that is on hold these sentences and no others.
    pub fn set_range(&mut self, range: BTreeSet<SentenceId>) {
        self.range = range;
    }

    /// Ends the range: what it held stays selected.
    pub fn keep_range(&mut self) {
        self.kept.append(&mut self.range);
    }

    /// Clears it and hands back how many sentences it held; where it holds nothing, brings back what was cleared last.
    pub fn clear(&mut self) -> usize {
        if self.kept.is_empty() {
            self.kept = std::mem::take(&mut self.cleared);
            return 0;
        }
        self.cleared = std::mem::take(&mut self.kept);
        self.cleared.len()
    }

    /// How many it holds, in words.
    #[must_use]
    pub fn words(&self) -> String {
        match self.count() {
            0 => "nothing is selected".to_owned(),
            selected => format!("{selected} selected"),
        }
    }
}
