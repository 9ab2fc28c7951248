//! Who says the same as whom.

use serde::Serialize;

use super::Settings;
use crate::article::SentenceId;
use crate::matching::{Disagreements, Pairs, Relation, Runs, ScoredPair};
use crate::score::Score;

/// What a pair is worth that only grouping implies: readers agree with about half of them.
const IMPLIED: f64 = 0.5;
/// Larger statements are copies of copies: the pairs that they imply are too many to be of use.
const MOST_IMPLYING: usize = 40;

/// How sure a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Its score reaches [`Settings::certain`](super::Settings::certain).
    Certain,
    /// Its score reaches [`Settings::possible`](super::Settings::possible) only, or grouping alone implies it.
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
    /// What they say differently, though they say the same otherwise, in the order of the first.
    pub disagreements: Disagreements,
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

/// The pairs that score enough and those that their group implies, ordered by their sentences.
pub(super) fn of(pairs: &Pairs, groups: &[Vec<SentenceId>], settings: Settings) -> Vec<Match> {
    let reaches = |pair: &&ScoredPair| pair.score >= settings.possible;
    let may_imply = Score::from_probability(IMPLIED) >= settings.possible;
    let mut implied: Vec<Match> = Vec::new();
    for group in groups.iter().filter(|group| may_imply && group.len() <= MOST_IMPLYING) {
        for (index, &a) in group.iter().enumerate() {
            let scored = pairs.beginning_with(a);
            for &b in group.iter().skip(index + 1).filter(|b| b.article != a.article) {
                let pair = scored.binary_search_by_key(&b, ScoredPair::b).ok().and_then(|at| scored.get(at));
                if pair.filter(reaches).is_none() {
                    let relation = pair.map_or(Relation::Paraphrase, |pair| pair.relation);
                    let runs = pair.map(|pair| pairs.runs_of(pair)).unwrap_or_default();
                    let disagreements = pair.map(|pair| pairs.disagreements_of(pair)).unwrap_or_default();
                    implied.push(Match {
                        a,
                        b,
                        relation,
                        score: Score::from_probability(IMPLIED),
                        certainty: Certainty::Possible,
                        via: Via::Statement,
                        runs,
                        disagreements,
                    });
                }
            }
        }
    }
    implied.sort_unstable_by_key(|found| (found.a, found.b));
    let mut matches = Vec::with_capacity(pairs.iter().filter(reaches).count() + implied.len());
    let mut implied = implied.into_iter().peekable();
    for pair in pairs.iter().filter(reaches) {
        let (a, b) = (pair.a(), pair.b());
        while let Some(before) = implied.next_if(|before| (before.a, before.b) < (a, b)) {
            matches.push(before);
        }
        let certain = pair.score >= settings.certain;
        matches.push(Match {
            a,
            b,
            relation: pair.relation,
            score: pair.score,
            certainty: if certain { Certainty::Certain } else { Certainty::Possible },
            via: Via::Score,
            runs: pairs.runs_of(pair),
            disagreements: pairs.disagreements_of(pair),
        });
    }
    matches.extend(implied);
    matches
}
