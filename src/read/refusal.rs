//! Why a source is left out.

use std::io;

use super::{LARGEST, MOST_FILES};

/// Why a source is left out; displayed behind its name, with what to do.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    #[error("there is no such file or folder; check how it is spelt")]
    Missing,
    #[error("you have no permission to read it; change its permissions or read a copy")]
    Forbidden,
    #[error("there is nothing in it")]
    Empty,
    #[error("it is a binary file, not text; save the article as plain text and name that file")]
    Binary,
    #[error("it holds zero bytes: a binary file, or UTF-16 without a mark; save the article as UTF-8 text")]
    ZeroBytes,
    #[error("it is a PDF file; save its text and name that file")]
    Pdf,
    #[error("it is larger than {} MiB, more than any article; name a file with the article alone", LARGEST >> 20)]
    TooLarge,
    #[error("it is a device; name a file, or `-` for standard input")]
    Device,
    #[error("it is a socket; name a file, or `-` for standard input")]
    Socket,
    #[error("it is a pipe inside a folder; name it itself to read from it")]
    PipeInFolder,
    #[error("there is no file in this folder itself; name the files, or the folder that holds them")]
    NoArticles,
    #[error(
        "there are more than {MOST_FILES} files in this folder; only the first {MOST_FILES} by name were read"
    )]
    TooMany,
    #[error("standard input was read already; name `-` only once")]
    ReadAlready,
    #[error("it could not be read: {0}")]
    Failed(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Failed(error),
        }
    }
}
