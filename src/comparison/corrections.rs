//! What a reader knows better: corrections of the machine, as data.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::article::Article;
use crate::offtopic::OffTopic;

/// What a reader says that a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It belongs to the story, whatever speaks against it.
    Story,
    /// It does not.
    OffTopic,
}

/// The corrections of a story, at most one for each block.
///
/// Articles are named by their [content](Article::id): a correction holds wherever the same text is read again,
/// under any name and in any order, and is silent where the text has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    blocks: BTreeMap<String, BTreeMap<usize, Verdict>>,
}

impl Corrections {
    /// Says what a block is; an earlier correction of it is forgotten.
    pub fn set(&mut self, article: &str, block: usize, verdict: Verdict) {
        self.blocks.entry(article.to_owned()).or_default().insert(block, verdict);
    }

    /// Forgets the correction of a block.
    pub fn forget(&mut self, article: &str, block: usize) {
        if let Some(blocks) = self.blocks.get_mut(article) {
            blocks.remove(&block);
            if blocks.is_empty() {
                self.blocks.remove(article);
            }
        }
    }

    /// What a block was said to be.
    #[must_use]
    pub fn of(&self, article: &str, block: usize) -> Option<Verdict> {
        self.blocks.get(article)?.get(&block).copied()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Every correction: the article, its block and the verdict, ordered by the first two.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize, Verdict)> {
        self.blocks.iter().flat_map(|(article, blocks)| {
            blocks.iter().map(move |(&block, &verdict)| (article.as_str(), block, verdict))
        })
    }

    /// The flags that were found, corrected. Corrections of blocks that no article has are passed over.
    pub(super) fn applied(
        &self,
        articles: &[Article],
        found: &[Vec<Option<OffTopic>>],
    ) -> Vec<Vec<Option<OffTopic>>> {
        let mut flags = found.to_vec();
        for (article, flags) in articles.iter().zip(&mut flags) {
            for (&block, verdict) in self.blocks.get(&article.id).into_iter().flatten() {
                if let Some(flag) = flags.get_mut(block) {
                    *flag = match verdict {
                        Verdict::Story => None,
                        Verdict::OffTopic => Some(OffTopic::by_hand()),
                    };
                }
            }
        }
        flags
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_has_one_correction_and_the_order_of_making_them_is_forgotten() {
        let mut one = Corrections::default();
        one.set("b", 2, Verdict::Story);
        one.set("a", 9, Verdict::OffTopic);
        one.set("b", 2, Verdict::OffTopic);
        let mut other = Corrections::default();
        other.set("a", 9, Verdict::OffTopic);
        other.set("b", 2, Verdict::OffTopic);
        assert_eq!(one, other);
        assert_eq!(
            one.iter().collect::<Vec<_>>(),
            [("a", 9, Verdict::OffTopic), ("b", 2, Verdict::OffTopic)]
        );
        one.forget("a", 9);
        one.forget("b", 2);
        assert_eq!(one, Corrections::default());
    }
}
