//! What the model becomes: pure, with no terminal, file or clock.

mod comparing;
mod correcting;
mod exporting;
mod finding;
mod moving;
mod selecting;
mod showing;

use std::sync::Arc;

use ratatui::layout::Size;

use self::finding::Sought;
use super::action::Action;
use super::comparing::Task;
use super::effect::{Effect, Exported};
use super::keymap::Key;
use super::model::{Model, Overlay, Phase};
use super::reader::Reader;
use super::view::compare::regions::Regions;
use super::{Loaded, dialog};
use crate::comparison::Comparison;

/// What can happen to the model.
#[derive(Debug)]
pub enum Message {
    /// The reader was told to do something.
    Do(Action),
    /// The letter of a source was typed, a digit of its number, or another key instead.
    Jump(Key),
    /// A key went to the export dialog.
    Export(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize(Size),
    /// What the reading of the story is at.
    Progress(String),
    /// The story has been waited for so many seconds.
    Waited(u64),
    /// The story was read.
    Loaded(Box<Loaded>),
    /// The story was compared again; without a comparison, that failed.
    Compared(Task, Option<Arc<Comparison>>),
    /// An export was written, or was not.
    Exported(Exported),
}

/// What a key means at the moment, if anything.
#[must_use]
pub fn meaning_of(model: &Model, key: Key) -> Option<Message> {
    let action = model.keymap.action(key);
    if action == Some(Action::Quit) && (key.ctrl || !takes_text(model)) {
        return action.map(Message::Do);
    }
    if let Some(Overlay::Export(_)) = model.overlay {
        return Some(Message::Export(key));
    }
    if model.awaits_source.is_some() {
        return Some(Message::Jump(key));
    }
    action.map(Message::Do)
}

fn takes_text(model: &Model) -> bool {
    model.awaits_source.is_some() || matches!(model.overlay, Some(Overlay::Export(_)))
}

/// Changes the model; what has to be done outside of it is handed back.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Do(action) => return act(model, action),
        Message::Jump(key) => moving::jump(model, key),
        Message::Export(key) => return exporting::key(model, key),
        Message::Paste(text) => exporting::paste(model, &text),
        Message::Resize(size) => {
            model.size = size;
            with_reader(model, moving::resettle);
        }
        Message::Progress(text) => {
            if let Phase::Loading { doing, .. } = &mut model.phase {
                *doing = text;
            }
        }
        Message::Waited(waited) => {
            if let Phase::Loading { seconds, .. } = &mut model.phase {
                *seconds = waited;
            }
        }
        Message::Loaded(loaded) => {
            if let Some((first, rest)) = loaded.left_out.split_first() {
                let more = if rest.is_empty() { String::new() } else { format!(" (+{} more)", rest.len()) };
                model.say(format!("left out: {}{more}: {}", first.source, first.reason));
            }
            let reader = Reader::open(*loaded, model.environment.charset, model.settings.folded);
            model.phase = Phase::Open(Box::new(reader));
            with_reader(model, moving::resettle);
        }
        Message::Compared(task, answer) => return comparing::answered(model, task, answer),
        Message::Exported(exported) => return exporting::answered(model, exported),
    }
    Vec::new()
}

fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    model.notice = None;
    match action {
        Action::Quit => return exporting::quit(model),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        _ => {}
    }
    if let Some(overlay) = model.overlay.take() {
        model.overlay = match overlay {
            Overlay::Help(scroll) => dialog::help::scrolled(model, scroll, action),
            Overlay::Columns(at) => showing::choose_columns(model, at, action),
            Overlay::Export(dialog) => Some(Overlay::Export(dialog)),
        };
        return Vec::new();
    }
    if action == Action::Help {
        model.overlay = Some(Overlay::Help(0));
        return Vec::new();
    }
    let fits = model.regions().is_some();
    if let Phase::Open(reader) = &mut model.phase {
        reader.introduced = true;
        if reader.chosen.is_empty() || !fits {
            return Vec::new();
        }
    }
    match action {
        Action::NextSentence => with_reader(model, |reader, regions| moving::by_item(reader, regions, false)),
        Action::PreviousSentence => {
            with_reader(model, |reader, regions| moving::by_item(reader, regions, true))
        }
        Action::HalfPageDown => with_reader(model, |r, regions| moving::by_rows(r, regions, 1, 2)),
        Action::HalfPageUp => with_reader(model, |r, regions| moving::by_rows(r, regions, -1, 2)),
        Action::PageDown => with_reader(model, |r, regions| moving::by_rows(r, regions, 1, 1)),
        Action::PageUp => with_reader(model, |r, regions| moving::by_rows(r, regions, -1, 1)),
        Action::FirstSentence => with_reader(model, |r, regions| moving::to_end(r, regions, true)),
        Action::LastSentence => with_reader(model, |r, regions| moving::to_end(r, regions, false)),
        Action::ScrollDown => with_reader(model, |r, regions| moving::scroll(r, regions, 1)),
        Action::ScrollUp => with_reader(model, |r, regions| moving::scroll(r, regions, -1)),
        Action::NextSource => with_reader(model, |r, regions| moving::by_source(r, regions, false)),
        Action::PreviousSource => with_reader(model, |r, regions| moving::by_source(r, regions, true)),
        Action::JumpToSource => model.awaits_source = model.reader().map(|_| String::new()),
        Action::NextMember => moving::tour(model),
        Action::Back => moving::back(model),
        Action::NextShared => finding::find(model, Sought::Shared, false),
        Action::PreviousShared => finding::find(model, Sought::Shared, true),
        Action::NextOnlyHere => finding::find(model, Sought::OnlyHere, false),
        Action::PreviousOnlyHere => finding::find(model, Sought::OnlyHere, true),
        Action::NextOffTopic => finding::find(model, Sought::OffTopic, false),
        Action::PreviousOffTopic => finding::find(model, Sought::OffTopic, true),
        Action::Select => selecting::sentence(model),
        Action::SelectRange => selecting::range(model),
        Action::SelectStatement => selecting::statement(model),
        Action::ClearSelection => selecting::clear(model),
        Action::Close => selecting::end_range(model),
        Action::Export => exporting::open(model),
        Action::Correct => return correcting::overrule(model),
        Action::UndoCorrection => return correcting::undo(model),
        Action::Filter => showing::filter(model),
        Action::Fold => showing::fold(model),
        Action::Looser => return comparing::threshold(model, -1),
        Action::Stricter => return comparing::threshold(model, 1),
        Action::Follow => showing::follow(model),
        Action::Columns => showing::open_columns(model),
        Action::Help | Action::Quit | Action::Suspend | Action::Redraw => {}
    }
    Vec::new()
}

/// Does something with the open story where the screen is large enough to show it.
fn with_reader(model: &mut Model, change: impl FnOnce(&mut Reader, &Regions)) {
    if let (Some(regions), Phase::Open(reader)) = (model.regions(), &mut model.phase) {
        change(reader, &regions);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Settings, compare};
    use crate::read::{LeftOut, Originals, Refusal, Source};
    use crate::tui::env::Environment;
    use crate::tui::keymap::Keymap;
    use crate::tui::settings::ReaderSettings;

    #[test]
    fn what_was_left_out_is_named_with_a_reason() {
        let left = |name: &str| LeftOut { source: Source::Path(name.into()), reason: Refusal::Empty };
        let said = |left_out| {
            let environment = Environment::of(|_| None);
            let keymap = Keymap::preset().unwrap();
            let mut model = Model::new(Size::new(80, 24), environment, keymap, ReaderSettings::default());
            let comparison = compare(crate::sample::articles(), Settings::default());
            update(
                &mut model,
                Message::Loaded(Box::new(Loaded { comparison, left_out, originals: Originals::default() })),
            );
            model.notice.map(|notice| notice.text)
        };
        assert_eq!(said(Vec::new()), None);
        assert_eq!(said(vec![left("a.txt")]).unwrap(), "left out: a.txt: there is nothing in it");
        let three = vec![left("a.txt"), left("b.txt"), left("c.txt")];
        assert_eq!(said(three).unwrap(), "left out: a.txt (+2 more): there is nothing in it");
    }
}
