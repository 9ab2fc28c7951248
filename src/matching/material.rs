//! What the pairs of a story are judged from: its sentences one by one, which of them resemble one another, and
//! what two of them have in common.

use rayon::prelude::*;

use super::MANY;
use super::anchors::Anchors;
use super::bags::Bag;
use super::candidates::{self, Neighbour};
use super::evidence::Evidence;
use super::pool::Pool;
use super::quotes;
use super::relation::{self, Relation};
use super::runs::{self, Run, Seeds};
use super::word_order::{PairSide, WordOrder};
use crate::article::{Article, SentenceId, Span};
use crate::disagreement::{Page, Sentence};
use crate::lexis::{Lexis, TermId, Thesaurus, TokenKind, Weights};
use crate::score::Score;

/// Identical sentences of this weight are no coincidence.
const SAME: u64 = 6_000;
/// The least score of copied wording: where it is a clause of a long sentence, little else speaks for the pair,
/// and people joined such pairs 97 times in 100.
const COPIED_SCORE: f64 = 0.95;
/// The sentences that take part, laid out for all pairs.
#[derive(Debug)]
pub(super) struct Material<'a> {
    pub(super) lexis: &'a Lexis,
    weights: &'a Weights,
    pub(super) pool: Pool,
    quotations: Vec<Vec<Span>>,
    bags: Vec<Bag>,
    words: Vec<WordOrder>,
    pub(super) neighbours: Vec<Vec<Neighbour>>,
    anchors: Anchors,
    /// For each article the stems of its names.
    names: Vec<Vec<TermId>>,
    articles: &'a [Article],
}

/// What two sentences have in common, word by word.
#[derive(Debug)]
pub(super) struct Common {
    pub(super) relation: Relation,
    pub(super) copied: Vec<Run>,
}

impl<'a> Material<'a> {
    /// Lays out the sentences that take part.
    pub(super) fn new(
        articles: &'a [Article],
        lexis: &'a Lexis,
        takes_part: impl Fn(SentenceId) -> bool,
        thesaurus: &Thesaurus,
        weights: &'a Weights,
    ) -> Self {
        let pool = Pool::new(articles, takes_part);
        let quotations: Vec<Vec<Span>> = articles.iter().map(quotes::of).collect();
        let bag = |id: SentenceId| Bag::new(lexis.tokens(id), weights, thesaurus, &quotations[id.article]);
        let bags = of_each(&pool, bag);
        let words = of_each(&pool, |id| WordOrder::of(lexis.tokens(id)));
        let neighbours = candidates::neighbours(&pool, &bags, &words);
        let anchors = Anchors::new(&pool, lexis, weights);
        let names = names(&pool, lexis, articles.len());
        Self { lexis, weights, pool, quotations, bags, words, neighbours, anchors, names, articles }
    }

    /// What speaks for pairs.
    pub(super) fn evidence(&self) -> Evidence<'_> {
        Evidence::new(&self.pool, &self.bags, &self.neighbours, &self.anchors)
    }

    /// Which sentence stands at `index`.
    pub(super) fn id(&self, index: usize) -> SentenceId {
        self.pool.members()[index].id
    }

    /// The seeds of the runs of the sentence at `index`.
    pub(super) fn seeds(&self, index: usize) -> Seeds {
        Seeds::of(&self.words[index].terms)
    }

    /// The sentence at `index` as one of a pair.
    pub(super) fn side(&self, index: usize) -> PairSide<'_> {
        let id = self.id(index);
        PairSide {
            tokens: self.lexis.tokens(id),
            words: &self.words[index],
            quotations: &self.quotations[id.article],
        }
    }

    /// What the sentences at `a`, which has these seeds, and `b` have in common.
    pub(super) fn common(&self, a: usize, b: usize, seeds: &Seeds) -> Common {
        let (x, y) = (self.side(a), self.side(b));
        let copied = runs::copied(x, y, seeds, self.weights);
        Common { relation: relation::between(x, y, &copied), copied }
    }

    /// The least that two sentences with this in common score, whatever else speaks for them.
    pub(super) fn least(&self, a: usize, b: usize, common: &Common) -> Score {
        let same =
            common.relation == Relation::Identical && self.bags[a].total().min(self.bags[b].total()) >= SAME;
        if same || common.copied.iter().any(Run::is_copied) {
            Score::from_probability(COPIED_SCORE)
        } else {
            Score::ZERO
        }
    }

    /// The sentences, laid out to find what they disagree in.
    pub(super) fn sentences(&self) -> Vec<Sentence<'_>> {
        of_each(&self.pool, |id| {
            let article = &self.articles[id.article];
            let language = self.lexis.language_of(article);
            let page = Page {
                text: &article.text,
                quotations: &self.quotations[id.article],
                language,
                names: &self.names[id.article],
            };
            Sentence::new(page, self.lexis.tokens(id), article.sentences[id.sentence].span, self.lexis)
        })
    }
}

/// The stems of the names of each article, in order.
fn names(pool: &Pool, lexis: &Lexis, articles: usize) -> Vec<Vec<TermId>> {
    let mut names: Vec<Vec<TermId>> = vec![Vec::new(); articles];
    for member in pool.members() {
        let tokens = lexis.tokens(member.id).iter();
        let named = tokens.filter(|token| matches!(token.kind, TokenKind::Name | TokenKind::GivenName));
        names[member.id.article].extend(named.map(|token| token.term));
    }
    for names in &mut names {
        names.sort_unstable();
        names.dedup();
    }
    names
}

/// What is made of each sentence of a pool.
fn of_each<T: Send>(pool: &Pool, made: impl Fn(SentenceId) -> T + Sync) -> Vec<T> {
    if pool.members().len() < MANY {
        pool.members().iter().map(|member| made(member.id)).collect()
    } else {
        pool.members().par_iter().map(|member| made(member.id)).collect()
    }
}
