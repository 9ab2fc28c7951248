//! One article as a page to read: the sentences of a paragraph flow, one behind the other.

use std::ops::Range;
use std::rc::Rc;

use super::flow::{Flow, Item, Shown, bullet_width};
use crate::article::{Article, Span};
use crate::comparison::Comparison;
use crate::say::Sign;
use crate::tui::cells::scroll::Items;
use crate::tui::cells::wrap::{LinePart, Tone, wrap};
use crate::tui::env::Charset;

/// A stretch of an item on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PagePart {
    /// Index of the item.
    pub item: usize,
    /// What stands there.
    pub part: LinePart,
}

/// A line of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageLine {
    /// From left to right; empty where a fold has the line.
    pub parts: Vec<PagePart>,
    /// The item that it begins with.
    pub item: usize,
    /// Cells before its text.
    pub indent: usize,
    /// Whether its block begins with it.
    pub begins: bool,
    /// Whether a blank row stands above it.
    pub gap: bool,
}

/// An article as a page of a width.
#[derive(Debug, Default)]
pub struct Page {
    /// From top to bottom.
    pub lines: Vec<PageLine>,
    /// The lines of each item.
    places: Vec<Range<usize>>,
}

impl Page {
    /// Sets the items of a flow in lines of `width` cells.
    #[must_use]
    pub fn of(comparison: &Comparison, flow: &Flow, width: usize, charset: Charset) -> Self {
        let mut page = Self { lines: Vec::new(), places: vec![0..0; flow.items.len()] };
        let mut from = 0;
        while let Some(first) = flow.items.get(from) {
            let fold = matches!(first.shown, Shown::Fold { .. });
            let same = |item: &&Item| !fold && item.block == first.block;
            let to = from + flow.items.iter().skip(from).take_while(same).count().max(1);
            if fold {
                page.push(PageLine { item: from, gap: first.gap, ..PageLine::default() });
            } else {
                page.set_paragraph(comparison, flow, from..to, (width, charset));
            }
            from = to;
        }
        page
    }

    fn set_paragraph(
        &mut self,
        comparison: &Comparison,
        flow: &Flow,
        items: Range<usize>,
        (width, charset): (usize, Charset),
    ) {
        let source: &Article = &comparison.articles[flow.article()];
        let (mut parts, mut owners): (Vec<(Span, Tone)>, Vec<usize>) = (Vec::new(), Vec::new());
        for item in items.clone() {
            let of_item = flow.parts(source, item);
            let ends = of_item.first().zip(of_item.last());
            let whole = ends.map(|((first, _), (last, _))| Span::new(first.start, last.end));
            let id = flow.items[item].sentence(flow.article());
            let signed = id.is_some_and(|id| Sign::of_sentence(comparison, id).is_some());
            parts.extend(whole.filter(|_| signed).map(|whole| (whole, Tone::Sign)));
            parts.extend(of_item);
            owners.resize(parts.len(), item);
        }
        let first = flow.items[items.start];
        let indent = bullet_width(source, first);
        let lines = wrap(&source.text, &parts, width.saturating_sub(indent), charset);
        for (number, line) in lines.into_iter().enumerate() {
            // Parts come in the order of the text.
            let owner = |part: &LinePart| {
                let behind = parts.partition_point(|(span, _)| span.start <= part.span.start);
                owners.get(behind.saturating_sub(1)).copied().unwrap_or(items.start)
            };
            let parts: Vec<PagePart> =
                line.into_iter().map(|part| PagePart { item: owner(&part), part }).collect();
            let item = parts.first().map_or(items.start, |part| part.item);
            let begins = number == 0;
            self.push(PageLine { parts, item, indent, begins, gap: begins && first.gap });
        }
    }

    fn push(&mut self, line: PageLine) {
        let number = self.lines.len();
        for item in line.parts.iter().map(|part| part.item).chain([line.item]) {
            if let Some(place) = self.places.get_mut(item) {
                let start = if place.end == 0 { number } else { place.start };
                *place = start..number + 1;
            }
        }
        self.lines.push(line);
    }

    /// The lines that have something of an item; none of one that shows nothing.
    #[must_use]
    pub fn lines_of(&self, item: usize) -> Range<usize> {
        self.places.get(item).cloned().unwrap_or_default()
    }

    /// The item that begins on a line, or else the one that goes on there.
    #[must_use]
    pub fn item_at(&self, line: usize) -> Option<usize> {
        let there = self.lines.get(line)?;
        let begins = |item: &usize| self.lines_of(*item).start == line;
        Some(there.parts.iter().map(|part| part.item).find(begins).unwrap_or(there.item))
    }
}

impl Items for Rc<Page> {
    fn count(&self) -> usize {
        self.lines.len()
    }

    fn rows(&self, _line: usize) -> i32 {
        1
    }

    fn gap(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|line| line.gap)
    }
}
