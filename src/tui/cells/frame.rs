//! The box around a dialog.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::tui::cells::glyphs::width;
use crate::tui::cells::paint::Painter;
use crate::tui::env::Charset;
use crate::tui::theme::Meaning;

/// Draws an empty box with a title in the middle of `screen`, as large as its content wants and the
/// screen allows. Hands back what is inside.
pub fn open(painter: &mut Painter<'_>, screen: Rect, title: &str, cells: u16, rows: u16) -> Rect {
    let width = cells.saturating_add(4).min(screen.width);
    let height = rows.saturating_add(2).min(screen.height);
    let x = screen.x + (screen.width - width) / 2;
    let y = screen.y + (screen.height - height) / 2;
    let outside = Rect::new(x, y, width, height);
    painter.blank(outside);
    if width < 4 || height < 2 {
        return Rect::new(x, y, 0, 0);
    }
    let (right, bottom) = (outside.right() - 1, outside.bottom() - 1);
    for row in [y, bottom] {
        painter.rule(x, row, outside.right());
    }
    let separator = painter.drawing().separator;
    for row in y + 1..bottom {
        painter.put(x, row, x + 1, separator, Meaning::Rule);
        painter.put(right, row, right + 1, separator, Meaning::Rule);
    }
    let corners = painter.drawing().corners;
    for ((column, row), corner) in [(x, y), (right, y), (x, bottom), (right, bottom)].into_iter().zip(corners)
    {
        painter.put(column, row, column + 1, corner, Meaning::Rule);
    }
    let style = painter.theme.style(Meaning::CurrentTitle);
    painter.fit(x + 2, y, right - 1, &format!(" {title} "), style);
    Rect::new(x + 2, y + 1, width - 4, height - 2)
}

/// Writes what keys do, in one row: as many as fit whole.
pub fn hints(painter: &mut Painter<'_>, x: u16, y: u16, right: u16, hints: &[(String, &str)]) {
    for (cells, (keys, what)) in places(x, right, hints, painter.charset).into_iter().zip(hints) {
        let x = painter.put(cells.start, y, right, keys, Meaning::Key) + 1;
        painter.put(x, y, right, what, Meaning::Quiet);
    }
}

/// The columns that each hint takes of a row that begins at `x`; of those that fit whole.
#[must_use]
pub fn places(x: u16, right: u16, hints: &[(String, &str)], charset: Charset) -> Vec<Range<u16>> {
    let mut places = Vec::new();
    let mut x = x;
    for (keys, what) in hints {
        let cells = width(keys, charset) + 1 + width(what, charset);
        let Some(end) = u16::try_from(cells).ok().and_then(|cells| x.checked_add(cells)) else { break };
        if end > right {
            break;
        }
        places.push(x..end);
        x = end + 2;
    }
    places
}
