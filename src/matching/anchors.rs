//! Words that stand in one sentence of their article only.
//!
//! Two sentences that share such words hold a place in both articles that nothing else competes for. Diffs
//! align texts by unique lines in the same way (Cohen, "patience diff", 2008).

use super::bags::weighed;
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
            let words = |id| lexis.tokens(id).iter().filter(|token| token.kind != TokenKind::Function);
            let sentences = article.iter().map(|member| weighed(words(member.id), weights));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[test]
    fn only_words_of_one_sentence_of_either_article_count() {
        let article = |text| Article::from_text("", text);
        let articles = [
            article(
                "Ferry runs aground\n\nThe captain blamed thick fog.\n\nThe harbor stayed open all the same.\n",
            ),
            article(
                "Harbor in shock\n\nThe captain blamed the fog.\n\nThe captain was not hurt in the harbor.\n",
            ),
        ];
        let lexis = Lexis::of(&articles);
        let pool = Pool::new(&articles, |_| true);
        let weights = Weights::new(&articles, &lexis, |_| true);
        let anchors = Anchors::new(&pool, &lexis, &weights);
        let of = |word: &str| {
            let id = crate::article::SentenceId::new(0, 1);
            let token = lexis.tokens(id).iter().find(|token| lexis.text(token.word) == word);
            u64::from(weights.of_token(token.unwrap()))
        };
        // "Captain" stands twice in the second article, "the" is no anchor anywhere.
        assert_eq!(anchors.shared(1, 4), of("blamed") + of("fog"));
        assert_eq!(anchors.shared(0, 4), 0);
    }
}
