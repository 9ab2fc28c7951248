//! Who says the same as whom.

use serde::Serialize;

use super::Settings;
use crate::article::SentenceId;
use crate::matching::{Disagreements, Pairs, Relation, Runs, ScoredPair};
use crate::score::Score;

/// How sure a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Its score reaches [`Settings::certain`](super::Settings::certain).
    Certain,
    /// Its score reaches [`Settings::possible`](super::Settings::possible) only.
    Possible,
}

/// Where a match comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Via {
    /// From the score of the pair.
    Score,
    /// From what the user says of it.
    Correction,
}

/// Two sentences of different articles that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Match {
    /// The sentence of the article that comes first.
    pub a: SentenceId,
    /// The other; always of a later article.
    pub b: SentenceId,
    /// How they relate.
    pub relation: Relation,
    /// Calibrated: of matches with .9, nine in ten are right.
    pub score: Score,
    /// How sure it is at the current settings.
    pub certainty: Certainty,
    /// Where it comes from.
    pub via: Via,
    /// What they have in common, in the order of the first.
    pub runs: Runs,
    /// What they say differently, though they say the same otherwise, in the order of the first.
    pub disagreements: Disagreements,
}

impl Match {
    /// Whether it is certain, and its sentences disagree in something.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        self.certainty == Certainty::Certain && !self.disagreements.is_empty()
    }

    /// The sentence on the other side from `id`, when `id` is one of the two.
    #[must_use]
    pub fn other(&self, id: SentenceId) -> Option<SentenceId> {
        if self.a == id {
            Some(self.b)
        } else if self.b == id {
            Some(self.a)
        } else {
            None
        }
    }
}

/// One thing said, with everyone who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statement {
    /// Its sentences, in order.
    pub sentences: Vec<SentenceId>,
    /// The one of them that all those of other articles have a certain match with.
    pub core: SentenceId,
    /// The articles that carry it, in order, each once.
    pub articles: Vec<usize>,
}

/// The pairs that score enough, ordered by their sentences.
pub(super) fn of(pairs: &Pairs, settings: Settings) -> Vec<Match> {
    let reaching = pairs.iter().filter(|pair| pair.score >= settings.possible);
    let found = |pair: &ScoredPair| Match {
        a: pair.a(),
        b: pair.b(),
        relation: pair.relation,
        score: pair.score,
        certainty: if pair.score >= settings.certain { Certainty::Certain } else { Certainty::Possible },
        via: pairs.verdict(pair.a(), pair.b()).map_or(Via::Score, |_| Via::Correction),
        runs: pairs.runs_of(pair),
        disagreements: pairs.disagreements_of(pair),
    };
    reaching.map(found).collect()
}
