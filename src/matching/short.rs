//! Numbers of sentences and of what belongs to pairs, kept in little room.

use std::ops::Range;

use crate::article::SentenceId;

/// A [`SentenceId`] in half the room: no story has as many sentences as would not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ShortId {
    article: u32,
    sentence: u32,
}

impl ShortId {
    pub(super) fn of(id: SentenceId) -> Self {
        Self { article: short(id.article), sentence: short(id.sentence) }
    }

    pub(super) fn long(self) -> SentenceId {
        SentenceId::new(self.article as usize, self.sentence as usize)
    }

    /// The same sentence where article `i` is called `articles[i]`.
    pub(super) fn renumbered(self, articles: &[usize]) -> Self {
        let id = self.long();
        Self::of(SentenceId { article: articles[id.article], ..id })
    }
}

/// Numbers of sentences and runs fit into 32 bits as long as their articles fit into memory.
pub(super) fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// So many from `start` on.
pub(super) fn range(start: u32, count: u8) -> Range<usize> {
    start as usize..start as usize + usize::from(count)
}
