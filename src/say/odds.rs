//! Probabilities: in words first, the figure beside them.

use crate::score::Score;

/// From which probability on a word is said, the surest first.
const WORDS: [(f64, &str); 4] =
    [(0.98, "almost certainly"), (0.85, "very likely"), (0.6, "likely"), (0.4, "maybe")];

/// How sure a flag or a match is: "very likely (97 %)".
#[must_use]
pub fn odds(score: Score) -> String {
    let probability = score.probability();
    let word = WORDS.iter().find(|&&(from, _)| probability >= from).map_or("unlikely", |&(_, word)| word);
    format!("{word} ({})", percent(score))
}

/// A probability as it is written: "97 %".
#[must_use]
pub fn percent(score: Score) -> String {
    format!("{} %", score.percent())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_with_their_figures() {
        let say = |probability| odds(Score::from_probability(probability));
        assert_eq!(say(0.9999), "almost certainly (99 %)");
        assert_eq!(say(0.9), "very likely (90 %)");
        assert_eq!(say(0.6), "likely (60 %)");
        assert_eq!(say(0.4), "maybe (40 %)");
        assert_eq!(say(0.1), "unlikely (10 %)");
    }
}
