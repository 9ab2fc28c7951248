//! The cursor: where it goes, how its column keeps it in sight, and how the others follow calmly.

use super::flow::Spot;
use super::regions::Regions;
use super::state::{Compare, Cursor, Tour};
use crate::article::SentenceId;
use crate::comparison::Comparison;
use crate::say::letter;
use crate::tui::cells::scroll::Scroll;
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

/// How many jumps can be taken back.
const LONGEST_TRAIL: usize = 200;

impl Compare {
    /// Puts the cursor on an item of its own article.
    pub(super) fn put(&mut self, story: &mut Story, regions: &Regions, item: usize, upwards: bool) {
        let article = self.cursor.article;
        if let Some(item) = self.flows[article].items.get(item) {
            self.cursor.spot = item.spot();
        }
        // What it says is of something else now.
        self.panel = self.panel.map(|_| 0);
        self.arrive(story, regions, upwards);
    }

    /// Puts the cursor on a sentence of any article, where the article shows it.
    pub(super) fn go(&mut self, story: &mut Story, regions: &Regions, id: SentenceId) {
        let Some(item) = self.flows[id.article].item_of(&story.comparison, id) else { return };
        let upwards = self.cursor.article == id.article && self.at().is_some_and(|at| item < at);
        self.enter(story, id.article);
        self.put(story, regions, item, upwards);
    }

    /// Puts the cursor on a sentence, whatever keeps it out of sight: it gets a column, and the filter goes.
    pub(super) fn go_anywhere(&mut self, story: &mut Story, scene: &Scene, id: SentenceId) -> Outcome {
        if !self.chosen.contains(&id.article) {
            let mut chosen = self.chosen.clone();
            let place = chosen.iter().position(|&other| other > id.article).unwrap_or(chosen.len());
            chosen.insert(place, id.article);
            self.choose_columns(story, scene, chosen);
        }
        self.go_unfiltered(story, scene, id)
    }

    fn go_unfiltered(&mut self, story: &mut Story, scene: &Scene, id: SentenceId) -> Outcome {
        self.leave_panel(story, scene);
        if let Some(regions) = self.regions(scene) {
            if self.flows[id.article].item_of(&story.comparison, id).is_none() {
                self.show_all(story, &regions);
            }
            self.leave_trail();
            self.go(story, &regions, id);
        }
        Outcome::default()
    }

    /// Remembers where the cursor is, to come back.
    pub(super) fn leave_trail(&mut self) {
        if self.trail.len() == LONGEST_TRAIL {
            self.trail.remove(0);
        }
        self.trail.push(self.cursor);
    }

    pub(super) fn enter(&mut self, story: &mut Story, article: usize) {
        if self.cursor.article != article {
            // A range lies within one article.
            self.keep_range(story);
            self.cursor = Cursor { article, spot: Spot::default() };
        }
    }

    /// All that follows from another place of the cursor.
    fn arrive(&mut self, story: &mut Story, regions: &Regions, upwards: bool) {
        self.meet(&story.comparison);
        self.found.forget_order();
        let here = self.sentence();
        if self.tour.as_ref().is_some_and(|tour| tour.members.get(tour.at).copied() != here) {
            self.tour = None;
        }
        self.stretch_range(story);
        self.show_column(regions);
        self.fill_columns(&story.comparison, regions);
        self.reveal(&story.comparison, regions, upwards);
        self.follow(story, regions);
    }

    /// Moves the window of columns as little as brings the cursor's on the screen.
    fn show_column(&mut self, regions: &Regions) {
        let columns = usize::from(regions.columns);
        let place = self.chosen.iter().position(|&article| article == self.cursor.article).unwrap_or(0);
        let last = self.chosen.len().saturating_sub(columns);
        self.leftmost = self.leftmost.clamp((place + 1).saturating_sub(columns), place).min(last);
    }

    /// Fills the columns on the screen whose flows were made anew.
    fn fill_columns(&mut self, comparison: &Comparison, regions: &Regions) {
        for article in self.on_screen(regions).to_vec() {
            if self.unfilled.remove(&article) {
                self.scrolls[article] =
                    self.window(comparison, article, regions).filled(self.scrolls[article]);
            }
        }
    }

    fn reveal(&mut self, comparison: &Comparison, regions: &Regions, upwards: bool) {
        if self.zoom.is_some() {
            return self.reveal_on_page(comparison, regions, upwards);
        }
        let article = self.cursor.article;
        if let Some(item) = self.at() {
            self.scrolls[article] =
                self.window(comparison, article, regions).revealed(self.scrolls[article], item, upwards);
        }
    }

    /// Lets the other columns follow: what is wholly visible stays where it is, anything else comes to the
    /// height of the cursor, and an article without a counterpart stands still.
    pub(super) fn follow(&mut self, story: &Story, regions: &Regions) {
        if !self.following {
            return;
        }
        let row = self.cursor_row(&story.comparison, regions);
        for article in self.on_screen(regions).to_vec() {
            if article == self.cursor.article {
                continue;
            }
            let Some(item) = self.counterpart_in(&story.comparison, article) else { continue };
            let window = self.window(&story.comparison, article, regions);
            if !window.shows_whole(self.scrolls[article], item) {
                self.scrolls[article] = window.settled(Scroll { item, y: row });
            }
        }
    }

    /// The item of another article that shows the best counterpart which it shows at all.
    fn counterpart_in(&self, comparison: &Comparison, article: usize) -> Option<usize> {
        let shown = |id| self.flows[article].item_of(comparison, id);
        self.counterparts.within(article).iter().find_map(|found| shown(found.id))
    }

    /// The row of the column at which the cursor's sentence begins, or the nearest on the screen.
    pub(super) fn cursor_row(&self, comparison: &Comparison, regions: &Regions) -> i32 {
        let article = self.cursor.article;
        if article >= self.flows.len() {
            return 0;
        }
        let window = self.window(comparison, article, regions);
        let row = self.at().and_then(|item| window.row_of(self.scrolls[article], item)).unwrap_or(0);
        row.clamp(0, (window.height - 1).max(0))
    }

    /// To the item below or above; a sentence that is taller than the column is read to its end first.
    pub(super) fn by_item(&mut self, story: &mut Story, regions: &Regions, upwards: bool) {
        let article = self.cursor.article;
        let Some(at) = self.at() else { return };
        let window = self.window(&story.comparison, article, regions);
        let scroll = self.scrolls[article];
        if self.zoom.is_some() {
            if self.reads_on(&story.comparison, regions, upwards) {
                return;
            }
        } else if let Some(y) = window.row_of(scroll, at) {
            let hidden = if upwards { -y } else { y + window.rows(at) - window.height };
            if hidden > 0 && window.rows(at) > window.height {
                let rows = hidden.min((window.height / 2).max(1));
                let rows = if upwards { -rows } else { rows };
                self.scrolls[article] = window.settled(Scroll { item: at, y: y - rows });
                return;
            }
        }
        let to = if upwards { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(to) = to.filter(|&to| to < self.flows[article].items.len()) {
            self.put(story, regions, to, upwards);
        } else {
            // Nothing lies beyond, but the cursor may have been scrolled out of sight.
            self.reveal(&story.comparison, regions, upwards);
        }
    }

    /// A page, or a part of one: the text moves, the cursor keeps its height where it can.
    pub(super) fn by_rows(&mut self, story: &mut Story, regions: &Regions, direction: i32, part: i32) {
        if self.by_rows_on_page(story, regions, direction, part) {
            return;
        }
        let article = self.cursor.article;
        let Some(at) = self.at() else { return };
        let row = self.cursor_row(&story.comparison, regions);
        let window = self.window(&story.comparison, article, regions);
        let rows = direction * (window.height / part).max(1);
        let scroll = self.scrolls[article];
        let last = self.flows[article].items.len() - 1;
        let scrolled = window.scrolled(scroll, rows);
        let ended = if direction > 0 {
            let ends = |&(item, y): &(usize, i32)| item == last && y + window.rows(last) <= window.height;
            window.visible(scroll).iter().any(ends)
        } else {
            window.visible(scroll).first().is_some_and(|&(item, y)| item == 0 && y >= 0)
        };
        if ended {
            self.put(story, regions, if direction > 0 { last } else { 0 }, direction < 0);
            return;
        }
        let to = window.item_at(scrolled, row).unwrap_or(at);
        let to = if direction > 0 { to.max(at) } else { to.min(at) };
        self.scrolls[article] = window.filled(scrolled);
        self.put(story, regions, to, direction < 0);
    }

    /// To the first or the last item.
    pub(super) fn go_to_end(&mut self, story: &mut Story, regions: &Regions, first: bool) {
        let article = self.cursor.article;
        let Some(last) = self.flows[article].items.len().checked_sub(1) else { return };
        self.leave_trail();
        let item = if first { 0 } else { last };
        let window = self.window(&story.comparison, article, regions);
        let hidden = window.rows(item) - window.height;
        if hidden > 0 && self.zoom.is_none() {
            // Of what is taller than the column, the end that was asked for.
            self.scrolls[article] = Scroll { item, y: if first { 0 } else { -hidden } };
        }
        self.put(story, regions, item, !first);
    }

    /// Scrolls every column; the cursor stays where it is in the text.
    pub(super) fn scroll(&mut self, story: &Story, regions: &Regions, rows: i32) {
        if self.scroll_page_by(&story.comparison, regions, rows) {
            return;
        }
        for article in self.on_screen(regions).to_vec() {
            let window = self.window(&story.comparison, article, regions);
            self.scrolls[article] = window.scrolled(self.scrolls[article], rows);
        }
    }

    /// To the source beside, round the ends.
    pub(super) fn by_source(&mut self, story: &mut Story, regions: &Regions, backwards: bool) {
        let count = self.chosen.len();
        let place = self.chosen.iter().position(|&article| article == self.cursor.article).unwrap_or(0);
        let step = if backwards { count.saturating_sub(1) } else { 1 };
        if let Some(&article) = self.chosen.get((place + step) % count.max(1)) {
            self.go_to_source(story, regions, article);
        }
    }

    /// To another source: on the counterpart where it has one, else at the same height.
    fn go_to_source(&mut self, story: &mut Story, regions: &Regions, article: usize) {
        if article == self.cursor.article {
            return;
        }
        let comparison = &story.comparison;
        let row = self.cursor_row(comparison, regions);
        let beside = || self.window(comparison, article, regions).item_at(self.scrolls[article], row);
        let Some(item) = self.counterpart_in(comparison, article).or_else(beside) else {
            self.enter(story, article);
            return self.arrive(story, regions, false);
        };
        self.leave_trail();
        self.enter(story, article);
        self.put(story, regions, item, false);
    }

    /// To a source that was asked for by its letter or number.
    pub(super) fn jump(&mut self, story: &mut Story, scene: &Scene, article: usize) -> Outcome {
        if !self.chosen.contains(&article) {
            let name = letter(article);
            return Outcome::say(format!("{name} has no column; choose the columns to bring it back"));
        }
        if let Some(regions) = self.regions(scene) {
            self.go_to_source(story, &regions, article);
        }
        Outcome::default()
    }

    /// To the next sentence that says the same, through all the sources and round again.
    pub(super) fn tour(&mut self, story: &mut Story, regions: &Regions) -> Outcome {
        let alone = "no other source says this";
        let Some(here) = self.sentence() else { return Outcome::say(alone) };
        let begun = self.tour.take();
        let tour = begun.unwrap_or_else(|| Tour { members: self.members(&story.comparison, here), at: 0 });
        if tour.members.len() < 2 {
            return Outcome::say(alone);
        }
        let at = (tour.at + 1) % tour.members.len();
        let to = tour.members[at];
        self.leave_trail();
        self.tour = Some(Tour { at, ..tour });
        self.go(story, regions, to);
        Outcome::default()
    }

    /// The sentence itself, then its counterparts by article, beginning behind its own.
    fn members(&self, comparison: &Comparison, here: SentenceId) -> Vec<SentenceId> {
        let articles = comparison.articles.len();
        let others = (1..=articles).map(|step| (here.article + step) % articles);
        let shown = |id: &SentenceId| self.flows[id.article].item_of(comparison, *id).is_some();
        let of = |article: usize| self.counterparts.within(article).iter().map(|found| found.id);
        let others = others.filter(|article| self.chosen.contains(article)).flat_map(of).filter(shown);
        std::iter::once(here).chain(others).collect()
    }

    /// Back to where the cursor was before its last jump.
    pub(super) fn back(&mut self, story: &mut Story, regions: &Regions) -> Outcome {
        while let Some(Cursor { article, spot }) = self.trail.pop() {
            let known = self.chosen.contains(&article);
            if let Some(item) = self.flows[article].find(spot).filter(|_| known) {
                self.enter(story, article);
                self.put(story, regions, item, false);
                return Outcome::default();
            }
        }
        Outcome::say("this is where the reading began")
    }

    /// Brings the cursor and its counterparts back in sight after a change of size or of what is shown.
    pub(super) fn resettle(&mut self, story: &mut Story, regions: &Regions) {
        if !self.chosen.is_empty() {
            self.arrive(story, regions, false);
        }
    }
}
