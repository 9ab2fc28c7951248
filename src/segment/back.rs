//! What stands behind a block's text and is no part of it: the rules.

use super::credits;
use super::rules::{Piece, Rule, Tail};
use super::site;
use crate::article::{MarkKind, Role};

/// What a rule cuts off a block.
type Block = fn(&Piece) -> Option<Tail>;

/// Whether a rule cuts off a sentence.
type Sentence = fn(&Piece) -> bool;

/// The rules for blocks. The first that finds something counts, if something is left before it.
pub(super) static BLOCKS: [Rule<Block>; 2] = [
    Rule {
        name: "site",
        finds: "the name of a site behind a title",
        kind: MarkKind::SiteName,
        find: |block| {
            let site = || site::behind(block.text(), |title| block.is_printed_again(title));
            (block.role == Role::Headline).then(site).flatten()
        },
    },
    Rule {
        name: "credit",
        finds: "who made a picture, in brackets",
        kind: MarkKind::Credit,
        find: |block| {
            let credit = (block.role != Role::Headline).then(|| credits::closing(block.text())).flatten();
            credit.map(|start| Tail { start, outlet: None })
        },
    },
];

/// The rules for the last of several sentences, of a block that those above left whole.
pub(super) static SENTENCES: [Rule<Sentence>; 1] = [Rule {
    name: "credit sentence",
    finds: "who made a picture, as the last sentence",
    kind: MarkKind::Credit,
    find: |sentence| match sentence.role {
        Role::Caption => credits::is_credit(sentence.text()),
        // The story's own sentences may begin like a credit.
        Role::Body => credits::is_credit(sentence.text()) && credits::is_bare(sentence.text()),
        _ => false,
    },
}];
