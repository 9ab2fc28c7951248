//! To the next sentence of a kind.

use super::moving::{leave_trail, place};
use super::with_reader;
use crate::comparison::Status;
use crate::say::letter;
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::reader::Reader;
use crate::tui::view::compare::column::{Item, Shown};

/// Goes where a finding action leads, or says that there is nothing of the kind.
pub(super) fn find(model: &mut Model, action: Action) {
    let (status, upwards, kind) = match action {
        Action::NextShared => (Status::Shared, false, "shared sentence"),
        Action::PreviousShared => (Status::Shared, true, "shared sentence"),
        Action::NextOnlyHere => (Status::Unique, false, "only-here sentence"),
        Action::PreviousOnlyHere => (Status::Unique, true, "only-here sentence"),
        Action::PreviousOffTopic => (Status::OffTopic, true, "off-topic line"),
        _ => (Status::OffTopic, false, "off-topic line"),
    };
    let mut nothing = None;
    with_reader(model, |reader, regions| {
        let items = &reader.pages[reader.cursor.article].items;
        let at = reader.at().unwrap_or(0);
        let of_kind = |&index: &usize| is(reader, items[index], status);
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
