//! Western text in one of the three encodings of its time: Windows, Macintosh and DOS use the same bytes for other
//! letters and marks.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// The characters of the bytes from 128 on in code page 850.
const CODE_PAGE_850: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', 'É', 'æ', 'Æ', 'ô', 'ö',
    'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', 'ø', '£', 'Ø', '×', 'ƒ', 'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '®',
    '¬', '½', '¼', '¡', '«', '»', '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣', '║', '╗', '╝', '¢', '¥',
    '┐', '└', '┴', '┬', '├', '─', '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤', 'ð', 'Ð', 'Ê', 'Ë',
    'È', 'ı', 'Í', 'Î', 'Ï', '┘', '┌', '█', '▄', '¦', 'Ì', '▀', 'Ó', 'ß', 'Ô', 'Ò', 'õ', 'Õ', 'µ', 'þ', 'Þ',
    'Ú', 'Û', 'Ù', 'ý', 'Ý', '¯', '´', '\u{ad}', '±', '‗', '¾', '¶', '§', '÷', '¸', '°', '¨', '·', '¹', '³',
    '²', '■', '\u{a0}',
];

/// The text and the name of its encoding where another than windows-1252 leaves fewer characters where none would be
/// written. That is a guess.
pub(super) fn other_than_windows(bytes: &[u8]) -> Option<(String, &'static str)> {
    let windows = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let mac = MACINTOSH.decode_without_bom_handling(bytes).0;
    let dos = code_page_850(bytes);
    let [of_windows, of_mac, of_dos] = [&*windows, &*mac, dos.as_str()].map(misplaced);
    if of_windows <= of_mac.min(of_dos) {
        None
    } else if of_mac <= of_dos {
        Some((mac.into_owned(), "macintosh"))
    } else {
        Some((dos, "ibm850"))
    }
}

fn code_page_850(bytes: &[u8]) -> String {
    let character = |&byte: &u8| {
        let high = usize::from(byte).checked_sub(128);
        high.and_then(|high| CODE_PAGE_850.get(high).copied()).unwrap_or(char::from(byte))
    };
    bytes.iter().map(character).collect()
}

/// How many characters stand where nobody would write them: controls, capitals behind small letters, signs inside words,
/// marks of no Western text, quotation marks that close where one opens.
fn misplaced(text: &str) -> usize {
    let before = std::iter::once(' ').chain(text.chars());
    let after = text.chars().skip(1).chain([' ']);
    let around = before.zip(text.chars()).zip(after);
    around.filter(|&((before, c), after)| !c.is_ascii() && is_misplaced(before, c, after)).count()
}

fn is_misplaced(before: char, c: char, after: char) -> bool {
    let inside = before.is_alphanumeric() && after.is_alphabetic();
    match c {
        '\u{80}'..='\u{9f}' => true,
        '“' | '‘' | '„' | '‚' | '«' | '¿' | '¡' => {
            before.is_alphanumeric() && !after.is_alphanumeric()
        }
        '”' | '»' => before.is_whitespace() && after.is_alphanumeric(),
        '’' | '–' | '—' | '…' | '\u{a0}' | '\u{ad}' => false,
        'º' | 'ª' | '°' | '²' | '³' | '½' | '¼' | '¾' => {
            !before.is_numeric() && !before.is_alphabetic() || inside
        }
        '€' | '£' | '§' | '©' | '®' | '™' | '·' | '•' => inside,
        'À'..='ÿ' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ' if c.is_alphabetic() => {
            (c.is_uppercase() && before.is_lowercase())
                || (c.is_uppercase() && !after.is_alphabetic() && before.is_whitespace())
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_say_which_machine_wrote_them() {
        for (bytes, text, encoding) in [
            (&b"Ren\x8e said \xd2no\xd3 \xd1 twice."[..], "René said “no” — twice.", "macintosh"),
            (
                b"Der B\x81rgermeister \x84u\xe1erte sich nicht.",
                "Der Bürgermeister äußerte sich nicht.",
                "ibm850",
            ),
        ] {
            assert_eq!(other_than_windows(bytes), Some((text.to_owned(), encoding)));
        }
        for bytes in [
            &b"Ren\xe9 said \x93no\x94 \x96 twice, na\xefve."[..],
            b"\xc9t\xe9 \xe0 10 \x80, 20 \xb0",
            b"plain",
        ] {
            assert_eq!(other_than_windows(bytes), None);
        }
    }
}
