//! What is selected: for an export, and to be shown alone.

use std::collections::BTreeSet;

use crate::article::SentenceId;

/// What is selected.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    kept: BTreeSet<SentenceId>,
    /// The same in the order in which they are wanted.
    order: Vec<SentenceId>,
    /// The sentences of a range that has not ended yet.
    range: BTreeSet<SentenceId>,
    /// What was cleared last, so that it can come back.
    cleared: Vec<SentenceId>,
    /// How often it was changed.
    changes: u64,
}

impl Selection {
    /// Whether a sentence is selected, or would be if the range ended now.
    #[must_use]
    pub fn holds(&self, id: SentenceId) -> bool {
        self.kept.contains(&id) || self.range.contains(&id)
    }

    /// How often it was changed, ranges that are on aside.
    #[must_use]
    pub const fn changes(&self) -> u64 {
        self.changes
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
        self.changes += 1;
        if ids.iter().all(|id| self.kept.contains(id)) {
            for id in &ids {
                self.kept.remove(id);
            }
            self.order.retain(|id| self.kept.contains(id));
        } else {
            self.add(ids);
        }
    }

    /// Selects these and no others, in this order.
    pub fn set(&mut self, ids: Vec<SentenceId>) {
        self.kept.clear();
        self.order.clear();
        self.add(ids);
    }

    /// What is selected, in the order in which it is wanted: that of selecting, unless it was changed.
    #[must_use]
    pub fn ordered(&self) -> Vec<SentenceId> {
        let on = self.range.iter().filter(|id| !self.kept.contains(id));
        self.order.iter().chain(on).copied().collect()
    }

    /// Selects these behind the others.
    fn add(&mut self, ids: impl IntoIterator<Item = SentenceId>) {
        self.changes += 1;
        for id in ids {
            if self.kept.insert(id) {
                self.order.push(id);
            }
        }
    }

    /// Lets the range that is on hold these sentences and no others.
    pub fn set_range(&mut self, range: BTreeSet<SentenceId>) {
        self.range = range;
    }

    /// Ends the range: what it held stays selected.
    pub fn keep_range(&mut self) {
        let range = std::mem::take(&mut self.range);
        if !range.is_empty() {
            self.add(range);
        }
    }

    /// Clears it and hands back how many sentences it held; where it holds nothing, brings back what was cleared last.
    pub fn clear(&mut self) -> usize {
        if self.kept.is_empty() {
            let cleared = std::mem::take(&mut self.cleared);
            self.set(cleared);
            return 0;
        }
        self.changes += 1;
        self.kept.clear();
        self.cleared = std::mem::take(&mut self.order);
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
