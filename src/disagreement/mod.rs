//! What two sentences that otherwise say the same say differently.

mod names;
mod slots;

use serde::Serialize;

use crate::article::Span;
use crate::lexis::{Lexis, Token};

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

/// One of two sentences.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a> {
    /// Its words.
    pub tokens: &'a [Token],
    /// The text of its article.
    pub text: &'a str,
}

/// What two sentences that say the same, or nearly, disagree in, in the order of the first.
///
/// Claims nothing where it is in doubt. What two sentences disagree in is the same whichever of them comes first.
#[must_use]
pub fn between(a: Sentence<'_>, b: Sentence<'_>, lexis: &Lexis) -> Vec<Disagreement> {
    // Aligning goes from the first to the second: which is which is decided by their words.
    let terms = |token: &Token| token.term;
    let mut found = if a.tokens.iter().map(terms).le(b.tokens.iter().map(terms)) {
        slots::disagreements(a, b, lexis)
    } else {
        slots::disagreements(b, a, lexis).into_iter().map(Disagreement::swapped).collect()
    };
    found.sort_unstable();
    found.dedup();
    found
}
