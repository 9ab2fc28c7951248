//! What stands between a block's sentences, or within one, and is no part of them: the rules.

use super::cards;
use super::glued;
use super::rules::{Piece, Rule};
use crate::article::{MarkKind, Span};

/// The stretches that a rule cuts out of a block.
type Block = fn(&Piece) -> Vec<Span>;

/// Whether a rule leaves out a sentence.
type Sentence = fn(&Piece) -> bool;

/// The rules for blocks: each finds stretches that lie within sentences, in order and disjoint.
pub(super) static BLOCKS: [Rule<Block>; 1] = [Rule {
    name: "card",
    finds: "what a card over a person's name says, in the middle of a sentence",
    kind: MarkKind::OffTopic,
    find: |block| cards::find(block.text()),
}];

/// The rules for whole sentences. The first that finds one counts; a block that has no others keeps them.
pub(super) static SENTENCES: [Rule<Sentence>; 4] = [
    Rule {
        name: "link",
        finds: "a link with the title of another article",
        kind: MarkKind::OffTopic,
        find: |sentence| sentence.flows() && glued::is_link(sentence.text(), sentence.last),
    },
    Rule {
        name: "call",
        finds: "a call to do something with the page",
        kind: MarkKind::OffTopic,
        find: |sentence| sentence.flows() && glued::is_call(sentence.text()),
    },
    Rule {
        name: "break inside",
        finds: "a break of the page between sentences",
        kind: MarkKind::OffTopic,
        find: |sentence| sentence.flows() && glued::is_break(sentence.text()),
    },
    Rule {
        name: "button",
        finds: "the words of a button",
        kind: MarkKind::OffTopic,
        find: |sentence| sentence.flows() && glued::is_button(sentence.text(), sentence.last),
    },
];
