//! One source on a page of its own: where it is scrolled, and how the cursor walks on it.

use std::rc::Rc;

use super::page::Page;
use super::regions::Regions;
use super::state::{CONTEXT, Compare, Zoom};
use crate::comparison::Comparison;
use crate::say::letter;
use crate::tui::action::Action;
use crate::tui::cells::scroll::{Scroll, Window};
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

impl Compare {
    /// Gives the source at the cursor a page of its own, or goes back to the columns.
    pub(super) fn zoom_or_not(&mut self, story: &mut Story, scene: &Scene) -> Outcome {
        match self.zoom.take() {
            Some(Zoom { leftmost, .. }) => self.leftmost = leftmost,
            None => {
                let regions = self.regions(scene);
                let row = regions.map_or(0, |regions| self.cursor_row(&story.comparison, &regions));
                self.zoom = Some(Zoom { leftmost: self.leftmost, scroll: Scroll::default() });
                if let (Some(regions), Some(at)) = (self.regions(scene), self.at()) {
                    let line = self.page(&story.comparison, self.cursor.article, &regions).lines_of(at).start;
                    self.scroll_page(Scroll { item: line, y: row });
                }
            }
        }
        if let Some(regions) = self.regions(scene) {
            self.resettle(story, &regions);
            self.fill_page(&story.comparison, &regions);
        }
        if self.zoom.is_none() {
            return Outcome::default();
        }
        let key = scene.keymap.shown(CONTEXT, Action::Zoom);
        Outcome::say(format!("{} alone; {key} goes back to the columns", letter(self.cursor.article)))
    }

    /// The page of the source at the cursor, through which one sees a part of it; none beside columns.
    pub(super) fn page_window(
        &self,
        comparison: &Comparison,
        regions: &Regions,
    ) -> Option<(Window<Rc<Page>>, Scroll)> {
        let scroll = self.zoom.as_ref()?.scroll;
        let items = self.page(comparison, self.cursor.article, regions);
        Some((Window { items, height: i32::from(regions.body.height) }, scroll))
    }

    fn scroll_page(&mut self, to: Scroll) {
        if let Some(zoom) = &mut self.zoom {
            zoom.scroll = to;
        }
    }

    fn fill_page(&mut self, comparison: &Comparison, regions: &Regions) {
        if let Some((window, scroll)) = self.page_window(comparison, regions) {
            self.scroll_page(window.filled(scroll));
            self.reveal_on_page(comparison, regions, false);
        }
    }

    /// Scrolls the page by some rows. Hands back whether there is one.
    pub(super) fn scroll_page_by(&mut self, comparison: &Comparison, regions: &Regions, rows: i32) -> bool {
        let Some((window, scroll)) = self.page_window(comparison, regions) else { return false };
        self.scroll_page(window.scrolled(scroll, rows));
        true
    }

    /// Brings all lines of the item at the cursor in sight; the end of what is taller where it comes `upwards`.
    pub(super) fn reveal_on_page(&mut self, comparison: &Comparison, regions: &Regions, upwards: bool) {
        let Some((window, scroll)) = self.page_window(comparison, regions) else { return };
        let Some(lines) = self.at().map(|at| window.items.lines_of(at)).filter(|lines| !lines.is_empty())
        else {
            return;
        };
        let tall = i32::try_from(lines.len()).is_ok_and(|rows| rows > window.height);
        let mut order = [lines.end - 1, lines.start];
        if tall && upwards {
            order.reverse();
        }
        let to = order.into_iter().fold(scroll, |scroll, line| window.revealed(scroll, line, upwards));
        self.scroll_page(to);
    }

    /// Reads an item that is taller than the page on. Hands back whether there was more of it.
    pub(super) fn reads_on(&mut self, comparison: &Comparison, regions: &Regions, upwards: bool) -> bool {
        let Some((window, scroll)) = self.page_window(comparison, regions) else { return false };
        let Some(lines) = self.at().map(|at| window.items.lines_of(at)) else { return false };
        let tall = i32::try_from(lines.len()).is_ok_and(|rows| rows > window.height);
        let end = if upwards { lines.start } else { lines.end.saturating_sub(1) };
        if !tall || window.row_of(scroll, end).is_some() {
            return false;
        }
        let half = (window.height / 2).max(1);
        self.scroll_page(window.scrolled(scroll, if upwards { -half } else { half }));
        true
    }

    /// A page, or a part of one: the text moves, the cursor keeps its height where it can. Hands back whether there is
    /// a page.
    pub(super) fn by_rows_on_page(
        &mut self,
        story: &mut Story,
        regions: &Regions,
        direction: i32,
        part: i32,
    ) -> bool {
        let Some((window, scroll)) = self.page_window(&story.comparison, regions) else { return false };
        let Some(at) = self.at() else { return true };
        let row = window.row_of(scroll, window.items.lines_of(at).start).unwrap_or(0).max(0);
        let moved = window.filled(window.scrolled(scroll, direction * (window.height / part).max(1)));
        let last = self.flows[self.cursor.article].items.len() - 1;
        let there = window.item_at(moved, row).and_then(|line| window.items.item_at(line)).unwrap_or(at);
        let to = match (moved == window.settled(scroll), direction > 0) {
            (true, true) => last,
            (true, false) => 0,
            (false, true) => there.max(at),
            (false, false) => there.min(at),
        };
        self.scroll_page(moved);
        self.put(story, regions, to, direction < 0);
        true
    }
}
