//! The view Conflicts: where sources differ, one thing after the other, each side with who says it.

use std::collections::BTreeMap;

use super::{List, Listing, Row};
use crate::article::SentenceId;
use crate::comparison::{Comparison, DisagreementKind, Verdict};
use crate::digest::{self, Dispute};
use crate::say::{self, Sign, badge_within, one_line};
use crate::tui::effect::Effect;
use crate::tui::keymap::Context;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;
use crate::tui::view::View;

/// The section of its keys.
pub const CONFLICTS: Context = Context("conflicts");
/// The most letters of a badge.
const BADGE: usize = 8;

/// What the view shows.
#[derive(Debug)]
struct Disputes;

/// Looks at the disagreements of a story for the first time.
pub fn open_conflicts(story: &mut Story, _scene: &Scene) -> Box<dyn View> {
    Box::new(List::new(Disputes, story))
}

/// Facts before words: a changed number is plainer than a changed quotation.
const fn rank(kind: DisagreementKind) -> u8 {
    match kind {
        DisagreementKind::Number => 0,
        DisagreementKind::Time => 1,
        DisagreementKind::Name => 2,
        DisagreementKind::Opposite => 3,
        DisagreementKind::Negation => 4,
        DisagreementKind::Who => 5,
        DisagreementKind::Quote => 6,
    }
}

impl Listing for Disputes {
    fn context(&self) -> Context {
        CONFLICTS
    }

    fn lay_out(&self, comparison: &Comparison) -> (Vec<Row>, String) {
        let mut disputes = digest::disputes(comparison);
        disputes.sort_by_key(|dispute| dispute.kinds.iter().map(|&kind| rank(kind)).min());
        let mut rows = Vec::new();
        for dispute in &disputes {
            if !rows.is_empty() {
                rows.push(Row::blank());
            }
            rows.push(Row::heading(heading(comparison, dispute)));
            let all: Vec<SentenceId> = dispute.sentences().collect();
            rows.extend(dispute.sides.iter().map(|side| Row {
                badge: badge_within(&side.articles, BADGE),
                sign: Some(Sign::Disputed),
                sentences: all.clone(),
                ..Row::of(comparison, side.sentence, &side.words, Meaning::Disputed)
            }));
        }
        (rows, summary(&disputes))
    }

    fn nothing(&self) -> &'static str {
        "no source was found to contradict another"
    }

    fn correct(&self, story: &mut Story, row: &Row) -> Option<Result<(String, Vec<Effect>), &'static str>> {
        let id = row.sentence?;
        let others: Vec<SentenceId> = row.sentences.iter().copied().filter(|other| *other != id).collect();
        let found = story.comparison.matches_of(id).filter(|found| found.is_disputed());
        let disputed: Vec<SentenceId> =
            found.filter_map(|found| found.other(id)).filter(|other| others.contains(other)).collect();
        match disputed.as_slice() {
            [one] => Some(story.judge(id, *one, Verdict::NoDisagreement)),
            _ => Some(story.agree(id)),
        }
    }
}

/// What is told differently, in which words, and by how many.
fn heading(comparison: &Comparison, dispute: &Dispute) -> String {
    let kinds: Vec<&str> = dispute.kinds.iter().map(|&kind| say::disagreement(kind)).collect();
    let told = dispute.sides.iter().map(|side| {
        let text = &comparison.articles[side.sentence.article].text;
        let words: Vec<String> = side.words.iter().map(|span| one_line(span.of(text)).into_owned()).collect();
        format!("{} ({})", words.join(", "), say::count(side.articles.len(), "source"))
    });
    let told: Vec<String> = told.collect();
    format!("{}, {} sides: {}", kinds.join(", "), dispute.sides.len(), told.join(" / "))
}

/// How many things are told differently, by kind.
fn summary(disputes: &[Dispute]) -> String {
    let mut kinds: BTreeMap<u8, (DisagreementKind, usize)> = BTreeMap::new();
    for &kind in disputes.iter().flat_map(|dispute| &dispute.kinds) {
        kinds.entry(rank(kind)).or_insert((kind, 0)).1 += 1;
    }
    let kinds: Vec<String> =
        kinds.values().map(|&(kind, count)| format!("{} {count}", say::disagreement(kind))).collect();
    match disputes.len() {
        0 => "no disagreement was found".to_owned(),
        1 => format!("1 thing is told differently: {}", kinds.join(", ")),
        many => format!("{many} things are told differently: {}", kinds.join(", ")),
    }
}
