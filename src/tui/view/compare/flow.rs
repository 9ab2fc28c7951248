//! What a column shows of its article: items from top to bottom, each of some rows.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::bar::Bar;
use super::tally::Tally;
use crate::article::{Article, Mark, MarkKind, Role, SentenceId, Span};
use crate::comparison::{Comparison, Counts};
use crate::export::Scope;
use crate::offtopic::Kind;
use crate::say::Sign;
use crate::tui::cells::scroll::Items;
use crate::tui::cells::wrap::{ScreenLine, Tone, wrap};
use crate::tui::env::Charset;

/// So many bytes of a text count as a row of it in a scroll bar.
const BYTES_OF_A_ROW: usize = 32;

/// A place in an article that outlives folding and filtering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Index of the block.
    pub block: usize,
    /// Index of the sentence; none for a block without sentences.
    pub sentence: Option<usize>,
}

/// What one item shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A sentence, with the marks that stand beside it.
    Sentence(usize),
    /// A block that holds no sentence.
    Block,
    /// A run of off-topic blocks, folded to one line.
    Fold {
        /// Index of its last block.
        last: usize,
    },
}

/// One stop of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it shows.
    pub shown: Shown,
    /// Index of its (first) block.
    pub block: usize,
    /// Whether a blank row stands above it.
    pub gap: bool,
}

impl Item {
    /// Where it stands in the article.
    #[must_use]
    pub const fn spot(&self) -> Spot {
        let sentence = if let Shown::Sentence(sentence) = self.shown { Some(sentence) } else { None };
        Spot { block: self.block, sentence }
    }

    /// The sentence that it shows, if it shows one.
    #[must_use]
    pub const fn sentence(&self, article: usize) -> Option<SentenceId> {
        match self.shown {
            Shown::Sentence(sentence) => Some(SentenceId::new(article, sentence)),
            Shown::Block | Shown::Fold { .. } => None,
        }
    }
}

/// A width in cells and the lines of items at that width.
type Wrapped = (usize, BTreeMap<usize, Rc<Vec<ScreenLine>>>);

/// Which off-topic blocks of an article are folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folding {
    /// Whether any are.
    folded: bool,
    /// Those that are not.
    shown: BTreeSet<usize>,
}

impl Folding {
    /// All of them where `folded`, but for those of the `article` among `shown`.
    #[must_use]
    pub fn of(folded: bool, shown: &BTreeSet<(usize, usize)>, article: usize) -> Self {
        let of_article = shown.range((article, 0)..=(article, usize::MAX));
        Self { folded, shown: of_article.map(|&(_, block)| block).collect() }
    }

    fn folds(&self, block: usize) -> bool {
        self.folded && !self.shown.contains(&block)
    }
}

/// An article as it flows down a column.
#[derive(Debug)]
pub struct Flow {
    /// From top to bottom.
    pub items: Vec<Item>,
    /// How many sentences of the article have which status.
    pub counts: Counts,
    article: usize,
    folding: Folding,
    charset: Charset,
    /// Lines by item at one width, made when first asked for: only what comes near the screen is wrapped.
    wrapped: RefCell<Wrapped>,
    /// The flags of folds by item, counted when first asked for.
    tallies: RefCell<BTreeMap<usize, Rc<Tally>>>,
    /// Its scroll bar at one height, made when first asked for.
    bar: RefCell<Option<(u16, Rc<Bar>)>>,
}

impl Flow {
    /// The flow of an article: of its sentences what `filter` holds, runs of off-topic blocks as one
    /// item where that is folded.
    #[must_use]
    pub fn of(
        comparison: &Comparison,
        article: usize,
        filter: &Scope,
        folding: Folding,
        charset: Charset,
    ) -> Self {
        let mut items: Vec<Item> = Vec::new();
        let source = &comparison.articles[article];
        let everything = *filter == Scope::Everything;
        let by_hand = |block| comparison.flag(article, block).is_some_and(|flag| flag.kind == Kind::Manual);
        for block in 0..source.blocks.len() {
            let flagged = comparison.flag(article, block).is_some();
            if everything && flagged && folding.folds(block) {
                if let Some(Item { shown: Shown::Fold { last }, .. }) = items.last_mut()
                    && *last + 1 == block
                    // What was flagged by hand is a line of its own, so that it can be taken back.
                    && !by_hand(*last)
                    && !by_hand(block)
                {
                    *last = block;
                } else {
                    items.push(Item { shown: Shown::Fold { last: block }, block, gap: !items.is_empty() });
                }
                continue;
            }
            let sentences = source.sentences_of(block);
            if sentences.is_empty() && everything {
                items.push(Item { shown: Shown::Block, block, gap: !items.is_empty() });
            }
            for sentence in sentences {
                if filter.holds(comparison, SentenceId::new(article, sentence)) {
                    let gap = items.last().is_some_and(|last| last.block != block);
                    items.push(Item { shown: Shown::Sentence(sentence), block, gap });
                }
            }
        }
        Self {
            items,
            counts: comparison.counts(article),
            article,
            folding,
            charset,
            wrapped: RefCell::default(),
            bar: RefCell::default(),
            tallies: RefCell::default(),
        }
    }

    /// Index of the article.
    #[must_use]
    pub const fn article(&self) -> usize {
        self.article
    }

    /// The stretches of the article that an item shows, in order.
    #[must_use]
    pub fn parts(&self, source: &Article, item: usize) -> Vec<(Span, Tone)> {
        let item = self.items[item];
        parts(source, item, self.folding.folds(item.block))
    }

    /// Whether a stretch of a block touches something in it that one sign stands for.
    #[must_use]
    pub fn folds_part(&self, comparison: &Comparison, block: usize, span: Span) -> bool {
        let marks = &comparison.articles[self.article].marks;
        let touches = |mark: &Mark| mark.span.start < span.end && span.start < mark.span.end;
        let folded = |mark: &Mark| mark.kind == MarkKind::OffTopic && touches(mark);
        self.folding.folds(block) && marks.iter().any(folded)
    }

    /// Leaves out the blank rows between its blocks.
    pub fn close_gaps(&mut self) {
        self.items.iter_mut().for_each(|item| item.gap = false);
    }

    /// The index of the item at `spot`, or of the nearest before it, or of the first; none in an empty flow.
    #[must_use]
    pub fn find(&self, spot: Spot) -> Option<usize> {
        if self.items.is_empty() {
            return None;
        }
        let behind = self.items.partition_point(|item| item.spot() <= spot);
        let found = behind.saturating_sub(1);
        // The first line of a fold stands for its block once that is unfolded.
        let unfolded = self.items.get(behind).is_some_and(|item| item.block == spot.block);
        Some(if unfolded && self.items[found].block != spot.block { behind } else { found })
    }

    /// The item that shows exactly this sentence.
    #[must_use]
    pub fn item_of(&self, comparison: &Comparison, id: SentenceId) -> Option<usize> {
        let block = comparison.articles[id.article].sentences[id.sentence].block;
        let found = self.find(Spot { block, sentence: Some(id.sentence) })?;
        (self.items[found].shown == Shown::Sentence(id.sentence)).then_some(found)
    }

    /// The lines of an item at a width in cells.
    #[must_use]
    pub fn lines(&self, comparison: &Comparison, item: usize, width: usize) -> Rc<Vec<ScreenLine>> {
        let mut wrapped = self.wrapped.borrow_mut();
        if wrapped.0 != width {
            *wrapped = (width, BTreeMap::new());
        }
        let source = &comparison.articles[self.article];
        let lines = wrapped.1.entry(item).or_insert_with(|| {
            let parts = self.parts(source, item);
            let indent = bullet_width(source, self.items[item]);
            Rc::new(wrap(&source.text, &parts, width.saturating_sub(indent), self.charset))
        });
        Rc::clone(lines)
    }

    /// Its scroll bar at a height in rows.
    #[must_use]
    pub fn bar(&self, comparison: &Comparison, rows: u16) -> Rc<Bar> {
        let mut made = self.bar.borrow_mut();
        match &*made {
            Some((height, bar)) if *height == rows => Rc::clone(bar),
            _ => {
                let items: Vec<(usize, Option<Sign>)> =
                    self.items.iter().map(|item| self.measured(comparison, item)).collect();
                let bar = Rc::new(Bar::of(&items, rows));
                *made = Some((rows, Rc::clone(&bar)));
                bar
            }
        }
    }

    /// How much of the article an item is, whatever the width of a column, and the sign of what it shows.
    fn measured(&self, comparison: &Comparison, item: &Item) -> (usize, Option<Sign>) {
        let source = &comparison.articles[self.article];
        let (bytes, sign) = match item.shown {
            Shown::Fold { .. } => (0, Some(Sign::OffTopic)),
            Shown::Block => (source.blocks[item.block].span.len(), None),
            Shown::Sentence(sentence) => {
                let id = SentenceId::new(self.article, sentence);
                (source.sentences[sentence].span.len(), Sign::of_sentence(comparison, id))
            }
        };
        let flagged = comparison.flag(self.article, item.block).map(|_| Sign::OffTopic);
        (1 + usize::from(item.gap) + bytes / BYTES_OF_A_ROW, flagged.or(sign))
    }

    /// The flags of an item's blocks; of all of them, where it is a fold.
    #[must_use]
    pub fn tally(&self, comparison: &Comparison, item: usize) -> Rc<Tally> {
        let Item { shown, block, .. } = self.items[item];
        let last = if let Shown::Fold { last } = shown { last } else { block };
        let mut tallies = self.tallies.borrow_mut();
        let tally =
            tallies.entry(item).or_insert_with(|| Rc::new(Tally::of(comparison, self.article, block, last)));
        Rc::clone(tally)
    }
}

/// A flow in a column of a width.
#[derive(Clone, Copy, Debug)]
pub struct Wrapping<'a> {
    /// The comparison whose article is shown.
    pub comparison: &'a Comparison,
    /// The article.
    pub flow: &'a Flow,
    /// Cells of a line.
    pub width: usize,
}

impl Items for Wrapping<'_> {
    fn count(&self) -> usize {
        self.flow.items.len()
    }

    fn rows(&self, item: usize) -> i32 {
        match self.flow.items[item].shown {
            Shown::Fold { .. } => 1,
            _ => {
                let lines = self.flow.lines(self.comparison, item, self.width);
                i32::try_from(lines.len()).unwrap_or(i32::MAX / 4)
            }
        }
    }

    fn gap(&self, item: usize) -> bool {
        self.flow.items[item].gap
    }
}

/// How many cells the bullet of an item takes, with the space behind it.
#[must_use]
pub fn bullet_width(article: &Article, item: Item) -> usize {
    let list = article.blocks.get(item.block).is_some_and(|block| block.role == Role::ListItem);
    if list && !matches!(item.shown, Shown::Fold { .. }) { 2 } else { 0 }
}

/// The stretches of the article that an item shows, in order.
fn parts(article: &Article, item: Item, folded: bool) -> Vec<(Span, Tone)> {
    let block = article.blocks[item.block].span;
    let Shown::Sentence(sentence) = item.shown else { return vec![(block, Tone::Mark)] };
    let mut parts: Vec<(Span, Tone)> =
        article.wording_spans(sentence).map(|span| (span, Tone::Sentence)).collect();
    for mark in article.marks_of(sentence) {
        let is_folded = folded && mark.kind == MarkKind::OffTopic;
        parts.push((mark.span.trimmed(&article.text), if is_folded { Tone::Folded } else { Tone::Mark }));
    }
    parts.retain(|(span, _)| !span.is_empty());
    parts.sort_by_key(|(span, _)| span.start);
    parts
}
