//! Reading the story, as the program that starts the reader does it.

use std::fmt;
use std::sync::Arc;

use super::kept::Kept;
use crate::comparison::Comparison;
use crate::read::{LeftOut, Originals};

/// Reads and compares the story, as often as that is asked for; runs on a thread of its own.
#[derive(Clone)]
pub struct Load(Arc<dyn Fn(&Progress) -> Loaded + Send + Sync>);

impl Load {
    /// Reads and compares the story in this way.
    #[must_use]
    pub fn by(load: impl Fn(&Progress) -> Loaded + Send + Sync + 'static) -> Self {
        Self(Arc::new(load))
    }

    /// Does it.
    #[must_use]
    pub fn run(&self, progress: &Progress) -> Loaded {
        (self.0)(progress)
    }
}

impl fmt::Debug for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Load").finish_non_exhaustive()
    }
}

/// What reading led to.
#[derive(Debug)]
pub struct Loaded {
    /// The story; without articles, the reader does not open.
    pub comparison: Comparison,
    /// What could not be read.
    pub left_out: Vec<LeftOut>,
    /// The files of all sources, which no export may be written over.
    pub originals: Originals,
    /// Whether it is the sample story.
    pub sample: bool,
    /// What was kept of it; none where nothing is to be kept.
    pub kept: Option<Kept>,
}

/// Tells the waiting reader what is being done.
pub struct Progress {
    tell: Box<dyn Fn(String) + Send + Sync>,
}

impl Progress {
    /// Progress that is told in this way.
    pub(super) fn told(tell: impl Fn(String) + Send + Sync + 'static) -> Self {
        Self { tell: Box::new(tell) }
    }

    /// Says what is being done, in a few words: "comparing 30 articles".
    pub fn say(&self, doing: impl Into<String>) {
        (self.tell)(doing.into());
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress").finish_non_exhaustive()
    }
}
