//! What the model can't do itself.

use std::path::PathBuf;

use super::story::comparing::Task;
use crate::export::{Format, Scope};
use crate::save::Existing;

/// Something to be done outside of the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the reader.
    Quit,
    /// Give the terminal back to the shell until it wakes us.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Give this text to the clipboard of the terminal; nothing in it acts on a terminal.
    Copy(String),
    /// Write an export, in the background.
    Export(Export),
    /// Read the sources of the open story again, in the background.
    Reload,
    /// Give the terminal to an editor, and read the sources again when that is left.
    Edit(Edit),
    /// Keep what was done in the open story, in the background.
    Keep,
    /// Compare the open story again, in the background.
    Compare(Task),
}

/// A file to be edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The editor with its arguments, as the environment names it.
    pub editor: String,
    /// The file.
    pub path: PathBuf,
    /// The line to begin at, from 1; none where the file is not the text that was read.
    pub line: Option<usize>,
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
