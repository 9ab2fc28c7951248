//! The scroll bar of a column: how much of an article is in sight, and where in it stands what.

use std::ops::Range;

use crate::say::Sign;

/// What stands in one row of a scroll bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What to draw attention to; none where nothing there has a sign.
    pub sign: Option<Sign>,
    /// The item that the sign is of, else the first there.
    pub item: usize,
}

/// A scroll bar of some rows.
#[derive(Debug)]
pub struct Bar {
    /// From top to bottom.
    pub marks: Vec<Mark>,
    /// Where each item begins, in the measure of the items; at last, where the text ends.
    starts: Vec<usize>,
}

impl Bar {
    /// A bar of some rows for items of some size, at least 1 each, that have a sign or none.
    #[must_use]
    pub fn of(items: &[(usize, Option<Sign>)], rows: u16) -> Self {
        let ends = items.iter().scan(0, |end, (size, _)| {
            *end += size;
            Some(*end)
        });
        let starts: Vec<usize> = std::iter::once(0).chain(ends).collect();
        let rows = usize::from(rows);
        let mark = |row| {
            let there = items_at(&starts, row, rows);
            let signs = there.clone().filter_map(|item| Some((loudness(items.get(item)?.1?), item)));
            let loudest = signs.min().map(|(_, item)| item);
            let item = loudest.unwrap_or(there.start);
            Mark { sign: items.get(item).and_then(|(_, sign)| *sign), item }
        };
        let marks = if items.is_empty() { Vec::new() } else { (0..rows).map(mark).collect() };
        Self { marks, starts }
    }

    /// The rows of the bar that stand for the items in sight; none where all are.
    #[must_use]
    pub fn thumb(&self, seen: Range<usize>) -> Option<Range<usize>> {
        let (all, rows) = (self.starts.last().copied()?, self.marks.len());
        if seen.is_empty() || rows == 0 || seen == (0..self.starts.len() - 1) {
            return None;
        }
        let from = (self.starts.get(seen.start)? * rows / all).min(rows - 1);
        let to = (self.starts.get(seen.end)? * rows).div_ceil(all);
        Some(from..to.clamp(from + 1, rows))
    }
}

/// The items that a row of a bar stands for; at least one.
fn items_at(starts: &[usize], row: usize, rows: usize) -> Range<usize> {
    let all = starts.last().copied().unwrap_or(0);
    let [from, to] = [row, row + 1].map(|row| row * all / rows.max(1));
    let begun = |by: usize| starts.partition_point(|&start| start <= by);
    let first = begun(from).clamp(1, starts.len() - 1) - 1;
    first..begun(to.saturating_sub(1)).clamp(first + 1, starts.len() - 1)
}

/// The less, the louder.
const fn loudness(sign: Sign) -> u8 {
    match sign {
        Sign::Disputed => 0,
        Sign::OnlyHere => 1,
        Sign::OffTopic => 2,
        Sign::Identical | Sign::Edited | Sign::Partial | Sign::SameQuote | Sign::Paraphrase => 3,
        Sign::Possible => 4,
        Sign::Repeat => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loudest_of_what_stands_there_marks_a_row() {
        let items =
            [(4, Some(Sign::Edited)), (4, Some(Sign::OnlyHere)), (4, Some(Sign::Disputed)), (4, None)];
        let marks = |rows| -> Vec<(Option<Sign>, usize)> {
            Bar::of(&items, rows).marks.iter().map(|mark| (mark.sign, mark.item)).collect()
        };
        assert_eq!(marks(1), [(Some(Sign::Disputed), 2)]);
        assert_eq!(marks(2), [(Some(Sign::OnlyHere), 1), (Some(Sign::Disputed), 2)]);
        let each = [(Some(Sign::Edited), 0), (Some(Sign::OnlyHere), 1), (Some(Sign::Disputed), 2), (None, 3)];
        assert_eq!(marks(4), each);
        assert_eq!(marks(8), each.into_iter().flat_map(|mark| [mark; 2]).collect::<Vec<_>>());
        assert_eq!(Bar::of(&[], 5).marks, []);
    }

    #[test]
    fn the_thumb_lies_where_the_items_in_sight_do() {
        let bar = Bar::of(&[(1, None); 100], 10);
        assert_eq!(bar.thumb(0..100), None);
        assert_eq!(bar.thumb(0..20), Some(0..2));
        assert_eq!(bar.thumb(95..100), Some(9..10));
        assert_eq!(bar.thumb(50..51), Some(5..6));
        assert_eq!(bar.thumb(7..7), None);
    }

    #[test]
    fn every_row_stands_for_something_and_every_item_has_a_row_where_there_is_room() {
        for (count, rows) in [(1, 40), (3, 7), (50, 20), (1_000, 3)] {
            let sizes = (0..count).map(|item| (1 + item % 5, None)).collect::<Vec<_>>();
            let bar = Bar::of(&sizes, rows);
            assert_eq!(bar.marks.len(), usize::from(rows));
            assert!(bar.marks.iter().all(|mark| mark.item < count));
            assert!(bar.marks.windows(2).all(|pair| pair[0].item <= pair[1].item));
        }
    }
}
