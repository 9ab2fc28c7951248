//! What stands before a block's text, or before one of its sentences, and is no part of it: the rules.

use super::datelines::{self, At};
use super::glued;
use super::line::Look;
use super::rules::{Piece, Rule};
use crate::article::{MarkKind, Role};

/// How many bytes of a piece a rule cuts off in front.
pub(super) type Front = fn(&Piece) -> Option<usize>;

/// The rules for blocks, each of which looks at what those before it left.
pub(super) static BLOCKS: [Rule<Front>; 2] = [
    Rule {
        name: "dateline",
        finds: "a place, a day or an agency before a paragraph",
        kind: MarkKind::Dateline,
        find: |block| {
            (block.role == Role::Body).then(|| datelines::opening(block.text(), at(block))).flatten()
        },
    },
    Rule {
        name: "break",
        finds: "a break of the page, a button or a call in capitals before a paragraph",
        kind: MarkKind::OffTopic,
        find: |block| block.flows().then(|| glued::opening_break(block.text())).flatten(),
    },
];

/// The rules for sentences, the first one of a block included.
pub(super) static SENTENCES: [Rule<Front>; 2] = [
    Rule {
        name: "link in brackets",
        finds: "a link in brackets before a sentence",
        kind: MarkKind::OffTopic,
        find: |sentence| sentence.flows().then(|| glued::opening_link(sentence.text())).flatten(),
    },
    Rule {
        name: "dateline inside",
        finds: "an agency's name before a later sentence",
        kind: MarkKind::Dateline,
        find: |sentence| {
            (sentence.nth > 0).then(|| datelines::opening(sentence.text(), At::Sentence)).flatten()
        },
    },
];

/// Which datelines a block may have. A place or a day and a dash begin sentences, but entries of lists as well.
fn at(block: &Piece) -> At {
    if Look::at(block.text()).is_sentence() { At::Block } else { At::Sentence }
}
