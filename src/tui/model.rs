//! The state of the terminal part: nothing in it could be computed from the comparison alone.

use ratatui::layout::Size;

use super::dialog::export::ExportDialog;
use super::env::Environment;
use super::keymap::Keymap;
use super::reader::Reader;
use super::settings::ReaderSettings;
use super::view::compare::regions::Regions;
use crate::read::LeftOut;

/// Everything that is drawn.
#[derive(Debug)]
pub struct Model {
    /// Cells of the terminal.
    pub size: Size,
    /// What the environment says.
    pub environment: Environment,
    /// Which key does what.
    pub keymap: Keymap,
    /// How the reader is wanted.
    pub settings: ReaderSettings,
    /// Whether the story is there yet.
    pub phase: Phase,
    /// What the program has to say until the next key.
    pub notice: Option<Notice>,
    /// What lies over the columns.
    pub overlay: Option<Overlay>,
    /// While a source is asked for: the digits that were typed so far of its number.
    pub awaits_source: Option<String>,
    /// Whether an export is being written.
    pub exporting: bool,
    /// Whether the reader ends once it is.
    pub leaving: bool,
}

/// Whether the story is there yet.
#[derive(Debug)]
pub enum Phase {
    /// It is being read.
    Loading {
        /// What is being done at the moment.
        doing: String,
        /// Whole seconds that the reading has taken so far.
        seconds: u64,
    },
    /// It is open.
    Open(Box<Reader>),
}

/// What the program has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// In words.
    pub text: String,
    /// Whether something went wrong.
    pub error: bool,
}

/// What lies over the columns.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys, scrolled by some lines.
    Help(usize),
    /// The choice of columns, with its cursor on an article.
    Columns(usize),
    /// The export.
    Export(Box<ExportDialog>),
}

impl Model {
    /// A reader that waits for its story.
    #[must_use]
    pub fn new(size: Size, environment: Environment, keymap: Keymap, settings: ReaderSettings) -> Self {
        let phase = Phase::Loading { doing: "reading".to_owned(), seconds: 0 };
        Self {
            size,
            environment,
            keymap,
            settings,
            phase,
            notice: None,
            overlay: None,
            awaits_source: None,
            exporting: false,
            leaving: false,
        }
    }

    /// The story, once it is open.
    #[must_use]
    pub fn reader(&self) -> Option<&Reader> {
        match &self.phase {
            Phase::Open(reader) => Some(reader),
            Phase::Loading { .. } => None,
        }
    }

    /// What could not be read, once the story is open.
    #[must_use]
    pub fn into_left_out(self) -> Vec<LeftOut> {
        match self.phase {
            Phase::Open(reader) => reader.left_out,
            Phase::Loading { .. } => Vec::new(),
        }
    }

    /// The parts of the screen, where it is large enough.
    #[must_use]
    pub fn regions(&self) -> Option<Regions> {
        let columns = self.reader().map_or(1, |reader| reader.chosen.len());
        Regions::of(self.size, columns, self.settings.column_width)
    }

    /// Says something until the next key.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), error: false });
    }
}
