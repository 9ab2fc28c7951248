//! Whether two names may be one.

use crate::lexis::{Lexis, Token};

/// Whether two names may name the same: one by the initials of the other, or by part of its letters.
pub(super) fn may_be_one(mine: &[Token], theirs: &[Token], lexis: &Lexis) -> bool {
    let letters = |words: &[Token]| -> String {
        words.iter().flat_map(|word| lexis.text(word.word).chars().filter(|c| c.is_alphanumeric())).collect()
    };
    let (x, y) = (letters(mine), letters(theirs));
    let begin_alike = x.chars().zip(y.chars()).take_while(|(x, y)| x == y).count() >= 3;
    let (short, long) = if x.len() < y.len() { (&x, &y) } else { (&y, &x) };
    begin_alike || abbreviates(short, long)
}

/// Whether the letters of a short name stand in a long one in their order, the first letter first: FB, Facebook.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().next() == long.chars().next() && short.chars().all(|c| rest.any(|other| other == c))
}
