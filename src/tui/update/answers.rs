//! What comes back from the background: a story compared again, an export written or not.

use std::sync::Arc;

use crate::comparison::Comparison;
use crate::tui::effect::{Effect, Exported};
use crate::tui::model::{Model, Phase};
use crate::tui::notice::Notice;
use crate::tui::story::comparing::Task;

/// What came of comparing again: shown where it is what was asked for last.
pub(super) fn compared(model: &mut Model, task: Task, answer: Option<Arc<Comparison>>) -> Vec<Effect> {
    let Phase::Open { story, views } = &mut model.phase else { return Vec::new() };
    let before = Arc::clone(&story.comparison);
    let (effects, worked) = story.take(task, answer);
    if !Arc::ptr_eq(&before, &story.comparison) {
        views.renew(story, &model.scene);
    }
    if !worked {
        model.notice = Some(Notice::failure("comparing again failed; the story stays as it was before"));
    } else if model.notice.as_ref().is_some_and(|notice| notice.text == story.threshold()) {
        // Nothing else was said since it was asked for.
        model.notice = Some(Notice::plain(story.threshold_with_matches()));
    }
    effects
}

/// What became of the export: the dialog closes only when the file is written. Where it was closed before, all that is
/// left is to say it. What could not be written holds back who is leaving.
pub(super) fn exported(model: &mut Model, exported: Exported) -> Vec<Effect> {
    if let Phase::Open { story, .. } = &mut model.phase {
        story.exporting = false;
    }
    let leaves = std::mem::take(&mut model.leaving) && matches!(exported, Exported::Written(_));
    let mut exported = Err(exported);
    for at in (0..model.modes.len()).rev() {
        let Err(unheard) = exported else { break };
        let Some(mode) = model.modes.get_mut(at) else { return Vec::new() };
        exported = mode.exported(unheard);
        if exported.as_ref().is_ok_and(|reply| reply.closes) {
            model.modes.remove(at);
        }
    }
    match exported {
        Ok(reply) => model.notice = reply.outcome.said.or(model.notice.take()),
        Err(Exported::Written(path)) => model.say(format!("written to {}", path.display())),
        Err(Exported::Exists(path)) => {
            model.notice = Some(Notice::failure(format!("{} exists already: not written", path.display())));
        }
        Err(Exported::Failed(error)) => model.notice = Some(Notice::failure(error)),
    }
    if leaves { vec![Effect::Quit] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::buffer::Buffer;
    use ratatui::layout::{Rect, Size};

    use super::*;
    use crate::comparison::{Comparison, Settings, compare};
    use crate::read::Originals;
    use crate::tui::Loaded;
    use crate::tui::env::Environment;
    use crate::tui::keymap::Keymap;
    use crate::tui::screen;
    use crate::tui::settings::ReaderSettings;
    use crate::tui::story::comparing::Order;
    use crate::tui::theme::Theme;
    use crate::tui::update::{Message, update};

    fn open() -> Model {
        let environment = Environment::of(|_| None);
        let keymap = Keymap::preset().unwrap();
        let mut model = Model::new(Size::new(80, 24), environment, keymap, ReaderSettings::default());
        let comparison = compare(crate::sample::articles(), Settings::default());
        let loaded = Loaded {
            comparison,
            left_out: Vec::new(),
            originals: Originals::default(),
            sample: false,
            kept: None,
        };
        update(&mut model, Message::Loaded(Box::new(loaded)));
        model
    }

    fn press(model: &mut Model, key: &str) -> Vec<Effect> {
        update(model, Message::Key(key.parse().unwrap()))
    }

    /// The screen as text, in one line.
    fn drawn(model: &Model) -> String {
        let theme = Theme::preset(&model.scene.environment).unwrap();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        screen::draw(model, &theme, &mut buffer);
        buffer.content().iter().map(|cell| cell.symbol()).collect()
    }

    fn shown(model: &Model) -> Arc<Comparison> {
        Arc::clone(&model.story().unwrap().comparison)
    }

    fn order(model: &Model, task: Task) -> Order {
        model.story().unwrap().comparing.order(task)
    }

    fn answer(model: &mut Model, order: Order) -> Vec<Effect> {
        update(model, Message::Compared(order.task(), Some(Arc::new(order.carried_out()))))
    }

    #[test]
    fn a_correction_leaves_the_screen_free_and_what_was_asked_last_counts() {
        let mut model = open();
        let found = shown(&model);
        press(&mut model, "j");
        let both = [Effect::Compare(Task::Flags), Effect::Compare(Task::Scores)];
        assert_eq!(press(&mut model, "x"), both);
        // The key itself works nothing out.
        assert!(Arc::ptr_eq(&shown(&model), &found));
        let (flags, scores) = (order(&model, Task::Flags), order(&model, Task::Scores));

        // Meanwhile another line is corrected: one task of a kind at a time.
        press(&mut model, "j");
        assert_eq!(press(&mut model, "x"), []);
        // What is shown is no comparison yet, so it is not exported.
        press(&mut model, "e");
        assert!(model.modes.is_empty());

        // What comes back is of yesterday: it is not shown, and the next task begins.
        assert_eq!(answer(&mut model, flags), [Effect::Compare(Task::Flags)]);
        assert!(Arc::ptr_eq(&shown(&model), &found));
        let flags = order(&model, Task::Flags);
        assert_eq!(answer(&mut model, flags), []);
        assert!(shown(&model).flag(0, 1).is_some() && shown(&model).flag(0, 2).is_some());
        assert_eq!(answer(&mut model, scores), [Effect::Compare(Task::Scores)]);
        assert!(model.story().unwrap().comparing.ready().is_none());

        // More matches are asked for in the meantime; the new scores serve them as well.
        let scores = order(&model, Task::Scores);
        assert_eq!(press(&mut model, "+"), [Effect::Compare(Task::Flags)]);
        let flags = order(&model, Task::Flags);
        assert_eq!(answer(&mut model, scores), []);
        assert_eq!(answer(&mut model, flags), [Effect::Compare(Task::Settings)]);
        let settings = order(&model, Task::Settings);
        assert_eq!(answer(&mut model, settings), []);
        let wanted = model.story().unwrap().comparing.settings();
        assert_ne!(wanted, found.settings);
        let fresh = found.corrected(shown(&model).corrections.as_ref().clone()).at(wanted);
        assert_eq!(shown(&model).matches, fresh.matches);
        assert!(model.story().unwrap().comparing.ready().is_some());
    }

    #[test]
    fn what_was_there_before_needs_no_work() {
        let mut model = open();
        let found = shown(&model);
        press(&mut model, "j");
        press(&mut model, "x");
        let flags = order(&model, Task::Flags);
        answer(&mut model, flags);
        assert!(shown(&model).flag(0, 1).is_some());
        assert_eq!(press(&mut model, "X"), []);
        assert!(Arc::ptr_eq(&shown(&model), &found));
    }

    #[test]
    fn keys_that_are_held_down_leave_one_task_behind() {
        let mut model = open();
        assert_eq!(press(&mut model, "+"), [Effect::Compare(Task::Settings)]);
        let first = order(&model, Task::Settings);
        for _ in 0..5 {
            assert_eq!(press(&mut model, "+"), []);
        }
        assert_eq!(model.notice.as_ref().unwrap().text, "certain from 30 %");
        assert_eq!(answer(&mut model, first), [Effect::Compare(Task::Settings)]);
        let last = order(&model, Task::Settings);
        assert_eq!(answer(&mut model, last), []);
        assert!(model.notice.unwrap().text.starts_with("certain from 30 %: "));
    }

    #[test]
    fn a_comparison_that_fails_leaves_the_story_open_with_all_that_is_selected() {
        for task in [Task::Flags, Task::Scores] {
            let mut model = open();
            let found = shown(&model);
            for key in ["Space", "j", "Space", "x"] {
                press(&mut model, key);
            }
            if task == Task::Scores {
                let flags = order(&model, Task::Flags);
                answer(&mut model, flags);
            }
            assert_eq!(update(&mut model, Message::Compared(task, None)), []);
            assert!(Arc::ptr_eq(&shown(&model), &found));
            assert_eq!(model.story().unwrap().selection.all().len(), 2);
            let notice = model.notice.clone().unwrap();
            assert!(notice.error && notice.text.starts_with("comparing again failed"), "{notice:?}");
            // It can be tried again, and there is nothing to take back.
            press(&mut model, "X");
            assert_eq!(model.notice.clone().unwrap().text, "nothing is corrected");
            assert!(!press(&mut model, "x").is_empty());
        }
    }

    /// A reader that writes an export.
    fn writing() -> Model {
        let mut model = open();
        press(&mut model, "e");
        let effects = press(&mut model, "Enter");
        assert!(matches!(effects.as_slice(), [Effect::Export(_)]), "{effects:?}");
        model
    }

    fn said(model: &Model) -> &str {
        model.notice.as_ref().map_or("", |notice| notice.text.as_str())
    }

    #[test]
    fn keys_are_answered_while_an_export_is_written() {
        let mut model = writing();
        // Nothing is written twice.
        assert_eq!(press(&mut model, "Enter"), []);
        press(&mut model, "Esc");
        assert!(model.modes.is_empty());
        let place = |model: &Model| match &model.phase {
            Phase::Open { story, views } => views.place(story),
            Phase::Loading { .. } => panic!("the story is not open"),
        };
        let before = place(&model);
        press(&mut model, "j");
        assert_ne!(place(&model), before);
        press(&mut model, "e");
        assert!(model.modes.is_empty() && said(&model).contains("still being written"));
        assert_eq!(update(&mut model, Message::Exported(Exported::Written("a.txt".into()))), []);
        assert_eq!(said(&model), "written to a.txt");
    }

    #[test]
    fn leaving_waits_for_the_export_unless_asked_again() {
        let mut model = writing();
        assert_eq!(press(&mut model, "Ctrl-c"), []);
        assert!(said(&model).starts_with("leaving once"), "{}", said(&model));
        let written = Message::Exported(Exported::Written("a.txt".into()));
        assert_eq!(update(&mut model, written), [Effect::Quit]);
        let mut model = writing();
        press(&mut model, "Ctrl-c");
        assert_eq!(press(&mut model, "Ctrl-c"), [Effect::Quit]);
    }

    #[test]
    fn an_export_that_fails_is_told_and_can_be_written_again() {
        let failed = || Message::Exported(Exported::Failed("the disk is full".to_owned()));
        let mut model = writing();
        update(&mut model, failed());
        assert!(drawn(&model).contains("the disk is full"), "{}", drawn(&model));
        assert_eq!(press(&mut model, "Enter").len(), 1);
        press(&mut model, "Esc");
        press(&mut model, "Ctrl-c");
        assert_eq!(update(&mut model, failed()), []);
        assert_eq!(said(&model), "the disk is full");
    }
}
