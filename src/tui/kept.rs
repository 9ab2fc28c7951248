//! What is kept of the open story, and who keeps it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use directories::ProjectDirs;

use crate::article::Article;
use crate::kept::{Keeper, State, StateError};

/// What was kept of a story, and who keeps it from now on.
#[derive(Debug, Default)]
pub struct Kept {
    /// What was kept, where anything was.
    pub state: Option<State>,
    /// Keeps it; nobody does where what is there could be lost.
    pub keeper: Option<SharedKeeper>,
    /// Why something could not be had.
    pub fault: Option<String>,
}

impl Kept {
    /// What was kept of the story of these articles in the platform's folder for data; none on a system without one.
    #[must_use]
    pub fn of_story(articles: &[Article]) -> Option<Self> {
        usual_folder().map(|folder| Self::in_folder(&folder, articles))
    }

    /// What was kept of it in a folder.
    #[must_use]
    pub fn in_folder(folder: &std::path::Path, articles: &[Article]) -> Self {
        let mut keeper = Keeper::new(folder, articles);
        let (state, fault) = match keeper.state(articles) {
            Ok(state) => (state, None),
            // The place is free again.
            Err(error @ StateError::SetAside(_)) => (None, Some(error.to_string())),
            Err(error) => return Self { state: None, keeper: None, fault: Some(error.to_string()) },
        };
        let keeper = SharedKeeper(Arc::new(Mutex::new(Latest { keeper, version: 0 })));
        Self { state, keeper: Some(keeper), fault }
    }
}

/// The keeper of a story, of whom all threads ask one thing at a time.
#[derive(Clone, Debug)]
pub struct SharedKeeper(Arc<Mutex<Latest>>);

/// A keeper, and the version of the state that it was given last.
#[derive(Debug)]
struct Latest {
    keeper: Keeper,
    version: u64,
}

impl SharedKeeper {
    /// Writes a version of the state, unless it was given a later one: threads overtake one another.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn keep(&self, version: u64, state: State) -> Result<(), StateError> {
        // What it knows of the file holds, whatever happened to others.
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if version < latest.version {
            return Ok(());
        }
        latest.version = version;
        latest.keeper.keep(state)
    }
}

/// The folder of states in the platform's folder for data.
fn usual_folder() -> Option<PathBuf> {
    ProjectDirs::from("", "", "parallax").map(|folders| folders.data_dir().join("stories"))
}
