//! What is shown: filter, folding, following, the choice of columns.

use super::regions::Regions;
use super::state::{Compare, Filter, Top};
use crate::tui::cells::scroll::Scroll;
use crate::tui::dialog::columns::Columns;
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

impl Compare {
    /// Shows the next kind of sentences only that the story has any of.
    pub(super) fn next_filter(&mut self, story: &mut Story, regions: &Regions) -> Outcome {
        let shows_something = |filter: Filter| match filter.status() {
            Some(status) => story.count(status) > 0,
            None => filter == Filter::All || !story.selection.is_empty(),
        };
        let mut next = self.filter.next();
        while !shows_something(next) {
            next = next.next();
        }
        self.set_filter(story, regions, next);
        Outcome::say(format!("shown: {}", self.filter.word()))
    }

    /// Shows every sentence.
    pub(super) fn show_all(&mut self, story: &mut Story, regions: &Regions) {
        self.set_filter(story, regions, Filter::All);
    }

    fn set_filter(&mut self, story: &mut Story, regions: &Regions, filter: Filter) {
        if self.filter == Filter::All {
            self.unfiltered = self.tops();
        }
        self.filter = filter;
        let tops = if filter == Filter::All { self.unfiltered.clone() } else { self.tops() };
        self.remake(story, regions, &tops);
    }

    /// Shows what is still selected where that is the filter; once nothing is, everything.
    pub(super) fn keep_to_selection(&mut self, story: &mut Story, regions: &Regions) {
        if self.filter == Filter::Selected {
            let filter = if story.selection.is_empty() { Filter::All } else { Filter::Selected };
            self.set_filter(story, regions, filter);
        }
    }

    /// Folds runs of off-topic lines, or shows them.
    pub(super) fn fold(&mut self, story: &mut Story, regions: &Regions) -> Outcome {
        self.folded = !self.folded;
        self.unfolded.clear();
        self.remake_in_place(story, regions);
        Outcome::say(if self.folded { "off-topic lines are folded" } else { "off-topic lines are shown" })
    }

    /// Leaves out the blank rows between paragraphs, or shows them.
    pub(super) fn compact_or_not(&mut self, story: &mut Story, regions: &Regions) -> Outcome {
        self.compact = !self.compact;
        self.remake_in_place(story, regions);
        Outcome::say(if self.compact {
            "no blank lines between paragraphs"
        } else {
            "blank lines between paragraphs"
        })
    }

    /// Shows before each sentence how many sources have it, or not.
    pub(super) fn heat_or_not(&mut self, story: &mut Story, scene: &Scene) -> Outcome {
        self.heat = !self.heat;
        if let Some(regions) = self.regions(scene) {
            self.resettle(story, &regions);
        }
        Outcome::say(match (self.heat, self.zoom.is_some()) {
            (true, true) => "in the columns, how many sources have each sentence",
            (true, false) => "how many sources have each sentence",
            (false, _) => "no longer how many sources have each sentence",
        })
    }

    /// Lets the other columns follow the cursor, or not.
    pub(super) fn follow_or_not(&mut self, story: &Story, regions: &Regions) -> Outcome {
        self.following = !self.following;
        self.follow(story, regions);
        Outcome::say(if self.following {
            "the columns follow the cursor"
        } else {
            "the columns no longer follow the cursor"
        })
    }

    /// Makes the flows anew after a change of what they show; every column stays where it is.
    pub(super) fn remake_in_place(&mut self, story: &mut Story, regions: &Regions) {
        if self.filter == Filter::Selected && story.selection.is_empty() {
            return self.set_filter(story, regions, Filter::All);
        }
        let tops = self.tops();
        self.remake(story, regions, &tops);
    }

    /// Makes the flows anew while nothing is shown that could stay where it is.
    pub(super) fn remake_out_of_sight(&mut self, story: &Story) {
        self.set_flows(story);
        self.scrolls.fill(Scroll::default());
        self.meet(&story.comparison);
    }

    /// Where each column begins.
    fn tops(&self) -> Vec<Option<Top>> {
        let columns = self.flows.iter().zip(&self.scrolls);
        columns
            .map(|(flow, scroll)| flow.items.get(scroll.item).map(|item| (item.spot(), scroll.y)))
            .collect()
    }

    /// Makes the flows anew: the cursor keeps its row, the other columns begin at `tops`.
    fn remake(&mut self, story: &mut Story, regions: &Regions, tops: &[Option<Top>]) {
        let article = self.cursor.article;
        let row = self.at().and_then(|at| {
            self.window(&story.comparison, article, regions).row_of(self.scrolls[article], at)
        });
        self.set_flows(story);
        for ((scroll, flow), top) in self.scrolls.iter_mut().zip(&self.flows).zip(tops) {
            let found = top.and_then(|(spot, y)| Some(Scroll { item: flow.find(spot)?, y }));
            *scroll = found.unwrap_or_default();
        }
        if let Some(item) = self.at() {
            if let Some(here) = self.flows[article].items.get(item) {
                self.cursor.spot = here.spot();
            }
            self.scrolls[article] = Scroll { item, y: row.unwrap_or(0) };
        }
        self.tour = None;
        // To fill all of hundreds of columns would take longer than a key may.
        self.unfilled = (0..self.flows.len()).collect();
        self.resettle(story, regions);
    }

    /// Opens the choice of columns.
    pub(super) fn open_columns(&self, story: &Story) -> Outcome {
        let articles = story.comparison.articles.len();
        let columns = Columns::new(articles, &self.chosen, self.cursor.article);
        Outcome::open(columns)
    }

    /// Gives a column to these articles and no others; there has to be one.
    pub(super) fn choose_columns(&mut self, story: &mut Story, scene: &Scene, chosen: Vec<usize>) {
        self.chosen = chosen;
        if !self.chosen.contains(&self.cursor.article) {
            // The cursor goes to the next article that has a column, else to the last.
            let next = self.chosen.iter().find(|&&chosen| chosen > self.cursor.article);
            let nearest = next.or(self.chosen.last()).copied().unwrap_or(0);
            self.keep_range(story);
            self.cursor.article = nearest;
            let first = self.scrolls[nearest].item;
            self.cursor.spot =
                self.flows[nearest].items.get(first).map(|item| item.spot()).unwrap_or_default();
        }
        if let Some(regions) = self.regions(scene) {
            self.resettle(story, &regions);
        }
    }
}
