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
/// So near before an age stands whose it is, in words.
const NAMED: usize = 3;
/// Where nothing else tells that two times are of one thing, they are an hour apart, in minutes: what follows upon
/// another is told with its time, too.
const HOUR: u32 = 60;

/// A fact and what is known of what it is about.
struct Told<'f> {
    fact: &'f Fact,
    /// What is counted, as one of the rows of the lists.
    row: Option<usize>,
    /// The words behind it that may be what is counted.
    counted: Vec<TermId>,
    /// The words around it that say something.
    around: Vec<TermId>,
    /// The names just before it.
    named: Vec<TermId>,
    /// What is counted, as one of the rows of things that have several words.
    things: Option<usize>,
    /// Whether a word beside it tells that somebody says something: then it may be when that was said.
    reported: bool,
}

/// Facts about the same thing that can't both be right.
pub(super) fn disagreements(a: &Sentence<'_>, b: &Sentence<'_>, lexis: &Lexis) -> Vec<Disagreement> {
    // Most facts exclude none of the other sentence; what they are about is asked only where one does.
    let excluded = |fact: &Fact| b.facts.iter().any(|other| fact.value.excludes(&other.value));
    if !a.facts.iter().any(excluded) {
        return Vec::new();
    }
    let (mine, theirs) = (told(a, lexis), told(b, lexis));
    let common = Common::of(a, b, lexis);
    let mut found = Vec::new();
    for x in &mine {
        let rivals: Vec<&Told<'_>> = theirs.iter().filter(|y| x.is_of_the_same(y, &common)).collect();
        // Where it is not clear which of several is meant, none is.
        let [y] = rivals[..] else { continue };
        let alone = mine.iter().filter(|other| other.is_of_the_same(y, &common)).count() == 1;
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
    /// Whether the same things are counted, in words of their own.
    fn is_alike(&self, other: &Self) -> bool {
        self.things.is_some() && self.things == other.things
    }

    /// Whether two facts are about the same thing.
    fn is_of_the_same(&self, other: &Self, common: &Common) -> bool {
        if self.fact.value.sort() != other.fact.value.sort() {
            return false;
        }
        let near = shared(&self.around, &other.around);
        match (&self.fact.value, &other.fact.value) {
            (Value::Quantity(_, Measure::Age), Value::Quantity(_, Measure::Age)) => {
                let known = self.named.is_empty() || other.named.is_empty();
                known || shared(&self.named, &other.named) > 0
            }
            (Value::Quantity(_, Measure::Unit(x)), Value::Quantity(_, Measure::Unit(y))) => {
                x.of == y.of && shared(&self.counted, &other.counted) > 0
            }
            (Value::Quantity(_, Measure::Plain), Value::Quantity(_, Measure::Plain)) => {
                match (self.row, other.row) {
                    (Some(row), Some(other)) => row == other,
                    (None, None) => {
                        let counted = shared(&self.counted, &other.counted) > 0;
                        counted && near > 1 || self.is_alike(other) && common.says_much()
                    }
                    _ => false,
                }
            }
            (Value::Clock(x), Value::Clock(y)) => near > 0 || common.is_half() && x.apart(*y) >= HOUR,
            (Value::Score(..), Value::Score(..)) => true,
            // Days and dates stand beside everything that happened on them, and beside who told it when.
            (Value::Weekday(..), Value::Weekday(..)) => {
                !self.reported && !other.reported && near > 0 && common.is_same_event()
            }
            _ => false,
        }
    }
}

/// What two sentences have in common beside their facts.
struct Common {
    /// How many words.
    words: usize,
    /// How many of these are no names.
    plain: usize,
    /// How many words the shorter one has.
    all: usize,
}

impl Common {
    fn of(a: &Sentence<'_>, b: &Sentence<'_>, lexis: &Lexis) -> Self {
        let says = |sentence: &Sentence<'_>| -> Vec<(TermId, bool)> {
            let pieces = sentence.pieces.iter().filter(|piece| {
                !piece.is_fact() && piece.tells() && !sentence.lexicon.is_saying(sentence.word(lexis, piece))
            });
            let mut words: Vec<(TermId, bool)> =
                pieces.filter_map(|piece| Some((sentence.term(piece)?, piece.named))).collect();
            words.sort_unstable();
            words.dedup_by_key(|(term, _)| *term);
            words
        };
        let (mine, theirs) = (says(a), says(b));
        let both = mine.iter().filter(|(term, _)| theirs.iter().any(|(other, _)| other == term));
        let plain = both.clone().filter(|(_, named)| !named).count();
        Self { words: both.count(), plain, all: mine.len().min(theirs.len()) }
    }

    /// Whether the shorter sentence says little that the other doesn't say.
    const fn is_half(&self) -> bool {
        self.words > 1 && self.words * 2 >= self.all
    }

    /// Whether they tell of one event: most of the shorter one is in the other, and not names alone.
    const fn is_same_event(&self) -> bool {
        self.is_half() && self.plain > 1 && self.words > 2
    }

    /// Whether they have words in common, and not names alone, that tell that something of one sort is said to be as many.
    const fn says_much(&self) -> bool {
        self.plain > 0 && self.words > 1
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
        let things = next
            .iter()
            .take(COUNTED)
            .take_while(says)
            .find_map(|token| sentence.lexicon.thing(lexis.text(token.word)));
        let row = |token: &Token| sentence.lexicon.counted(lexis.text(token.word));
        let nearest = before.last().and_then(row).or_else(|| {
            let until = next.iter().take_while(|token| token.kind != TokenKind::Number);
            until.filter_map(row).next()
        });
        let near = before.get(before.len().saturating_sub(NAMED)..).unwrap_or_default().iter();
        let named = near.filter(|token| matches!(token.kind, TokenKind::Name | TokenKind::GivenName));
        let named = named.map(|token| token.term).collect();
        let says = |token: &Token| sentence.lexicon.is_saying(lexis.text(token.word));
        // A comma parts "on Wednesday, officials said" from "officials said on Wednesday".
        let clause = |from: usize, to: usize| !sentence.between(from, to).contains(',');
        let said_before = before.iter().any(|token| says(token) && clause(token.span().end, fact.span.start));
        let said_behind = next.iter().any(|token| says(token) && clause(fact.span.end, token.span().start));
        let reported = said_before || said_behind;
        Told { fact, row: nearest, counted, around, named, things, reported }
    };
    sentence.facts.iter().map(of).collect()
}
