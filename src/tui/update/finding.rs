//! To the next sentence of a kind.

use super::moving::{leave_trail, place};
use super::with_reader;
use crate::comparison::Status;
use crate::say::letter;
use crate::tui::model::Model;
use crate::tui::reader::Reader;
use crate::tui::view::compare::column::{Item, Shown};

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    /// A sentence with a certain match.
    Shared,
    /// A sentence that only its source has.
    OnlyHere,
    /// A line that is not the story.
    OffTopic,
}

impl Sought {
    const fn status(self) -> Status {
        match self {
            Self::Shared => Status::Shared,
            Self::OnlyHere => Status::Unique,
            Self::OffTopic => Status::OffTopic,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Shared => "shared sentence",
            Self::OnlyHere => "only-here sentence",
            Self::OffTopic => "off-topic line",
        }
    }
}

/// Goes to the next of what is sought, or the one before, or says that there is nothing of the kind.
pub(super) fn find(model: &mut Model, sought: Sought, upwards: bool) {
    let mut nothing = None;
    with_reader(model, |reader, regions| {
        let items = &reader.pages[reader.cursor.article].items;
        let at = reader.at().unwrap_or(0);
        let of_kind = |&index: &usize| is(reader, items[index], sought.status());
        let found = if upwards { (0..at).rev().find(of_kind) } else { (at + 1..items.len()).find(of_kind) };
        match found {
            Some(item) => {
                leave_trail(reader);
                place(reader, regions, item, upwards);
            }
            None => nothing = Some(letter(reader.cursor.article)),
        }
    });
    if let Some(letter) = nothing {
        let side = if upwards { "above" } else { "below" };
        let kind = sought.word();
        model.say(format!("no {kind} further {side} in {letter}"));
    }
}

fn is(reader: &Reader, item: Item, status: Status) -> bool {
    let article = reader.cursor.article;
    match (item.shown, item.sentence(article)) {
        (Shown::Fold { .. }, _) => status == Status::OffTopic,
        (_, Some(id)) => reader.comparison.finding(id).status == status,
        (_, None) => status == Status::OffTopic && reader.comparison.flag(article, item.block).is_some(),
    }
}
