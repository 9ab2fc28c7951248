//! The line at the cursor in words: what its sign says, who else has it, and what speaks for that.

use super::state::Compare;
use crate::article::SentenceId;
use crate::comparison::{Certainty, Comparison, Status, Via};
use crate::digest::Counterpart;
use crate::offtopic::OffTopic;
use crate::say::{self, Sign, letter, one_line};
use crate::tui::dialog::text::TextDialog;
use crate::tui::env::Charset;
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

/// Counterparts that are told one by one.
const MOST: usize = 30;

impl Compare {
    /// Opens what there is to say of the line at the cursor.
    pub(super) fn explain(&self, story: &Story, scene: &Scene) -> Outcome {
        let comparison = &story.comparison;
        let Some(item) = self.item() else { return Outcome::say("there is no line here") };
        let article = self.cursor.article;
        let names = &comparison.names[article];
        let who = names.outlet.as_deref().unwrap_or(&names.label);
        let block = &comparison.articles[article].blocks[item.block];
        let mut text = vec![format!("In {}, {}: {}.", letter(article), one_line(who), say::role(block.role))];
        let flag = comparison.flag(article, item.block);
        match (flag, self.sentence()) {
            (Some(flag), _) => text.extend(of_flag(flag)),
            (None, Some(id)) => {
                text.push(format!("\u{201c}{}\u{201d}", one_line(&comparison.wording(id))));
                text.extend(of_sentence(comparison, id, scene.charset()));
                if let Some(note) = story.notes.get(&id) {
                    text.extend([String::new(), format!("Your note: {note}")]);
                }
                if story.selection.holds(id) {
                    text.extend([String::new(), "It is selected.".to_owned()]);
                }
            }
            (None, None) => text.push("It has no sentence, and is compared with nothing.".to_owned()),
        }
        Outcome::open(TextDialog::new("The line at the cursor", text))
    }
}

fn of_flag(flag: &OffTopic) -> Vec<String> {
    let sure = say::odds(flag.confidence);
    let mut text = vec![String::new(), format!("Not this story: {}, {sure}, because:", say::flag(flag))];
    text.extend(flag.reasons.iter().map(|reason| format!("- {reason}")));
    text
}

fn of_sentence(comparison: &Comparison, id: SentenceId, charset: Charset) -> Vec<String> {
    let mut text = vec![String::new()];
    let finding = comparison.finding(id);
    match Sign::of_sentence(comparison, id) {
        Some(sign) => {
            let glyph = if charset == Charset::Utf8 { sign.unicode() } else { sign.ascii() };
            text.push(format!("Its sign is {glyph}: {}.", sign.explanation()));
        }
        None => text.push("It has no sign: no other source says it.".to_owned()),
    }
    if comparison.is_aside(id) {
        text.push("You said that it is not the story.".to_owned());
    }
    let mut counterparts: Vec<Counterpart> =
        comparison.matches_of(id).filter_map(|found| Counterpart::of(found, id)).collect();
    let more = counterparts.len().saturating_sub(MOST);
    counterparts.truncate(MOST);
    if !counterparts.is_empty() {
        text.push(String::new());
    }
    for counterpart in &counterparts {
        text.push(of_counterpart(comparison, id, counterpart));
    }
    if more > 0 {
        text.push(format!("And {more} more."));
    }
    if let Some(nearest) = finding.nearest.filter(|_| finding.status == Status::Unique) {
        let (odds, name) = (say::odds(nearest.score), letter(nearest.sentence.article));
        text.extend([
            String::new(),
            format!(
                "The nearest that was found, {odds} to say the same, is in {name}: \u{201c}{}\u{201d}",
                one_line(&comparison.wording(nearest.sentence))
            ),
        ]);
    }
    text
}

/// One counterpart: who, how, how surely, and what it says differently.
fn of_counterpart(comparison: &Comparison, id: SentenceId, counterpart: &Counterpart) -> String {
    let name = letter(counterpart.id.article);
    let wording = comparison.wording(counterpart.id);
    let wording = one_line(&wording);
    let found = comparison.match_between(id, counterpart.id);
    let how = match (counterpart.certainty, found.map(|found| found.via)) {
        (_, Some(Via::Correction)) => "says the same, as you said".to_owned(),
        (Certainty::Certain, _) => {
            let sign = Sign::of_relation(counterpart.relation);
            format!("{} ({})", of_relation(sign), say::odds(counterpart.score))
        }
        (Certainty::Possible, _) => format!("may say the same: {}", say::odds(counterpart.score)),
    };
    let mut text = format!("{name} {how}: \u{201c}{wording}\u{201d}");
    let of = |id: SentenceId, span: crate::article::Span| {
        one_line(span.of(&comparison.articles[id.article].text)).into_owned()
    };
    for told in found.into_iter().flat_map(|found| found.disagreements.iter()) {
        let (mine, theirs) = match found {
            Some(found) if found.a == id => (of(found.a, told.a), of(found.b, told.b)),
            _ => (of(id, told.b), of(counterpart.id, told.a)),
        };
        text += &format!(" They differ in a {}: {mine} here, {theirs} there.", say::disagreement(told.kind));
    }
    text
}

const fn of_relation(sign: Sign) -> &'static str {
    match sign {
        Sign::Identical => "says it word for word",
        Sign::Edited => "says it, lightly edited",
        Sign::Partial => "says a part of it, or says it with something else",
        Sign::SameQuote => "has the same quotation",
        _ => "says it in other words",
    }
}
