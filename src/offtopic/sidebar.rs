//! Lists of headlines and summaries of other stories.

use std::ops::Range;

use super::line::End;
use super::page::Page;
use super::phrases::Proof;
use super::support::Support;
use crate::text::words::WordSet;

/// A list of other stories.
#[derive(Debug)]
pub(super) struct Sidebar {
    /// Its items: a headline, perhaps printed twice, and its summary.
    pub items: Vec<Range<usize>>,
    /// Why it is not the story, in words.
    pub reason: String,
    /// How sure that is.
    pub confidence: f64,
}

/// A list has at least so many items; a shorter run of titles is a part of the article.
const ITEMS: usize = 3;
/// A summary has at most so many lines.
const SUMMARY: usize = 2;
/// Below this mean share of words that other articles have too, a list is about other stories.
const FOREIGN: f32 = 0.2;
/// From this share on it is about the story, whatever its form.
const SHARED: f32 = 0.35;
/// Headlines have so many words on average; crossheads fewer.
const HEADLINE: usize = 5;
/// Below this mean share of words that the page's own article has too, a list is about other stories.
const APART: f32 = 0.35;
/// The same, where a heading says that a list of links follows.
const APART_UNDER_HEADING: f32 = 0.6;
/// So many lines before a list are the article that it is held against.
const CONTEXT: usize = 400;
/// The article has at least so many paragraphs before its sidebar.
const PARAGRAPHS: usize = 2;

/// The lists of other stories on a page.
pub(super) fn find(page: &Page, support: &Support) -> Vec<Sidebar> {
    let mut sidebars = Vec::new();
    let mut at = 0;
    let mut paragraphs = 0;
    while at < page.lines.len() {
        let list = TitleList::read(page, at);
        let Some(end) = list.items.last().map(|item| item.end) else {
            paragraphs += usize::from(page.positions[at].long);
            at += 1;
            continue;
        };
        if paragraphs >= PARAGRAPHS {
            sidebars.extend(list.judge(page, support));
        }
        paragraphs += page.positions[at..end].iter().filter(|position| position.long).count();
        at = end;
    }
    sidebars
}

/// A run of titles with up to [`SUMMARY`] lines behind each.
struct TitleList {
    items: Vec<Range<usize>>,
    /// How many titles are printed twice.
    doubled: usize,
    /// How many items have a summary.
    summarised: usize,
}

fn is_title(page: &Page, index: usize) -> bool {
    let (line, position) = (&page.lines[index], &page.positions[index]);
    !position.long
        && !position.sentence
        && !position.introduced
        && (3..=20).contains(&line.words)
        && matches!(line.end, End::Open | End::Dots)
        && line.phrase.is_none_or(|found| found.proof < Proof::Menu)
}

impl TitleList {
    /// Reads the list that begins at line `start`; without items where none does.
    fn read(page: &Page, start: usize) -> Self {
        let mut list = Self { items: Vec::new(), doubled: 0, summarised: 0 };
        let mut at = start;
        while at < page.lines.len() && is_title(page, at) {
            let title = at;
            at += 1;
            while at < page.lines.len() && page.lines[at].identity == page.lines[title].identity {
                at += 1;
            }
            list.doubled += usize::from(at > title + 1);
            let summary = at;
            while at < page.lines.len() && at < summary + SUMMARY && !is_title(page, at) {
                if page.lines[at].phrase.is_some_and(|found| found.proof >= Proof::Strong) {
                    break;
                }
                at += 1;
            }
            list.summarised += usize::from(at > summary);
            list.items.push(title..at);
        }
        list
    }

    fn judge(mut self, page: &Page, support: &Support) -> Option<Sidebar> {
        if self.items.first().is_some_and(|item| item.start < page.body.start()) {
            // A list before the article ends where the article begins: with its headline.
            let begins = |item: &Range<usize>| item.clone().any(|line| page.positions[line].headline);
            let own = self.items.iter().position(|item| begins(item) || item.end > page.body.start());
            self.items.truncate(own.unwrap_or(self.items.len()));
        }
        if let Some(item) = self.items.last_mut()
            && page.positions.get(item.end).is_some_and(|next| next.long || next.sentence)
        {
            // A list ends where prose goes on: that is no summary.
            item.end = (item.start..item.end).find(|&line| !is_title(page, line)).unwrap_or(item.end);
        }
        if support.says() && self.doubled == 0 {
            // The first titles may be the last lines of the story.
            let shared = |item: &Range<usize>| mean(&support.own, item).is_some_and(|share| share >= FOREIGN);
            let first = self.items.iter().position(|item| !shared(item))?;
            self.items.drain(..first);
        }
        if self.items.len() < ITEMS {
            return None;
        }
        let lines = self.items.first()?.start..self.items.last()?.end;
        let words: usize = self.items.iter().map(|item| page.lines[item.start].words).sum();
        if self.doubled == 0 && words < HEADLINE * self.items.len() {
            return None;
        }
        let others = mean(&support.own, &lines).filter(|_| support.says());
        let last =
            page.positions.get(lines.end..).is_some_and(|rest| rest.iter().all(|position| !position.long));
        if others.is_some_and(|share| share < FOREIGN) && (self.doubled > 0 || self.summarised >= 2 || last) {
            let reason = match support.others {
                1 => "stands in a list of other stories, of which the other article says nothing".to_owned(),
                others => {
                    format!(
                        "stands in a list of other stories, of which the {others} other articles say nothing"
                    )
                }
            };
            return Some(Sidebar { items: self.items, reason, confidence: 0.97 });
        }
        let under_heading = lines.start.checked_sub(1).is_some_and(|before| {
            page.lines[before].phrase.is_some_and(|found| found.proof == Proof::Heading && found.whole)
        });
        let limit = if under_heading { APART_UNDER_HEADING } else { APART };
        let listed = (under_heading && self.summarised >= 2) || self.doubled >= 2;
        let apart = listed && others.is_none_or(|share| share < SHARED) && likeness(page, &lines) < limit;
        apart.then(|| Sidebar {
            items: self.items,
            reason: "stands in a list of headlines and summaries apart from the article's text".to_owned(),
            confidence: 0.95,
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of lines")]
fn mean(shares: &[Option<f32>], lines: &Range<usize>) -> Option<f32> {
    let known: Vec<f32> = shares.get(lines.clone())?.iter().copied().flatten().collect();
    (!known.is_empty()).then(|| known.iter().sum::<f32>() / known.len() as f32)
}

/// The share of the list's words that stand in the article before it.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn likeness(page: &Page, lines: &Range<usize>) -> f32 {
    let before = page.lines.get(lines.start.saturating_sub(CONTEXT)..lines.start).unwrap_or_default();
    let known: WordSet = before.iter().flat_map(|line| line.stems.iter().copied()).collect();
    let own = page.lines.get(lines.clone()).unwrap_or_default();
    let (found, all) = own
        .iter()
        .flat_map(|line| &line.stems)
        .fold((0_usize, 0_usize), |(found, all), stem| (found + usize::from(known.contains(stem)), all + 1));
    found as f32 / all.max(1) as f32
}
