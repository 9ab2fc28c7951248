//! How the screen is divided.

use ratatui::layout::{Rect, Size};

use crate::tui::scene::SMALLEST;
use crate::tui::settings::WIDEST;

/// Cells before the text of a column: bar, sign, selection.
pub const GUTTER: u16 = 3;

/// Cells of a reading page, with its scroll bar.
const PAGE: u16 = 80;
/// Cells of a screen from which on the panel stands beside one or two columns.
const WIDE: u16 = 160;
/// Cells of a panel there, at most.
const WIDEST_PANEL: u16 = 72;
/// Rows of text that are left over an enlarged panel, at least.
const LEFT: u16 = 3;

/// What the screen is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The sources that have a column.
    pub sources: usize,
    /// Cells that a column has at least, where there is more than one.
    pub narrowest: u16,
    /// Whether one of them has the screen to itself.
    pub zoomed: bool,
    /// The rows that the panel could use; none where it stays as small as it is.
    pub panel: Option<u16>,
    /// Cells before the text of a column that say how many sources have it.
    pub heat: u16,
}

/// Where the parts of the screen stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regions {
    /// Cells of the screen.
    pub width: u16,
    /// How many columns there are; at least one.
    pub columns: u16,
    /// Cells of each of them, separators left out.
    pub column_width: u16,
    /// Cells before the first of them.
    pub left: u16,
    /// Cells before the text of a column.
    pub gutter: u16,
    /// Rows of the columns, titles left out.
    pub body: Rect,
    /// The row with the strip of all sources; none on a low screen.
    pub strip: Option<u16>,
    /// The panel below the strip, or beside the columns; may have no rows.
    pub panel: Rect,
    /// The row with hints and notices.
    pub footer: u16,
}

impl Regions {
    /// Divides a screen; none where it is too small to work in.
    #[must_use]
    pub fn of(size: Size, wanted: Wanted) -> Option<Self> {
        let Size { width, height } = size;
        if width < SMALLEST.width || height < SMALLEST.height {
            return None;
        }
        let sources = u16::try_from(wanted.sources).unwrap_or(u16::MAX).max(1);
        let most = if wanted.zoomed { 1 } else { sources };
        let beside = width >= WIDE && most <= 2;
        let panel_width = if beside { (width / 3).min(WIDEST_PANEL) } else { width };
        // A line stands between.
        let area = if beside { width - panel_width - 1 } else { width };
        let columns = ((area + 1) / wanted.narrowest.saturating_add(1)).clamp(1, most);
        let column_width =
            if wanted.zoomed { area.min(PAGE) - 1 } else { ((area - (columns - 1)) / columns).min(WIDEST) };
        let left = if wanted.zoomed { (area - 1 - column_width) / 2 } else { 0 };
        let footer = height - 1;
        let strip = (height >= 12).then_some(());
        let top = if height >= 16 { 2 } else { 1 };
        let above = footer - u16::from(strip.is_some());
        // Strip, panel and footer together take no more than a third, the panel what it can use.
        let usual = if strip.is_some() {
            (height / 3).saturating_sub(4).min(sources.saturating_add(4)).min(12)
        } else {
            0
        };
        let rows = match wanted.panel {
            _ if beside => 0,
            Some(rows) => rows.min(height * 3 / 5).min(above.saturating_sub(top + LEFT)).max(usual),
            None => usual,
        };
        let body_height = above - rows - top;
        let panel = if beside {
            Rect::new(width - panel_width, top, panel_width, body_height)
        } else {
            Rect::new(0, footer - rows, width, rows)
        };
        Some(Self {
            width,
            columns,
            column_width,
            left,
            gutter: GUTTER + if wanted.zoomed { 0 } else { wanted.heat },
            body: Rect::new(0, top, area, body_height),
            strip: strip.map(|()| footer - rows - 1),
            panel,
            footer,
        })
    }

    /// Whether the panel stands beside the columns.
    #[must_use]
    pub const fn is_beside(&self) -> bool {
        self.panel.x > 0
    }

    /// The left edge of the column at `place`, counted from the left.
    #[must_use]
    pub fn column_x(&self, place: u16) -> u16 {
        self.left + place.saturating_mul(self.column_width + 1)
    }

    /// The cell of the scroll bar of the column at `place`: between it and the next, else the free one at its end.
    #[must_use]
    pub fn bar_x(&self, place: u16) -> u16 {
        (self.column_x(place) + self.column_width).min(self.body.right() - 1)
    }

    /// Cells of a line of text in a column: one stays free before the next column.
    #[must_use]
    pub fn text_width(&self) -> usize {
        usize::from(self.column_width.saturating_sub(self.gutter + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::settings::NARROWEST;

    fn usual(width: u16, height: u16, sources: usize) -> Regions {
        let wanted = Wanted { sources, narrowest: NARROWEST, zoomed: false, panel: None, heat: 0 };
        Regions::of(Size::new(width, height), wanted).unwrap()
    }

    #[test]
    fn as_many_columns_as_fit() {
        let columns = |width, sources| usual(width, 24, sources).columns;
        assert_eq!([columns(80, 5), columns(120, 5), columns(200, 5), columns(200, 2)], [2, 3, 5, 2]);
        assert_eq!(columns(40, 0), 1);
        let wanted = Wanted { sources: 5, narrowest: NARROWEST, zoomed: false, panel: None, heat: 0 };
        assert!(Regions::of(Size::new(39, 24), wanted).is_none());
    }

    #[test]
    fn the_panel_takes_no_more_than_a_third() {
        for height in SMALLEST.height..200 {
            let regions = usual(80, height, 5);
            assert!(regions.panel.height <= height / 3);
            let strip = u16::from(regions.strip.is_some());
            assert_eq!(regions.body.y + regions.body.height + strip + regions.panel.height + 1, height);
        }
    }

    #[test]
    fn an_enlarged_panel_leaves_some_of_the_text() {
        for height in SMALLEST.height..200 {
            let wanted =
                Wanted { sources: 5, narrowest: NARROWEST, zoomed: false, panel: Some(500), heat: 0 };
            let regions = Regions::of(Size::new(80, height), wanted).unwrap();
            assert!(regions.panel.height > usual(80, height, 5).panel.height, "{height}");
            assert!(regions.body.height >= LEFT, "{height}");
        }
    }

    #[test]
    fn on_a_wide_screen_it_stands_beside_one_or_two_columns() {
        for (width, sources) in [(160, 1), (160, 2), (240, 2)] {
            let regions = usual(width, 50, sources);
            let Regions { panel, body, .. } = regions;
            assert!(regions.is_beside() && panel.y == body.y && panel.bottom() == body.bottom());
            assert_eq!((body.right() + 1, panel.right()), (panel.x, width));
            assert!(regions.column_width >= NARROWEST);
        }
        assert!(!usual(159, 50, 2).is_beside() && !usual(240, 50, 3).is_beside());
    }

    #[test]
    fn a_page_stands_in_the_middle() {
        for width in [40, 80, 81, 120, 159, 160, 250] {
            let wanted = Wanted { sources: 5, narrowest: NARROWEST, zoomed: true, panel: None, heat: 0 };
            let regions = Regions::of(Size::new(width, 24), wanted).unwrap();
            assert_eq!(regions.columns, 1);
            assert_eq!(regions.column_width + 1, regions.body.width.min(80));
            let right = regions.body.width - regions.bar_x(0) - 1;
            assert!(right.abs_diff(regions.left) <= 1, "{width}: {regions:?}");
        }
    }
}
