//! The same direct quotation with other words in it.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::sentence::{Key, Piece, Sentence};
use super::{Disagreement, DisagreementKind};
use crate::article::Span;
use crate::text::marks::is_quotation_mark;

/// So many words that both quote make a quotation the same.
const FEWEST: usize = 3;
/// And so much of the shorter one.
const ALIKE: f64 = 0.6;
/// Longer differences are another quotation, in words.
const LONGEST: usize = 4;

/// Words that two sentences quote differently.
pub(super) fn disagreements(a: &Sentence<'_>, b: &Sentence<'_>) -> Vec<Disagreement> {
    let (mine, theirs) = (quoted(a), quoted(b));
    if mine.len().min(theirs.len()) < FEWEST {
        return Vec::new();
    }
    let keys = |pieces: &[Piece]| -> Vec<Key> { pieces.iter().map(|piece| piece.key).collect() };
    let operations = capture_diff_slices(Algorithm::Myers, &keys(&mine), &keys(&theirs));
    let same: usize = operations.iter().map(equal).sum();
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    let alike = same as f64 / mine.len().min(theirs.len()) as f64;
    if same < FEWEST || alike < ALIKE {
        return Vec::new();
    }
    let times = |pieces: &[Piece], key: Key| pieces.iter().filter(|piece| piece.key == key).count();
    // What stands elsewhere in the other quotation was only put into another order.
    let moved = |piece: &Piece| times(&mine, piece.key) == times(&theirs, piece.key);
    let slots = operations.windows(3).filter(|around| equal_around(around));
    slots
        .filter_map(|around| {
            let slot = around.get(1)?;
            let (old, new) = (slot.old_range(), slot.new_range());
            let (x, y) = (Slot::of(a, &mine, old.clone())?, Slot::of(b, &theirs, new.clone())?);
            let longer = old.len().max(new.len());
            let around: usize = around.iter().map(equal).sum();
            // A word more in a few may be one that belongs to another quotation of as few.
            let least = if old.is_empty() || new.is_empty() { FEWEST + 1 } else { FEWEST };
            let clear = around >= least + longer - 1 && longer <= LONGEST;
            let differing = mine.get(old)?.iter().chain(theirs.get(new)?);
            let told = clear && x.whole && y.whole && !x.says_the_same(&y) && !differing.clone().all(moved);
            told.then_some(Disagreement { kind: DisagreementKind::Quote, a: x.span, b: y.span })
        })
        .collect()
}

fn equal(operation: &DiffOp) -> usize {
    if let DiffOp::Equal { len, .. } = operation { *len } else { 0 }
}

/// Whether the first and the last of three stretches are equal, and the one between them is not.
fn equal_around(around: &[DiffOp]) -> bool {
    matches!(around, [before, slot, behind] if equal(before) > 0 && equal(slot) == 0 && equal(behind) > 0)
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

/// The pieces inside quotation marks.
fn quoted(sentence: &Sentence<'_>) -> Vec<Piece> {
    sentence.pieces.iter().filter(|piece| piece.quoted).copied().collect()
}

/// A place of a quotation where the other one has other words.
struct Slot<'s> {
    /// From the word before it to the one behind it.
    text: &'s str,
    /// Its words; where there are none, the words around.
    span: Span,
    /// Whether nobody has left anything out there, and the quotation isn't interrupted.
    whole: bool,
}

impl<'s> Slot<'s> {
    fn of(sentence: &Sentence<'s>, quoted: &[Piece], range: std::ops::Range<usize>) -> Option<Self> {
        let before = quoted.get(range.start.checked_sub(1)?)?;
        let behind = quoted.get(range.end)?;
        let around = Span::new(sentence.span_of(before).start, sentence.span_of(behind).end);
        let text = sentence.between(around.start, around.end);
        let span = sentence.spanning(quoted.get(range.clone())?).unwrap_or(around);
        // Apostrophes stand inside words.
        let ends = |c: char| is_quotation_mark(c) && !matches!(c, '\'' | '\u{2019}' | '\u{2018}');
        let left_out =
            text.contains("..") || text.contains(['…', '[', ']', '(', ')']) || text.contains(" . ");
        let whole = !left_out && !text.contains(ends);
        Some(Self { text, span, whole })
    }

    /// Whether two places have the same words but for case, marks and short forms.
    fn says_the_same(&self, other: &Self) -> bool {
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
