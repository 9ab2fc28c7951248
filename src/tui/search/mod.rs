//! Words that are looked for, and every place of a story that has them: found once, and kept.

mod pattern;

pub use self::pattern::Pattern;
use crate::article::Span;
use crate::comparison::Comparison;

/// A place that has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the block.
    pub block: usize,
    /// Index of the sentence that it begins in; none in a block without sentences.
    pub sentence: Option<usize>,
    /// Where it stands in the article.
    pub span: Span,
}

/// Words that are looked for, and where they are.
#[derive(Clone, Debug)]
pub struct Search {
    words: String,
    pattern: Pattern,
    /// The places by article, each in the order of its text; no two overlap.
    hits: Vec<Vec<Hit>>,
}

impl Search {
    /// Looks for words in every article of a story; none where there is nothing to look for.
    #[must_use]
    pub fn of(words: &str, comparison: &Comparison) -> Option<Self> {
        let pattern = Pattern::of(words)?;
        let hits = hits(&pattern, comparison);
        Some(Self { words: words.to_owned(), pattern, hits })
    }

    /// The words, as they were typed.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The places in an article, in the order of its text.
    #[must_use]
    pub fn within(&self, article: usize) -> &[Hit] {
        self.hits.get(article).map_or(&[], Vec::as_slice)
    }

    /// Whether any article has the words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hits.iter().all(Vec::is_empty)
    }

    /// Looks for the same words in a story that was read or compared again.
    pub fn renew(&mut self, comparison: &Comparison) {
        self.hits = hits(&self.pattern, comparison);
    }
}

fn hits(pattern: &Pattern, comparison: &Comparison) -> Vec<Vec<Hit>> {
    let mut units = Vec::new();
    let mut of_article = |article: &crate::article::Article| {
        let mut hits = Vec::new();
        for (block, whole) in article.blocks.iter().map(|block| block.span).enumerate() {
            let sentences = article.sentences_of(block);
            pattern.find(whole.of(&article.text), &mut units, |found| {
                let span = Span::new(whole.start + found.start, whole.start + found.end);
                let begun = |sentence: &usize| article.sentences[*sentence].span.start <= span.start;
                let sentence = sentences.clone().rev().find(begun).or_else(|| sentences.clone().next());
                hits.push(Hit { block, sentence, span });
            });
        }
        hits
    };
    comparison.articles.iter().map(&mut of_article).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::comparison::{Settings, compare};

    #[test]
    fn every_place_is_known_with_its_sentence() {
        let text = "The bridge\n\nThe bridge fell. Nobody was on the bridge.\n\nBy A. Bridge\n";
        let story = compare(vec![Article::from_text("a.txt", text.to_owned())], Settings::default());
        let search = Search::of("bridge", &story).unwrap();
        let places: Vec<(usize, &str)> =
            search.within(0).iter().map(|hit| (hit.block, hit.span.of(text))).collect();
        assert_eq!(places, [(0, "bridge"), (1, "bridge"), (1, "bridge"), (2, "Bridge")]);
        let sentences: Vec<Option<usize>> = search.within(0).iter().map(|hit| hit.sentence).collect();
        assert_eq!(sentences[1].map(|first| first + 1), sentences[2]);
        assert_eq!(search.within(1), []);
        assert!(Search::of("", &story).is_none());
        assert!(Search::of("tunnel", &story).unwrap().is_empty());
    }
}
