//! From evidence to the probability that two sentences say the same.
//!
//! A logistic regression (Cox, "The regression analysis of binary sequences", 1958): each piece of evidence
//! adds to the logarithm of the odds, so every weight says what its piece is worth, and the result is a
//! probability without further calibration. The weights were fitted to twelve stories with some 1,600 pairs
//! that two people agreed on, the pairs of each story counting alike, and rounded to two digits; those of openings and
//! headlines were set beside the others later. `examples/fit`
//! fits them to any stories that were labelled, and measures what each is worth.

use super::evidence::Features;
use crate::score::Score;

/// Nothing is surer: people differ about identical sentences, too.
const SUREST: f64 = 0.999;

/// What each piece of evidence adds to the logarithm of the odds.
#[derive(Clone, Copy, Debug)]
pub struct LogOdds {
    /// The log-odds of a pair for which nothing speaks.
    pub nothing: f64,
    /// What each piece adds, per unit.
    pub per_unit: Features,
}

/// For a story of three articles or more.
const STORY: LogOdds = LogOdds {
    nothing: -7.9,
    per_unit: Features {
        similarity: 8.4,
        shared: 1.4,
        anchors: 0.43,
        third: 4.4,
        diagonal: 2.9,
        openings: 1.7,
        headlines: 1.0,
        distance: -1.6,
        negation: -0.70,
        quotations: -2.2,
    },
};

/// For two articles alone, which no third one supports.
const TWO_ARTICLES: LogOdds = LogOdds {
    nothing: -7.6,
    per_unit: Features {
        similarity: 10.0,
        shared: 1.5,
        anchors: 0.36,
        third: 0.0,
        diagonal: 2.9,
        openings: 1.7,
        headlines: 1.0,
        distance: -1.6,
        negation: -0.70,
        quotations: -1.9,
    },
};

impl LogOdds {
    /// Those that the program judges by, in a story of so many articles.
    #[must_use]
    pub const fn in_story_of(articles: usize) -> &'static Self {
        if articles > 2 { &STORY } else { &TWO_ARTICLES }
    }

    /// The probability that a pair with this evidence says the same.
    #[must_use]
    pub fn score(&self, evidence: &Features) -> Score {
        let worth = self.per_unit.values().into_iter().zip(evidence.values());
        let log_odds = worth.fold(self.nothing, |sum, (weight, value)| sum + weight * value);
        Score::from_probability((1.0 / (1.0 + (-log_odds).exp())).min(SUREST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(evidence: &Features, articles: usize) -> Score {
        LogOdds::in_story_of(articles).score(evidence)
    }

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
    fn a_headline_may_say_a_sentence_in_fewer_words() {
        let summed_up = Features { headlines: 1.0, ..evidence(0.4) };
        assert!(score(&summed_up, 5) > score(&evidence(0.4), 5));
        assert!(score(&summed_up, 2) > score(&evidence(0.4), 2));
    }

    #[test]
    fn two_articles_alone_need_no_third() {
        let alone = Features { third: 0.0, ..evidence(0.4) };
        assert!(score(&alone, 2) > score(&alone, 5));
    }
}
