//! Corrections: what the reader says of a line is asked for at once; what follows is worked out in the background.

use super::{comparing, with_reader};
use crate::comparison::Verdict;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::view::compare::column::Shown;

/// Says the opposite of what is said of the block at the cursor, or of every block of the folded run.
pub(super) fn overrule(model: &mut Model) -> Vec<Effect> {
    let mut said = None;
    let mut effects = Vec::new();
    with_reader(model, |reader, regions| {
        let Some(item) = reader.item() else { return };
        let article = reader.cursor.article;
        let last = if let Shown::Fold { last } = item.shown { last } else { item.block };
        let id = &reader.comparison.articles[article].id;
        let before = reader.comparing.corrections();
        // What was said last counts, whether it is shown yet or not.
        let said_of = before.of(id, item.block);
        let flagged = said_of.map_or_else(
            || reader.comparison.was_flagged(article, item.block),
            |said| said == Verdict::OffTopic,
        );
        let verdict = if flagged { Verdict::Story } else { Verdict::OffTopic };
        let mut corrections = before.clone();
        for block in item.block..=last {
            if reader.comparison.was_flagged(article, block) == flagged {
                corrections.set(id, block, verdict);
            } else {
                // Back to what was found, with its reasons.
                corrections.forget(id, block);
            }
        }
        reader.corrected.push(before.clone());
        let subject = match last + 1 - item.block {
            1 if reader.comparison.articles[article].sentences_of(item.block).len() > 1 => {
                "this paragraph is".to_owned()
            }
            1 => "this line is".to_owned(),
            lines => format!("these {lines} lines are"),
        };
        said = Some(match verdict {
            Verdict::Story => format!("{subject} the story"),
            Verdict::OffTopic => format!("{subject} not the story"),
        });
        reader.comparing.want_corrections(corrections);
        effects = comparing::ask(reader, Some(regions));
    });
    if let Some(said) = said {
        let undo = model.keymap.keys(Action::UndoCorrection).next();
        let undo = undo.map(|key| format!("; {key} takes it back")).unwrap_or_default();
        model.say(format!("{said}{undo}"));
    }
    effects
}

/// Takes the last correction back.
pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    let mut text = "nothing is corrected";
    let mut effects = Vec::new();
    with_reader(model, |reader, regions| {
        if let Some(before) = reader.corrected.pop() {
            text = "the last correction is taken back";
            reader.comparing.want_corrections(before);
            effects = comparing::ask(reader, Some(regions));
        }
    });
    model.say(text);
    effects
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::layout::Size;

    use super::*;
    use crate::comparison::{Comparison, Settings, compare};
    use crate::read::Originals;
    use crate::tui::Loaded;
    use crate::tui::comparing::{Order, Task};
    use crate::tui::env::Environment;
    use crate::tui::keymap::Keymap;
    use crate::tui::settings::ReaderSettings;
    use crate::tui::update::{Message, update};

    fn open() -> Model {
        let environment = Environment::of(|_| None);
        let keymap = Keymap::preset().unwrap();
        let mut model = Model::new(Size::new(80, 24), environment, keymap, ReaderSettings::default());
        let comparison = compare(crate::sample::articles(), Settings::default());
        let loaded = Loaded { comparison, left_out: Vec::new(), originals: Originals::default() };
        update(&mut model, Message::Loaded(Box::new(loaded)));
        model
    }

    fn press(model: &mut Model, action: Action) -> Vec<Effect> {
        update(model, Message::Do(action))
    }

    fn shown(model: &Model) -> Arc<Comparison> {
        Arc::clone(&model.reader().unwrap().comparison)
    }

    fn order(model: &Model, task: Task) -> Order {
        model.reader().unwrap().comparing.order(task)
    }

    fn answer(model: &mut Model, order: Order) -> Vec<Effect> {
        update(model, Message::Compared(order.task(), Some(Arc::new(order.carried_out()))))
    }

    #[test]
    fn a_correction_leaves_the_screen_free_and_what_was_asked_last_counts() {
        let mut model = open();
        let found = shown(&model);
        press(&mut model, Action::NextSentence);
        let both = [Effect::Compare(Task::Flags), Effect::Compare(Task::Scores)];
        assert_eq!(press(&mut model, Action::Correct), both);
        // The key itself works nothing out.
        assert!(Arc::ptr_eq(&shown(&model), &found));
        let (flags, scores) = (order(&model, Task::Flags), order(&model, Task::Scores));

        // Meanwhile another line is corrected: one task of a kind at a time.
        press(&mut model, Action::NextSentence);
        assert_eq!(press(&mut model, Action::Correct), []);
        // What is shown is no comparison yet, so it is not exported.
        press(&mut model, Action::Export);
        assert!(model.overlay.is_none());

        // What comes back is of yesterday: it is not shown, and the next task begins.
        assert_eq!(answer(&mut model, flags), [Effect::Compare(Task::Flags)]);
        assert!(Arc::ptr_eq(&shown(&model), &found));
        let flags = order(&model, Task::Flags);
        assert_eq!(answer(&mut model, flags), []);
        assert!(shown(&model).flag(0, 1).is_some() && shown(&model).flag(0, 2).is_some());
        assert_eq!(answer(&mut model, scores), [Effect::Compare(Task::Scores)]);
        assert!(model.reader().unwrap().comparing.ready().is_none());

        // More matches are asked for in the meantime; the new scores serve them as well.
        let scores = order(&model, Task::Scores);
        assert_eq!(press(&mut model, Action::Looser), [Effect::Compare(Task::Flags)]);
        let flags = order(&model, Task::Flags);
        assert_eq!(answer(&mut model, scores), []);
        assert_eq!(answer(&mut model, flags), [Effect::Compare(Task::Settings)]);
        let settings = order(&model, Task::Settings);
        assert_eq!(answer(&mut model, settings), []);
        let wanted = model.reader().unwrap().comparing.settings();
        assert_ne!(wanted, found.settings);
        let fresh = found.corrected(shown(&model).corrections.as_ref().clone()).at(wanted);
        assert_eq!(shown(&model).matches, fresh.matches);
        assert!(model.reader().unwrap().comparing.ready().is_some());
    }

    #[test]
    fn what_was_there_before_needs_no_work() {
        let mut model = open();
        let found = shown(&model);
        press(&mut model, Action::NextSentence);
        press(&mut model, Action::Correct);
        let flags = order(&model, Task::Flags);
        answer(&mut model, flags);
        assert!(shown(&model).flag(0, 1).is_some());
        assert_eq!(press(&mut model, Action::UndoCorrection), []);
        assert!(Arc::ptr_eq(&shown(&model), &found));
    }

    #[test]
    fn keys_that_are_held_down_leave_one_task_behind() {
        let mut model = open();
        assert_eq!(press(&mut model, Action::Looser), [Effect::Compare(Task::Settings)]);
        let first = order(&model, Task::Settings);
        for _ in 0..5 {
            assert_eq!(press(&mut model, Action::Looser), []);
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
            for action in [Action::Select, Action::NextSentence, Action::Select, Action::Correct] {
                press(&mut model, action);
            }
            if task == Task::Scores {
                let flags = order(&model, Task::Flags);
                answer(&mut model, flags);
            }
            assert_eq!(update(&mut model, Message::Compared(task, None)), []);
            assert!(Arc::ptr_eq(&shown(&model), &found));
            assert_eq!(model.reader().unwrap().selection.all().len(), 2);
            let notice = model.notice.clone().unwrap();
            assert!(notice.error && notice.text.starts_with("comparing again failed"), "{notice:?}");
            // It can be tried again, and there is nothing to take back.
            press(&mut model, Action::UndoCorrection);
            assert_eq!(model.notice.clone().unwrap().text, "nothing is corrected");
            assert!(!press(&mut model, Action::Correct).is_empty());
        }
    }
}
