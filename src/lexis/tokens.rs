//! The words of a story, folded so that spelling does not stand between two sentences.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::acronyms::{self, Acronyms};
use super::compounds::{self, Compounds};
use super::dictionary::Dictionary;
use super::embeds;
use super::fold::fold;
use super::{language, opposites};
use crate::article::{Article, SentenceId, ShortSpan, Span};
use crate::text::hashing::HashMap;
use crate::text::script::is_unspaced;

/// Numbers a normalised word; the same number is the same word, within one [`Lexis`].
pub type TermId = u32;

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

/// Numbers texts in the order in which they are first seen.
#[derive(Debug, Default)]
struct Terms {
    numbers: HashMap<Box<str>, TermId>,
    texts: Vec<Box<str>>,
}

impl Terms {
    fn number(&mut self, text: &str) -> TermId {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = TermId::try_from(self.texts.len()).unwrap_or(TermId::MAX);
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        number
    }
}

/// A word as it is printed, looked up once for all places where it stands.
#[derive(Debug)]
struct Form<'a> {
    raw: &'a str,
    folded: String,
    word: TermId,
    term: TermId,
    function: bool,
    negates: bool,
    number: bool,
    capitalised: bool,
    /// Whether a known spelling of several words begins with it.
    begins_sequence: bool,
    /// How often it stands inside a sentence that is not printed in title case.
    inside: u32,
}

/// How the words of a language are read.
#[derive(Clone, Copy)]
struct Reading {
    dictionary: &'static Dictionary,
    stemmer: Option<frostem::Stemmer>,
}

impl Reading {
    fn of(language: &str) -> Self {
        Self { dictionary: Dictionary::of(language), stemmer: language::stemmer(language) }
    }

    /// The numbers of a word in its usual spelling and of its stem. Numbers have none.
    fn number(self, terms: &mut Terms, spelled: &str) -> (TermId, TermId) {
        let word = terms.number(spelled);
        match self.stemmer {
            Some(stemmer) if !is_number(spelled) => (word, terms.number(&stemmer.stem(spelled))),
            _ => (word, word),
        }
    }
}

fn is_number(spelled: &str) -> bool {
    spelled.starts_with(|c: char| c.is_ascii_digit())
}

/// A place where a form stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    span: Span,
    form: usize,
}

/// Everything read of a story before names are known.
#[derive(Debug, Default)]
struct Reader<'a> {
    terms: Terms,
    forms: Vec<Form<'a>>,
    numbers: HashMap<(usize, &'a str), usize>,
    acronyms: Acronyms,
    places: Vec<Place>,
}

impl<'a> Reader<'a> {
    fn form(&mut self, language: usize, raw: &'a str, reading: Reading) -> usize {
        if let Some(&form) = self.numbers.get(&(language, raw)) {
            return form;
        }
        let folded = fold(raw);
        let dictionary = reading.dictionary;
        let function = dictionary.is_function_word(&folded);
        let negates = dictionary.negates(&folded);
        let spelled = dictionary.spelling(&folded);
        let (word, term) = reading.number(&mut self.terms, spelled);
        let number = is_number(spelled);
        self.acronyms.note(raw);
        let capitalised = raw.starts_with(char::is_uppercase);
        let begins_sequence = dictionary.begins_sequence(&folded);
        let form = Form {
            raw,
            folded,
            word,
            term,
            function,
            negates,
            number,
            capitalised,
            begins_sequence,
            inside: 0,
        };
        self.forms.push(form);
        self.numbers.insert((language, raw), self.forms.len() - 1);
        self.forms.len() - 1
    }

    /// Reads the words of one sentence, marks in it aside, and notes which of them stand inside it, where a capital
    /// tells a name.
    fn sentence(
        &mut self,
        language: usize,
        article: &'a Article,
        span: Span,
        reading: Reading,
    ) -> Range<usize> {
        let (text, at) = (span.of(&article.text), span.start);
        let start = self.places.len();
        let mut embeds = embeds::of(text).into_iter().peekable();
        let mut marks = article.marks_in(span).iter().peekable();
        for (offset, raw) in text.unicode_word_indices() {
            while embeds.next_if(|embed| embed.end <= offset).is_some() {}
            while marks.next_if(|mark| mark.span.end <= at + offset).is_some() {}
            let marked = marks.peek().is_some_and(|mark| mark.span.start <= at + offset);
            if marked || embeds.peek().is_some_and(|embed| embed.contains(&offset)) {
                continue;
            }
            let raw = joined_with_next(text, offset, raw);
            let form = self.form(language, raw, reading);
            self.places.push(Place { span: Span::new(at + offset, at + offset + raw.len()), form });
        }
        let content = |place: &&Place| !self.forms[place.form].function && !self.forms[place.form].number;
        let words = self.places[start..].iter().filter(content).count();
        let capitals = self.places[start..]
            .iter()
            .filter(content)
            .filter(|place| self.forms[place.form].capitalised)
            .count();
        if capitals * 5 <= words * 3 {
            for place in self.places.iter().skip(start + 1) {
                self.forms[place.form].inside += 1;
            }
        }
        start..self.places.len()
    }
}

/// A Chinese, Japanese or Thai character is read together with the next one: words are not
/// separated there, and pairs of characters tell texts apart nearly as well as words.
fn joined_with_next<'a>(text: &'a str, offset: usize, raw: &'a str) -> &'a str {
    if !raw.starts_with(is_unspaced) {
        return raw;
    }
    let rest = text.get(offset + raw.len()..).unwrap_or_default();
    let next = rest.graphemes(true).next().filter(|next| next.starts_with(is_unspaced));
    text.get(offset..offset + raw.len() + next.map_or(0, str::len)).unwrap_or(raw)
}

impl Lexis {
    /// Reads the words of `articles`.
    #[must_use]
    pub fn of(articles: &[Article]) -> Self {
        let languages = language::of_articles(articles);
        let mut known: Vec<&str> = languages.clone();
        known.sort_unstable();
        known.dedup();

        let mut reader = Reader::default();
        let mut sentences = Vec::with_capacity(articles.len());
        for (article, language) in articles.iter().zip(&languages) {
            let number = known.binary_search(language).unwrap_or_default();
            let reading = Reading::of(language);
            let ranges: Vec<Range<usize>> = article
                .sentences
                .iter()
                .map(|sentence| reader.sentence(number, article, sentence.span, reading))
                .collect();
            sentences.push(ranges);
        }
        let compounds = compounds(&reader);
        let names = names(&reader);
        let given = given_names(&reader, &names);

        let mut tokens = Vec::with_capacity(reader.places.len());
        for (ranges, (article, language)) in sentences.iter_mut().zip(articles.iter().zip(&languages)) {
            let reading = Reading::of(language);
            for range in ranges.iter_mut() {
                let start = tokens.len();
                let places = &reader.places[range.clone()];
                let mut index = 0;
                while index < places.len() {
                    let (count, token) = token_at(
                        &mut reader.terms,
                        &reader.forms,
                        &places[index..],
                        &article.text,
                        reading,
                        (&reader.acronyms, &compounds),
                        (&names, &given),
                    );
                    tokens.push(token);
                    index += count;
                }
                *range = start..tokens.len();
            }
        }
        Self { tokens, sentences, terms: reader.terms, language: language::commonest(articles).to_owned() }
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

    /// The normalised word that `term` numbers.
    #[must_use]
    pub fn text(&self, term: TermId) -> &str {
        self.terms.texts.get(term as usize).map_or("", AsRef::as_ref)
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

/// The compounds of the story.
fn compounds(reader: &Reader<'_>) -> Compounds {
    let forms = reader.forms.iter().filter(|form| !form.function && !form.number);
    Compounds::among(forms.map(|form| compounds::Word {
        folded: &form.folded,
        word: form.word,
        term: form.term,
    }))
}

/// For each word whether it is a name: printed with a capital inside sentences more often than without.
fn names(reader: &Reader<'_>) -> Vec<bool> {
    let mut balance = vec![0_i64; reader.terms.texts.len()];
    for form in reader.forms.iter().filter(|form| !form.function && !form.number) {
        let inside = i64::from(form.inside);
        balance[form.word as usize] += if form.capitalised { inside } else { -inside };
    }
    balance.into_iter().map(|sum| sum > 0).collect()
}

/// For each word whether it is a given name: a name that always stands before a surname which stands
/// without it elsewhere.
fn given_names(reader: &Reader<'_>, names: &[bool]) -> Vec<bool> {
    let name_at = |place: &Place| {
        let form = &reader.forms[place.form];
        (form.capitalised && names[form.word as usize]).then_some(form.word as usize)
    };
    let adjoin = |a: &Place, b: &Place| b.span.start.checked_sub(a.span.end) == Some(1);
    // For each name: whether another name follows, and whether it stands at the end of a name.
    let mut followed = vec![false; names.len()];
    let mut alone = vec![false; names.len()];
    for (index, place) in reader.places.iter().enumerate() {
        let Some(word) = name_at(place) else { continue };
        let follows =
            reader.places.get(index + 1).is_some_and(|next| adjoin(place, next) && name_at(next).is_some());
        let led = index.checked_sub(1).and_then(|before| reader.places.get(before));
        let led = led.is_some_and(|before| adjoin(before, place) && name_at(before).is_some());
        followed[word] |= follows;
        alone[word] |= !follows && !led;
    }
    let mut given = vec![false; names.len()];
    for (place, next) in reader.places.iter().zip(reader.places.iter().skip(1)) {
        if let (Some(word), Some(surname)) = (name_at(place), name_at(next))
            && adjoin(place, next)
        {
            given[word] |= followed[word] && !alone[word] && alone[surname];
        }
    }
    given
}

/// The token that begins at the first of `places`, and how many of them it takes.
fn token_at(
    terms: &mut Terms,
    forms: &[Form<'_>],
    places: &[Place],
    text: &str,
    reading: Reading,
    (acronyms, compounds): (&Acronyms, &Compounds),
    (names, given): (&[bool], &[bool]),
) -> (usize, Token) {
    let first = places[0];
    let form = &forms[first.form];
    let spanning = |count: usize| Span::new(first.span.start, places[count - 1].span.end).into();

    let next = |index: usize| places.get(index + 1).map(|place| forms[place.form].folded.as_str());
    if form.begins_sequence
        && let Some((count, says)) = reading.dictionary.sequence(&form.folded, next)
    {
        let (word, term) = reading.number(terms, says);
        let kind = if form.capitalised { TokenKind::Name } else { TokenKind::Content };
        return (count, Token { place: spanning(count), term, word, kind, negates: false });
    }
    if form.capitalised && !form.function && acronyms.may_begin(form.raw) {
        let words: Vec<acronyms::Word<'_>> = places
            .iter()
            .take(acronyms::LONGEST_NAME)
            .enumerate()
            .map(|(index, place)| acronyms::Word {
                raw: forms[place.form].raw,
                function: forms[place.form].function,
                follows: index == 0
                    || Span::new(places[index - 1].span.end, place.span.start).of(text).trim().is_empty(),
            })
            .collect();
        if let Some((count, acronym)) = acronyms.name_at(&words) {
            let (word, term) = reading.number(terms, &acronym.to_lowercase());
            let kind = TokenKind::Name;
            return (count, Token { place: spanning(count), term, word, kind, negates: false });
        }
    }
    if let Some(second) = places.get(1).filter(|_| !compounds.is_empty())
        && matches!(text.get(first.span.end..second.span.start), Some(" " | "-" | "\u{2010}"))
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
