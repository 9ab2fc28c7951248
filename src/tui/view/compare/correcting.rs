//! Correcting what is said of what is at the cursor.

use super::flow::Shown;
use super::state::{CONTEXT, Compare};
use crate::article::SentenceId;
use crate::comparison::{Relation, Verdict};
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::view::outcomes::{NO_SENTENCE, judge, judged, set_aside};

impl Compare {
    /// Says the opposite of what is said of the block at the cursor, or of every block of the folded run.
    pub(super) fn overrule(&self, story: &mut Story, scene: &Scene) -> Outcome {
        let Some(item) = self.item() else { return Outcome::default() };
        let last = if let Shown::Fold { last } = item.shown { last } else { item.block };
        judged(scene, CONTEXT, Ok(story.overrule(self.cursor.article, item.block..=last)))
    }

    /// Says of the sentence at the cursor alone that it is not the story, or takes that back.
    pub(super) fn set_aside(&self, story: &mut Story, scene: &Scene) -> Outcome {
        let Some(id) = self.sentence() else { return Outcome::say(NO_SENTENCE) };
        set_aside(story, scene, CONTEXT, id)
    }

    /// Points at the sentence at the cursor, or says something of it and the one that was pointed at. In the panel, of it
    /// and that of the row.
    pub(super) fn judge(&self, story: &mut Story, scene: &Scene, verdict: Verdict) -> Outcome {
        let Some(here) = self.sentence() else { return Outcome::say(NO_SENTENCE) };
        if let Some(other) = self.panel_sentence(story, scene).filter(|&other| other != here) {
            return judged(scene, CONTEXT, story.judge(here, other, verdict));
        }
        judge(story, scene, CONTEXT, here, verdict)
    }

    /// Says that nobody disagrees with the sentence at the cursor; in the panel, that of the row does not.
    pub(super) fn agree(&self, story: &mut Story, scene: &Scene) -> Outcome {
        let Some(here) = self.sentence() else { return Outcome::say(NO_SENTENCE) };
        match self.panel_sentence(story, scene).filter(|&other| other != here) {
            Some(other) => judged(scene, CONTEXT, story.judge(here, other, Verdict::NoDisagreement)),
            None => judged(scene, CONTEXT, story.agree(here)),
        }
    }

    /// The sentence of the row that the panel's cursor is on. Where that has the words of the sentence at the cursor, it
    /// stands for the others that have them, of whom only one can be meant.
    fn panel_sentence(&self, story: &Story, scene: &Scene) -> Option<SentenceId> {
        let of_row = self.panel_rows(story, scene).get(self.panel?).copied().flatten()?;
        if Some(of_row) != self.sentence() {
            return Some(of_row);
        }
        let mut others = self.counterparts.all().filter(|other| other.relation == Relation::Identical);
        Some(others.next().filter(|_| others.next().is_none()).map_or(of_row, |other| other.id))
    }
}
