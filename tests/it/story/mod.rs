//! What a comparison says of a story, from text to statements.

mod corrections;
mod differing;
pub(crate) mod disputes;
mod evidence;
mod facts;
mod languages;
mod properties;
mod relations;
mod sample;
mod statements;

use parallax::article::{Article, SentenceId};
use parallax::comparison::{Comparison, Match, Settings, compare};

/// Articles made from texts.
fn articles<T: AsRef<str>>(texts: &[T]) -> Vec<Article> {
    let numbered = texts.iter().enumerate();
    numbered.map(|(index, text)| Article::from_text(format!("{index}.txt"), text.as_ref())).collect()
}

/// Texts compared as one story.
pub(crate) fn story<T: AsRef<str>>(texts: &[T]) -> Comparison {
    compare(articles(texts), Settings::default())
}

/// The first sentence that holds `words`.
fn find(comparison: &Comparison, article: usize, words: &str) -> SentenceId {
    comparison
        .sentences()
        .find(|&id| id.article == article && comparison.wording(id).contains(words))
        .unwrap_or_else(|| panic!("article {article} has no sentence with {words:?}"))
}

/// The match of the sentence with `a` in the first article and the one with `b` in the second.
fn matched<'a>(comparison: &'a Comparison, a: &str, b: &str) -> Option<&'a Match> {
    comparison.match_between(find(comparison, 0, a), find(comparison, 1, b))
}
