//! Which language an article's words are folded and stemmed in.

use crate::article::{Article, UNDETERMINED};

/// The language of each article; one whose own could not be told takes that of most others.
pub(super) fn of_articles(articles: &[Article]) -> Vec<&str> {
    let commonest = commonest(articles);
    articles.iter().map(|article| known(article).unwrap_or(commonest)).collect()
}

/// The language of most articles; English where none could be told.
pub(super) fn commonest(articles: &[Article]) -> &str {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for own in articles.iter().filter_map(known) {
        match counts.iter_mut().find(|(language, _)| *language == own) {
            Some((_, count)) => *count += 1,
            None => counts.push((own, 1)),
        }
    }
    counts.iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0))).map_or("en", |found| found.0)
}

/// The language of an article, where it could be told.
pub(super) fn known(article: &Article) -> Option<&str> {
    Some(article.language.as_str()).filter(|language| !matches!(*language, "" | UNDETERMINED))
}

/// The stemmer of a language, where Snowball has one.
pub(super) fn stemmer(language: &str) -> Option<frostem::Stemmer> {
    frostem::Stemmer::try_from_name(language).ok()
}
