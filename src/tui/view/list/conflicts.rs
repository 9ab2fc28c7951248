//! The view Conflicts: where sources differ, one thing after the other, each side with who says it.

use super::{List, Listing, Row};
use crate::article::{SentenceId, Span};
use crate::comparison::{Comparison, DisagreementKind, Verdict};
use crate::digest::{self, Dispute};
use crate::say::{self, Sign, badge_within, one_line};
use crate::tui::effect::Effect;
use crate::tui::env::Charset;
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
pub fn open_conflicts(story: &mut Story, scene: &Scene) -> Box<dyn View> {
    Box::new(List::new(Disputes, story, scene))
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

fn sorted(comparison: &Comparison) -> Vec<Dispute> {
    let mut disputes = digest::disputes(comparison);
    disputes.sort_by_key(|dispute| dispute.kinds.iter().map(|&kind| rank(kind)).min());
    disputes
}

impl Listing for Disputes {
    fn context(&self) -> Context {
        CONFLICTS
    }

    fn rows(&self, comparison: &Comparison, _charset: Charset) -> Vec<Row> {
        let mut rows = Vec::new();
        for dispute in sorted(comparison) {
            if !rows.is_empty() {
                rows.push(Row::blank());
            }
            let kinds: Vec<&str> = dispute.kinds.iter().map(|&kind| say::disagreement(kind)).collect();
            let sides = dispute.sides.len();
            let told: Vec<String> = dispute
                .sides
                .iter()
                .map(|side| {
                    let text = &comparison.articles[side.sentence.article].text;
                    let words: Vec<String> =
                        side.words.iter().map(|span| one_line(span.of(text)).into_owned()).collect();
                    format!("{} ({})", words.join(", "), say::count(side.articles.len(), "source"))
                })
                .collect();
            rows.push(Row::heading(format!("{}, {sides} sides: {}", kinds.join(", "), told.join(" / "))));
            let all: Vec<SentenceId> = dispute.sentences().collect();
            for side in &dispute.sides {
                let id = side.sentence;
                let article = &comparison.articles[id.article];
                let wording = comparison.wording(id);
                let text = one_line(&wording).into_owned();
                let inside = |at| article.in_wording(id.sentence, at);
                let spans = side.words.iter().map(|span| Span::new(inside(span.start), inside(span.end)));
                let loud = (text.len() == wording.len()).then(|| (spans.collect(), Meaning::Disputed));
                rows.push(Row {
                    badge: badge_within(&side.articles, BADGE),
                    sign: Some(Sign::Disputed),
                    text,
                    loud,
                    sentence: Some(id),
                    sentences: all.clone(),
                    ..Row::default()
                });
            }
        }
        rows
    }

    fn summary(&self, comparison: &Comparison) -> String {
        let disputes = digest::disputes(comparison);
        let mut kinds: Vec<(DisagreementKind, usize)> = Vec::new();
        for kind in disputes.iter().flat_map(|dispute| &dispute.kinds) {
            match kinds.iter_mut().find(|(known, _)| known == kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((*kind, 1)),
            }
        }
        kinds.sort_by_key(|&(kind, _)| rank(kind));
        let kinds: Vec<String> =
            kinds.iter().map(|&(kind, count)| format!("{} {count}", say::disagreement(kind))).collect();
        match disputes.len() {
            0 => "no disagreement was found".to_owned(),
            1 => format!("1 thing is told differently: {}", kinds.join(", ")),
            many => format!("{many} things are told differently: {}", kinds.join(", ")),
        }
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
