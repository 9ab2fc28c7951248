//! Which sentences say the same, how they relate, and how sure that is.

mod anchors;
mod bags;
mod candidates;
mod conflicts;
mod evidence;
mod judgement;
mod pool;
mod quotes;
mod relation;
mod runs;
mod wording;

use rayon::prelude::*;

use self::anchors::Anchors;
use self::bags::Bag;
use self::candidates::Neighbour;
use self::evidence::Evidence;
use self::pool::Pool;
use self::runs::Run;
use self::wording::{Side, Wording};
use crate::article::{Article, SentenceId, Span};
use crate::comparison::{Relation, Score, SharedRun};
use crate::lexis::{Lexis, Thesaurus, Token, Weights};

/// Sentences that hold less of one another have too little in common to show anybody, whatever speaks for
/// them beside their words.
const LEAST_SIMILARITY: f64 = 0.08;
/// A pair with a lower score is not worth keeping.
const LEAST_SCORE: f64 = 0.03;
/// A pair that little speaks for is looked at for copied wording only from this similarity on.
const COPYING_SIMILARITY: f64 = 0.2;
/// Identical sentences of this weight are no coincidence.
const SAME: u64 = 6_000;
/// The least score of copied wording: where it is a clause of a long sentence, little else speaks for the pair,
/// and readers joined such pairs 97 times in 100.
const COPIED_SCORE: f64 = 0.95;
/// The most that sentences score which share their wording but not the facts.
const CONTRADICTED: f64 = 0.5;
/// From so many pairs on the work is shared among all cores.
const MANY: usize = 2_000;
/// So many sentences are scored at once.
const AT_ONCE: usize = 4_096;

/// A pair of sentences of different articles, with all that does not depend on the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredPair {
    /// The sentence of the article that comes first.
    pub a: SentenceId,
    /// The other; always of a later article.
    pub b: SentenceId,
    /// The calibrated probability that the two say the same.
    pub score: Score,
    /// How they relate, should they match.
    pub relation: Relation,
    /// What they have in common, in the order of the first.
    pub runs: Vec<SharedRun>,
}

/// Scores the pairs of sentences that have a chance to say the same, ordered by their sentences.
#[must_use]
pub fn score_pairs(
    articles: &[Article],
    lexis: &Lexis,
    takes_part: impl Fn(SentenceId) -> bool,
) -> Vec<ScoredPair> {
    let pool = Pool::new(articles, &takes_part);
    let thesaurus = Thesaurus::new(lexis);
    let weights = Weights::new(articles, lexis, &takes_part);
    let quotations: Vec<Vec<Span>> = articles.iter().map(quotes::of).collect();
    let bags: Vec<Bag> = pool
        .members()
        .iter()
        .map(|member| Bag::new(lexis.tokens(member.id), &weights, &thesaurus, &quotations[member.id.article]))
        .collect();
    let wordings: Vec<Wording> =
        pool.members().iter().map(|member| Wording::of(lexis.tokens(member.id))).collect();
    let neighbours = candidates::neighbours(&pool, &bags);
    let anchors = Anchors::new(&pool, lexis, &weights);
    let evidence = Evidence::new(&pool, &bags, &neighbours, &anchors);

    let score = &|a: usize, at: usize| {
        let Neighbour { other: b, similarity, .. } = neighbours[a][at];
        let mut score = judgement::score(&evidence.of(a, at), pool.articles());
        if score < Score::from_probability(LEAST_SCORE) && similarity < COPYING_SIMILARITY {
            return None;
        }
        let side = |index: usize| {
            let id = pool.members()[index].id;
            Side { tokens: lexis.tokens(id), wording: &wordings[index], quotations: &quotations[id.article] }
        };
        let (x, y) = (side(a), side(b));
        let copied = runs::copied(x, y, &weights);
        let relation = relation::between(x, y, &copied);
        let same = relation == Relation::Identical && bags[a].total().min(bags[b].total()) >= SAME;
        if same || copied.iter().any(Run::is_copied) {
            score = score.max(Score::from_probability(COPIED_SCORE));
        }
        let most = Score::from_probability(CONTRADICTED);
        if score > most && relation != Relation::Identical && conflicts::contradict(x, y, lexis) {
            score = most;
        }
        if score < Score::from_probability(LEAST_SCORE) {
            return None;
        }
        let runs = shared_runs(&copied, x.tokens, y.tokens);
        let (a, b) = (pool.members()[a].id, pool.members()[b].id);
        Some(ScoredPair { a, b, score, relation, runs })
    };
    // Each pair once.
    let near = |a: usize, near: &Neighbour| a < near.other && near.similarity >= LEAST_SIMILARITY;
    let scored = |a: usize| {
        let partners = neighbours[a].iter().enumerate().filter(move |&(_, partner)| near(a, partner));
        partners.filter_map(move |(at, _)| score(a, at))
    };
    let pairs: usize =
        (0..).zip(&neighbours).map(|(a, list)| list.iter().filter(|&other| near(a, other)).count()).sum();
    if pairs < MANY {
        (0..neighbours.len()).flat_map(scored).collect()
    } else {
        // By and by, so that no more than a part of the pairs is held twice when threads hand them over.
        let mut kept = Vec::with_capacity(pairs);
        for start in (0..neighbours.len()).step_by(AT_ONCE) {
            let end = neighbours.len().min(start + AT_ONCE);
            kept.par_extend((start..end).into_par_iter().flat_map_iter(scored));
        }
        kept
    }
}

/// The equal stretches of runs as spans of the text.
fn shared_runs(runs: &[Run], a: &[Token], b: &[Token]) -> Vec<SharedRun> {
    let span = |tokens: &[Token], start: usize, len: usize| {
        let tokens = tokens.get(start..start + len)?;
        Some(Span::new(tokens.first()?.span.start, tokens.last()?.span.end))
    };
    let mut shared = Vec::with_capacity(runs.iter().map(|run| run.stretches.len()).sum());
    let stretches = runs.iter().flat_map(|run| &run.stretches);
    shared.extend(
        stretches.filter_map(|s| Some(SharedRun { a: span(a, s.a, s.len)?, b: span(b, s.b, s.len)? })),
    );
    shared
}
