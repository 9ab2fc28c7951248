//! What the model becomes: pure, with no terminal, file or clock.

mod answers;

use std::sync::Arc;

use crossterm::event::KeyCode;
use ratatui::layout::Size;

use super::action::Action;
use super::dialog::commands::Commands;
use super::dialog::help::Help;
use super::effect::{Edit, Effect, Exported};
use super::kept::Kept;
use super::keymap::Key;
use super::load::Loaded;
use super::mode::{Mode, Outcome, Reply};
use super::model::{DISMISSED, Model, Phase};
use super::notice::Notice;
use super::pointer::{Gesture, Pointer};
use super::story::Story;
use super::story::comparing::Task;
use super::view::Target;
use super::view::views::{Switch, Views};
use crate::article::Article;
use crate::comparison::Comparison;

/// What stands at the bottom of the sample story until it is dismissed.
const SAMPLE: &str =
    "This is the sample story. Yours: parallax FILE FOLDER ...   ? keys   Esc takes this away";

/// The highest number that can be typed before a key.
const MOST_TIMES: usize = 9_999;

/// What can happen to the model.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Something was done with the mouse.
    Pointer(Pointer),
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
    /// What was done was kept, or was not; why not.
    Kept(Result<(), String>),
    /// A source has changed.
    Changed,
    /// The sources could not be read again.
    NotReloaded,
    /// A file could not be edited, and why.
    NotEdited(Edit, String),
}

/// Changes the model; what has to be done outside of it is handed back.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = change(model, message);
    if let Phase::Open { story, .. } = &mut model.phase {
        effects.extend(story.keep());
    }
    effects
}

fn change(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(key) => return press(model, key),
        Message::Pointer(pointer) => return point(model, pointer),
        Message::Paste(text) => {
            if let Some(mut mode) = model.modes.pop() {
                let reply = mode.paste(&text);
                let outcome = replied(model, mode, reply);
                return settle(model, outcome);
            }
        }
        Message::Resize(size) => model.fit(size),
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
        Message::Loaded(loaded) => match model.phase {
            Phase::Loading { .. } => open(model, *loaded),
            Phase::Open { .. } => return reopen(model, *loaded),
        },
        Message::Compared(task, answer) => return answers::compared(model, task, answer),
        Message::Exported(exported) => return answers::exported(model, exported),
        Message::Changed => return reload(model),
        Message::NotReloaded => {
            model.reloading = false;
            model.notice = Some(Notice::failure("reading again failed; the story stays as it was before"));
        }
        Message::NotEdited(edit, error) => {
            model.notice = Some(Notice::failure(format!("{} can't be started: {error}", edit.editor)));
        }
        Message::Kept(Err(fault)) => model.notice = Some(Notice::failure(fault)),
        Message::Kept(Ok(())) => {}
    }
    Vec::new()
}

fn open(model: &mut Model, loaded: Loaded) {
    if let Some((first, rest)) = loaded.left_out.split_first() {
        let more = if rest.is_empty() { String::new() } else { format!(" (+{} more)", rest.len()) };
        model.say(format!("left out: {}{more}: {}", first.source, first.reason));
    }
    let sample = loaded.sample;
    let kept = loaded.kept.as_ref();
    let place = kept.and_then(|kept| Some(kept.state.as_ref()?.place.clone()));
    if let Some(fault) = kept.and_then(|kept| kept.fault.clone()) {
        model.notice = Some(Notice::failure(fault));
    }
    let mut story = Box::new(Story::open(loaded));
    let mut views = Views::open(&mut story, &model.scene);
    if let Some(place) = &place {
        views.restore(&mut story, &model.scene, place);
        model.notice = model.notice.take().or_else(|| story.taken_up().map(Notice::plain));
    }
    let dismissed = place.is_some_and(|place| place.contains_key(DISMISSED));
    model.banner = Some(SAMPLE).filter(|_| sample && !dismissed);
    model.phase = Phase::Open { story, views };
}

/// Has the sources read again, unless they are being read.
fn reload(model: &mut Model) -> Vec<Effect> {
    if model.load.is_none() || std::mem::replace(&mut model.reloading, true) {
        return Vec::new();
    }
    model.say("reading again");
    vec![Effect::Reload]
}

/// Takes the same sources, read again, into the place of the open story: what was done in it goes along.
fn reopen(model: &mut Model, loaded: Loaded) -> Vec<Effect> {
    model.reloading = false;
    let Phase::Open { story, views } = &mut model.phase else { return Vec::new() };
    if loaded.comparison.articles.is_empty() {
        model.notice = Some(Notice::failure("nothing can be read any more; the story stays as it was"));
        return Vec::new();
    }
    let same = |before: &Article| loaded.comparison.articles.iter().any(|article| article.id == before.id);
    let gone = story.comparison.articles.iter().filter(|before| !same(before)).count();
    let before = story.comparison.articles.len();
    let state = story.state(views.place(story)).fitted(&loaded.comparison.articles);
    let (exporting, place) = (story.exporting, state.place.clone());
    let corrections = state.corrections();
    let kept = loaded.kept.unwrap_or_default();
    let loaded = Loaded { kept: Some(Kept { state: Some(state), ..kept }), ..loaded };
    let mut again = Box::new(Story::open(loaded));
    again.exporting = exporting;
    let mut views = Views::open(&mut again, &model.scene);
    views.restore(&mut again, &model.scene, &place);
    let effects = again.wanting(corrections);
    let now = again.comparison.articles.len();
    model.phase = Phase::Open { story: again, views };
    // What lies over the story knew the one before.
    model.modes.clear();
    model.say(match (gone, now.cmp(&before)) {
        (0, std::cmp::Ordering::Equal) => "read again: nothing has changed".to_owned(),
        (gone, _) => format!("read again: {gone} of {before} changed, {now} now"),
    });
    effects
}

/// A key goes to the topmost mode, and without one to the view.
fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    model.keys += 1;
    let typed = key.is_typed() && model.modes.last().is_some_and(|mode| mode.takes_text());
    let mut keys = std::mem::take(&mut model.begun);
    keys.push(key);
    if !typed && model.scene.keymap.begins(model.context(), &keys) {
        model.begun = keys;
        return Vec::new();
    }
    // What follows a beginning and makes nothing of it is a key of its own.
    let keymap = &model.scene.keymap;
    let whole = keymap.action(model.context(), &keys);
    let action = whole.or_else(|| keymap.action(model.context(), &[key]));
    if action == Some(Action::Close) && model.modes.is_empty() && model.banner.take().is_some() {
        return Vec::new();
    }
    if let Some(digit) = digit(model, key).filter(|_| action.is_none()) {
        let count = model.count * 10 + digit;
        model.count = if count > MOST_TIMES { model.count } else { count };
        return Vec::new();
    }
    let count = std::mem::take(&mut model.count);
    if count > 0 && action == Some(Action::Close) {
        return Vec::new();
    }
    if let Some(effects) = action.filter(|_| !typed).and_then(|action| of_the_program(model, action)) {
        return effects;
    }
    let outcome = match model.modes.pop() {
        Some(mode) => press_in(model, mode, key, action),
        None => action.map(|action| act(model, action, count)).unwrap_or_default(),
    };
    settle(model, outcome)
}

/// The digit of a number that goes before a key; none where it can't be one.
fn digit(model: &Model, key: Key) -> Option<usize> {
    let KeyCode::Char(c) = key.code else { return None };
    let open = matches!(model.phase, Phase::Open { .. }) && model.modes.is_empty() && key.is_typed();
    let digit = c.to_digit(10).filter(|&digit| open && (digit > 0 || model.count > 0))?;
    usize::try_from(digit).ok()
}

/// Does what a key asks of the program itself, whatever is open.
fn of_the_program(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::Quit => Some(quit(model)),
        Action::Suspend => Some(vec![Effect::Suspend]),
        Action::Redraw => Some(vec![Effect::Redraw]),
        _ => None,
    }
}

/// The mouse is for what lies topmost; a click on a hint runs its action.
fn point(model: &mut Model, pointer: Pointer) -> Vec<Effect> {
    if let Some(mut mode) = model.modes.pop() {
        let reply = mode.point(pointer, &model.scene);
        let outcome = replied(model, mode, reply);
        return settle(model, outcome);
    }
    let said = model.said();
    let Phase::Open { story, views } = &mut model.phase else { return Vec::new() };
    let target = views.hit(story, &model.scene, said.as_ref(), pointer.cell);
    if pointer.gesture != Gesture::Press {
        let outcome = views.point(story, &model.scene, pointer, target);
        // What was said stays until something is asked for.
        let said = outcome.said.clone().or(said);
        return settle(model, Outcome { said, ..outcome });
    }
    model.notice = None;
    model.count = 0;
    let outcome = match target {
        Some(Target::Hint(action)) => match of_the_program(model, action) {
            Some(effects) => return effects,
            None => act(model, action, 0),
        },
        target => views.point(story, &model.scene, pointer, target),
    };
    settle(model, outcome)
}

/// A key in the mode that is the topmost.
fn press_in(model: &mut Model, mut mode: Box<dyn Mode>, key: Key, action: Option<Action>) -> Outcome {
    let reply = mode.key(key, action, &model.scene);
    replied(model, mode, reply)
}

/// Takes what the topmost mode replied into the model.
fn replied(model: &mut Model, mode: Box<dyn Mode>, reply: Reply) -> Outcome {
    if !reply.closes {
        model.modes.push(mode);
    }
    if let Some(action) = reply.run {
        let effects = of_the_program(model, action);
        return effects
            .map(|effects| Outcome { effects, ..Outcome::default() })
            .unwrap_or_else(|| act(model, action, 0));
    }
    let Phase::Open { story, views } = &mut model.phase else { return reply.outcome };
    if let Some(request) = reply.request {
        return views.grant(story, &model.scene, request);
    }
    match reply.answer {
        Some(answer) => views.heed(story, &model.scene, answer),
        None => reply.outcome,
    }
}

/// Does what an action asks for, `count` times where a number was typed before its key.
fn act(model: &mut Model, action: Action, count: usize) -> Outcome {
    match action {
        Action::Help => return Outcome::open(Help::of(model.context())),
        Action::ViewCompare => return Outcome::switch(Switch::To(0)),
        Action::ViewMerged => return Outcome::switch(Switch::To(1)),
        Action::ViewMatrix => return Outcome::switch(Switch::To(2)),
        Action::ViewQuotes => return Outcome::switch(Switch::To(3)),
        Action::ViewConflicts => return Outcome::switch(Switch::To(4)),
        Action::NextView => return Outcome::switch(Switch::By(1)),
        Action::PreviousView => return Outcome::switch(Switch::By(-1)),
        Action::Reload if model.reloading => return Outcome::say("still reading again"),
        Action::Reload if model.load.is_none() => return Outcome::say("there is nothing to read again"),
        Action::Reload => {
            let effects = reload(model);
            return Outcome { said: model.notice.take(), effects, ..Outcome::default() };
        }
        Action::Overview => {
            model.overview = !model.overview;
            model.fit(model.scene.screen());
            let fits = !model.overview || model.scene.above > 0;
            return if fits {
                Outcome::default()
            } else {
                Outcome::say("the screen is too low for the overview")
            };
        }
        Action::Commands => return Outcome::open(Commands::of(model.context())),
        _ => {}
    }
    match &mut model.phase {
        Phase::Open { story, views } => views.act(story, &model.scene, action, count),
        Phase::Loading { .. } => Outcome::default(),
    }
}

/// Takes what an action led to into the model; its effects are handed back.
fn settle(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    let Outcome { said, effects, opened, switch } = outcome;
    model.notice = said;
    model.modes.extend(opened);
    if let (Some(switch), Phase::Open { story, views }) = (switch, &mut model.phase) {
        let outcome = views.switch(story, &model.scene, switch);
        model.notice = outcome.said.or(model.notice.take());
    }
    let exports = effects.iter().any(|effect| matches!(effect, Effect::Export(_)));
    if let Phase::Open { story, .. } = &mut model.phase {
        story.exporting |= exports;
    }
    effects
}

/// Ends the reader, an export that is being written first; asked again, without it.
fn quit(model: &mut Model) -> Vec<Effect> {
    if model.story().is_some_and(|story| story.exporting) && !model.leaving {
        model.leaving = true;
        model.say("leaving once the export is written; again, without it");
        return Vec::new();
    }
    vec![Effect::Quit]
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
                Message::Loaded(Box::new(Loaded {
                    comparison,
                    left_out,
                    originals: Originals::default(),
                    sample: false,
                    kept: None,
                })),
            );
            model.notice.map(|notice| notice.text)
        };
        assert_eq!(said(Vec::new()), None);
        assert_eq!(said(vec![left("a.txt")]).unwrap(), "left out: a.txt: there is nothing in it");
        let three = vec![left("a.txt"), left("b.txt"), left("c.txt")];
        assert_eq!(said(three).unwrap(), "left out: a.txt (+2 more): there is nothing in it");
    }
}
