//! The same direct quotation with other words in it.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::names;
use super::sentence::{Key, Piece, Sentence};
use super::{Disagreement, DisagreementKind};
use crate::article::Span;
use crate::lexis::Lexis;
use crate::text::marks::is_quotation_mark;

/// So many words that both quote make a quotation the same.
const FEWEST: usize = 3;
/// And so much of the shorter one.
const ALIKE: f64 = 0.6;
/// Longer differences are another quotation, in words.
const LONGEST: usize = 4;

/// So many words may differ at the end of a quotation.
const LAST: usize = 2;

/// Words that two sentences quote differently; `common` is how many words they have in common, in any order.
pub(super) fn disagreements(
    a: &Sentence<'_>,
    b: &Sentence<'_>,
    common: usize,
    lexis: &Lexis,
) -> Vec<Disagreement> {
    let shorter = a.quoted.min(b.quoted);
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    let is_one = |same: usize| same >= FEWEST && same as f64 / shorter as f64 >= ALIKE;
    // Quotations have no more in common than sentences.
    if shorter < FEWEST || !is_one(common) {
        return Vec::new();
    }
    let (mine, theirs) = (quoted(a), quoted(b));
    let keys = |pieces: &[Piece]| -> Vec<Key> { pieces.iter().map(|piece| piece.key).collect() };
    let (keys_mine, keys_theirs) = (keys(&mine), keys(&theirs));
    if keys_mine == keys_theirs {
        return Vec::new();
    }
    let operations = capture_diff_slices(Algorithm::Myers, &keys_mine, &keys_theirs);
    if !is_one(operations.iter().map(equal).sum()) {
        return Vec::new();
    }
    let times = |pieces: &[Piece], key: Key| pieces.iter().filter(|piece| piece.key == key).count();
    // What stands elsewhere in the other quotation was only put into another order.
    let moved = |piece: &Piece| times(&mine, piece.key) == times(&theirs, piece.key);
    let last = last_words(&operations).and_then(|(old, new)| {
        let (x, y) = (Slot::at_end(a, &mine, old.clone())?, Slot::at_end(b, &theirs, new.clone())?);
        let all_moved = mine.get(old)?.iter().chain(theirs.get(new)?).all(moved);
        let told = x.whole && y.whole && !all_moved && !x.says_the_same(&y);
        let (a, b) = x.words.zip(y.words).filter(|_| told)?;
        Some(Disagreement { kind: DisagreementKind::Quote, a, b })
    });
    let slots = operations.windows(3).filter(|around| equal_around(around));
    slots
        .filter_map(|around| {
            let slot = around.get(1)?;
            let (old, new) = (slot.old_range(), slot.new_range());
            let longer = old.len().max(new.len());
            let around: usize = around.iter().map(equal).sum();
            // A word more in a few may be one that belongs to another quotation of as few.
            let least = if old.is_empty() || new.is_empty() { FEWEST + 1 } else { FEWEST };
            if around < least + longer - 1 || longer > LONGEST {
                return None;
            }
            let (x, y) = (Slot::of(a, &mine, old.clone())?, Slot::of(b, &theirs, new.clone())?);
            if !x.whole || !y.whole {
                return None;
            }
            let (x_pieces, y_pieces) = (mine.get(old.clone())?, theirs.get(new.clone())?);
            let all_moved = x_pieces.iter().chain(y_pieces).all(moved);
            let named = |pieces: &[Piece]| pieces.iter().any(|piece| piece.named);
            let one_name = || {
                named(x_pieces) && named(y_pieces) && names::may_be_one((a, x_pieces), (b, y_pieces), lexis)
            };
            let left_out = || is_left_out(a, (&mine, old), (b, &theirs, new));
            let told = !(all_moved || left_out() || one_name() || x.says_the_same(&y));
            // A word more or less is shown between the words around.
            let (a, b) = x.words.zip(y.words).unwrap_or((x.around, y.around));
            told.then_some(Disagreement { kind: DisagreementKind::Quote, a, b })
        })
        .chain(last)
        .collect()
}

/// The last words of two quotations, where only they differ: as many of both, behind enough that are the same. More or
/// fewer are a quotation that one of them cut short.
fn last_words(operations: &[DiffOp]) -> Option<(Range<usize>, Range<usize>)> {
    let [.., before, last] = operations else { return None };
    let (old, new) = (last.old_range(), last.new_range());
    let replaced = equal(last) == 0 && old.len() == new.len() && old.len() <= LAST;
    (replaced && equal(before) > FEWEST).then_some((old, new))
}

fn equal(operation: &DiffOp) -> usize {
    if let DiffOp::Equal { len, .. } = operation { *len } else { 0 }
}

/// Whether the first and the last of three stretches are equal, and the one between them is not.
fn equal_around(around: &[DiffOp]) -> bool {
    matches!(around, [before, slot, behind] if equal(before) > 0 && equal(slot) == 0 && equal(behind) > 0)
}

/// Whether an editor says that words were left out there: where a word more repeats the words before it, as in "our [trust
/// and our] data", it may as well have been put in before them.
fn is_left_out(
    a: &Sentence<'_>,
    (mine, old): (&[Piece], Range<usize>),
    (b, theirs, new): (&Sentence<'_>, &[Piece], Range<usize>),
) -> bool {
    let (longer, at) = if old.is_empty() { (theirs, new.clone()) } else { (mine, old.clone()) };
    if !(old.is_empty() || new.is_empty()) {
        return false;
    }
    let same = |back: &usize| {
        let pair = at.start.checked_sub(*back).zip(at.end.checked_sub(*back));
        pair.is_some_and(|(x, y)| {
            longer.get(x).map(|piece| piece.key) == longer.get(y).map(|piece| piece.key)
        })
    };
    let back = (1..=at.start).take_while(same).count();
    (1..=back).any(|back| {
        let moved = |range: &Range<usize>| range.start.saturating_sub(back)..range.end.saturating_sub(back);
        let whole = |sentence, pieces, range: &Range<usize>| {
            Slot::of(sentence, pieces, moved(range)).is_none_or(|slot| slot.whole)
        };
        !whole(a, mine, &old) || !whole(b, theirs, &new)
    })
}

/// Short forms and what they stand for: one of several.
const FORMS: [&[(&str, &str)]; 4] = [
    &[],
    &[
        ("n't", " not"),
        ("'re", " are"),
        ("'ve", " have"),
        ("'ll", " will"),
        ("'m", " am"),
        ("'s", " is"),
        ("'d", " would"),
    ],
    &[("'s", " was"), ("'d", " had")],
    &[("'s", " has"), ("'ve", "")],
];

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// The pieces inside quotation marks.
fn quoted(sentence: &Sentence<'_>) -> Vec<Piece> {
    sentence.pieces.iter().filter(|piece| piece.quoted).copied().collect()
}

/// A place of a quotation where the other one has other words.
struct Slot<'s> {
    /// From the word before it to the one behind it.
    text: &'s str,
    /// Its words; none where it has none.
    words: Option<Span>,
    /// The same with the words before and behind.
    around: Span,
    /// Whether nobody has left anything out there, and the quotation isn't interrupted.
    whole: bool,
}

impl<'s> Slot<'s> {
    fn of(sentence: &Sentence<'s>, quoted: &[Piece], range: Range<usize>) -> Option<Self> {
        let behind = sentence.span_of(quoted.get(range.end)?).end;
        Self::up_to(sentence, quoted, range, behind)
    }

    /// The place of the last words of all that is quoted.
    fn at_end(sentence: &Sentence<'s>, quoted: &[Piece], range: Range<usize>) -> Option<Self> {
        let end = sentence.span_of(quoted.last()?).end;
        Self::up_to(sentence, quoted, range, end)
    }

    fn up_to(sentence: &Sentence<'s>, quoted: &[Piece], range: Range<usize>, end: usize) -> Option<Self> {
        let before = quoted.get(range.start.checked_sub(1)?)?;
        let around = Span::new(sentence.span_of(before).start, end);
        let text = sentence.between(around.start, around.end);
        let words = sentence.spanning(quoted.get(range)?);
        // Apostrophes stand inside words.
        let ends = |c: char| is_quotation_mark(c) && !matches!(c, '\'' | '\u{2019}' | '\u{2018}');
        let left_out =
            text.contains("..") || text.contains(['…', '[', ']', '(', ')']) || text.contains(" . ");
        let whole = !left_out && !text.contains(ends);
        Some(Self { text, words, around, whole })
    }

    /// Whether two places have the same words but for case, marks and short forms.
    fn says_the_same(&self, other: &Self) -> bool {
        // All short forms have an apostrophe.
        if !self.text.contains(is_apostrophe) && !other.text.contains(is_apostrophe) {
            return self.written_out(&[]) == other.written_out(&[]);
        }
        let mine = FORMS.map(|forms: &[(&str, &str)]| self.written_out(forms));
        FORMS.iter().any(|forms| mine.contains(&other.written_out(forms)))
    }

    /// Its letters and digits, with short forms written out.
    fn written_out(&self, forms: &[(&str, &str)]) -> String {
        let mut long = self.text.to_lowercase().replace('\u{2019}', "'");
        for (short, full) in forms {
            long = long.replace(short, full);
        }
        long.chars().filter(|c| c.is_alphanumeric()).collect()
    }
}
