//! From evidence to the probability that two sentences say the same.

use crate::comparison::Score;

/// Measured on stories that two readers labelled: evidence, and the share of pairs with it that both
/// readers joined.
const STORY: &[(f64, f64)] = &[
    (0.00, 0.005),
    (0.05, 0.01),
    (0.15, 0.04),
    (0.22, 0.11),
    (0.28, 0.15),
    (0.33, 0.25),
    (0.38, 0.42),
    (0.42, 0.65),
    (0.48, 0.78),
    (0.54, 0.87),
    (0.66, 0.95),
    (0.80, 0.98),
    (1.20, 0.995),
];

/// The same for two articles alone, which no third one supports.
const TWO_ARTICLES: &[(f64, f64)] = &[
    (0.00, 0.02),
    (0.04, 0.04),
    (0.14, 0.14),
    (0.19, 0.27),
    (0.23, 0.44),
    (0.28, 0.60),
    (0.33, 0.76),
    (0.38, 0.87),
    (0.47, 0.94),
    (0.54, 0.97),
    (0.78, 0.985),
    (1.09, 0.995),
];

/// The probability that a pair with this evidence says the same, in a story of so many articles.
pub(super) fn score(evidence: f64, articles: usize) -> Score {
    let table = if articles > 2 { STORY } else { TWO_ARTICLES };
    Score::from_probability(interpolate(table, evidence))
}

/// Between two rows linear; before the first row falling to 0 at no evidence, behind the last constant.
fn interpolate(table: &[(f64, f64)], x: f64) -> f64 {
    let above = table.partition_point(|row| row.0 <= x);
    let Some(&(x1, y1)) = table.get(above) else { return table.last().map_or(0.0, |row| row.1) };
    let (x0, y0) = above.checked_sub(1).and_then(|below| table.get(below)).copied().unwrap_or((0.0, 0.0));
    if x <= x0 { y0 } else { y0 + (y1 - y0) * (x - x0) / (x1 - x0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_evidence_is_never_less_sure() {
        for articles in [2, 3, 30] {
            let scores: Vec<Score> =
                (-50..200).map(|step| score(f64::from(step) / 100.0, articles)).collect();
            assert!(scores.is_sorted());
            assert_eq!(scores.first(), Some(&score(-9.0, articles)));
            assert!(scores.last().is_some_and(|last| *last < Score::ONE));
        }
    }

    #[test]
    fn two_articles_alone_need_less_evidence() {
        assert!(score(0.3, 2) > score(0.3, 5));
    }
}
