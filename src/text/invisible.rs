//! Characters that don't show: those that act on a terminal, hints to whoever sets the text, and those that hide.
//!
//! Text is hostile until proven otherwise. An escape sequence printed raw would run in the reader's terminal, a
//! right-to-left override would make a line read differently from what it says, and a sentence in tag characters
//! would go unseen into whatever the report is pasted into. The same characters make Persian readable, Devanagari
//! and emoji: where one has its place, it stays.

use super::script::is_unspaced;

/// What becomes of a character where people read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Showing {
    /// It shows, or it shapes what stands beside it, as it should.
    Plain,
    /// It only hints where a line may break or letters may join: it is left out.
    Hint,
    /// It hides, or acts: something that can be seen has to stand for it.
    Hidden,
}

/// Whether `c` acts instead of showing: control characters (C0, DEL, C1), bidirectional marks,
/// embeddings, overrides and isolates, line and paragraph separators, and the byte-order mark.
#[must_use]
pub const fn acts(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        | '\u{61C}' | '\u{200E}' | '\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether all of a text is what most texts have, and shows: Latin letters and the signs of newspapers. Where it isn't,
/// all may show none the less.
pub(crate) fn shows(text: &str) -> bool {
    text.chars().all(
        |c| matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{2010}'..='\u{2027}'),
    )
}

/// What becomes of each character of a text, in order.
pub(crate) fn showings(text: &str) -> impl Iterator<Item = (char, Showing)> {
    let mut before = None;
    // How many characters are still to come of a flag that is spelt in tags.
    let mut flag = 0;
    text.char_indices().map(move |(at, c)| {
        let after = || text.get(at + c.len_utf8()..).unwrap_or_default();
        let showing = if flag > 0 {
            flag -= 1;
            Showing::Plain
        } else {
            if c == BLACK_FLAG {
                flag = tags_of_flag(after());
            }
            showing(before, c, after)
        };
        // What isn't shown leaves its neighbours beside one another.
        match showing {
            Showing::Plain => before = Some(c),
            _ if acts(c) => before = None,
            Showing::Hint | Showing::Hidden => {}
        }
        (c, showing)
    })
}

const JOINER: char = '\u{200D}';
const NON_JOINER: char = '\u{200C}';
const BLACK_FLAG: char = '\u{1F3F4}';

fn showing<'a>(before: Option<char>, c: char, after: impl FnOnce() -> &'a str) -> Showing {
    let follows = |is: fn(char) -> bool| before.is_some_and(is);
    let (in_place, otherwise) = match c {
        _ if acts(c) => return Showing::Hidden,
        // Most of all text.
        ..='\u{AC}' => return Showing::Plain,
        // Soft hyphen, grapheme joiner, zero-width space, word joiner.
        '\u{AD}' | '\u{34F}' | '\u{200B}' | '\u{2060}' => return Showing::Hint,
        NON_JOINER => (follows(is_of_joined_script), Showing::Hint),
        JOINER => {
            let emoji = follows(|c| is_emoji(c) || c == '\u{FE0F}') && after().starts_with(is_emoji);
            (emoji || follows(is_of_joined_script), Showing::Hint)
        }
        // Variation selectors.
        '\u{FE0E}' | '\u{FE0F}' => (follows(has_emoji_form), Showing::Hidden),
        '\u{FE00}'..='\u{FE0D}' => (follows(has_variants), Showing::Hidden),
        '\u{E0100}'..='\u{E01EF}' => (follows(is_unspaced), Showing::Hidden),
        '\u{180B}'..='\u{180F}' => (follows(is_mongolian), Showing::Hidden),
        // Fillers of Hangul, and vowels of Khmer that have no shape.
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}'
        // Invisible operators, and controls that nobody should use any more.
        | '\u{2061}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FFF0}'..='\u{FFFB}'
        // Controls of shorthand and of music.
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        // Tags, and what is kept free for their like.
        | '\u{E0000}'..='\u{E0FFF}' => return Showing::Hidden,
        _ => return Showing::Plain,
    };
    if in_place { Showing::Plain } else { otherwise }
}

/// Whether joiners shape the letters of the script of `c`: Arabic and its neighbours, the scripts of India and of
/// what lies around it, and Mongolian.
const fn is_of_joined_script(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{74F}' | '\u{750}'..='\u{77F}' | '\u{7C0}'..='\u{7FF}' | '\u{840}'..='\u{E00}'
        | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{1900}'..='\u{1AAF}' | '\u{1B00}'..='\u{1C4F}'
        | '\u{1CD0}'..='\u{1CFF}' | '\u{A800}'..='\u{A82F}' | '\u{A840}'..='\u{A8FF}' | '\u{A980}'..='\u{AAFF}'
        | '\u{ABC0}'..='\u{ABFF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10A00}'..='\u{10AFF}' | '\u{10B80}'..='\u{10BAF}' | '\u{10D00}'..='\u{10D3F}'
        | '\u{10F30}'..='\u{10FDF}' | '\u{11000}'..='\u{11FFF}' | '\u{1E900}'..='\u{1E95F}')
        && !matches!(c, '\u{180B}'..='\u{180F}' | '\u{17B4}' | '\u{17B5}')
}

/// Whether `c` is a picture, or may be shown as one.
const fn is_emoji(c: char) -> bool {
    matches!(c,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | 'Ⓜ' | '〰' | '〽' | '㊗' | '㊙'
        | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{25A0}'..='\u{27BF}'
        | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether a selector may say that `c` is to be shown as a picture, or not as one.
const fn has_emoji_form(c: char) -> bool {
    is_emoji(c) || matches!(c, '0'..='9' | '#' | '*')
}

/// Whether `c` has forms that a selector chooses between: Chinese characters and punctuation, letters of Burma and
/// Mongolia, operators.
const fn has_variants(c: char) -> bool {
    is_unspaced(c)
        || is_mongolian(c)
        || matches!(c,
            '\u{2018}'..='\u{201D}' | '\u{2200}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}' | '\u{3000}'..='\u{303F}'
            | '\u{A840}'..='\u{A87F}' | '\u{FF01}'..='\u{FF9F}' | '\u{10AC0}'..='\u{10AFF}')
}

const fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1800}'..='\u{180A}' | '\u{1810}'..='\u{18AF}')
}

/// How many characters behind a black flag make it the flag of a part of a country, as of Scotland: tags that spell
/// its code, and the one that ends them.
fn tags_of_flag(after: &str) -> usize {
    /// As many as the longest code has.
    const MOST: usize = 6;
    let is_tag = |c: &char| matches!(c, '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}');
    let tags = after.chars().take_while(is_tag).take(MOST).count();
    if tags > 0 && after.chars().nth(tags) == Some('\u{E007F}') { tags + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        showings(text).filter(|&(_, showing)| showing == Showing::Plain).map(|(c, _)| c).collect()
    }

    fn hidden(text: &str) -> Vec<char> {
        showings(text).filter(|&(_, showing)| showing == Showing::Hidden).map(|(c, _)| c).collect()
    }

    #[test]
    fn what_has_its_place_stays() {
        for text in [
            "می‌خواهم",  // Persian: without the non-joiner another word
            "ه‍ 1389",   // Arabic: a letter in its joined form
            "ക്‍ष क्‍ष ශ්‍රී", // Malayalam, Hindi, Sinhala
            "👩‍👩‍👧 🏳️‍🌈 ❤️‍🔥 👨🏽‍⚕️ 1️⃣ ☎︎",
            "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} win", // the flag of Scotland
            "葛\u{E0100}城 \u{2229}\u{FE00} \u{1820}\u{180B}\u{1820}\u{180E}\u{1820}",
        ] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn what_most_texts_have_shows() {
        let text = "“Šibenik – ¿dónde?” asked O’Neil…";
        assert!(shows(text));
        assert_eq!(plain(text), text);
        let shown = ('\0'..='\u{3000}').map(String::from).filter(|text| shows(text));
        assert!(shown.into_iter().all(|text| plain(&text) == text));
    }

    #[test]
    fn hints_are_left_out() {
        for (text, seen) in [
            ("Kran\u{AD}ken\u{AD}haus", "Krankenhaus"),
            ("Auf\u{200C}lage", "Auflage"),
            ("www.\u{200B}example\u{2060}.org", "www.example.org"),
            ("👩\u{200D}", "👩"),
            ("a\u{200D}b\u{34F}", "ab"),
        ] {
            assert_eq!(plain(text), seen);
            assert_eq!(hidden(text), Vec::<char>::new());
        }
    }

    #[test]
    fn what_hides_is_told() {
        for (text, seen) in [
            ("a\u{E0068}\u{E0069}", "a"),
            ("\u{1F3F4}\u{E0068}\u{E0069} there", "\u{1F3F4} there"),
            ("☺\u{FE0F}\u{FE0F}\u{FE01}", "☺\u{FE0F}"),
            ("a\u{FE0F}b\u{E0101}", "ab"),
            ("\u{3164}\u{115F}\u{1160}\u{FFA0}", ""),
            ("2\u{2062}x", "2x"),
            ("a\u{180E}b", "ab"),
            ("\u{1b}[1m", "[1m"),
        ] {
            assert!(!shows(text), "{text:?}");
            assert_eq!(plain(text), seen);
            assert_eq!(hidden(text).len(), text.chars().count() - seen.chars().count(), "{text:?}");
        }
        // One for each letter, and no more: a run of them spells something.
        assert_eq!(plain("ی\u{200C}\u{200C}\u{200C}"), "ی\u{200C}");
    }
}
