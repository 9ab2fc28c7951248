//! What stands in the same place of two sentences whose wording is otherwise the same.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::alone;
use super::names;
use super::sentence::{Piece, Sentence};
use super::{Disagreement, DisagreementKind};
use crate::article::Span;
use crate::facts::Fact;
use crate::lexis::{Lexis, TokenKind};

/// So much of the shorter sentence must stand in the other for a difference to be one of fact.
const ALIKE: f64 = 0.6;
/// So much where values have changed places.
const SAME: f64 = 0.9;
/// Longer differences are another wording, in words.
const SLOT: usize = 4;
/// So near stands what is denied, in words.
const DENIED: usize = 4;

/// Two sentences, aligned.
struct Aligned<'a, 's> {
    a: &'a Sentence<'s>,
    b: &'a Sentence<'s>,
    lexis: &'a Lexis,
    operations: Vec<DiffOp>,
    /// How much of the shorter one stands in the other.
    alike: f64,
}

/// What two sentences say differently in the same place; `common` is how many words they have in common, in any order.
pub(super) fn disagreements(
    a: &Sentence<'_>,
    b: &Sentence<'_>,
    common: usize,
    lexis: &Lexis,
) -> Vec<Disagreement> {
    let shorter = a.pieces.len().min(b.pieces.len());
    // Aligning finds no more in common than there is in any order.
    if share(common, shorter) < ALIKE {
        return Vec::new();
    }
    let operations = if a.keys == b.keys {
        vec![DiffOp::Equal { old_index: 0, new_index: 0, len: a.keys.len() }]
    } else {
        capture_diff_slices(Algorithm::Myers, &a.keys, &b.keys)
    };
    let equal = operations.iter().filter(|operation| is_equal(operation));
    let alike = share(equal.map(|operation| operation.old_range().len()).sum(), shorter);
    if alike < ALIKE {
        return Vec::new();
    }
    let aligned = Aligned { a, b, lexis, operations, alike };
    let mut found = aligned.of_facts();
    found.extend(aligned.of_slots());
    found
}

#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn share(some: usize, all: usize) -> f64 {
    some as f64 / all.max(1) as f64
}

const fn is_equal(operation: &DiffOp) -> bool {
    matches!(operation, DiffOp::Equal { .. })
}

impl Aligned<'_, '_> {
    /// Facts of one kind in the same place that can't both be right.
    fn of_facts(&self) -> Vec<Disagreement> {
        let mut found = Vec::new();
        for operation in self.operations.iter().filter(|operation| is_equal(operation)) {
            let (old, new) = (operation.old_range(), operation.new_range());
            for (x, y) in old.clone().zip(new) {
                let (mine, theirs) = (&self.a.pieces[x], &self.b.pieces[y]);
                let (Some(fact), Some(other)) = (self.a.fact(mine), self.b.fact(theirs)) else { continue };
                if fact.value.excludes(&other.value)
                    && self.holds_place(&old, x)
                    && !self.stands_elsewhere(fact, other)
                {
                    found.push(Disagreement {
                        kind: DisagreementKind::of(&fact.value),
                        a: fact.span,
                        b: other.span,
                    });
                }
            }
        }
        found
    }

    /// Whether what stands beside the piece at `x`, in a stretch that both sentences have, tells that it is the same place.
    fn holds_place(&self, stretch: &Range<usize>, x: usize) -> bool {
        let tells = |piece: &Piece| !piece.is_fact() && piece.tells();
        let behind = self.a.pieces.get(x + 1..stretch.end).unwrap_or_default();
        let before = self.a.pieces.get(stretch.start..x).unwrap_or_default();
        let whole = stretch.len() == self.a.pieces.len();
        // What is counted stands behind a number; what stands before it may go on with anything.
        let near = |mut pieces: &mut dyn Iterator<Item = &Piece>| (&mut pieces).take(2).any(tells);
        let at_end = x + 1 == self.a.pieces.len();
        whole
            || near(&mut behind.iter())
            || (at_end && near(&mut before.iter().rev()))
            || (near(&mut before.iter().rev()) && !behind.is_empty())
    }

    /// Whether either value stands in the other sentence, too, and not because both have only changed places.
    fn stands_elsewhere(&self, fact: &Fact, other: &Fact) -> bool {
        let says = |sentence: &Sentence<'_>, fact: &Fact| {
            sentence.facts.iter().any(|own| own.value.agrees(&fact.value))
        };
        let (mine, theirs) = (says(self.b, fact), says(self.a, other));
        let changed_places = mine && theirs && self.alike >= SAME;
        (mine || theirs) && !changed_places
    }

    /// Words in the same place that can't both be right.
    fn of_slots(&self) -> Vec<Disagreement> {
        // Parts of names don't separate: the "department" of justice is not that of homeland security.
        let separates = |operation: &DiffOp| {
            let pieces = self.a.pieces.get(operation.old_range()).unwrap_or_default();
            is_equal(operation)
                && pieces.iter().any(|piece| {
                    piece.is_fact() || matches!(piece.kind, TokenKind::Content | TokenKind::Number)
                })
        };
        let slots = self.operations.split(separates);
        slots.filter(|slot| !slot.iter().all(is_equal)).filter_map(|slot| self.of_slot(slot)).collect()
    }

    fn of_slot(&self, slot: &[DiffOp]) -> Option<Disagreement> {
        let mine = differing(slot, self.a, self.b, DiffOp::old_range);
        let theirs = differing(slot, self.b, self.a, DiffOp::new_range);
        let Some(kind) = self.disagree(slot, &mine, &theirs) else {
            let (old, new) = (unequal(slot, DiffOp::old_range)?, unequal(slot, DiffOp::new_range)?);
            return alone::disagreement((self.a, &old), (self.b, &new), self.lexis);
        };
        let (a, b) = if kind == DisagreementKind::Negation {
            self.denied(slot)?
        } else {
            (place(self.a, &mine, slot, DiffOp::old_range)?, place(self.b, &theirs, slot, DiffOp::new_range)?)
        };
        let bracketed = is_bracketed(self.a, a) || is_bracketed(self.b, b);
        (!bracketed).then_some(Disagreement { kind, a, b })
    }

    /// What one says and the other denies, each with the word that is denied: "fail" and "did not fail".
    fn denied(&self, slot: &[DiffOp]) -> Option<(Span, Span)> {
        let (old, new) = (unequal(slot, DiffOp::old_range)?, unequal(slot, DiffOp::new_range)?);
        let says = |sentence: &Sentence<'_>, range: &Range<usize>| {
            let pieces = sentence.pieces.get(range.clone()).unwrap_or_default();
            pieces.iter().any(|piece| piece.tells() && !sentence.negates(piece))
        };
        let spanning = |old: Range<usize>, new: Range<usize>| {
            Some((self.a.spanning(self.a.pieces.get(old)?)?, self.b.spanning(self.b.pieces.get(new)?)?))
        };
        // "everyone", "no one".
        if says(self.a, &old) && says(self.b, &new) {
            return spanning(old, new);
        }
        let tells = |piece: &Piece| piece.tells();
        let behind = self.a.pieces.get(old.end..)?.iter().take(DENIED).position(tells);
        let before = || self.a.pieces.get(..old.start)?.iter().rev().take(DENIED).position(tells);
        match behind {
            Some(behind) => spanning(old.start..old.end + behind + 1, new.start..new.end + behind + 1),
            None => {
                let before = before()? + 1;
                spanning(old.start - before..old.end, new.start.checked_sub(before)?..new.end)
            }
        }
    }

    /// In what the words that two sentences have in the same place can't both be right.
    fn disagree(&self, slot: &[DiffOp], mine: &[Piece], theirs: &[Piece]) -> Option<DisagreementKind> {
        if let ([x], [y]) = (mine, theirs)
            && self.are_opposites(x, y)
        {
            return Some(DisagreementKind::Opposite);
        }
        let telling = |sentence: &Sentence<'_>, pieces: &[Piece]| -> usize {
            let words = pieces.iter().filter(|piece| piece.tells() && !sentence.negates(piece));
            words.filter(|piece| !sentence.lexicon.is_indefinite(sentence.word(self.lexis, piece))).count()
        };
        let (a, b) = (self.a, self.b);
        let turns =
            |sentence: &Sentence<'_>, pieces: &[Piece]| pieces.iter().any(|piece| sentence.negates(piece));
        if turns(a, mine) != turns(b, theirs) && a.negations() != b.negations() {
            let only = telling(a, mine) + telling(b, theirs) == 0;
            return only.then_some(DisagreementKind::Negation);
        }
        let told = |pieces: &[Piece]| pieces.iter().filter(|piece| piece.tells()).count();
        if told(mine) == 0 || told(theirs) == 0 || told(mine).max(told(theirs)) > SLOT {
            return None;
        }
        if let ([x], [y]) = (&telling_only(mine)[..], &telling_only(theirs)[..])
            && self.are_opposites(x, y)
        {
            return Some(DisagreementKind::Opposite);
        }
        self.name_others(slot, mine, theirs).then_some(DisagreementKind::Name)
    }

    fn are_opposites(&self, x: &Piece, y: &Piece) -> bool {
        let terms = self.a.term(x).zip(self.b.term(y));
        !x.is_fact() && !y.is_fact() && terms.is_some_and(|(x, y)| self.lexis.are_opposites(x, y))
    }

    /// Whether the words of a slot are names of different people, bodies or places.
    fn name_others(&self, slot: &[DiffOp], mine: &[Piece], theirs: &[Piece]) -> bool {
        let (Some(x), Some(y)) = (
            self.names(self.a, slot, mine, DiffOp::old_range),
            self.names(self.b, slot, theirs, DiffOp::new_range),
        ) else {
            return false;
        };
        if x.is_empty() || y.is_empty() || names::may_be_one((self.a, &x), (self.b, &y), self.lexis) {
            return false;
        }
        // "North" and "South" before one name, or behind one, are parts of two.
        let parallel = slot.iter().any(is_equal);
        let known = |sentence: &Sentence<'_>, pieces: &[Piece], other: &Sentence<'_>| {
            let terms = pieces.iter().filter_map(|piece| sentence.term(piece));
            terms.into_iter().any(|term| other.page.names.binary_search(&term).is_ok())
        };
        // An article that has both names calls one thing by either: "the Keystone State", "Pennsylvania".
        parallel || !(known(self.a, &x, self.b) || known(self.b, &y, self.a))
    }

    /// Those of the words by which a slot differs that are names; none where it has other words, or they are more than
    /// a name.
    fn names(
        &self,
        sentence: &Sentence<'_>,
        slot: &[DiffOp],
        differing: &[Piece],
        range: fn(&DiffOp) -> Range<usize>,
    ) -> Option<Vec<Piece>> {
        let is_title = |piece: &Piece| sentence.lexicon.is_title(sentence.word(self.lexis, piece));
        let Range { start, end } = unequal(slot, range)?;
        let whole = sentence.pieces.get(start..end)?;
        let only = whole.iter().all(|piece| piece.named || !piece.tells() || is_title(piece));
        let span = sentence.spanning(whole)?;
        let parted = sentence
            .between(span.start, span.end)
            .contains([',', ';', ':', '(', '"', '\u{201c}', '\u{2014}']);
        // "Minority Leader", "GOP Leader": words before an office tell what it is, and not who holds it.
        let office = sentence.pieces.get(end).is_some_and(is_title);
        let own: Vec<Piece> =
            differing.iter().filter(|piece| piece.named && !is_title(piece)).copied().collect();
        // Where every noun has a capital, only what stands beside another is a name.
        let told = !sentence.lexicon.capital_nouns || whole.len() > 1 || slot.iter().any(is_equal);
        (only && !parted && !office && told).then_some(own)
    }
}

/// From the first to the last word by which a slot differs.
fn unequal(slot: &[DiffOp], range: fn(&DiffOp) -> Range<usize>) -> Option<Range<usize>> {
    let differs = |operation: &&DiffOp| !is_equal(operation);
    Some(range(slot.iter().find(differs)?).start..range(slot.iter().rfind(differs)?).end)
}

/// Those that say something.
fn telling_only(pieces: &[Piece]) -> Vec<Piece> {
    pieces.iter().copied().filter(|piece| piece.tells()).collect()
}

/// The pieces of a slot that the other sentence has nowhere.
fn differing(
    slot: &[DiffOp],
    sentence: &Sentence<'_>,
    other: &Sentence<'_>,
    range: fn(&DiffOp) -> Range<usize>,
) -> Vec<Piece> {
    let pieces = slot.iter().flat_map(|operation| sentence.pieces.get(range(operation)).unwrap_or_default());
    pieces.filter(|piece| !other.has(piece.key)).copied().collect()
}

/// Where some pieces of a slot stand; the slot, or what stands behind it, where there are none.
fn place(
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    slot: &[DiffOp],
    range: fn(&DiffOp) -> Range<usize>,
) -> Option<Span> {
    if let Some(span) = sentence.spanning(pieces) {
        return Some(span);
    }
    let last = sentence.pieces.len().checked_sub(1)?;
    let start = range(slot.first()?).start.min(last);
    let end = range(slot.last()?).end.clamp(start + 1, last + 1);
    sentence.spanning(sentence.pieces.get(start..end)?)
}

/// Whether a stretch stands in the square brackets of an editor: "[Facebook]" for a word that was said.
fn is_bracketed(sentence: &Sentence<'_>, span: Span) -> bool {
    let before = sentence.between(sentence.span.start, span.start);
    let behind = sentence.between(span.end, sentence.span.end);
    before.trim_end().ends_with('[') || behind.trim_start().starts_with(']')
}
