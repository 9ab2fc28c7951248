//! What happens outside: keys, the mouse, signals, the end of work in the background. Each source has a thread that sends.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{self as terminal, KeyEventKind};

use super::effect::Exported;
use super::gate::{Gate, PATIENCE};
use super::keymap::Key;
use super::load::Loaded;
use super::pointer::Pointer;
use super::story::comparing::Task;
use super::terminal::system;
use crate::comparison::Comparison;

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Something was done with the mouse.
    Pointer(Pointer),
    /// Text was pasted.
    Paste(String),
    /// The terminal may have another size.
    Resized,
    /// Someone asks the program to stop for a while.
    Stop,
    /// The program was stopped and goes on.
    Continued,
    /// A signal asks the program to end.
    Terminate(i32),
    /// What the reading is at.
    Progress(String),
    /// The story was read.
    Loaded(Box<Loaded>),
    /// The story was compared again; without a comparison, that failed.
    Compared(Task, Option<Arc<Comparison>>),
    /// An export was written, or was not.
    Exported(Exported),
    /// What was done in the story was kept, or was not; why not.
    Kept(Result<(), String>),
    /// A source has changed.
    Changed,
    /// Reading the sources again failed.
    NotReloaded,
    /// Something broke that the reader can't go on without.
    Broken(String),
}

/// Listens to the terminal on a thread of its own.
///
/// # Errors
/// When the system has no more threads, or the terminal can't be listened to.
pub fn listen(events: Sender<Event>, gate: Gate) -> io::Result<()> {
    // Installs the handler for changes of size before the first draw, so that none is lost.
    terminal::poll(Duration::ZERO)?;
    let work = move || {
        loop {
            gate.pass();
            let event = match terminal::poll(PATIENCE)
                .and_then(|ready| if ready { terminal::read().map(Some) } else { Ok(None) })
            {
                Ok(None) => continue,
                Ok(Some(event)) => Ok(event),
                Err(error) => Err(error),
            };
            let event = match event {
                Ok(terminal::Event::Key(key)) if key.kind != KeyEventKind::Release => Event::Key(key.into()),
                Ok(terminal::Event::Paste(text)) => Event::Paste(text),
                Ok(terminal::Event::Resize(..)) => Event::Resized,
                Ok(terminal::Event::Mouse(mouse)) => match Pointer::of(mouse) {
                    Some(pointer) => Event::Pointer(pointer),
                    None => continue,
                },
                Ok(_) => continue,
                Err(error) => {
                    let event = hang_up(&error)
                        .map(Event::Terminate)
                        .unwrap_or_else(|| Event::Broken(format!("the terminal can't be read: {error}")));
                    let _ = events.send(event);
                    return;
                }
            };
            if events.send(event).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("keys".to_owned()).spawn(work).map(drop)
}

/// Waits for the end of the terminal on a thread of its own: there may be nobody who sends the signal for it.
///
/// # Errors
/// When the system has no more threads.
pub fn heed_hang_up(events: Sender<Event>) -> io::Result<()> {
    let work = move || {
        if let Ok(Some(signal)) = system::wait_for_hang_up() {
            // The reader may have been left in the meantime.
            let _ = events.send(Event::Terminate(signal));
        }
    };
    thread::Builder::new().name("hang-up".to_owned()).spawn(work).map(drop)
}

/// The signal that comes with this error, sooner or later, where it says that the terminal was closed.
#[cfg(unix)]
#[must_use]
pub fn hang_up(error: &io::Error) -> Option<i32> {
    let closed = error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error());
    // Whoever waits for keys may be told of it in other words.
    let closed = closed || system::is_closed();
    closed.then_some(signal_hook::consts::SIGHUP)
}

/// No signal says that a terminal was closed.
#[cfg(not(unix))]
#[must_use]
pub fn hang_up(_error: &io::Error) -> Option<i32> {
    None
}

/// The signals that end a program which does not heed them, but for those by which the processor stops it.
#[cfg(unix)]
fn endings() -> Vec<i32> {
    use rustix::process::Signal;
    let everywhere = [
        Signal::HUP,
        Signal::INT,
        Signal::QUIT,
        Signal::ABORT,
        Signal::TERM,
        Signal::USR1,
        Signal::USR2,
        Signal::ALARM,
        Signal::VTALARM,
        Signal::PROF,
        Signal::XCPU,
        Signal::XFSZ,
        Signal::SYS,
        Signal::TRAP,
    ];
    #[cfg(target_os = "linux")]
    let here = [Signal::POWER, Signal::STKFLT, Signal::IO];
    #[cfg(not(target_os = "linux"))]
    let here = [];
    everywhere.into_iter().chain(here).map(Signal::as_raw).collect()
}

/// Listens to the signals that stop, wake or end a program, on a thread of its own.
///
/// # Errors
/// When the system has no more threads, or does not let us listen.
#[cfg(unix)]
pub fn heed_signals(events: Sender<Event>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGTSTP};
    let mut signals = signal_hook::iterator::Signals::new(endings())?;
    for signal in [SIGCONT, SIGTSTP] {
        signals.add_signal(signal)?;
    }
    let work = move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Continued,
                _ => Event::Terminate(signal),
            };
            if events.send(event).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(work).map(drop)
}

/// Without signals there is nothing to heed.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn heed_signals(_events: Sender<Event>) -> io::Result<()> {
    Ok(())
}
