//! Bytes → text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, ISO_2022_JP, ISO_8859_2, ISO_8859_4, ISO_8859_13, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE,
    WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258,
};
use whatlang::{Detector, Lang};

use super::{mojibake, western};
use crate::source::Refusal;

/// Bytes of a text that tell its language.
const SAMPLE: usize = 4096;
/// So many places are mended; fewer are only told.
const MENDED: usize = 3;
/// A text has at most one zero byte in so many.
const ZEROS: usize = 200;

/// Text, and how it came about.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// Without byte-order mark; otherwise every character as it stood, line ends too.
    pub(super) text: String,
    /// In lower case.
    pub(super) encoding: String,
    /// What the user may want to know about it.
    pub(super) notes: Vec<String>,
}

/// Decodes a file: by its byte-order mark, else as UTF-8, else as what it looks most like.
///
/// # Errors
/// Refuses what is no text.
pub(super) fn decode(mut bytes: Vec<u8>) -> Result<Decoded, Refusal> {
    if bytes.starts_with(b"%PDF-") {
        return Err(Refusal::Pdf);
    }
    match Encoding::for_bom(&bytes) {
        Some((encoding, length)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            let decoded = foreign(bytes.get(length..).unwrap_or_default(), encoding);
            // With these it was four bytes a character, or no text at all.
            return if decoded.text.contains('\0') { Err(Refusal::Binary) } else { Ok(decoded) };
        }
        Some((_, length)) => drop(bytes.drain(..length)),
        None => {}
    }
    if let Some(encoding) = unmarked_utf_16(&bytes) {
        let mut decoded = foreign(&bytes, encoding);
        if let Some(note) = decoded.notes.first_mut() {
            note.push_str(", which no byte-order mark says");
        }
        return if decoded.text.contains('\0') { Err(Refusal::ZeroBytes) } else { Ok(decoded) };
    }
    let zeros = without_zeros(&mut bytes)?;
    if is_binary(&bytes) {
        return Err(Refusal::Binary);
    }
    let mut decoded = match String::from_utf8(bytes) {
        Ok(text) => mail_or_plain(text),
        Err(error) => damaged_or_foreign(error.as_bytes()),
    };
    decoded.notes.extend(zeros);
    Ok(decoded)
}

/// UTF-16 without a mark: one half of nearly all characters is zero, the other never.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let pairs = sample.chunks_exact(2).len();
    let zeros = |half: usize| sample.chunks_exact(2).filter(|pair| pair.get(half) == Some(&0)).count();
    let (first, second) = (zeros(0), zeros(1));
    let nearly_all = |zeros: usize| pairs >= 4 && zeros * 10 >= pairs * 7;
    match (first, second) {
        (0, second) if nearly_all(second) => Some(UTF_16LE),
        (first, 0) if nearly_all(first) => Some(UTF_16BE),
        _ => None,
    }
}

/// Leaves out zero bytes, of which a few are some program's padding; says how many.
///
/// # Errors
/// Refuses bytes with so many that they are no text.
fn without_zeros(bytes: &mut Vec<u8>) -> Result<Option<String>, Refusal> {
    let padded = bytes.len();
    let end = bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
    bytes.truncate(end);
    let inside = bytes.iter().filter(|&&byte| byte == 0).count();
    let controls = || bytes.iter().any(|&byte| byte != 0 && is_control(byte));
    if inside * ZEROS > bytes.len() || (end < padded && (end == 0 || controls())) {
        return Err(Refusal::ZeroBytes);
    }
    bytes.retain(|&byte| byte != 0);
    let zeros = padded - bytes.len();
    Ok((zeros > 0).then(|| match zeros {
        1 => "1 zero byte left out".to_owned(),
        many => format!("{many} zero bytes left out"),
    }))
}

/// Text that is valid UTF-8: as it stands, unless it is written as mails are sent, or was decoded wrongly before.
fn mail_or_plain(text: String) -> Decoded {
    if text.contains("\u{1b}$") && text.is_ascii() {
        let (japanese, damaged) = ISO_2022_JP.decode_without_bom_handling(text.as_bytes());
        if !damaged {
            let notes = vec!["decoded as iso-2022-jp".to_owned()];
            return Decoded { text: japanese.into_owned(), encoding: name(ISO_2022_JP), notes };
        }
    }
    if let Some(decoded) = quoted_printable(&text) {
        return decoded;
    }
    match mojibake::mended(&text) {
        Some((mended, places)) => {
            let told = if places == 1 { "1 place".to_owned() } else { format!("{places} places") };
            let wrongly = "decoded wrongly before it was saved (â€™, Ã©)";
            // A few places may be what somebody else wrote, and quoted.
            let (text, note) = if places < MENDED {
                (text, format!("{wrongly} in {told}"))
            } else {
                (mended, format!("{wrongly}: mended in {told}"))
            };
            Decoded { text, encoding: name(UTF_8), notes: vec![note] }
        }
        None => Decoded { text, encoding: name(UTF_8), notes: Vec::new() },
    }
}

/// What quoted-printable (RFC 2045) text says; nothing where it is none.
fn quoted_printable(text: &str) -> Option<Decoded> {
    let hex = |byte: u8| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte);
    let bytes = text.as_bytes();
    let signs = || bytes.iter().enumerate().filter(|&(_, &byte)| byte == b'=').map(|(at, _)| at + 1);
    let broken = |at: usize| {
        matches!(bytes.get(at..at + 2), Some([b'\n', _] | [b'\r', b'\n'])) || at == bytes.len() - 1
    };
    let coded = |at: usize| matches!(bytes.get(at..at + 2), Some(&[a, b]) if hex(a) && hex(b));
    let high = |at: usize| bytes.get(at).is_some_and(|&byte| byte >= b'8');
    // In ordinary text a sign of equality stands before anything.
    if !text.is_ascii() || signs().filter(|&at| coded(at) && high(at)).count() < 2 {
        return None;
    }
    if !signs().all(|at| coded(at) || broken(at)) {
        return None;
    }
    let decoded = quoted_printable::decode(bytes, quoted_printable::ParseMode::Robust).ok()?;
    let note = "decoded as quoted-printable";
    let mut decoded = match String::from_utf8(decoded) {
        Ok(text) => Decoded { text, encoding: name(UTF_8), notes: Vec::new() },
        Err(error) => damaged_or_foreign(error.as_bytes()),
    };
    if !text.contains('\r') {
        // Mails end their lines so; the file did not.
        decoded.text = decoded.text.replace("\r\n", "\n");
    }
    decoded.notes.insert(0, note.to_owned());
    Some(decoded)
}

/// Whether these are no characters of any encoding that text is kept in, but for UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|&&byte| is_control(byte)).count();
    // A stray control character happens in text.
    controls >= 8 && controls * 20 > bytes.len()
}

/// Whether a byte is none of the controls that texts have.
const fn is_control(byte: u8) -> bool {
    (byte < b' ' && !matches!(byte, b'\t' | b'\n' | 0x0c | b'\r' | 0x1b)) || byte == 0x7f
}

/// Decodes what is not valid UTF-8: UTF-8 with damage when most of it is, else another encoding.
fn damaged_or_foreign(bytes: &[u8]) -> Decoded {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if sound > broken {
        let places = if broken == 1 { "1 place".to_owned() } else { format!("{broken} places") };
        return Decoded {
            text: String::from_utf8_lossy(bytes).into_owned(),
            encoding: name(UTF_8),
            notes: vec![format!("invalid UTF-8 in {places}, shown as \u{fffd}")],
        };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if !is_western(bytes, guess) && guess != WINDOWS_1252 && guess != MACINTOSH {
        return foreign(bytes, guess);
    }
    match western::other_than_windows(bytes) {
        Some((text, encoding)) => Decoded {
            text,
            encoding: encoding.to_owned(),
            notes: vec![format!("decoded as {encoding}, which is a guess")],
        },
        None => foreign(bytes, WINDOWS_1252),
    }
}

/// Whether `guess` is an encoding of Latin letters and the language one that is written in windows-1252.
/// A few accents in a text that is ASCII otherwise mean letters of other countries as easily.
fn is_western(bytes: &[u8], guess: &'static Encoding) -> bool {
    const LATIN: [&Encoding; 7] =
        [WINDOWS_1250, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258, ISO_8859_2, ISO_8859_4, ISO_8859_13];
    const WESTERN: [Lang; 11] = [
        Lang::Eng,
        Lang::Deu,
        Lang::Fra,
        Lang::Spa,
        Lang::Ita,
        Lang::Por,
        Lang::Nld,
        Lang::Swe,
        Lang::Dan,
        Lang::Nob,
        Lang::Fin,
    ];
    const EASTERN: [Lang; 13] = [
        Lang::Pol,
        Lang::Ces,
        Lang::Slk,
        Lang::Hun,
        Lang::Hrv,
        Lang::Slv,
        Lang::Ron,
        Lang::Tur,
        Lang::Lav,
        Lang::Lit,
        Lang::Est,
        Lang::Vie,
        Lang::Aze,
    ];
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let detector = Detector::with_allowlist([&WESTERN[..], &EASTERN[..]].concat());
    LATIN.contains(&guess)
        && detector
            .detect_lang(&WINDOWS_1252.decode_without_bom_handling(sample).0)
            .is_some_and(|language| WESTERN.contains(&language))
}

/// Decodes from another encoding than UTF-8, and notes it.
fn foreign(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let encoding = name(encoding);
    let damage = if damaged { ", in which some of it means nothing and is shown as \u{fffd}" } else { "" };
    let notes = vec![format!("decoded as {encoding}{damage}")];
    Decoded { text: text.into_owned(), encoding, notes }
}

fn name(encoding: &'static Encoding) -> String {
    encoding.name().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, String, Vec<String>) {
        let Decoded { text, encoding, notes } = decode(bytes.to_vec()).unwrap();
        (text, encoding, notes)
    }

    #[test]
    fn byte_order_marks_are_not_text() {
        assert_eq!(decoded("\u{feff}Café".as_bytes()), ("Café".into(), "utf-8".into(), vec![]));
        let utf16: Vec<u8> = "\u{feff}Café 🎉".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(
            decoded(&utf16),
            ("Café 🎉".into(), "utf-16le".into(), vec!["decoded as utf-16le".into()])
        );
        let utf16: Vec<u8> = "\u{feff}Café".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decoded(&utf16).0, "Café");
    }

    #[test]
    fn other_encodings_are_told_and_noted() {
        let text = b"Der Pr\xe4sident hat das Gesetz f\xfcr ung\xfcltig erkl\xe4rt, hie\xdf es.";
        let (text, encoding, notes) = decoded(text);
        assert_eq!(text, "Der Präsident hat das Gesetz für ungültig erklärt, hieß es.");
        assert_eq!(encoding, "windows-1252");
        assert_eq!(notes, ["decoded as windows-1252"]);
    }

    #[test]
    fn a_few_accents_in_an_english_text_are_western() {
        let text = b"The council voted on Tuesday to keep the market open through the winter. Caf\xe9 owner \
            Ren\xe9 Smith said the 10\xa3 fee was a na\xefve idea, and that nobody had asked the traders.\n";
        let text = decoded(text).0;
        assert!(text.contains("Café owner René Smith said the 10£ fee was a naïve idea"), "{text}");
    }

    #[test]
    fn damage_does_not_turn_utf_8_into_another_encoding() {
        let (text, encoding, notes) = decoded(b"caf\xc3\xa9 na\xc3\xafve \xff end");
        assert_eq!(text, "café naïve \u{fffd} end");
        assert_eq!(encoding, "utf-8");
        assert_eq!(notes, ["invalid UTF-8 in 1 place, shown as \u{fffd}"]);
    }

    #[test]
    fn utf_16_needs_no_mark() {
        let text = "The ferry – “never again” – stopped.";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, encoding) in [(little, "utf-16le"), (big, "utf-16be")] {
            let (decoded, found, notes) = decoded(&bytes);
            assert_eq!((decoded.as_str(), found.as_str()), (text, encoding));
            assert_eq!(notes, [format!("decoded as {encoding}, which no byte-order mark says")]);
        }
    }

    #[test]
    fn a_few_zero_bytes_are_padding() {
        let (text, _, notes) = decoded(b"The ferry stopped.\n\0\0\0");
        assert_eq!(
            (text.as_str(), notes),
            ("The ferry stopped.\n", vec!["3 zero bytes left out".to_owned()])
        );
        let inside = format!("{}\0{}", "The ferry stopped. ".repeat(8), "It was late. ".repeat(8));
        assert_eq!(decoded(inside.as_bytes()).0, inside.replace('\0', ""));
    }

    #[test]
    fn mail_is_decoded() {
        let (text, encoding, notes) = decoded(b"\x1b$B;TD9\x1b(B said no.\n");
        assert_eq!((text.as_str(), encoding.as_str()), ("市長 said no.\n", "iso-2022-jp"));
        assert_eq!(notes, ["decoded as iso-2022-jp"]);
        let (text, _, notes) = decoded(b"The caf=C3=A9 of Ren=C3=A9 was clo=\nsed on 1=2D2 May.\n");
        assert_eq!(text, "The café of René was closed on 1-2 May.\n");
        assert_eq!(notes, ["decoded as quoted-printable"]);
        for plain in ["a=B0 and b=C1 and c = d", "He paid =80 at the door.", "x=1"] {
            assert_eq!(decoded(plain.as_bytes()).0, plain);
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"text\0text"[..], b"\x7fELF\x02\x01\x01\0"] {
            assert!(matches!(decode(bytes.to_vec()), Err(Refusal::ZeroBytes)), "{bytes:?}");
        }
        for bytes in [&b"\xff\xfe\0\0a\0\0\0"[..], &[1, 2, 3, 4, 5, 6, 7, 8]] {
            assert!(matches!(decode(bytes.to_vec()), Err(Refusal::Binary)), "{bytes:?}");
        }
        assert!(matches!(decode(b"%PDF-1.4 stream".to_vec()), Err(Refusal::Pdf)));
        assert_eq!(decoded(b"\x1b[31mred\x1b[0m\x07").0, "\u{1b}[31mred\u{1b}[0m\u{7}");
    }
}
