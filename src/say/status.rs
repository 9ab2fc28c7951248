//! What became of a sentence: its words and its sign.

use super::Sign;
use crate::comparison::Status;

/// What is said of a status.
pub(super) struct StatusWords {
    /// What became of the sentence.
    word: &'static str,
    /// What is said where no sentence has it.
    nothing: &'static str,
    /// None where the sentence has no sign, or another one: that of its relation.
    pub(super) sign: Option<Sign>,
}

/// The table of all statuses.
pub(super) const fn told(status: Status) -> StatusWords {
    let (word, nothing, sign) = match status {
        Status::Shared => ("shared", "No sentence is certainly in more than one source.", None),
        Status::Disputed => {
            ("disputed", "No sentence is said differently by another source.", Some(Sign::Disputed))
        }
        Status::Possible => {
            ("possibly shared", "No sentence is possibly in more than one source.", Some(Sign::Possible))
        }
        Status::Unique => ("only here", "No sentence is in one source only.", Some(Sign::OnlyHere)),
        Status::Apart => ("apart", "No headline, caption or byline is without a counterpart.", None),
        Status::Repeat => ("repeats an earlier line", "No line is printed twice.", Some(Sign::Repeat)),
        Status::OffTopic => ("off-topic", "No line is off-topic.", Some(Sign::OffTopic)),
    };
    StatusWords { word, nothing, sign }
}

/// What became of a sentence.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    told(status).word
}

/// What to say where no sentence has a status.
#[must_use]
pub const fn nothing(status: Status) -> &'static str {
    told(status).nothing
}
