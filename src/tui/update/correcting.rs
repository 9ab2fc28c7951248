//! Corrections: what the reader says of a line counts at once; what follows for the matches is worked out in the
//! background.

use super::{showing, with_reader};
use crate::comparison::{Comparison, Corrections, Verdict};
use crate::tui::action::Action;
use crate::tui::cells::scroll::Scroll;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Phase};
use crate::tui::reader::Reader;
use crate::tui::view::compare::column::Shown;
use crate::tui::view::compare::regions::Regions;

/// Says the opposite of what is said of the block at the cursor, or of every block of the folded run.
pub(super) fn overrule(model: &mut Model) -> Vec<Effect> {
    let mut said = None;
    let mut effects = Vec::new();
    with_reader(model, |reader, regions| {
        let Some(item) = reader.item() else { return };
        let article = reader.cursor.article;
        let last = if let Shown::Fold { last } = item.shown { last } else { item.block };
        let flagged = reader.comparison.flag(article, item.block).is_some();
        let verdict = if flagged { Verdict::Story } else { Verdict::OffTopic };
        let mut corrections = reader.comparison.corrections.as_ref().clone();
        let id = &reader.comparison.articles[article].id;
        for block in item.block..=last {
            if reader.comparison.was_flagged(article, block) == flagged {
                corrections.set(id, block, verdict);
            } else {
                // Back to what was found, with its reasons.
                corrections.forget(id, block);
            }
        }
        reader.corrected.push(reader.comparison.corrections.as_ref().clone());
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
        effects = correct(reader, regions, corrections);
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
            effects = correct(reader, regions, before);
        }
    });
    model.say(text);
    effects
}

/// Shows the flags under new corrections, and has the story compared again.
fn correct(reader: &mut Reader, regions: &Regions, corrections: Corrections) -> Vec<Effect> {
    reader.comparison = reader.comparison.flagged(corrections);
    showing::renew(reader, regions);
    // One comparison at a time: whatever is corrected meanwhile has its turn when that is there.
    let begins = !std::mem::replace(&mut reader.comparing, true);
    if begins { vec![Effect::Compare] } else { Vec::new() }
}

/// Puts the story as it was compared again in the place of the one that is shown.
pub(super) fn compared(model: &mut Model, comparison: Comparison) -> Vec<Effect> {
    let regions = model.regions();
    let Phase::Open(reader) = &mut model.phase else { return Vec::new() };
    if !std::sync::Arc::ptr_eq(&comparison.articles, &reader.comparison.articles) {
        // Of a story that is no longer open.
        return Vec::new();
    }
    if comparison.corrections != reader.comparison.corrections {
        return vec![Effect::Compare];
    }
    reader.comparing = false;
    let settings = reader.comparison.settings;
    reader.comparison = if comparison.settings == settings { comparison } else { comparison.at(settings) };
    match regions {
        Some(regions) => showing::renew(reader, &regions),
        // Nothing is shown that could stay where it is.
        None => {
            reader.set_pages();
            reader.scrolls.fill(Scroll::default());
            reader.meet();
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::comparison::{Settings, compare};
    use crate::read::Originals;
    use crate::tui::Loaded;
    use crate::tui::env::Environment;
    use crate::tui::keymap::Keymap;
    use crate::tui::settings::ReaderSettings;
    use crate::tui::update::{Message, update};

    #[test]
    fn a_correction_shows_at_once_and_one_comparison_runs_at_a_time() {
        let environment = Environment::of(|_| None);
        let keymap = Keymap::preset().unwrap();
        let mut model = Model::new(Size::new(80, 24), environment, keymap, ReaderSettings::default());
        let comparison = compare(crate::sample::articles(), Settings::default());
        let found = comparison.clone();
        update(
            &mut model,
            Message::Loaded(Box::new(Loaded {
                comparison,
                left_out: Vec::new(),
                originals: Originals::default(),
            })),
        );
        let shown = |model: &Model| model.reader().unwrap().comparison.clone();

        update(&mut model, Message::Do(Action::NextSentence));
        assert_eq!(update(&mut model, Message::Do(Action::Correct)), [Effect::Compare]);
        let first = shown(&model);
        assert!(first.flag(0, 1).is_some());
        update(&mut model, Message::Do(Action::NextSentence));
        assert_eq!(update(&mut model, Message::Do(Action::Correct)), []);
        assert!(shown(&model).flag(0, 2).is_some());

        // What is shown is no comparison yet, so it is not exported.
        update(&mut model, Message::Do(Action::Export));
        assert!(model.overlay.is_none());

        // What comes back is of yesterday: it is not shown, and the next comparison begins.
        let corrected = |shown: &Comparison| found.corrected(shown.corrections.as_ref().clone());
        let late = Message::Compared(Box::new(corrected(&first)));
        assert_eq!(update(&mut model, late), [Effect::Compare]);
        assert!(shown(&model).flag(0, 2).is_some() && model.reader().unwrap().comparing);
        // More matches were asked for in the meantime.
        update(&mut model, Message::Do(Action::Looser));
        let fresh = corrected(&shown(&model));
        assert_eq!(update(&mut model, Message::Compared(Box::new(fresh.clone()))), []);
        let settings = shown(&model).settings;
        assert_ne!(settings, fresh.settings);
        assert_eq!(shown(&model).matches, fresh.at(settings).matches);
        assert!(!model.reader().unwrap().comparing);
    }
}
