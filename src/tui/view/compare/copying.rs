//! What is at the cursor, or selected, goes to the clipboard of the terminal.

use std::collections::BTreeSet;

use super::state::{CONTEXT, Compare, sentences_of};
use crate::article::SentenceId;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::mode::Outcome;
use crate::tui::notice::Notice;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::story::copying::MOST_COPIED;

impl Compare {
    /// Copies what is selected; where nothing is, the sentence at the cursor, or all that a fold hides.
    pub(super) fn copy(&self, story: &Story, scene: &Scene) -> Outcome {
        let here = || -> BTreeSet<SentenceId> {
            let items = self.item().into_iter();
            items.flat_map(|item| sentences_of(&story.comparison, self.cursor.article, item)).collect()
        };
        let sentences = if story.selection.is_empty() { here() } else { story.selection.all() };
        let text = story.quoted(&sentences);
        if sentences.is_empty() {
            return Outcome::say("there is no sentence here to copy");
        }
        let words = match sentences.len() {
            1 => "1 sentence".to_owned(),
            several => format!("{several} sentences"),
        };
        if text.len() > MOST_COPIED {
            let export = scene.keymap.shown(CONTEXT, Action::Export);
            let said = Notice::failure(format!("{words}: more than terminals copy; {export} exports them"));
            return Outcome { said: Some(said), ..Outcome::default() };
        }
        (Notice::plain(format!("copied {words}")), vec![Effect::Copy(text)]).into()
    }
}
