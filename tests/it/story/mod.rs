//! What a comparison says of a story, from text to statements.

mod corrections;
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
use parallax::segment::{self, Document};

/// Articles made from texts.
fn articles<T: AsRef<str>>(texts: &[T]) -> Vec<Article> {
    texts
        .iter()
        .enumerate()
        .map(|(index, text)| {
            segment::article(Document {
                location: format!("{index}.txt"),
                text: text.as_ref().to_owned(),
                encoding: "utf-8".to_owned(),
                notes: Vec::new(),
            })
        })
        .collect()
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
