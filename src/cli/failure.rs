//! Why the program ends without having done what it was asked for.

use std::io;

use parallax::kept;
use parallax::save::SaveError;

/// Why the program ends without having done what it was asked for.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The arguments make no sense.
    #[error(transparent)]
    Usage(#[from] clap::Error),
    /// No source could be read.
    #[error("nothing to compare: no article could be read; name files, folders of them or addresses")]
    NothingToCompare,
    /// The corrections can't be had.
    #[error(transparent)]
    Corrections(#[from] kept::CorrectionsError),
    /// Standard output takes no more.
    #[error("can't write to standard output: {0}")]
    Output(io::Error),
    /// The file that was asked for is not written.
    #[error("{error}{}", way_out(error))]
    Save {
        /// Why not.
        error: SaveError,
    },
    /// The reader does not open, or broke.
    #[cfg(feature = "tui")]
    #[error("can't open the reader: {0}")]
    Reader(io::Error),
    /// The settings of the reader have these faults.
    #[cfg(feature = "tui")]
    #[error("{}", .0.join("\n"))]
    Settings(Vec<String>),
}

/// What the command line can do about it.
fn way_out(error: &SaveError) -> &'static str {
    match error {
        SaveError::Exists(_) => "; give another name, or --force to replace it",
        _ => "",
    }
}
