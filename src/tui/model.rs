//! The state of the terminal part: nothing in it could be computed from the comparison alone.

use ratatui::layout::Size;

use super::env::Environment;
use super::keymap::{Context, Key, Keymap};
use super::load::Load;
use super::mode::Mode;
use super::notice::Notice;
use super::scene::Scene;
use super::settings::ReaderSettings;
use super::story::Story;
use super::view::overview;
use super::view::views::Views;
use crate::kept::StateError;
use crate::read::LeftOut;

/// What stands for a banner that was dismissed, in a kept place.
pub const DISMISSED: &str = "dismissed";

/// Everything that is drawn.
#[derive(Debug)]
pub struct Model {
    /// What surrounds the story.
    pub scene: Scene,
    /// Whether the story is there yet.
    pub phase: Phase,
    /// What the program has to say until the next key.
    pub notice: Option<Notice>,
    /// What stands where notices do until it is dismissed.
    pub banner: Option<&'static str>,
    /// Keys that were pressed and are the beginning of others.
    pub begun: Vec<Key>,
    /// A number that is typed before a key; 0 where there is none.
    pub count: usize,
    /// Whether the overview is wanted over the views.
    pub overview: bool,
    /// How many keys were pressed.
    pub keys: u64,
    /// What lies over the view, the topmost last: it takes the keys.
    pub modes: Vec<Box<dyn Mode>>,
    /// Reads the sources again; none where nobody knows how.
    pub load: Option<Load>,
    /// Whether they are being read again.
    pub reloading: bool,
    /// Whether the reader ends once the export is written.
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
    Open {
        /// The story.
        story: Box<Story>,
        /// The ways to look at it.
        views: Views,
    },
}

impl Model {
    /// A reader that waits for its story.
    #[must_use]
    pub fn new(size: Size, environment: Environment, keymap: Keymap, settings: ReaderSettings) -> Self {
        let phase = Phase::Loading { doing: "reading".to_owned(), seconds: 0 };
        let scene = Scene { size, above: 0, environment, keymap, settings };
        Self {
            scene,
            phase,
            notice: None,
            banner: None,
            begun: Vec::new(),
            count: 0,
            keys: 0,
            overview: false,
            modes: Vec::new(),
            load: None,
            reloading: false,
            leaving: false,
        }
    }

    /// Divides a screen of a size between overview and view.
    pub fn fit(&mut self, Size { width, height }: Size) {
        let sources = self.story().map_or(0, |story| story.comparison.articles.len());
        self.scene.above = if self.overview { overview::rows(sources, height) } else { 0 };
        self.scene.size = Size::new(width, height - self.scene.above);
        if let Phase::Open { story, views } = &mut self.phase {
            views.resize(story, &self.scene);
        }
    }

    /// The story, once it is open.
    #[must_use]
    pub fn story(&self) -> Option<&Story> {
        match &self.phase {
            Phase::Open { story, .. } => Some(story),
            Phase::Loading { .. } => None,
        }
    }

    /// What could not be read, once the story is open.
    #[must_use]
    pub fn into_left_out(self) -> Vec<LeftOut> {
        match self.phase {
            Phase::Open { story, .. } => story.left_out,
            Phase::Loading { .. } => Vec::new(),
        }
    }

    /// Where keys are looked up.
    #[must_use]
    pub fn context(&self) -> Context {
        match &self.phase {
            _ if !self.modes.is_empty() => Context::DIALOG,
            Phase::Open { views, .. } => views.context(),
            Phase::Loading { .. } => Context::GLOBAL,
        }
    }

    /// What there is to say on the last row: what is asked, else the notice.
    #[must_use]
    pub fn said(&self) -> Option<Notice> {
        let question = self.modes.iter().rev().find_map(|mode| mode.question()).map(Notice::plain);
        let banner = || self.banner.map(Notice::plain);
        question.or_else(|| self.notice.clone()).or_else(banner)
    }

    /// Keeps what was done in the story for another time, here and now.
    ///
    /// # Errors
    /// When that can't be written.
    pub fn keep(&self) -> Result<(), StateError> {
        let Phase::Open { story, views } = &self.phase else { return Ok(()) };
        match &story.keeper {
            Some(keeper) => keeper.keep(story.version(), story.state(self.place(story, views))),
            None => Ok(()),
        }
    }

    /// Where one is, and whether the banner was dismissed.
    #[must_use]
    pub fn place(&self, story: &Story, views: &Views) -> toml::Table {
        let mut place = views.place(story);
        if self.banner.is_none() {
            place.insert(DISMISSED.to_owned(), true.into());
        }
        place
    }

    /// Says something until the next key.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice::plain(text));
    }
}
