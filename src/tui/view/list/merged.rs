//! The view Merged: the story read once.

use super::{List, Listing, Row};
use crate::comparison::Comparison;
use crate::digest::{self, LineKind, MergedLine};
use crate::say::{self, Sign, badge_within};
use crate::tui::action::Action;
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
pub fn open_merged(story: &mut Story, _scene: &Scene) -> Box<dyn View> {
    Box::new(List::new(ReadOnce::default(), story))
}

impl Listing for ReadOnce {
    fn context(&self) -> Context {
        MERGED
    }

    fn lay_out(&self, comparison: &Comparison) -> (Vec<Row>, String) {
        let merged = digest::merged(comparison);
        let shown = |line: &&MergedLine| !self.folded || !matches!(line.kind, LineKind::Reworded(_));
        let rows = merged.lines.iter().filter(shown).map(|line| row(comparison, line));
        let others = if self.folded { "left out" } else { "indented" };
        (rows.collect(), say::merged(&merged, others))
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
    let words = digest::contradicted(comparison, line.sentence, None);
    Row {
        indent: u16::from(line.kind.is_below()),
        badge: badge_within(&line.articles, BADGE),
        sign: Sign::of_line(comparison, line),
        quiet: matches!(line.kind, LineKind::Reworded(_)),
        sentences: line.folded.iter().chain([&line.sentence]).copied().collect(),
        ..Row::of(comparison, line.sentence, &words, Meaning::Disputed)
    }
}
