//! The one value that every view and every export is a function of.

mod annotations;
mod corrections;
mod findings;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

pub use self::annotations::Annotations;
pub use self::corrections::{Correction, CorrectionEntry, Corrections, Passage, PassagePair, Verdicts};
pub use self::findings::{Counts, Finding, Nearest, Status};
pub use crate::disagreement::{Disagreement, DisagreementKind};
pub use crate::matching::{Disagreements, Relation, SharedRun, Verdict};
pub use crate::score::Score;
pub use crate::statements::{Certainty, Match, Settings, Statement, Via};

use rayon::prelude::*;

use crate::article::{Article, Role, SentenceId};
use crate::lexis::Lexis;
use crate::matching::{self, Pairs};
use crate::naming::Names;
use crate::offtopic::{self, Explanation, OffTopic};
use crate::order::ByContent;
use crate::statements::{self, Grouping};

/// From so many matches on they are sorted on all cores.
const MANY: usize = 20_000;

/// For each article, for each block: why it is off-topic, if it is.
type Flags = [Vec<Option<OffTopic>>];

/// What a comparison at any settings is made of.
struct Parts {
    articles: Arc<[Article]>,
    corrections: Arc<Corrections>,
    found: Arc<Flags>,
    flags: Arc<Flags>,
    aside: Arc<BTreeSet<SentenceId>>,
    names: Arc<[Names]>,
    pairs: Arc<Pairs>,
}

/// A story compared: all that is known of its articles, at one setting.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Comparison {
    /// How close counts as a match.
    pub settings: Settings,
    /// The articles, in the order of the sources.
    pub articles: Arc<[Article]>,
    /// What the user said of blocks; the flags follow it.
    pub corrections: Arc<Corrections>,
    /// For each article, for each block: why it is off-topic, if it is.
    pub flags: Arc<Flags>,
    /// For each article what it is called, by those of its blocks that are its story.
    pub names: Arc<[Names]>,
    /// The matches, ordered by their two sentences.
    pub matches: Vec<Match>,
    /// Who says what, ordered by first sentence.
    pub statements: Vec<Statement>,
    /// For each article, for each sentence: what became of it.
    pub findings: Vec<Vec<Finding>>,
    /// The flags as they were found, so that a correction can be taken back.
    found: Arc<Flags>,
    /// The sentences that the user says are not the story, each on its own.
    aside: Arc<BTreeSet<SentenceId>>,
    /// Every pair that was scored, so that other settings need no new scores.
    pairs: Arc<Pairs>,
    /// For each article, for each sentence: the indices of its matches, the surest first.
    matches_of: Vec<Vec<Vec<u32>>>,
}

/// Compares the articles of one story.
///
/// Deterministic: the same articles and settings give the same comparison, whatever the number of
/// threads; the order of the articles changes numbering only.
#[must_use]
pub fn compare(articles: Vec<Article>, settings: Settings) -> Comparison {
    compare_corrected(articles, settings, Corrections::default())
}

/// The same under what the user says instead: as [`Comparison::corrected`], in the time of one comparison.
#[must_use]
pub fn compare_corrected(articles: Vec<Article>, settings: Settings, corrections: Corrections) -> Comparison {
    let (order, articles) = ByContent::sort(articles);
    let lexis = Lexis::of(&articles);
    let found = offtopic::detect(&articles, &lexis);
    let corrected = (!corrections.is_empty()).then(|| corrections.applied(&articles, &found));
    let flags = corrected.as_ref().unwrap_or(&found);
    let pairs = score_pairs(&articles, &lexis, flags, &corrections.aside_in(&articles));
    drop(lexis);
    let pairs = pairs.renumbered(order.sources());
    let articles: Arc<[Article]> = order.restore(articles).into();
    let found: Arc<Flags> = order.restore(found).into();
    let flags = corrected.map_or_else(|| Arc::clone(&found), |flags| order.restore(flags).into());
    let names = names(&articles, &flags);
    let parts = Parts {
        aside: Arc::new(corrections.aside_in(&articles)),
        articles,
        corrections: Arc::new(corrections),
        found,
        flags,
        names,
        pairs: Arc::new(pairs),
    };
    Comparison::assemble(parts, settings)
}

/// Scores the sentences that are neither off-topic nor printed before.
fn score_pairs(articles: &[Article], lexis: &Lexis, flags: &Flags, aside: &BTreeSet<SentenceId>) -> Pairs {
    matching::score_pairs(articles, lexis, |id| takes_part(articles, flags, id) && !aside.contains(&id))
}

/// Whether a sentence takes part in matching: it is neither off-topic nor printed before, and says something.
fn takes_part(articles: &[Article], flags: &Flags, id: SentenceId) -> bool {
    let index = articles[id.article].sentences[id.sentence].block;
    let block = &articles[id.article].blocks[index];
    flags[id.article][index].is_none() && block.repeats.is_none() && block.role != Role::Dateline
}

/// An article, and what led to the verdict on each of its blocks.
#[doc(hidden)]
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explained {
    /// The article.
    pub article: Article,
    /// For each block what led to its verdict.
    pub lines: Vec<Explanation>,
}

/// What led to the flags that [`compare`] finds, in the order of the articles.
#[doc(hidden)]
#[must_use]
pub fn explain(articles: Vec<Article>) -> Vec<Explained> {
    let (order, articles) = ByContent::sort(articles);
    let lexis = Lexis::of(&articles);
    let explanations = offtopic::explain(&articles, &lexis);
    drop(lexis);
    let explained = articles.into_iter().zip(explanations);
    order.restore(explained.map(|(article, lines)| Explained { article, lines }).collect())
}

/// Names the articles by what is not off-topic.
fn names(articles: &[Article], flags: &Flags) -> Arc<[Names]> {
    let of = |(article, flags): (&Article, &Vec<Option<OffTopic>>)| {
        Names::of(article, |block| flags.get(block).is_none_or(Option::is_none))
    };
    articles.iter().zip(flags).map(of).collect()
}

impl Comparison {
    /// The same comparison at other settings, from the scores that were kept.
    #[must_use]
    pub fn at(&self, settings: Settings) -> Self {
        Self::assemble(
            Parts {
                articles: Arc::clone(&self.articles),
                corrections: Arc::clone(&self.corrections),
                found: Arc::clone(&self.found),
                flags: Arc::clone(&self.flags),
                aside: Arc::clone(&self.aside),
                names: Arc::clone(&self.names),
                pairs: Arc::clone(&self.pairs),
            },
            settings,
        )
    }

    /// The story compared again under these corrections, and no others. What the user calls off-topic takes no part
    /// in matching and weighs no word; what the user calls the story does both.
    ///
    /// Takes about as long as [`compare`].
    #[must_use]
    pub fn corrected(&self, corrections: Corrections) -> Self {
        let flags = corrections.applied(&self.articles, &self.found);
        let (order, articles) = ByContent::sort(self.articles.to_vec());
        let lexis = Lexis::of(&articles);
        let aside = corrections.aside_in(&articles);
        let pairs = score_pairs(&articles, &lexis, &order.arrange(&flags), &aside);
        let pairs = pairs.renumbered(order.sources());
        self.with(corrections, flags, pairs)
    }

    /// The comparison with its flags under these corrections, but with no new scores: what is no longer off-topic
    /// has no match yet, and what is has none any more. Quick enough for every key press, until
    /// [`corrected`](Self::corrected) is there.
    #[must_use]
    pub fn flagged(&self, corrections: Corrections) -> Self {
        let flags = corrections.applied(&self.articles, &self.found);
        let aside = corrections.aside_in(&self.articles);
        let stays = |id: SentenceId| {
            let block = self.articles[id.article].sentences[id.sentence].block;
            flags[id.article][block].is_none() && !aside.contains(&id)
        };
        let pairs = self.pairs.retained(stays);
        self.with(corrections, flags, pairs)
    }

    /// The same articles at the same settings, under corrections and with the flags and pairs that follow from them.
    fn with(&self, corrections: Corrections, flags: Vec<Vec<Option<OffTopic>>>, pairs: Pairs) -> Self {
        let parts = Parts {
            articles: Arc::clone(&self.articles),
            aside: Arc::new(corrections.aside_in(&self.articles)),
            corrections: Arc::new(corrections),
            found: Arc::clone(&self.found),
            names: names(&self.articles, &flags),
            flags: flags.into(),
            pairs: Arc::new(pairs),
        };
        Self::assemble(parts, self.settings)
    }

    fn assemble(parts: Parts, settings: Settings) -> Self {
        let Parts { articles, corrections, found, flags, aside, names, pairs } = parts;
        let mut verdicts = corrections.verdicts_in(&articles);
        let in_story = |id| takes_part(&articles, &flags, id) && !aside.contains(&id);
        verdicts.retain(|&(a, b), _| in_story(a) && in_story(b));
        let judged = if verdicts.is_empty() { Arc::clone(&pairs) } else { Arc::new(pairs.judged(verdicts)) };
        let Grouping { matches, statements, statements_of } = statements::group(&articles, &judged, settings);
        let matches_of = matches_of(&articles, &matches);
        let findings = Vec::new();
        let mut comparison = Self {
            settings,
            articles,
            corrections,
            flags,
            names,
            matches,
            statements,
            findings,
            found,
            aside,
            pairs,
            matches_of,
        };
        comparison.findings = comparison.find(statements_of, &judged);
        comparison
    }

    fn find(&self, statements_of: Vec<Vec<Vec<usize>>>, pairs: &Pairs) -> Vec<Vec<Finding>> {
        let mut findings: Vec<Vec<Finding>> = statements_of
            .into_iter()
            .enumerate()
            .map(|(a, sentences)| {
                let finding = |(s, statements)| Finding {
                    status: self.status(SentenceId::new(a, s)),
                    statements,
                    nearest: None,
                };
                sentences.into_iter().enumerate().map(finding).collect()
            })
            .collect();
        for pair in pairs.iter() {
            for (id, other) in [(pair.a(), pair.b()), (pair.b(), pair.a())] {
                let Finding { status: Status::Unique | Status::Apart, nearest, .. } =
                    &mut findings[id.article][id.sentence]
                else {
                    continue;
                };
                // Between equals the content decides, so that the order of the articles does not.
                let key = |near: Nearest| {
                    let id = &self.articles[near.sentence.article].id;
                    (near.score, Reverse((id, near.sentence.sentence)))
                };
                let near = Nearest { sentence: other, score: pair.score };
                if nearest.is_none_or(|best| key(best) < key(near)) {
                    *nearest = Some(near);
                }
            }
        }
        findings
    }

    fn status(&self, id: SentenceId) -> Status {
        let article = &self.articles[id.article];
        let block = article.sentences[id.sentence].block;
        if self.flags[id.article][block].is_some() || self.aside.contains(&id) {
            return Status::OffTopic;
        }
        if article.blocks[block].repeats.is_some() {
            return Status::Repeat;
        }
        let best = self.matches_of(id).next();
        match best.map(|found| found.certainty) {
            Some(Certainty::Certain) if self.matches_of(id).any(Match::is_disputed) => Status::Disputed,
            Some(Certainty::Certain) => Status::Shared,
            Some(Certainty::Possible) => Status::Possible,
            None if self.names[id.article].headline == Some(block) => Status::Apart,
            None => match article.blocks[block].role {
                Role::Body | Role::ListItem => Status::Unique,
                Role::Headline | Role::Subheading | Role::Byline | Role::Dateline | Role::Caption => {
                    Status::Apart
                }
            },
        }
    }

    /// Whether a sentence takes part in matching: it is neither off-topic nor printed before.
    ///
    /// # Panics
    /// When the story has no such sentence.
    #[must_use]
    pub fn takes_part(&self, id: SentenceId) -> bool {
        takes_part(&self.articles, &self.flags, id) && !self.aside.contains(&id)
    }

    /// Whether the user says that a sentence is not the story, though its block is.
    #[must_use]
    pub fn is_aside(&self, id: SentenceId) -> bool {
        let block = self.articles[id.article].sentences[id.sentence].block;
        self.aside.contains(&id) && self.flag(id.article, block).is_none()
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
        self.matches_of[id.article][id.sentence].iter().map(|&index| &self.matches[index as usize])
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

    /// Whether a block was found to be off-topic, whatever was said of it since.
    #[must_use]
    pub fn was_flagged(&self, article: usize, block: usize) -> bool {
        self.found.get(article).and_then(|blocks| blocks.get(block)).is_some_and(Option::is_some)
    }

    /// The wording of a sentence: its text without the marks that interrupt it.
    ///
    /// # Panics
    /// When the story has no such article.
    #[must_use]
    pub fn wording(&self, id: SentenceId) -> Cow<'_, str> {
        self.articles[id.article].wording(id.sentence)
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
                Status::Disputed => counts.disputed += 1,
                Status::Possible => counts.possible += 1,
                Status::Unique => counts.unique += 1,
                Status::Apart | Status::Repeat | Status::OffTopic => continue,
            }
            counts.sentences += 1;
        }
        counts
    }
}

/// For each article, for each sentence: the indices of its matches, the surest first.
fn matches_of(articles: &[Article], matches: &[Match]) -> Vec<Vec<Vec<u32>>> {
    let mut counts: Vec<Vec<usize>> =
        articles.iter().map(|article| vec![0; article.sentences.len()]).collect();
    for id in matches.iter().flat_map(|of| [of.a, of.b]) {
        counts[id.article][id.sentence] += 1;
    }
    let mut matches_of: Vec<Vec<Vec<u32>>> =
        counts.into_iter().map(|counts| counts.into_iter().map(Vec::with_capacity).collect()).collect();
    for (index, of) in (0..).zip(matches) {
        for id in [of.a, of.b] {
            matches_of[id.article][id.sentence].push(index);
        }
    }
    let sort = |sentences: &mut Vec<Vec<u32>>| {
        for indices in sentences {
            indices.sort_unstable_by_key(|&index| {
                let of = &matches[index as usize];
                (of.certainty, Reverse(of.score), index)
            });
        }
    };
    if matches.len() < MANY {
        matches_of.iter_mut().for_each(sort);
    } else {
        matches_of.par_iter_mut().for_each(sort);
    }
    matches_of
}
