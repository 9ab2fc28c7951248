//! Phrases by which newspapers mark what is not the story: `assets/offtopic/phrases.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::kind::Kind;
use crate::article::Span;
use crate::text::lexicon::PhraseGroup;
use crate::text::phrases::Phrases;
use crate::text::words::{Shape, Word, WordSet, hash_of};

/// Where on its line a phrase has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Place {
    /// The line is the phrase, numbers aside.
    Whole,
    /// The line begins with it.
    Start,
    /// The line begins with it, and a title follows.
    Titled,
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
    /// The group of the lexicon that it belongs to.
    pub group: &'static str,
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

/// What a phrase means in its place.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sense {
    place: Place,
    kind: Kind,
    proof: Proof,
}

/// The lexicon: its phrases, and for each by its number what it means.
struct PhraseLexicon {
    groups: Vec<(String, PhraseGroup<Sense>)>,
    phrases: Phrases,
    /// For each phrase the index of its group.
    group_of: Vec<usize>,
}

const ASSET: &str = include_str!("../../assets/offtopic/phrases.toml");

static LEXICON: LazyLock<PhraseLexicon> = LazyLock::new(|| {
    let groups: BTreeMap<String, PhraseGroup<Sense>> =
        toml::from_str(ASSET).expect("built in, and read by every comparison");
    let mut phrases = Phrases::default();
    let mut group_of = Vec::new();
    let groups = Vec::from_iter(groups);
    for (index, (_, group)) in groups.iter().enumerate() {
        for phrase in group.phrases() {
            // None is rejected: a test sees to it.
            if phrases.add(phrase).is_ok() {
                group_of.push(index);
            }
        }
    }
    PhraseLexicon { groups, phrases, group_of }
});

impl PhraseLexicon {
    /// The name of a phrase's group, and the group.
    fn group_of(&self, number: usize) -> Option<&(String, PhraseGroup<Sense>)> {
        self.groups.get(*self.group_of.get(number)?)
    }
}

/// What a group of the lexicon is for, in a sentence.
pub(super) fn finds(group: &str) -> &'static str {
    LEXICON.groups.iter().find(|(name, _)| name == group).map_or("", |(_, group)| &group.finds)
}

/// The words in which a page speaks to its readers, by language.
static ADDRESS: LazyLock<BTreeMap<String, WordSet>> = LazyLock::new(|| {
    let asset: BTreeMap<String, String> = toml::from_str(include_str!("../../assets/offtopic/address.toml"))
        .expect("built in, and read by every comparison");
    let hashes = |words: &String| words.split_whitespace().filter_map(hash_of).collect();
    asset.iter().map(|(language, words)| (language.clone(), hashes(words))).collect()
});

/// Whether a page speaks to its readers, or of itself, in `words` of a language.
pub(super) fn speaks(words: &[Word], language: &str) -> bool {
    let address = ADDRESS.get(language).or_else(|| ADDRESS.get("en"));
    address.is_some_and(|address| {
        words.iter().any(|word| word.shape != Shape::Capitals && address.contains(&word.hash))
    })
}

/// Whether a title stands in `words` of `text`: some words, and the first does not begin small.
fn is_title(text: &str, words: &[Word]) -> bool {
    let mut words = words.iter().filter(|word| word.is_word());
    let small = |word: &Word| word.span.of(text).starts_with(char::is_lowercase);
    words.next().is_some_and(|first| !small(first)) && words.count() + 1 >= TITLE
}

/// Words of a line that a phrase need not cover to be the whole line.
fn is_beside(word: &Word) -> bool {
    matches!(word.shape, Shape::Number | Shape::Sign | Shape::Colon | Shape::At)
}

/// The strongest phrase on a line that reads `text`, in `words`; of two that are equally strong the one that begins it,
/// then the longer.
pub(super) fn find(text: &str, words: &[Word]) -> Option<Found> {
    let first = words.iter().position(|word| !is_beside(word)).unwrap_or(0);
    let last = words.iter().rposition(|word| !is_beside(word)).map_or(words.len(), |last| last + 1);
    let lexicon = &*LEXICON;
    let mut best: Option<Found> = None;
    for (at, word) in words.iter().enumerate() {
        let from = words.get(at..).unwrap_or_default();
        for (number, count, _) in lexicon.phrases.at(from, text) {
            let Some((group_name, group)) = lexicon.group_of(number) else { continue };
            let rest = from.get(count..).unwrap_or_default();
            let Some(closing) = from.get(count - 1) else { continue };
            let (start, ends) = (at <= first, at + count >= last);
            let announces = start && closing.shape == Shape::Colon && is_title(text, rest);
            for reading in &group.readings {
                let fits = match reading.place {
                    Place::Whole => start && ends,
                    Place::Start => start,
                    Place::Titled => start && is_title(text, rest),
                    Place::Anywhere => true,
                    Place::End => ends,
                };
                // "Watch: he left" is a sentence, "Watch: He left" a title.
                let untitled = reading.kind == Kind::Teaser
                    && closing.shape == Shape::Colon
                    && !(announces || start && ends);
                if !fits || untitled {
                    continue;
                }
                let found = Found {
                    kind: reading.kind,
                    proof: reading.proof,
                    group: group_name,
                    span: Span::new(word.span.start, closing.span.end),
                    whole: start && ends,
                    start,
                    closes: reading.place == Place::End && !(start && ends),
                    announces,
                };
                let rank = |found: &Found| (found.proof, found.whole, found.start, found.span.len());
                if best.as_ref().is_none_or(|best| rank(best) < rank(&found)) {
                    best = Some(found);
                }
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicon_has_each_phrase_once_on_a_line_of_its_own() {
        crate::text::lexicon::check(ASSET);
        assert!(LEXICON.groups.iter().all(|(_, group)| !group.readings.is_empty()));
        let mut phrases = Phrases::default();
        let all =
            LEXICON.groups.iter().flat_map(|(name, group)| group.phrases().map(move |phrase| (name, phrase)));
        let rejected = all.filter_map(|(name, phrase)| Some((name, phrase, phrases.add(phrase).err()?)));
        assert_eq!(rejected.collect::<Vec<_>>(), []);
    }
}
