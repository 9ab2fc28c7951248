//! Characters that act on a terminal or reorder a line, made harmless.
//!
//! Article text is hostile until proven otherwise: an escape sequence printed raw would run in the
//! reader's terminal, a right-to-left override would make a line read differently from what it says.

use std::borrow::Cow;

/// Whether `c` acts instead of showing: control characters (C0, DEL, C1), bidirectional marks,
/// embeddings, overrides and isolates, line and paragraph separators, and the byte-order mark.
#[must_use]
pub const fn acts(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        | '\u{61C}' | '\u{200E}' | '\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// `text` on one line: white space of any kind becomes single spaces, and a character that [`acts`]
/// a picture of itself, `␛`, or its number, `<U+202E>`.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !acts(c) && (c == ' ' || !c.is_whitespace());
    if text.chars().all(plain) && !text.contains("  ") && text.trim() == text {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        for c in word.chars() {
            match u32::from(c) {
                control @ 0..=0x1F => line.extend(char::from_u32(0x2400 + control)),
                0x7F => line.push('\u{2421}'),
                number if acts(c) => line.push_str(&format!("<U+{number:04X}>")),
                _ => line.push(c),
            }
        }
    }
    Cow::Owned(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn harmless_text_is_left_alone() {
        assert!(matches!(one_line("«Où est-il ?» – 你好, עברית 👩‍👩‍👧"), Cow::Borrowed(_)));
    }

    #[test]
    fn hard_wrapped_lines_are_joined() {
        assert_eq!(one_line("  one\n  two\tthree\u{a0}four "), "one two three four");
    }

    #[test]
    fn what_acts_is_shown() {
        assert_eq!(one_line("\u{1b}[31mred\u{7f}\0"), "␛[31mred␡␀");
        assert_eq!(one_line("a\u{202e}b\u{2066}c\u{9b}d\u{feff}"), "a<U+202E>b<U+2066>c<U+009B>d<U+FEFF>");
    }

    proptest! {
        #[test]
        fn no_text_acts_afterwards(text in any::<String>()) {
            let line = one_line(&text);
            prop_assert!(!line.chars().any(acts));
        }
    }
}
