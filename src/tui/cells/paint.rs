//! Puts text into the cells of a buffer: always clipped, always harmless.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::glyphs::{Glyph, fitted, glyphs, verbatim};
use super::links::{Link, harmless};
use crate::tui::drawing::{Drawing, drawing};
use crate::tui::env::Charset;
use crate::tui::theme::{Meaning, Theme};

/// What drawing needs beside the model.
pub struct Painter<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// How meanings look.
    pub theme: &'a Theme,
    /// Which characters there are.
    pub charset: Charset,
    /// The addresses that are behind cells.
    pub links: Vec<Link>,
}

impl Painter<'_> {
    /// The characters that the screen is drawn with.
    #[must_use]
    pub fn drawing(&self) -> Drawing {
        drawing(self.charset)
    }

    /// Writes text at a cell, no further than `end` (a column of the screen). Hands back the column behind it.
    pub fn text(&mut self, x: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
        self.glyphs(x, y, end, glyphs(text, self.charset), style)
    }

    /// Writes text as someone types it, with every space, no further than `end`.
    pub fn typed(&mut self, x: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
        self.glyphs(x, y, end, verbatim(text, self.charset), style)
    }

    fn glyphs<'g>(
        &mut self,
        x: u16,
        y: u16,
        end: u16,
        glyphs: impl Iterator<Item = Glyph<'g>>,
        style: Style,
    ) -> u16 {
        let mut x = x;
        for glyph in glyphs {
            let width = u16::try_from(glyph.width).unwrap_or(1);
            if x.saturating_add(width) > end {
                break;
            }
            self.cell(x, y, width, &glyph.text, style);
            x += width;
        }
        x
    }

    /// Writes text in the look of a meaning.
    pub fn put(&mut self, x: u16, y: u16, end: u16, text: &str, meaning: Meaning) -> u16 {
        let style = self.theme.style(meaning);
        self.text(x, y, end, text, style)
    }

    /// Writes as much as fits before `end`, and shows where it was cut.
    pub fn fit(&mut self, x: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
        let cells = usize::from(end.saturating_sub(x));
        let text = fitted(text, cells, self.drawing().ellipsis, self.charset);
        self.text(x, y, end, &text, style)
    }

    /// Writes one glyph of a known width, where the buffer has that cell.
    pub fn cell(&mut self, x: u16, y: u16, width: u16, glyph: &str, style: Style) {
        let right = self.buffer.area.right();
        if x.saturating_add(width) > right {
            return;
        }
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.reset();
            cell.set_symbol(glyph).set_style(style);
        }
        if width == 2
            && let Some(cell) = self.buffer.cell_mut((x + 1, y))
        {
            cell.reset();
            cell.set_style(style);
        }
    }

    /// Puts an address behind the cells of a row from `x` up to `end`, where a terminal may be given it.
    pub fn link(&mut self, x: u16, y: u16, end: u16, address: &str) {
        let cells = x..end.min(self.buffer.area.right());
        if let Some(address) = harmless(address).filter(|_| !cells.is_empty()) {
            self.links.push(Link { row: y, cells, address });
        }
    }

    /// Writes blanks over a rectangle.
    pub fn blank(&mut self, area: ratatui::layout::Rect) {
        let beside = |link: &Link| link.cells.end <= area.left() || area.right() <= link.cells.start;
        self.links.retain(|link| beside(link) || !(area.top()..area.bottom()).contains(&link.row));
        for position in area.intersection(self.buffer.area).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// Fills a row with a line from `x` up to `end`.
    pub fn rule(&mut self, x: u16, y: u16, end: u16) {
        let (rule, style) = (self.drawing().rule, self.theme.style(Meaning::Rule));
        for x in x..end {
            self.cell(x, y, 1, rule, style);
        }
    }
}
