//! How sure a claim is.

use serde::Serialize;

/// A probability in steps of 1/10,000, kept as an integer so that it compares and prints the same everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// No chance at all.
    pub const ZERO: Self = Self(0);
    /// Certainty.
    pub const ONE: Self = Self(10_000);

    /// The nearest score to `probability`, which is clamped to 0..=1.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=10,000")]
    pub fn from_probability(probability: f64) -> Self {
        Self((probability.clamp(0.0, 1.0) * 10_000.0).round() as u16)
    }

    /// The score of so many steps of 1/10,000; more than 10,000 count as certainty.
    #[must_use]
    pub fn from_steps(steps: u64) -> Self {
        Self(u16::try_from(steps).unwrap_or(Self::ONE.0).min(Self::ONE.0))
    }

    /// The score in steps of 1/10,000, so that sums of scores are exact.
    #[must_use]
    pub fn steps(self) -> u64 {
        u64::from(self.0)
    }

    /// The score in whole percent; 100 for certainty alone.
    #[must_use]
    pub fn percent(self) -> u16 {
        if self == Self::ONE { 100 } else { ((self.0 + 50) / 100).min(99) }
    }

    /// The score as a number in 0..=1.
    #[must_use]
    pub fn probability(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

impl Serialize for Score {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.probability())
    }
}
