//! Puts addresses behind the cells of a terminal (OSC 8).

use std::io::{self, Write};

use crossterm::queue;
use crossterm::style::Print;
use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use unicode_width::UnicodeWidthStr;

use crate::tui::cells::links::Link;

/// A screen and the addresses behind its cells.
type Linked<'a> = (&'a Buffer, &'a [Link]);

/// Draws the cells once more that an address is put behind, or is no longer.
///
/// # Errors
/// When the terminal is gone.
pub fn put<B>(terminal: &mut B, before: Linked<'_>, now: Linked<'_>) -> io::Result<()>
where
    B: Backend<Error = io::Error> + Write,
{
    for link in before.1.iter().filter(|link| !now.1.contains(link)) {
        terminal.draw(cells(now.0, link))?;
    }
    for link in now.1 {
        let drawn = before.1.contains(link) && cells(before.0, link).eq(cells(now.0, link));
        if !drawn {
            queue!(terminal, Print(format_args!("\x1b]8;;{}\x1b\\", link.address)))?;
            terminal.draw(cells(now.0, link))?;
            queue!(terminal, Print("\x1b]8;;\x1b\\"))?;
        }
    }
    Ok(())
}

/// The cells of a screen that an address is behind; none of the second halves of wide ones.
fn cells<'a>(screen: &'a Buffer, link: &Link) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
    let row = link.row;
    let mut wide = false;
    let cells = link.cells.clone().filter_map(move |x| Some((x, row, screen.cell((x, row))?)));
    cells.filter(move |(_, _, cell)| {
        let second = std::mem::replace(&mut wide, cell.symbol().width() > 1);
        wide &= !second;
        !second
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::backend::CrosstermBackend;
    use ratatui::layout::Rect;

    fn written(before: Linked<'_>, now: Linked<'_>) -> String {
        let mut out = Vec::new();
        put(&mut CrosstermBackend::new(&mut out), before, now).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn an_address_is_opened_before_its_cells_and_closed_behind_them() {
        let screen = Buffer::with_lines(["A Harbour Post  12"]);
        let link = Link { row: 0, cells: 2..14, address: "https://post.example/ferry".to_owned() };
        let empty = Buffer::empty(Rect::new(0, 0, 18, 1));
        let written_first = written((&empty, &[]), (&screen, std::slice::from_ref(&link)));
        let (_, behind) = written_first.split_once("\x1b]8;;https://post.example/ferry\x1b\\").unwrap();
        let (name, _) = behind.split_once("\x1b]8;;\x1b\\").unwrap();
        assert!(name.contains("Harbour Post") && !name.contains("12"), "{name:?}");
        let links = [link];
        assert_eq!(written((&screen, &links), (&screen, &links)), "");
        let gone = written((&screen, &links), (&screen, &[]));
        assert!(gone.contains("Harbour Post") && !gone.contains("]8;"), "{gone:?}");
    }
}
