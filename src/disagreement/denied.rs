//! What one sentence reports and the other reports to be denied.

use super::sentence::{Piece, Sentence};
use super::{Disagreement, DisagreementKind};
use crate::article::Span;
use crate::lexis::Lexis;

/// So many words that say something must be denied.
const FEWEST: usize = 3;
/// So many in ten of them must be what the other sentence says.
const DENIED: usize = 8;

/// "Police said that the brakes had been checked" and "The operator denied that the brakes had been checked".
pub(super) fn disagreements(a: &Sentence<'_>, b: &Sentence<'_>, lexis: &Lexis) -> Vec<Disagreement> {
    let kind = DisagreementKind::Opposite;
    let found = of((a, b), lexis)
        .map(|(a, b)| Disagreement { kind, a, b })
        .or_else(|| of((b, a), lexis).map(|(b, a)| Disagreement { kind, a, b }));
    found.into_iter().collect()
}

/// Where the first denies, and where the second says it.
fn of((denies, says): (&Sentence<'_>, &Sentence<'_>), lexis: &Lexis) -> Option<(Span, Span)> {
    let is = |sentence: &Sentence<'_>, piece: &Piece| {
        !piece.is_fact() && !piece.quoted && sentence.lexicon.is_denying(sentence.word(lexis, piece))
    };
    let at = denies.pieces.iter().position(|piece| is(denies, piece))?;
    let accuses = |sentence: &Sentence<'_>| {
        sentence.pieces.iter().any(|piece| sentence.lexicon.is_accusing(sentence.word(lexis, piece)))
    };
    let turned = denies.negations() + says.negations() > 0 || accuses(denies) || accuses(says);
    if turned || says.pieces.iter().any(|piece| is(says, piece)) {
        return None;
    }
    let denied: Vec<&Piece> = denies.pieces.get(at + 1..)?.iter().filter(|piece| piece.tells()).collect();
    let said = denied.iter().filter(|piece| says.has(piece.key)).count();
    let common = |piece: &&Piece| piece.tells() && denied.iter().any(|denied| denied.key == piece.key);
    let told = says.pieces.iter().filter(|piece| piece.tells()).count();
    // What the other says beside it is who says it, and little more.
    let all = says.pieces.iter().filter(common).count() + FEWEST >= told;
    if denied.len() < FEWEST || said * 10 < denied.len() * DENIED || !all {
        return None;
    }
    let saying =
        says.pieces.iter().find(|piece| !piece.quoted && says.lexicon.is_saying(says.word(lexis, piece)));
    let saying = saying.or_else(|| says.pieces.iter().find(common))?;
    Some((denies.span_of(&denies.pieces[at]), says.span_of(saying)))
}
