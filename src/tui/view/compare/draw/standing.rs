//! What an article has for the sentence at the cursor, in a few words.

use crate::article::SentenceId;
use crate::comparison::Status;
use crate::digest;
use crate::say::{self, Sign};
use crate::tui::drawing::drawing;
use crate::tui::theme::Meaning;
use crate::tui::view::compare::state::Sight;

/// What is said of an article.
pub(super) struct Standing {
    pub(super) sign: Option<Sign>,
    /// The words, from left to right.
    pub(super) parts: Vec<(String, Meaning)>,
}

impl Standing {
    /// None where there is nothing to say: at the cursor itself, unless it is told differently elsewhere or was come to
    /// on a walk through everyone who says the same; and where the cursor is on no sentence.
    pub(super) fn of(sight: &Sight<'_>, article: usize) -> Option<Self> {
        let here = sight.compare.sentence()?;
        if here.article == article {
            Self::at_cursor(sight, here)
        } else {
            Some(Self::beside(sight, here, article))
        }
    }

    fn beside(sight: &Sight<'_>, here: SentenceId, article: usize) -> Self {
        let counterparts = sight.compare.counterparts.within(article);
        let Some(best) = counterparts.first() else {
            return Self { sign: None, parts: vec![quiet("not here")] };
        };
        let sign = Sign::of_counterpart(best);
        let mut parts = match sign {
            Sign::Disputed => says(sight, best.id, Some(here)),
            Sign::Possible => vec![quiet(&say::odds(best.score))],
            Sign::Identical => vec![quiet("says it word for word")],
            Sign::Edited => vec![quiet("says it, edited")],
            Sign::Partial => vec![quiet("says a part of it")],
            Sign::SameQuote => vec![quiet("has the quotation")],
            _ => vec![quiet("says it in other words")],
        };
        if counterparts.len() > 1 {
            parts.push(quiet(&format!(", 1 of {}", counterparts.len())));
        }
        parts.extend(arrow(sight, best.id).map(|arrow| quiet(&format!(" {arrow}"))));
        Self { sign: Some(sign), parts }
    }

    fn at_cursor(sight: &Sight<'_>, here: SentenceId) -> Option<Self> {
        let told = sight.comparison().finding(here).status == Status::Disputed;
        let mut parts = if told { says(sight, here, None) } else { Vec::new() };
        if let Some((at, all)) = place_on_tour(sight, here) {
            let comma = if told { ", " } else { "" };
            parts.push(quiet(&format!("{comma}{at} of {all}")));
        }
        (!parts.is_empty()).then_some(Self { sign: told.then_some(Sign::Disputed), parts })
    }
}

fn quiet(words: &str) -> (String, Meaning) {
    (words.to_owned(), Meaning::Quiet)
}

/// The words of a sentence that `other`, or anybody, contradicts.
fn says(sight: &Sight<'_>, id: SentenceId, other: Option<SentenceId>) -> Vec<(String, Meaning)> {
    let text = &sight.comparison().articles[id.article].text;
    let words = digest::contradicted(sight.comparison(), id, other);
    let words: Vec<&str> = words.iter().map(|span| span.of(text)).collect();
    vec![quiet("says "), (words.join(", "), Meaning::Disputed)]
}

/// Which of the sentences of its article that a walk visits the cursor is on, from 1, where there are several.
fn place_on_tour(sight: &Sight<'_>, here: SentenceId) -> Option<(usize, usize)> {
    let tour = sight.compare.tour.as_ref()?;
    let members: Vec<_> = tour.members.iter().filter(|id| id.article == here.article).collect();
    let at = members.iter().position(|&&id| Some(&id) == tour.members.get(tour.at))?;
    (members.len() > 1).then_some((at + 1, members.len()))
}

/// Where a sentence is that has no row on the screen.
fn arrow(sight: &Sight<'_>, id: SentenceId) -> Option<&'static str> {
    let visible = sight.in_sight(id.article);
    let at = sight.compare.flows[id.article].item_of(sight.comparison(), id)?;
    let drawing = drawing(sight.scene.charset());
    let (first, last) = (*visible.first()?, *visible.last()?);
    (at < first).then_some(drawing.above).or_else(|| (at > last).then_some(drawing.below))
}
