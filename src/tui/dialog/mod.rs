//! What can lie over a view and takes the keys while it does.

pub mod columns;
pub mod export;
mod export_order;
pub mod help;
pub mod which_source;

use ratatui::layout::{Position, Rect};

use self::columns::Columns;
use self::export::ExportDialog;
use self::help::Help;
use self::which_source::WhichSource;
use super::action::Action;
use super::cells::paint::Painter;
use super::keymap::Key;
use super::outcome::Outcome;
use super::scene::Scene;
use super::story::Story;

/// Something that takes the keys before the view does.
#[derive(Clone, Debug)]
pub enum Mode {
    /// The keys and signs.
    Help(Help),
    /// The choice of columns.
    Columns(Columns),
    /// The export.
    Export(Box<ExportDialog>),
    /// The question which source is meant.
    WhichSource(WhichSource),
}

/// What a view is told by a dialog that it opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This source was asked for, by the index of its article.
    Source(usize),
    /// These articles are to have a column, in order; at least one.
    Columns(Vec<usize>),
}

/// What a key led to in a mode.
#[derive(Debug, Default)]
pub struct Reply {
    /// Whether the mode is over.
    pub closes: bool,
    /// What the view is told.
    pub answer: Option<Answer>,
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

impl Mode {
    /// What a key does, which runs an action elsewhere.
    pub fn key(&mut self, key: Key, action: Option<Action>, scene: &Scene) -> Reply {
        match self {
            Self::Help(help) => help.act(action, scene),
            Self::Columns(columns) => columns.act(action),
            Self::Export(dialog) => dialog.key(key, scene),
            Self::WhichSource(question) => question.key(key),
        }
    }

    /// Takes pasted text; where none is typed, it is no key presses.
    pub fn paste(&mut self, text: &str) {
        match self {
            Self::Export(dialog) => dialog.paste(text),
            Self::Help(_) | Self::Columns(_) | Self::WhichSource(_) => {}
        }
    }

    /// Whether characters are typed in it.
    #[must_use]
    pub const fn takes_text(&self) -> bool {
        match self {
            Self::Export(_) | Self::WhichSource(_) => true,
            Self::Help(_) | Self::Columns(_) => false,
        }
    }

    /// What it asks on the last row of the screen.
    #[must_use]
    pub fn question(&self) -> Option<String> {
        match self {
            Self::WhichSource(question) => Some(question.words()),
            Self::Help(_) | Self::Columns(_) | Self::Export(_) => None,
        }
    }

    /// Draws it over the screen. Hands back where the terminal's cursor belongs, if anywhere.
    pub fn draw(
        &self,
        painter: &mut Painter<'_>,
        screen: Rect,
        scene: &Scene,
        story: Option<&Story>,
    ) -> Option<Position> {
        match self {
            Self::Help(help) => help.draw(painter, screen, &scene.keymap),
            Self::Columns(columns) => columns.draw(painter, screen, &scene.keymap, story?),
            Self::Export(dialog) => return dialog.draw(painter, screen),
            Self::WhichSource(_) => {}
        }
        None
    }
}
