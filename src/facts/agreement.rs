//! Which values may be one.

use super::{Amount, Clock, Measure, Value};

/// Parts of a whole are told roughly: "a third" for 35 percent.
const SHARES: f64 = 0.03;
/// Times that are about the same are within so many minutes.
const ABOUT: u32 = 30;
/// And others within so many: "9" for "9:05".
const NEAR: u32 = 5;
/// What percentages are called in the lists of units.
const PERCENT: &str = "percent";

/// See [`Value::agrees`].
pub(super) fn agree(a: &Value, b: &Value) -> bool {
    compared(a, b) == Some(true)
}

/// See [`Value::excludes`].
pub(super) fn excludes(a: &Value, b: &Value) -> bool {
    compared(a, b) == Some(false)
}

/// Whether two values may be one; none where they can't be held against one another.
fn compared(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (&Value::Quantity(x, of), &Value::Quantity(y, other)) => quantities((x, of), (y, other)),
        // Who names the sides in the other order means the same.
        (&Value::Score(a, b), &Value::Score(c, d)) => Some((a.min(b), a.max(b)) == (c.min(d), c.max(d))),
        // Clocks that go by different zones show different times at once.
        (&Value::Clock(a), &Value::Clock(b)) if a.zone != b.zone => clocks(a, b).then_some(true),
        (&Value::Clock(a), &Value::Clock(b)) => Some(clocks(a, b)),
        (Value::Weekday(a), Value::Weekday(b)) => Some(a == b),
        (
            &Value::Date { month, day, year },
            &Value::Date { month: other_month, day: other_day, year: other_year },
        ) => Some((month, day) == (other_month, other_day) && years(year, other_year)),
        (&Value::Month(a, year), &Value::Month(b, other)) => Some(a == b && years(year, other)),
        (&Value::Month(month, year), &Value::Date { month: other, year: other_year, .. })
        | (&Value::Date { month, year, .. }, &Value::Month(other, other_year)) => {
            (month == other && years(year, other_year)).then_some(true)
        }
        (Value::Year(a), Value::Year(b)) => Some(a == b),
        _ => None,
    }
}

/// Whether two years are one, or one isn't told.
fn years(a: Option<u32>, b: Option<u32>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a == b)
}

fn clocks(a: Clock, b: Clock) -> bool {
    a.apart(b) <= if a.about || b.about { ABOUT } else { NEAR }
}

fn quantities((x, of): (Amount, Measure), (y, other): (Amount, Measure)) -> Option<bool> {
    match (of, other) {
        (Measure::Unit(a), Measure::Unit(b)) if a == b => Some(x.may_be(y)),
        (Measure::Unit(a), Measure::Unit(b)) if a.of == b.of => {
            Some(x.times(a.each).may_be_converted(y.times(b.each)))
        }
        // As many of something else; other numbers may be converted.
        (Measure::Unit(_), Measure::Unit(_)) => x.is(y).then_some(false),
        (Measure::Plain, Measure::Plain) | (Measure::Age, Measure::Age) | (Measure::Rank, Measure::Rank) => {
            Some(x.may_be(y))
        }
        (Measure::Share, Measure::Share) => Some((x.value - y.value).abs() < 0.01),
        (Measure::Share, Measure::Unit(unit)) if unit.of == PERCENT => Some(is_share(y, x)),
        (Measure::Unit(unit), Measure::Share) if unit.of == PERCENT => Some(is_share(x, y)),
        // Of one it isn't told what it measures.
        (Measure::Plain, Measure::Unit(_) | Measure::Age)
        | (Measure::Unit(_) | Measure::Age, Measure::Plain) => x.may_be(y).then_some(true),
        (Measure::Age, Measure::Unit(_)) | (Measure::Unit(_), Measure::Age) => x.is(y).then_some(true),
        _ => None,
    }
}

/// Whether so many percent are that part of a whole.
fn is_share(percent: Amount, share: Amount) -> bool {
    (percent.value / 100.0 - share.value).abs() <= SHARES
}
