//! What the user knows better: corrections of the machine, as data.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::article::{Article, Span};
use crate::offtopic::OffTopic;

/// What the user says that a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Correction {
    /// It belongs to the story, whatever speaks against it.
    Story,
    /// It does not.
    OffTopic,
}

/// What was said of a stretch of an article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Corrected {
    /// The text that stood there.
    text: String,
    correction: Correction,
}

/// The corrections of a story, at most one for each block.
///
/// Articles are named by their [content](Article::id) and blocks by where they stand in it and what they say, never by
/// their number: a correction holds wherever the same text is read again, under any name, in any order and cut by other
/// rules, and is silent where the text has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// By article and by where the block begins and ends.
    blocks: BTreeMap<String, BTreeMap<Span, Corrected>>,
}

impl Corrections {
    /// Says what a block of `article` is; an earlier correction of it is forgotten. Without effect where the article has
    /// no such block.
    pub fn set(&mut self, article: &Article, block: usize, correction: Correction) {
        self.forget(article, block);
        if let Some(of) = article.blocks.get(block) {
            let text = article.block_text(block).to_owned();
            let blocks = self.blocks.entry(article.id.clone()).or_default();
            blocks.insert(of.span, Corrected { text, correction });
        }
    }

    /// Forgets the correction of a block.
    pub fn forget(&mut self, article: &Article, block: usize) {
        let (Some(blocks), Some(of)) = (self.blocks.get_mut(&article.id), article.blocks.get(block)) else {
            return;
        };
        blocks.retain(|span, corrected| !is_of(article, *span, corrected, of.span));
        if blocks.is_empty() {
            self.blocks.remove(&article.id);
        }
    }

    /// What a block was said to be.
    #[must_use]
    pub fn of(&self, article: &Article, block: usize) -> Option<Correction> {
        let of = article.blocks.get(block)?.span;
        let mut corrections = self.blocks.get(&article.id)?.iter();
        corrections
            .find(|&(span, corrected)| is_of(article, *span, corrected, of))
            .map(|(_, corrected)| corrected.correction)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Every correction: the id of the article, where the block stands in it, its text and the correction, ordered by the
    /// first two.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Span, &str, Correction)> {
        self.blocks.iter().flat_map(|(article, blocks)| {
            let all = blocks.iter();
            all.map(move |(&span, of)| (article.as_str(), span, of.text.as_str(), of.correction))
        })
    }

    /// The flags that were found, corrected. Corrections of what no article has are passed over.
    pub(super) fn applied(
        &self,
        articles: &[Article],
        found: &[Vec<Option<OffTopic>>],
    ) -> Vec<Vec<Option<OffTopic>>> {
        let mut flags = found.to_vec();
        for (article, flags) in articles.iter().zip(&mut flags) {
            for (&span, corrected) in self.blocks.get(&article.id).into_iter().flatten() {
                // Blocks are in order and disjoint.
                let first = article.blocks.partition_point(|block| block.span.end <= span.start);
                let behind = article.blocks.partition_point(|block| block.span.start < span.end);
                for block in first..behind {
                    if let Some(flag) = flags.get_mut(block)
                        && is_of(article, span, corrected, article.blocks[block].span)
                    {
                        *flag = match corrected.correction {
                            Correction::Story => None,
                            Correction::OffTopic => Some(OffTopic::by_hand()),
                        };
                    }
                }
            }
        }
        flags
    }
}

/// Whether a correction of the stretch `span` speaks of the block at `block`: the text stands there as it did, and more
/// than half of the block lies in it.
fn is_of(article: &Article, span: Span, corrected: &Corrected, block: Span) -> bool {
    let common = block.end.min(span.end).saturating_sub(block.start.max(span.start));
    common * 2 > block.len() && span.of(&article.text) == corrected.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Role};

    /// An article whose lines are its blocks.
    fn article(id: &str, text: &str) -> Article {
        let mut start = 0;
        let blocks = text.split('\n').map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            Block { span, role: Role::Body, repeats: None }
        });
        Article {
            blocks: blocks.collect(),
            id: id.to_owned(),
            text: text.to_owned(),
            ..Article::from_text("", "")
        }
    }

    #[test]
    fn a_block_has_one_correction_and_the_order_of_making_them_is_forgotten() {
        let (a, b) = (article("a", "one\ntwo\nthree"), article("b", "one\ntwo"));
        let mut one = Corrections::default();
        one.set(&b, 1, Correction::Story);
        one.set(&a, 2, Correction::OffTopic);
        one.set(&b, 1, Correction::OffTopic);
        let mut other = Corrections::default();
        other.set(&a, 2, Correction::OffTopic);
        other.set(&b, 1, Correction::OffTopic);
        assert_eq!(one, other);
        assert_eq!(
            one.iter().collect::<Vec<_>>(),
            [
                ("a", Span::new(8, 13), "three", Correction::OffTopic),
                ("b", Span::new(4, 7), "two", Correction::OffTopic)
            ]
        );
        one.forget(&a, 2);
        one.forget(&b, 1);
        assert_eq!(one, Corrections::default());
    }

    #[test]
    fn a_correction_stays_with_its_text_when_other_rules_cut_the_article() {
        let before = article("a", "Menu\nThe mayor resigned.\nAdvertisement");
        let mut corrections = Corrections::default();
        corrections.set(&before, 2, Correction::OffTopic);
        let mut after = before.clone();
        after.blocks.remove(0);
        let found = vec![vec![None; 2]];
        let flags = corrections.applied(std::slice::from_ref(&after), &found);
        assert_eq!(flags[0].iter().map(Option::is_some).collect::<Vec<_>>(), [false, true]);
        assert_eq!(corrections.of(&after, 1), Some(Correction::OffTopic));

        // One block that was two says more than what was corrected.
        after.blocks = vec![Block { span: Span::new(5, 38), role: Role::Body, repeats: None }];
        assert_eq!(corrections.of(&after, 0), None);
        // Another text under the same name is another text.
        let other = article("a", "Menu\nThe mayor resigned.\nShe had served");
        assert_eq!(corrections.of(&other, 2), None);
    }
}
