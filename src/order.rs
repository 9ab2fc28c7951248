//! An order of the articles that does not depend on how they were named.

use crate::article::Article;

/// Articles in the order of their content.
///
/// Every stage works in this order, so that whatever it decides between equals it decides the same for
/// any order of the sources; what comes out is put back.
#[derive(Debug)]
pub(crate) struct ByContent {
    /// For each place in the order of content, the place in the order of the sources.
    sources: Vec<usize>,
}

impl ByContent {
    /// Sorts articles by their content.
    pub(crate) fn sort(articles: Vec<Article>) -> (Self, Vec<Article>) {
        let mut numbered: Vec<(usize, Article)> = articles.into_iter().enumerate().collect();
        numbered.sort_by(|(i, a), (j, b)| a.id.cmp(&b.id).then_with(|| a.text.cmp(&b.text)).then(i.cmp(j)));
        let (sources, articles) = numbered.into_iter().unzip();
        (Self { sources }, articles)
    }

    /// Brings what belongs to each article from the order of the sources into this one.
    pub(crate) fn arrange<T: Clone>(&self, items: &[T]) -> Vec<T> {
        self.sources.iter().map(|&source| items[source].clone()).collect()
    }

    /// Puts what belongs to each article back into the order of the sources.
    pub(crate) fn restore<T>(&self, items: Vec<T>) -> Vec<T> {
        let mut numbered: Vec<(usize, T)> = self.sources.iter().copied().zip(items).collect();
        numbered.sort_by_key(|(source, _)| *source);
        numbered.into_iter().map(|(_, item)| item).collect()
    }

    /// For each place in this order, the place in the order of the sources.
    pub(crate) fn sources(&self) -> &[usize] {
        &self.sources
    }
}
