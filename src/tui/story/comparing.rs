//! Comparing again: what is wanted of the story, and what is at work on it in the background.
//!
//! What was asked for last counts. An answer to anything else is dropped when it comes, and of each kind of work one
//! is done at a time, so that keys that are held down never leave more behind than the last of them asks for.

use std::sync::Arc;

use crate::comparison::{Comparison, Corrections, Settings};

/// A way to what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Other settings, from the scores that are there.
    Settings,
    /// The flags under other corrections, before there are new scores: a first picture.
    Flags,
    /// New scores under other corrections; takes about as long as the first comparison.
    Scores,
}

/// A task with all that it takes.
#[derive(Debug)]
pub struct Order {
    task: Task,
    from: Arc<Comparison>,
    wanted: Wanted,
}

impl Order {
    /// What is to be done.
    #[must_use]
    pub const fn task(&self) -> Task {
        self.task
    }

    /// Does it.
    #[must_use]
    pub fn carried_out(self) -> Comparison {
        let Self { task, from, wanted } = self;
        let comparison = match task {
            Task::Settings => return from.at(wanted.settings),
            Task::Flags => from.flagged(wanted.corrections),
            Task::Scores => from.corrected(wanted.corrections),
        };
        if comparison.settings == wanted.settings { comparison } else { comparison.at(wanted.settings) }
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    settings: Settings,
    corrections: Corrections,
}

impl Wanted {
    fn of(comparison: &Comparison) -> Self {
        Self { settings: comparison.settings, corrections: comparison.corrections.as_ref().clone() }
    }

    fn is_corrected_as(&self, comparison: &Comparison) -> bool {
        *comparison.corrections == self.corrections
    }

    fn is(&self, comparison: &Comparison) -> bool {
        comparison.settings == self.settings && self.is_corrected_as(comparison)
    }
}

/// What is wanted, and what is at work on it.
#[derive(Debug)]
pub struct Comparing {
    wanted: Wanted,
    /// The latest comparison whose scores are those of its corrections.
    whole: Arc<Comparison>,
    /// Whether settings or flags are being worked out.
    quick_at_work: bool,
    /// Whether new scores are.
    scores_at_work: bool,
}

impl Comparing {
    /// Nothing but what is there is wanted.
    #[must_use]
    pub fn nothing(whole: Arc<Comparison>) -> Self {
        Self { wanted: Wanted::of(&whole), whole, quick_at_work: false, scores_at_work: false }
    }

    /// The settings that are wanted.
    #[must_use]
    pub const fn settings(&self) -> Settings {
        self.wanted.settings
    }

    /// The corrections that are wanted.
    #[must_use]
    pub const fn corrections(&self) -> &Corrections {
        &self.wanted.corrections
    }

    /// Wants other settings.
    pub fn want_settings(&mut self, settings: Settings) {
        self.wanted.settings = settings;
    }

    /// Wants other corrections.
    pub fn want_corrections(&mut self, corrections: Corrections) {
        self.wanted.corrections = corrections;
    }

    /// What is wanted, once all of it is there.
    #[must_use]
    pub fn ready(&self) -> Option<&Arc<Comparison>> {
        Some(&self.whole).filter(|whole| self.wanted.is(whole))
    }

    /// What has to begin now, while `shown` is on the screen.
    pub fn begin(&mut self, shown: &Comparison) -> Vec<Task> {
        if self.ready().is_some() {
            return Vec::new();
        }
        let mut tasks = Vec::new();
        let corrected = self.wanted.is_corrected_as(&self.whole);
        if (corrected || !self.wanted.is(shown)) && !self.quick_at_work {
            self.quick_at_work = true;
            tasks.push(if corrected { Task::Settings } else { Task::Flags });
        }
        if !corrected && !self.scores_at_work {
            self.scores_at_work = true;
            tasks.push(Task::Scores);
        }
        tasks
    }

    /// A task as it can be carried out anywhere.
    #[must_use]
    pub fn order(&self, task: Task) -> Order {
        Order { task, from: Arc::clone(&self.whole), wanted: self.wanted.clone() }
    }

    /// Takes what came of a task. Hands it back where it is a first picture of what is wanted.
    pub fn take(&mut self, task: Task, answer: Arc<Comparison>) -> Option<Arc<Comparison>> {
        self.end(task);
        let of_this_story = Arc::ptr_eq(&answer.articles, &self.whole.articles);
        if !of_this_story || !self.wanted.is_corrected_as(&answer) {
            return None;
        }
        match task {
            Task::Flags => {
                let is_first = self.wanted.is(&answer) && !self.wanted.is_corrected_as(&self.whole);
                return Some(answer).filter(|_| is_first);
            }
            Task::Settings if !self.wanted.is(&answer) => {}
            // Other settings can be had from new scores.
            Task::Settings | Task::Scores => self.whole = answer,
        }
        None
    }

    /// Goes back to what was there, since a task failed.
    pub fn give_up(&mut self, task: Task) {
        self.end(task);
        self.wanted = Wanted::of(&self.whole);
    }

    const fn end(&mut self, task: Task) {
        match task {
            Task::Settings | Task::Flags => self.quick_at_work = false,
            Task::Scores => self.scores_at_work = false,
        }
    }
}
