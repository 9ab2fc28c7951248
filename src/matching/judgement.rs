//! From evidence to the probability that two sentences say the same.
//!
//! A logistic regression (Cox, "The regression analysis of binary sequences", 1958): each piece of evidence
//! adds to the logarithm of the odds, so every weight says what its piece is worth, and the result is a
//! probability without further calibration. The weights were fitted to twelve stories with some 1,600 pairs
//! that two readers agreed on, the pairs of each story counting alike, and rounded to two digits.

use super::evidence::Features;
use crate::score::Score;

/// Nothing is surer: readers differ about identical sentences, too.
const SUREST: f64 = 0.999;

/// What each piece of evidence adds to the log-odds, per unit.
#[derive(Debug)]
struct Weights {
    /// The log-odds of a pair for which nothing speaks.
    nothing: f64,
    similarity: f64,
    shared: f64,
    anchors: f64,
    third: f64,
    diagonal: f64,
    openings: f64,
    distance: f64,
    negation: f64,
    quotations: f64,
}

/// For a story of three articles or more.
const STORY: Weights = Weights {
    nothing: -7.8,
    similarity: 8.4,
    shared: 1.4,
    anchors: 0.43,
    third: 4.4,
    diagonal: 2.9,
    openings: 1.9,
    distance: -1.6,
    negation: -0.70,
    quotations: -2.2,
};

/// For two articles alone, which no third one supports.
const TWO_ARTICLES: Weights = Weights {
    nothing: -7.5,
    similarity: 10.0,
    shared: 1.5,
    anchors: 0.36,
    third: 0.0,
    diagonal: 2.9,
    openings: 2.0,
    distance: -1.6,
    negation: -0.70,
    quotations: -1.9,
};

/// The probability that a pair with this evidence says the same, in a story of so many articles.
pub(super) fn score(evidence: &Features, articles: usize) -> Score {
    let weights = if articles > 2 { &STORY } else { &TWO_ARTICLES };
    let log_odds = weights.nothing
        + weights.similarity * evidence.similarity
        + weights.shared * evidence.shared
        + weights.anchors * evidence.anchors
        + weights.third * evidence.third
        + weights.diagonal * evidence.diagonal
        + weights.openings * evidence.openings
        + weights.distance * evidence.distance
        + weights.negation * evidence.negation
        + weights.quotations * evidence.quotations;
    Score::from_probability((1.0 / (1.0 + (-log_odds).exp())).min(SUREST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(similarity: f64) -> Features {
        Features { similarity, shared: 2.5, anchors: 1.0, third: 0.2, distance: 0.2, ..Features::default() }
    }

    #[test]
    fn more_evidence_is_never_less_sure() {
        for articles in [2, 3, 30] {
            let scores: Vec<Score> =
                (0..=100).map(|step| score(&evidence(f64::from(step) / 100.0), articles)).collect();
            assert!(scores.is_sorted());
            assert!(scores[0] < Score::from_probability(0.1) && scores[100] > Score::from_probability(0.9));
        }
    }

    #[test]
    fn a_negation_on_one_side_counts_against_a_pair() {
        let negated = Features { negation: 1.0, ..evidence(0.5) };
        assert!(score(&negated, 5) < score(&evidence(0.5), 5));
        assert!(score(&negated, 2) < score(&evidence(0.5), 2));
    }

    #[test]
    fn two_articles_alone_need_no_third() {
        let alone = Features { third: 0.0, ..evidence(0.4) };
        assert!(score(&alone, 2) > score(&alone, 5));
    }
}
