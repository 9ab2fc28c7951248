//! Moving through the rows of a dialog.

use crate::tui::action::Action;

/// Where an action leads from row `at` of rows up to `last`, of which `page` are in sight; none where it does not move.
#[must_use]
pub fn moved(action: Action, at: usize, page: usize, last: usize) -> Option<usize> {
    let to = match action {
        Action::NextSentence | Action::ScrollDown | Action::NextField => at + 1,
        Action::PreviousSentence | Action::ScrollUp | Action::PreviousField => at.saturating_sub(1),
        Action::HalfPageDown => at + page / 2,
        Action::HalfPageUp => at.saturating_sub(page / 2),
        Action::PageDown => at + page,
        Action::PageUp => at.saturating_sub(page),
        Action::FirstSentence => 0,
        Action::LastSentence => last,
        _ => return None,
    };
    Some(to.min(last))
}
