//! Stretches of an article → lines of a width.

use super::glyphs::{Glyph, glyphs};
use crate::article::Span;
use crate::tui::env::Charset;

/// What a stretch of an article is to whoever reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The words of a sentence.
    Sentence,
    /// Something inside the block that is not its sentence.
    Mark,
    /// The same, where one sign stands for it.
    Folded,
    /// The sign of a sentence, one cell before its words, never at the end of a line.
    Sign,
}

/// A stretch of an article on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinePart {
    /// Where it stands in the article.
    pub span: Span,
    /// What it is.
    pub tone: Tone,
    /// Whether a space stands before it on its line.
    pub spaced: bool,
}

/// The parts of one line, from left to right.
pub type ScreenLine = Vec<LinePart>;

struct Placed {
    part: usize,
    span: Span,
    width: usize,
    space: bool,
    breaks: bool,
    wide: bool,
}

/// Wraps stretches of `text`, one behind the other, into lines of `width` cells, at least one line.
///
/// Lines break at spaces, behind hyphens and dashes, around wide characters, and anywhere inside a
/// word that is wider than a line. A width below two counts as two.
#[must_use]
pub fn wrap(text: &str, parts: &[(Span, Tone)], width: usize, charset: Charset) -> Vec<ScreenLine> {
    let width = width.max(2);
    let mut lines = Vec::new();
    let mut line: Vec<Placed> = Vec::new();
    let mut used = 0;
    let between = |part: usize, at: usize, breaks: bool| Placed {
        part,
        span: Span::new(at, at),
        width: 1,
        space: breaks,
        breaks,
        wide: false,
    };
    let all = parts.iter().enumerate().flat_map(|(index, &(span, tone))| {
        let start = span.start;
        let before = index.checked_sub(1).and_then(|before| parts.get(before));
        let lead = before
            .filter(|before| before.0.end != start)
            .map(|before| between(index, start, before.1 != Tone::Sign));
        let one_sign = matches!(tone, Tone::Folded | Tone::Sign);
        let breaks = tone != Tone::Sign;
        let sign =
            one_sign.then_some(Placed { part: index, span, width: 1, space: false, breaks, wide: false });
        let text = if one_sign { "" } else { span.of(text) };
        let glyphs = glyphs(text, charset).map(move |glyph| placed(&glyph, index, start));
        lead.into_iter().chain(sign).chain(glyphs)
    });
    for next in all {
        if next.space && line.is_empty() {
            continue;
        }
        if used + next.width > width {
            if next.space {
                lines.push(joined(&line, parts));
                line.clear();
                used = 0;
                continue;
            }
            let at_wide = next.wide || line.last().is_some_and(|last| last.wide);
            let behind = line.iter().rposition(|placed| placed.breaks).map(|index| index + 1);
            let cut = if at_wide { line.len() } else { behind.unwrap_or(line.len()) };
            let rest = line.split_off(cut);
            lines.push(joined(&line, parts));
            line = rest;
            used = line.iter().map(|placed| placed.width).sum();
            if used + next.width > width {
                lines.push(joined(&line, parts));
                line.clear();
                used = 0;
            }
        }
        used += next.width;
        line.push(next);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(joined(&line, parts));
    }
    lines
}

fn placed(glyph: &Glyph<'_>, part: usize, start: usize) -> Placed {
    Placed {
        part,
        span: Span::new(start + glyph.start, start + glyph.end),
        width: glyph.width,
        space: glyph.is_space(),
        breaks: glyph.is_space() || glyph.width == 2 || matches!(&*glyph.text, "-" | "–" | "—" | "/"),
        wide: glyph.width == 2,
    }
}

fn joined(line: &[Placed], parts: &[(Span, Tone)]) -> ScreenLine {
    let mut joined: ScreenLine = Vec::new();
    let mut last = None;
    let mut spaced = false;
    let end = line.iter().rposition(|placed| !placed.space).map_or(0, |index| index + 1);
    for placed in line.iter().take(end) {
        if placed.span.is_empty() {
            spaced = true;
        } else if let Some(part) = joined.last_mut().filter(|_| last == Some(placed.part)) {
            part.span.end = placed.span.end;
        } else {
            joined.push(LinePart { span: placed.span, tone: parts[placed.part].1, spaced });
            last = Some(placed.part);
            spaced = false;
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::cells::glyphs;
    use proptest::prelude::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        let whole = [(Span::new(0, text.len()), Tone::Sentence)];
        wrap(text, &whole, width, Charset::Utf8)
            .iter()
            .map(|line| line.first().map_or("", |part| part.span.of(text)))
            .collect()
    }

    #[test]
    fn lines_break_at_spaces_and_hyphens() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("so-called rogue", 5), ["so-", "calle", "d", "rogue"]);
        assert_eq!(lines("", 5), [""]);
    }

    #[test]
    fn wide_characters_never_straddle_the_edge() {
        assert_eq!(lines("新闻报道", 5), ["新闻", "报道"]);
        assert_eq!(lines("a新闻", 4), ["a新", "闻"]);
    }

    #[test]
    fn a_mark_stands_before_its_sentence_on_the_same_line() {
        let text = "AFP | Twitter sued";
        let parts = [(Span::new(0, 5), Tone::Mark), (Span::new(6, 18), Tone::Sentence)];
        let lines = wrap(text, &parts, 13, Charset::Utf8);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0][0].tone, Tone::Mark);
        assert_eq!((lines[0][1].span.of(text), lines[0][1].spaced), ("Twitter", true));
    }

    #[test]
    fn a_sign_stays_with_the_words_behind_it() {
        let text = "One two. Three";
        let parts = [
            (Span::new(0, 8), Tone::Sign),
            (Span::new(0, 8), Tone::Sentence),
            (Span::new(9, 14), Tone::Sign),
            (Span::new(9, 14), Tone::Sentence),
        ];
        for (width, expected) in [(18, vec![4]), (12, vec![2, 2]), (13, vec![2, 2]), (17, vec![2, 2])] {
            let lines = wrap(text, &parts, width, Charset::Utf8);
            assert_eq!(lines.iter().map(Vec::len).collect::<Vec<_>>(), expected, "{width}: {lines:?}");
            assert!(lines.iter().all(|line| line[0].tone == Tone::Sign && line[1].spaced));
        }
    }

    #[test]
    fn one_sign_stands_for_what_is_folded() {
        let text = "Jane Roe MANY MORE’s aide";
        let parts = [
            (Span::new(0, 8), Tone::Sentence),
            (Span::new(9, 18), Tone::Folded),
            (Span::new(18, 27), Tone::Sentence),
        ];
        let lines = wrap(text, &parts, 10, Charset::Utf8);
        let shown: Vec<Vec<_>> = lines
            .iter()
            .map(|line| line.iter().map(|part| (part.span.of(text), part.spaced)).collect())
            .collect();
        assert_eq!(shown, [vec![("Jane Roe", false), ("MANY MORE", true)], vec![("’s aide", false)]]);
    }

    proptest! {
        #[test]
        fn lines_fit_and_hold_every_word(text in "[a-z新é👍 \\-\n]{0,80}", cells in 2usize..20) {
            let lines = lines(&text, cells);
            for line in &lines {
                prop_assert!(glyphs::width(line, Charset::Utf8) <= cells, "{line:?}");
            }
            let bare = |s: &str| s.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }
}
