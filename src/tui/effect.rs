//! What the model can't do itself: the only part of the reader that touches files.

use std::path::PathBuf;

use super::event::Event;
use super::reader::Reader;
use crate::export::{self, Format, Scope};
use crate::save::{self, Existing, SaveError};

/// Something to be done outside of the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the reader.
    Quit,
    /// Give the terminal back to the shell until it wakes us.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Write an export.
    Export(Export),
    /// Compare the open story again under its corrections, in the background.
    Compare,
}

/// Slow work to be done in the background; it answers with an event.
pub type Job = Box<dyn FnOnce() -> Event + Send>;

/// The work of comparing the open story again.
#[must_use]
pub fn compare(reader: &Reader) -> Job {
    let comparison = reader.comparison.clone();
    Box::new(move || {
        let corrections = comparison.corrections.as_ref().clone();
        Event::Compared(Box::new(comparison.corrected(corrections)))
    })
}

/// An export to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Where to.
    pub path: PathBuf,
    /// What to do with a file that is there.
    pub existing: Existing,
    /// What it holds.
    pub scope: Scope,
    /// What it looks like.
    pub format: Format,
}

/// What became of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// It was written to this file.
    Written(PathBuf),
    /// A file is there that may not be replaced without asking.
    Exists(PathBuf),
    /// Nothing was written; why.
    Failed(String),
}

/// Writes an export of the open story; never over one of its sources.
#[must_use]
pub fn export(reader: &Reader, order: &Export) -> Exported {
    let Export { path, existing, scope, format } = order;
    let written = save::save(path, *existing, &reader.originals, |out| {
        export::write(out, &reader.comparison, &reader.left_out, scope, *format)
    });
    match written {
        Ok(()) => Exported::Written(path.clone()),
        Err(SaveError::Exists(path)) => Exported::Exists(path),
        Err(SaveError::Original(path)) => {
            // The whole path stands in the dialog.
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            Exported::Failed(format!("{name} is one of the sources; give another name"))
        }
        Err(error) => Exported::Failed(error.to_string()),
    }
}
