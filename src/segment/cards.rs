//! Cards that a machine wrote out in the middle of a sentence.
//!
//! Pages that show a card over a person's name, with the full name and the titles of other articles, leave all of it
//! in the text when they are read by machine: "Sen. Jane Roe Jane Ann RoeSenate votes on roads Roe calls for a vote
//! MORE (D-Ohio) said …". What gives a card away is the surname, which comes back behind nothing but names, and the
//! word on the button at its end.

use crate::article::Span;

/// The word on the button at a card's end, as it is printed.
const BUTTON: &str = "MORE";
/// The most names that lie between a surname and its return.
const NAMES: usize = 6;
/// The longest card, in bytes.
const LONGEST: usize = 1_200;
/// The shortest surname, in bytes.
const SURNAME: usize = 3;

/// The cards in `text`, in order and disjoint: each begins behind the name as the story has it.
pub(super) fn find(text: &str) -> Vec<Span> {
    let mut cards: Vec<Span> = Vec::new();
    if !text.contains(BUTTON) {
        return cards;
    }
    // Names in a row, with where they end; and where a card may have begun.
    let mut names: Vec<(&str, usize)> = Vec::new();
    let mut open: Option<Opening> = None;
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let (start, word) = (at, piece.trim_end());
        at += piece.len();
        if word.is_empty() {
            continue;
        }
        if let Some(end) = button(word)
            && let Some(begun) = open.take_if(|open| start + end <= open.behind + LONGEST)
        {
            let card = Span::new(begun.behind, start + end);
            cards.push(card.trimmed(text));
            names.clear();
            continue;
        }
        if open.as_ref().is_some_and(|open| !open.glued) && ends_sentence(word) {
            open = None;
        }
        if !is_name(word) {
            names.clear();
            continue;
        }
        if let Some(found) = returned(&names, word)
            && open.as_ref().is_none_or(|open| !open.glued || start > open.behind + LONGEST)
        {
            open = Some(found);
        }
        if names.len() > NAMES {
            names.remove(0);
        }
        names.push((word, start + word.len()));
        if word.ends_with(['.', ',', ';', ':', '!', '?']) && !is_initial(word) {
            names.clear();
        }
    }
    cards
}

/// Where a card may have begun.
struct Opening {
    /// The end of the name as the story has it, in bytes.
    behind: usize,
    /// Whether the first title was glued to the name that came back, which settles it.
    glued: bool,
}

/// Where a card may have begun, if `word` brings back a surname among `names`, the words before it.
fn returned(names: &[(&str, usize)], word: &str) -> Option<Opening> {
    let (_, before) = names.split_last()?;
    before.iter().enumerate().rev().find_map(|(at, &(surname, behind))| {
        let glued = returning(surname, word)?;
        // Without a title glued to it, all of the name has to come back: "Carl Dow Carl Otto Dow".
        let given = at.checked_sub(1).and_then(|at| names.get(at));
        let again = names.get(at + 1..).unwrap_or_default();
        // "New York New York" is no card, nor is a word that is said four times.
        let whole =
            again.len() > 1 && given.is_some_and(|given| again.iter().any(|name| bare(name.0) == given.0));
        (glued || whole).then_some(Opening { behind, glued })
    })
}

/// A name without the brackets around it.
fn bare(name: &str) -> &str {
    name.trim_matches(['(', ')'])
}

/// Whether `word` is the initial of a name, or tells the younger of two.
fn is_initial(word: &str) -> bool {
    matches!(word, "Jr." | "Sr.")
        || word.strip_suffix('.').is_some_and(|letters| letters.chars().count() == 1)
}

/// Whether a sentence ends with `word`, as far as a look at the word tells.
fn ends_sentence(word: &str) -> bool {
    let letters = word.trim_end_matches(['.', '"', '”', '’', '\'']);
    word.contains('.')
        && letters.len() < word.len()
        && letters.starts_with(char::is_lowercase)
        && letters.len() > 3
}

/// Whether `word` may be part of a name: "Roe", "(Jim)", "O'Neill", "RoeSenate".
fn is_name(word: &str) -> bool {
    word.trim_start_matches('(').starts_with(char::is_uppercase)
}

/// Whether `word` is `name` again, and whether a title is glued to it.
fn returning(name: &str, word: &str) -> Option<bool> {
    let whole =
        name.len() >= SURNAME && name.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    let rest = word.strip_prefix(name).filter(|_| whole)?;
    // "Comey, Jr."
    if rest.is_empty() || rest == "," {
        return Some(false);
    }
    let title = rest.trim_start_matches(['"', '\'', '“', '‘', '$']);
    title.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then_some(true)
}

/// Where the button ends in `word`: "MORE", "MORE's", "RoeMORE,".
fn button(word: &str) -> Option<usize> {
    let start = word.find(BUTTON)?;
    let (before, rest) = (word.get(..start)?, word.get(start + BUTTON.len()..)?);
    let alone = before.is_empty() || before.ends_with(char::is_lowercase);
    (alone && !rest.starts_with(char::is_alphanumeric)).then_some(start + BUTTON.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without_cards(text: &str) -> String {
        let mut left = text.to_owned();
        for card in find(text).into_iter().rev() {
            left.replace_range(card.start..card.end, "#");
        }
        left
    }

    #[test]
    fn a_card_ends_at_its_button_and_leaves_the_name() {
        for (text, left) in [
            (
                "Sen. Jane Roe Jane (Jan) Ann RoeSenate votes on roads Roe calls for 'a vote' MORE (D-Ohio) left.",
                "Sen. Jane Roe # (D-Ohio) left.",
            ),
            (
                "Speaker Carl Dow Carl Otto Dow, Jr. What is wrong? The morning report MORE’s staff left.",
                "Speaker Carl Dow #’s staff left.",
            ),
            (
                "It was Jane Roe Jane RoeShe won: report MORE and Carl Dow Carl (Bud) Otto Dow'Not yet,' he says MORE.",
                "It was Jane Roe # and Carl Dow #.",
            ),
        ] {
            assert_eq!(without_cards(text), left);
        }
    }

    #[test]
    fn a_story_may_print_more_in_capitals() {
        for text in [
            "Jane Roe and Carl Roe said they wanted MORE of it.",
            "“We need MORE Roe,” Jane Roe said.",
            "To President Roe. Jane Roe asked for MORE.",
            "Jane Roe Jane Ann Roe said nothing.",
            "It came up in New York. New York Rep. Carl Dow said the House would pass the MORE Act in July.",
            "It blew through West Virginia, West Virginia Gov. Jim Roe said. The MORE Foundation sent help.",
            "He sang New York New York with MORE joy than anyone.",
            "The Boston Globe asked first. The Boston Herald asked for MORE.",
            "In North Korea South Korea is seen as MORE of a threat.",
        ] {
            assert_eq!(without_cards(text), text);
        }
    }
}
