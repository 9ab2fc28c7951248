//! Measures what each piece of evidence on off-topic lines is worth, and how right their confidence is, as Markdown.
//!
//! ```sh
//! cargo run --release --example evidence -- FOLDER…
//! ```
//!
//! Each FOLDER holds pages labelled line by line: `NAME.txt` is a page, one block a line, and `NAME.lab` has the label
//! of each of its lines. `boiler` and `related` are not the story; `comment`, `partial` and `?` are left out, and so are
//! lines without a label; every other label is the story. A folder inside it is a story: its pages are judged together.
//!
//! Nothing is fitted but the confidence, to one half of the pages at a time: those whose number, in the order of the
//! names, is even, and those whose number is odd. The tables speak of all pages. Where a clue is left out, the sum
//! of the others decides; lists of other stories and what is kept in any case stay as they are.

mod calibration;
mod number;
mod pages;
mod report;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    let folders: Vec<OsString> = std::env::args_os().skip(1).collect();
    if folders.is_empty() {
        eprintln!("usage: evidence FOLDER…");
        return ExitCode::from(2);
    }
    let lines = pages::read(&folders);
    match lines.and_then(|lines| io::stdout().write_all(report::report(&lines).as_bytes())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
