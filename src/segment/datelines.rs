//! Datelines that stand before a sentence.

use super::cues::CUES;
use super::times::is_time;
use crate::text::marks::begins_capital;

/// How far into a block a dateline may reach, in characters.
const DATELINE: usize = 90;

/// How far a second dash is looked for, in characters.
const PARENTHESIS: usize = 320;

/// The most words of a place with its date.
const PLACE: usize = 8;

/// Where a dateline is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// At the beginning of a block, where a place alone will do.
    Block,
    /// At the beginning of a later sentence, to which a machine glued it: only with an agency's name.
    Sentence,
}

/// The bytes of the dateline that `text` begins with: "WASHINGTON (AFP) –", "(CNN)", "AFP |",
/// "LONDON, March 3 —". Nothing where words go on as a sentence would.
pub(super) fn opening(text: &str, at: At) -> Option<usize> {
    if CUES.caption_openings.opening(text).is_some() {
        return None;
    }
    let (place_end, c) = text.char_indices().take(DATELINE).find(|&(i, c)| {
        c == '('
            || (may_separate(c) && separator(text.get(i..).unwrap_or_default()).is_some())
            || matches!(c, '"' | '“' | '?' | '!' | ':' | ';')
    })?;
    let (place, rest) = text.split_at_checked(place_end)?;
    let place = place.trim();
    let end = |rest: &str| text.get(..text.len() - rest.len()).unwrap_or_default().trim_end().len();
    if c == '(' {
        let (agency, behind) = rest.get(1..)?.split_once(')').filter(|(inside, _)| inside.len() <= 40)?;
        let known = CUES.agencies.has(agency.trim());
        let behind = behind.trim_start();
        let separated = separator(behind).map(|length| behind.get(length..).unwrap_or_default());
        let fits = if known {
            is_place(place)
        } else {
            at == At::Block && separated.is_some() && is_capital_place(place)
        };
        let sentence = separated.unwrap_or(behind);
        return (fits && begins_capital(sentence.trim_start())).then(|| end(sentence));
    }
    let length = separator(rest)?;
    let sentence = rest.get(length..)?;
    if !begins_capital(sentence.trim_start()) {
        return None;
    }
    let bar = c == '|' || rest.trim_start().starts_with('|');
    let agency = CUES.agencies.has(place) && (bar || !goes_on_after_dash(sentence));
    let alone = at == At::Block && !bar && (is_capital_place(place) || is_time(place));
    (agency || alone).then(|| end(sentence))
}

/// The bytes of a place before the text: "Grünau.", as German papers print it, or "NEW DELHI:". Nothing where what follows is
/// no sentence of some length.
pub(super) fn place(text: &str, language: &str) -> Option<usize> {
    /// Words of a place, and of what follows at least.
    const PLACE: usize = 3;
    const SENTENCE: usize = 6;
    let at = text.find(['.', ':', ',', '!', '?', '"'])?;
    let (place, rest) = text.split_at_checked(at)?;
    let stopped = rest.starts_with('.') && language == "de" && is_small_place(place);
    let colon =
        rest.starts_with(':') && is_capital_place(place) && place.chars().all(|c| !c.is_ascii_digit());
    let behind = rest.get(1..)?;
    let goes_on = behind.starts_with(' ')
        && begins_capital(behind.trim_start())
        && behind.split_whitespace().nth(SENTENCE - 1).is_some();
    let asks = behind.split_inclusive(['.', '!', '?']).next().is_some_and(|first| first.ends_with('?'));
    ((stopped || colon) && goes_on && !asks && place.split_whitespace().count() <= PLACE).then_some(at + 1)
}

/// Whether `place` is a place as it is written in a sentence: "Grünau", "Bad Grünau", "Frankfurt am Main".
fn is_small_place(place: &str) -> bool {
    let mut words = place.split_whitespace();
    let capital = |word: &str| {
        word.chars().count() > 2
            && word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    words.next().is_some_and(capital)
        && words.all(|word| capital(word) || matches!(word, "am" | "an" | "der" | "im" | "ob"))
}

/// Whether `text` is a place and a dash with nothing behind.
pub(super) fn is_bare(text: &str) -> bool {
    let place = text.trim_end_matches(['-', '–', '—', ' ']);
    place.len() < text.len() && is_capital_place(place)
}

/// Whether a separator may begin with `c`.
fn may_separate(c: char) -> bool {
    matches!(c, '-' | '|' | '_' | '–' | '—' | '―') || c.is_whitespace()
}

/// The bytes of the separator that `text` begins with: a dash, bar or underscore, with its spaces.
/// A hyphen counts only between spaces.
fn separator(text: &str) -> Option<usize> {
    let inside = text.trim_start();
    let spaced = inside.len() < text.len();
    let dash = if let Some(rest) = inside.strip_prefix("--") {
        rest
    } else if let Some(rest) = inside.strip_prefix(['–', '—', '―']) {
        rest
    } else {
        let rest = inside.strip_prefix(['-', '|', '_'])?;
        if !spaced && text.len() == inside.len() && !rest.starts_with(char::is_whitespace) {
            return None;
        }
        if !(rest.is_empty() || rest.starts_with(char::is_whitespace)) {
            return None;
        }
        rest
    };
    Some(text.len() - dash.len())
}

/// Whether a second dash shows the first to have opened a parenthesis: "Reuters - Britain's oldest - said".
fn goes_on_after_dash(sentence: &str) -> bool {
    sentence
        .char_indices()
        .take(PARENTHESIS)
        .take_while(|&(_, c)| !matches!(c, '.' | '?' | '!'))
        .any(|(i, c)| c == ' ' && separator(sentence.get(i..).unwrap_or_default()).is_some())
}

/// Whether `place` may stand before an agency's name: nothing, or few words with capitals, and a date.
fn is_place(place: &str) -> bool {
    let mut words = 0;
    place.split_whitespace().all(|word| {
        words += 1;
        words <= PLACE
            && (word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                || CUES.joining_words.has(word))
    })
}

/// Whether `place` is a place as datelines without an agency print it: in capitals, then perhaps a
/// state or a date.
fn is_capital_place(place: &str) -> bool {
    let mut behind_comma = false;
    let mut long = false;
    for (index, word) in place.split_whitespace().enumerate() {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let small = word.chars().any(char::is_lowercase);
        let begins = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if index >= PLACE || (small && !behind_comma) || !begins {
            return false;
        }
        long |= capitals >= 3 && !small;
        behind_comma |= word.ends_with(',');
    }
    long
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str, at: At) -> Option<&str> {
        opening(text, at).and_then(|end| text.get(..end))
    }

    #[test]
    fn finds_datelines() {
        for (text, expected) in [
            ("WASHINGTON (AFP) – Twitter filed suit", "WASHINGTON (AFP) –"),
            ("NEW YORK (Reuters) - Shares fell", "NEW YORK (Reuters) -"),
            ("LONDON, March 3 (Reuters) - Britain", "LONDON, March 3 (Reuters) -"),
            ("(CNN) The House", "(CNN)"),
            ("Washington (CNN)The House", "Washington (CNN)"),
            ("AFP | Twitter filed suit", "AFP |"),
            ("NBC News - Twitter sued", "NBC News -"),
            ("WASHINGTON — The politics", "WASHINGTON —"),
            ("SEATTLE, Wash. -- Two men", "SEATTLE, Wash. --"),
            ("16 January 2008 – The Council", "16 January 2008 –"),
        ] {
            assert_eq!(mark(text, At::Block), Some(expected));
        }
    }

    #[test]
    fn places_before_a_stop_or_a_colon() {
        let found = |text, language| place(text, language).and_then(|end| text.get(..end));
        let german = "Bad Grünau. Die Seilbahn wird am Montag gesperrt, teilte die Stadt mit.";
        assert_eq!(found(german, "de"), Some("Bad Grünau."));
        let english = "PORT ELLERY: The cable car will stop on Monday, the city said.";
        assert_eq!(found(english, "en"), Some("PORT ELLERY:"));
        for (text, language) in [
            ("Murder. The word hung in the air of the court for hours.", "en"),
            ("Dr. Meier hat die Seilbahn am Montag selbst gesperrt.", "de"),
            ("Warum? Die Stadt wollte sich dazu am Montag nicht äußern.", "de"),
            ("COURIER: Who will pay for all of this in the end?", "en"),
            ("NOTE: Bring tea.", "en"),
        ] {
            assert_eq!(found(text, language), None, "{text}");
        }
    }

    #[test]
    fn leaves_sentences_with_dashes_alone() {
        for text in [
            "Twitter – the company – said",
            "NASA — the space agency — said",
            "Reuters - Britain's oldest agency - said so",
            "The suit (filed Thursday) – says",
            "FILE - In this photo, a man",
            "Mr. Smith (AP) said",
            "Anti-Trump users - All of them",
        ] {
            assert_eq!(mark(text, At::Block), None, "{text}");
        }
        assert_eq!(mark("WASHINGTON — The politics", At::Sentence), None);
        assert_eq!(mark("AFP | Twitter filed suit", At::Sentence), Some("AFP |"));
    }
}
