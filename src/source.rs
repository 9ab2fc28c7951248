//! What the user names to be compared, and why some of it is left out.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// What the user named, or a file in a folder that was named. Displayed as it was spelt.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// A file or a folder.
    Path(PathBuf),
    /// `-`.
    StandardInput,
    /// An address on the web, which can't be read.
    Address(String),
    /// `OUTLET=SOURCE`: what the user calls the publisher of all that is in the source.
    Named {
        /// The publisher.
        outlet: String,
        /// What is read.
        source: Box<Self>,
    },
}

impl Source {
    /// What is read, whatever it is called.
    #[must_use]
    pub fn bare(&self) -> &Self {
        match self {
            Self::Named { source, .. } => source.bare(),
            bare => bare,
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => path.display().fmt(out),
            Self::StandardInput => out.write_str("-"),
            Self::Address(address) => out.write_str(address),
            Self::Named { source, .. } => source.fmt(out),
        }
    }
}

/// A source that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The source.
    pub source: Source,
    /// Why.
    pub reason: Refusal,
}

/// Why a source is left out. Displayed behind its name: in words, with what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Nothing stands at the path.
    #[error("there is no such file or folder; check how it is spelt")]
    Missing,
    /// The system does not let the user read it.
    #[error("you have no permission to read it; change its permissions or read a copy")]
    Forbidden,
    /// It holds no line of text.
    #[error("there is nothing in it")]
    Empty,
    /// It holds other bytes than text does.
    #[error("it is a binary file, not text; save the article as plain text and name that file")]
    Binary,
    /// It holds zero bytes.
    #[error("it holds zero bytes: a binary file, or UTF-16 without a mark; save the article as UTF-8 text")]
    ZeroBytes,
    /// It is a PDF file.
    #[error("it is a PDF file; save its text and name that file")]
    Pdf,
    /// It is too large for an article.
    #[error("it is larger than {} MiB, more than any article; name a file with the article alone", .most >> 20)]
    TooLarge {
        /// What an article may have, in bytes.
        most: u64,
    },
    /// It is a device.
    #[error("it is a device; name a file, or `-` for standard input")]
    Device,
    /// It is a socket.
    #[error("it is a socket; name a file, or `-` for standard input")]
    Socket,
    /// It is a named pipe that was not named itself.
    #[error("it is a pipe inside a folder; name it itself to read from it")]
    PipeInFolder,
    /// It calls itself a file and has no end: reading on would wait for what may never come.
    #[error("it is a file of the system that has no end; copy what you need of it into a file and name that")]
    Endless,
    /// It is a folder without files.
    #[error("there is no file in this folder itself; name the files, or the folder that holds them")]
    NoArticles,
    /// It is a folder of which only a part was read.
    #[error("there are more than {most} files in this folder; only the first {most} by name were read")]
    TooMany {
        /// How many files of a folder are read.
        most: usize,
    },
    /// It is standard input, named a second time.
    #[error("standard input was read already; name `-` only once")]
    ReadAlready,
    /// It is an address on the web, and this program was built without reading them.
    #[error("this program was built without reading addresses; save the page and name the file")]
    Address,
    /// An address gave no page.
    #[error("{said}")]
    Net {
        /// Why not.
        said: String,
    },
    /// A line of a file of articles is no JSON.
    #[error("line {line} is no JSON: {said}")]
    NoJson {
        /// Which line.
        line: usize,
        /// What is wrong with it.
        said: String,
    },
    /// An article of a file of articles has no text.
    #[error("article {line} has no text under a name such as `text`, `body` or `content`")]
    NoText {
        /// Which line, or which of a list.
        line: usize,
    },
    /// More is wrong than is named.
    #[error("{more} more of its articles can't be read")]
    MoreFaults {
        /// How many.
        more: usize,
    },
    /// It is JSON without articles.
    #[error("it is JSON without articles: objects with `title` and `text`, or a list of them")]
    NoRecords,
    /// It is an export of this program.
    #[error(
        "it is an export of Parallax ({schema}), no article; name the articles themselves, or open an export as JSON alone"
    )]
    OwnExport {
        /// What it is.
        schema: String,
    },
    /// It is a feed without articles.
    #[error("this feed can't be read: {said}")]
    NoFeed {
        /// Why not.
        said: String,
    },
    /// An item of a feed has no text.
    #[error("{items} of its items have no text: a feed may only have titles")]
    EmptyItems {
        /// How many.
        items: usize,
    },
    /// It is an exported comparison that can't be opened again.
    #[error("this exported comparison can't be opened again: {said}")]
    NoSession {
        /// Why not.
        said: String,
    },
    /// The system failed.
    #[error("it could not be read: {said}")]
    Failed {
        /// What kind of failure it was.
        kind: io::ErrorKind,
        /// What the system said of it.
        said: String,
    },
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::WouldBlock => Self::Endless,
            kind => Self::Failed { kind, said: error.to_string() },
        }
    }
}
