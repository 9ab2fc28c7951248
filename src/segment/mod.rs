//! Text → blocks with roles → marks → sentences.

mod abbreviations;
mod cards;
mod cues;
mod fingerprint;
mod glued;
mod language;
mod layout;
pub(crate) mod line;
mod marks;
pub(crate) mod metadata;
mod repeats;
mod roles;
mod sentences;
pub(crate) mod signed;
mod site;
mod times;

use crate::article::{Article, Block, Mark, MarkKind, Role, Sentence, Span};
use abbreviations::Abbreviations;
use fingerprint::{Fingerprint, fnv};
use line::Look;
use marks::At;
use metadata::clean;

/// How many blocks from the top a title may be printed again in, as far as its site's name goes.
const TOP: usize = 60;

impl Article {
    /// Cuts a text into an article, in time that grows with the text alone, whatever the text. `location` is what its
    /// source is called: a path, an address, a name.
    ///
    /// Every line that shows anything belongs to a block; every block has a sentence. The text may hold anything that
    /// a page prints around an article: what does not belong is flagged when articles are compared.
    #[must_use]
    pub fn from_text(location: impl Into<String>, text: impl Into<String>) -> Self {
        cut(location.into(), text.into())
    }
}

fn cut(location: String, text: String) -> Article {
    let layout = layout::blocks(&text);
    let language = language::detect(&text, &layout);
    let roles = roles::assign(&text, &layout);
    let mut blocks: Vec<Block> = layout
        .iter()
        .zip(roles)
        .map(|(layout, rule)| Block { span: layout.span, role: rule.role, repeats: None })
        .collect();

    let mut cutter = Cutter::new(&text, Abbreviations::of(language));
    let contents: Vec<Span> = (0..blocks.len()).map(|index| cutter.cut(index, &blocks)).collect();
    let Cutter { marks, sentences, outlet, .. } = cutter;
    repeats::mark(&text, &contents, &mut blocks);

    let named = || {
        let mut lines =
            blocks.iter().filter(|block| block.role == Role::Dateline).map(|block| block.span.of(&text));
        lines.find_map(line::outlet).map(str::to_owned)
    };
    Article {
        id: format!("{:016x}", fnv(&text)),
        outlet: outlet.or_else(named).map(|outlet| clean(&outlet)),
        language: language.to_owned(),
        location,
        encoding: "utf-8".to_owned(),
        notes: Vec::new(),
        blocks,
        marks,
        sentences,
        text,
    }
}

/// The rule that gave a block its role.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleRule {
    /// Its name.
    pub name: &'static str,
    /// Which blocks it finds: goes on from "the block …".
    pub finds: &'static str,
}

/// For each block of an article the rule that gave it its role.
#[doc(hidden)]
#[must_use]
pub fn role_rules(article: &Article) -> Vec<RoleRule> {
    let layout = layout::blocks(&article.text);
    roles::assign(&article.text, &layout)
        .iter()
        .map(|rule| RoleRule { name: rule.name, finds: rule.finds })
        .collect()
}

/// Cuts blocks into marks and sentences, one after the other.
struct Cutter<'a> {
    text: &'a str,
    words: &'static Abbreviations,
    marks: Vec<Mark>,
    sentences: Vec<Sentence>,
    /// The publisher that stands behind a headline.
    outlet: Option<String>,
    /// Sentences of the block at hand; kept for its memory.
    spans: Vec<Span>,
}

impl<'a> Cutter<'a> {
    const fn new(text: &'a str, words: &'static Abbreviations) -> Self {
        Self { text, words, marks: Vec::new(), sentences: Vec::new(), outlet: None, spans: Vec::new() }
    }

    /// Cuts the block `index`; returns its span without the marks at its ends.
    fn cut(&mut self, index: usize, blocks: &[Block]) -> Span {
        let Some(block) = blocks.get(index) else { return Span::default() };
        let mut content = block.span;
        // A place or a day and a dash begin sentences, but entries of lists as well.
        let prose = Look::at(content.of(self.text)).is_sentence();
        let at = if prose { At::Block } else { At::Sentence };
        if block.role == Role::Body
            && let Some(length) = marks::dateline(content.of(self.text), at)
        {
            self.mark(index, MarkKind::Dateline, Span::new(content.start, content.start + length));
            content = Span::new(content.start + length, content.end).trimmed(self.text);
        }
        // A paragraph with a link at its end has no end mark, and may look like a subheading.
        let flows = !matches!(block.role, Role::Headline | Role::Byline | Role::Dateline);
        if flows && let Some(length) = glued::opening_break(content.of(self.text)) {
            let cut = content.start + length;
            self.mark(index, MarkKind::OffTopic, Span::new(content.start, cut).trimmed(self.text));
            content = Span::new(cut, content.end).trimmed(self.text);
        }
        let behind = match block.role {
            Role::Headline => self.site(index, blocks).map(|start| (MarkKind::SiteName, start)),
            _ => marks::credit(content.of(self.text)).map(|start| (MarkKind::Credit, start)),
        };
        let mut tail = None;
        if let Some((kind, start)) = behind {
            let before = Span::new(content.start, content.start + start).trimmed(self.text);
            if !before.is_empty() {
                tail = Some((kind, Span::new(content.start + start, content.end).trimmed(self.text)));
                content = before;
            }
        }

        let cards = cards::find(self.text, content);
        let mut spans = std::mem::take(&mut self.spans);
        sentences::cut(self.text, content, &cards, self.words, &mut spans);
        if matches!(block.role, Role::Caption | Role::Body)
            && tail.is_none()
            && let [_, .., last] = *spans.as_slice()
            && marks::is_credit(last.of(self.text))
            && (block.role == Role::Caption || marks::is_bare_credit(last.of(self.text)))
        {
            spans.pop();
            content.end = spans.last().map_or(content.end, |span| span.end);
            tail = Some((MarkKind::Credit, last));
        }
        let glued = if flows { self.glued(&spans) } else { Vec::new() };
        let kept = || spans.iter().enumerate().filter(|&(place, _)| glued.get(place) != Some(&true));
        if let (Some((_, first)), Some((_, last)), true) =
            (kept().next(), kept().next_back(), glued.contains(&true))
        {
            content = Span::new(first.start, last.end);
        }
        for (place, mut span) in spans.drain(..).enumerate() {
            if glued.get(place) == Some(&true) {
                self.mark(index, MarkKind::OffTopic, span);
                continue;
            }
            if flows && let Some(length) = glued::opening_link(span.of(self.text)) {
                self.mark(index, MarkKind::OffTopic, Span::new(span.start, span.start + length));
                span = Span::new(span.start + length, span.end).trimmed(self.text);
            }
            if place > 0
                && let Some(length) = marks::dateline(span.of(self.text), At::Sentence)
            {
                self.mark(index, MarkKind::Dateline, Span::new(span.start, span.start + length));
                span = Span::new(span.start + length, span.end).trimmed(self.text);
            }
            self.sentences.push(Sentence { span, block: index });
        }
        self.spans = spans;
        if let Some((kind, span)) = tail {
            self.mark(index, kind, span);
        }
        if !cards.is_empty() {
            self.mark_cards(index, cards);
        }
        content
    }

    /// Which sentences of a block are glued to it; none where nothing would be left.
    fn glued(&self, sentences: &[Span]) -> Vec<bool> {
        let last = sentences.len().saturating_sub(1);
        let is_glued = |(place, span): (usize, &Span)| glued::is_glued(span.of(self.text), place == last);
        let mut glued: Vec<bool> = sentences.iter().enumerate().map(is_glued).collect();
        if glued.iter().all(|&is| is) {
            glued.clear();
        }
        glued
    }

    /// Marks the cards inside the sentences of a block, the last one. One at the end of its sentence is cut off.
    fn mark_cards(&mut self, block: usize, cards: Vec<Span>) {
        let first = self.marks.partition_point(|mark| mark.block < block);
        for card in cards {
            let behind = self.sentences.partition_point(|sentence| sentence.span.start < card.start);
            let sentence = behind.checked_sub(1).and_then(|index| self.sentences.get_mut(index));
            if let Some(sentence) = sentence.filter(|sentence| sentence.span.contains(card)) {
                if sentence.span.end == card.end {
                    sentence.span = Span::new(sentence.span.start, card.start).trimmed(self.text);
                }
                self.mark(block, MarkKind::OffTopic, card);
            }
        }
        if let Some(marks) = self.marks.get_mut(first..) {
            marks.sort_by_key(|mark| mark.span.start);
        }
    }

    fn mark(&mut self, block: usize, kind: MarkKind, span: Span) {
        self.marks.push(Mark { span, block, kind });
    }

    /// Where the site's name begins in the headline `index`; keeps the publisher.
    fn site(&mut self, index: usize, blocks: &[Block]) -> Option<usize> {
        let title = blocks.get(index)?.span.of(self.text);
        let again = |head: &str| {
            let head = Fingerprint::of(head);
            let others = blocks.iter().take(TOP).enumerate().filter(|&(other, _)| other != index);
            // What is longer than the line with both is no title, and need not be looked at.
            let titles =
                others.map(|(_, block)| block.span.of(self.text)).filter(|other| other.len() <= title.len());
            titles.map(Fingerprint::of).any(|other| other == head)
        };
        let site = site::behind(title, again)?;
        if self.outlet.is_none() {
            self.outlet = site.outlet;
        }
        Some(site.start)
    }
}
