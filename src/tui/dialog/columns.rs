//! The choice of columns.

use ratatui::layout::Rect;

use crate::say::letter;
use crate::tui::action::Action;
use crate::tui::cells::frame;
use crate::tui::cells::paint::Painter;
use crate::tui::keymap::Keymap;
use crate::tui::reader::Reader;
use crate::tui::theme::Meaning;

/// Draws the sources, each with a mark where it has a column, and the cursor at `at`.
pub fn draw(painter: &mut Painter<'_>, screen: Rect, reader: &Reader, keymap: &Keymap, at: usize) {
    let names = &reader.comparison.names;
    let rows = u16::try_from(names.len()).unwrap_or(u16::MAX);
    let inside = frame::open(painter, screen, "Columns", 64, rows.saturating_add(2));
    let shown = usize::from(inside.height.saturating_sub(2));
    let first = at.saturating_sub(shown.saturating_sub(1));
    for (y, article) in (inside.y..inside.bottom().saturating_sub(2)).zip(first..names.len()) {
        let mark = if reader.chosen.contains(&article) { "[*]" } else { "[ ]" };
        let here = article == at;
        let style = painter.theme.style(if here { Meaning::Choice } else { Meaning::Title });
        let outlet = names[article].outlet.as_deref().map(|outlet| format!("  {outlet}")).unwrap_or_default();
        let row = format!(" {mark} {} {}{outlet}", letter(article), names[article].label);
        let end = painter.fit(inside.x, y, inside.right(), &row, style);
        if here {
            painter.text(end, y, inside.right(), " ", style);
        }
    }
    let key = |action| keymap.keys(action).next().map(|key| key.to_string()).unwrap_or_default();
    let hints = [(key(Action::Select), "column or not"), (key(Action::Close), "done")];
    if let Some(y) = inside.bottom().checked_sub(1).filter(|_| inside.height > 0) {
        frame::hints(painter, inside.x, y, inside.right(), &hints);
    }
}
