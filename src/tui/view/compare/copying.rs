//! What is at the cursor, or selected, goes to the clipboard of the terminal.

use std::collections::BTreeSet;

use super::state::{CONTEXT, Compare, sentences_of};
use crate::article::SentenceId;
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::view::outcomes::copy;

impl Compare {
    /// Copies what is selected; where nothing is, the sentence at the cursor, or all that a fold hides.
    pub(super) fn copy(&self, story: &Story, scene: &Scene) -> Outcome {
        let items = self.item().into_iter();
        let here: BTreeSet<SentenceId> =
            items.flat_map(|item| sentences_of(&story.comparison, self.cursor.article, item)).collect();
        copy(story, scene, CONTEXT, here)
    }
}
