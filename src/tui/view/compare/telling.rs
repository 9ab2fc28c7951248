//! What is at the cursor, in words.

use super::flow::Shown;
use super::state::Compare;
use crate::say::{self, letter, one_line};
use crate::tui::linear::AtCursor;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

impl Compare {
    /// The row at the cursor of the panel, where that was entered; else the item at the cursor.
    pub(super) fn told(&self, story: &Story, scene: &Scene) -> AtCursor {
        let comparison = &story.comparison;
        if let Some(at) = self.panel {
            let row = self.panel_rows(story, scene).get(at).copied().flatten();
            let told = row.map(|id| AtCursor::sentence(comparison, id)).unwrap_or_default();
            let source = row.map(|id| format!("{}: ", letter(id.article))).unwrap_or_default();
            return AtCursor { article: Some(self.cursor.article), text: format!("{source}{}", told.text) };
        }
        let article = Some(self.cursor.article);
        let nothing = AtCursor { article, text: "There is no line here.".to_owned() };
        let Some(item) = self.item() else { return nothing };
        let Some(source) = comparison.articles.get(self.cursor.article) else { return nothing };
        let flag = comparison.flag(self.cursor.article, item.block);
        match item.shown {
            Shown::Fold { last } => {
                let lines = say::count(last + 1 - item.block, "line");
                AtCursor { article, text: format!("{lines} left out: not the story.") }
            }
            Shown::Block => {
                let what = flag.map_or_else(
                    || say::role(source.blocks[item.block].role).to_owned(),
                    |flag| format!("not the story: {}", say::flag(flag)),
                );
                let text = format!("{} ({what})", one_line(source.block_text(item.block)));
                AtCursor { article, text }
            }
            Shown::Sentence(_) => {
                let Some(id) = self.sentence() else { return nothing };
                let mut told = AtCursor::sentence(comparison, id);
                if story.selection.holds(id) {
                    told.text += " Selected.";
                }
                if let Some(note) = story.notes.get(&id) {
                    told.text += &format!(" Your note: {}", one_line(note));
                }
                told
            }
        }
    }
}
