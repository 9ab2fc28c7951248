//! What the sentences of pairs disagree in: few pairs do, so no other pair has room for it.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use super::short::{ShortId, range, short};
use crate::article::{SentenceId, ShortSpan};
use crate::disagreement::{Disagreement, DisagreementKind};

/// A disagreement of a pair.
#[derive(Clone, Copy, Debug)]
struct ShortDisagreement {
    /// The pair.
    pair: (ShortId, ShortId),
    a: ShortSpan,
    b: ShortSpan,
    kind: DisagreementKind,
}

/// The disagreements of all pairs, ordered by pair, then by where they stand in its first sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Disputes(Vec<ShortDisagreement>);

impl Disputes {
    /// Adds those of a pair that comes behind all others.
    pub(super) fn push(&mut self, pair: (SentenceId, SentenceId), found: &[Disagreement]) {
        let pair = (ShortId::of(pair.0), ShortId::of(pair.1));
        let found = found.iter().take(usize::from(u8::MAX));
        self.0.extend(found.map(|found| ShortDisagreement {
            pair,
            a: found.a.into(),
            b: found.b.into(),
            kind: found.kind,
        }));
    }

    /// Adds those of pairs that come behind all others.
    pub(super) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Gives back the room that is left.
    pub(super) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    /// The same disagreements where article `i` is called `articles[i]`.
    pub(super) fn renumber(&mut self, articles: &[usize]) {
        for dispute in &mut self.0 {
            let (a, b) = dispute.pair;
            dispute.pair = (a.renumbered(articles), b.renumbered(articles));
            if dispute.pair.0 > dispute.pair.1 {
                dispute.pair = (dispute.pair.1, dispute.pair.0);
                std::mem::swap(&mut dispute.a, &mut dispute.b);
            }
        }
        self.0.sort_unstable_by_key(|dispute| (dispute.pair, dispute.a, dispute.b, dispute.kind));
    }

    /// Those of one pair.
    pub(super) fn of(all: &Arc<Self>, pair: (ShortId, ShortId)) -> Disagreements {
        let start = all.0.partition_point(|dispute| dispute.pair < pair);
        let rest = all.0.get(start..).unwrap_or_default();
        let count = rest.iter().take_while(|dispute| dispute.pair == pair).count();
        Disagreements {
            all: Arc::clone(all),
            start: short(start),
            count: u8::try_from(count).unwrap_or(u8::MAX),
        }
    }
}

/// What two sentences disagree in, in the order of the first.
#[derive(Clone, Default)]
pub struct Disagreements {
    /// Those of all pairs: no match keeps a copy of its own.
    all: Arc<Disputes>,
    start: u32,
    count: u8,
}

impl Disagreements {
    /// The disagreements, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Disagreement> + '_ {
        let found = self.all.0.get(range(self.start, self.count)).unwrap_or_default();
        found.iter().map(|found| Disagreement { kind: found.kind, a: found.a.into(), b: found.b.into() })
    }

    /// Whether the sentences don't disagree in anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl PartialEq for Disagreements {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Disagreements {}

impl fmt::Debug for Disagreements {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for Disagreements {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
