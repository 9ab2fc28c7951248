//! What two sentences that otherwise say the same say differently.

mod aligned;
mod alone;
mod denied;
mod exchanged;
mod lexicon;
mod names;
mod quoted;
mod reworded;
mod roles;
mod sentence;
mod unspaced;

use serde::Serialize;

pub use self::sentence::{Page, Sentence};
use crate::article::Span;
use crate::facts::{Sort, Value};
use crate::lexis::Lexis;

/// What kind of thing two sentences say differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DisagreementKind {
    /// How many, how much, how old; a score, a rank, a share.
    Number,
    /// When: the hour, the day, the date, the year.
    Time,
    /// Which person, body or place.
    Name,
    /// One says that it is, the other that it is not.
    Negation,
    /// One says the opposite of the other: "rose" and "fell".
    Opposite,
    /// The same words with their roles exchanged: who did it to whom.
    Who,
    /// Words inside quotation marks: what somebody is said to have said.
    Quote,
}

/// What two sentences that otherwise say the same say differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[non_exhaustive]
pub struct Disagreement {
    /// What kind of thing it is.
    pub kind: DisagreementKind,
    /// Where the first says it.
    pub a: Span,
    /// Where the second says it.
    pub b: Span,
}

impl Disagreement {
    /// The same with the two sentences exchanged.
    #[must_use]
    pub const fn swapped(self) -> Self {
        Self { a: self.b, b: self.a, ..self }
    }
}

impl DisagreementKind {
    /// What it is to state another value than this.
    const fn of(value: &Value) -> Self {
        match value.sort() {
            Sort::Quantity | Sort::Rank | Sort::Score => Self::Number,
            Sort::Clock | Sort::Weekday | Sort::Date | Sort::Month | Sort::Year => Self::Time,
        }
    }
}

/// What two sentences that say the same, or nearly, disagree in, in the order of the first.
///
/// Claims nothing where it is in doubt. What two sentences disagree in is the same whichever of them comes first.
#[must_use]
pub fn between(a: &Sentence<'_>, b: &Sentence<'_>, lexis: &Lexis) -> Vec<Disagreement> {
    if a.text() == b.text() {
        return Vec::new();
    }
    // Aligning goes from the first to the second: which is which is decided by what they say.
    let mut found = if a.text() < b.text() {
        all(a, b, lexis)
    } else {
        all(b, a, lexis).into_iter().map(Disagreement::swapped).collect()
    };
    found.sort_unstable_by_key(|said| (said.a, said.b, said.kind));
    found.dedup();
    found
}

/// What is found in each way, the surest first; what overlaps with something surer is the same.
fn all(a: &Sentence<'_>, b: &Sentence<'_>, lexis: &Lexis) -> Vec<Disagreement> {
    if a.unspaced || b.unspaced {
        return unspaced::disagreements(a, b);
    }
    let common = a.in_common(b);
    let mut found = exchanged::disagreements(a, b, common, lexis);
    let ways = [
        aligned::disagreements(a, b, common, lexis),
        quoted::disagreements(a, b, common, lexis),
        reworded::disagreements(a, b, lexis),
        roles::disagreements(a, b, lexis),
        denied::disagreements(a, b, lexis),
    ];
    for said in ways.into_iter().flatten() {
        if !found.iter().any(|surer| surer.a.overlaps(said.a) || surer.b.overlaps(said.b)) {
            found.push(said);
        }
    }
    found
}
