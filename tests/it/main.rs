//! All integration tests in one binary, which is linked once: a folder or file for each part of the program.

#![expect(clippy::unwrap_used, reason = "what fails a test may panic")]

mod agreement;
mod arrows;
#[cfg(unix)]
mod browser;
#[cfg(feature = "cli")]
mod cli;
mod export;
mod labelled;
mod offtopic;
#[cfg(all(unix, feature = "tui", feature = "cli"))]
mod originals;
mod pages;
mod read;
#[cfg(feature = "tui")]
mod reader;
mod save;
mod segment;
mod story;
#[cfg(all(unix, feature = "tui", feature = "cli"))]
mod terminal;
