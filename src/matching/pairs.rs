//! Scored pairs, kept small: a story of a thousand articles has the better part of a million.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::disputes::{Disagreements, Disputes};
use super::short::{ShortId, range, short};
use super::{MANY, Relation};
use crate::article::{SentenceId, ShortSpan, Span};
use crate::disagreement::Disagreement;
use crate::score::Score;

/// A stretch of words that two matched sentences have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SharedRun {
    /// Where it stands in the first article.
    pub a: Span,
    /// Where it stands in the second.
    pub b: Span,
}

/// A pair of sentences of different articles, with all that does not depend on the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoredPair {
    a: ShortId,
    b: ShortId,
    /// Where its shared runs begin among those of all pairs.
    runs: u32,
    /// How many they are: fewer than half the words that are looked at.
    count: u8,
    /// How they relate, should they match.
    pub relation: Relation,
    /// The calibrated probability that the two say the same.
    pub score: Score,
}

impl ScoredPair {
    /// The sentence of the article that comes first.
    #[must_use]
    pub fn a(&self) -> SentenceId {
        self.a.long()
    }

    /// The other; always of a later article.
    #[must_use]
    pub fn b(&self) -> SentenceId {
        self.b.long()
    }
}

/// What the user says of two sentences of different articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// They say the same.
    Same,
    /// They don't.
    Different,
    /// They say the same, and disagree in nothing.
    NoDisagreement,
}

/// The scored pairs of a story, ordered by their sentences, and what each has in common.
#[derive(Clone, Debug, Default)]
pub struct Pairs {
    pairs: Vec<ScoredPair>,
    /// What the user says of pairs.
    verdicts: Arc<BTreeMap<(SentenceId, SentenceId), Verdict>>,
    /// The shared runs of all pairs.
    runs: Arc<Vec<ShortRun>>,
    /// What pairs disagree in.
    disputes: Arc<Disputes>,
}

impl Pairs {
    /// The pairs, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, ScoredPair> {
        self.pairs.iter()
    }

    /// The pairs whose first sentence is `a`, in order.
    #[must_use]
    pub fn beginning_with(&self, a: SentenceId) -> &[ScoredPair] {
        let a = ShortId::of(a);
        let rest = &self.pairs[self.pairs.partition_point(|pair| pair.a < a)..];
        &rest[..rest.partition_point(|pair| pair.a == a)]
    }

    /// The pair of two sentences, in either order.
    #[must_use]
    pub fn between(&self, a: SentenceId, b: SentenceId) -> Option<&ScoredPair> {
        let key = (ShortId::of(a.min(b)), ShortId::of(a.max(b)));
        self.pairs.get(self.pairs.binary_search_by_key(&key, |pair| (pair.a, pair.b)).ok()?)
    }

    /// What the sentences of one of these pairs have in common.
    #[must_use]
    pub fn runs_of(&self, pair: &ScoredPair) -> Runs {
        Runs { all: Arc::clone(&self.runs), start: pair.runs, count: pair.count }
    }

    /// What the sentences of one of these pairs disagree in; nothing where the user says so.
    #[must_use]
    pub fn disagreements_of(&self, pair: &ScoredPair) -> Disagreements {
        if self.verdict(pair.a(), pair.b()) == Some(Verdict::NoDisagreement) {
            return Disagreements::default();
        }
        Disputes::of(&self.disputes, (pair.a, pair.b))
    }

    /// What the user says of two sentences, in either order.
    #[must_use]
    pub fn verdict(&self, a: SentenceId, b: SentenceId) -> Option<Verdict> {
        if self.verdicts.is_empty() { None } else { self.verdicts.get(&(a.min(b), a.max(b))).copied() }
    }

    /// Whether the user says anything of any pair.
    #[must_use]
    pub fn has_verdicts(&self) -> bool {
        !self.verdicts.is_empty()
    }

    /// The same pairs under what the user says of some: those that say the same are certain, and are there where they had
    /// nothing in common; those that don't are gone.
    #[must_use]
    pub fn judged(&self, verdicts: BTreeMap<(SentenceId, SentenceId), Verdict>) -> Self {
        let mut pairs = self.pairs.clone();
        for (&(a, b), verdict) in &verdicts {
            let (a, b) = (ShortId::of(a), ShortId::of(b));
            let place = pairs.binary_search_by_key(&(a, b), |pair| (pair.a, pair.b));
            match (verdict, place) {
                (Verdict::Different, Ok(at)) => drop(pairs.remove(at)),
                (Verdict::Same | Verdict::NoDisagreement, Ok(at)) => pairs[at].score = Score::ONE,
                (Verdict::Same | Verdict::NoDisagreement, Err(at)) => {
                    let (relation, score) = (Relation::Paraphrase, Score::ONE);
                    pairs.insert(at, ScoredPair { a, b, runs: 0, count: 0, relation, score });
                }
                (Verdict::Different, Err(_)) => {}
            }
        }
        let verdicts = Arc::new(verdicts);
        Self { pairs, verdicts, runs: Arc::clone(&self.runs), disputes: Arc::clone(&self.disputes) }
    }

    /// The pairs of sentences that both stay.
    #[must_use]
    pub fn retained(&self, stays: impl Fn(SentenceId) -> bool) -> Self {
        let both = |pair: &&ScoredPair| stays(pair.a()) && stays(pair.b());
        Self {
            pairs: self.pairs.iter().filter(both).copied().collect(),
            verdicts: Arc::clone(&self.verdicts),
            runs: Arc::clone(&self.runs),
            disputes: Arc::clone(&self.disputes),
        }
    }

    /// The same pairs where article `i` is called `articles[i]`.
    #[must_use]
    pub fn renumbered(mut self, articles: &[usize]) -> Self {
        Arc::make_mut(&mut self.disputes).renumber(articles);
        let all = Arc::make_mut(&mut self.runs);
        for pair in &mut self.pairs {
            pair.a = pair.a.renumbered(articles);
            pair.b = pair.b.renumbered(articles);
            if pair.a > pair.b {
                std::mem::swap(&mut pair.a, &mut pair.b);
                let runs = all.get_mut(range(pair.runs, pair.count)).unwrap_or_default();
                for run in &mut *runs {
                    std::mem::swap(&mut run.a, &mut run.b);
                }
                runs.sort_unstable_by_key(|run| run.a);
            }
        }
        if self.pairs.len() < MANY {
            self.pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
        } else {
            self.pairs.par_sort_unstable_by_key(|pair| (pair.a, pair.b));
        }
        self
    }
}

/// What two sentences have in common, in the order of the first.
#[derive(Clone, Default)]
pub struct Runs {
    /// Those of all pairs: no match keeps a copy of its own.
    all: Arc<Vec<ShortRun>>,
    start: u32,
    count: u8,
}

impl Runs {
    /// The runs, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = SharedRun> + '_ {
        self.all.get(range(self.start, self.count)).unwrap_or_default().iter().map(ShortRun::long)
    }

    /// Whether the sentences have no words in a row in common.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl PartialEq for Runs {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Runs {}

impl fmt::Debug for Runs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for Runs {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Gathers scored pairs in their order.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pairs: Vec<ScoredPair>,
    runs: Vec<ShortRun>,
    disputes: Disputes,
}

impl Gathered {
    /// Room for so many pairs.
    pub(super) fn with_capacity(pairs: usize) -> Self {
        Self { pairs: Vec::with_capacity(pairs), ..Self::default() }
    }

    /// Adds a pair that comes behind all others.
    pub(super) fn push(
        &mut self,
        (a, b): (SentenceId, SentenceId),
        (score, relation): (Score, Relation),
        runs: impl Iterator<Item = SharedRun>,
        disagreements: &[Disagreement],
    ) {
        self.disputes.push((a, b), disagreements);
        let start = self.runs.len();
        self.runs.extend(runs.map(ShortRun::of));
        let count = u8::try_from(self.runs.len() - start).unwrap_or(u8::MAX);
        let (a, b) = (ShortId::of(a), ShortId::of(b));
        self.pairs.push(ScoredPair { a, b, runs: short(start), count, relation, score });
    }

    /// Adds what was gathered of pairs that come behind all others.
    pub(super) fn append(&mut self, other: Self) {
        let before = short(self.runs.len());
        // By a quarter, not twofold: at its end the list is the largest thing there is.
        let lacking = other.runs.len().saturating_sub(self.runs.capacity() - self.runs.len());
        if lacking > 0 {
            self.runs.reserve_exact(other.runs.len().max(self.runs.len() / 4));
        }
        self.pairs
            .extend(other.pairs.into_iter().map(|pair| ScoredPair { runs: pair.runs + before, ..pair }));
        self.runs.extend(other.runs);
        self.disputes.append(other.disputes);
    }

    /// All of them.
    pub(super) fn finish(mut self) -> Pairs {
        self.pairs.shrink_to_fit();
        self.runs.shrink_to_fit();
        self.disputes.shrink();
        Pairs {
            pairs: self.pairs,
            verdicts: Arc::default(),
            runs: Arc::new(self.runs),
            disputes: Arc::new(self.disputes),
        }
    }
}

/// A [`SharedRun`] in half the room.
#[derive(Clone, Copy, Debug)]
struct ShortRun {
    a: ShortSpan,
    b: ShortSpan,
}

impl ShortRun {
    fn of(run: SharedRun) -> Self {
        Self { a: run.a.into(), b: run.b.into() }
    }

    fn long(&self) -> SharedRun {
        SharedRun { a: self.a.into(), b: self.b.into() }
    }
}
