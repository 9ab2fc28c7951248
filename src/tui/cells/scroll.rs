//! Which rows of a text a window shows. All work is bounded by the height of the window, not by the text.

/// How far a window is scrolled: the first row of `item` stands at row `y` of the window, which may
/// be above it (negative) or leave blank rows above the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// Index of an item.
    pub item: usize,
    /// The row of its first line, counted from the top of the window.
    pub y: i32,
}

/// A text as a window sees it: items from top to bottom, each of some rows.
pub trait Items {
    /// How many there are.
    fn count(&self) -> usize;

    /// Rows that an item takes, without its gap; at least one.
    fn rows(&self, item: usize) -> i32;

    /// Whether a blank row stands above an item.
    fn gap(&self, item: usize) -> bool;
}

/// A part of the screen that shows some rows of a text.
#[derive(Clone, Copy, Debug)]
pub struct Window<I> {
    /// The text.
    pub items: I,
    /// Rows of the window.
    pub height: i32,
}

impl<I: Items> Window<I> {
    /// Rows that an item takes.
    #[must_use]
    pub fn rows(&self, item: usize) -> i32 {
        self.items.rows(item)
    }

    fn gap(&self, item: usize) -> i32 {
        i32::from(self.items.gap(item))
    }

    /// From the first row of `item` to the first row of the item below.
    fn step(&self, item: usize) -> i32 {
        let below = if item + 1 < self.items.count() { self.gap(item + 1) } else { 0 };
        self.rows(item) + below
    }

    /// The items that have a row on the screen, each with the row of its first line.
    #[must_use]
    pub fn visible(&self, scroll: Scroll) -> Vec<(usize, i32)> {
        let Scroll { item, y } = self.settled(scroll);
        let mut visible = Vec::new();
        let mut y = y;
        for item in item..self.items.count() {
            if y >= self.height {
                break;
            }
            if y + self.rows(item) > 0 {
                visible.push((item, y));
            }
            y += self.step(item);
        }
        visible
    }

    /// The same scroll position, told by the first item on the screen.
    #[must_use]
    pub fn settled(&self, scroll: Scroll) -> Scroll {
        let Some(last) = self.items.count().checked_sub(1) else { return Scroll::default() };
        let Scroll { mut item, mut y } = scroll;
        item = item.min(last);
        while y > 0 && item > 0 {
            item -= 1;
            y -= self.step(item);
        }
        while item < last && y + self.rows(item) <= 0 {
            y += self.step(item);
            item += 1;
        }
        Scroll { item, y }
    }

    /// The row of an item's first line, where a row of it is on the screen.
    #[must_use]
    pub fn row_of(&self, scroll: Scroll, item: usize) -> Option<i32> {
        self.visible(scroll).into_iter().find(|&(shown, _)| shown == item).map(|(_, y)| y)
    }

    /// Whether every row of an item is on the screen.
    #[must_use]
    pub fn shows_whole(&self, scroll: Scroll, item: usize) -> bool {
        self.row_of(scroll, item).is_some_and(|y| y >= 0 && y + self.rows(item) <= self.height)
    }

    /// The item at a row of the window, or the nearest in sight; none in an empty text.
    #[must_use]
    pub fn item_at(&self, scroll: Scroll, row: i32) -> Option<usize> {
        let visible = self.visible(scroll);
        let at = visible.partition_point(|&(_, y)| y <= row).saturating_sub(1);
        visible.get(at).map(|&(item, _)| item).or_else(|| self.items.count().checked_sub(1))
    }

    /// Scrolled by some rows, but never until nothing of the text is left in sight.
    #[must_use]
    pub fn scrolled(&self, scroll: Scroll, rows: i32) -> Scroll {
        if self.items.count() == 0 {
            return scroll;
        }
        let moved = self.settled(Scroll { item: scroll.item, y: scroll.y - rows });
        if rows < 0 && moved.item == 0 && moved.y > 0 {
            return Scroll { item: 0, y: self.settled(scroll).y.max(0) };
        }
        if rows > 0 && moved.y + self.rows(moved.item) <= 0 {
            return Scroll { item: moved.item, y: 1 - self.rows(moved.item) };
        }
        moved
    }

    /// The nearest scroll position that leaves no blank rows above the text, nor below it where the text
    /// fills the window.
    #[must_use]
    pub fn filled(&self, scroll: Scroll) -> Scroll {
        let Some(last) = self.items.count().checked_sub(1) else { return Scroll::default() };
        let mut scroll = self.settled(scroll);
        if let Some(y) = self.row_of(scroll, last)
            && y + self.rows(last) < self.height
        {
            scroll = self.settled(Scroll { item: last, y: self.height - self.rows(last) });
        }
        if scroll.item == 0 && scroll.y > 0 { Scroll { item: 0, y: 0 } } else { scroll }
    }

    /// Rows of the text above an item, but no more than `limit`.
    fn above(&self, item: usize, limit: i32) -> i32 {
        let mut rows = self.gap(item);
        for above in (0..item).rev() {
            if rows >= limit {
                break;
            }
            rows += self.rows(above) + self.gap(above);
        }
        rows.min(limit)
    }

    /// Rows of the text below an item, but no more than `limit`.
    fn below(&self, item: usize, limit: i32) -> i32 {
        let mut rows = 0;
        for below in item + 1..self.items.count() {
            if rows >= limit {
                break;
            }
            rows += self.gap(below) + self.rows(below);
        }
        rows.min(limit)
    }

    /// The least scrolling that brings `item` on the screen, with some rows of what surrounds it. An
    /// item that is far away comes to a third of the height; one that is taller than the window shows
    /// its first row, or its last where the cursor comes `upwards`.
    #[must_use]
    pub fn revealed(&self, scroll: Scroll, item: usize, upwards: bool) -> Scroll {
        if self.items.count() == 0 {
            return scroll;
        }
        let rows = self.rows(item);
        let scroll = self.settled(scroll);
        if rows >= self.height {
            return match self.row_of(scroll, item) {
                Some(y) if y <= 0 && y + rows >= self.height => Scroll { item, y },
                _ => Scroll { item, y: if upwards { self.height - rows } else { 0 } },
            };
        }
        let margin = ((self.height - rows) / 2).min(2);
        let top = self.above(item, margin);
        let bottom = self.height - rows - self.below(item, margin);
        let y = match self.row_of(scroll, item) {
            Some(y) => y.min(bottom).max(top),
            None => match self.distance(scroll, item) {
                Some(y) => y.min(bottom).max(top),
                None => self.above(item, self.height / 3).max(bottom.min(self.height / 3)).max(top),
            },
        };
        Scroll { item, y }
    }

    /// The row of an item's first line where that is at most a screen away.
    fn distance(&self, scroll: Scroll, item: usize) -> Option<i32> {
        let Scroll { item: mut at, mut y } = scroll;
        while at < item && y < 2 * self.height {
            y += self.step(at);
            at += 1;
        }
        while at > item && y > -self.height {
            at -= 1;
            y -= self.step(at);
        }
        (at == item).then_some(y)
    }
}
