//! Text → the blocks it is laid out in: lines, or runs of lines that were one paragraph before
//! something wrapped it.

use super::mail::Mail;
use crate::article::{Span, is_line_break};

/// A block as the page lays it out, not yet understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Where it stands, without bullet and indentation.
    pub(super) span: Span,
    /// Whether a bullet stands before it.
    pub(super) bulleted: bool,
    /// Whether a blank line, or nothing, stands before it.
    pub(super) after_gap: bool,
}

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
struct PrintedLine {
    span: Span,
    /// Characters of white space before bullet and text.
    indentation: usize,
    bulleted: bool,
    after_gap: bool,
    /// Characters of the whole line, without white space at its end.
    width: usize,
    /// Characters of its first word.
    first_word: usize,
    /// Whether its first letter is a small one, as in the middle of a sentence.
    small: bool,
    /// Whether its last word is parted: a hyphen stands behind a letter at its end.
    parted: bool,
    /// Whether it belongs to a mail's head or signature, which nobody wraps.
    around: bool,
}

/// Widths at which mail programs, agencies, people and printers wrap their lines.
const WRAPPED: std::ops::RangeInclusive<usize> = 24..=100;
/// Narrower lines are a printed column, or verse: they must be filled more often to be the one.
const COLUMN: usize = 40;

/// The blocks of `text`, in order.
pub(super) fn blocks(text: &str) -> Vec<Layout> {
    let lines = lines(text);
    let wrapped_at = wrapped_at(&lines);
    let mut blocks: Vec<Layout> = Vec::new();
    let mut before: Option<&PrintedLine> = None;
    for line in &lines {
        let joins = before
            .zip(wrapped_at)
            .is_some_and(|(before, width)| follows(before, line) && continues(before, line, width));
        match blocks.last_mut() {
            Some(block) if joins => block.span.end = line.span.end,
            _ => {
                blocks.push(Layout { span: line.span, bulleted: line.bulleted, after_gap: line.after_gap });
            }
        }
        before = Some(line);
    }
    blocks
}

/// Whether `line` stands directly below `before` with nothing that begins a block of its own.
const fn follows(before: &PrintedLine, line: &PrintedLine) -> bool {
    !line.after_gap
        && !line.bulleted
        && !before.around
        && !line.around
        && (line.indentation <= before.indentation || before.bulleted)
}

/// Whether `before` broke off because the first word of `line` had no room on it.
const fn continues(before: &PrintedLine, line: &PrintedLine, width: usize) -> bool {
    full(before, line, width) || (line.small && before.width * 5 >= width * 3)
}

const fn full(before: &PrintedLine, line: &PrintedLine, width: usize) -> bool {
    before.width <= width && (before.width + 1 + line.first_word > width || (before.parted && line.small))
}

/// The width at which the lines of a hard-wrapped text were broken; nothing for a text whose lines
/// are blocks.
///
/// A wrapping program fills each line until the next word has no room, so nearly every line that
/// has a neighbour below passes that test, and many of those neighbours begin inside a sentence.
/// Lists of titles pass neither.
fn wrapped_at(lines: &[PrintedLine]) -> Option<usize> {
    let pairs = || lines.iter().zip(lines.iter().skip(1)).filter(|(before, line)| follows(before, line));
    let width = pairs().map(|(before, _)| before.width).filter(|width| WRAPPED.contains(width)).max()?;
    let (mut all, mut filled, mut inside) = (0_usize, 0_usize, 0_usize);
    for (before, line) in pairs() {
        all += 1;
        if full(before, line, width) {
            filled += 1;
            inside += usize::from(line.small);
        }
    }
    let is_wrapped = if width < COLUMN {
        filled >= 4 && filled * 10 >= all * 8 && inside * 10 >= filled * 5
    } else {
        filled >= 2 && inside >= 1 && filled * 10 >= all * 7 && inside * 10 >= filled * 3
    };
    is_wrapped.then_some(width)
}

/// The lines with something on them.
fn lines(text: &str) -> Vec<PrintedLine> {
    let mut lines = Vec::new();
    let mut after_gap = true;
    let mut start = 0;
    let bytes = text.as_bytes();
    for raw in text.split_inclusive(is_line_break) {
        let whole = Span::new(start, start + raw.len());
        start = whole.end;
        let span = visible(text, whole);
        if span.is_empty() {
            // The two halves of "\r\n" are one line end.
            let second_half = raw == "\n" && whole.start > 0 && bytes.get(whole.start - 1) == Some(&b'\r');
            after_gap |= !second_half;
            continue;
        }
        let indentation = Span::new(whole.start, span.start).of(text).chars().count();
        let inside = span.of(text);
        let after_bullet = without_bullet(inside);
        let bulleted = after_bullet.is_some();
        let content = after_bullet.map_or(span, |rest| Span::new(span.end - rest.len(), span.end));
        let content_text = content.of(text);
        lines.push(PrintedLine {
            span: content,
            indentation,
            bulleted,
            after_gap,
            width: indentation + inside.chars().count(),
            first_word: content_text.split_whitespace().next().map_or(0, |word| word.chars().count()),
            small: content_text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase),
            parted: content_text.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic)),
            around: false,
        });
        after_gap = false;
    }
    let mail = Mail::of(lines.iter().map(|line| line.span.of(text)));
    for (index, line) in lines.iter_mut().enumerate() {
        line.around = mail.holds(index);
    }
    lines
}

/// The span without what shows nothing at both ends: white space, zero-width spaces, byte-order marks.
fn visible(text: &str, span: Span) -> Span {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start_matches(blank).len());
    Span::new(start, start + inside.trim_matches(blank).len())
}

/// What stands behind the bullet of a line; nothing without a bullet. A line of nothing but bullets is a
/// rule, and stays a block, so that nothing is lost.
fn without_bullet(line: &str) -> Option<&str> {
    let mut rest = line;
    loop {
        let mut chars = rest.chars();
        let bullet = chars.next()?;
        let behind = chars.as_str();
        let spaced = behind.starts_with(char::is_whitespace);
        rest = match bullet {
            '•' | '‣' | '⁃' | '▪' | '▫' | '■' | '□' | '●' | '○' | '◦' | '►' | '▶' | '▸' | '◆' | '◇' | '➤'
            | '✓' | '✔' => behind.trim_start(),
            '-' | '*' | '–' | '·' if spaced => behind.trim_start(),
            _ => break,
        };
    }
    (rest.len() < line.len() && rest.contains(char::is_alphanumeric)).then_some(rest)
}
