//! The same words with their roles exchanged: who did it to whom.

use super::sentence::{Key, Piece, Sentence};
use super::{Disagreement, DisagreementKind};
use crate::lexis::{Lexis, TokenKind};

/// Longer names of who it was are sentences of their own, in words.
const LONGEST: usize = 4;
/// Sentences of fewer words say too little.
const FEWEST: usize = 4;

/// Who is named where the other sentence names whom, and the other way round; `common` is how many words they have in
/// common, in any order.
pub(super) fn disagreements(
    a: &Sentence<'_>,
    b: &Sentence<'_>,
    common: usize,
    lexis: &Lexis,
) -> Vec<Disagreement> {
    let len = a.pieces.len();
    if len != b.pieces.len() || len < FEWEST || common < len {
        return Vec::new();
    }
    let (x, y) = (&a.keys, &b.keys);
    let before = x.iter().zip(y).take_while(|(x, y)| x == y).count();
    let behind = x.iter().rev().zip(y.iter().rev()).take_while(|(x, y)| x == y).count();
    if before + behind >= x.len() {
        return Vec::new();
    }
    let end = x.len() - behind;
    let (Some(mine), Some(theirs)) = (x.get(before..end), y.get(before..end)) else { return Vec::new() };
    let Some((first, last)) = exchange(mine, theirs) else { return Vec::new() };
    let (Some(who), Some(done), Some(whom)) = (
        a.pieces.get(before..before + first),
        a.pieces.get(before + first..end - last),
        a.pieces.get(end - last..end),
    ) else {
        return Vec::new();
    };
    let acts = |piece: &Piece| !piece.is_fact() && piece.kind == TokenKind::Content;
    let mutual = done.iter().any(|piece| a.lexicon.is_mutual(a.word(lexis, piece)));
    // Numbers that have changed places are looked at where they stand.
    let names =
        |pieces: &[Piece]| pieces.iter().all(|piece| !piece.is_fact()) && pieces.iter().any(Piece::tells);
    if mutual || !done.iter().any(acts) || !names(who) || !names(whom) {
        return Vec::new();
    }
    let told = |sentence: &Sentence<'_>| sentence.spanning(sentence.pieces.get(before..end)?);
    let spans = told(a).zip(told(b));
    spans.into_iter().map(|(a, b)| Disagreement { kind: DisagreementKind::Who, a, b }).collect()
}

/// How many words at the beginning of one and how many at its end have changed places in the other.
fn exchange(mine: &[Key], theirs: &[Key]) -> Option<(usize, usize)> {
    let len = mine.len();
    let fits = |first: usize, last: usize| {
        mine.get(..first) == theirs.get(len - first..)
            && mine.get(len - last..) == theirs.get(..last)
            && mine.get(first..len - last) == theirs.get(last..len - first)
    };
    let sizes = (1..=LONGEST).flat_map(|first| (1..=LONGEST).map(move |last| (first, last)));
    sizes.filter(|(first, last)| first + last < len).find(|&(first, last)| fits(first, last))
}
