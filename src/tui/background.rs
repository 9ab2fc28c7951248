//! Work on threads of its own: reading the story, comparing it again, writing exports. The screen waits for none of it.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::effect::{Export, Exported};
use super::event::Event;
use super::load::{Load, Progress};
use super::model::{Model, Phase};
use super::story::Story;
use super::story::comparing::Order;
use crate::export;
use crate::save::{self, SaveError};

/// Work that answers with an event.
pub struct Job {
    work: Box<dyn FnOnce() -> Event + Send>,
    failed: Event,
}

impl Job {
    /// Work, and what happens in its place should it panic.
    pub fn new(failed: Event, work: impl FnOnce() -> Event + Send + 'static) -> Self {
        Self { work: Box::new(work), failed }
    }

    /// Reading the story.
    #[must_use]
    pub fn load(load: Load, events: Sender<Event>) -> Self {
        let progress = Progress::told(move |doing| {
            // The reader may have been left in the meantime.
            let _ = events.send(Event::Progress(doing));
        });
        Self::new(Event::Broken("reading the story failed".to_owned()), move || {
            Event::Loaded(Box::new(load.run(&progress)))
        })
    }

    /// Reading the sources of the open story again; none where nobody knows how.
    #[must_use]
    pub fn reload(model: &Model) -> Option<Self> {
        let load = model.load.clone()?;
        Some(Self::new(Event::NotReloaded, move || {
            Event::Loaded(Box::new(load.run(&Progress::told(|_| {}))))
        }))
    }

    /// Comparing the open story again.
    #[must_use]
    pub fn compare(order: Order) -> Self {
        let task = order.task();
        Self::new(Event::Compared(task, None), move || {
            Event::Compared(task, Some(Arc::new(order.carried_out())))
        })
    }

    /// Writing an export of the open story; never over one of its sources.
    #[must_use]
    pub fn export(story: &Story, order: Export) -> Self {
        let comparison = Arc::clone(&story.comparison);
        let (left_out, originals) = (story.left_out.clone(), story.originals.clone());
        let annotations = story.annotations();
        let failed = Exported::Failed("writing the export failed".to_owned());
        Self::new(Event::Exported(failed), move || {
            let Export { path, existing, scope, format } = order;
            let written = save::save(&path, existing, &originals, |out| {
                export::write_annotated(out, &comparison, &left_out, (&scope, &annotations), format)
            });
            Event::Exported(match written {
                Ok(()) => Exported::Written(path),
                Err(SaveError::Exists(path)) => Exported::Exists(path),
                Err(SaveError::Original(path)) => {
                    // The whole path stands in the dialog.
                    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                    Exported::Failed(format!("{name} is one of the sources; give another name"))
                }
                Err(error) => Exported::Failed(error.to_string()),
            })
        })
    }

    /// Keeping what was done in the open story; none where nobody keeps it.
    #[must_use]
    pub fn keep(model: &Model) -> Option<Self> {
        let Phase::Open { story, views } = &model.phase else { return None };
        let keeper = story.keeper.clone()?;
        let (version, state) = (story.version(), story.state(model.place(story, views)));
        let failed = Event::Kept(Err("keeping what you do in this story failed".to_owned()));
        Some(Self::new(failed, move || {
            Event::Kept(keeper.keep(version, state).map_err(|error| error.to_string()))
        }))
    }

    /// Does it, here and now.
    #[must_use]
    pub fn done(self) -> Event {
        let Self { work, failed } = self;
        catch_unwind(AssertUnwindSafe(work)).unwrap_or(failed)
    }

    /// Does it on a thread called `name`.
    ///
    /// # Errors
    /// When the system has no more threads.
    pub fn begin(self, name: &str, events: Sender<Event>) -> io::Result<()> {
        let work = move || {
            // The reader may have been left in the meantime.
            let _ = events.send(self.done());
        };
        thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::story::comparing::Task;
    use std::sync::mpsc;

    #[test]
    fn work_that_panics_answers_as_well() {
        let (send, events) = mpsc::channel();
        let failed = Event::Compared(Task::Scores, None);
        Job::new(failed, || panic!("the test's own panic")).begin("test", send).unwrap();
        assert!(matches!(events.recv(), Ok(Event::Compared(Task::Scores, None))));
    }
}
