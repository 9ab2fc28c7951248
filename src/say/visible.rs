//! Text on one line, with nothing in it that acts or hides.

use std::borrow::Cow;

pub use crate::text::invisible::acts;

use crate::text::invisible::{Showing, showings};

/// `text` on one line: white space of any kind becomes single spaces, hints for setting the text are left out, and
/// a character that [`acts`] or hides becomes a picture of itself, `␛`, or its number, `<U+202E>`. Joiners and
/// selectors stay where a script or an emoji needs them.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    let plain = |(c, showing): (char, Showing)| showing == Showing::Plain && (c == ' ' || !c.is_whitespace());
    if showings(text).all(plain) && !text.contains("  ") && text.trim() == text {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    let mut space = false;
    for (c, showing) in showings(text) {
        if c.is_whitespace() {
            space = !line.is_empty();
            continue;
        }
        if showing == Showing::Hint {
            continue;
        }
        if std::mem::take(&mut space) {
            line.push(' ');
        }
        match u32::from(c) {
            control @ 0..=0x1F => line.extend(char::from_u32(0x2400 + control)),
            0x7F => line.push('\u{2421}'),
            number if showing == Showing::Hidden => line.push_str(&format!("<U+{number:04X}>")),
            _ => line.push(c),
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

    #[test]
    fn what_hides_is_shown_and_hints_are_left_out() {
        assert_eq!(
            one_line("Kran\u{ad}kenhaus \u{200b} a\u{e0041}\u{3164}"),
            "Krankenhaus a<U+E0041><U+3164>"
        );
        assert!(matches!(one_line("او می\u{200c}خواهد"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn no_text_acts_afterwards(text in any::<String>()) {
            let line = one_line(&text);
            prop_assert!(!line.chars().any(acts));
            prop_assert!(showings(&line).all(|(_, showing)| showing == Showing::Plain), "{line:?}");
        }
    }
}
