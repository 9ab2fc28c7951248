//! The one value that every view and every export is a function of.

mod findings;
mod matches;
mod order;
mod score;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use self::findings::{Counts, Finding, Nearest, Status};
pub use self::matches::{Certainty, Match, Relation, SharedRun, Statement, Via};
pub use self::score::{Score, Settings};

use self::order::ByContent;
use crate::article::{Article, Role, SentenceId};
use crate::lexis::Lexis;
use crate::matching::{self, ScoredPair};
use crate::offtopic::{self, OffTopic};
use crate::statements::{self, Grouping};

/// A story compared: all that is known of its articles, at one setting.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// How close counts as a match.
    pub settings: Settings,
    /// The articles, in the order of the sources.
    pub articles: Arc<[Article]>,
    /// For each article, for each block: why it is off-topic, if it is.
    pub flags: Arc<[Vec<Option<OffTopic>>]>,
    /// The matches, ordered by their two sentences.
    pub matches: Vec<Match>,
    /// Who says what, ordered by first sentence.
    pub statements: Vec<Statement>,
    /// For each article, for each sentence: what became of it.
    pub findings: Vec<Vec<Finding>>,
    /// Every pair that was scored, so that other settings need no new scores.
    pairs: Arc<Vec<ScoredPair>>,
    /// For each article, for each sentence: the indices of its matches, the surest first.
    matches_of: Vec<Vec<Vec<usize>>>,
}

/// Compares the articles of one story.
///
/// Deterministic: the same articles and settings give the same comparison, whatever the number of
/// threads; the order of the articles changes numbering only.
#[must_use]
pub fn compare(articles: Vec<Article>, settings: Settings) -> Comparison {
    let (order, articles) = ByContent::sort(articles);
    let lexis = Lexis::of(&articles);
    let flags = offtopic::detect(&articles, &lexis);
    let takes_part = |id: SentenceId| {
        let index = articles[id.article].sentences[id.sentence].block;
        let block = &articles[id.article].blocks[index];
        flags[id.article][index].is_none() && block.repeats.is_none() && block.role != Role::Dateline
    };
    let pairs = matching::score_pairs(&articles, &lexis, takes_part);
    drop(lexis);
    let pairs = order.restore_pairs(pairs);
    let (articles, flags) = (order.restore(articles), order.restore(flags));
    Comparison::assemble(articles.into(), flags.into(), pairs.into(), settings)
}

impl Comparison {
    /// The same comparison at other settings, from the scores that were kept.
    #[must_use]
    pub fn at(&self, settings: Settings) -> Self {
        Self::assemble(Arc::clone(&self.articles), Arc::clone(&self.flags), Arc::clone(&self.pairs), settings)
    }

    fn assemble(
        articles: Arc<[Article]>,
        flags: Arc<[Vec<Option<OffTopic>>]>,
        pairs: Arc<Vec<ScoredPair>>,
        settings: Settings,
    ) -> Self {
        let Grouping { matches, statements, statements_of } = statements::group(&articles, &pairs, settings);
        let mut matches_of: Vec<Vec<Vec<usize>>> =
            articles.iter().map(|article| vec![Vec::new(); article.sentences.len()]).collect();
        for (index, found) in matches.iter().enumerate() {
            for id in [found.a, found.b] {
                matches_of[id.article][id.sentence].push(index);
            }
        }
        for indices in matches_of.iter_mut().flatten() {
            indices.sort_by_key(|&index| {
                (matches[index].certainty, std::cmp::Reverse(matches[index].score), index)
            });
        }
        let mut comparison =
            Self { settings, articles, flags, matches, statements, findings: Vec::new(), pairs, matches_of };
        comparison.findings = comparison.find(statements_of);
        comparison
    }

    fn find(&self, mut statements_of: BTreeMap<SentenceId, Vec<usize>>) -> Vec<Vec<Finding>> {
        let mut nearest: Vec<Vec<Option<Nearest>>> =
            self.articles.iter().map(|article| vec![None; article.sentences.len()]).collect();
        for pair in self.pairs.iter() {
            for (id, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
                let best = &mut nearest[id.article][id.sentence];
                // Between equals the content decides, so that the order of the articles does not.
                let key = |near: Nearest| {
                    let id = &self.articles[near.sentence.article].id;
                    (near.score, Reverse((id, near.sentence.sentence)))
                };
                let near = Nearest { sentence: other, score: pair.score };
                if best.is_none_or(|best| key(best) < key(near)) {
                    *best = Some(near);
                }
            }
        }
        self.articles
            .iter()
            .enumerate()
            .map(|(a, article)| {
                (0..article.sentences.len())
                    .map(|s| {
                        let id = SentenceId::new(a, s);
                        let status = self.status(id);
                        let alone = matches!(status, Status::Unique | Status::Apart);
                        Finding {
                            status,
                            statements: statements_of.remove(&id).unwrap_or_default(),
                            nearest: nearest[a][s].filter(|_| alone),
                        }
                    })
                    .collect()
            })
            .collect()
    }

    fn status(&self, id: SentenceId) -> Status {
        let article = &self.articles[id.article];
        let block = article.sentences[id.sentence].block;
        if self.flags[id.article][block].is_some() {
            return Status::OffTopic;
        }
        if article.blocks[block].repeats.is_some() {
            return Status::Repeat;
        }
        let best = self.matches_of[id.article][id.sentence].first();
        match best.map(|&index| self.matches[index].certainty) {
            Some(Certainty::Certain) => Status::Shared,
            Some(Certainty::Possible) => Status::Possible,
            None => match article.blocks[block].role {
                Role::Body | Role::ListItem => Status::Unique,
                Role::Headline | Role::Subheading | Role::Byline | Role::Dateline | Role::Caption => {
                    Status::Apart
                }
            },
        }
    }

    /// What the comparison says of a sentence.
    ///
    /// # Panics
    /// When the story has no such sentence.
    #[must_use]
    pub fn finding(&self, id: SentenceId) -> &Finding {
        &self.findings[id.article][id.sentence]
    }

    /// The matches of a sentence, the surest first.
    ///
    /// # Panics
    /// When the story has no such sentence.
    pub fn matches_of(&self, id: SentenceId) -> impl Iterator<Item = &Match> {
        self.matches_of[id.article][id.sentence].iter().map(|&index| &self.matches[index])
    }

    /// The match of two sentences, in either order.
    ///
    /// # Panics
    /// When the story has no sentence `a`.
    #[must_use]
    pub fn match_between(&self, a: SentenceId, b: SentenceId) -> Option<&Match> {
        self.matches_of(a).find(|found| found.other(a) == Some(b))
    }

    /// Why block `block` of article `article` is off-topic, if it is.
    #[must_use]
    pub fn flag(&self, article: usize, block: usize) -> Option<&OffTopic> {
        self.flags.get(article)?.get(block)?.as_ref()
    }

    /// The text of a sentence.
    ///
    /// # Panics
    /// When the story has no such article.
    #[must_use]
    pub fn sentence_text(&self, id: SentenceId) -> &str {
        self.articles[id.article].sentence_text(id.sentence)
    }

    /// Every sentence of the story, article by article.
    pub fn sentences(&self) -> impl Iterator<Item = SentenceId> + '_ {
        self.articles
            .iter()
            .enumerate()
            .flat_map(|(a, article)| (0..article.sentences.len()).map(move |s| SentenceId::new(a, s)))
    }

    /// How many sentences of an article have which status.
    ///
    /// # Panics
    /// When the story has no such article.
    #[must_use]
    pub fn counts(&self, article: usize) -> Counts {
        let mut counts =
            Counts { off_topic_blocks: self.flags[article].iter().flatten().count(), ..Counts::default() };
        for finding in &self.findings[article] {
            match finding.status {
                Status::Shared => counts.shared += 1,
                Status::Possible => counts.possible += 1,
                Status::Unique => counts.unique += 1,
                Status::Apart | Status::Repeat | Status::OffTopic => continue,
            }
            counts.sentences += 1;
        }
        counts
    }
}
