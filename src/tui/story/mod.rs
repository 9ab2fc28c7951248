//! The open story: what was read and found, what the user says of it, and what is selected. Nothing here knows how
//! it is shown.

pub mod comparing;
pub mod copying;
mod correcting;
mod keeping;
mod selection;
mod threshold;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::comparing::{Comparing, Task};
use self::keeping::Lost;
use super::effect::Effect;
use super::kept::SharedKeeper;
use super::load::Loaded;
use crate::article::SentenceId;
use crate::comparison::{Annotations, Comparison, Corrections, Status, Verdict};
use crate::read::{LeftOut, Originals};
use crate::say::one_line;

pub use self::selection::Selection;

/// An open story.
#[derive(Debug)]
pub struct Story {
    /// The comparison that is shown.
    pub comparison: Arc<Comparison>,
    /// What could not be read.
    pub left_out: Vec<LeftOut>,
    /// The files of all sources.
    pub originals: Originals,
    /// What is selected.
    pub selection: Selection,
    /// What was written beside sentences.
    pub notes: BTreeMap<SentenceId, String>,
    /// How the story is wanted, and what is at work on it.
    pub comparing: Comparing,
    /// Whether an export is being written.
    pub exporting: bool,
    /// Who keeps what is done here; nobody where it is not to be kept.
    pub keeper: Option<SharedKeeper>,
    /// What was kept of sentences that are not here now.
    lost: Lost,
    /// How often something was noted or corrected.
    changes: u64,
    /// The changes that are kept, or being written.
    kept: u64,
    /// The corrections before each change of them, the latest last.
    corrected: Vec<Corrections>,
    /// Those that were taken back and can be made again, the latest last.
    taken_back: Vec<Corrections>,
    /// The sentence that was pointed at first, and what is to be said of it and the next.
    pending: Option<(SentenceId, Verdict)>,
}

impl Story {
    /// Opens what was read.
    #[must_use]
    pub fn open(loaded: Loaded) -> Self {
        let Loaded { comparison, left_out, originals, kept, sample: _ } = loaded;
        let comparison = Arc::new(comparison);
        let comparing = Comparing::nothing(Arc::clone(&comparison));
        let (state, keeper) = kept.map(|kept| (kept.state, kept.keeper)).unwrap_or_default();
        let mut story = Self {
            comparison,
            left_out,
            originals,
            selection: Selection::default(),
            notes: BTreeMap::new(),
            comparing,
            exporting: false,
            keeper,
            lost: Lost::default(),
            changes: 0,
            kept: 0,
            corrected: Vec::new(),
            taken_back: Vec::new(),
            pending: None,
        };
        if let Some(state) = state {
            story.take_up(&state);
        }
        story
    }

    /// Has the comparison follow these corrections, where it does not yet.
    pub fn wanting(&mut self, corrections: Corrections) -> Vec<Effect> {
        if *self.comparing.corrections() == corrections {
            return Vec::new();
        }
        self.comparing.want_corrections(corrections);
        self.ask()
    }

    /// What is selected and written beside sentences.
    #[must_use]
    pub fn annotations(&self) -> Annotations {
        Annotations::new(self.selection.ordered(), self.notes.clone())
    }

    /// Writes something beside a sentence, or nothing any more. Hands back what there is to say of it.
    pub fn note(&mut self, id: SentenceId, text: &str) -> &'static str {
        self.changes += 1;
        let text = one_line(text.trim());
        if !text.is_empty() {
            self.notes.insert(id, text.into_owned());
            return "noted";
        }
        if self.notes.remove(&id).is_some() { "the note is gone" } else { "nothing is noted" }
    }

    /// How many sentences have a status.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.comparison.findings.iter().flatten().filter(|finding| finding.status == status).count()
    }

    /// Takes what came of a task, which is shown where it is what was asked for last. Hands back what has to be done
    /// next; none where the task failed and the story went back to what it was.
    pub fn take(&mut self, task: Task, answer: Option<Arc<Comparison>>) -> (Vec<Effect>, bool) {
        let failed = answer.is_none();
        match answer {
            Some(answer) => {
                if let Some(first) = self.comparing.take(task, answer) {
                    self.comparison = first;
                }
            }
            None => {
                self.comparing.give_up(task);
                // What was corrected since can't be taken back: it is not there.
                let kept = self.corrected.iter().rposition(|before| before == self.comparing.corrections());
                self.corrected.truncate(kept.unwrap_or(self.corrected.len()));
                self.taken_back.clear();
            }
        }
        (self.ask(), !failed)
    }

    /// Shows what is wanted where it is there; else hands back what has to be done for it.
    fn ask(&mut self) -> Vec<Effect> {
        if let Some(whole) = self.comparing.ready() {
            self.comparison = Arc::clone(whole);
        }
        self.comparing.begin(&self.comparison).into_iter().map(Effect::Compare).collect()
    }
}
