//! How much a term says.

use super::background;
use super::{Lexis, TermId, Token, TokenKind};
use crate::article::{Article, SentenceId};

/// How many sentences of general news the story's own counts are mixed with.
const BACKGROUND_SENTENCES: f64 = 60.0;
/// What is left of the weight of a function word, in tenths.
const FUNCTION_TENTHS: u32 = 3;
/// What is left of the weight of a given name before its surname, in tenths.
const GIVEN_NAME_TENTHS: u32 = 3;

/// A weight for each term: the rarer in the story and in general news, the heavier.
///
/// Weights are negative logarithms of frequencies in 1/1,000 nats, as integers: sums of them are exact
/// and so don't depend on the order of the articles.
#[derive(Debug)]
pub struct Weights {
    weights: Vec<u32>,
}

impl Weights {
    /// Weighs the terms of the sentences that take part.
    #[must_use]
    pub fn new(articles: &[Article], lexis: &Lexis, takes_part: impl Fn(SentenceId) -> bool) -> Self {
        let common = |term: &str| background::probability(lexis.language(), term);
        Self::mixed_with(common, articles, lexis, takes_part)
    }

    /// The same where nothing is known of general news: every word is as rare there.
    #[doc(hidden)]
    #[must_use]
    pub fn without_background(
        articles: &[Article],
        lexis: &Lexis,
        takes_part: impl Fn(SentenceId) -> bool,
    ) -> Self {
        Self::mixed_with(|_| background::UNSEEN, articles, lexis, takes_part)
    }

    /// Weighs the terms, where a sentence of general news holds one with the probability `common`.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a logarithm, clamped at 0")]
    fn mixed_with(
        common: impl Fn(&str) -> f64,
        articles: &[Article],
        lexis: &Lexis,
        takes_part: impl Fn(SentenceId) -> bool,
    ) -> Self {
        let mut counts = vec![0_u32; lexis.len()];
        let mut sentences = 0_u32;
        let mut terms: Vec<TermId> = Vec::new();
        for (a, article) in articles.iter().enumerate() {
            for s in 0..article.sentences.len() {
                let id = SentenceId::new(a, s);
                if !takes_part(id) {
                    continue;
                }
                sentences += 1;
                terms.clear();
                terms.extend(lexis.tokens(id).iter().map(|token| token.term));
                terms.sort_unstable();
                terms.dedup();
                for &term in &terms {
                    counts[term as usize] += 1;
                }
            }
        }
        let all = f64::from(sentences) + BACKGROUND_SENTENCES;
        let weights = (0..)
            .zip(&counts)
            .map(|(term, &count)| {
                let expected = BACKGROUND_SENTENCES * common(lexis.text(term));
                let frequency = (f64::from(count) + expected) / all;
                // What every sentence says still tells sentences that say it from empty ones.
                (-1_000.0 * frequency.ln()).round().max(1.0) as u32
            })
            .collect();
        Self { weights }
    }

    /// The same weight for so many terms.
    #[cfg(test)]
    pub(crate) fn equal(terms: usize, weight: u32) -> Self {
        Self { weights: vec![weight; terms] }
    }

    /// The weight of a term by itself.
    #[must_use]
    pub fn of(&self, term: TermId) -> u32 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }

    /// The weight of a token: that of its term, lowered for function words and given names.
    #[must_use]
    pub fn of_token(&self, token: &Token) -> u32 {
        let weight = self.of(token.term);
        match token.kind {
            TokenKind::Function => (weight * FUNCTION_TENTHS / 10).max(1),
            TokenKind::GivenName => weight * GIVEN_NAME_TENTHS / 10,
            TokenKind::Content | TokenKind::Name | TokenKind::Number => weight,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_weigh_more_than_common_ones_and_function_words_least() {
        let text = "Parrot stolen\n\nThe parrot was stolen.\n\nThe parrot was seen by police in Dunmore.\n";
        let articles = [Article::from_text("", text)];
        let lexis = Lexis::of(&articles);
        let weights = Weights::new(&articles, &lexis, |_| true);
        let weight = |word: &str| {
            let tokens = articles[0].sentences.iter().enumerate();
            let mut tokens = tokens.flat_map(|(s, _)| lexis.tokens(SentenceId::new(0, s)));
            weights.of_token(tokens.find(|token| token.span().of(text) == word).unwrap())
        };
        assert!(weight("Dunmore") > weight("parrot"));
        assert!(weight("parrot") > weight("was"));
        assert!(weight("was") > 0);
    }
    #[test]
    fn what_every_sentence_says_weighs_something() {
        let line = "Xylophones.\n\n".repeat(200);
        let articles = [Article::from_text("", &line)];
        let lexis = Lexis::of(&articles);
        let weights = Weights::new(&articles, &lexis, |_| true);
        assert!(
            (0..200)
                .all(|s| lexis.tokens(SentenceId::new(0, s)).iter().all(|token| weights.of(token.term) > 0))
        );
    }
}
