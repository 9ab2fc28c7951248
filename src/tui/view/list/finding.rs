//! The way to the next row of a kind, or with some words.

use super::row::Row;
use super::{List, Listing};
use crate::comparison::Status;
use crate::say::{Sign, count};
use crate::tui::action::Action;
use crate::tui::mode::Outcome;
use crate::tui::search::Pattern;

/// Words that are looked for.
#[derive(Debug)]
pub(super) struct Sought {
    words: String,
    pub(super) pattern: Pattern,
}

impl Sought {
    fn of(words: &str) -> Option<Self> {
        Pattern::of(words).map(|pattern| Self { words: words.to_owned(), pattern })
    }
}

impl<L: Listing> List<L> {
    /// To the next row that is such a one, around the ends; false where there is none.
    fn go_to_next(&mut self, down: bool, is: impl Fn(&Row) -> bool) -> bool {
        let count = self.rows.len();
        let place =
            |step: usize| if down { (self.at + step) % count } else { (self.at + count - step) % count };
        let found = (1..=count).map(place).find(|&at| self.rows[at].sentence.is_some() && is(&self.rows[at]));
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    /// To the next row of the kind that an action asks for.
    pub(super) fn find_kind(&mut self, action: Action) -> Outcome {
        let (status, name) = match action {
            Action::NextShared | Action::PreviousShared => (Status::Shared, "shared sentence"),
            Action::NextOnlyHere | Action::PreviousOnlyHere => (Status::Unique, "sentence of one source"),
            Action::NextPossible | Action::PreviousPossible => (Status::Possible, "open sentence"),
            _ => (Status::Disputed, "disagreement"),
        };
        let down = matches!(
            action,
            Action::NextShared | Action::NextOnlyHere | Action::NextPossible | Action::NextDisputed
        );
        let of = std::sync::Arc::clone(&self.of);
        let is = |row: &Row| {
            // A row stands for others, who may be told differently.
            status == Status::Disputed && row.sign == Some(Sign::Disputed)
                || row.sentence.is_some_and(|id| of.finding(id).status == status)
        };
        if self.go_to_next(down, is) {
            Outcome::default()
        } else {
            Outcome::say(format!("there is no {name} here"))
        }
    }

    /// Shows the first row from where one was that has these words, which are being typed.
    pub(super) fn type_search(&mut self, words: &str) {
        self.at = self.sought_from;
        self.sought = Sought::of(words);
        let has = |row: &Row| self.sought.as_ref().is_some_and(|sought| row.has(&sought.pattern));
        if self.sought.is_some() && !self.rows.get(self.at).is_some_and(has) {
            self.find_words(true);
        }
    }

    /// Keeps looking for these words; for what was looked for last where they are none.
    pub(super) fn search(&mut self, words: &str) -> Outcome {
        self.sought = Sought::of(words).or(self.sought.take());
        self.told()
    }

    /// To the next row with the words that are looked for.
    pub(super) fn find_words(&mut self, down: bool) -> Outcome {
        if let Some(sought) = self.sought.take() {
            self.go_to_next(down, |row| row.has(&sought.pattern));
            self.sought = Some(sought);
        }
        self.told()
    }

    /// How many rows have the words that are looked for.
    fn told(&self) -> Outcome {
        let Some(Sought { words, pattern }) = &self.sought else {
            return Outcome::say("nothing is looked for");
        };
        match self.rows.iter().filter(|row| row.has(pattern)).count() {
            0 => Outcome::say(format!("\u{201c}{words}\u{201d} is not here")),
            rows => Outcome::say(format!("\u{201c}{words}\u{201d}: {}", count(rows, "row"))),
        }
    }
}
