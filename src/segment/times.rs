//! Points in time, as newspapers print them.

use super::cues::CUES;

/// The most words of a line with the time, the author or the agency.
pub(super) const STAMP: usize = 16;

/// Whether `text` is nothing but a point in time, with a number in it.
pub(super) fn is_time(text: &str) -> bool {
    if is_progress(text) {
        return false;
    }
    let mut number = false;
    let mut named = false;
    for (index, word) in text.split_whitespace().enumerate() {
        if index >= STAMP || word.len() > 40 {
            return false;
        }
        let digit = word.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit());
        let clock_or_date = digit && (word.contains([':', '/']) || word.matches('-').count() == 2);
        number |= digit;
        named |= names_time(word) || clock_or_date;
        let small_word = CUES.joining_words.has(word)
            || CUES.time_units.has(word.trim_matches(|c: char| !c.is_alphanumeric()))
            || !word.contains(char::is_alphanumeric);
        if !(digit || names_time(word) || small_word) {
            return false;
        }
    }
    number && named
}

/// Whether `text` says how much of a recording was played: "0:00 / 2:14".
fn is_progress(text: &str) -> bool {
    let is_clock =
        |text: &str| text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    text.split_once('/').is_some_and(|(played, all)| is_clock(played.trim()) && is_clock(all.trim()))
}

/// Whether `word` names a day, a month or the like.
pub(super) fn names_time(word: &str) -> bool {
    CUES.time_words.has(word.trim_matches(|c: char| !c.is_alphanumeric()))
}
