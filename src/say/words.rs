//! What became of a sentence, in words.

use crate::article::{MarkKind, Role};
use crate::comparison::{DisagreementKind, Status};
use crate::offtopic::OffTopic;

/// What became of a sentence.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Shared => "shared",
        Status::Disputed => "disputed",
        Status::Possible => "possibly shared",
        Status::Unique => "only here",
        Status::Apart => "apart",
        Status::Repeat => "repeats an earlier line",
        Status::OffTopic => "off-topic",
    }
}

/// What a block is on its page.
#[must_use]
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Headline => "headline",
        Role::Subheading => "subheading",
        Role::Byline => "byline",
        Role::Dateline => "dateline",
        Role::Caption => "caption",
        Role::Body => "body",
        Role::ListItem => "list item",
    }
}

/// What a stretch inside a block is.
#[must_use]
pub const fn mark(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Dateline => "dateline",
        MarkKind::Credit => "credit",
        MarkKind::SiteName => "site name",
        MarkKind::OffTopic => "off-topic",
    }
}

/// What kind of thing two sentences say differently.
#[must_use]
pub const fn disagreement(kind: DisagreementKind) -> &'static str {
    match kind {
        DisagreementKind::Number => "number",
        DisagreementKind::Time => "time",
        DisagreementKind::Name => "name",
        DisagreementKind::Negation => "negation",
        DisagreementKind::Opposite => "opposite",
        DisagreementKind::Who => "who",
        DisagreementKind::Quote => "quote",
    }
}

/// What to say where no sentence has a status.
#[must_use]
pub const fn nothing(status: Status) -> &'static str {
    match status {
        Status::Shared => "No sentence is certainly in more than one source.",
        Status::Disputed => "No sentence is said differently by another source.",
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
