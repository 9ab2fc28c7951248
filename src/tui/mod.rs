//! The reader on the terminal.
//!
//! An `event` becomes, through the [`keymap`], an [`action::Action`]; `update` hands it to the topmost dialog or to the
//! `view`, which change themselves and the `story` and answer with an outcome: what there is to say, what opens, and
//! effects. Effects are carried out in the loop, what takes long in the background, and answer with messages. What is
//! drawn is a function of the model alone: `screen` has the view draw the story, and what lies over it draw itself, with
//! the means of `cells`; all of them only read.

pub mod action;
mod background;
mod cells;
mod dialog;
mod drawing;
mod effect;
pub mod env;
mod event;
mod gate;
pub mod kept;
pub mod keymap;
mod linear;
mod load;
mod mode;
mod model;
mod notice;
pub mod pointer;
pub mod rehearsal;
mod scene;
mod screen;
mod search;
mod session;
pub mod settings;
mod signs;
mod story;
mod terminal;
pub mod theme;
mod update;
mod view;
mod watch;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use ratatui::layout::Size;

use crate::kept::StateError;
use crate::read::LeftOut;
use background::Job;
use env::{Colours, Environment};
use event::Event;
use gate::Gate;
use keymap::Keymap;
use model::Model;
use settings::ReaderSettings;
use terminal::{Display, LinearTerminal, RealTerminal};

pub use kept::Kept;
pub use load::{Load, Loaded, Progress};
pub use session::Ended;
pub use view::Target;

/// How long the first picture waits for the story, so that a quick one is there at once.
const FIRST_PICTURE: Duration = Duration::from_millis(100);

/// What the reader is started with.
pub struct Start {
    /// Reads the story.
    pub load: Load,
    /// What the environment says about the terminal.
    pub environment: Environment,
    /// How the reader is wanted.
    pub settings: ReaderSettings,
    /// The files and folders whose changes are followed.
    pub watched: Vec<PathBuf>,
}

/// What the reader leaves behind.
#[derive(Debug)]
pub struct Closed {
    /// What could not be read.
    pub left_out: Vec<LeftOut>,
    /// Whether there was anything to compare. Also false where the reader was left before it was read.
    pub compared: bool,
    /// How it was left.
    pub ended: Ended,
    /// Why what was done in the story is not kept for another time, where it is not.
    pub unkept: Option<StateError>,
}

/// Opens the reader and returns when it is left.
///
/// A story that is read within a tenth of a second is there in the first picture; a slower one is
/// waited for on the screen, and can be given up. Where nothing can be read, the terminal is not touched
/// or is given back at once.
///
/// # Errors
/// When standard output is no terminal, when reading panicked, and when an
/// asset that is built in is damaged. The terminal is sane then as well.
pub fn run(start: Start) -> io::Result<Closed> {
    let Start { load, mut environment, settings, watched } = start;
    let keymap = Keymap::preset().map_err(io::Error::other)?.rebound(&settings.keys);
    let (send, events) = mpsc::channel();
    Job::load(load.clone(), send.clone()).begin("load", send.clone())?;

    // Meanwhile the terminal is asked what it looks like.
    if !settings.linear
        && settings.theme.follows_background()
        && !environment.background_told
        && environment.colours > Colours::None
    {
        environment.background = terminal::colour::background().unwrap_or(environment.background);
    }
    let theme = settings.theme.theme(&environment).map_err(io::Error::other)?;
    let mut early = Vec::new();
    let deadline = Instant::now() + FIRST_PICTURE;
    while let Ok(event) = events.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        match event {
            Event::Loaded(loaded) if loaded.comparison.articles.is_empty() => {
                return Ok(Closed {
                    left_out: loaded.left_out,
                    compared: false,
                    ended: Ended::Nothing,
                    unkept: None,
                });
            }
            Event::Broken(what) => return Err(io::Error::other(what)),
            Event::Loaded(_) => {
                early.push(event);
                break;
            }
            progress => early.push(progress),
        }
    }

    event::heed_signals(send.clone())?;
    if !watched.is_empty() {
        watch::watch(watched, send.clone()).map_err(io::Error::other)?;
    }
    let gate = Gate::default();
    let mut display: Box<dyn Display> = if settings.linear {
        Box::new(LinearTerminal::take(gate.clone())?)
    } else {
        Box::new(RealTerminal::take(theme, settings.mouse, gate.clone())?)
    };
    let mut model = Model::new(Size::default(), environment, keymap, settings);
    model.load = Some(load);
    let jobs = send.clone();
    let mut background = move |job: Job| job.begin(terminal::JOB, jobs.clone());
    session::take(&mut *display, &mut model, early, &mut background)?;
    event::heed_hang_up(send.clone())?;
    event::listen(send, gate)?;
    let ended = match session::run(&mut *display, &mut model, &events, &mut background) {
        Ok(ended) => ended.unwrap_or(Ended::Quit),
        Err(error) => Ended::Signal(event::hang_up(&error).ok_or(error)?),
    };
    // Before the terminal is the shell's again: what it says of a failure is heard then.
    let unkept = model.keep().err();
    drop(display);
    let compared = model.story().is_some_and(|story| !story.comparison.articles.is_empty());
    let left_out = model.into_left_out();
    Ok(Closed { left_out, compared, ended, unkept })
}
