//! The words of a story, folded so that spelling does not stand between two sentences.

use std::ops::Range;

use super::acronyms::{self, Acronyms};
use super::compounds::{self, Compounds};
use super::forms::{Form, Occurrence, Scan, WordRules};
use super::names::{given_names, names};
use super::terms::{TermId, Terms};
use super::{background, language, opposites};
use crate::article::{Article, SentenceId, ShortSpan, Span};

/// What sort of word a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word with a meaning of its own.
    Content,
    /// A function word: article, preposition, auxiliary.
    Function,
    /// A name: capitalised inside sentences, or an acronym.
    Name,
    /// A name that stands before a surname which also stands alone: "Ken" in "Ken Buck".
    GivenName,
    /// A number, in digits or as a word.
    Number,
}

/// A word of a sentence, or a name of several words that the story also abbreviates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the article's text.
    pub(crate) place: ShortSpan,
    /// Its stem, after folding.
    pub term: TermId,
    /// The word itself, folded but not stemmed.
    pub word: TermId,
    /// What sort of word it is.
    pub kind: TokenKind,
    /// Whether it turns what the sentence says around: "not", "never", "didn't".
    pub negates: bool,
}

impl Token {
    /// Where it stands in the article's text.
    #[must_use]
    pub fn span(&self) -> Span {
        self.place.into()
    }
}

/// The words of all sentences of a story.
#[derive(Debug, Default)]
pub struct Lexis {
    tokens: Vec<Token>,
    sentences: Vec<Vec<Range<usize>>>,
    terms: Terms,
    language: String,
}

impl Lexis {
    /// Reads the words of `articles`.
    #[must_use]
    pub fn of(articles: &[Article]) -> Self {
        let languages = language::of_articles(articles);
        let mut known: Vec<&str> = languages.clone();
        known.sort_unstable();
        known.dedup();

        let mut scan = Scan::default();
        let mut sentences = Vec::with_capacity(articles.len());
        for (article, language) in articles.iter().zip(&languages) {
            let number = known.binary_search(language).unwrap_or_default();
            let rules = WordRules::of(language);
            let ranges: Vec<Range<usize>> = article
                .sentences
                .iter()
                .map(|sentence| scan.sentence(number, article, sentence.span, rules))
                .collect();
            sentences.push(ranges);
        }
        let compounds = compounds(&scan);
        let names = names(&scan);
        let given = given_names(&scan, &names);

        let mut tokens = Vec::with_capacity(scan.occurrences.len());
        for (ranges, (article, language)) in sentences.iter_mut().zip(articles.iter().zip(&languages)) {
            let rules = WordRules::of(language);
            for range in ranges.iter_mut() {
                let start = tokens.len();
                let occurrences = &scan.occurrences[range.clone()];
                let titles = titles(&article.text, occurrences);
                let mut index = 0;
                while index < occurrences.len() {
                    let (count, token) = token_at(
                        &mut scan.terms,
                        &scan.forms,
                        &occurrences[index..],
                        &article.text,
                        rules,
                        (&scan.acronyms, &compounds),
                        (&names, &given),
                    );
                    let named = titles.iter().any(|title| title.contains(token.span()));
                    let kind =
                        if named && token.kind != TokenKind::Function { TokenKind::Name } else { token.kind };
                    tokens.push(Token { kind, ..token });
                    index += count;
                }
                *range = start..tokens.len();
            }
        }
        Self { tokens, sentences, terms: scan.terms, language: language::commonest(articles).to_owned() }
    }

    /// The words of a sentence, in order; none where the story has no such sentence.
    #[must_use]
    pub fn tokens(&self, id: SentenceId) -> &[Token] {
        let range = self.sentences.get(id.article).and_then(|sentences| sentences.get(id.sentence));
        range.and_then(|range| self.tokens.get(range.clone())).unwrap_or_default()
    }

    /// The words of the sentences of a block, in order.
    #[must_use]
    pub fn block_tokens(&self, articles: &[Article], article: usize, block: usize) -> &[Token] {
        let Some(sentences) = articles.get(article).map(|article| article.sentences_of(block)) else {
            return &[];
        };
        let ranges = self.sentences.get(article).and_then(|ranges| ranges.get(sentences));
        match ranges {
            Some([first, .., last]) => self.tokens.get(first.start..last.end).unwrap_or_default(),
            Some([only]) => self.tokens.get(only.clone()).unwrap_or_default(),
            _ => &[],
        }
    }

    /// ISO 639-1 code of the language of most articles.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// ISO 639-1 code of the language in which the words of an article are read.
    #[must_use]
    pub fn language_of<'a>(&'a self, article: &'a Article) -> &'a str {
        language::known(article).unwrap_or(&self.language)
    }

    /// The normalised word that `term` numbers.
    #[must_use]
    pub fn text(&self, term: TermId) -> &str {
        self.terms.texts.get(term as usize).map_or("", AsRef::as_ref)
    }

    /// The probability that a sentence of general news holds `term`, 0..=1.
    #[must_use]
    pub fn in_general_news(&self, term: TermId) -> f64 {
        background::probability(&self.language, self.text(term))
    }

    /// Whether two normalised words say the opposite of one another in the language of most articles.
    #[must_use]
    pub fn are_opposites(&self, a: TermId, b: TermId) -> bool {
        opposites::are(self.language(), self.text(a), self.text(b))
    }

    /// How many different normalised words there are; every [`TermId`] is below it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.terms.texts.len()
    }

    /// Whether there is no word at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.texts.is_empty()
    }
}

/// The titles of works and laws in a sentence: 《…》 marks names in Chinese.
fn titles(text: &str, occurrences: &[Occurrence]) -> Vec<Span> {
    let (Some(first), Some(last)) = (occurrences.first(), occurrences.last()) else { return Vec::new() };
    let inside = Span::new(first.span.start, last.span.end);
    let opened = inside.of(text).match_indices('《');
    let title = |(at, open): (usize, &str)| {
        let start = inside.start + at + open.len();
        let title = Span::new(start, inside.end).of(text);
        Some(Span::new(start, start + title.find('》').unwrap_or(title.len())))
    };
    opened.filter_map(title).collect()
}

/// The compounds of the story.
fn compounds(scan: &Scan<'_>) -> Compounds {
    let forms = scan.forms.iter().filter(|form| !form.function && !form.number);
    Compounds::among(forms.map(|form| compounds::Spelled {
        folded: &form.folded,
        word: form.word,
        term: form.term,
    }))
}

/// The token that begins at the first of `occurrences`, and how many of them it takes.
fn token_at(
    terms: &mut Terms,
    forms: &[Form<'_>],
    occurrences: &[Occurrence],
    text: &str,
    rules: WordRules,
    (acronyms, compounds): (&Acronyms, &Compounds),
    (names, given): (&[bool], &[bool]),
) -> (usize, Token) {
    let first = occurrences[0];
    let form = &forms[first.form];
    let spanning = |count: usize| Span::new(first.span.start, occurrences[count - 1].span.end).into();

    let next = |index: usize| occurrences.get(index + 1).map(|place| forms[place.form].folded.as_str());
    if form.begins_sequence
        && let Some((count, says)) = rules.dictionary.sequence(&form.folded, next)
    {
        let (word, term) = rules.number(terms, says);
        let kind = if form.capitalised { TokenKind::Name } else { TokenKind::Content };
        return (count, Token { place: spanning(count), term, word, kind, negates: false });
    }
    if form.capitalised && !form.function && acronyms.may_begin(form.raw) {
        let words: Vec<acronyms::Printed<'_>> = occurrences
            .iter()
            .take(acronyms::LONGEST_NAME)
            .enumerate()
            .map(|(index, place)| acronyms::Printed {
                raw: forms[place.form].raw,
                function: forms[place.form].function,
                follows: index == 0
                    || Span::new(occurrences[index - 1].span.end, place.span.start)
                        .of(text)
                        .trim()
                        .is_empty(),
            })
            .collect();
        if let Some((count, acronym)) = acronyms.name_at(&words) {
            let (word, term) = rules.number(terms, &acronym.to_lowercase());
            let kind = TokenKind::Name;
            return (count, Token { place: spanning(count), term, word, kind, negates: false });
        }
    }
    if let Some(second) = occurrences.get(1).filter(|_| !compounds.is_empty())
        && text.get(first.span.end..second.span.start).is_some_and(compounds::parts)
        && let Some((word, term)) = compounds.whole(form.word, forms[second.form].word)
    {
        let name = form.capitalised && names[word as usize];
        let kind = if name { TokenKind::Name } else { TokenKind::Content };
        return (2, Token { place: spanning(2), term, word, kind, negates: false });
    }
    let kind = if form.function {
        TokenKind::Function
    } else if form.number {
        TokenKind::Number
    } else if form.capitalised && given[form.word as usize] {
        TokenKind::GivenName
    } else if form.capitalised && names[form.word as usize] {
        TokenKind::Name
    } else {
        TokenKind::Content
    };
    let (term, word) = (form.term, form.word);
    (1, Token { place: first.span.into(), term, word, kind, negates: form.negates })
}
