//! Phrases by which newspapers mark what is not the story: `assets/offtopic/phrases.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::kind::Kind;
use super::words::{self, Shape, Word, WordMap, WordSet};
use crate::article::Span;

/// Where on its line a phrase has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Place {
    /// The line is the phrase, numbers aside.
    Whole,
    /// The line begins with it.
    Start,
    /// The line ends with it.
    End,
    /// Anywhere.
    Anywhere,
}

/// What a phrase proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Proof {
    /// Stories say it, too.
    Hint,
    /// Notes about authors say it, and stories of other people.
    Author,
    /// An entry of a menu: many of them tell a whole page from an extracted article.
    Menu,
    /// A line with it is not the story, unless it is a sentence that doesn't speak to the page's readers.
    Addressed,
    /// A line with it is not the story.
    Strong,
    /// The same, and the short lines below belong to it.
    Heading,
    /// No story says it, however long the line.
    Certain,
}

impl Proof {
    /// Its name, as in the lexicon.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Author => "author",
            Self::Menu => "menu",
            Self::Addressed => "addressed",
            Self::Strong => "strong",
            Self::Heading => "heading",
            Self::Certain => "certain",
        }
    }
}

/// A phrase that was found on a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// What a line with it is.
    pub kind: Kind,
    /// What it proves.
    pub proof: Proof,
    /// Where it stands on the line.
    pub span: Span,
    /// Whether the line says nothing else.
    pub whole: bool,
    /// Whether the line begins with it.
    pub start: bool,
    /// Whether it counts because the line ends with it.
    pub closes: bool,
    /// Whether it opens the line, ends with a colon, and a title follows.
    pub announces: bool,
}

impl Found {
    /// What it proves of a line: a sentence says some phrases without speaking to the page's readers.
    pub fn on(self, speaks: bool) -> Self {
        let settled = if speaks { Proof::Strong } else { Proof::Hint };
        Self { proof: if self.proof == Proof::Addressed { settled } else { self.proof }, ..self }
    }
}

/// A title has at least so many words.
const TITLE: usize = 2;

#[derive(Deserialize)]
struct Asset {
    group: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    kind: Kind,
    place: Place,
    proof: Proof,
    /// For each language its phrases.
    phrases: BTreeMap<String, Vec<String>>,
}

/// A part of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Word(u64),
    /// `*`: up to [`GAP`] words.
    Gap,
    /// `#`: a number.
    Number,
}

/// The most words that `*` stands for.
const GAP: usize = 5;

struct Phrase {
    /// What follows the first word.
    rest: Vec<Part>,
    place: Place,
    kind: Kind,
    proof: Proof,
}

/// The lexicon, by the first word of each phrase.
struct Lexicon {
    by_first: WordMap<Vec<Phrase>>,
}

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../../assets/offtopic/phrases.toml")));

impl Lexicon {
    fn read(asset: &str) -> Self {
        let asset: Asset = toml::from_str(asset).expect("built in, and read by every comparison");
        let mut by_first: WordMap<Vec<Phrase>> = WordMap::default();
        for group in &asset.group {
            for phrase in group.phrases.values().flatten() {
                let mut parts = Vec::new();
                for piece in phrase.split_inclusive(['*', '#']) {
                    let mut found = Vec::new();
                    words::scan(piece, &mut found);
                    parts.extend(found.iter().map(|word| Part::Word(word.hash)));
                    parts.extend(piece.ends_with('*').then_some(Part::Gap));
                    parts.extend(piece.ends_with('#').then_some(Part::Number));
                }
                if let Some((&Part::Word(first), rest)) = parts.split_first() {
                    by_first.entry(first).or_default().push(Phrase {
                        rest: rest.to_vec(),
                        place: group.place,
                        kind: group.kind,
                        proof: group.proof,
                    });
                }
            }
        }
        Self { by_first }
    }
}

/// How many of `words` the parts cover from the front, if they do.
fn covered(parts: &[Part], words: &[Word]) -> Option<usize> {
    match parts.split_first() {
        None => Some(0),
        Some((Part::Word(hash), rest)) => {
            let (first, words) = words.split_first()?;
            (first.hash == *hash).then(|| covered(rest, words))?.map(|count| count + 1)
        }
        Some((Part::Number, rest)) => {
            let (first, words) = words.split_first()?;
            (first.shape == Shape::Number).then(|| covered(rest, words))?.map(|count| count + 1)
        }
        // At the end of a phrase it takes what it can, so that "sign up for *" may be the whole line.
        Some((Part::Gap, [])) => Some(GAP.min(words.len())),
        Some((Part::Gap, rest)) => (0..=GAP.min(words.len()))
            .find_map(|skipped| covered(rest, words.get(skipped..)?).map(|count| count + skipped)),
    }
}

/// The words in which a page speaks to its readers, by language.
static ADDRESS: LazyLock<BTreeMap<String, WordSet>> = LazyLock::new(|| {
    let asset: BTreeMap<String, String> = toml::from_str(include_str!("../../assets/offtopic/address.toml"))
        .expect("built in, and read by every comparison");
    let hashes = |words: &String| words.split_whitespace().filter_map(words::hash_of).collect();
    asset.iter().map(|(language, words)| (language.clone(), hashes(words))).collect()
});

/// Whether a page speaks to its readers, or of itself, in `words` of a language.
pub(super) fn speaks(words: &[Word], language: &str) -> bool {
    let address = ADDRESS.get(language).or_else(|| ADDRESS.get("en"));
    address.is_some_and(|address| {
        words.iter().any(|word| word.shape != Shape::Capitals && address.contains(&word.hash))
    })
}

/// Whether a title stands in `words`: some words, and the first does not begin small.
fn is_title(words: &[Word]) -> bool {
    let mut words = words.iter().filter(|word| word.is_word());
    let small = |word: &Word| word.shape == Shape::Small;
    words.next().is_some_and(|first| !small(first)) && words.count() + 1 >= TITLE
}

/// Words of a line that a phrase need not cover to be the whole line.
fn is_beside(word: &Word) -> bool {
    matches!(word.shape, Shape::Number | Shape::Sign | Shape::Colon | Shape::At)
}

/// The strongest phrase on a line; of two that are equally strong the one that begins it, then the longer.
pub(super) fn find(words: &[Word]) -> Option<Found> {
    let first = words.iter().position(|word| !is_beside(word)).unwrap_or(0);
    let last = words.iter().rposition(|word| !is_beside(word)).map_or(words.len(), |last| last + 1);
    let mut best: Option<Found> = None;
    for (at, word) in words.iter().enumerate() {
        let Some(phrases) = LEXICON.by_first.get(&word.hash) else { continue };
        for phrase in phrases {
            if matches!(phrase.place, Place::Whole | Place::Start) && at > first {
                continue;
            }
            let Some(count) = covered(&phrase.rest, words.get(at + 1..).unwrap_or_default()) else {
                continue;
            };
            let end = at + 1 + count;
            let whole = at <= first && end >= last;
            let fits = match phrase.place {
                Place::Whole => whole,
                Place::Start | Place::Anywhere => true,
                Place::End => end >= last,
            };
            let Some(closing) = words.get(end - 1) else { continue };
            let rest = words.get(end..).unwrap_or_default();
            let found = Found {
                kind: phrase.kind,
                proof: phrase.proof,
                span: Span::new(word.span.start, closing.span.end),
                whole,
                start: at <= first,
                closes: phrase.place == Place::End && !whole,
                announces: at <= first && closing.shape == Shape::Colon && is_title(rest),
            };
            // "Watch: he left" is a sentence, "Watch: He left" a title.
            if found.kind == Kind::Teaser && closing.shape == Shape::Colon && !(found.announces || whole) {
                continue;
            }
            let rank = |found: &Found| (found.proof, found.whole, found.start, found.span.len());
            if fits && best.as_ref().is_none_or(|best| rank(best) < rank(&found)) {
                best = Some(found);
            }
        }
    }
    best
}
