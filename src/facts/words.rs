//! The words of a sentence as facts are read from them.

use std::borrow::Cow;

use crate::article::Span;
use crate::lexis::{Token, TokenKind};

/// Letters of an abbreviation behind which a number or a unit goes on: "Mio. Euro", "Sept. 3".
const LONGEST_ABBREVIATION: usize = 4;

/// A word and what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    /// As it is printed.
    pub(super) raw: &'a str,
    /// In small letters, without a possessive ending.
    pub(super) key: Cow<'a, str>,
    /// What stands between the word before, or the beginning of the sentence, and this one.
    pub(super) gap: &'a str,
    /// What sort of word it is.
    pub(super) kind: TokenKind,
    span: Span,
}

/// The words of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    words: Vec<Word<'a>>,
    /// What stands behind the last one.
    tail: &'a str,
    text: &'a str,
    sentence: Span,
}

impl<'a> Words<'a> {
    pub(super) fn of(tokens: &[Token], text: &'a str, sentence: Span) -> Self {
        let mut end = sentence.start;
        let mut words = Vec::with_capacity(tokens.len());
        for token in tokens {
            let span = token.span();
            let raw = span.of(text);
            words.push(Word {
                raw,
                key: key(raw),
                gap: text.get(end..span.start).unwrap_or_default(),
                kind: token.kind,
                span,
            });
            end = span.end;
        }
        Self { words, tail: text.get(end..sentence.end).unwrap_or_default(), text, sentence }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<&Word<'a>> {
        self.words.get(index)
    }

    /// The word at `index` in small letters; empty where there is none.
    pub(super) fn key(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| &word.key)
    }

    /// What stands before the word at `index`, or behind the last one.
    pub(super) fn gap(&self, index: usize) -> &'a str {
        self.words.get(index).map_or(self.tail, |word| word.gap)
    }

    /// Whether the word before `index` is a name, or a part of one.
    pub(super) fn behind_name(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.get(before));
        before.is_some_and(|word| matches!(word.kind, TokenKind::Name | TokenKind::GivenName))
    }

    /// Whether nothing but space, a hyphen or the dot of an abbreviation stands before the word at `index`.
    pub(super) fn follows(&self, index: usize) -> bool {
        let gap = self.gap(index).trim_matches(is_hyphen).trim();
        let abbreviates = || {
            let before = index.checked_sub(1).map_or("", |before| self.key(before));
            before.starts_with(char::is_alphabetic) && before.chars().count() <= LONGEST_ABBREVIATION
        };
        index < self.len() && (gap.is_empty() || (gap == "." && abbreviates()))
    }

    /// From the word at `begin` to the one before `end`, with the signs of currencies, shares and below zero around them.
    pub(super) fn span(&self, begin: usize, end: usize) -> Span {
        let start = self.words.get(begin).map_or(self.sentence.end, |word| word.span.start);
        let stop =
            end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.span.end);
        let before = self.text.get(self.sentence.start..start).unwrap_or_default();
        let signs = before.len() - before.trim_end_matches(is_leading_sign).len();
        let behind = self.text.get(stop..self.sentence.end).unwrap_or_default();
        let spaced = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let trailing = spaced.len() - spaced.trim_start_matches(is_trailing_sign).len();
        let trailing = if trailing == 0 { 0 } else { behind.len() - spaced.len() + trailing };
        Span::new(start - signs, stop + trailing)
    }
}

/// Whether `c` joins the parts of one word.
pub(super) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether `c` is the sign of a currency.
pub(super) const fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' | '₴' | '₪' | '￥' | '￡')
}

/// Whether `c` is the sign of a number below zero.
pub(super) const fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}')
}

const fn is_leading_sign(c: char) -> bool {
    is_currency(c) || is_minus(c)
}

const fn is_trailing_sign(c: char) -> bool {
    is_currency(c) || matches!(c, '%' | '°' | '％')
}

/// A word in small letters, without a possessive ending and the dot behind it.
fn key(raw: &str) -> Cow<'_, str> {
    let bare = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("\u{2019}s")).unwrap_or(raw);
    if bare.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(bare)
    } else {
        Cow::Owned(bare.replace('\u{2019}', "'").to_lowercase())
    }
}
