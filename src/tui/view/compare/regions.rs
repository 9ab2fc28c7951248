//! How the screen is divided.

use ratatui::layout::{Rect, Size};

use crate::tui::scene::SMALLEST;
use crate::tui::settings::WIDEST;

/// Cells before the text of a column: bar, sign, selection.
pub const GUTTER: u16 = 3;

/// Where the parts of the screen stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regions {
    /// How many columns there are; at least one.
    pub columns: u16,
    /// Cells of each of them, separators left out.
    pub column_width: u16,
    /// Rows of the columns, titles left out.
    pub body: Rect,
    /// The row with the strip of all sources; none on a low screen.
    pub strip: Option<u16>,
    /// The panel below the strip; may have no rows.
    pub panel: Rect,
    /// The row with hints and notices.
    pub footer: u16,
}

impl Regions {
    /// Divides a screen between at most `sources` columns, each of at least `narrowest` cells where there
    /// is more than one; none where it is too small to work in.
    #[must_use]
    pub fn of(size: Size, sources: usize, narrowest: u16) -> Option<Self> {
        let Size { width, height } = size;
        if width < SMALLEST.width || height < SMALLEST.height {
            return None;
        }
        let sources = u16::try_from(sources).unwrap_or(u16::MAX).max(1);
        let columns = ((width + 1) / narrowest.saturating_add(1)).clamp(1, sources);
        let column_width = ((width - (columns - 1)) / columns).min(WIDEST);
        let footer = height - 1;
        // Strip, panel and footer together take no more than a third, the panel what it can use.
        let strip = (height >= 12).then_some(());
        let rows = if strip.is_some() {
            (height / 3).saturating_sub(4).min(sources.saturating_add(4)).min(12)
        } else {
            0
        };
        let top = if height >= 16 { 2 } else { 1 };
        let body_height = footer - rows - u16::from(strip.is_some()) - top;
        Some(Self {
            columns,
            column_width,
            body: Rect::new(0, top, width, body_height),
            strip: strip.map(|()| footer - rows - 1),
            panel: Rect::new(0, footer - rows, width, rows),
            footer,
        })
    }

    /// The left edge of the column at `place`, counted from the left.
    #[must_use]
    pub fn column_x(&self, place: u16) -> u16 {
        place.saturating_mul(self.column_width + 1)
    }

    /// The cell of the scroll bar of the column at `place`: between it and the next, else the free one at its end.
    #[must_use]
    pub fn bar_x(&self, place: u16) -> u16 {
        (self.column_x(place) + self.column_width).min(self.body.right() - 1)
    }

    /// Cells of a line of text in a column: one stays free before the next column.
    #[must_use]
    pub fn text_width(&self) -> usize {
        usize::from(self.column_width.saturating_sub(GUTTER + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::settings::NARROWEST;

    #[test]
    fn as_many_columns_as_fit() {
        let columns = |width, sources| Regions::of(Size::new(width, 24), sources, NARROWEST).unwrap().columns;
        assert_eq!([columns(80, 5), columns(120, 5), columns(200, 5), columns(200, 2)], [2, 3, 5, 2]);
        assert_eq!(columns(40, 0), 1);
        assert!(Regions::of(Size::new(39, 24), 5, NARROWEST).is_none());
    }

    #[test]
    fn the_panel_takes_no_more_than_a_third() {
        for height in SMALLEST.height..200 {
            let regions = Regions::of(Size::new(80, height), 5, NARROWEST).unwrap();
            assert!(regions.panel.height <= height / 3);
            let strip = u16::from(regions.strip.is_some());
            assert_eq!(regions.body.y + regions.body.height + strip + regions.panel.height + 1, height);
        }
    }
}
