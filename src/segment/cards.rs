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

/// The cards in the stretch `span` of `text`, in order and disjoint: each begins behind the name as the story has it.
pub(super) fn find(text: &str, span: Span) -> Vec<Span> {
    let inside = span.of(text);
    let mut cards: Vec<Span> = Vec::new();
    if !inside.contains(BUTTON) {
        return cards;
    }
    // Names in a row, bare of punctuation, with where they end; and where a card may have begun.
    let mut names: Vec<(&str, usize)> = Vec::new();
    let mut open: Option<Opening> = None;
    let mut at = 0;
    for piece in inside.split_inclusive(char::is_whitespace) {
        let (start, word) = (at, piece.trim_end());
        at += piece.len();
        if word.is_empty() {
            continue;
        }
        if let Some(end) = button(word)
            && let Some(begun) = open.take_if(|open| start + end <= open.behind + LONGEST)
        {
            let card = Span::new(span.start + begun.behind, span.start + start + end);
            cards.push(card.trimmed(text));
            names.clear();
            continue;
        }
        if !is_name(word) {
            names.clear();
            continue;
        }
        let returns = names.iter().rev().skip(1).find_map(|&(name, end)| Some((returning(name, word)?, end)));
        if let Some((glued, behind)) = returns
            && open.as_ref().is_none_or(|open| !open.glued || start > open.behind + LONGEST)
        {
            open = Some(Opening { behind, glued });
        }
        if names.len() > NAMES {
            names.remove(0);
        }
        names.push((word, start + word.len()));
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

/// Whether `word` may be part of a name: "Roe", "(Jim)", "O'Neill", "RoeSenate".
fn is_name(word: &str) -> bool {
    word.trim_start_matches('(').starts_with(char::is_uppercase)
}

/// Whether `word` is `name` again, and whether a title is glued to it.
fn returning(name: &str, word: &str) -> Option<bool> {
    let whole =
        name.len() >= SURNAME && name.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    let rest = word.strip_prefix(name).filter(|_| whole)?;
    if rest.is_empty() {
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
        for card in find(text, Span::new(0, text.len())).into_iter().rev() {
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
                "Speaker Carl Dow Carl Otto Dow What is wrong? The morning report MORE’s staff left.",
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
        ] {
            assert_eq!(without_cards(text), text);
        }
    }
}
