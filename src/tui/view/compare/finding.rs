//! To the next sentence of a kind.

use super::flow::{Item, Shown};
use super::regions::Regions;
use super::state::Compare;
use crate::comparison::{Comparison, Status};
use crate::say::letter;
use crate::tui::mode::Outcome;
use crate::tui::story::Story;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    /// A sentence with a certain match.
    Shared,
    /// A sentence that another source tells differently.
    Disputed,
    /// A sentence with possible matches only.
    Possible,
    /// A sentence that only its source has.
    OnlyHere,
    /// A line that is not the story.
    OffTopic,
}

impl Sought {
    const fn status(self) -> Status {
        match self {
            Self::Shared => Status::Shared,
            Self::Disputed => Status::Disputed,
            Self::Possible => Status::Possible,
            Self::OnlyHere => Status::Unique,
            Self::OffTopic => Status::OffTopic,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Shared => "shared sentence",
            Self::Disputed => "disputed sentence",
            Self::Possible => "possible match",
            Self::OnlyHere => "only-here sentence",
            Self::OffTopic => "off-topic line",
        }
    }
}

impl Compare {
    /// Goes to the next of what is sought, or the one before, or says that there is nothing of the kind.
    pub(super) fn find(
        &mut self,
        story: &mut Story,
        regions: &Regions,
        sought: Sought,
        upwards: bool,
    ) -> Outcome {
        let article = self.cursor.article;
        let items = &self.flows[article].items;
        let at = self.at().unwrap_or(0);
        let of_kind = |&index: &usize| is(&story.comparison, article, items[index], sought.status());
        let found = if upwards { (0..at).rev().find(of_kind) } else { (at + 1..items.len()).find(of_kind) };
        let Some(item) = found else {
            let side = if upwards { "above" } else { "below" };
            let (kind, letter) = (sought.word(), letter(article));
            return Outcome::say(format!("no {kind} further {side} in {letter}"));
        };
        self.leave_trail();
        self.put(story, regions, item, upwards);
        Outcome::default()
    }
}

fn is(comparison: &Comparison, article: usize, item: Item, status: Status) -> bool {
    match (item.shown, item.sentence(article)) {
        (Shown::Fold { .. }, _) => status == Status::OffTopic,
        (_, Some(id)) => comparison.finding(id).status == status,
        (_, None) => status == Status::OffTopic && comparison.flag(article, item.block).is_some(),
    }
}
