//! The whole story in a few rows over a view: a row a source, a cell a statement, blank where the source has nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use ratatui::layout::Position;

use super::Target;
use crate::article::SentenceId;
use crate::comparison::Comparison;
use crate::digest::{Cell, MatrixRow, matrix};
use crate::say::{Sign, letter};
use crate::tui::cells::paint::Painter;
use crate::tui::drawing::drawing;
use crate::tui::env::Charset;
use crate::tui::theme::Meaning;

/// The most sources that have a row at once.
const MOST: u16 = 6;
/// Rows of a screen that are left to the view at least.
const LEFT: u16 = 12;
/// Cells before those of the statements.
const BEFORE: u16 = 4;
/// The most cells of a statement.
const WIDEST: usize = 3;

/// The statements of a story, in order.
#[derive(Debug)]
pub struct Overview {
    rows: Vec<MatrixRow>,
    sources: usize,
}

/// Rows that the overview takes of a screen: none where that is too low, or where there is nothing to compare.
#[must_use]
pub fn rows(sources: usize, height: u16) -> u16 {
    let rows = u16::try_from(sources).unwrap_or(MOST).min(MOST);
    if rows < 2 || height < rows + LEFT { 0 } else { rows }
}

impl Overview {
    /// The statements of a story.
    #[must_use]
    pub fn of(comparison: &Comparison) -> Self {
        Self { rows: matrix(comparison), sources: comparison.articles.len() }
    }

    /// The sentence of the statement so many further than that of `here`, in the same source where that has one.
    #[must_use]
    pub fn step(&self, here: Option<SentenceId>, article: usize, down: bool) -> Option<SentenceId> {
        let at = here.and_then(|id| self.row_of(id));
        let to = match (at, down) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.checked_sub(1)?,
            // Before a sentence that is in no statement stand those of its source that come before it.
            (None, _) => {
                let before = |row: &MatrixRow| row.sentences.first().copied() <= here;
                let behind = self.rows.iter().take_while(|row| before(row)).count();
                if down { behind } else { behind.checked_sub(1)? }
            }
        };
        self.rows.get(to).map(|row| sentence_in(row, article))
    }

    fn row_of(&self, id: SentenceId) -> Option<usize> {
        self.rows.iter().position(|row| row.sentences.contains(&id))
    }

    /// The first source that has a row, where not all have: that of the cursor is among them.
    fn first(&self, shown: usize, here: Option<SentenceId>) -> usize {
        let article = here.map_or(0, |id| id.article);
        article.saturating_sub(shown / 2).min(self.sources.saturating_sub(shown))
    }

    /// Cells of a statement; where there are more statements than cells, several share one.
    fn cells(&self, width: u16) -> usize {
        let room = usize::from(width.saturating_sub(BEFORE + 1));
        room.checked_div(self.rows.len()).unwrap_or(0).min(WIDEST)
    }

    /// The statements at a cell, counted from the first.
    fn at(&self, width: u16, cell: usize) -> Range<usize> {
        let count = self.rows.len();
        match self.cells(width) {
            0 => {
                let room = usize::from(width.saturating_sub(BEFORE + 1)).max(1);
                (cell * count / room).min(count)..((cell + 1) * count / room).min(count)
            }
            cells => (cell / cells).min(count)..(cell / cells + 1).min(count),
        }
    }

    /// Draws it at the top of the screen.
    pub fn draw(&self, painter: &mut Painter<'_>, height: u16, here: Option<SentenceId>) {
        let width = painter.buffer.area.width;
        let shown = usize::from(height);
        let first = self.first(shown, here);
        let at = here.and_then(|id| self.row_of(id));
        for (y, article) in (0..height).zip(first..self.sources) {
            let current = here.is_some_and(|id| id.article == article);
            let meaning = if current { Meaning::Cursor } else { Meaning::CurrentTitle };
            painter.put(1, y, BEFORE, &letter(article), meaning);
            for x in BEFORE..width.saturating_sub(1) {
                let statements = self.at(width, usize::from(x - BEFORE));
                if statements.is_empty() {
                    break;
                }
                let here = at.is_some_and(|at| statements.contains(&at));
                let (mark, meaning) = self.mark(statements, article, painter.charset);
                match mark {
                    Some(mark) => {
                        painter.put(x, y, width, mark, if here { Meaning::Cursor } else { meaning });
                    }
                    None if here => {
                        painter.put(x, y, width, drawing(painter.charset).dot, Meaning::Cursor);
                    }
                    None => {}
                }
            }
        }
    }

    /// What stands for what a source has of some statements: the loudest.
    fn mark(
        &self,
        statements: Range<usize>,
        article: usize,
        charset: Charset,
    ) -> (Option<&'static str>, Meaning) {
        let mut marks: BTreeSet<(u8, &'static str, Meaning)> = BTreeSet::new();
        for row in self.rows.get(statements).unwrap_or_default() {
            let Some(cell) = row.cells.get(article).copied().flatten() else { continue };
            let told = drawing(charset).told;
            let of_sign = |rank: u8, sign: Sign| (rank, sign.glyph(charset), sign.meaning());
            marks.insert(match cell {
                _ if row.disputed && cell != Cell::Possible => of_sign(0, Sign::Disputed),
                Cell::Disputed => of_sign(0, Sign::Disputed),
                Cell::Possible => of_sign(3, Sign::Possible),
                _ if row.articles().len() < 2 => of_sign(2, Sign::OnlyHere),
                Cell::Core | Cell::Told(_) => (1, told, Meaning::Copied),
            });
        }
        marks.first().map_or((None, Meaning::Quiet), |&(_, mark, meaning)| (Some(mark), meaning))
    }

    /// What lies at a cell.
    #[must_use]
    pub fn hit(
        &self,
        (width, height): (u16, u16),
        here: Option<SentenceId>,
        cell: Position,
    ) -> Option<Target> {
        let article = self.first(usize::from(height), here) + usize::from(cell.y);
        let Some(x) = cell.x.checked_sub(BEFORE) else { return Some(Target::Letter(article)) };
        let mut rows = self.rows.get(self.at(width, usize::from(x))).unwrap_or_default().iter();
        let first = rows.clone().next()?;
        let own = rows.find(|row| row.sentences.iter().any(|id| id.article == article));
        Some(Target::Statement(sentence_in(own.unwrap_or(first), article)))
    }
}

/// The sentence of a statement in a source; where that has none, the one that stands for it.
fn sentence_in(row: &MatrixRow, article: usize) -> SentenceId {
    row.sentences.iter().copied().find(|id| id.article == article).unwrap_or(row.core)
}
