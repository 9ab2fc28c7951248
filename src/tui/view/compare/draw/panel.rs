//! The panel: what is known of the line at the cursor, in the rows that there are.

use ratatui::style::Style;

use super::entries::{Entry, Room, entries};
use crate::article::{SentenceId, Span};
use crate::say::letter;
use crate::tui::cells::glyphs::{fitted, glyphs};
use crate::tui::cells::paint::Painter;
use crate::tui::cells::wrap::{ScreenLine, Tone, wrap};
use crate::tui::env::Charset;
use crate::tui::theme::Meaning;
use crate::tui::view::Target;
use crate::tui::view::compare::state::Sight;

/// Bytes of an entry for each cell of the panel: far more than what is legible takes, also in scripts of
/// long letters and where a line begins late. Of a longer text, only the beginning is looked at.
const BYTES_PER_CELL: usize = 16;
/// Entries of a panel that is entered, at most.
const MOST_ENTRIES: usize = 200;
/// Words that stay before the first marked one when a line begins late.
const WORDS_BEFORE_MARK: usize = 2;

/// An entry with the rows that it gets, wrapped.
struct Laid {
    entry: Entry,
    /// Which of all entries it is.
    number: usize,
    lines: Vec<ScreenLine>,
    y: u16,
    rows: usize,
}

/// The panel, laid out.
struct Panel {
    entries: Vec<Laid>,
    /// Where the signs stand, and where the texts begin.
    sign_x: u16,
    text_x: u16,
    right: u16,
}

impl Panel {
    fn of(sight: &Sight<'_>) -> Self {
        let (panel, charset) = (sight.regions.panel, sight.scene.charset());
        let rows = usize::from(panel.height);
        let entered = sight.compare.panel;
        let entries = shown(sight, rows);
        let badge = entries.iter().map(|entry| entry.badge.chars().count()).max().unwrap_or(0);
        let badge = u16::try_from(badge).unwrap_or(0);
        let signed = entries.iter().any(|entry| entry.sign.is_some());
        let sign_x = panel.x + if badge == 0 { 1 } else { badge + 3 };
        let text_x = if signed { sign_x + 3 } else { sign_x + 1 };
        let right = panel.right().saturating_sub(1);
        let width = usize::from(right.saturating_sub(text_x));
        let lines: Vec<Vec<ScreenLine>> = entries
            .iter()
            .map(|entry| {
                let whole = [(Span::new(0, entry.text.len()), Tone::Sentence)];
                wrap(&entry.text, &whole, width, charset)
            })
            .collect();
        let mut y = panel.y;
        let (first, shares) = match entered {
            Some(at) => shares_at(&lines, rows, at.min(lines.len().saturating_sub(1))),
            None => (0, shares(&lines, rows)),
        };
        let all = entries.into_iter().zip(lines).enumerate().skip(first);
        let laid = all.zip(shares).map(|((number, (entry, lines)), rows)| {
            let laid = Laid { entry, number, lines, y, rows };
            y += u16::try_from(rows).unwrap_or(0);
            laid
        });
        let entries = laid.take_while(|laid| laid.y < panel.bottom()).collect();
        Self { entries, sign_x, text_x, right }
    }
}

pub(super) fn draw(painter: &mut Painter<'_>, sight: &Sight<'_>) {
    if sight.regions.panel.height == 0 {
        return;
    }
    let Panel { entries, sign_x, text_x, right } = Panel::of(sight);
    let left = sight.regions.panel.x;
    for Laid { entry, number, lines, y, rows } in &entries {
        if sight.compare.panel == Some(*number) {
            let drawing = painter.drawing();
            let bars = std::iter::once(drawing.cursor).chain(std::iter::repeat(drawing.counterpart));
            for (y, bar) in (*y..).zip(bars.take(lines.len().min(*rows))) {
                painter.put(left, y, left + 1, bar, Meaning::Cursor);
            }
        }
        painter.put(left + 1, *y, text_x, &entry.badge, Meaning::CurrentTitle);
        if let Some(sign) = entry.sign {
            painter.put(sign_x, *y, text_x, sign.glyph(painter.charset), sign.meaning());
        }
        if lines.len() > *rows {
            draw_cut(painter, entry, lines, *rows, (text_x, *y), right);
        } else {
            for (y, line) in (*y..).zip(lines) {
                let end = line.first().map_or(Span::default(), |part| part.span);
                draw_text(painter, entry, end, (text_x, y), right);
            }
        }
    }
}

/// The paragraphs that there are rows for; all of them, once it is entered.
fn shown(sight: &Sight<'_>, rows: usize) -> Vec<Entry> {
    let bytes = rows * usize::from(sight.regions.panel.width) * BYTES_PER_CELL;
    if sight.compare.panel.is_some() {
        return entries(sight, Room { entries: MOST_ENTRIES, bytes }).whole();
    }
    // One that goes, and one that tells whether there are more than fit.
    let mut entries = entries(sight, Room { entries: rows + 2, bytes });
    let alone = letter(sight.compare.cursor.article);
    let own = entries.list.first().is_some_and(|own| own.sign.is_none() && own.badge == alone);
    if own && entries.len() > rows {
        // It can be read at the cursor, and nobody else has its words.
        entries.list.remove(0);
    }
    entries.cut(rows)
}

/// The sentences of its rows, once it is entered.
pub(super) fn rows(sight: &Sight<'_>) -> Vec<Option<SentenceId>> {
    let rows = usize::from(sight.regions.panel.height);
    shown(sight, rows).into_iter().map(|entry| entry.sentence).collect()
}

/// What lies at a row of the panel.
pub(super) fn hit(sight: &Sight<'_>, row: u16) -> Option<Target> {
    let behind = |laid: &Laid| usize::from(laid.y) + laid.rows;
    let at_row = |laid: &Laid| laid.y <= row && usize::from(row) < behind(laid);
    let panel = Panel::of(sight);
    panel.entries.iter().find(|laid| at_row(laid)).map(|laid| Target::Entry(laid.entry.sentence))
}

/// Rows for each entry: one, and then what is left, from the top.
fn shares(lines: &[Vec<ScreenLine>], rows: usize) -> Vec<usize> {
    let mut left = rows.saturating_sub(lines.len());
    lines
        .iter()
        .map(|lines| {
            let extra = (lines.len() - 1).min(left);
            left -= extra;
            1 + extra
        })
        .collect()
}

/// The same where the entry `at` gets all that it takes and comes in sight: the first entry that does, and rows for it
/// and those behind it.
fn shares_at(lines: &[Vec<ScreenLine>], rows: usize, at: usize) -> (usize, Vec<usize>) {
    let here = lines.get(at).map_or(1, |lines| lines.len().min(rows.max(1)));
    let first = at.saturating_sub(rows.saturating_sub(here));
    let shown = lines.get(first..).unwrap_or_default();
    let mut left = rows.saturating_sub(here + shown.len().saturating_sub(1));
    let share = |(number, lines): (usize, &Vec<ScreenLine>)| {
        if number == at {
            return here;
        }
        let extra = lines.len().saturating_sub(1).min(left);
        left -= extra;
        1 + extra
    };
    (first, (first..).zip(shown).map(share).collect())
}

/// As many lines as there are rows. A single line begins shortly before what stands out first.
fn draw_cut(
    painter: &mut Painter<'_>,
    entry: &Entry,
    lines: &[ScreenLine],
    rows: usize,
    (x, y): (u16, u16),
    right: u16,
) {
    let ellipsis = painter.drawing().ellipsis;
    let start_of = |line: usize| lines.get(line).and_then(|l| l.first()).map_or(0, |part| part.span.start);
    let mut from = start_of(rows - 1);
    for (line, y) in lines.iter().take(rows - 1).zip(y..) {
        draw_text(painter, entry, line.first().map_or(Span::default(), |part| part.span), (x, y), right);
    }
    let y = y + u16::try_from(rows - 1).unwrap_or(0);
    let mut x = x;
    if let (1, Some(mark)) = (rows, entry.marks().0.first()) {
        let begin = before(&entry.text, mark.start);
        let hidden = Span::new(0, begin).of(&entry.text);
        let room = usize::from(right.saturating_sub(x));
        if crate::tui::cells::glyphs::width(hidden, painter.charset) > room / 3 {
            x = painter.put(x, y, right, ellipsis, Meaning::Quiet) + 1;
            from = begin;
        }
    }
    let rest = Span::new(from, entry.text.len());
    let cells = usize::from(right.saturating_sub(x));
    let kept = kept(rest.of(&entry.text), cells, ellipsis, painter.charset);
    let behind = draw_text(painter, entry, Span::new(from, from + kept), (x, y), right);
    if from + kept < entry.text.trim_end().len() {
        painter.put(behind, y, right, ellipsis, Meaning::Quiet);
    }
}

/// Where the word begins that stands some words before `at`.
fn before(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    head.char_indices()
        .rev()
        .filter(|(_, c)| c.is_whitespace())
        .nth(WORDS_BEFORE_MARK)
        .map_or(0, |(space, c)| space + c.len_utf8())
}

/// Bytes of `text` that fit into `cells` with an ellipsis behind them, or all of them.
fn kept(text: &str, cells: usize, ellipsis: &str, charset: Charset) -> usize {
    if fitted(text, cells, ellipsis, charset) == fitted(text, usize::MAX, ellipsis, charset) {
        return text.len();
    }
    let room = cells.saturating_sub(ellipsis.chars().count());
    let (mut used, mut end) = (0, 0);
    for glyph in glyphs(text, charset) {
        if used + glyph.width > room {
            break;
        }
        used += glyph.width;
        if !glyph.is_space() {
            end = glyph.end;
        }
    }
    end
}

/// Draws a stretch of an entry with what stands out in it.
fn draw_text(painter: &mut Painter<'_>, entry: &Entry, span: Span, (x, y): (u16, u16), right: u16) -> u16 {
    let plain = if entry.quiet { painter.theme.style(Meaning::Quiet) } else { Style::new() };
    let (spans, meaning) = entry.marks();
    let marked = painter.theme.style(meaning);
    let mut x = x;
    for glyph in glyphs(span.of(&entry.text), painter.charset) {
        let at = span.start + glyph.start;
        let is_marked = spans.iter().any(|span| span.start <= at && at < span.end);
        let width = u16::try_from(glyph.width).unwrap_or(1);
        if x + width > right {
            break;
        }
        painter.cell(x, y, width, &glyph.text, if is_marked { marked } else { plain });
        x += width;
    }
    x
}
