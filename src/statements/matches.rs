//! Who says the same as whom.

use serde::Serialize;

use crate::article::SentenceId;
use crate::matching::{Relation, Runs};
use crate::score::Score;

/// How sure a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Its score reaches [`Settings::certain`](super::Settings::certain).
    Certain,
    /// Its score reaches [`Settings::possible`](super::Settings::possible) only, it is the best of a sentence
    /// that has none such ([`Settings::last_resort`](super::Settings::last_resort)), or grouping alone implies it.
    Possible,
}

/// Where a match comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// From the score of the pair.
    Score,
    /// From both sentences being in one statement.
    Statement,
}

/// Two sentences of different articles that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

impl Match {
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
pub struct Statement {
    /// Its sentences, in order.
    pub sentences: Vec<SentenceId>,
    /// The articles that carry it, in order, each once.
    pub articles: Vec<usize>,
}
