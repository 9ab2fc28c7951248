//! UTF-8 that somebody read as windows-1252 and saved again: "â€™" for an apostrophe, "Ã©" for an "é".

use encoding_rs::WINDOWS_1252;

/// The text with every such place mended, and how many there were; nothing where there is none.
///
/// A place is mended where the characters are the bytes of one UTF-8 character. One alone that is no quotation mark or
/// dash may be meant; two are not.
pub(super) fn mended(text: &str) -> Option<(String, usize)> {
    if text.is_ascii() {
        return None;
    }
    let mut mended = String::with_capacity(text.len());
    let (mut places, mut sure) = (0, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (whole, length) = character(rest).unwrap_or((c, c.len_utf8()));
        if length > c.len_utf8() {
            places += 1;
            sure |= matches!(whole, '\u{2010}'..='\u{2027}');
        }
        mended.push(whole);
        rest = rest.get(length..).unwrap_or_default();
    }
    (places >= 2 || (places == 1 && sure)).then_some((mended, places))
}

/// The character whose UTF-8 bytes the first characters of `text` are in windows-1252, and how long they are here.
fn character(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 4];
    let mut wanted = 0;
    for (index, (at, c)) in text.char_indices().take(4).enumerate() {
        let byte = match c {
            // The last byte of a closing quotation mark means nothing in windows-1252, and was lost.
            '\u{fffd}' if bytes.starts_with(&[0xe2, 0x80]) => 0x9d,
            c => byte(c)?,
        };
        bytes[index] = byte;
        if index == 0 {
            wanted = match byte {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => return None,
            };
        } else if !(0x80..=0xbf).contains(&byte) {
            return None;
        }
        if index + 1 == wanted {
            let whole = std::str::from_utf8(bytes.get(..wanted)?).ok()?.chars().next()?;
            return Some((whole, at + c.len_utf8()));
        }
    }
    None
}

/// The byte of a character in windows-1252, beyond ASCII.
fn byte(c: char) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, unknown) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match *bytes {
        [byte] if !unknown && byte >= 0x80 => Some(byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_decoded_wrongly_is_mended() {
        let right = "The mayor’s “old café” – José’s – closed: 5–2. 🎉";
        let wrong: String = right
            .bytes()
            .map(|byte| WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned())
            .collect();
        let (mended, places) = mended(&wrong).unwrap();
        assert_eq!((mended.as_str(), places), (right, 10));
        assert_eq!(super::mended("He said â€œnoâ€\u{fffd}.").unwrap().0, "He said “no”.");
    }

    #[test]
    fn what_is_right_stays() {
        for text in ["Café “José” – Ürümqi", "Ã", "ÂPRE 1Â°", "naïve", "plain", "SÃO PAULO, Ã la carte"]
        {
            assert_eq!(mended(text), None, "{text}");
        }
    }
}
