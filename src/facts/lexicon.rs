//! The words in which a language states numbers and times.
//!
//! Another language is a file in `assets/facts` and a line in [`FILES`].

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Unit;
use super::amount::Hedge;
use super::words::Words;
use crate::text::by_language::ByLanguage;
use crate::text::hashing::HashMap;

/// For each language its words.
const FILES: &[(&str, &str)] = &[
    ("de", include_str!("../../assets/facts/de.toml")),
    ("en", include_str!("../../assets/facts/en.toml")),
    ("es", include_str!("../../assets/facts/es.toml")),
    ("fr", include_str!("../../assets/facts/fr.toml")),
];

static LEXICONS: ByLanguage<Lexicon> = ByLanguage::new(|| FILES.to_vec(), Lexicon::read);

/// What a part of a whole is followed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Share {
    /// "half of".
    Of,
    /// "two in three".
    In,
}

/// A list as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    decimal: Option<char>,
    spaces: bool,
    joins: Vec<String>,
    joins_from: f64,
    compounds: bool,
    articles: Vec<String>,
    no_number_behind: Vec<String>,
    rank_endings: Vec<String>,
    capital_months: bool,
    changes: Vec<String>,
    below_zero: BelowZero,
    cardinals: BTreeMap<String, f64>,
    parts: BTreeMap<String, f64>,
    multipliers: BTreeMap<String, f64>,
    many: BTreeMap<String, (f64, f64)>,
    ordinals: BTreeMap<String, f64>,
    fractions: BTreeMap<String, f64>,
    shares: BTreeMap<String, Share>,
    hedges: BTreeMap<String, Hedge>,
    units: BTreeMap<String, String>,
    ages: Ages,
    months: BTreeMap<String, u32>,
    weekdays: BTreeMap<String, u32>,
    clocks: BTreeMap<String, u32>,
    hours: Hours,
    times: BTreeMap<String, u32>,
    ranges: BTreeMap<String, String>,
    zones: BTreeMap<String, String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Ages {
    behind: Vec<String>,
    before: Vec<String>,
    endings: Vec<String>,
    persons: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct BelowZero {
    before: Vec<String>,
    behind: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Hours {
    before: Vec<String>,
    behind: Vec<String>,
}

/// The words of one language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// What stands before decimals.
    pub(super) decimal: char,
    /// Whether spaces stand between groups of three digits.
    pub(super) spaces: bool,
    /// Whether numbers are written as one word.
    pub(super) compounds: bool,
    /// From this number on a joining word may follow.
    pub(super) joins_from: f64,
    pub(super) joins: Phrases<()>,
    pub(super) articles: Phrases<()>,
    /// Behind these "one" is no number.
    pub(super) no_number_behind: Phrases<()>,
    /// What makes digits a place in a row.
    pub(super) rank_endings: Vec<String>,
    /// Whether months are printed with a capital, and in small letters are other words.
    pub(super) capital_months: bool,
    /// What stands before the number that something began with: "from".
    pub(super) changes: Phrases<()>,
    /// What makes a number one below zero: before it, and behind it and its unit.
    pub(super) below_zero: (Phrases<()>, Phrases<()>),
    pub(super) cardinals: Phrases<f64>,
    pub(super) parts: Phrases<f64>,
    pub(super) multipliers: Phrases<f64>,
    pub(super) many: Phrases<(f64, f64)>,
    pub(super) ordinals: Phrases<f64>,
    pub(super) fractions: Phrases<f64>,
    pub(super) shares: Phrases<Share>,
    pub(super) hedges: Phrases<Hedge>,
    pub(super) units: Phrases<Unit>,
    pub(super) ages: Phrases<()>,
    pub(super) ages_before: Phrases<()>,
    pub(super) age_endings: Vec<String>,
    /// Who is told with an age: "the suspect, 43,".
    pub(super) persons: Phrases<()>,
    pub(super) months: Phrases<u32>,
    pub(super) weekdays: Phrases<u32>,
    pub(super) clocks: Phrases<u32>,
    /// What makes a number a time of day only together: before it and behind it, "à 21 heures".
    pub(super) hours: (Phrases<()>, Phrases<()>),
    pub(super) times: Phrases<u32>,
    /// What stands between the ends of a range.
    pub(super) ranges: Phrases<()>,
    /// What stands before a range, and between its ends.
    pub(super) between: Phrases<String>,
    /// What clocks go by.
    pub(super) zones: Phrases<&'static str>,
}

impl Lexicon {
    /// The words of a language by its ISO 639-1 code; of one without a list none, and numbers as in English.
    pub(super) fn of(language: &str) -> &'static Self {
        static NONE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon { decimal: '.', ..Lexicon::default() });
        LEXICONS.get(language).unwrap_or(&NONE)
    }

    fn read(file: &'static str) -> Self {
        let file: File =
            toml::from_str(file).unwrap_or_else(|error| panic!("a built-in list is broken: {error}"));
        let (ranges, between): (Vec<_>, Vec<_>) = file.ranges.into_iter().partition(|(_, says)| says == "to");
        Self {
            decimal: file.decimal.unwrap_or('.'),
            spaces: file.spaces,
            compounds: file.compounds,
            joins_from: file.joins_from,
            joins: list(file.joins),
            articles: list(file.articles),
            no_number_behind: list(file.no_number_behind),
            rank_endings: file.rank_endings,
            capital_months: file.capital_months,
            changes: list(file.changes),
            below_zero: (list(file.below_zero.before), list(file.below_zero.behind)),
            cardinals: file.cardinals.into_iter().collect(),
            parts: file.parts.into_iter().collect(),
            multipliers: file.multipliers.into_iter().collect(),
            many: file.many.into_iter().collect(),
            ordinals: file.ordinals.into_iter().collect(),
            fractions: file.fractions.into_iter().collect(),
            shares: file.shares.into_iter().collect(),
            hedges: file.hedges.into_iter().collect(),
            units: file.units.into_iter().map(|(word, says)| (word, unit(&says))).collect(),
            ages: list(file.ages.behind),
            ages_before: list(file.ages.before),
            age_endings: file.ages.endings,
            persons: list(file.ages.persons),
            months: file.months.into_iter().collect(),
            weekdays: file.weekdays.into_iter().collect(),
            clocks: file.clocks.into_iter().collect(),
            hours: (list(file.hours.before), list(file.hours.behind)),
            times: file.times.into_iter().collect(),
            ranges: list(ranges.into_iter().map(|(word, _)| word)),
            between: between.into_iter().collect(),
            zones: file.zones.into_iter().map(|(word, zone)| (word, kept(zone))).collect(),
        }
    }

    /// What follows a joining word at the beginning of `text`: "zwanzig" of "undzwanzig".
    pub(super) fn joined<'a>(&self, text: &'a str) -> Option<&'a str> {
        let (found, ()) = self.joins.beginning(text)?;
        text.get(found.len()..)
    }
}

fn list(words: impl IntoIterator<Item = String>) -> Phrases<()> {
    words.into_iter().map(|word| (word, ())).collect()
}

/// Keeps a word for as long as the program runs, as the lists are.
fn kept(word: String) -> &'static str {
    Box::leak(word.into_boxed_str())
}

/// "1000 m": a unit of the list.
fn unit(says: &str) -> Unit {
    let (each, of) = says.split_once(' ').unwrap_or(("1", says));
    let each = each.parse().unwrap_or_else(|error| panic!("a built-in unit is broken: {says}: {error}"));
    Unit { of: kept(of.to_owned()), each }
}

/// Words and what they say; some are of several words.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// By the first word: the words behind it, the longest first.
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
    /// By the last word: how many words there are in all.
    by_last: HashMap<String, Vec<usize>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::default(), by_last: HashMap::default() }
    }
}

impl<T> FromIterator<(String, T)> for Phrases<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        let mut phrases = Self::default();
        for (phrase, says) in entries {
            // Words are parted at hyphens wherever they stand.
            let mut words: Vec<String> = phrase.split([' ', '-']).map(str::to_owned).collect();
            let last = words.last().cloned().unwrap_or_default();
            let lengths = phrases.by_last.entry(last).or_default();
            lengths.push(words.len());
            lengths.sort_unstable_by_key(|&length| std::cmp::Reverse(length));
            let first = words.remove(0);
            let of_first = phrases.by_first.entry(first).or_default();
            of_first.push((words, says));
            of_first.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        phrases
    }
}

impl<T> Phrases<T> {
    /// The longest phrase that begins at the word `at`: how many words it has, and what it says.
    pub(super) fn at(&self, words: &Words<'_>, at: usize) -> Option<(usize, &T)> {
        let of_first = self.by_first.get(words.key(at))?;
        of_first.iter().find_map(|(rest, says)| {
            let fits = (at + 1..).zip(rest).all(|(at, word)| words.follows(at) && words.key(at) == word);
            fits.then_some((rest.len() + 1, says))
        })
    }

    /// The longest phrase that ends before the word `at`.
    pub(super) fn before(&self, words: &Words<'_>, at: usize) -> Option<(usize, &T)> {
        let lengths = self.by_last.get(words.key(at.checked_sub(1)?))?;
        lengths
            .iter()
            .find_map(|&length| self.at(words, at.checked_sub(length)?).filter(|found| found.0 == length))
    }

    /// What a single word says.
    pub(super) fn word(&self, word: &str) -> Option<&T> {
        let of_first = self.by_first.get(word)?;
        of_first.iter().find(|(rest, _)| rest.is_empty()).map(|(_, says)| says)
    }

    /// The longest single word that `text` begins with, and what it says.
    pub(super) fn beginning<'a>(&self, text: &'a str) -> Option<(&'a str, &T)> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.filter_map(|end| Some((text.get(..end)?, self.word(text.get(..end)?)?))).next_back()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_can_be_read() {
        assert_eq!(LEXICONS.languages().len(), FILES.len());
        for lexicon in LEXICONS.languages().into_iter().filter_map(|language| LEXICONS.get(language)) {
            assert!(lexicon.cardinals.by_first.len() > 10);
        }
    }
}
