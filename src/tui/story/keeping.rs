//! What is kept of the story for another time, and how it comes back.

use super::Story;
use crate::article::{Article, SentenceId};
use crate::comparison::Passage;
use crate::kept::{Note, State};
use crate::tui::effect::Effect;

/// What was kept of sentences that are not here now: it is kept on.
#[derive(Clone, Debug, Default)]
pub(super) struct Lost {
    selected: Vec<Passage>,
    notes: Vec<Note>,
}

impl Story {
    /// What is to be kept, with where one is.
    #[must_use]
    pub fn state(&self, place: toml::Table) -> State {
        let articles = &self.comparison.articles;
        let passage = |id: SentenceId| Passage::of_sentence(articles.get(id.article)?, id.sentence);
        let selected = self.selection.ordered().into_iter().filter_map(passage);
        let notes =
            self.notes.iter().filter_map(|(&id, note)| Some(Note { at: passage(id)?, note: note.clone() }));
        State::new(
            articles,
            self.comparing.corrections(),
            selected.chain(self.lost.selected.iter().cloned()).collect(),
            notes.chain(self.lost.notes.iter().cloned()).collect(),
            place,
        )
    }

    /// Takes up what was kept, but for the corrections, which the comparison has.
    pub(super) fn take_up(&mut self, state: &State) {
        let articles = &self.comparison.articles;
        let mut selected = Vec::new();
        for passage in &state.selected {
            match sentence(articles, passage) {
                Some(id) => selected.push(id),
                None => self.lost.selected.push(passage.clone()),
            }
        }
        for note in &state.notes {
            match sentence(articles, &note.at) {
                Some(id) => drop(self.notes.insert(id, note.note.clone())),
                None => self.lost.notes.push(note.clone()),
            }
        }
        self.selection.set(selected);
        self.kept = self.version();
    }

    /// What there is of it, in words, for who comes back; none where nothing was done here.
    #[must_use]
    pub fn taken_up(&self) -> Option<String> {
        let of = |count: usize, one: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {one}s")),
        };
        let selected = self.selection.count();
        let parts = [
            (selected > 0).then(|| format!("{selected} selected")),
            of(self.notes.len(), "note"),
            of(self.comparing.corrections().len(), "correction"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("as you left it: {}", parts.join(", ")))
    }

    /// Has what was done since written, where there is anything and somebody keeps it.
    pub fn keep(&mut self) -> Option<Effect> {
        let version = self.version();
        let changed = self.keeper.is_some() && self.kept != version;
        self.kept = version;
        changed.then_some(Effect::Keep)
    }

    /// A number that changes with what is selected, noted and corrected.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.changes + self.selection.changes()
    }
}

/// The sentence that a passage is.
fn sentence(articles: &[Article], passage: &Passage) -> Option<SentenceId> {
    let mut all = articles.iter().enumerate();
    all.find_map(|(index, article)| Some(SentenceId::new(index, passage.sentence_in(article)?)))
}
