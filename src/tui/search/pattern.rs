//! Words to look for, and a text as it is looked at for them: capitals only count where the words have one, accents and
//! the kinds of quotation marks, dashes and spaces never do.

use unicode_normalization::char::decompose_canonical;

use crate::article::Span;
use crate::say::acts;

/// Words to look for; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    letters: Vec<char>,
    /// Whether capitals count.
    exact: bool,
}

/// A letter of a text as it is looked at, with the bytes that it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    letter: char,
    start: usize,
    end: usize,
}

impl Pattern {
    /// The words as they were typed; none where that is nothing.
    #[must_use]
    pub fn of(words: &str) -> Option<Self> {
        let exact = words.chars().any(char::is_uppercase);
        let mut units = Vec::new();
        unfold(words, exact, &mut units);
        let letters: Vec<char> = units.into_iter().map(|unit| unit.letter).collect();
        letters.iter().any(|&letter| letter != ' ').then_some(Self { letters, exact })
    }

    /// Tells every place of a text that has them, from its beginning, none overlapping another. `units` is room for the
    /// work, to be used again.
    pub fn find(&self, text: &str, units: &mut Vec<Unit>, mut found: impl FnMut(Span)) {
        unfold(text, self.exact, units);
        let Some(&first) = self.letters.first() else { return };
        let mut at = 0;
        while let Some(rest) = units.get(at..) {
            let Some(begin) = rest.iter().position(|unit| unit.letter == first) else { return };
            let there = rest.get(begin..begin + self.letters.len()).unwrap_or_default();
            let same = there.iter().map(|unit| unit.letter).eq(self.letters.iter().copied());
            let (Some(from), Some(to), true) = (there.first(), there.last(), same) else {
                at += begin + 1;
                continue;
            };
            found(Span::new(from.start, to.end));
            at += begin + self.letters.len();
        }
    }
}

/// A text as it is looked at.
fn unfold(text: &str, exact: bool, units: &mut Vec<Unit>) {
    units.clear();
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        if c.is_whitespace() {
            match units.last_mut() {
                Some(space) if space.letter == ' ' => space.end = end,
                _ => units.push(Unit { letter: ' ', start, end }),
            }
        } else if c.is_ascii() {
            let letter = if exact { c } else { c.to_ascii_lowercase() };
            if !acts(c) {
                units.push(Unit { letter, start, end });
            }
        } else if is_silent(c) {
            // What it shapes is before it.
            if let Some(before) = units.last_mut() {
                before.end = end;
            }
        } else {
            let base = base(c);
            let mut push = |letter| units.push(Unit { letter, start, end });
            if exact {
                push(base);
            } else {
                base.to_lowercase()
                    .filter(|&c| !is_accent(c))
                    .for_each(|c| push(if c == 'ς' { 'σ' } else { c }));
            }
        }
    }
}

/// The letter without its accents, and the plain kind of a mark.
fn base(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' => return '\'',
        '“' | '”' | '„' | '‟' | '″' => return '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => return '-',
        _ => {}
    }
    let (mut first, mut accents) = (None, true);
    decompose_canonical(c, |part| match first {
        None => first = Some(part),
        Some(_) => accents &= is_accent(part),
    });
    // In other scripts, what stands with a letter makes it another one.
    first.filter(|_| accents).unwrap_or(c)
}

const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether a character shows nothing of its own.
const fn is_silent(c: char) -> bool {
    is_accent(c)
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE0E}' | '\u{FE0F}')
        || acts(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(words: &str, text: &'t str) -> Vec<&'t str> {
        let mut found = Vec::new();
        let pattern = Pattern::of(words).unwrap();
        pattern.find(text, &mut Vec::new(), |span| found.push(span.of(text)));
        found
    }

    #[test]
    fn capitals_count_where_the_words_have_one() {
        assert_eq!(found("us", "US and us, Us"), ["US", "us", "Us"]);
        assert_eq!(found("US", "US and us, Us"), ["US"]);
        assert_eq!(found("straße", "STRAẞE, Straße"), ["STRAẞE", "Straße"]);
        assert_eq!(found("οδος", "ΟΔΟΣ, οδός"), ["ΟΔΟΣ", "οδός"]);
    }

    #[test]
    fn accents_and_kinds_of_marks_do_not() {
        assert_eq!(found("cafe", "Café, cafe\u{301}, CAFÉ"), ["Café", "cafe\u{301}", "CAFÉ"]);
        assert_eq!(found("müller", "Muller und Müller"), ["Muller", "Müller"]);
        assert_eq!(found("don't \"go", "They don’t  “go”"), ["don’t  “go"]);
        assert_eq!(found("re-open", "re–open, re\u{AD}-open"), ["re–open", "re\u{AD}-open"]);
        assert_eq!(found("か", "が か"), ["か"]);
        assert_eq!(found("가", "각 가"), ["가"]);
    }

    #[test]
    fn the_words_are_taken_literally_across_lines() {
        assert_eq!(found("a.c", "abc a.c"), ["a.c"]);
        assert_eq!(found("two words", "of two\n  words"), ["two\n  words"]);
        assert_eq!(found("aa", "aaaa a"), ["aa", "aa"]);
        assert_eq!(found("aab", "aaab"), ["aab"]);
        assert_eq!(Pattern::of(" \t"), None);
        assert_eq!(Pattern::of("\u{301}"), None);
    }
}
