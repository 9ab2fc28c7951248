//! What two sentences say differently that say the same in other words.

use std::ops::Range;

use super::sentence::Sentence;
use super::{Disagreement, DisagreementKind};
use crate::facts::{Fact, Measure, Value};
use crate::lexis::{Lexis, TermId, Token, TokenKind};

/// So far from a fact words tell what it is about, in words.
const AROUND: usize = 4;
/// So far behind a number stands what it counts.
const COUNTED: usize = 3;

/// A fact and what is known of what it is about.
struct Told<'f> {
    fact: &'f Fact,
    /// What is counted, as one of the rows of the lists.
    row: Option<usize>,
    /// The words behind it that may be what is counted.
    counted: Vec<TermId>,
    /// The words around it that say something.
    around: Vec<TermId>,
}

/// Facts about the same thing that can't both be right.
pub(super) fn disagreements(a: &Sentence<'_>, b: &Sentence<'_>, lexis: &Lexis) -> Vec<Disagreement> {
    if a.facts.is_empty() || b.facts.is_empty() {
        return Vec::new();
    }
    let (mine, theirs) = (told(a, lexis), told(b, lexis));
    let mut found = Vec::new();
    for x in &mine {
        let rivals: Vec<&Told<'_>> = theirs.iter().filter(|y| x.is_of_the_same(y)).collect();
        // Where it is not clear which of several is meant, none is.
        let [y] = rivals[..] else { continue };
        let alone = mine.iter().filter(|other| other.is_of_the_same(y)).count() == 1;
        let agreed = |facts: &[Fact], fact: &Fact| facts.iter().any(|other| other.value.agrees(&fact.value));
        if alone
            && x.fact.value.excludes(&y.fact.value)
            && !agreed(&b.facts, x.fact)
            && !agreed(&a.facts, y.fact)
        {
            found.push(Disagreement {
                kind: DisagreementKind::of(&x.fact.value),
                a: x.fact.span,
                b: y.fact.span,
            });
        }
    }
    found
}

impl Told<'_> {
    /// Whether two facts are about the same thing.
    fn is_of_the_same(&self, other: &Self) -> bool {
        if self.fact.value.sort() != other.fact.value.sort() {
            return false;
        }
        let near = shared(&self.around, &other.around);
        match (&self.fact.value, &other.fact.value) {
            (Value::Quantity(_, Measure::Age), Value::Quantity(_, Measure::Age)) => true,
            (Value::Quantity(_, Measure::Unit(x)), Value::Quantity(_, Measure::Unit(y))) => {
                x.of == y.of && shared(&self.counted, &other.counted) > 0
            }
            (Value::Quantity(_, Measure::Plain), Value::Quantity(_, Measure::Plain)) => {
                match (self.row, other.row) {
                    (Some(row), Some(other)) => row == other,
                    (None, None) => shared(&self.counted, &other.counted) > 0 && near > 1,
                    _ => false,
                }
            }
            (Value::Clock(_), Value::Clock(_)) => near > 0,
            (Value::Score(..), Value::Score(..)) => true,
            // Days and dates stand beside everything that happened on them.
            _ => false,
        }
    }
}

/// How many words two lists have in common.
fn shared(some: &[TermId], others: &[TermId]) -> usize {
    some.iter().filter(|term| others.contains(term)).count()
}

/// The facts of a sentence and what they are about.
fn told<'f>(sentence: &'f Sentence<'_>, lexis: &Lexis) -> Vec<Told<'f>> {
    let of = |fact: &'f Fact| {
        let Range { start, end } = fact.words;
        let before = sentence.tokens.get(start.saturating_sub(AROUND)..start).unwrap_or_default();
        let behind = sentence.tokens.get(end..).unwrap_or_default();
        let next = behind.get(..AROUND.min(behind.len())).unwrap_or_default();
        let says = |token: &&Token| matches!(token.kind, TokenKind::Content | TokenKind::Name);
        let counted = next.iter().take(COUNTED).take_while(says).map(|token| token.term).collect();
        let around = before.iter().chain(next).filter(says).map(|token| token.term).collect();
        let row = |token: &Token| sentence.lexicon.counted(lexis.text(token.word));
        let nearest = before.last().and_then(row).or_else(|| {
            let until = next.iter().take_while(|token| token.kind != TokenKind::Number);
            until.filter_map(row).next()
        });
        Told { fact, row: nearest, counted, around }
    };
    sentence.facts.iter().map(of).collect()
}
