//! Blocks, marks, flags and disagreements in words.

use super::letters::letter;
use crate::article::{MarkKind, Role};
use crate::comparison::DisagreementKind;
use crate::digest::Merged;
use crate::offtopic::OffTopic;

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

/// The kind of a flag, with its topic: "sidebar, sports".
#[must_use]
pub fn flag(flag: &OffTopic) -> String {
    let kind = flag.kind.name();
    flag.topic.map_or_else(|| kind.to_owned(), |topic| format!("{kind}, {}", topic.name()))
}

/// How much reading the story read once is; `others` says where other wordings are.
#[must_use]
pub fn merged(merged: &Merged, others: &str) -> String {
    let (lines, all) = (merged.to_read(), merged.sentences);
    let percent = (merged.share() * 100.0).round();
    let below = count(merged.lines.len() - lines, "other wording");
    format!(
        "{lines} of {all} sentences, {percent} %, in the order of {}; {below} {others}",
        letter(merged.base)
    )
}

/// `1 sentence`, `2 sentences`.
#[must_use]
pub fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}
