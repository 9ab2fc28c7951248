//! Corrections as they are kept in a file: in an exported comparison, or alone.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Deserialize;

use crate::comparison::{CorrectionEntry, Corrections};
use crate::read::{LARGEST_COLLECTION, Session};

/// What can hold corrections: `parallax/comparison/1`, or a list of them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Document {
    Comparison { corrections: Vec<CorrectionEntry> },
    List(Vec<CorrectionEntry>),
}

/// Why no corrections can be taken from a file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CorrectionsError {
    /// The system refused.
    #[error("can't read {file}: {source}")]
    Io {
        /// The file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// It is larger than any file that this program reads.
    #[error("{0} is too large to be a comparison")]
    TooLarge(String),
    /// It is something else.
    #[error("{file} is no exported comparison: {source}; export one as JSON from the reader")]
    NoComparison {
        /// The file.
        file: String,
        /// What is wrong with it.
        source: serde_json::Error,
    },
}

/// The corrections of a session; those that can't be understood are left out.
#[must_use]
pub fn corrections_of(session: &Session) -> Corrections {
    let entries = session.corrections.iter().cloned();
    entries.filter_map(|entry| serde_json::from_value::<CorrectionEntry>(entry).ok()).collect()
}

/// The corrections in a file.
///
/// # Errors
/// When it can't be read or is no comparison.
pub fn corrections(path: &Path) -> Result<Corrections, CorrectionsError> {
    let file = path.display().to_string();
    let failed = |source| CorrectionsError::Io { file: file.clone(), source };
    let mut bytes = Vec::new();
    File::open(path).map_err(failed)?.take(LARGEST_COLLECTION + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST_COLLECTION {
        return Err(CorrectionsError::TooLarge(file));
    }
    match serde_json::from_slice(&bytes) {
        Ok(Document::Comparison { corrections } | Document::List(corrections)) => {
            Ok(corrections.into_iter().collect())
        }
        Err(source) => Err(CorrectionsError::NoComparison { file, source }),
    }
}
