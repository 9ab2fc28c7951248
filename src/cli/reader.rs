//! Opens the reader.

use std::io::{self, IsTerminal, Read};

use parallax::comparison::{Settings, compare};
use parallax::kept::State;
use parallax::read::{LARGEST, Reading, Source, sources as read_sources};
use parallax::tui::env::Environment;
use parallax::tui::settings::ReaderSettings;
use parallax::tui::{self, Closed, Ended, Kept, Load, Loaded, Start};

use super::failure::Failure;
use super::{DONE, complain, name_left_out, print, read, status};

/// What shells add to a signal's number to make it an exit status.
const SIGNALLED: i32 = 128;

/// Opens the reader and gives the exit status once it is left.
///
/// What could not be read is named on standard error afterwards, when the terminal is the shell's again.
/// Faults of the settings file keep the reader from opening, so that they are seen.
pub fn open(sources: Vec<Source>) -> Result<u8, Failure> {
    let settings = ReaderSettings::read().map_err(Failure::Settings)?;
    let typed = typed(&sources).map_err(Failure::Reader)?;
    let remember = settings.remember;
    let load: Load = Box::new(move |progress| {
        progress.say("reading");
        let reading = match typed {
            Some(typed) => read_sources(&sources, &mut typed.as_slice()),
            None => read(&sources),
        };
        progress.say(match reading.articles.len() {
            1 => "comparing 1 article".to_owned(),
            articles => format!("comparing {articles} articles"),
        });
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
        let mut comparison = compare(articles, Settings::default());
        let corrections = kept.as_ref().and_then(|kept| Some(kept.state.as_ref()?.corrections()));
        if let Some(corrections) = corrections.filter(|corrections| !corrections.is_empty()) {
            comparison = comparison.corrected(corrections);
        }
        Loaded { comparison, left_out, originals, kept }
    });
    let start = Start { load, environment: Environment::of_process(), settings };
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
