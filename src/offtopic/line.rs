//! What the form of a line says, whatever it is about.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::bare::Bare;
use super::phrases::{self, Found, Proof};
use crate::article::{Article, MarkKind, Role, Span};
use crate::text::marks::{Quotations, is_closing, is_end_mark, with_neighbours};
use crate::text::words::{self, Shape, Word, WordMap};

/// A paragraph has at least so many words.
const PARAGRAPH: usize = 12;
/// A sentence has at least so many words.
const SENTENCE: usize = 6;

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// As a sentence does.
    Stop,
    /// With dots: cut off, or trailing.
    Dots,
    /// With a colon.
    Colon,
    /// In any other way.
    Open,
}

/// The form of a line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// How many words it has.
    pub words: usize,
    /// How many of them are no numbers.
    pub letters: usize,
    /// Share of its words that are function words of its language.
    pub function_words: f32,
    /// Share of its other words that begin with a capital.
    pub capitalised: f32,
    /// Whether it is printed in capitals.
    pub in_capitals: bool,
    /// Share of its words that are numbers.
    pub numbers: f32,
    /// How many bars and arrows part it.
    pub bars: usize,
    /// How it ends.
    pub end: End,
    /// Whether a bullet stands before it.
    pub bullet: bool,
    /// Whether all of it stands in brackets.
    pub bracketed: bool,
    /// Whether it holds a date or a time.
    pub dated: bool,
    /// Whether it is the line of an author.
    pub byline: bool,
    /// Whether it is the text of a picture.
    pub caption: bool,
    /// Whether reading found it to be a headline, byline, dateline or caption.
    pub role: Role,
    /// The phrase of newspapers on it.
    pub phrase: Option<Found>,
    /// What it is made of, if it tells readers nothing.
    pub bare: Option<Bare>,
    /// Its stems, function words aside, sorted, each once.
    pub stems: Vec<u64>,
    /// Stands for all its words in their order.
    pub identity: u64,
    /// The stems of the name that it begins with: two words with capitals.
    pub name: Option<[u64; 2]>,
    /// The stems of the author's name, if it is a byline.
    pub author: Option<[u64; 2]>,
    /// Whether it is the heading of readers' comments, or says how many there are.
    pub comments: bool,
    /// Whether it begins with a name and goes on as notes about authors do.
    pub presents: bool,
    /// Whether it begins with a quotation.
    pub quoted: bool,
}

#[derive(Deserialize)]
struct PageWords {
    dates: Vec<String>,
    bylines: Vec<String>,
    captions: Vec<String>,
    comments: Vec<String>,
    counters: Vec<String>,
    reports: Vec<String>,
}

/// What a word is, of the things that the form of a line depends on.
#[derive(Clone, Copy, Default)]
struct Known {
    /// The languages in which it is a function word.
    function: Languages,
    date: bool,
    byline: bool,
    caption: bool,
    comments: bool,
    counter: bool,
    report: bool,
}

/// A set of the languages whose function words are known, one a bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Languages(u32);

impl Languages {
    /// What a page in `language` may be written in: that, or any where its function words are not known.
    fn of_page(language: &str) -> Self {
        FUNCTION_WORDS.keys().position(|known| known == language).map_or(Self(u32::MAX), Self::numbered)
    }

    const fn numbered(number: usize) -> Self {
        Self(1 << (number % u32::BITS as usize))
    }

    const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

const READ: &str = "built in, and read by every comparison";

/// By language.
static FUNCTION_WORDS: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/lexis/function-words.toml")).expect(READ));

static LEXICON: LazyLock<WordMap<Known>> = LazyLock::new(|| {
    let page: PageWords = toml::from_str(include_str!("../../assets/offtopic/page-words.toml")).expect(READ);
    let mut lexicon: WordMap<Known> = WordMap::default();
    let mut learn = |word: &str, what: &dyn Fn(&mut Known)| {
        if let Some(hash) = words::hash_of(word) {
            what(lexicon.entry(hash).or_default());
        }
    };
    for (number, words) in FUNCTION_WORDS.values().enumerate() {
        for word in words.split_whitespace() {
            learn(word, &|known| known.function.0 |= Languages::numbered(number).0);
        }
    }
    page.dates.iter().for_each(|word| learn(word, &|known| known.date = true));
    page.bylines.iter().for_each(|word| learn(word, &|known| known.byline = true));
    page.comments.iter().for_each(|word| learn(word, &|known| known.comments = true));
    page.reports.iter().for_each(|word| learn(word, &|known| known.report = true));
    page.counters.iter().for_each(|word| learn(word, &|known| known.counter = true));
    page.captions.iter().for_each(|word| learn(word, &|known| known.caption = true));
    lexicon
});

/// What the words of a line add up to.
#[derive(Default)]
struct Sums {
    words: usize,
    numbers: usize,
    function: usize,
    capitalised: usize,
    /// Words printed in small letters.
    small: usize,
    bars: usize,
    date: bool,
    caption: bool,
    comments: bool,
    /// Whether a word says that somebody says something.
    reported: bool,
    /// Whether the first word opens a byline.
    byline: bool,
    identity: u64,
    stems: Vec<u64>,
}

impl Sums {
    /// Of a line on a page in `languages`.
    fn of(words: &[Word], languages: Languages) -> Self {
        let lexicon = &*LEXICON;
        let mut sums = Self::default();
        for word in words {
            sums.identity = sums.identity.rotate_left(5) ^ word.hash;
            let known = lexicon.get(&word.hash).copied().unwrap_or_default();
            if !word.is_word() {
                sums.bars += usize::from(word.shape == Shape::Sign);
                continue;
            }
            sums.byline |= sums.words == 0 && known.byline;
            sums.words += 1;
            sums.date |= known.date;
            sums.caption |= known.caption;
            sums.comments |= known.comments;
            sums.reported |= known.report;
            let letters = word.shape != Shape::Number;
            let function = known.function.meet(languages);
            sums.numbers += usize::from(!letters);
            sums.small += usize::from(letters && word.shape != Shape::Capitals && word.span.len() > 1);
            sums.function += usize::from(letters && function);
            sums.capitalised += usize::from(word.is_capitalised() && !function);
            if !function {
                sums.stems.push(word.stem);
            }
        }
        sums.stems.sort_unstable();
        sums.stems.dedup();
        sums
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn share(part: usize, of: usize) -> f32 {
    if of == 0 { 0.0 } else { part as f32 / of as f32 }
}

fn end_of(text: &str) -> End {
    let bare = without_initials(text);
    let bare = bare.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace() || c == '*');
    if bare.ends_with("...") || bare.ends_with('…') {
        End::Dots
    } else if bare.ends_with(is_end_mark) {
        End::Stop
    } else if bare.ends_with([':', '：']) {
        End::Colon
    } else {
        End::Open
    }
}

/// `text` without the author's initials or the agency behind its last stop, in brackets: "… went home. (kw)".
fn without_initials(text: &str) -> &str {
    /// The most bytes of initials.
    const INITIALS: usize = 24;
    let trimmed = text.trim_end();
    let signed = trimmed.strip_suffix([')', ']']).and_then(|rest| {
        let (before, initials) = rest.rsplit_once(['(', '['])?;
        let before = before.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
        (initials.len() <= INITIALS && before.ends_with(is_end_mark)).then_some(before)
    });
    signed.unwrap_or(text)
}

/// Whether a word is known to be what `is` asks for.
fn is_known(word: &str, is: impl Fn(&Known) -> bool) -> bool {
    words::hash_of(word).and_then(|hash| LEXICON.get(&hash)).is_some_and(is)
}

/// The stems of the name that a line begins with.
fn name(words: &[Word], languages: Languages) -> Option<[u64; 2]> {
    let [first, second, ..] = words else { return None };
    let is_name = |word: &Word| {
        word.is_capitalised() && !LEXICON.get(&word.hash).is_some_and(|known| known.function.meet(languages))
    };
    (is_name(first) && is_name(second)).then_some([first.stem, second.stem])
}

/// Whether a person's name and nothing else stands before the phrase.
fn is_presented(text: &str, found: &Found) -> bool {
    /// The most words of a name.
    const NAME: usize = 4;
    let before = text.get(..found.span.start).unwrap_or_default();
    let names = || before.split_whitespace();
    (2..=NAME).contains(&names().count()) && names().all(|name| name.starts_with(char::is_uppercase))
}

/// Whether somebody says the phrase: it stands in a quotation, which is not all of the line.
fn is_spoken(text: &str, found: &Found) -> bool {
    let before = text.get(..found.span.start).unwrap_or_default();
    let mut quotations = Quotations::default();
    for (_, last, c, next) in with_neighbours(text).take_while(|&(at, ..)| at < before.len()) {
        let inches = c == '"' && last.is_some_and(|last| last.is_ascii_digit()) && !quotations.is_open();
        if !inches {
            quotations.pass(last, c, next);
        }
    }
    !found.whole && (quotations.is_open() || before.ends_with(['‘', '\'']))
}

/// Whether a paragraph has the credit of a picture before its first sentence: "© Provided by Courier Media The ferry …".
fn is_credited_prose(text: &str, words: usize) -> bool {
    /// Words of a paragraph that is more than a notice.
    const PROSE: usize = 25;
    let Some(rest) = text.strip_prefix('©').filter(|_| words >= PROSE && end_of(text) == End::Stop) else {
        return false;
    };
    let mut scratch = Vec::new();
    words::scan(rest, &mut scratch);
    let year = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    !year && phrases::find(rest, &scratch).is_none()
}

/// Whether a paragraph of the story goes before the sentence with the phrase, which then says nothing of the line.
fn is_afterthought(text: &str, found: &Found, language: &str) -> bool {
    let before = text.get(..found.span.start).unwrap_or_default();
    let story = before.rfind(['.', '!', '?']).and_then(|end| before.get(..end)).unwrap_or_default();
    let mut words = Vec::new();
    words::scan(story, &mut words);
    let long = words.iter().filter(|word| word.is_word()).count() >= PARAGRAPH;
    long && !story.contains('©') && !phrases::speaks(&words, language)
}

/// The text of a block without the links, breaks and cards that a machine put into it: they say nothing about the rest.
pub(super) fn text(article: &Article, block: usize) -> Cow<'_, str> {
    let Some(span) = article.blocks.get(block).map(|block| block.span) else { return Cow::Borrowed("") };
    let mut marks = article.marks_in(span).iter().filter(|mark| mark.kind == MarkKind::OffTopic).peekable();
    if marks.peek().is_none() {
        return Cow::Borrowed(span.of(&article.text));
    }
    let mut text = String::new();
    let mut start = span.start;
    for end in marks.map(|mark| mark.span).chain([Span::new(span.end, span.end)]) {
        let piece = Span::new(start, end.start).of(&article.text);
        text.push_str(if text.is_empty() { piece.trim_start() } else { piece });
        start = end.end;
    }
    text.truncate(text.trim_end().len());
    Cow::Owned(text)
}

impl Line {
    /// Reads block `block`; `scratch` is for the words.
    pub fn read(article: &Article, block: usize, scratch: &mut Vec<Word>) -> Self {
        let text = &*text(article, block);
        scratch.clear();
        words::scan(text, scratch);
        let languages = Languages::of_page(&article.language);
        let sums = Sums::of(scratch, languages);
        let letters = sums.words - sums.numbers;
        let phrase = phrases::find(text, scratch).filter(|found| !is_spoken(text, found));
        let phrase = phrase.filter(|_| !is_credited_prose(text, sums.words));
        // A link glued to a paragraph's end says nothing about the paragraph.
        let glued = phrase.filter(|found| found.closes && sums.words >= PARAGRAPH).and_then(|found| {
            let before = text.get(..found.span.start)?;
            (end_of(before) == End::Stop).then_some(End::Stop)
        });
        let sentence = sums.words >= SENTENCE && end_of(text) == End::Stop;
        let byline = sums.byline && (2..=9).contains(&sums.words) && sums.capitalised > 0;
        let role = article.blocks.get(block).map_or(Role::Body, |block| block.role);
        // A call to subscribe that was glued to it speaks to the page's readers.
        let calls = text.len() < article.block_text(block).len();
        let in_capitals = sums.small == 0 && letters >= 3 && sums.capitalised >= 2;
        // "Subscribe to our view, said the mayor" is what somebody else says.
        let reported = sums.words >= PARAGRAPH && sums.reported;
        let speaks =
            !sentence || calls || in_capitals || (phrases::speaks(scratch, &article.language) && !reported);
        let phrase = phrase.filter(|_| glued.is_none()).map(|found| found.on(speaks));
        let phrase = phrase.filter(|found| {
            found.proof < Proof::Menu || !sentence || !is_afterthought(text, found, &article.language)
        });
        Self {
            words: sums.words,
            letters,
            function_words: share(sums.function, sums.words),
            capitalised: share(sums.capitalised, letters - sums.function),
            in_capitals,
            numbers: share(sums.numbers, sums.words),
            bars: sums.bars,
            end: glued.unwrap_or_else(|| end_of(text)),
            bullet: article.lead_in(block).contains(|c: char| !c.is_whitespace()),
            dated: sums.date && sums.numbers > 0 && sums.words <= 14,
            byline,
            caption: sums.caption && (sums.words <= 25 || text.contains(['(', '/'])),
            role,
            bracketed: text.starts_with(['(', '[']) && text.ends_with([')', ']']),
            phrase,
            bare: Bare::of(
                text,
                |word| is_known(word, |known| known.counter),
                |word| is_known(word, |known| known.date),
            ),
            stems: sums.stems,
            identity: sums.identity,
            name: name(scratch, languages),
            author: (byline || role == Role::Byline)
                .then(|| {
                    name(scratch.get(1..).unwrap_or_default(), languages).or_else(|| name(scratch, languages))
                })
                .flatten(),
            comments: sums.comments && phrase.is_some_and(|found| found.whole),
            presents: phrase.is_some_and(|found| found.proof == Proof::Author && is_presented(text, &found)),
            quoted: text.starts_with(['"', '“', '„', '«', '‘', '\'']),
        }
    }

    /// Whether it reads like a paragraph of an article. `function_words` is the share that the page's language has
    /// at least in prose; 0 where its function words are not known.
    pub fn is_long_sentence(&self, function_words: f32) -> bool {
        self.words >= PARAGRAPH
            && self.function_words >= function_words
            && self.bars <= 2
            && (self.end == End::Stop || self.words >= 25)
            && self.capitalised < 0.75
    }

    /// Whether its role alone makes it a small part of the story.
    pub const fn has_small_role(&self) -> bool {
        matches!(self.role, Role::Headline | Role::Byline | Role::Dateline | Role::Caption)
    }

    /// Whether it reads like a sentence, however short.
    pub fn is_sentence(&self, function_words: f32) -> bool {
        self.words >= SENTENCE && self.end == End::Stop && self.function_words >= function_words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_other_languages_are_no_function_words() {
        let text = "Man and Son Die in Van\n\nThe police found both of them in the van on Tuesday, and said that it was an accident.\n";
        let article = Article::from_text("", text);
        assert_eq!(article.language, "en");
        let line = Line::read(&article, 0, &mut Vec::new());
        assert!((line.function_words - 2.0 / 6.0).abs() < 0.01, "{}", line.function_words);
    }
}
