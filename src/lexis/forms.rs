//! The words of a story as they are printed, each looked up once, and where they stand.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::acronyms::Acronyms;
use super::dictionary::Dictionary;
use super::fold::fold;
use super::terms::{TermId, Terms};
use super::{embeds, language};
use crate::article::{Article, Span};
use crate::text::hashing::HashMap;
use crate::text::marks::{is_end_mark, without_closing};
use crate::text::script::is_unspaced;

/// So many in ten words at the most have a capital where one tells a name: in a sentence with a stop, and in one without.
const PROSE: usize = 9;
const TITLE: usize = 6;

/// A word as it is printed, looked up once for all occurrences where it stands.
#[derive(Debug)]
pub(super) struct Form<'a> {
    pub(super) raw: &'a str,
    pub(super) folded: String,
    pub(super) word: TermId,
    pub(super) term: TermId,
    pub(super) function: bool,
    pub(super) negates: bool,
    pub(super) number: bool,
    pub(super) capitalised: bool,
    /// Whether a known spelling of several words begins with it.
    pub(super) begins_sequence: bool,
    /// How often it stands inside a sentence that is not printed in title case.
    pub(super) inside: u32,
}

/// How the words of a language are read.
#[derive(Clone, Copy)]
pub(super) struct WordRules {
    pub(super) dictionary: &'static Dictionary,
    pub(super) stemmer: Option<frostem::Stemmer>,
}

impl WordRules {
    pub(super) fn of(language: &str) -> Self {
        Self { dictionary: Dictionary::of(language), stemmer: language::stemmer(language) }
    }

    /// The numbers of a word in its usual spelling and of its stem. Numbers have none.
    pub(super) fn number(self, terms: &mut Terms, spelled: &str) -> (TermId, TermId) {
        let word = terms.number(spelled);
        match self.stemmer {
            Some(stemmer) if !is_number(spelled) => (word, terms.number(&stemmer.stem(spelled))),
            _ => (word, word),
        }
    }
}

pub(super) fn is_number(spelled: &str) -> bool {
    spelled.starts_with(|c: char| c.is_ascii_digit())
}

/// A place where a form stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence {
    pub(super) span: Span,
    pub(super) form: usize,
}

/// Everything read of a story before names are known.
#[derive(Debug, Default)]
pub(super) struct Scan<'a> {
    pub(super) terms: Terms,
    pub(super) forms: Vec<Form<'a>>,
    pub(super) numbers: HashMap<(usize, &'a str), usize>,
    pub(super) acronyms: Acronyms,
    pub(super) occurrences: Vec<Occurrence>,
}

impl<'a> Scan<'a> {
    pub(super) fn form(&mut self, language: usize, raw: &'a str, rules: WordRules) -> usize {
        if let Some(&form) = self.numbers.get(&(language, raw)) {
            return form;
        }
        let folded = fold(raw);
        let dictionary = rules.dictionary;
        let function = dictionary.is_function_word(&folded);
        let negates = dictionary.negates(&folded);
        let spelled = dictionary.spelling(&folded);
        let (word, term) = rules.number(&mut self.terms, spelled);
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
    pub(super) fn sentence(
        &mut self,
        language: usize,
        article: &'a Article,
        span: Span,
        rules: WordRules,
    ) -> Range<usize> {
        let (text, at) = (span.of(&article.text), span.start);
        let start = self.occurrences.len();
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
            let form = self.form(language, raw, rules);
            self.occurrences.push(Occurrence { span: Span::new(at + offset, at + offset + raw.len()), form });
        }
        let content =
            |place: &&Occurrence| !self.forms[place.form].function && !self.forms[place.form].number;
        let words = self.occurrences[start..].iter().filter(content).count();
        let capitals = self.occurrences[start..]
            .iter()
            .filter(content)
            .filter(|place| self.forms[place.form].capitalised)
            .count();
        // A headline may have all its words in capitals, prose only its names.
        let prose = without_closing(text).ends_with(is_end_mark);
        if capitals * 10 <= words * if prose { PROSE } else { TITLE } {
            for place in self.occurrences.iter().skip(start + 1) {
                self.forms[place.form].inside += 1;
            }
        }
        start..self.occurrences.len()
    }
}

/// A Chinese, Japanese or Thai character is read together with the next one: words are not
/// separated there, and pairs of characters tell texts apart nearly as well as words.
pub(super) fn joined_with_next<'a>(text: &'a str, offset: usize, raw: &'a str) -> &'a str {
    if !raw.starts_with(is_unspaced) {
        return raw;
    }
    let rest = text.get(offset + raw.len()..).unwrap_or_default();
    let next = rest.graphemes(true).next().filter(|next| next.starts_with(is_unspaced));
    text.get(offset..offset + raw.len() + next.map_or(0, str::len)).unwrap_or(raw)
}
