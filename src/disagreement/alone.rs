//! Who is said to be the only one, or the first, where another sentence names somebody else, too.

use std::ops::Range;

use super::sentence::{Piece, Sentence};
use super::{Disagreement, DisagreementKind};
use crate::article::Span;
use crate::lexis::Lexis;

/// So near before a name stands the word that leaves everybody else out, in words.
const NEAR: usize = 4;

/// A longer list of names is no disagreement, but where both sentences say that nobody else is meant: "first reported by
/// the Post", "first reported by the Herald and the Post". The ranges are what differs, just before the same name.
pub(super) fn disagreement(
    (a, mine): (&Sentence<'_>, &Range<usize>),
    (b, theirs): (&Sentence<'_>, &Range<usize>),
    lexis: &Lexis,
) -> Option<Disagreement> {
    let (one, several) =
        if names_more(b, theirs) { ((a, mine), (b, theirs)) } else { ((b, theirs), (a, mine)) };
    let (Range { end: at, .. }, further) = (one.1, several.1);
    let exclusive = |(sentence, range): (&Sentence<'_>, &Range<usize>)| {
        let before = sentence.pieces.get(range.start.saturating_sub(NEAR)..range.start).unwrap_or_default();
        before.iter().any(|piece| sentence.lexicon.is_exclusive(sentence.word(lexis, piece)))
    };
    let adds = names_more(several.0, further) && !one.0.pieces.get(one.1.clone())?.iter().any(Piece::tells);
    if !adds || !exclusive(one) || !exclusive(several) {
        return None;
    }
    let (only, all) = (named(one.0, *at, *at)?, named(several.0, further.start, further.end)?);
    let (a, b) = if std::ptr::eq(one.0, a) { (only, all) } else { (all, only) };
    Some(Disagreement { kind: DisagreementKind::Name, a, b })
}

/// Whether a stretch has names and what joins them to another, and nothing else.
fn names_more(sentence: &Sentence<'_>, range: &Range<usize>) -> bool {
    let pieces = sentence.pieces.get(range.clone()).unwrap_or_default();
    let names = pieces.iter().filter(|piece| piece.tells());
    names.clone().count() > 0 && names.clone().all(|piece| piece.named) && names.count() < pieces.len()
}

/// From the piece at `start` to the last one of the name that begins at `behind`, or with an article there.
fn named(sentence: &Sentence<'_>, start: usize, behind: usize) -> Option<Span> {
    let pieces = sentence.pieces.get(behind..)?;
    let articles = pieces.iter().take(1).filter(|piece| !piece.tells()).count();
    let count = pieces.iter().skip(articles).take_while(|piece| piece.named).count();
    (count > 0).then(|| sentence.spanning(sentence.pieces.get(start..behind + articles + count)?))?
}
