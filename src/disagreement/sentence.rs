//! A sentence laid out once for all the sentences that it is held against.

use super::lexicon::Lexicon;
use crate::article::Span;
use crate::facts::{self, Fact, Sort};
use crate::lexis::{Lexis, TermId, Token, TokenKind};
use crate::text::script;
use crate::text::sorted::in_common;

/// Words of a sentence that are looked at; what is longer is no sentence.
const MOST_WORDS: usize = 300;
/// So many letters tell its script.
const MOST_LETTERS: usize = 400;

/// What a piece of a sentence says, as far as pieces are held against one another: a stem, or that it is a number or a
/// time, whichever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key(u32);

impl Key {
    /// No story has so many words that the last numbers would be any of theirs.
    const fn of_fact(sort: Sort) -> Self {
        Self(u32::MAX - sort as u32)
    }
}

/// A word, or the words of one fact. Sentences have many, so they are small.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) key: Key,
    /// Its first word.
    start: u16,
    /// Which of the facts it is.
    fact: Option<u16>,
    /// What sort of word it is.
    pub(super) kind: TokenKind,
    /// Whether it is a name, or a part of one.
    pub(super) named: bool,
    /// Whether it stands inside quotation marks.
    pub(super) quoted: bool,
}

/// What belongs to all sentences of an article.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its quotations, in order and disjoint.
    pub quotations: &'a [Span],
    /// ISO 639-1 code of its language.
    pub language: &'a str,
    /// The stems of its names, in order.
    pub names: &'a [TermId],
}

/// A sentence, laid out.
#[derive(Clone, Debug)]
pub struct Sentence<'a> {
    pub(super) page: Page<'a>,
    pub(super) tokens: &'a [Token],
    pub(super) span: Span,
    pub(super) facts: Vec<Fact>,
    pub(super) pieces: Vec<Piece>,
    /// What they say, in their order.
    pub(super) keys: Vec<Key>,
    pub(super) lexicon: &'static Lexicon,
    /// Whether it is written without spaces between words.
    pub(super) unspaced: bool,
    /// How many of its pieces stand inside quotation marks.
    pub(super) quoted: usize,
    /// The only office that it names, by the piece and by the row of the lists.
    pub(super) office: Option<(usize, usize)>,
    /// The same keys, sorted.
    sorted: Vec<Key>,
}

impl<'a> Sentence<'a> {
    /// Lays out the sentence at `span`, which has these words.
    #[must_use]
    pub fn new(page: Page<'a>, tokens: &'a [Token], span: Span, lexis: &Lexis) -> Self {
        let tokens = tokens.get(..MOST_WORDS).unwrap_or(tokens);
        let facts = facts::of(tokens, page.text, span, page.language);
        let pieces = pieces(tokens, &facts, page);
        let keys: Vec<Key> = pieces.iter().map(|piece| piece.key).collect();
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        let lexicon = Lexicon::of(page.language);
        let unspaced = is_unspaced(span.of(page.text));
        let quoted = pieces.iter().filter(|piece| piece.quoted).count();
        let mut laid_out =
            Self { page, tokens, span, facts, pieces, keys, lexicon, unspaced, quoted, office: None, sorted };
        laid_out.office = laid_out.only_office(lexis);
        laid_out
    }

    fn only_office(&self, lexis: &Lexis) -> Option<(usize, usize)> {
        let office = |(at, piece)| Some((at, self.lexicon.role(self.word(lexis, piece))?));
        let mut offices = self.pieces.iter().enumerate().filter_map(office);
        offices.next().filter(|_| offices.next().is_none())
    }

    /// What is printed there.
    pub(super) fn text(&self) -> &'a str {
        self.span.of(self.page.text)
    }

    /// What is printed between two places of the text.
    pub(super) fn between(&self, start: usize, end: usize) -> &'a str {
        self.page.text.get(start..end).unwrap_or_default()
    }

    /// Whether it has a piece anywhere.
    pub(super) fn has(&self, key: Key) -> bool {
        self.sorted.binary_search(&key).is_ok()
    }

    /// How many pieces two sentences have in common, in any order.
    pub(super) fn in_common(&self, other: &Self) -> usize {
        in_common(&self.sorted, &other.sorted)
    }

    /// The fact that a piece is.
    pub(super) fn fact(&self, piece: &Piece) -> Option<&Fact> {
        self.facts.get(usize::from(piece.fact?))
    }

    /// The first word of a piece.
    fn token(&self, piece: &Piece) -> Option<&Token> {
        self.tokens.get(usize::from(piece.start))
    }

    /// The stem of the first word of a piece.
    pub(super) fn term(&self, piece: &Piece) -> Option<TermId> {
        self.token(piece).map(|token| token.term)
    }

    /// The first word of a piece, folded.
    pub(super) fn word<'l>(&self, lexis: &'l Lexis, piece: &Piece) -> &'l str {
        self.token(piece).map_or("", |token| lexis.text(token.word))
    }

    /// Where a piece stands.
    pub(super) fn span_of(&self, piece: &Piece) -> Span {
        let word = || self.token(piece).map_or(Span::default(), Token::span);
        self.fact(piece).map_or_else(word, |fact| fact.span)
    }

    /// From the first to the last of some pieces.
    pub(super) fn spanning(&self, pieces: &[Piece]) -> Option<Span> {
        let (first, last) = (pieces.first()?, pieces.last()?);
        Some(Span::new(self.span_of(first).start, self.span_of(last).end))
    }

    /// Whether a piece turns what is said around.
    pub(super) fn negates(&self, piece: &Piece) -> bool {
        piece.fact.is_none() && self.token(piece).is_some_and(|token| token.negates)
    }

    /// How many words turn what is said around.
    pub(super) fn negations(&self) -> usize {
        self.tokens.iter().filter(|token| token.negates).count()
    }
}

impl Piece {
    /// Whether it is a number or a time.
    pub(super) const fn is_fact(&self) -> bool {
        self.fact.is_some()
    }

    /// Whether it says something: it is a fact, or no function word.
    pub(super) fn tells(&self) -> bool {
        self.fact.is_some() || self.kind != TokenKind::Function
    }
}

/// Whether most letters of a text are of scripts without spaces between words.
fn is_unspaced(text: &str) -> bool {
    let (mut unspaced, mut others) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(MOST_LETTERS) {
        *(if script::is_unspaced(c) { &mut unspaced } else { &mut others }) += 1;
    }
    unspaced > others
}

/// The words of a sentence, those of a fact together.
fn pieces(tokens: &[Token], facts: &[Fact], page: Page<'_>) -> Vec<Piece> {
    let quotations = page.quotations;
    let mut pieces = Vec::with_capacity(tokens.len());
    let mut facts = (0..).zip(facts).peekable();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let fact = facts.next_if(|(_, fact)| fact.words.start <= at);
        let key = fact.map_or(Key(token.term), |(_, fact)| Key::of_fact(fact.value.sort()));
        let before = quotations.partition_point(|quotation| quotation.start <= token.span().start);
        let quotation = before.checked_sub(1).and_then(|before| quotations.get(before));
        pieces.push(Piece {
            key,
            start: u16::try_from(at).unwrap_or(u16::MAX),
            fact: fact.map(|(index, _)| index),
            kind: token.kind,
            named: fact.is_none() && is_named(tokens, at, page.text),
            quoted: quotation.is_some_and(|quotation| quotation.contains(token.span())),
        });
        at = fact.map_or(at, |(_, fact)| fact.words.end - 1) + 1;
    }
    pieces
}

/// Whether a word is a name: known as one, or printed with a capital before one at the beginning of a sentence, where all
/// words are: "North Korea".
fn is_named(tokens: &[Token], at: usize, text: &str) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let name = |token: &Token| matches!(token.kind, TokenKind::Name | TokenKind::GivenName);
    let begins = || {
        let next = tokens.get(at + 1).filter(|next| name(next));
        let adjoins = |next: &Token| text.get(token.span().end..next.span().start) == Some(" ");
        at == 0 && token.span().of(text).starts_with(char::is_uppercase) && next.is_some_and(adjoins)
    };
    name(token) || (token.kind == TokenKind::Content && begins())
}
