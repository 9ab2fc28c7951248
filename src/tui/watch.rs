//! Watching the sources: a change of their files is an event.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::{EventKind, RecursiveMode, Watcher};

use super::event::Event;

/// A file is read again once so long nothing more has happened to it: editors write in several steps.
const QUIET: Duration = Duration::from_millis(150);

/// Watches files and folders on a thread of its own, for as long as the program runs.
///
/// # Errors
/// When the system lets nobody watch them.
pub fn watch(sources: Vec<PathBuf>, events: Sender<Event>) -> Result<(), notify::Error> {
    let (send, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |change| {
        // The reader may have been left in the meantime.
        let _ = send.send(change);
    })?;
    let sources: Vec<PathBuf> = sources.iter().map(|source| whole(source)).collect();
    for source in &sources {
        // A file is watched by its folder: most editors put a new file in its place.
        let folder = if source.is_dir() { source } else { source.parent().unwrap_or(source) };
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
    }
    let concerns = move |change: &notify::Result<notify::Event>| {
        let Ok(notify::Event { kind, paths, .. }) = change else { return false };
        let is_change = !matches!(kind, EventKind::Access(_));
        is_change && paths.iter().any(|path| sources.iter().any(|source| path.starts_with(source)))
    };
    let work = move || {
        let _watcher = watcher;
        while let Ok(change) = changes.recv() {
            if !concerns(&change) {
                continue;
            }
            loop {
                match changes.recv_timeout(QUIET) {
                    Ok(_) => {}
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            if events.send(Event::Changed).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("watch".to_owned()).spawn(work).map_err(notify::Error::io)?;
    Ok(())
}

/// The place of a source, as the system tells it in changes.
fn whole(source: &Path) -> PathBuf {
    source.canonicalize().unwrap_or_else(|_| source.to_owned())
}
