//! What stands in the same place of two sentences whose wording is otherwise the same.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::names;
use super::{Disagreement, DisagreementKind, Sentence};
use crate::article::Span;
use crate::lexis::{Lexis, TermId, Token, TokenKind};

/// So much of the shorter sentence must stand in the other for a difference to be one of fact.
const ALIKE: f64 = 0.6;
/// Longer differences are another wording, in words.
const SLOT: usize = 4;
/// Words of a sentence that are looked at; what is longer is no sentence.
const MOST_WORDS: usize = 300;

/// What two sentences say differently in the same place.
pub(super) fn disagreements(a: Sentence<'_>, b: Sentence<'_>, lexis: &Lexis) -> Vec<Disagreement> {
    let (tokens_a, tokens_b) = (looked_at(a.tokens), looked_at(b.tokens));
    let terms = |tokens: &[Token]| -> Vec<TermId> { tokens.iter().map(|token| token.term).collect() };
    let (terms_a, terms_b) = (terms(tokens_a), terms(tokens_b));
    let operations = capture_diff_slices(Algorithm::Myers, &terms_a, &terms_b);
    let equal: usize = operations
        .iter()
        .map(|operation| if let DiffOp::Equal { len, .. } = operation { *len } else { 0 })
        .sum();
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    let alike = equal as f64 / terms_a.len().min(terms_b.len()).max(1) as f64;
    if alike < ALIKE {
        return Vec::new();
    }
    // Parts of names don't separate: the "department" of justice is not that of homeland security.
    let separates = |operation: &DiffOp| {
        let words = tokens_a.get(operation.old_range()).unwrap_or_default();
        matches!(operation, DiffOp::Equal { .. })
            && words.iter().any(|word| matches!(word.kind, TokenKind::Content | TokenKind::Number))
    };
    let differing =
        |slot: &[DiffOp], tokens: &[Token], other: &[TermId], range: fn(&DiffOp) -> Range<usize>| {
            let words = slot.iter().flat_map(|operation| tokens.get(range(operation)).unwrap_or_default());
            words.filter(|word| !other.contains(&word.term)).copied().collect::<Vec<Token>>()
        };
    operations
        .split(separates)
        .filter(|slot| slot.iter().any(|operation| !matches!(operation, DiffOp::Equal { .. })))
        .filter_map(|slot| {
            let mine = differing(slot, tokens_a, &terms_b, DiffOp::old_range);
            let theirs = differing(slot, tokens_b, &terms_a, DiffOp::new_range);
            let kind = disagree(&mine, &theirs, lexis)?;
            let whole = |range: fn(&DiffOp) -> Range<usize>, tokens: &[Token], words: &[Token]| {
                spanning(words).or_else(|| {
                    let (first, last) = (slot.first()?, slot.last()?);
                    let at = range(first).start.min(tokens.len().checked_sub(1)?);
                    let end = range(last).end.max(at + 1);
                    spanning(tokens.get(at..end)?)
                })
            };
            let at_a = whole(DiffOp::old_range, tokens_a, &mine)?;
            let at_b = whole(DiffOp::new_range, tokens_b, &theirs)?;
            let bracketed = is_bracketed(a.text, at_a) || is_bracketed(b.text, at_b);
            (!bracketed).then_some(Disagreement { kind, a: at_a, b: at_b })
        })
        .collect()
}

/// The words that are looked at.
fn looked_at(tokens: &[Token]) -> &[Token] {
    tokens.get(..MOST_WORDS).unwrap_or(tokens)
}

/// From the first to the last of some words.
fn spanning(words: &[Token]) -> Option<Span> {
    Some(Span::new(words.first()?.span().start, words.last()?.span().end))
}

/// Whether a stretch stands in the square brackets of an editor: "[Facebook]" for a word that was said.
fn is_bracketed(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let behind = text.get(span.end..).unwrap_or_default();
    before.trim_end().ends_with('[') || behind.trim_start().starts_with(']')
}

/// In what the words that two sentences have in the same place can't both be right.
fn disagree(mine: &[Token], theirs: &[Token], lexis: &Lexis) -> Option<DisagreementKind> {
    let negates = |words: &[Token]| words.iter().any(|word| word.negates);
    let telling = |words: &[Token]| -> Vec<Token> {
        words.iter().filter(|word| word.kind != TokenKind::Function).copied().collect()
    };
    let turned = negates(mine) != negates(theirs);
    let (mine, theirs) = (telling(mine), telling(theirs));
    if mine.is_empty() && theirs.is_empty() {
        return turned.then_some(DisagreementKind::Negation);
    }
    if mine.is_empty() || theirs.is_empty() || mine.len().max(theirs.len()) > SLOT {
        return None;
    }
    let all = |words: &[Token], kinds: &[TokenKind]| words.iter().all(|word| kinds.contains(&word.kind));
    let numbers = [TokenKind::Number];
    let names = [TokenKind::Name, TokenKind::GivenName];
    if all(&mine, &numbers) && all(&theirs, &numbers) {
        return Some(DisagreementKind::Number);
    }
    if all(&mine, &names) && all(&theirs, &names) {
        return (!names::may_be_one(&mine, &theirs, lexis)).then_some(DisagreementKind::Name);
    }
    let opposite = matches!((&mine[..], &theirs[..]), ([x], [y]) if lexis.are_opposites(x.term, y.term));
    opposite.then_some(DisagreementKind::Opposite)
}
