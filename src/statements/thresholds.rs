//! How sure is sure enough.

use serde::Serialize;

use crate::score::Score;

/// How close counts as a match: probabilities that two sentences say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// From here on a match is certain.
    pub certain: Score,
    /// From here on a match is possible. What scores less is reported only where it is the best that a
    /// sentence has, and no less than six tenths of this.
    pub possible: Score,
}

impl Settings {
    /// What the best candidate of a sentence without a possible match must score to be reported; below, nothing
    /// like the sentence was found.
    #[must_use]
    pub fn last_resort(self) -> Score {
        Score::from_steps(self.possible.steps() * 6 / 10)
    }
}

impl Default for Settings {
    /// Favours precision: a wrong line between two sentences costs a reader more than a missing one.
    fn default() -> Self {
        Self { certain: Score::from_probability(0.60), possible: Score::from_probability(0.08) }
    }
}
