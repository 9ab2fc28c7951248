//! The view Merged: the story read once.

use super::{List, Listing, Row};
use crate::comparison::Comparison;
use crate::digest::{self, LineKind, MergedLine};
use crate::say::{Sign, badge_within, letter, one_line};
use crate::tui::action::Action;
use crate::tui::env::Charset;
use crate::tui::keymap::Context;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;
use crate::tui::view::View;

/// The section of its keys.
pub const MERGED: Context = Context("merged");
/// The most letters of a badge.
const BADGE: usize = 8;

/// What the view shows.
#[derive(Debug, Default)]
struct ReadOnce {
    /// Whether other wordings are left out of sight.
    folded: bool,
}

/// Looks at the story read once for the first time.
pub fn open_merged(story: &mut Story, scene: &Scene) -> Box<dyn View> {
    Box::new(List::new(ReadOnce::default(), story, scene))
}

impl Listing for ReadOnce {
    fn context(&self) -> Context {
        MERGED
    }

    fn rows(&self, comparison: &Comparison, _charset: Charset) -> Vec<Row> {
        let merged = digest::merged(comparison);
        let shown = |line: &&MergedLine| !self.folded || !matches!(line.kind, LineKind::Reworded(_));
        merged.lines.iter().filter(shown).map(|line| row(comparison, line)).collect()
    }

    fn summary(&self, comparison: &Comparison) -> String {
        let merged = digest::merged(comparison);
        let (lines, all) = (merged.to_read(), merged.sentences);
        let percent = (merged.share() * 100.0).round();
        let below = merged.lines.len() - lines;
        let others = if self.folded { "left out" } else { "indented" };
        format!(
            "{lines} of {all} sentences, {percent} %, in the order of {}; {below} other wordings {others}",
            letter(merged.base)
        )
    }

    fn nothing(&self) -> &'static str {
        "there is no story here"
    }

    fn act(&mut self, action: Action) -> Option<&'static str> {
        if action != Action::Fold {
            return None;
        }
        self.folded = !self.folded;
        Some(if self.folded { "other wordings are left out" } else { "other wordings are shown" })
    }
}

fn row(comparison: &Comparison, line: &MergedLine) -> Row {
    let id = line.sentence;
    let words = digest::contradicted(comparison, id, None);
    let article = &comparison.articles[id.article];
    let wording = comparison.wording(id);
    let text = one_line(&wording).into_owned();
    let inside = |at| article.in_wording(id.sentence, at);
    // Spans hold where the text is as it was.
    let loud = (text.len() == wording.len()).then(|| {
        let spans = words.iter().map(|span| crate::article::Span::new(inside(span.start), inside(span.end)));
        (spans.collect(), Meaning::Disputed)
    });
    let below = matches!(line.kind, LineKind::Reworded(_) | LineKind::Disputed);
    let sign = match line.kind {
        LineKind::Disputed => Some(Sign::Disputed),
        LineKind::Reworded(relation) => Some(Sign::of_relation(relation)),
        LineKind::Told | LineKind::Added => Sign::of_sentence(comparison, id),
    };
    Row {
        indent: u16::from(below),
        badge: badge_within(&line.articles, BADGE),
        sign,
        text,
        loud,
        quiet: matches!(line.kind, LineKind::Reworded(_)),
        sentence: Some(id),
        sentences: line.folded.iter().chain([&id]).copied().collect(),
        ..Row::default()
    }
}
