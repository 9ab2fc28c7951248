//! Who did it, and how many: two sentences that are the same but for a number, a name or a word that turns
//! them around are not the same statement, however much wording they share.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::word_order::Side;
use crate::lexis::{Lexis, Token, TokenKind};

/// So much of the shorter sentence must stand in the other for a difference to be one of fact.
const ALIKE: f64 = 0.6;
/// Longer differences are another wording, in words.
const SLOT: usize = 4;

/// Whether two sentences that share wording contradict one another: where one has a number, a name, a negation
/// or a word in the place of a different number, another name, none, or the opposite.
pub(super) fn contradict(a: Side<'_>, b: Side<'_>, lexis: &Lexis) -> bool {
    let (terms_a, terms_b) = (&a.words.terms, &b.words.terms);
    let operations = capture_diff_slices(Algorithm::Myers, terms_a, terms_b);
    let equal: usize = operations
        .iter()
        .map(|operation| if let DiffOp::Equal { len, .. } = operation { *len } else { 0 })
        .sum();
    let shorter = terms_a.len().min(terms_b.len());
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    let alike = equal as f64 / shorter.max(1) as f64;
    if alike < ALIKE {
        return false;
    }
    // Parts of names don't separate: the "department" of justice is not that of homeland security.
    let separates = |operation: &DiffOp| {
        let words = a.tokens.get(operation.old_range()).unwrap_or_default();
        matches!(operation, DiffOp::Equal { .. })
            && words.iter().any(|word| matches!(word.kind, TokenKind::Content | TokenKind::Number))
    };
    let mut differences = operations.split(separates);
    differences.any(|difference| {
        let of = |side: Side<'_>, other: Side<'_>, range: fn(&DiffOp) -> std::ops::Range<usize>| {
            let ranges = difference.iter().map(range);
            let words = ranges.flat_map(|range| side.tokens.get(range).unwrap_or_default());
            words.filter(|word| !stands(other, word)).copied().collect::<Vec<Token>>()
        };
        if difference.iter().all(|operation| matches!(operation, DiffOp::Equal { .. })) {
            return false;
        }
        let mine = of(a, b, DiffOp::old_range);
        let theirs = of(b, a, DiffOp::new_range);
        disagree(&mine, &theirs, lexis)
    })
}

/// Whether a sentence has a word anywhere.
fn stands(side: Side<'_>, word: &Token) -> bool {
    side.words.terms.contains(&word.term)
}

/// Whether the words that two sentences have in the same place can't both be right.
fn disagree(mine: &[Token], theirs: &[Token], lexis: &Lexis) -> bool {
    let negates = |words: &[Token]| words.iter().any(|word| word.negates);
    let telling = |words: &[Token]| -> Vec<Token> {
        words.iter().filter(|word| word.kind != TokenKind::Function).copied().collect()
    };
    let turned = negates(mine) != negates(theirs);
    let (mine, theirs) = (telling(mine), telling(theirs));
    if mine.is_empty() && theirs.is_empty() {
        return turned;
    }
    if mine.is_empty() || theirs.is_empty() || mine.len().max(theirs.len()) > SLOT {
        return false;
    }
    let all = |words: &[Token], kinds: &[TokenKind]| words.iter().all(|word| kinds.contains(&word.kind));
    let numbers = [TokenKind::Number];
    let names = [TokenKind::Name, TokenKind::GivenName];
    if all(&mine, &numbers) && all(&theirs, &numbers) {
        return true;
    }
    if all(&mine, &names) && all(&theirs, &names) {
        return !one_name(&mine, &theirs, lexis);
    }
    matches!((&mine[..], &theirs[..]), ([x], [y]) if lexis.are_opposites(x.term, y.term))
}

/// Whether two names may name the same: one by the initials of the other, or by part of its letters.
fn one_name(mine: &[Token], theirs: &[Token], lexis: &Lexis) -> bool {
    let initials = |words: &[Token]| -> String {
        words.iter().filter_map(|word| lexis.text(word.word).chars().next()).collect()
    };
    let letters = |words: &[Token]| -> String {
        words.iter().flat_map(|word| lexis.text(word.word).chars().filter(|c| *c != '.')).collect()
    };
    let (x, y) = (letters(mine), letters(theirs));
    let begin_alike = x.chars().zip(y.chars()).take_while(|(x, y)| x == y).count() >= 3;
    begin_alike || x == initials(theirs) || y == initials(mine)
}
