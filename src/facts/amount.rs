//! How much: a number, how exactly it is meant, and which others it may stand for.

use serde::Deserialize;

/// How exactly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    /// As it stands.
    Exact,
    /// Somewhere there.
    About,
    /// More than that.
    Over,
    /// That or more.
    Least,
    /// Less than that.
    Under,
    /// Less than that, but not by much.
    Nearly,
    /// That or less.
    Most,
}

/// So much of something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The number itself; of a range the one that it begins with.
    pub value: f64,
    /// The end of a range, or the number itself.
    pub upto: f64,
    /// What its last digit counts: 1 in 12, .1 in 2.5, 100,000 in 2.5 million.
    pub step: f64,
    /// How exactly it is meant.
    pub hedge: Hedge,
}

/// Somewhere there is within this part of the number.
const ABOUT: f64 = 0.15;
/// Smaller numbers stand as they are; larger ones may be rounded, to this part of them.
const ROUNDED_FROM: f64 = 100.0;
const ROUNDED: f64 = 0.05;
/// What was measured in another unit is rounded there, too.
const CONVERTED: f64 = 0.1;

impl Amount {
    /// A number as it stands.
    #[must_use]
    pub const fn exactly(value: f64, step: f64) -> Self {
        Self { value, upto: value, step, hedge: Hedge::Exact }
    }

    /// The same amount of a unit that is so large.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, upto: self.upto * factor, step: self.step * factor, ..self }
    }

    /// Whether the numbers are the same, however exactly they are meant.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        (self.value - other.value).abs() <= self.value.abs() * f64::EPSILON
    }

    /// What it may be at least and at most.
    fn bounds(self) -> (f64, f64) {
        let (value, upto) = (self.value, self.upto);
        let round = roundness(value.abs(), self.step);
        match self.hedge {
            Hedge::Exact => (value, upto),
            Hedge::About => (value - value.abs() * ABOUT, upto + upto.abs() * ABOUT),
            Hedge::Over | Hedge::Least => (value, upto + round * 0.999),
            Hedge::Under | Hedge::Nearly | Hedge::Most => (value - round * 0.999, upto),
        }
    }

    /// Whether two amounts may be one, said more or less exactly.
    #[must_use]
    pub fn may_be(self, other: Self) -> bool {
        let (low, high) = self.bounds();
        let (other_low, other_high) = other.bounds();
        if self.contradicts(other) {
            return false;
        }
        if low <= other_high + f64::EPSILON && other_low <= high + f64::EPSILON {
            return true;
        }
        let gap = if low > other_high { low - other_high } else { other_low - high };
        let larger = self.value.abs().max(other.value.abs());
        let coarse = self.step.max(other.step);
        let finer = self.step.min(other.step);
        // 43.4 is 43 without its decimals, and 2.47 million is 2.5.
        if finer < coarse && gap < coarse / 2.0 {
            return true;
        }
        let round = roundness(self.value.abs(), self.step).max(roundness(other.value.abs(), other.step));
        larger >= ROUNDED_FROM && gap <= round / 2.0 && gap <= larger * ROUNDED
    }

    /// The same for what was measured in different units.
    #[must_use]
    pub fn may_be_converted(self, other: Self) -> bool {
        let larger = self.value.abs().max(other.value.abs());
        self.may_be(other) || (self.value - other.value).abs() <= larger * CONVERTED
    }

    /// Whether one is said to be more than what the other is said to be less than.
    fn contradicts(self, other: Self) -> bool {
        let above = |amount: Self| matches!(amount.hedge, Hedge::Over | Hedge::Least).then_some(amount.value);
        let below =
            |amount: Self| matches!(amount.hedge, Hedge::Under | Hedge::Nearly).then_some(amount.value);
        let apart =
            |more: Self, less: Self| above(more).zip(below(less)).is_some_and(|(more, less)| more >= less);
        apart(self, other) || apart(other, self)
    }
}

/// How round a number is: the largest of 1, 5, 10, 25, 50, 100, 500, 1000… steps that it is a whole number of.
fn roundness(value: f64, step: f64) -> f64 {
    let steps = value / step;
    let mut round = 1.0;
    let mut ten = 1.0;
    while ten <= steps && ten < 1e12 {
        for part in [1.0, 2.5, 5.0] {
            let candidate: f64 = ten * part;
            let whole = (steps / candidate).fract() < 1e-9;
            if whole && candidate <= steps && candidate.fract() == 0.0 {
                round = candidate;
            }
        }
        ten *= 10.0;
    }
    round * step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hedged(hedge: Hedge, value: f64) -> Amount {
        Amount { hedge, ..Amount::exactly(value, 1.0) }
    }

    #[test]
    fn small_numbers_stand_as_they_are() {
        let exactly = |value| Amount::exactly(value, 1.0);
        assert!(!exactly(10.0).may_be(exactly(12.0)));
        assert!(!exactly(8.0).may_be(Amount::exactly(8.5, 0.1)));
        assert!(exactly(43.0).may_be(Amount::exactly(43.4, 0.1)));
    }

    #[test]
    fn large_numbers_may_be_rounded() {
        let exactly = |value| Amount::exactly(value, 1.0);
        assert!(exactly(3000.0).may_be(exactly(3012.0)));
        assert!(!exactly(3015.0).may_be(exactly(3012.0)));
        assert!(!exactly(900.0).may_be(exactly(1000.0)));
        assert!(Amount::exactly(2.5e6, 1e5).may_be(Amount::exactly(2.47e6, 1e4)));
        assert!(!Amount::exactly(3e6, 1e6).may_be(Amount::exactly(3e9, 1e9)));
    }

    #[test]
    fn hedged_numbers_have_room() {
        assert!(hedged(Hedge::About, 75.0).may_be(hedged(Hedge::Exact, 72.0)));
        assert!(!hedged(Hedge::About, 75.0).may_be(hedged(Hedge::About, 300.0)));
        assert!(hedged(Hedge::Over, 1000.0).may_be(hedged(Hedge::Exact, 1300.0)));
        assert!(!hedged(Hedge::Over, 1000.0).may_be(hedged(Hedge::Exact, 4000.0)));
        assert!(!hedged(Hedge::Least, 3.0).may_be(hedged(Hedge::Least, 5.0)));
        assert!(hedged(Hedge::Nearly, 20.0).may_be(hedged(Hedge::Exact, 18.0)));
        assert!(!hedged(Hedge::Over, 50.0).may_be(hedged(Hedge::Under, 50.0)));
    }
}
