//! Opens the reader.

use std::io::{self, IsTerminal, Read};
use std::path::PathBuf;
use std::sync::OnceLock;

use parallax::comparison::{Settings, compare_corrected};
use parallax::kept::State;
use parallax::read::{LARGEST, Reading, Source, sources_with as read_sources};
use parallax::tui::env::Environment;
use parallax::tui::settings::ReaderSettings;
use parallax::tui::{self, Closed, Ended, Kept, Load, Loaded, Start};

use super::failure::Failure;
use super::{DONE, complain, input_if_piped, name_left_out, piped, print, status};

/// What shells add to a signal's number to make it an exit status.
const SIGNALLED: i32 = 128;

/// Opens the reader and gives the exit status once it is left.
///
/// What could not be read is named on standard error afterwards, when the terminal is the shell's again.
/// Faults of the settings file keep the reader from opening, so that they are seen.
pub fn open(sources: Vec<Source>, watch: bool, linear: bool) -> Result<u8, Failure> {
    let mut settings = ReaderSettings::read().map_err(Failure::Settings)?;
    settings.linear |= linear;
    let watched = if watch { files(&sources) } else { Vec::new() };
    let typed = typed(&sources).map_err(Failure::Reader)?;
    // Standard input can be read once, and the story as often as one wants.
    let input = OnceLock::new();
    let remember = settings.remember;
    let load = Load::by(move |progress| {
        progress.say("reading");
        let fetched =
            |done: usize, all: usize| progress.say(format!("reading: {done} of {all} pages are here"));
        let reads_input = sources.iter().any(|source| *source.bare() == Source::StandardInput);
        let reading = match &typed {
            Some(typed) => read_sources(&sources, &mut typed.as_slice(), &fetched),
            None if sources.is_empty() => piped(input.get_or_init(input_if_piped)),
            None if reads_input => {
                read_sources(&sources, &mut input.get_or_init(all_input).as_slice(), &fetched)
            }
            None => read_sources(&sources, &mut io::empty(), &fetched),
        };
        progress.say(match reading.articles.len() {
            1 => "comparing 1 article".to_owned(),
            articles => format!("comparing {articles} articles"),
        });
        let sample = sources.is_empty() && input.get().is_none_or(Vec::is_empty);
        let Reading { articles, left_out, originals, session, .. } = reading;
        let mut kept = if remember { Kept::of_story(&articles) } else { None };
        if let Some(session) = session {
            let kept = kept.get_or_insert_default();
            let session = State::of_session(&articles, &session);
            kept.state = Some(match kept.state.take() {
                Some(state) => state.opened_with(session),
                None => session,
            });
        }
        let corrections = kept.as_ref().and_then(|kept| Some(kept.state.as_ref()?.corrections()));
        let comparison = compare_corrected(articles, Settings::default(), corrections.unwrap_or_default());
        Loaded { comparison, left_out, originals, sample, kept }
    });
    let start = Start { load, environment: Environment::of_process(), settings, watched };
    let Closed { left_out, compared, ended, unkept } = tui::run(start).map_err(Failure::Reader)?;
    name_left_out(&left_out);
    if let Some(error) = unkept {
        complain(&error.to_string());
    }
    match ended {
        Ended::Nothing => Err(Failure::NothingToCompare),
        Ended::Signal(number) => Ok(u8::try_from(SIGNALLED + number).unwrap_or(u8::MAX)),
        Ended::Quit if compared => Ok(status(&left_out)),
        // Left before the story was read.
        Ended::Quit => Ok(DONE),
    }
}

/// `parallax config`: where the settings are looked for, or a file with all of them.
pub fn print_settings(path: bool) -> Result<u8, Failure> {
    if path {
        let path = ReaderSettings::path();
        let path =
            path.ok_or_else(|| Failure::Settings(vec!["there is no folder for settings here".to_owned()]))?;
        print(|out| writeln!(out, "{}", path.display()))?;
    } else {
        let file = ReaderSettings::preset_file().map_err(Failure::Settings)?;
        print(|out| out.write_all(file.as_bytes()))?;
    }
    Ok(DONE)
}

/// All of standard input, as far as an article may reach.
fn all_input() -> Vec<u8> {
    let mut bytes = Vec::new();
    // What can't be read is told as an empty source is.
    let _ = io::stdin().take(LARGEST + 1).read_to_end(&mut bytes);
    bytes
}

/// The files and folders among the sources.
fn files(sources: &[Source]) -> Vec<PathBuf> {
    let path = |source: &Source| match source.bare() {
        Source::Path(path) => Some(path.clone()),
        _ => None,
    };
    sources.iter().filter_map(path).collect()
}

/// What someone types for `-` on the terminal that the reader will take: all of it, before the reader does.
fn typed(sources: &[Source]) -> io::Result<Option<Vec<u8>>> {
    let mut input = io::stdin();
    if !sources.iter().any(|source| *source.bare() == Source::StandardInput) || !input.is_terminal() {
        return Ok(None);
    }
    let mut typed = Vec::new();
    input.by_ref().take(LARGEST + 1).read_to_end(&mut typed)?;
    Ok(Some(typed))
}
