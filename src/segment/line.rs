//! What a line of its own is made of: time, place, names, outlets.

use super::credits::{self, is_credit};
use super::cues::CUES;
use super::datelines;
use super::times::{STAMP, is_time, names_time};
use crate::text::marks::{begins_capital, ends_sentence};
use crate::text::script::is_unspaced;

/// The most words of a caption.
const CAPTION: usize = 80;

/// The most words of a line with those who helped, and behind what says so.
const CONTRIBUTION: usize = 45;
const BEHIND_CONTRIBUTION: usize = 8;

/// The most words of the note on a later version.
const UPDATE_NOTE: usize = 40;

/// The most names of a line with the authors.
const NAMES: usize = 5;

/// How a block looks, whatever it says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// Its words.
    pub(crate) words: usize,
    /// Whether it ends as a sentence does, quotation marks and brackets aside.
    pub(crate) ended: bool,
}

impl Look {
    /// Looks at a block's text.
    pub(crate) fn at(text: &str) -> Self {
        Self { words: words(text), ended: ends_sentence(text) }
    }

    /// Whether it is at least one sentence of prose.
    pub(crate) const fn is_sentence(self) -> bool {
        (self.ended && self.words >= 7) || self.words >= 25
    }

    /// Whether it is prose: long enough to be the story rather than something about it.
    pub(crate) const fn is_paragraph(self) -> bool {
        (self.ended && self.words >= 14) || self.words >= 40
    }
}

/// How many words `text` has: stretches between white space; where words are not separated, two characters
/// are about a word.
fn words(text: &str) -> usize {
    if !text.is_ascii() {
        let unspaced = text.chars().filter(|&c| is_unspaced(c)).count();
        return text.split_whitespace().count() + unspaced / 2;
    }
    let mut words = 0;
    let mut inside = false;
    for byte in text.bytes() {
        let visible = !matches!(byte, b'\t'..=b'\r' | b' ');
        words += usize::from(visible && !inside);
        inside = visible;
    }
    words
}

/// Whether `text` is the line that says when, where or by which agency: "Posted: Updated:",
/// "NBC News -", "March 5, 2017 10:30 am", "WASHINGTON —", "This story has been updated."
pub(crate) fn is_dateline(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let few = |most: usize| text.split_whitespace().nth(most).is_none();
    let goes_on = |rest: &str| rest.split_whitespace().next().is_some_and(|word| CUES.update_words.has(word));
    let is_note =
        |rest: &str| !rest.contains(char::is_alphanumeric) || rest.starts_with([':', ',']) || goes_on(rest);
    if CUES.update_notes.opening(bare).is_some_and(is_note) && few(UPDATE_NOTE) {
        return true;
    }
    if text.len() > 200 || text.split_whitespace().nth(STAMP).is_some() {
        return false;
    }
    if let Some(rest) = CUES.dateline_openings.opening(bare) {
        let mut rest = rest;
        while let Some(next) =
            CUES.dateline_openings.opening(rest.trim_start_matches([':', ' ', '|', ',', '/']))
        {
            rest = next;
        }
        let rest = rest.trim_matches([':', ' ', '|', '-']);
        let stamped = rest.contains(|c: char| c.is_ascii_digit()) && rest.split_whitespace().any(names_time);
        if rest.is_empty() || stamped || is_time(rest) {
            return true;
        }
    }
    is_time(text) || is_publisher(text) || is_update(text) || datelines::is_bare(text)
}

/// Whether `text` is nothing but a publisher's or an agency's name.
pub(crate) fn is_publisher(text: &str) -> bool {
    let name = publisher(text);
    CUES.agencies.has(name) || CUES.outlets.has(name)
}

/// The publisher that a line of its own names. An agency's name says where the text is from, not who
/// published it.
pub(crate) fn outlet(text: &str) -> Option<&str> {
    Some(publisher(text)).filter(|name| CUES.outlets.has(name))
}

/// The name in a line with a publisher: without dashes and brackets around it.
pub(crate) fn publisher(text: &str) -> &str {
    text.trim_matches(['(', ')', '-', '–', '—', '|', ' ', '\u{a0}'])
}

/// Whether `text` is the note on a later version: "7 PM EASTERN UPDATE: Adds fundraising details."
pub(crate) fn is_update(text: &str) -> bool {
    let mut number = false;
    for word in text.split_whitespace() {
        let digit = word.starts_with(|c: char| c.is_ascii_digit());
        number |= digit;
        if !digit && !names_time(word) {
            return number && word.to_lowercase().starts_with("update");
        }
    }
    false
}

/// Who wrote it, when `text` is the line that says so: "By Jane Doe, Associated Press".
pub(crate) fn byline(text: &str) -> Option<&str> {
    if text.len() > 200 {
        return None;
    }
    let rest = CUES.byline_openings.opening(text)?;
    let names = rest.trim_start_matches([':', ' ', '\u{a0}']);
    let (names, _) = [" – ", " — ", " - ", " | "]
        .iter()
        .find_map(|dash| names.split_once(dash).filter(|(_, behind)| is_dateline(behind)))
        .unwrap_or((names, ""));
    let named = names.split_whitespace().all(|word| {
        begins_capital(word) || CUES.joining_words.has(word) || !word.contains(char::is_alphanumeric)
    });
    // A title may begin with "By" as well; a name is short, and every word of it has a capital.
    let few = names.split_whitespace().nth(STAMP).is_none();
    (few && named && names.starts_with(|c: char| c.is_alphabetic()) && !names.ends_with(['?', '!']))
        .then(|| without_affiliation(names))
        .filter(|names| !is_thing(names))
}

/// Whether `names` begins with an article and names nobody who writes: "the Numbers", and not "the Associated Press".
fn is_thing(names: &str) -> bool {
    let Some((article, name)) = names.split_once(' ') else { return false };
    let writes = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        CUES.outlet_words.has(word) || CUES.byline_groups.has(word)
    };
    article.eq_ignore_ascii_case("the")
        && !is_publisher(names)
        && !is_publisher(name)
        && !name.split_whitespace().any(writes)
}

/// Whether `text` is the line with those who helped, or edited: "Jane Doe contributed to this report."
pub(crate) fn is_contribution(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let few = |text: &str, most: usize| text.split_whitespace().nth(most).is_none();
    if !few(bare, CONTRIBUTION) {
        return false;
    }
    let is_named = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        begins_capital(word)
            || CUES.joining_words.has(word)
            || CUES.contribution_words.has(word)
            || word.is_empty()
    };
    let names = |text: &str| text.contains(char::is_uppercase) && text.split_whitespace().all(is_named);
    CUES.contribution_openings.opening(bare).is_some_and(names)
        || CUES
            .contributions
            .inside(bare)
            .is_some_and(|(before, rest)| names(before) && few(rest, BEHIND_CONTRIBUTION))
}

/// Whether `text` stands above what was added to a story: "Update at 6:10 p.m. ET:", "UPDATE: A vote is called".
pub(crate) fn is_update_heading(text: &str) -> bool {
    CUES.update_headings.opening(text).is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.contains(':') || rest.starts_with(|c: char| !c.is_alphanumeric())
    })
}

/// Whether `text` is nothing but names of persons, as far as its looks tell: "Jane Doe and Carl Dow".
pub(crate) fn is_names(text: &str) -> bool {
    let mut names = text.split(" and ").flat_map(|names| names.split(", "));
    names.by_ref().take(NAMES).all(is_name) && names.next().is_none()
}

/// Whether `text` is nothing but the name of a person, as far as its looks tell.
fn is_name(text: &str) -> bool {
    let mut words = 0;
    let all = text.split_whitespace().all(|word| {
        words += 1;
        words <= 4
            && word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
    });
    all && words >= 2
}

/// The names of a byline without what the author works for and when.
fn without_affiliation(names: &str) -> &str {
    let names = names.split_once(['|', '•', '·']).map_or(names, |(names, _)| names);
    let mut names = names.trim();
    if let Some(digit) = names.find(|c: char| c.is_ascii_digit()) {
        names = names.get(..digit).unwrap_or_default();
        while let Some((before, last)) = names.trim_end().rsplit_once(' ')
            && (names_time(last) || CUES.joining_words.has(last))
        {
            names = before;
        }
        names = names.trim_end_matches([' ', ',', '-', '–']);
    }
    let Some((before, behind)) = names.split_once(',') else { return names };
    let behind = behind.trim();
    let last = behind.split_whitespace().next_back().unwrap_or_default();
    if is_publisher(behind) || CUES.outlet_words.has(last) { before.trim() } else { names }
}

/// Whether `text` goes with a picture: it begins as captions do, or ends with a credit.
pub(crate) fn is_caption(text: &str, look: Look) -> bool {
    let ends_credited = || text.rsplit_once(". ").is_some_and(|(_, tail)| is_credit(tail));
    look.words <= CAPTION
        && (CUES.caption_openings.opening(text).is_some()
            || credits::closing(text).is_some()
            || is_credit(text)
            || ends_credited())
}

/// Whether `text` is an item that carries its number: "1. …", "2) …".
pub(crate) fn is_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    (1..=2).contains(&digits)
        && rest.strip_prefix(['.', ')']).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_lines_with_time_place_or_agency() {
        for text in [
            "Posted: Updated:",
            "NBC News -",
            "Updated at 11 p.m. ET",
            "March 5, 2017 10:30 am",
            "Published: Thursday, 6 April 2017 | Updated: 10:15 GMT",
            "7 PM EASTERN UPDATE: Adds fundraising details.",
            "(Reuters)",
            "WASHINGTON —",
            "6 years ago",
            "—Last updated at 11:49 a.m.",
            "This story has been updated with a comment from the mayor.",
        ] {
            assert!(is_dateline(text), "{text}");
        }
        for text in [
            "Created jobs in 2017",
            "On Friday, two men were killed.",
            "May said in 2017 that she would go",
            "Fear of retribution",
            "This story has been told before.",
            "This report was updated by the ministry after critics found errors in it.",
            "This article was last updated by the senate in 1998, and the mayor wants to scrap it.",
            "20 years",
            "Two years ago",
            "Week 17",
            "2017 was the year of the fake",
        ] {
            assert!(!is_dateline(text), "{text}");
        }
    }

    #[test]
    fn finds_authors() {
        assert_eq!(byline("By Jane Doe"), Some("Jane Doe"));
        assert_eq!(byline("By JANE DOE and Max O'Neill, Associated Press"), Some("JANE DOE and Max O'Neill"));
        assert_eq!(byline("By Jane Doe on Sat May 5, 2017"), Some("Jane Doe"));
        assert_eq!(byline("By Land or by Sea"), None);
        assert_eq!(byline("By all accounts it was late."), None);
        for title in ["By the Numbers", "BY THE BOOK", "By the Sea and by the River"] {
            assert_eq!(byline(title), None, "{title}");
        }
        for group in ["The Associated Press", "the Editorial Board", "The Guardian", "The Herald Staff"] {
            assert_eq!(byline(&format!("By {group}")), Some(group));
        }
    }

    #[test]
    fn finds_those_who_helped() {
        for text in [
            "Jane Doe and The Associated Press contributed to this report.",
            "— Carl Dow contributed to this story from Paris.",
            "(Reporting by Jane Doe; Editing by Carl Dow)",
            "Additional reporting by Jane Doe.",
            "AP science writer Jane Doe in Los Angeles contributed to this report.",
            "Mitarbeit: Jane Doe",
            "Contributing: Jane Doe",
        ] {
            assert!(is_contribution(text), "{text}");
        }
        for text in [
            "Reporting by the Times led to the arrest.",
            "Edited by Jane Doe, the letters fill four volumes.",
            "Contributing Editor Jane Doe left the paper.",
            "Money from the fund contributed to this reporting failure.",
            "Investigators from six agencies contributed to this report.",
            "Cold weather and old pipes contributed to this report's gloomy outlook.",
            "Several experts contributed to this report, which was handed to the minister at a ceremony in May.",
        ] {
            assert!(!is_contribution(text), "{text}");
        }
    }

    #[test]
    fn tells_captions() {
        for text in [
            "FILE - In this photo a man waits.",
            "A man waits. (AP Photo/Jane Doe)",
            "Photo by Jane Doe/Getty Images",
        ] {
            assert!(is_caption(text, Look::at(text)), "{text}");
        }
        let text = "He asked for photos of the house.";
        assert!(!is_caption(text, Look::at(text)));
    }
}
