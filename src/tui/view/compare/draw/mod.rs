//! Draws the view.

mod column;
mod entries;
mod flags;
mod footer;
mod panel;
mod strip;
mod title;

use super::regions::Regions;
use crate::tui::cells::paint::Painter;
use crate::tui::model::Model;
use crate::tui::reader::Reader;
use crate::tui::theme::Meaning;

/// Draws the open story.
pub fn draw(painter: &mut Painter<'_>, model: &Model, reader: &Reader, regions: &Regions) {
    let on_screen = reader.on_screen(regions);
    for (place, &article) in (0u16..).zip(on_screen) {
        let x = regions.column_x(place);
        title::draw(painter, reader, article, x, x + regions.column_width);
        column::draw(painter, reader, regions, article, x);
        if usize::from(place) + 1 < on_screen.len() {
            let (separator, x) = (painter.drawing().separator, x + regions.column_width);
            for y in 0..regions.body.bottom() {
                painter.put(x, y, x + 1, separator, Meaning::Rule);
            }
        }
    }
    if let Some(y) = regions.strip {
        strip::draw(painter, reader, regions, y);
    }
    panel::draw(painter, reader, regions);
    footer::draw(painter, model, reader, regions);
}
