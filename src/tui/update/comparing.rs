//! The story compared again, in the background: asked for, and put in the place of what is shown.

use std::sync::Arc;

use super::showing;
use crate::comparison::{Certainty, Comparison, Score, Settings};
use crate::tui::cells::scroll::Scroll;
use crate::tui::comparing::Task;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Notice, Phase};
use crate::tui::reader::Reader;
use crate::tui::view::compare::regions::Regions;

/// Hundredths of probability by which one key changes how close counts as a match.
const STEP: i32 = 5;

/// Moves by so many steps how close counts as a match.
pub(super) fn threshold(model: &mut Model, steps: i32) -> Vec<Effect> {
    let regions = model.regions();
    let Phase::Open(reader) = &mut model.phase else { return Vec::new() };
    let percent = (percent(reader.comparing.settings()) + steps * STEP) / STEP * STEP;
    let percent = percent.clamp(STEP, 100 - STEP);
    let certain = Score::from_probability(f64::from(percent) / 100.0);
    let possible = Settings::default().possible.min(certain);
    reader.comparing.want_settings(Settings { certain, possible });
    let effects = ask(reader, regions.as_ref());
    let is_there = reader.comparing.ready().is_some();
    model.say(certain_from(percent));
    if is_there {
        count_matches(model);
    }
    effects
}

fn percent(settings: Settings) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
    let percent = (settings.certain.probability() * 100.0).round() as i32;
    percent
}

fn certain_from(percent: i32) -> String {
    format!("certain from {percent} %")
}

/// Adds to what was said of the settings how many matches they lead to, unless something else was said since.
fn count_matches(model: &mut Model) {
    let Some(reader) = model.reader() else { return };
    let asked = certain_from(percent(reader.comparison.settings));
    if model.notice.as_ref().is_none_or(|notice| notice.text != asked) {
        return;
    }
    let matches = reader.comparison.matches.iter();
    let count = matches.filter(|found| found.certainty == Certainty::Certain).count();
    model.say(format!("{asked}: {count} matches"));
}

/// Shows what is wanted where it is there; else hands back what has to be done for it.
pub(super) fn ask(reader: &mut Reader, regions: Option<&Regions>) -> Vec<Effect> {
    if let Some(whole) = reader.comparing.ready().filter(|whole| !Arc::ptr_eq(whole, &reader.comparison)) {
        let whole = Arc::clone(whole);
        show(reader, regions, whole);
    }
    reader.comparing.begin(&reader.comparison).into_iter().map(Effect::Compare).collect()
}

/// What came of a task: shown where it is what was asked for last.
pub(super) fn answered(model: &mut Model, task: Task, answer: Option<Arc<Comparison>>) -> Vec<Effect> {
    let regions = model.regions();
    let Phase::Open(reader) = &mut model.phase else { return Vec::new() };
    let Some(answer) = answer else {
        reader.comparing.give_up(task);
        // What was corrected since can't be taken back: it is not there.
        let kept = reader.corrected.iter().rposition(|before| before == reader.comparing.corrections());
        reader.corrected.truncate(kept.unwrap_or(reader.corrected.len()));
        let effects = ask(reader, regions.as_ref());
        let text = "comparing again failed; the story stays as it was before".to_owned();
        model.notice = Some(Notice { text, error: true });
        return effects;
    };
    if let Some(first) = reader.comparing.take(task, answer) {
        show(reader, regions.as_ref(), first);
    }
    let effects = ask(reader, regions.as_ref());
    count_matches(model);
    effects
}

/// Puts a comparison in the place of the one that is shown.
fn show(reader: &mut Reader, regions: Option<&Regions>, comparison: Arc<Comparison>) {
    reader.comparison = comparison;
    match regions {
        Some(regions) => showing::renew(reader, regions),
        // Nothing is shown that could stay where it is.
        None => {
            reader.set_pages();
            reader.scrolls.fill(Scroll::default());
            reader.meet();
        }
    }
}
