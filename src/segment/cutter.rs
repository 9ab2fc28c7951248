//! Cuts blocks into marks and sentences, by the rules for what stands in front, behind and inside.

use super::abbreviations::Abbreviations;
use super::front::Front;
use super::rules::{CutOff, Page, Piece, Rule};
use super::{back, front, inside, sentences};
use crate::article::{Role, Sentence, Span};

/// What the blocks of a page were cut into.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// What rules cut off, in order.
    pub(super) cut_off: Vec<CutOff>,
    /// The sentences, in order.
    pub(super) sentences: Vec<Sentence>,
    /// For each block its span without what was cut off its ends.
    pub(super) contents: Vec<Span>,
    /// The publisher that stands behind a headline.
    pub(super) outlet: Option<String>,
}

/// Cuts the blocks of a page, one after the other.
pub(super) fn cut(page: Page, words: &'static Abbreviations) -> Pieces {
    let mut cutter = Cutter { page, words, pieces: Pieces::default(), spans: Vec::new() };
    for (index, block) in page.blocks.iter().enumerate() {
        let content = cutter.cut(Cut { block: index, role: block.role, content: block.span });
        cutter.pieces.contents.push(content);
    }
    cutter.pieces
}

struct Cutter<'a> {
    page: Page<'a>,
    words: &'static Abbreviations,
    pieces: Pieces,
    /// Sentences of the block at hand; kept for its memory.
    spans: Vec<Span>,
}

/// A block while it is cut.
struct Cut {
    /// Its index.
    block: usize,
    role: Role,
    /// What is left of it.
    content: Span,
}

impl<'a> Cutter<'a> {
    /// Cuts a block; returns its span without what was cut off its ends.
    fn cut(&mut self, mut cut: Cut) -> Span {
        cut.content = self.cut_front(&front::BLOCKS, self.whole(&cut));
        let mut tail = self.tail(&mut cut);
        let stretches = self.stretches(&cut);
        let skipped: Vec<Span> = stretches.iter().map(|found| found.mark.span).collect();
        let mut spans = std::mem::take(&mut self.spans);
        sentences::cut(self.page.text, cut.content, &skipped, self.words, &mut spans);
        if tail.is_none() {
            tail = self.last_sentence(&mut cut, &mut spans);
        }
        self.keep(&mut cut, &spans);
        spans.clear();
        self.spans = spans;
        self.pieces.cut_off.extend(tail);
        self.cut_out(cut.block, stretches);
        cut.content
    }

    /// What is left of a block, for rules to look at.
    fn whole(&self, cut: &Cut) -> Piece<'a> {
        self.piece(cut, cut.content, 0, true)
    }

    /// The sentence `nth` of a block, for rules to look at.
    const fn piece(&self, cut: &Cut, span: Span, nth: usize, last: bool) -> Piece<'a> {
        Piece { span, role: cut.role, nth, last, block: cut.block, page: self.page }
    }

    /// Cuts off what stands in front of a piece; returns what is left of it.
    fn cut_front(&mut self, rules: &'static [Rule<Front>], mut piece: Piece) -> Span {
        for rule in rules {
            if let Some(length) = (rule.find)(&piece) {
                let end = piece.span.start + length;
                let found = Span::new(piece.span.start, end).trimmed(self.page.text);
                self.pieces.cut_off.push(rule.cut(piece.block, found));
                piece.span = Span::new(end, piece.span.end).trimmed(self.page.text);
            }
        }
        piece.span
    }

    /// What stands behind a block, if something is left before it; keeps the publisher.
    fn tail(&mut self, cut: &mut Cut) -> Option<CutOff> {
        let block = self.whole(cut);
        let (rule, tail) = back::BLOCKS.iter().find_map(|rule| Some((rule, (rule.find)(&block)?)))?;
        self.pieces.outlet = self.pieces.outlet.take().or(tail.outlet);
        let Span { start, end } = cut.content;
        let before = Span::new(start, start + tail.start).trimmed(self.page.text);
        if before.is_empty() {
            return None;
        }
        cut.content = before;
        Some(rule.cut(cut.block, Span::new(start + tail.start, end).trimmed(self.page.text)))
    }

    /// The last of several sentences, if it is no part of the text.
    fn last_sentence(&self, cut: &mut Cut, spans: &mut Vec<Span>) -> Option<CutOff> {
        let [_, .., last] = *spans.as_slice() else { return None };
        let sentence = self.piece(cut, last, spans.len() - 1, true);
        let rule = back::SENTENCES.iter().find(|rule| (rule.find)(&sentence))?;
        spans.pop();
        cut.content.end = spans.last().map_or(cut.content.end, |span| span.end);
        Some(rule.cut(cut.block, last))
    }

    /// What lies within the sentences of a block.
    fn stretches(&self, cut: &Cut) -> Vec<CutOff> {
        let block = self.whole(cut);
        let start = cut.content.start;
        let found = inside::BLOCKS.iter().flat_map(|rule| {
            let stretches = (rule.find)(&block).into_iter();
            stretches.map(|span| rule.cut(cut.block, Span::new(start + span.start, start + span.end)))
        });
        found.collect()
    }

    /// Keeps the sentences of a block, without what stands before one, and leaves out those that are none.
    fn keep(&mut self, cut: &mut Cut, spans: &[Span]) {
        let last = spans.len().saturating_sub(1);
        let sentences = spans.iter().enumerate();
        let pieces = sentences.map(|(nth, &span)| self.piece(cut, span, nth, nth == last));
        let rule = |piece: &Piece| inside::SENTENCES.iter().find(|rule| (rule.find)(piece));
        let mut found: Vec<(Piece, Option<_>)> = pieces.map(|piece| (piece, rule(&piece))).collect();
        let kept = |found: &&(Piece, Option<_>)| found.1.is_none();
        if let (Some((first, _)), Some((last, _))) = (found.iter().find(kept), found.iter().rfind(kept)) {
            if found.iter().any(|(_, rule)| rule.is_some()) {
                cut.content = Span::new(first.span.start, last.span.end);
            }
        } else {
            // Nothing would be left.
            found.iter_mut().for_each(|(_, rule)| *rule = None);
        }
        for (piece, rule) in found {
            if let Some(rule) = rule {
                self.pieces.cut_off.push(rule.cut(cut.block, piece.span));
            } else {
                let span = self.cut_front(&front::SENTENCES, piece);
                self.pieces.sentences.push(Sentence { span, block: cut.block });
            }
        }
    }

    /// Cuts stretches out of the sentences of a block, the last one. A sentence ends before one at its end.
    fn cut_out(&mut self, block: usize, stretches: Vec<CutOff>) {
        if stretches.is_empty() {
            return;
        }
        let Pieces { cut_off, sentences, .. } = &mut self.pieces;
        let first = cut_off.partition_point(|found| found.mark.block < block);
        for found in stretches {
            let span = found.mark.span;
            let behind = sentences.partition_point(|sentence| sentence.span.start < span.start);
            let sentence = behind.checked_sub(1).and_then(|index| sentences.get_mut(index));
            if let Some(sentence) = sentence.filter(|sentence| sentence.span.contains(span)) {
                if sentence.span.end == span.end {
                    sentence.span = Span::new(sentence.span.start, span.start).trimmed(self.page.text);
                }
                cut_off.push(found);
            }
        }
        if let Some(found) = cut_off.get_mut(first..) {
            found.sort_by_key(|found| found.mark.span.start);
        }
    }
}
