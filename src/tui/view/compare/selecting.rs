//! Selecting what is at the cursor.

use std::collections::BTreeSet;

use super::regions::Regions;
use super::state::{CONTEXT, Compare, sentences_of};
use crate::article::SentenceId;
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::view::outcomes::{clear_selection, note};

impl Compare {
    /// Selects what is at the cursor and moves on, or selects it no longer; a fold counts as all that it hides.
    pub(super) fn select(&mut self, story: &mut Story, regions: &Regions) -> Outcome {
        if self.anchor.is_some() {
            self.keep_range(story);
            return Outcome::say(story.selection.words());
        }
        let article = self.cursor.article;
        let here: Vec<SentenceId> =
            self.item().into_iter().flat_map(|item| sentences_of(&story.comparison, article, item)).collect();
        if here.is_empty() {
            return Outcome::say("there is no sentence here to select");
        }
        let selects = here.iter().any(|&id| !story.selection.holds(id));
        story.selection.toggle(here);
        self.keep_to_selection(story, regions);
        let next = self.at().map(|at| at + 1).filter(|&next| next < self.flows[article].items.len());
        if let Some(next) = next.filter(|_| selects) {
            self.put(story, regions, next, false);
        }
        Outcome::say(story.selection.words())
    }

    /// Selects everyone who says what is said here, or no longer.
    pub(super) fn select_statement(&mut self, story: &mut Story, regions: &Regions) -> Outcome {
        self.keep_range(story);
        let mut all: Vec<SentenceId> = self.sentence().into_iter().collect();
        all.extend(self.counterparts.all().map(|counterpart| counterpart.id));
        story.selection.toggle(all);
        self.keep_to_selection(story, regions);
        Outcome::say(story.selection.words())
    }

    /// Has something written beside the sentence at the cursor.
    pub(super) fn note(&self, story: &Story) -> Outcome {
        note(story, self.sentence())
    }

    /// Begins a range, or ends it and keeps it selected.
    pub(super) fn select_range(&mut self, story: &mut Story) -> Outcome {
        if self.anchor.is_some() {
            self.keep_range(story);
            return Outcome::say(story.selection.words());
        }
        self.anchor = Some(self.cursor);
        self.stretch_range(story);
        Outcome::say("a range begins here; move to its end")
    }

    /// Ends the range; where none is on, what is looked for is no longer marked; then the page is left.
    pub(super) fn close(&mut self, story: &mut Story, scene: &Scene) -> Outcome {
        if story.point_no_longer() {
            return Outcome::say("nothing is said of this sentence");
        }
        if self.anchor.is_none() {
            if self.found.search.is_none() && self.zoom.is_some() {
                return self.zoom_or_not(story, scene);
            }
            self.found.clear();
        }
        self.end_range(story)
    }

    /// Ends a range, where one is on, and keeps it selected.
    pub(super) fn end_range(&mut self, story: &mut Story) -> Outcome {
        let ended = self.anchor.is_some();
        self.keep_range(story);
        if ended { Outcome::say(story.selection.words()) } else { Outcome::default() }
    }

    /// Clears the selection; where there is none, brings back what was cleared last.
    pub(super) fn clear_selection(&mut self, story: &mut Story, scene: &Scene, regions: &Regions) -> Outcome {
        self.keep_range(story);
        let outcome = clear_selection(story, scene, CONTEXT);
        self.keep_to_selection(story, regions);
        outcome
    }

    /// Ends a range: what it held stays selected.
    pub(super) fn keep_range(&mut self, story: &mut Story) {
        story.selection.keep_range();
        self.anchor = None;
    }

    /// Lets a range that is on reach from where it began to the cursor. Folds within it stay out.
    pub(super) fn stretch_range(&self, story: &mut Story) {
        let Some(anchor) = self.anchor else { return };
        let flow = &self.flows[anchor.article];
        let (Some(from), Some(to)) = (flow.find(anchor.spot), flow.find(self.cursor.spot)) else { return };
        let within = from.min(to)..=from.max(to);
        let range: BTreeSet<SentenceId> =
            within.filter_map(|item| flow.items[item].sentence(anchor.article)).collect();
        story.selection.set_range(range);
    }
}
