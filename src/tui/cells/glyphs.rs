//! Text → what is shown of it: grapheme clusters with a width in cells, harmless and on one line.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::invisible::{Showing, acts, showings};
use crate::tui::env::Charset;

/// Of a cluster with more characters only these many are drawn: nothing legible is longer.
const LONGEST_CLUSTER: usize = 12;
/// Asks for the picture of a sign that has one (variation selector 16).
const PICTURE: char = '\u{FE0F}';

/// One grapheme cluster as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// What to draw; never a control or bidirectional character.
    pub text: Cow<'a, str>,
    /// Its width in cells: 1 or 2.
    pub width: usize,
    /// Offset of its first byte in the text.
    pub start: usize,
    /// Offset behind its last byte.
    pub end: usize,
}

impl Glyph<'_> {
    /// Whether it is a space, for which a line can break.
    #[must_use]
    pub fn is_space(&self) -> bool {
        self.text == " "
    }
}

/// The glyphs of a text: each run of white space is one space, what acts on a terminal is replaced.
pub fn glyphs(text: &str, charset: Charset) -> impl Iterator<Item = Glyph<'_>> {
    let mut after_space = false;
    verbatim(text, charset).filter(move |glyph| {
        let space = glyph.is_space();
        !(std::mem::replace(&mut after_space, space) && space)
    })
}

/// The glyphs of a text that someone types: every white space is a space of its own.
pub fn verbatim(text: &str, charset: Charset) -> impl Iterator<Item = Glyph<'_>> {
    let mut showings = showings(text);
    text.grapheme_indices(true).flat_map(move |(start, cluster)| {
        let end = start + cluster.len();
        let (kept, hidden) = parted(cluster, &mut showings);
        if let Some(letters) = flag(cluster, start) {
            return letters.into_iter().flatten();
        }
        let hides = start + hidden.unwrap_or(cluster.len());
        let text = match kept {
            Cow::Borrowed(cluster) if cluster.chars().all(char::is_whitespace) => Some(" ".into()),
            Cow::Borrowed(cluster) => shown(cluster, charset),
            Cow::Owned(kept) => shown(&kept, charset).map(|text| text.into_owned().into()),
        };
        let kept = text.map(|text| {
            let width = text.width().clamp(1, 2);
            Glyph { text, width, start, end: hides }
        });
        let hidden = hidden.map(|_| Glyph { text: unknown(charset).into(), width: 1, start: hides, end });
        [kept, hidden].into_iter().flatten()
    })
}

/// What is seen of a cluster, and from where on it has characters that hide: one sign stands for all of those.
fn parted<'a>(
    cluster: &'a str,
    showings: &mut impl Iterator<Item = (char, Showing)>,
) -> (Cow<'a, str>, Option<usize>) {
    let (mut kept, mut hidden) = (Cow::Borrowed(cluster), None);
    let mut at = 0;
    for (c, showing) in showings.take(cluster.chars().count()) {
        match (showing, &mut kept) {
            (Showing::Plain, Cow::Borrowed(_)) => {}
            (Showing::Plain, Cow::Owned(kept)) => kept.push(c),
            // It has a picture of its own, and a cluster of its own.
            (Showing::Hidden, _) if acts(c) => {}
            (_, Cow::Borrowed(_)) => kept = Cow::Owned(cluster.get(..at).unwrap_or_default().to_owned()),
            (_, Cow::Owned(_)) => {}
        }
        if showing == Showing::Hidden && !acts(c) {
            hidden.get_or_insert(at);
        }
        at += c.len_utf8();
    }
    // What hides before anything else takes that with it.
    if hidden == Some(0) { ("".to_owned().into(), hidden) } else { (kept, hidden) }
}

/// What stands for something that can't be shown.
const fn unknown(charset: Charset) -> &'static str {
    match charset {
        Charset::Utf8 => "\u{FFFD}",
        Charset::Ascii => "?",
    }
}

fn shown(cluster: &str, charset: Charset) -> Option<Cow<'_, str>> {
    let first = cluster.chars().next()?;
    if acts(first) {
        return Some(match (charset, u32::from(first)) {
            (Charset::Utf8, code @ 0..=0x1F) => char::from_u32(0x2400 + code).map_or("?".into(), as_text),
            (Charset::Utf8, 0x7F) => "␡".into(),
            _ => unknown(charset).into(),
        });
    }
    if charset == Charset::Ascii && !cluster.is_ascii() {
        return Some(ascii(first).into());
    }
    // A sign that is asked to be a picture: terminals differ on whether it takes one cell then, or two.
    if cluster.contains(PICTURE) {
        let sign: String = cluster.chars().filter(|&c| c != PICTURE).collect();
        if sign.width() == 1 {
            return Some(sign.into());
        }
    }
    match cluster.width() {
        // A mark without a letter gets one to stand on; what has no shape of its own is left out.
        0 if first.is_alphanumeric() || unicode_mark(first) => {
            let standing = format!("◌{first}");
            let stands = standing.graphemes(true).nth(1).is_none();
            // The vowels and finals of Hangul stand on nothing but their own initials.
            Some(if stands { standing.into() } else { "\u{FFFD}".into() })
        }
        0 => None,
        1 | 2 if cluster.chars().nth(LONGEST_CLUSTER).is_none() => Some(cluster.into()),
        _ => Some(shortened(cluster).into()),
    }
}

/// A flag as the letters of its country's code, each in a cell of its own: terminals differ on how many cells a flag takes,
/// and what is left of one stays on the screen.
fn flag(cluster: &str, start: usize) -> Option<[Option<Glyph<'_>>; 2]> {
    let glyph = |(at, c): (usize, char)| {
        let letter = flag_letter(c)?;
        let start = start + at;
        Some(Glyph { text: letter.to_string().into(), width: 1, start, end: start + c.len_utf8() })
    };
    let mut characters = cluster.char_indices();
    let first = characters.next().and_then(glyph)?;
    Some([Some(first), characters.next().and_then(glyph)])
}

/// The letter of a country's code that flags are made of.
fn flag_letter(character: char) -> Option<char> {
    let letter = u32::from(character).checked_sub(u32::from('\u{1F1E6}')).filter(|letter| *letter < 26)?;
    char::from_u32(u32::from('A') + letter)
}

/// The beginning of a cluster that is no wider than two cells: what a terminal draws for the whole of
/// some is wider, and would cover what stands beside it.
fn shortened(cluster: &str) -> &str {
    let ends = cluster.char_indices().map(|(at, character)| at + character.len_utf8());
    let beginnings = ends.take(LONGEST_CLUSTER).map_while(|end| cluster.get(..end));
    // A joiner with nothing behind it would be left out when it is measured again.
    let whole = beginnings.filter(|beginning| !beginning.ends_with('\u{200D}'));
    whole.filter(|beginning| (1..=2).contains(&beginning.width())).last().unwrap_or("\u{FFFD}")
}

fn as_text(character: char) -> Cow<'static, str> {
    character.to_string().into()
}

/// The blocks of combining marks that stand over letters of any script.
const fn unicode_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

/// The nearest that a terminal without Unicode can show of the punctuation of newspapers.
const fn ascii(character: char) -> &'static str {
    match character {
        '‘' | '’' | '‚' | '‹' | '›' | '′' => "'",
        '“' | '”' | '„' | '«' | '»' | '″' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '•' | '·' | '●' | '▪' => "*",
        '…' => ".",
        'à'..='å' => "a",
        'è'..='ë' => "e",
        'ì'..='ï' => "i",
        'ò'..='ö' => "o",
        'ù'..='ü' => "u",
        'ç' => "c",
        'ñ' => "n",
        'É' => "E",
        _ => "?",
    }
}

/// The width of a text in cells.
#[must_use]
pub fn width(text: &str, charset: Charset) -> usize {
    glyphs(text, charset).map(|glyph| glyph.width).sum()
}

/// As much of a text as `cells` hold, with `ellipsis` where it was cut.
#[must_use]
pub fn fitted(text: &str, cells: usize, ellipsis: &str, charset: Charset) -> String {
    let room = cells.saturating_sub(ellipsis.width());
    let (mut all, mut kept) = (String::new(), None);
    let mut used = 0;
    for glyph in glyphs(text, charset) {
        if kept.is_none() && used + glyph.width > room {
            kept = Some(all.trim_end().to_owned());
        }
        used += glyph.width;
        if used > cells {
            let kept = kept.unwrap_or_default();
            return if room == 0 { String::new() } else { kept + ellipsis };
        }
        all.push_str(&glyph.text);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        glyphs(text, Charset::Utf8).map(|glyph| glyph.text.into_owned()).collect()
    }

    #[test]
    fn signs_that_may_be_pictures_take_one_cell() {
        let shown: Vec<(String, usize)> = glyphs("❤\u{FE0F}1\u{FE0F}\u{20E3}", Charset::Utf8)
            .map(|glyph| (glyph.text.into_owned(), glyph.width))
            .collect();
        assert_eq!(shown, [("❤".to_owned(), 1), ("1\u{20E3}".to_owned(), 1)]);
    }

    #[test]
    fn flags_are_shown_as_the_letters_of_their_countries() {
        let shown: Vec<(String, usize)> =
            glyphs("a🇩🇪🇫🇷 🇪", Charset::Utf8).map(|glyph| (glyph.text.into_owned(), glyph.width)).collect();
        let expected = [("a", 1), ("D", 1), ("E", 1), ("F", 1), ("R", 1), (" ", 1), ("E", 1)];
        assert_eq!(shown, expected.map(|(text, width)| (text.to_owned(), width)));
    }

    #[test]
    fn white_space_is_one_space() {
        assert_eq!(shown("one\r\n\ttwo\u{a0}  three"), "one two three");
    }

    #[test]
    fn what_acts_is_shown_and_does_not_act() {
        assert_eq!(shown("a\u{1b}[31mb\0\u{202e}c\u{9b}"), "a␛[31mb␀\u{FFFD}c\u{FFFD}");
        let ascii: String =
            glyphs("“a\u{1b}” – né…", Charset::Ascii).map(|glyph| glyph.text.into_owned()).collect();
        assert_eq!(ascii, "\"a?\" - ne.");
    }

    #[test]
    fn widths_are_those_of_clusters() {
        assert_eq!(width("新闻", Charset::Utf8), 4);
        assert_eq!(width("e\u{301}", Charset::Utf8), 1);
        assert_eq!(width("👩‍👩‍👧", Charset::Utf8), 2);
        assert_eq!(width("🇩🇪", Charset::Utf8), 2);
    }

    #[test]
    fn cut_text_says_so() {
        assert_eq!(fitted("Twitter sues feds", 17, "…", Charset::Utf8), "Twitter sues feds");
        assert_eq!(fitted("Twitter sues feds", 9, "…", Charset::Utf8), "Twitter…");
        assert_eq!(fitted("新闻报道", 5, "…", Charset::Utf8), "新闻…");
        assert_eq!(fitted("abc", 0, "…", Charset::Utf8), "");
    }

    #[test]
    fn what_hides_is_told_and_hints_take_no_cells() {
        assert_eq!(shown("Kran\u{ad}kenhaus\u{200b}"), "Krankenhaus");
        assert_eq!(shown("a\u{e0041}\u{e0042}b\u{3164}\u{115f}\u{1161}c"), "a\u{FFFD}b\u{FFFD}\u{FFFD}c");
        assert_eq!(shown("می\u{200c}خواهم 👩‍👩‍👧 ❤️‍🔥"), "می\u{200c}خواهم 👩‍👩‍👧 ❤️‍🔥");
        let hidden: Vec<_> = glyphs("e\u{301}\u{fe0f}x", Charset::Ascii).collect();
        assert_eq!(
            hidden.iter().map(|glyph| (&*glyph.text, glyph.start)).collect::<Vec<_>>(),
            [("?", 0), ("?", 3), ("x", 6)]
        );
    }

    /// Cut text is measured again wherever it is drawn: a glyph on its own must be the same glyph.
    fn every_glyph_stays_itself(text: &str) {
        for glyph in glyphs(text, Charset::Utf8) {
            assert_eq!(glyph.width, glyph.text.width(), "{:?}", glyph.text);
            let again: Vec<_> = glyphs(&glyph.text, Charset::Utf8).collect();
            assert_eq!(again.iter().map(|again| &*again.text).collect::<Vec<_>>(), [&*glyph.text]);
        }
    }

    #[test]
    fn letters_that_only_join_others_have_a_shape_of_their_own() {
        for text in [
            "\u{D7CB}Aa\u{A640}Aa",
            "a\u{D7B0}a",
            "\u{11A8}",
            "\u{1100}\u{1100}\u{1100}\u{1161}",
            "\u{301}",
            "𖩀\u{17b4}\u{e0100}",
            "a\u{17b5}\u{fe00}",
            "漢\u{200b}\u{e0101}",
        ] {
            every_glyph_stays_itself(text);
            for cells in 0..9 {
                assert!(width(&fitted(text, cells, "…", Charset::Utf8), Charset::Utf8) <= cells);
            }
        }
        assert_eq!(shown("a\u{D7B0}"), "a\u{FFFD}");
        assert_eq!(shown("\u{301}a"), "◌\u{301}a");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_glyph_acts_and_cut_text_fits(text in any::<String>(), cells in 0usize..40) {
            every_glyph_stays_itself(&text);
            for charset in [Charset::Utf8, Charset::Ascii] {
                for glyph in glyphs(&text, charset) {
                    prop_assert!(!glyph.text.chars().any(acts));
                    prop_assert!(charset == Charset::Utf8 || glyph.text.is_ascii());
                }
                prop_assert!(width(&fitted(&text, cells, "…", Charset::Utf8), Charset::Utf8) <= cells);
            }
        }
    }
}
