//! How far a line is about what the other articles are about.
//!
//! A line's support is the share of its words, by weight, that stand in articles of other outlets, too. A sentence that
//! only one source has shares few words with the others: lack of support proves nothing of a line alone, only of a
//! whole list of titles and summaries, or of whole sections.

use std::ops::Range;

use crate::article::Article;
use crate::lexis::{Lexis, TermId, TokenKind};

/// The support of the lines of one article.
#[derive(Debug)]
pub(super) struct Support {
    /// How many other outlets there are.
    pub others: usize,
    /// For each line: the share of its words that the others have; none where it has too few words to say.
    pub own: Vec<Option<f32>>,
    /// How many lines the others clearly share.
    shared: usize,
}

/// So much of a line's words makes it shared.
const SHARED: f32 = 0.4;
/// A shared line has at least so many different words.
const WORDS: usize = 6;
/// With fewer shared lines an article is about something else, and support says nothing.
const SHARED_LINES: usize = 3;

impl Support {
    /// Whether the article is about what the others are about, so that lack of support means something.
    pub const fn says(&self) -> bool {
        self.shared >= SHARED_LINES
    }
}

/// The terms of each block of a story that say what it is about, each once.
struct BlockTerms {
    terms: Vec<TermId>,
    /// For each article, for each block: where its terms lie.
    blocks: Vec<Vec<Range<usize>>>,
}

impl BlockTerms {
    fn of(articles: &[Article], lexis: &Lexis) -> Self {
        let mut found = Self { terms: Vec::new(), blocks: Vec::new() };
        let mut block_terms: Vec<TermId> = Vec::new();
        for (article, read) in articles.iter().enumerate() {
            let mut ranges = Vec::with_capacity(read.blocks.len());
            for block in 0..read.blocks.len() {
                let tokens = lexis.block_tokens(articles, article, block).iter();
                block_terms.clear();
                block_terms
                    .extend(tokens.filter(|token| token.kind != TokenKind::Function).map(|token| token.term));
                block_terms.sort_unstable();
                block_terms.dedup();
                let start = found.terms.len();
                found.terms.extend_from_slice(&block_terms);
                ranges.push(start..found.terms.len());
            }
            found.blocks.push(ranges);
        }
        found
    }

    fn block(&self, article: usize, block: usize) -> &[TermId] {
        &self.terms[self.blocks[article][block].clone()]
    }
}

/// What is counted of a term.
#[derive(Clone, Copy, Default)]
struct TermCount {
    /// Blocks that have it.
    blocks: u32,
    /// Outlets that have it.
    outlets: u32,
    /// The last outlet that was counted, plus one.
    last: u32,
}

/// Measures the support of every line; `outlets` has the number of each article's outlet.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of blocks and outlets, and logarithms of what is above 1"
)]
pub(super) fn measure(articles: &[Article], outlets: &[usize], lexis: &Lexis) -> Vec<Support> {
    let mut by_outlet: Vec<usize> = (0..articles.len()).collect();
    by_outlet.sort_by_key(|&article| (outlets[article], article));
    let terms = BlockTerms::of(articles, lexis);
    let mut counts = vec![TermCount::default(); lexis.len()];
    let mut blocks = 0_u32;
    for &article in &by_outlet {
        let outlet = outlets[article] as u32 + 1;
        for block in 0..articles[article].blocks.len() {
            blocks += 1;
            for &term in terms.block(article, block) {
                let count = &mut counts[term as usize];
                count.blocks += 1;
                if count.last != outlet {
                    (count.last, count.outlets) = (outlet, count.outlets + 1);
                }
            }
        }
    }
    let total = outlets.iter().max().map_or(0, |last| last + 1);
    let others = total.saturating_sub(1);
    // With many sources a word that one other has by chance says nothing.
    let needed = if others >= 3 { 3 } else { 2 };
    // In whole thousandths of a nat: terms are numbered in the order of the articles, and sums of integers
    // don't depend on it.
    let weight =
        |count: &TermCount| (1_000.0 * ((blocks as f32 + 1.0) / (count.blocks as f32 + 0.5)).ln()) as u64;
    let weights: Vec<u64> = counts.iter().map(weight).collect();
    articles
        .iter()
        .enumerate()
        .map(|(article, read)| {
            let sums: Vec<(u64, u64, usize)> = (0..read.blocks.len())
                .map(|block| {
                    let terms = terms.block(article, block);
                    let mut sum = (0, 0, terms.len());
                    for &term in terms {
                        let weight = weights[term as usize];
                        sum.0 += if counts[term as usize].outlets >= needed { weight } else { 0 };
                        sum.1 += weight;
                    }
                    sum
                })
                .collect();
            let share = |&(found, all, _): &(u64, u64, usize)| {
                (others > 0 && all > 0).then(|| found as f32 / all as f32)
            };
            let own: Vec<Option<f32>> = sums.iter().map(share).collect();
            let is_shared =
                |(sum, own): &(&(u64, u64, usize), &Option<f32>)| sum.2 >= WORDS && **own >= Some(SHARED);
            Support { others, shared: sums.iter().zip(&own).filter(is_shared).count(), own }
        })
        .collect()
}
