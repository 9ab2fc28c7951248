//! The article at the cursor, in an editor.

use std::path::PathBuf;

use super::state::Compare;
use crate::tui::effect::{Edit, Effect};
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

impl Compare {
    /// Opens the file of the article at the cursor, at the line where the text is the file.
    pub(super) fn edit(&self, story: &Story, scene: &Scene) -> Outcome {
        let Some(article) = story.comparison.articles.get(self.cursor.article) else {
            return Outcome::default();
        };
        let Some(editor) = scene.environment.editor.clone() else {
            return Outcome::say("no editor is set: EDITOR or VISUAL names one");
        };
        let path = PathBuf::from(&article.location);
        if !story.originals.hold(&path) {
            return Outcome::say("this article is no file of its own");
        }
        let start = self.sentence().and_then(|id| article.sentences.get(id.sentence)).map(|of| of.span.start);
        let start = start.or_else(|| Some(article.blocks.get(self.item()?.block)?.span.start));
        // The text of a page is not its file, and its lines are others.
        let plain = article.page.is_none();
        let before = start.and_then(|start| article.text.get(..start)).filter(|_| plain);
        let line = before.map(|before| before.matches('\n').count() + 1);
        Effect::Edit(Edit { editor, path, line }).into()
    }
}
