//! What became of a sentence, in words.

use crate::comparison::Status;
use crate::offtopic::OffTopic;

/// What became of a sentence.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Shared => "shared",
        Status::Possible => "possibly shared",
        Status::Unique => "only here",
        Status::Apart => "apart",
        Status::Repeat => "repeats an earlier line",
        Status::OffTopic => "off-topic",
    }
}

/// What to say where no sentence has a status.
#[must_use]
pub const fn nothing(status: Status) -> &'static str {
    match status {
        Status::Shared => "No sentence is certainly in more than one source.",
        Status::Possible => "No sentence is possibly in more than one source.",
        Status::Unique => "No sentence is in one source only.",
        Status::Apart => "No headline, caption or byline is without a counterpart.",
        Status::Repeat => "No line is printed twice.",
        Status::OffTopic => "No line is off-topic.",
    }
}

/// The kind of a flag, with its topic: "sidebar, sports".
#[must_use]
pub fn flag(flag: &OffTopic) -> String {
    let kind = flag.kind.name();
    flag.topic.map_or_else(|| kind.to_owned(), |topic| format!("{kind}, {}", topic.name()))
}

/// `1 sentence`, `2 sentences`.
#[must_use]
pub fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}
