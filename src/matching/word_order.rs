//! The words of a sentence in their order, laid out once for all pairs that it is a part of.

use std::ops::Range;

use super::quotes;
use crate::article::Span;
use crate::lexis::{TermId, Token};
use crate::text::sorted::in_common;

/// Words of a sentence that are looked at; what is longer is no sentence.
const MOST_WORDS: usize = 300;

/// Bytes of punctuation between the marks of a quotation and its words, at most.
const PUNCTUATION: usize = 4;

/// The words of a sentence as pairs are held against one another.
#[derive(Clone, Debug, Default)]
pub(super) struct WordOrder {
    /// Its stems, in their order.
    pub(super) terms: Vec<TermId>,
    /// Its words, folded but not stemmed, in their order.
    pub(super) words: Vec<TermId>,
    /// The same words, sorted.
    sorted: Vec<TermId>,
}

impl WordOrder {
    /// Lays out the words of a sentence.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let tokens = tokens.get(..MOST_WORDS).unwrap_or(tokens);
        let words: Vec<TermId> = tokens.iter().map(|token| token.word).collect();
        let mut sorted = words.clone();
        sorted.sort_unstable();
        Self { terms: tokens.iter().map(|token| token.term).collect(), words, sorted }
    }

    /// How many words two sentences have in common, in any order.
    pub(super) fn in_common(&self, other: &Self) -> usize {
        in_common(&self.sorted, &other.sorted)
    }
}

/// One sentence of a pair, and the quotations of its article.
#[derive(Clone, Copy, Debug)]
pub(super) struct PairSide<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) words: &'a WordOrder,
    pub(super) quotations: &'a [Span],
}

impl PairSide<'_> {
    /// Whether a word of it stands inside quotation marks.
    pub(super) fn quotes(&self, token: &Token) -> bool {
        quotes::hold(self.quotations, token.span())
    }

    /// How many of the words from `start` on stand inside quotation marks.
    pub(super) fn quoted(&self, start: usize, len: usize) -> usize {
        let words = self.tokens.get(start..start + len).unwrap_or_default();
        words.iter().filter(|token| self.quotes(token)).count()
    }

    /// The words of the quotations that lie, from their first word to their last, among the words from `start` on.
    pub(super) fn whole_quotations(&self, start: usize, len: usize) -> impl Iterator<Item = Range<usize>> {
        let end = start + len;
        let tokens = self.tokens;
        quotes::near(self.quotations, tokens).iter().filter_map(move |&quotation| {
            let first = tokens.iter().position(|token| quotation.contains(token.span()))?;
            let last = tokens.iter().rposition(|token| quotation.contains(token.span()))?;
            let begins_here = tokens[first].span().start <= quotation.start + PUNCTUATION;
            let ends_here = quotation.end <= tokens[last].span().end + PUNCTUATION;
            (begins_here && ends_here && start <= first && last < end).then_some(first..last + 1)
        })
    }
}
