//! The panel, entered: a cursor of its own, and the way from a row to its sentence.

use super::draw;
use super::regions::Regions;
use super::state::Compare;
use crate::article::SentenceId;
use crate::say::letter;
use crate::tui::action::Action;
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

impl Compare {
    /// Enters the panel at the first row of another source, or leaves it.
    pub(super) fn enter_or_leave_panel(&mut self, story: &mut Story, scene: &Scene) {
        if self.panel.is_some() {
            return self.leave_panel(story, scene);
        }
        self.before_panel = Some((self.cursor, self.scrolls.clone()));
        self.set_panel(story, scene, Some(0));
        let rows = self.panel_rows(story, scene);
        let elsewhere = |row: &Option<SentenceId>| row.is_some_and(|id| id.article != self.cursor.article);
        self.panel = Some(rows.iter().position(elsewhere).unwrap_or(0));
    }

    /// Leaves the panel, where it was entered.
    pub(super) fn leave_panel(&mut self, story: &mut Story, scene: &Scene) {
        if self.panel.is_none() {
            return;
        }
        if let Some((_, scrolls)) = self.before_panel.take().filter(|(cursor, _)| *cursor == self.cursor) {
            self.scrolls = scrolls;
        }
        self.set_panel(story, scene, None);
    }

    fn set_panel(&mut self, story: &mut Story, scene: &Scene, panel: Option<usize>) {
        self.panel = panel;
        if let Some(regions) = self.regions(scene) {
            self.resettle(story, &regions);
        }
    }

    /// The sentences of its rows.
    pub(super) fn panel_rows(&self, story: &Story, scene: &Scene) -> Vec<Option<SentenceId>> {
        let regions = self.regions(scene);
        regions.map(|regions| draw::panel_rows(&self.sight(story, scene, &regions))).unwrap_or_default()
    }

    /// What a key does in the panel; none where it does what it does anywhere.
    pub(super) fn act_in_panel(
        &mut self,
        story: &mut Story,
        scene: &Scene,
        regions: &Regions,
        action: Action,
    ) -> Option<Outcome> {
        let at = self.panel?;
        let rows = self.panel_rows(story, scene);
        let last = rows.len().saturating_sub(1);
        let page = usize::from(regions.panel.height / 2).max(1);
        let to = match action {
            Action::NextSentence => at + 1,
            Action::PreviousSentence => at.saturating_sub(1),
            Action::HalfPageDown | Action::PageDown => at + page,
            Action::HalfPageUp | Action::PageUp => at.saturating_sub(page),
            Action::FirstSentence => 0,
            Action::LastSentence => last,
            Action::NextMember => return Some(self.leave_for(story, scene, rows.get(at).copied().flatten())),
            Action::Close | Action::Panel => {
                self.leave_panel(story, scene);
                return Some(Outcome::default());
            }
            _ => return None,
        };
        self.panel = Some(to.min(last));
        Some(Outcome::default())
    }

    /// Leaves the panel for the sentence of one of its rows.
    pub(super) fn leave_for(&mut self, story: &mut Story, scene: &Scene, row: Option<SentenceId>) -> Outcome {
        let Some(id) = row else { return Outcome::say("this row is about no sentence") };
        if !self.chosen.contains(&id.article) {
            let name = letter(id.article);
            return Outcome::say(format!("{name} has no column; choose the columns to bring it back"));
        }
        if self.flows[id.article].item_of(&story.comparison, id).is_none() {
            return Outcome::say("the filter leaves it out");
        }
        self.leave_panel(story, scene);
        if let Some(regions) = self.regions(scene) {
            self.leave_trail();
            self.go(story, &regions, id);
        }
        Outcome::default()
    }
}
