//! Draws the view, and finds what was drawn at a cell: both ask the same layout.

mod bar;
mod column;
mod entries;
mod flags;
mod footer;
mod page;
mod panel;
mod standing;
mod strip;
mod title;

use ratatui::layout::Position;

use super::state::Sight;
use crate::article::SentenceId;
use crate::tui::cells::paint::Painter;
use crate::tui::notice::Notice;
use crate::tui::theme::Meaning;
use crate::tui::view::Target;

/// Draws the open story, on the last row what was `said`, where something was.
pub(super) fn draw(painter: &mut Painter<'_>, sight: &Sight<'_>, said: Option<&Notice>) {
    let regions = sight.regions;
    let on_screen = sight.on_screen();
    for (place, &article) in (0u16..).zip(on_screen) {
        let x = regions.column_x(place);
        title::draw(painter, sight, article, x, x + regions.column_width);
        let end = regions.bar_x(place).min(x + regions.column_width);
        if sight.compare.zoom.is_some() {
            page::draw(painter, sight, article, (x, end));
        } else {
            column::draw(painter, sight, article, (x, end));
        }
        if usize::from(place) + 1 < on_screen.len() {
            let (separator, x) = (painter.drawing().separator, x + regions.column_width);
            for y in 0..regions.body.bottom() {
                painter.put(x, y, x + 1, separator, Meaning::Rule);
            }
        }
        bar::draw(painter, sight, article, regions.bar_x(place));
    }
    if let Some(y) = regions.strip {
        strip::draw(painter, sight, y);
    }
    if regions.is_beside() {
        let (separator, x) = (painter.drawing().separator, regions.panel.x - 1);
        for y in 0..regions.body.bottom() {
            painter.put(x, y, x + 1, separator, Meaning::Rule);
        }
        if regions.body.y > title::STANDING {
            painter.rule(x + 1, title::STANDING, regions.panel.right());
        }
    }
    panel::draw(painter, sight);
    footer::draw(painter, sight, said);
}

/// The sentences of the rows of the panel, once it is entered.
pub(super) fn panel_rows(sight: &Sight<'_>) -> Vec<Option<SentenceId>> {
    panel::rows(sight)
}

/// What lies at a cell.
pub(super) fn hit(sight: &Sight<'_>, said: Option<&Notice>, cell: Position) -> Option<Target> {
    let regions = sight.regions;
    if let Some(target) = footer::hit(sight, said, cell) {
        return Some(target);
    }
    if regions.panel.contains(cell) {
        return panel::hit(sight, cell.y);
    }
    if cell.y < regions.body.bottom() {
        let on_screen = (0u16..).zip(sight.on_screen());
        let barred = on_screen.clone().find(|&(place, _)| regions.bar_x(place) == cell.x);
        if let Some((_, &article)) = barred.filter(|_| cell.y >= regions.body.y)
            && let Some(target) = bar::hit(sight, article, cell.y)
        {
            return Some(target);
        }
        let (place, &article) = on_screen.into_iter().find(|&(place, _)| {
            let x = regions.column_x(place);
            (x..x + regions.column_width).contains(&cell.x)
        })?;
        return match cell.y {
            0 => Some(Target::Title(article)),
            // Before the first key, the introduction lies over it.
            title::STANDING if regions.body.y > title::STANDING => {
                sight.compare.introduced.then_some(Target::Title(article))
            }
            _ if sight.compare.zoom.is_some() => page::hit(sight, article, regions.column_x(place), cell),
            y => column::hit(sight, article, y),
        };
    }
    if regions.strip == Some(cell.y) {
        return strip::hit(sight, cell.x);
    }
    None
}
