//! Words that stand in one sentence of their article only.
//!
//! Two sentences that share such words hold a place in both articles that nothing else competes for. Diffs
//! align texts by unique lines in the same way (Cohen, "patience diff", 2008).

use super::pool::Pool;
use crate::lexis::{Lexis, TermId, TokenKind, Weights};

/// For each sentence of a pool, its anchors with their weights in 1/1,000 nats, in the order of their
/// numbers.
#[derive(Debug)]
pub(super) struct Anchors {
    of: Vec<Vec<(TermId, u32)>>,
}

impl Anchors {
    /// Finds the anchors of every sentence.
    pub(super) fn new(pool: &Pool, lexis: &Lexis, weights: &Weights) -> Self {
        let mut of = Vec::with_capacity(pool.members().len());
        // For each term, in how many sentences of the article at hand it stands.
        let mut counts = vec![0_u32; lexis.len()];
        for article in pool.members().chunk_by(|a, b| a.id.article == b.id.article) {
            let sentences = article.iter().map(|member| words(lexis, weights, member.id));
            let sentences: Vec<Vec<(TermId, u32)>> = sentences.collect();
            for &(term, _) in sentences.iter().flatten() {
                counts[term as usize] += 1;
            }
            of.extend(sentences.iter().map(|words| -> Vec<(TermId, u32)> {
                words.iter().copied().filter(|word| counts[word.0 as usize] == 1).collect()
            }));
            for &(term, _) in sentences.iter().flatten() {
                counts[term as usize] = 0;
            }
        }
        Self { of }
    }

    /// The weight of the anchors that two sentences share, in 1/1,000 nats.
    pub(super) fn shared(&self, a: usize, b: usize) -> u64 {
        let (mut left, mut right) = (self.of[a].iter().peekable(), self.of[b].iter().peekable());
        let mut sum = 0;
        while let (Some(x), Some(y)) = (left.peek(), right.peek()) {
            match x.0.cmp(&y.0) {
                std::cmp::Ordering::Less => {
                    left.next();
                }
                std::cmp::Ordering::Greater => {
                    right.next();
                }
                std::cmp::Ordering::Equal => {
                    sum += u64::from(x.1.min(y.1));
                    left.next();
                    right.next();
                }
            }
        }
        sum
    }
}

/// The words of a sentence that could be anchors, each once at its heaviest.
fn words(lexis: &Lexis, weights: &Weights, id: crate::article::SentenceId) -> Vec<(TermId, u32)> {
    let tokens = lexis.tokens(id).iter().filter(|token| token.kind != TokenKind::Function);
    let mut words: Vec<(TermId, u32)> = tokens.map(|token| (token.term, weights.of_token(token))).collect();
    words.sort_unstable_by_key(|&(term, weight)| (term, std::cmp::Reverse(weight)));
    words.dedup_by_key(|word| word.0);
    words
}
