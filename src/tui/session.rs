//! The loop: events in, one picture out, until the reader is left.

use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::background::Job;
use super::effect::Effect;
use super::event::Event;
use super::model::{Model, Phase};
use super::terminal::Display;
use super::update::{Message, update};

/// Events that are taken before a picture is drawn, at most: a flood must not freeze the screen.
const EVENTS_PER_PICTURE: usize = 1_000;

/// How often a picture tells how long the story has been waited for.
const TICK: Duration = Duration::from_secs(1);

/// Does slow work elsewhere; its event comes with the others.
pub type RunJob<'a> = dyn FnMut(Job) -> io::Result<()> + 'a;

/// How the reader was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// By the user.
    Quit,
    /// By a signal.
    Signal(i32),
    /// There was nothing to read.
    Nothing,
}

/// Runs until the reader is left, and says how; none where no event can come any more.
///
/// # Errors
/// When the terminal is gone or something broke.
pub fn run(
    display: &mut dyn Display,
    model: &mut Model,
    events: &Receiver<Event>,
    background: &mut RunJob<'_>,
) -> io::Result<Option<Ended>> {
    let opened = Instant::now();
    loop {
        let size = display.size()?;
        if size != model.scene.screen() {
            update(model, Message::Resize(size));
        }
        display.show(model)?;
        let next = match model.phase {
            Phase::Loading { .. } => events.recv_timeout(TICK),
            Phase::Open { .. } => events.recv().map_err(RecvTimeoutError::from),
        };
        let first = match next {
            Ok(first) => first,
            Err(RecvTimeoutError::Timeout) => {
                update(model, Message::Waited(opened.elapsed().as_secs()));
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(None),
        };
        let more = events.try_iter().take(EVENTS_PER_PICTURE);
        for event in std::iter::once(first).chain(more) {
            if let ControlFlow::Break(ended) = handle(display, model, event, background)? {
                return Ok(Some(ended));
            }
        }
    }
}

/// Takes events before there is anything to draw on: the first picture shows what they led to.
///
/// # Errors
/// When something broke.
pub fn take(
    display: &mut dyn Display,
    model: &mut Model,
    events: Vec<Event>,
    background: &mut RunJob<'_>,
) -> io::Result<()> {
    model.fit(display.size()?);
    for event in events {
        // Nothing that comes this early ends the reader.
        let _: ControlFlow<Ended> = handle(display, model, event, background)?;
    }
    Ok(())
}

fn handle(
    display: &mut dyn Display,
    model: &mut Model,
    event: Event,
    background: &mut RunJob<'_>,
) -> io::Result<ControlFlow<Ended>> {
    let message = match event {
        Event::Key(key) => Some(Message::Key(key)),
        Event::Pointer(pointer) => Some(Message::Pointer(pointer)),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resized => None,
        Event::Stop => {
            display.suspend()?;
            None
        }
        Event::Continued => {
            display.retake()?;
            None
        }
        Event::Terminate(signal) => return Ok(ControlFlow::Break(Ended::Signal(signal))),
        Event::Progress(doing) => Some(Message::Progress(doing)),
        Event::Loaded(loaded) if loaded.comparison.articles.is_empty() && model.story().is_none() => {
            update(model, Message::Loaded(loaded));
            return Ok(ControlFlow::Break(Ended::Nothing));
        }
        Event::Loaded(loaded) => Some(Message::Loaded(loaded)),
        Event::Compared(task, answer) => Some(Message::Compared(task, answer)),
        Event::Changed => Some(Message::Changed),
        Event::NotReloaded => Some(Message::NotReloaded),
        Event::Kept(kept) => Some(Message::Kept(kept)),
        Event::Exported(exported) => Some(Message::Exported(exported)),
        Event::Broken(what) => return Err(io::Error::other(what)),
    };
    let Some(message) = message else { return Ok(ControlFlow::Continue(())) };
    for effect in update(model, message) {
        match effect {
            Effect::Quit => return Ok(ControlFlow::Break(Ended::Quit)),
            Effect::Suspend => display.suspend()?,
            Effect::Redraw => display.retake()?,
            Effect::Copy(text) => display.copy(&text)?,
            Effect::Export(order) => {
                if let Some(story) = model.story() {
                    background(Job::export(story, order))?;
                }
            }
            Effect::Reload => {
                if let Some(job) = Job::reload(model) {
                    background(job)?;
                }
            }
            Effect::Edit(edit) => {
                // Whoever edits a file for an hour has not failed; one who finds no editor has.
                if let Err(error) = display.lend(&edit) {
                    update(model, Message::NotEdited(edit, error.to_string()));
                } else if let Some(job) = Job::reload(model) {
                    background(job)?;
                }
            }
            Effect::Keep => {
                if let Some(job) = Job::keep(model) {
                    background(job)?;
                }
            }
            Effect::Compare(task) => {
                if let Some(story) = model.story() {
                    background(Job::compare(story.comparing.order(task)))?;
                }
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}
