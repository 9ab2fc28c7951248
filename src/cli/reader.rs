//! Opens the reader.

use anyhow::{Context, Result};
use parallax::comparison::{Settings, compare};
use parallax::tui::env::Environment;
use parallax::tui::{self, Ended, Load, Loaded, Outcome, Start};

use super::arguments::Named;
use super::{DONE, WRONG_USAGE, complain, name_left_out, nothing_to_compare, read, settings, status};

/// What shells add to a signal's number to make it an exit status.
const SIGNALLED: i32 = 128;

/// Opens the reader and gives the exit status once it is left.
///
/// What could not be read is named on standard error afterwards, when the terminal is the shell's again.
/// Faults of the settings file keep the reader from opening, so that they are seen.
pub fn open(sources: Vec<Named>) -> Result<u8> {
    let settings = match settings::read() {
        Ok(settings) => settings,
        Err(faults) => {
            faults.iter().for_each(|fault| complain(fault));
            return Ok(WRONG_USAGE);
        }
    };
    let load: Load = Box::new(move |progress| {
        progress.say("reading");
        let reading = read(&sources);
        progress.say(match reading.articles.len() {
            1 => "comparing 1 article".to_owned(),
            articles => format!("comparing {articles} articles"),
        });
        let comparison = compare(reading.articles, Settings::default());
        Loaded { comparison, left_out: reading.left_out }
    });
    let start = Start { load, environment: Environment::of_process(), settings };
    let Outcome { left_out, compared, ended } = tui::run(start).context("can't open the reader")?;
    name_left_out(&left_out);
    match ended {
        Ended::Nothing => Err(nothing_to_compare()),
        Ended::Signal(number) => Ok(u8::try_from(SIGNALLED + number).unwrap_or(u8::MAX)),
        Ended::Quit if compared => Ok(status(&left_out)),
        // Left before the story was read.
        Ended::Quit => Ok(DONE),
    }
}
