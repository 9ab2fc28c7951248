//! Marks that end sentences, and marks that stand around them.
//!
//! Nearly every list of such marks is too short for somebody's newspaper: these are the only ones.

/// Whether `c` ends sentences, in any script: Unicode's `Sentence_Terminal` as far as newspapers print it.
pub(crate) const fn is_end_mark(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '‼' | '‽' | '⁇' | '⁈' | '⁉' // Latin, Greek, Cyrillic
            | '。' | '．' | '！' | '？' | '｡' // Chinese, Japanese
            | '؟' | '۔' // Arabic, Urdu
            | '।' | '॥' // Devanagari and its neighbours
            | '։' // Armenian
            | '\u{104a}' | '\u{104b}' // Burmese
            | '\u{1362}' | '\u{1367}' // Ethiopic
            | '\u{17d4}' | '\u{17d5}' // Khmer
    )
}

/// Whether `c` is a quotation mark, whichever way round: languages disagree on which way that is.
pub(crate) const fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›')
        || is_corner_bracket(c)
}

/// The quotation marks of Chinese and Japanese.
const fn is_corner_bracket(c: char) -> bool {
    matches!(c, '「' | '」' | '『' | '』' | '｢' | '｣' | '﹁' | '﹂' | '﹃' | '﹄')
}

/// Whether `c` may stand between a sentence and its end: quotation marks, whichever way round, and closing brackets.
pub(crate) const fn is_closing(c: char) -> bool {
    is_quotation_mark(c) || matches!(c, ')' | ']' | '}' | '）' | '］' | '】')
}

/// Whether `c` may stand before a sentence's first word: quotation marks, whichever way round, and opening brackets.
pub(crate) const fn is_opening(c: char) -> bool {
    is_quotation_mark(c) || matches!(c, '(' | '[' | '{' | '（' | '［' | '【' | '¿' | '¡')
}

/// `text` without the closing marks and the white space at its end.
pub(crate) fn without_closing(text: &str) -> &str {
    text.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace())
}

/// Whether `text` ends as a sentence does, quotation marks and brackets aside.
pub(crate) fn ends_sentence(text: &str) -> bool {
    without_closing(text).ends_with(is_end_mark)
}

/// Whether `text` begins as a sentence or a title does, and not with a small letter.
pub(crate) fn begins_capital(text: &str) -> bool {
    let first = text
        .trim_start_matches(|c: char| is_opening(c) || matches!(c, '@' | '#' | '$' | '€' | '£'))
        .chars()
        .next();
    first.is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase())
}

/// The marks that may close a quotation which `open` opens; none where `open` opens no quotation.
///
/// A mark that a language turns the other way stands in more than one row: “English”, „Deutsch“, ”svenska”, « français »,
/// »Deutsch«. Marks of the wrong direction close as well, where that leaves no doubt. Single marks are apostrophes as
/// often as not, and are left out.
const fn closing_of(open: char) -> &'static [char] {
    match open {
        '"' | '“' | '„' | '‟' => &['"', '”', '“', '»'],
        '”' => &['”'],
        '«' => &['»', '"', '”'],
        '»' => &['«'],
        '「' | '｢' | '﹁' => &['」', '｣', '﹂'],
        '『' | '﹃' => &['』', '﹄'],
        _ => &[],
    }
}

/// The quotations of a text as its characters go by.
///
/// « and “ of the languages that turn their marks the other way open only where a word follows at once and none stands
/// before: what looks like an arrow or a closing mark opens nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quotations {
    /// The mark that is open.
    open: Option<char>,
}

/// What a character does to the quotation around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Opens one.
    Opens,
    /// Closes it.
    Closes,
}

impl Quotations {
    /// What `c` does, which stands between `before` and `after`.
    pub(crate) fn pass(&mut self, before: Option<char>, c: char, after: Option<char>) -> Option<Turn> {
        match self.open {
            Some(open) if closing_of(open).contains(&c) => {
                self.open = None;
                Some(Turn::Closes)
            }
            Some(_) => None,
            None if closing_of(c).is_empty() => None,
            None => {
                let stands_free = before
                    .is_none_or(|before| !before.is_alphanumeric() && !is_end_mark(before))
                    && after.is_some_and(|after| !after.is_whitespace());
                if matches!(c, '»' | '”') && !stands_free {
                    return None;
                }
                self.open = Some(c);
                Some(Turn::Opens)
            }
        }
    }

    /// Whether `c` would close the quotation that is open.
    pub(crate) fn closes(self, c: char) -> bool {
        self.open.is_some_and(|open| closing_of(open).contains(&c))
    }

    /// Whether a quotation is open.
    pub(crate) const fn is_open(self) -> bool {
        self.open.is_some()
    }
}

/// The characters of `text` with their places, each between the one before and the one behind.
pub(crate) fn with_neighbours(
    text: &str,
) -> impl Iterator<Item = (usize, Option<char>, char, Option<char>)> + '_ {
    let mut characters = text.char_indices().peekable();
    let mut before = None;
    std::iter::from_fn(move || {
        let (at, c) = characters.next()?;
        let after = characters.peek().map(|&(_, after)| after);
        Some((at, before.replace(c), c, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotations(text: &str) -> Vec<&str> {
        let mut quotations = Quotations::default();
        let mut found = Vec::new();
        let mut start = 0;
        for (at, before, c, after) in with_neighbours(text) {
            match quotations.pass(before, c, after) {
                Some(Turn::Opens) => start = at + c.len_utf8(),
                Some(Turn::Closes) => found.extend(text.get(start..at).map(str::trim)),
                None => {}
            }
        }
        found
    }

    #[test]
    fn marks_pair_by_language_and_direction() {
        for text in [
            "She said \"no more\" twice.",
            "She said “no more” twice.",
            "Sie sagte: „no more“, zweimal.",
            "Sie sagte: »no more«, zweimal.",
            "Hon sa: ”no more”, två gånger.",
            "Elle a dit : « no more », deux fois.",
            "Powiedziała: „no more”, dwa razy.",
            "Она сказала: «no more», дважды.",
            "她说「no more」两次。",
            "She said “no more“ twice.",
        ] {
            assert_eq!(quotations(text), ["no more"], "{text}");
        }
    }

    #[test]
    fn an_arrow_opens_nothing() {
        assert_eq!(quotations("Home » News » “Yes” they said"), ["Yes"]);
    }

    #[test]
    fn a_sentence_ends_before_its_closing_marks() {
        for text in ["He left.", "„Ja.“", "«Да!»", "「はい。」", "(Yes?)", "هل هذا صحيح؟", "« Oui ! »"]
        {
            assert!(ends_sentence(text), "{text}");
        }
        assert!(!ends_sentence("„Ja“"));
        assert!(!ends_sentence("A title"));
    }
}
