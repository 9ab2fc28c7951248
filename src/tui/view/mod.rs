//! The ways to look at a story: a view is a folder here and a line in the table of [`views`].

mod about;
pub mod compare;
mod list;
mod outcomes;
pub mod overview;
#[cfg(test)]
mod tiny;
pub mod views;

use std::fmt::Debug;

use ratatui::layout::Position;

use super::action::Action;
use super::cells::paint::Painter;
use super::linear::AtCursor;
use super::mode::Answer;
use super::mode::Outcome;
use super::scene::Scene;
use super::story::Story;
use crate::article::SentenceId;
use crate::tui::notice::Notice;
use crate::tui::pointer::Pointer;

/// A way to look at a story. It keeps what belongs to the looking (where the cursor is, what is scrolled, what is
/// left out of sight); the story keeps what all views share.
pub trait View: Debug {
    /// Does what a key asks for; with a number before it that is not 0, so often or there.
    fn act(&mut self, story: &mut Story, scene: &Scene, action: Action, count: usize) -> Outcome;

    /// Does what is done with the mouse, at what lies under it. Hints are not for the view: they run their action.
    fn point(
        &mut self,
        story: &mut Story,
        scene: &Scene,
        pointer: Pointer,
        target: Option<Target>,
    ) -> Outcome;

    /// Takes the answer of a dialog.
    fn heed(&mut self, story: &mut Story, scene: &Scene, answer: Answer) -> Outcome;

    /// Follows a story that was compared again.
    fn renew(&mut self, story: &mut Story, scene: &Scene);

    /// Follows a screen of another size.
    fn resize(&mut self, story: &mut Story, scene: &Scene);

    /// Draws the whole screen, which is large enough; on its last row what was `said`, where something was.
    fn draw(&self, painter: &mut Painter<'_>, story: &Story, scene: &Scene, said: Option<&Notice>);

    /// What lies at a cell of the screen as it is drawn; none where nothing could be meant.
    fn hit(&self, story: &Story, scene: &Scene, said: Option<&Notice>, cell: Position) -> Option<Target>;

    /// Where one is in the story, for another time: by what the articles hold, since they may be named and ordered
    /// otherwise then.
    fn place(&self, story: &Story) -> toml::Table;

    /// Goes back to such a place, as far as there is one in this story.
    fn restore(&mut self, story: &mut Story, scene: &Scene, place: &toml::Table);

    /// The sentence at the cursor: another view begins there.
    fn sentence(&self) -> Option<SentenceId> {
        None
    }

    /// What is at the cursor, in words.
    fn at_cursor(&self, story: &Story, _scene: &Scene) -> AtCursor {
        let sentence = self.sentence();
        sentence.map(|id| AtCursor::sentence(&story.comparison, id)).unwrap_or_default()
    }
}

/// A thing on the screen that one can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A sentence, in a column.
    Sentence(SentenceId),
    /// A block without sentences, in a column.
    Block {
        /// Index of the article.
        article: usize,
        /// Index of the block.
        block: usize,
    },
    /// A folded run of off-topic blocks.
    Fold {
        /// Index of the article.
        article: usize,
        /// Index of its first block.
        first: usize,
        /// Index of its last block.
        last: usize,
    },
    /// A row of a column's scroll bar, with the item that it stands for.
    Bar {
        /// Index of the article.
        article: usize,
        /// Index of the item among those that the column shows.
        item: usize,
    },
    /// The title of an article, over its column.
    Title(usize),
    /// An article's letter, in the strip of all sources.
    Letter(usize),
    /// A row of the panel, with the sentence that it quotes where it quotes one.
    Entry(Option<SentenceId>),
    /// A row of a list, by its index.
    Row(usize),
    /// A statement in the overview, by one of its sentences.
    Statement(SentenceId),
    /// The name of a view, by its place in the table.
    Tab(usize),
    /// The keys of an action and what it does.
    Hint(Action),
}
