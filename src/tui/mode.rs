//! What an action leads to, and what can take the keys before the view does.

use std::fmt::Debug;

use ratatui::layout::{Position, Rect};

use super::action::Action;
use super::cells::paint::Painter;
use super::effect::{Effect, Exported};
use super::keymap::Key;
use super::notice::Notice;
use super::pointer::Pointer;
use super::scene::Scene;
use super::story::Story;
use super::view::views::Switch;
use crate::article::SentenceId;

/// What an action leads to, beside what it changes.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What there is to say of it.
    pub said: Option<Notice>,
    /// What has to be done outside of the model.
    pub effects: Vec<Effect>,
    /// What takes the keys from now on.
    pub opened: Option<Box<dyn Mode>>,
    /// The view that is to be shown.
    pub switch: Option<Switch>,
}

impl Outcome {
    /// Something is said.
    #[must_use]
    pub fn say(text: impl Into<String>) -> Self {
        Self { said: Some(Notice::plain(text)), ..Self::default() }
    }

    /// Another view is to be shown.
    #[must_use]
    pub fn switch(switch: Switch) -> Self {
        Self { switch: Some(switch), ..Self::default() }
    }

    /// Something is opened, which takes the keys.
    #[must_use]
    pub fn open(mode: impl Mode + 'static) -> Self {
        Self { opened: Some(Box::new(mode)), ..Self::default() }
    }
}

impl From<Effect> for Outcome {
    fn from(effect: Effect) -> Self {
        Self { effects: vec![effect], ..Self::default() }
    }
}

impl From<(Notice, Vec<Effect>)> for Outcome {
    fn from((said, effects): (Notice, Vec<Effect>)) -> Self {
        Self { said: Some(said), effects, ..Self::default() }
    }
}

/// Something that takes the keys before the view does: a dialog, or a question on the last row.
pub trait Mode: Debug {
    /// What a key does, which runs an action in dialogs or none.
    fn key(&mut self, key: Key, action: Option<Action>, scene: &Scene) -> Reply;

    /// What the mouse does in it.
    fn point(&mut self, _pointer: Pointer, _scene: &Scene) -> Reply {
        Reply::stay()
    }

    /// Takes pasted text; where none is typed, it is no key presses.
    fn paste(&mut self, _text: &str) -> Reply {
        Reply::stay()
    }

    /// Whether characters are typed in it, and do nothing else.
    fn takes_text(&self) -> bool {
        false
    }

    /// What it asks on the last row of the screen.
    fn question(&self) -> Option<String> {
        None
    }

    /// Hears what became of an export. Hands that back where it did not ask for one.
    ///
    /// # Errors
    /// None is meant: what comes back is for somebody else.
    fn exported(&mut self, exported: Exported) -> Result<Reply, Exported> {
        Err(exported)
    }

    /// Draws it over the screen. Hands back where the terminal's cursor belongs, if anywhere.
    fn draw(
        &self,
        painter: &mut Painter<'_>,
        screen: Rect,
        scene: &Scene,
        story: Option<&Story>,
    ) -> Option<Position>;
}

/// What a view is told by what it opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This source was asked for, by the index of its article.
    Source(usize),
    /// These articles are to have a column, in order; at least one.
    Columns(Vec<usize>),
    /// The cursor is to go to this sentence.
    Sentence(SentenceId),
    /// These words are looked for, and their first place is to be in sight while they are typed.
    Typing(String),
    /// These words are looked for; none repeats what was looked for last.
    Search(String),
    /// Nothing is looked for after all: back to where one was.
    NoSearch,
}

/// What is asked of the story by what lies over its views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// These sentences are selected, in this order, and no others.
    Select(Vec<SentenceId>),
    /// The line is opened that a note beside this sentence is written in.
    OpenNote(SentenceId),
    /// This is written beside a sentence; nothing takes away what was there.
    Note(SentenceId, String),
}

/// What a key led to in a mode.
#[derive(Debug, Default)]
pub struct Reply {
    /// Whether the mode is over.
    pub closes: bool,
    /// What the view is told.
    pub answer: Option<Answer>,
    /// What is to be done as if its key had been pressed.
    pub run: Option<Action>,
    /// What is asked of the story.
    pub request: Option<Request>,
    /// What follows for the program.
    pub outcome: Outcome,
}

impl Reply {
    /// The mode goes on.
    #[must_use]
    pub fn stay() -> Self {
        Self::default()
    }

    /// The mode is over.
    #[must_use]
    pub fn close() -> Self {
        Self { closes: true, ..Self::default() }
    }
}
