//! What every view does alike with the sentence at its cursor.

use std::collections::BTreeSet;

use crate::article::SentenceId;
use crate::comparison::Verdict;
use crate::say::count;
use crate::tui::action::Action;
use crate::tui::dialog::note::NoteLine;
use crate::tui::effect::Effect;
use crate::tui::keymap::Context;
use crate::tui::mode::Outcome;
use crate::tui::notice::Notice;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::story::copying::MOST_COPIED;

/// Said where a sentence is needed.
pub const NO_SENTENCE: &str = "there is no sentence here";

/// What was said of the story, with the key that takes it back; or why nothing was.
pub fn judged(
    scene: &Scene,
    context: Context,
    judged: Result<(String, Vec<Effect>), &'static str>,
) -> Outcome {
    let (said, effects) = match judged {
        Ok(done) => done,
        Err(why) => return Outcome::say(why),
    };
    let undo = scene.keymap.keys(context, Action::UndoCorrection);
    let undo = undo.first().map(|key| format!("; {key} takes it back")).unwrap_or_default();
    (Notice::plain(format!("{said}{undo}")), effects).into()
}

/// Points at a sentence, or says something of it and the one that was pointed at.
pub fn judge(
    story: &mut Story,
    scene: &Scene,
    context: Context,
    here: SentenceId,
    verdict: Verdict,
) -> Outcome {
    match story.take_pointed(verdict) {
        Some(first) if first == here => Outcome::say("nothing is said of this sentence"),
        Some(first) => judged(scene, context, story.judge(first, here, verdict)),
        None => {
            story.point(here, verdict);
            let (action, what) = match verdict {
                Verdict::Different => (Action::JudgeDifferent, "doesn't say the same"),
                _ => (Action::JudgeSame, "says the same"),
            };
            let key = scene.keymap.shown(context, action);
            Outcome::say(format!("go to the sentence that {what} and press {key} there"))
        }
    }
}

/// Says of a sentence alone that it is not the story, or takes that back.
pub fn set_aside(story: &mut Story, scene: &Scene, context: Context, id: SentenceId) -> Outcome {
    let block = story.comparison.articles[id.article].sentences[id.sentence].block;
    if story.comparison.flag(id.article, block).is_some() {
        let key = scene.keymap.shown(context, Action::Correct);
        return Outcome::say(format!("the whole line is off-topic; {key} says that it is the story"));
    }
    judged(scene, context, Ok(story.set_aside(id)))
}

/// Copies what is selected; where nothing is, these sentences.
pub fn copy(story: &Story, scene: &Scene, context: Context, here: BTreeSet<SentenceId>) -> Outcome {
    let sentences = if story.selection.is_empty() { here } else { story.selection.all() };
    if sentences.is_empty() {
        return Outcome::say("there is no sentence here to copy");
    }
    let text = story.quoted(&sentences);
    let words = count(sentences.len(), "sentence");
    if text.len() > MOST_COPIED {
        let export = scene.keymap.shown(context, Action::Export);
        let said = Notice::failure(format!("{words}: more than terminals copy; {export} exports them"));
        return Outcome { said: Some(said), ..Outcome::default() };
    }
    (Notice::plain(format!("copied {words}")), vec![Effect::Copy(text)]).into()
}

/// Has something written beside a sentence.
pub fn note(story: &Story, here: Option<SentenceId>) -> Outcome {
    here.map_or_else(
        || Outcome::say("there is no sentence here to write beside"),
        |id| Outcome::open(NoteLine::of(story, id)),
    )
}

/// Clears the selection; where there is none, brings back what was cleared last.
pub fn clear_selection(story: &mut Story, scene: &Scene, context: Context) -> Outcome {
    let cleared = story.selection.clear();
    if cleared == 0 {
        return Outcome::say(story.selection.words());
    }
    let key = scene.keymap.keys(context, Action::ClearSelection);
    let key = key.first().map(|key| format!("; {key} brings them back")).unwrap_or_default();
    Outcome::say(format!("{cleared} no longer selected{key}"))
}
