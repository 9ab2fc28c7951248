//! The sentences that take part in matching, in the order of the story.

use std::ops::Range;

use crate::article::{Article, Role, SentenceId};

/// From so many sentences of an article on it says something where one of them stands.
const PLACES: f64 = 10.0;

/// A sentence that takes part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    /// Which sentence it is.
    pub(super) id: SentenceId,
    /// Where it stands among those of its article, 0..=1.
    pub(super) position: f64,
    /// How much it says that it stands there, 0..=1: in a short article everything is near its opening, and beside
    /// everything else.
    pub(super) telling: f64,
    /// Whether it is a headline.
    pub(super) headline: bool,
    /// Whether it is a headline or the first sentence of the body.
    pub(super) leads: bool,
}

/// The sentences that take part; those of an article stand together, in order.
#[derive(Debug, Default)]
pub(super) struct Pool {
    members: Vec<Member>,
    /// For each article where its sentences begin; and where those of the last one end.
    starts: Vec<usize>,
    articles: usize,
}

impl Pool {
    /// Gathers the sentences that take part.
    #[expect(clippy::cast_precision_loss, reason = "counts of sentences")]
    pub(super) fn new(articles: &[Article], takes_part: impl Fn(SentenceId) -> bool) -> Self {
        let mut pool = Self { starts: vec![0], ..Self::default() };
        for (a, article) in articles.iter().enumerate() {
            let ids: Vec<SentenceId> = (0..article.sentences.len())
                .map(|s| SentenceId::new(a, s))
                .filter(|&id| takes_part(id))
                .collect();
            let role = |id: SentenceId| article.blocks[article.sentences[id.sentence].block].role;
            let first_of_body = ids.iter().copied().find(|&id| role(id) == Role::Body);
            let last = ids.len().saturating_sub(1).max(1) as f64;
            pool.articles += usize::from(!ids.is_empty());
            pool.members.extend(ids.iter().enumerate().map(|(index, &id)| Member {
                id,
                position: index as f64 / last,
                telling: (ids.len() as f64 / PLACES).min(1.0),
                headline: role(id) == Role::Headline,
                leads: role(id) == Role::Headline || Some(id) == first_of_body,
            }));
            pool.starts.push(pool.members.len());
        }
        pool
    }

    /// The sentences.
    pub(super) fn members(&self) -> &[Member] {
        &self.members
    }

    /// How many articles take part.
    pub(super) fn articles(&self) -> usize {
        self.articles
    }

    /// The article of the sentence at `index`.
    pub(super) fn article(&self, index: usize) -> usize {
        self.members[index].id.article
    }

    /// The sentences of the article that the one at `index` belongs to.
    pub(super) fn range_of_article(&self, index: usize) -> Range<usize> {
        let article = self.article(index);
        self.starts[article]..self.starts[article + 1]
    }

    /// The sentence before (`-1`) or after (`1`) `index` in the same article.
    pub(super) fn beside(&self, index: usize, step: isize) -> Option<usize> {
        let other = index.checked_add_signed(step)?;
        let member = self.members.get(other)?;
        (member.id.article == self.article(index)).then_some(other)
    }
}
