//! What the user knows better: corrections of the machine, as data.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::article::{Article, SentenceId, Span};
use crate::matching::Verdict;
use crate::offtopic::OffTopic;

/// What the user says that a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Correction {
    /// It belongs to the story, whatever speaks against it.
    Story,
    /// It does not.
    OffTopic,
}

/// A stretch of an article's text, told by what the article and the stretch hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Passage {
    /// The [content](Article::id) of the article.
    pub article: String,
    /// Where it stands.
    pub span: Span,
    /// The text that stood there.
    pub text: String,
}

impl Passage {
    fn of_block(article: &Article, block: usize) -> Option<Self> {
        let span = article.blocks.get(block)?.span;
        let text = article.block_text(block).to_owned();
        Some(Self { article: article.id.clone(), span, text })
    }

    /// A sentence; none where the article has no such sentence.
    #[must_use]
    pub fn of_sentence(article: &Article, sentence: usize) -> Option<Self> {
        let span = article.sentences.get(sentence)?.span;
        Some(Self { article: article.id.clone(), span, text: span.of(&article.text).to_owned() })
    }

    /// The sentence that it is in an article; none where the text has changed, or is cut otherwise.
    #[must_use]
    pub fn sentence_in(&self, article: &Article) -> Option<usize> {
        if self.article != article.id {
            return None;
        }
        let first = article.sentences.partition_point(|sentence| sentence.span.end <= self.span.start);
        let mut near = article.sentences.iter().enumerate().skip(first);
        let (at, _) = near.find(|(_, sentence)| self.is_of(article, sentence.span))?;
        Some(at)
    }

    /// The same words in another article, the nearest to where they stood; none where they are not there.
    #[must_use]
    pub fn moved_to(&self, article: &Article) -> Option<Self> {
        let places = article.text.match_indices(&self.text).map(|(start, _)| start);
        let start =
            places.filter(|_| !self.text.is_empty()).min_by_key(|place| place.abs_diff(self.span.start))?;
        let span = Span::new(start, start + self.text.len());
        Some(Self { article: article.id.clone(), span, text: self.text.clone() })
    }

    /// Whether it speaks of what stands at `span`: the text stands there as it did, and more than half of it lies in
    /// this.
    fn is_of(&self, article: &Article, span: Span) -> bool {
        let common = span.end.min(self.span.end).saturating_sub(span.start.max(self.span.start));
        common * 2 > span.len() && self.span.of(&article.text) == self.text
    }
}

/// One correction, as it is kept in files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum CorrectionEntry {
    /// A block belongs to the story.
    Story(Passage),
    /// A block does not.
    OffTopic(Passage),
    /// A sentence does not, whatever its block does.
    SentenceOffTopic(Passage),
    /// Two sentences say the same.
    Same(PassagePair),
    /// Two sentences don't.
    Different(PassagePair),
    /// Two sentences that say the same disagree in nothing.
    NoDisagreement(PassagePair),
}

/// Two sentences of different articles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PassagePair {
    /// The one whose content comes first.
    pub a: Passage,
    /// The other.
    pub b: Passage,
}

impl PassagePair {
    fn new(a: Passage, b: Passage) -> Self {
        if a <= b { Self { a, b } } else { Self { a: b, b: a } }
    }
}

/// What the user says of pairs of sentences of a story; the sentence that comes first stands first.
pub type Verdicts = BTreeMap<(SentenceId, SentenceId), Verdict>;

/// The corrections of a story: at most one for each block, each sentence and each pair of sentences.
///
/// Articles are named by their [content](Article::id), blocks and sentences by where they stand in it and what they say,
/// never by their number: a correction holds wherever the same text is read again, under any name, in any order and cut
/// by other rules, and is silent where the text has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// By article, then by where they stand.
    blocks: BTreeMap<String, BTreeMap<Passage, Correction>>,
    aside: BTreeSet<Passage>,
    pairs: BTreeMap<PassagePair, Verdict>,
}

impl Corrections {
    /// Says what a block of `article` is; an earlier correction of it is forgotten. Without effect where the article has
    /// no such block.
    pub fn set(&mut self, article: &Article, block: usize, correction: Correction) {
        self.forget(article, block);
        if let Some(passage) = Passage::of_block(article, block) {
            self.blocks.entry(article.id.clone()).or_default().insert(passage, correction);
        }
    }

    /// Forgets the correction of a block.
    pub fn forget(&mut self, article: &Article, block: usize) {
        let (Some(blocks), Some(of)) = (self.blocks.get_mut(&article.id), article.blocks.get(block)) else {
            return;
        };
        blocks.retain(|passage, _| !passage.is_of(article, of.span));
        if blocks.is_empty() {
            self.blocks.remove(&article.id);
        }
    }

    /// What a block was said to be.
    #[must_use]
    pub fn of(&self, article: &Article, block: usize) -> Option<Correction> {
        let of = article.blocks.get(block)?.span;
        let mut corrections = self.blocks.get(&article.id)?.iter();
        corrections.find(|(passage, _)| passage.is_of(article, of)).map(|(_, &correction)| correction)
    }

    /// Says that a sentence is not the story, or takes that back. Without effect where the article has no such sentence.
    pub fn set_aside(&mut self, article: &Article, sentence: usize, aside: bool) {
        if let Some(passage) = Passage::of_sentence(article, sentence) {
            if aside {
                self.aside.insert(passage);
            } else {
                self.aside.remove(&passage);
            }
        }
    }

    /// Whether a sentence was said not to be the story, on its own.
    #[must_use]
    pub fn is_aside(&self, article: &Article, sentence: usize) -> bool {
        Passage::of_sentence(article, sentence).is_some_and(|passage| self.aside.contains(&passage))
    }

    /// Says of two sentences of different articles whether they say the same, or forgets what was said of them. Without
    /// effect where there are no such sentences.
    pub fn judge(&mut self, a: (&Article, usize), b: (&Article, usize), verdict: Option<Verdict>) {
        let (Some(a), Some(b)) = (Passage::of_sentence(a.0, a.1), Passage::of_sentence(b.0, b.1)) else {
            return;
        };
        let pair = PassagePair::new(a, b);
        match verdict {
            Some(verdict) => self.pairs.insert(pair, verdict),
            None => self.pairs.remove(&pair),
        };
    }

    /// What was said of two sentences.
    #[must_use]
    pub fn verdict(&self, a: (&Article, usize), b: (&Article, usize)) -> Option<Verdict> {
        let (a, b) = (Passage::of_sentence(a.0, a.1)?, Passage::of_sentence(b.0, b.1)?);
        self.pairs.get(&PassagePair::new(a, b)).copied()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.blocks.values().map(BTreeMap::len).sum::<usize>() + self.aside.len() + self.pairs.len()
    }

    /// Every correction: of blocks, of sentences, of pairs, each in the order of the articles' contents and of where they
    /// stand.
    pub fn entries(&self) -> impl Iterator<Item = CorrectionEntry> {
        let blocks = self.blocks.values().flatten().map(|(passage, correction)| match correction {
            Correction::Story => CorrectionEntry::Story(passage.clone()),
            Correction::OffTopic => CorrectionEntry::OffTopic(passage.clone()),
        });
        let aside = self.aside.iter().cloned().map(CorrectionEntry::SentenceOffTopic);
        let pairs = self.pairs.iter().map(|(pair, verdict)| match verdict {
            Verdict::Same => CorrectionEntry::Same(pair.clone()),
            Verdict::Different => CorrectionEntry::Different(pair.clone()),
            Verdict::NoDisagreement => CorrectionEntry::NoDisagreement(pair.clone()),
        });
        blocks.chain(aside).chain(pairs)
    }

    /// How many of them speak of something that these articles have.
    #[must_use]
    pub fn that_hold(&self, articles: &[Article]) -> usize {
        let has_block = |passage: &&Passage| {
            let mut of = articles.iter().filter(|article| article.id == passage.article);
            of.any(|article| article.blocks.iter().any(|block| passage.is_of(article, block.span)))
        };
        let has = |passage: &Passage| articles.iter().any(|article| passage.sentence_in(article).is_some());
        self.blocks.values().flat_map(BTreeMap::keys).filter(has_block).count()
            + self.aside.iter().filter(|passage| has(passage)).count()
            + self.pairs.keys().filter(|pair| has(&pair.a) && has(&pair.b)).count()
    }

    /// The flags that were found, corrected. Corrections of what no article has are passed over.
    pub(super) fn applied(
        &self,
        articles: &[Article],
        found: &[Vec<Option<OffTopic>>],
    ) -> Vec<Vec<Option<OffTopic>>> {
        let mut flags = found.to_vec();
        for (article, flags) in articles.iter().zip(&mut flags) {
            for (passage, &correction) in self.blocks.get(&article.id).into_iter().flatten() {
                // Blocks are in order and disjoint.
                let first = article.blocks.partition_point(|block| block.span.end <= passage.span.start);
                let behind = article.blocks.partition_point(|block| block.span.start < passage.span.end);
                for block in first..behind {
                    if let Some(flag) = flags.get_mut(block)
                        && passage.is_of(article, article.blocks[block].span)
                    {
                        *flag = match correction {
                            Correction::Story => None,
                            Correction::OffTopic => Some(OffTopic::by_hand()),
                        };
                    }
                }
            }
        }
        flags
    }

    /// The sentences that were said not to be the story, each on its own.
    pub(super) fn aside_in(&self, articles: &[Article]) -> BTreeSet<SentenceId> {
        self.aside.iter().flat_map(|passage| sentences(passage, articles)).collect()
    }

    /// What was said of pairs of sentences of these articles.
    pub(super) fn verdicts_in(&self, articles: &[Article]) -> Verdicts {
        let mut verdicts = Verdicts::new();
        for (pair, &verdict) in &self.pairs {
            for a in sentences(&pair.a, articles) {
                for b in sentences(&pair.b, articles).filter(|b| b.article != a.article) {
                    verdicts.insert((a.min(b), a.max(b)), verdict);
                }
            }
        }
        verdicts
    }
}

impl FromIterator<CorrectionEntry> for Corrections {
    fn from_iter<T: IntoIterator<Item = CorrectionEntry>>(entries: T) -> Self {
        let mut corrections = Self::default();
        let mut block = |passage: Passage, correction| {
            corrections.blocks.entry(passage.article.clone()).or_default().insert(passage, correction);
        };
        let (mut aside, mut pairs) = (BTreeSet::new(), BTreeMap::new());
        for entry in entries {
            match entry {
                CorrectionEntry::Story(passage) => block(passage, Correction::Story),
                CorrectionEntry::OffTopic(passage) => block(passage, Correction::OffTopic),
                CorrectionEntry::SentenceOffTopic(passage) => {
                    aside.insert(passage);
                }
                CorrectionEntry::Same(pair) => {
                    pairs.insert(PassagePair::new(pair.a, pair.b), Verdict::Same);
                }
                CorrectionEntry::Different(pair) => {
                    pairs.insert(PassagePair::new(pair.a, pair.b), Verdict::Different);
                }
                CorrectionEntry::NoDisagreement(pair) => {
                    pairs.insert(PassagePair::new(pair.a, pair.b), Verdict::NoDisagreement);
                }
            }
        }
        Self { aside, pairs, ..corrections }
    }
}

/// The sentences that a passage is, in whichever articles have its content.
fn sentences(passage: &Passage, articles: &[Article]) -> impl Iterator<Item = SentenceId> {
    let of = articles.iter().enumerate();
    of.filter_map(|(index, article)| Some(SentenceId::new(index, passage.sentence_in(article)?)))
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
        let passage = |article: &str, start, end, text: &str| Passage {
            article: article.to_owned(),
            span: Span::new(start, end),
            text: text.to_owned(),
        };
        let entries: Vec<CorrectionEntry> = one.entries().collect();
        let three = CorrectionEntry::OffTopic(passage("a", 8, 13, "three"));
        assert_eq!(entries, [three, CorrectionEntry::OffTopic(passage("b", 4, 7, "two"))]);
        assert_eq!(entries.into_iter().collect::<Corrections>(), one);
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
