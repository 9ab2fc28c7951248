//! What is selected.

use std::collections::BTreeSet;

use super::{showing, with_reader};
use crate::article::SentenceId;
use crate::tui::model::Model;
use crate::tui::reader::{Reader, Selection};

/// Selects what is at the cursor, or no longer; a fold counts as all that it hides.
pub(super) fn sentence(model: &mut Model) {
    let mut nothing = false;
    with_reader(model, |reader, regions| {
        if reader.selection.anchor.is_some() {
            return keep_range(reader);
        }
        let article = reader.cursor.article;
        let here: Vec<SentenceId> =
            reader.item().into_iter().flat_map(|item| reader.sentences_of(article, item)).collect();
        nothing = here.is_empty();
        toggle(&mut reader.selection, here);
        showing::keep_to_selection(reader, regions);
    });
    if nothing {
        model.say("there is no sentence here to select");
    } else {
        say_how_many(model);
    }
}

/// Selects everyone who says what is said here, or no longer.
pub(super) fn statement(model: &mut Model) {
    with_reader(model, |reader, regions| {
        keep_range(reader);
        let mut all: Vec<SentenceId> = reader.sentence().into_iter().collect();
        all.extend(reader.counterparts.all().map(|counterpart| counterpart.id));
        toggle(&mut reader.selection, all);
        showing::keep_to_selection(reader, regions);
    });
    say_how_many(model);
}

fn toggle(selection: &mut Selection, ids: Vec<SentenceId>) {
    if ids.iter().all(|id| selection.kept.contains(id)) {
        for id in ids {
            selection.kept.remove(&id);
        }
    } else {
        selection.kept.extend(ids);
    }
}

/// Begins a range, or ends it and keeps it selected.
pub(super) fn range(model: &mut Model) {
    let mut began = false;
    with_reader(model, |reader, _| {
        if reader.selection.anchor.is_some() {
            keep_range(reader);
        } else {
            began = true;
            reader.selection.anchor = Some(reader.cursor);
            stretch_range(reader);
        }
    });
    if began {
        model.say("a range begins here; move to its end");
    } else {
        say_how_many(model);
    }
}

/// Ends a range, where one is on, and keeps it selected.
pub(super) fn end_range(model: &mut Model) {
    let mut ended = false;
    with_reader(model, |reader, _| {
        ended = reader.selection.anchor.is_some();
        keep_range(reader);
    });
    if ended {
        say_how_many(model);
    }
}

/// Clears the selection; where there is none, brings back what was cleared last.
pub(super) fn clear(model: &mut Model) {
    let mut cleared = 0;
    with_reader(model, |reader, regions| {
        keep_range(reader);
        let selection = &mut reader.selection;
        if selection.kept.is_empty() {
            selection.kept = std::mem::take(&mut selection.cleared);
        } else {
            cleared = selection.kept.len();
            selection.cleared = std::mem::take(&mut selection.kept);
        }
        showing::keep_to_selection(reader, regions);
    });
    if cleared > 0 {
        let key = model.keymap.keys(crate::tui::action::Action::ClearSelection).next();
        let key = key.map(|key| key.to_string()).unwrap_or_default();
        model.say(format!("{cleared} no longer selected; {key} brings them back"));
    } else {
        say_how_many(model);
    }
}

/// Ends a range: what it held stays selected.
pub(super) fn keep_range(reader: &mut Reader) {
    let range = std::mem::take(&mut reader.selection.range);
    reader.selection.kept.extend(range);
    reader.selection.anchor = None;
}

/// Lets a range that is on reach from where it began to the cursor. Folds within it stay out.
pub(super) fn stretch_range(reader: &mut Reader) {
    let Some(anchor) = reader.selection.anchor else { return };
    let page = &reader.pages[anchor.article];
    let (Some(from), Some(to)) = (page.find(anchor.spot), page.find(reader.cursor.spot)) else { return };
    let within = from.min(to)..=from.max(to);
    let range: BTreeSet<SentenceId> =
        within.filter_map(|item| page.items[item].sentence(anchor.article)).collect();
    reader.selection.range = range;
}

fn say_how_many(model: &mut Model) {
    let selected = model.reader().map_or(0, |reader| reader.selection.count());
    model.say(if selected == 0 { "nothing is selected".to_owned() } else { format!("{selected} selected") });
}
