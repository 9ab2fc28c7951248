//! Which sentences say the same, how they relate, and how sure that is.

mod anchors;
mod bags;
mod candidates;
mod conflicts;
mod evidence;
mod judgement;
mod pairs;
mod pool;
mod quotes;
mod relation;
mod runs;
mod wording;

use rayon::prelude::*;

use self::anchors::Anchors;
use self::bags::Bag;
use self::candidates::Neighbour;
use self::evidence::{Around, Evidence, Features};
use self::pairs::Gathered;
pub use self::pairs::{Pairs, Runs, ScoredPair, SharedRun};
use self::pool::Pool;
pub use self::relation::Relation;
use self::runs::{Run, Seeds};
use self::wording::{Side, Wording};
use crate::article::{Article, SentenceId, Span};
use crate::lexis::{Lexis, Thesaurus, Token, Weights};
use crate::score::Score;

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
/// From so many sentences or pairs on the work is shared among all cores.
const MANY: usize = 2_000;
/// So many sentences are scored by one core, and by all, before what they gave is put together.
const BY_ONE: usize = 64;
const AT_ONCE: usize = 64 * BY_ONE;

/// Scores the pairs of sentences that have a chance to say the same, ordered by their sentences.
#[must_use]
pub fn score_pairs(articles: &[Article], lexis: &Lexis, takes_part: impl Fn(SentenceId) -> bool) -> Pairs {
    let pool = Pool::new(articles, &takes_part);
    let thesaurus = Thesaurus::new(lexis);
    let weights = Weights::new(articles, lexis, &takes_part);
    let quotations: Vec<Vec<Span>> = articles.iter().map(quotes::of).collect();
    let bags: Vec<Bag> =
        of_each(&pool, |id| Bag::new(lexis.tokens(id), &weights, &thesaurus, &quotations[id.article]));
    let wordings: Vec<Wording> = of_each(&pool, |id| Wording::of(lexis.tokens(id)));
    let neighbours = candidates::neighbours(&pool, &bags);
    let anchors = Anchors::new(&pool, lexis, &weights);
    let evidence = Evidence::new(&pool, &bags, &neighbours, &anchors);

    let near = |neighbour: &Neighbour| neighbour.similarity >= LEAST_SIMILARITY;
    let score = |gathered: &mut Gathered,
                 (a, seeds): (usize, &Seeds),
                 neighbour: &Neighbour,
                 features: &Features| {
        let b = neighbour.other as usize;
        let mut score = judgement::score(features, pool.articles());
        if score < Score::from_probability(LEAST_SCORE) && neighbour.similarity < COPYING_SIMILARITY {
            return;
        }
        let side = |index: usize| {
            let id = pool.members()[index].id;
            Side { tokens: lexis.tokens(id), wording: &wordings[index], quotations: &quotations[id.article] }
        };
        let (x, y) = (side(a), side(b));
        let copied = runs::copied(x, y, seeds, &weights);
        let relation = relation::between(x, y, &copied);
        let same = relation == Relation::Identical && bags[a].total().min(bags[b].total()) >= SAME;
        if same || copied.iter().any(Run::is_copied) {
            score = score.max(Score::from_probability(COPIED_SCORE));
        }
        let most = Score::from_probability(CONTRADICTED);
        if score > most && relation != Relation::Identical && conflicts::contradict(x, y, lexis) {
            score = most;
        }
        if score >= Score::from_probability(LEAST_SCORE) {
            let ids = (pool.members()[a].id, pool.members()[b].id);
            gathered.push(ids, (score, relation), shared_runs(&copied, x.tokens, y.tokens));
        }
    };
    // Each pair once.
    let scored = |gathered: &mut Gathered, around: &mut Around, a: usize| {
        let seeds = Seeds::of(&wordings[a].terms);
        evidence.of_sentence(around, a, near, |neighbour, features| {
            score(gathered, (a, &seeds), neighbour, features);
        });
    };
    let around = || Around::new(&pool);
    let behind = |a: usize| evidence.behind(a).iter().filter(|neighbour| near(neighbour)).count();
    let pairs: usize = (0..neighbours.len()).map(behind).sum();
    let mut gathered = Gathered::with_capacity(pairs);
    if pairs < MANY {
        let mut around = around();
        (0..neighbours.len()).for_each(|a| scored(&mut gathered, &mut around, a));
    } else {
        // By and by, so that no more than a part of the pairs is held twice when threads hand them over.
        for start in (0..neighbours.len()).step_by(AT_ONCE) {
            let end = neighbours.len().min(start + AT_ONCE);
            let starts = (start..end).into_par_iter().step_by(BY_ONE);
            let parts: Vec<Gathered> = starts
                .map_init(around, |around, start| {
                    let mut part = Gathered::default();
                    (start..end.min(start + BY_ONE)).for_each(|a| scored(&mut part, around, a));
                    part
                })
                .collect();
            parts.into_iter().for_each(|part| gathered.append(part));
        }
    }
    gathered.finish()
}

/// What is made of each sentence of a pool.
fn of_each<T: Send>(pool: &Pool, made: impl Fn(SentenceId) -> T + Sync) -> Vec<T> {
    if pool.members().len() < MANY {
        pool.members().iter().map(|member| made(member.id)).collect()
    } else {
        pool.members().par_iter().map(|member| made(member.id)).collect()
    }
}

/// The equal stretches of runs as spans of the text.
fn shared_runs(runs: &[Run], a: &[Token], b: &[Token]) -> impl Iterator<Item = SharedRun> {
    let span = |tokens: &[Token], start: usize, len: usize| {
        let tokens = tokens.get(start..start + len)?;
        Some(Span::new(tokens.first()?.span().start, tokens.last()?.span().end))
    };
    let stretches = runs.iter().flat_map(|run| &run.stretches);
    stretches.filter_map(move |s| Some(SharedRun { a: span(a, s.a, s.len)?, b: span(b, s.b, s.len)? }))
}
