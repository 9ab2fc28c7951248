//! What stands before a block's text, or before one of its sentences, and is no part of it: the rules.

use super::datelines::{self, At};
use super::glued;
use super::line::Look;
use super::rules::{Piece, Rule};
use crate::article::{Block, MarkKind, Role};

/// How many bytes of a piece a rule cuts off in front.
pub(super) type Front = fn(&Piece) -> Option<usize>;

/// The rules for blocks, each of which looks at what those before it left.
pub(super) static BLOCKS: [Rule<Front>; 4] = [
    Rule {
        name: "dateline",
        finds: "a place, a day or an agency before a paragraph",
        kind: MarkKind::Dateline,
        find: |block| {
            (block.role == Role::Body).then(|| datelines::opening(block.text(), at(block))).flatten()
        },
    },
    Rule {
        name: "place",
        finds: "a place before the text, with a stop or a colon behind",
        kind: MarkKind::Dateline,
        find: |block| {
            let alone = || !block.page.blocks.iter().any(|other| is_labelled_twice(block, other));
            let found = block.opens_text().then(|| datelines::place(block.text(), block.page.language));
            found.flatten().filter(|_| alone())
        },
    },
    Rule {
        name: "credit before",
        finds: "who made a picture, glued to a paragraph",
        kind: MarkKind::Credit,
        find: |block| block.flows().then(|| glued::opening_credit(block.text())).flatten(),
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

/// Whether another block has a label in capitals as well: then both name who speaks.
fn is_labelled_twice(block: &Piece, other: &Block) -> bool {
    let label = |text: &str| {
        let head = text.split_once(':').map_or("", |(head, _)| head);
        (2..=40).contains(&head.len())
            && !head.contains(char::is_lowercase)
            && head.contains(char::is_uppercase)
    };
    !other.span.contains(block.span) && label(block.text()) && label(other.span.of(block.page.text))
}

/// Which datelines a block may have. A place or a day and a dash begin sentences, but entries of lists as well.
fn at(block: &Piece) -> At {
    if Look::at(block.text()).is_sentence() { At::Block } else { At::Sentence }
}
