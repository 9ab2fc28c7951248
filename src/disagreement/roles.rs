//! Who holds an office, where two sentences name it and somebody else.

use super::names;
use super::sentence::{Piece, Sentence};
use super::{Disagreement, DisagreementKind};
use crate::lexis::Lexis;

/// So many words may stand between somebody and an office behind a comma: "Roe, a State Department spokesman".
const APPOSED: usize = 6;
/// A name has a given name and a surname.
const NAME: usize = 2;

/// Somebody to whom a sentence gives an office.
struct Holder {
    name: Vec<Piece>,
    /// The words between the two, and a few around.
    around: Vec<Piece>,
}

/// Different people in one office.
pub(super) fn disagreements(a: &Sentence<'_>, b: &Sentence<'_>, lexis: &Lexis) -> Vec<Disagreement> {
    let office = |sentence: &Sentence<'_>| sentence.office.map(|(_, office)| office);
    if office(a) != office(b) {
        return Vec::new();
    }
    let (Some(mine), Some(theirs)) = (holder(a), holder(b)) else { return Vec::new() };
    // The office is that of one body.
    let body = |piece: &Piece| piece.named && theirs.around.iter().any(|other| other.key == piece.key);
    let of_one_body = mine.around.iter().any(body);
    let known =
        mine.name.iter().any(|piece| b.has(piece.key)) || theirs.name.iter().any(|piece| a.has(piece.key));
    let others = !names::may_be_one((a, &mine.name), (b, &theirs.name), lexis);
    if !of_one_body || known || !others {
        return Vec::new();
    }
    let spans = a.spanning(&mine.name).zip(b.spanning(&theirs.name));
    spans.into_iter().map(|(a, b)| Disagreement { kind: DisagreementKind::Name, a, b }).collect()
}

/// Who holds the one office that a sentence names.
fn holder(sentence: &Sentence<'_>) -> Option<Holder> {
    let (at, _) = sentence.office?;
    let behind = sentence.pieces.get(at + 1..)?;
    let named = behind.iter().take_while(|piece| piece.named).count();
    let near = |start: usize, end: usize| sentence.pieces.get(start..end).map(<[Piece]>::to_vec);
    if named >= NAME && is_unbroken(sentence, at, at + named) {
        return Some(Holder {
            name: near(at + 1, at + 1 + named)?,
            around: near(at.saturating_sub(APPOSED), at)?,
        });
    }
    // Behind a comma: from there the name before.
    let start = at.saturating_sub(APPOSED);
    let comma = (start..at).rev().find(|&index| gap(sentence, index).contains(','))?;
    let before = sentence.pieces.get(..=comma)?;
    let named = before.iter().rev().take_while(|piece| piece.named).count();
    let begin = comma + 1 - named;
    (named >= NAME && is_unbroken(sentence, begin, comma))
        .then_some(Holder { name: near(begin, comma + 1)?, around: near(comma + 1, at)? })
}

/// What is printed behind the piece at `index`.
fn gap<'a>(sentence: &Sentence<'a>, index: usize) -> &'a str {
    let place = |index: usize| sentence.pieces.get(index).map(|piece| sentence.span_of(piece));
    match (place(index), place(index + 1)) {
        (Some(piece), Some(next)) => sentence.between(piece.end, next.start),
        _ => "",
    }
}

/// Whether nothing but space stands between the pieces from `first` to `last`.
fn is_unbroken(sentence: &Sentence<'_>, first: usize, last: usize) -> bool {
    (first..last).all(|index| gap(sentence, index).trim().is_empty())
}
