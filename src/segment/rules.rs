//! What the rules have in common that cut something off a block. They stand in tables: what is cut off in front
//! ([`front`](super::front)), behind ([`back`](super::back)) and inside ([`inside`](super::inside)), each with rules that
//! look at blocks and rules that look at sentences.

use super::NamedRule;
use super::fingerprint::Fingerprint;
use crate::article::{Block, Mark, MarkKind, Role, Span};

/// How many blocks from the top a title may be printed again in, as far as its site's name goes.
const TOP: usize = 60;

/// A rule that cuts something off.
#[derive(Debug)]
pub(super) struct Rule<Find> {
    /// Its name, which no other rule has.
    pub(super) name: &'static str,
    /// What it cuts off, as a phrase that goes on from "this is …".
    pub(super) finds: &'static str,
    /// What is cut off.
    pub(super) kind: MarkKind,
    /// What it finds in a piece.
    pub(super) find: Find,
}

/// What a rule cut off.
#[derive(Debug)]
pub(super) struct CutOff {
    pub(super) mark: Mark,
    pub(super) rule: NamedRule,
}

impl<Find> Rule<Find> {
    /// Cuts a stretch off a block.
    pub(super) const fn cut(&self, block: usize, span: Span) -> CutOff {
        let rule = NamedRule { name: self.name, finds: self.finds };
        CutOff { mark: Mark { span, block, kind: self.kind }, rule }
    }
}

/// What stands behind a block's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tail {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// The publisher that it names.
    pub(super) outlet: Option<String>,
}

/// What a rule looks at: what is left of a block, or one of its sentences.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Where it stands in the page's text.
    pub(super) span: Span,
    /// What its block is on its page.
    pub(super) role: Role,
    /// Of a sentence, how many stand before it in its block.
    pub(super) nth: usize,
    /// Whether nothing of the block stands behind it.
    pub(super) last: bool,
    /// The index of its block.
    pub(super) block: usize,
    /// The page around it.
    pub(super) page: Page<'a>,
}

/// A text and its blocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) blocks: &'a [Block],
    /// ISO 639-1 code of its language.
    pub(super) language: &'a str,
}

impl<'a> Piece<'a> {
    /// What it reads.
    pub(super) fn text(&self) -> &'a str {
        self.span.of(self.page.text)
    }

    /// Whether a machine may have glued something to it. A paragraph with a link at its end has no end mark, and may look
    /// like a subheading.
    pub(super) const fn flows(&self) -> bool {
        !matches!(self.role, Role::Headline | Role::Byline | Role::Dateline)
    }

    /// Whether no paragraph stands before it.
    pub(super) fn opens_text(&self) -> bool {
        let before = self.page.blocks.get(..self.block).unwrap_or_default();
        self.role == Role::Body && before.iter().all(|block| block.role != Role::Body)
    }

    /// Whether `head`, the beginning of the piece, is all that another block near the top of the page says.
    pub(super) fn is_printed_again(&self, head: &str) -> bool {
        let head = Fingerprint::of(head);
        let Page { text, blocks, .. } = self.page;
        let others = blocks.iter().take(TOP).enumerate().filter(|&(other, _)| other != self.block);
        // What is longer than the line with both is no title, and need not be looked at.
        let titles =
            others.map(|(_, block)| block.span.of(text)).filter(|other| other.len() <= self.text().len());
        titles.map(Fingerprint::of).any(|other| other == head)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{back, front, inside};
    use super::Rule;

    fn names<Find>(rules: &'static [Rule<Find>]) -> impl Iterator<Item = &'static str> {
        rules.iter().map(|rule| rule.name)
    }

    #[test]
    fn no_two_rules_have_one_name() {
        let names: Vec<&str> = names(&front::BLOCKS)
            .chain(names(&front::SENTENCES))
            .chain(names(&back::BLOCKS))
            .chain(names(&back::SENTENCES))
            .chain(names(&inside::BLOCKS))
            .chain(names(&inside::SENTENCES))
            .collect();
        let distinct: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(distinct.len(), names.len());
    }
}
