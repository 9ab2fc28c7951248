//! Which sentences say the same, how they relate, and how sure that is.

mod anchors;
mod bags;
mod candidates;
mod disputes;
mod evidence;
mod judgement;
mod material;
mod pairs;
mod pool;
mod quotes;
mod relation;
mod runs;
mod short;
mod word_order;

use rayon::prelude::*;

use self::candidates::Neighbour;
pub use self::disputes::Disagreements;
use self::evidence::Around;
#[doc(hidden)]
pub use self::evidence::Features;
#[doc(hidden)]
pub use self::judgement::LogOdds;
use self::material::Material;
use self::pairs::Gathered;
pub use self::pairs::{Pairs, Runs, ScoredPair, SharedRun, Verdict};
pub use self::quotes::of as quotations_of;
pub use self::relation::Relation;
use self::runs::{Run, Seeds};
use crate::article::{Article, SentenceId, Span};
use crate::disagreement::{self, Sentence};
use crate::lexis::{Lexis, Thesaurus, Token, Weights};
use crate::score::Score;

/// Sentences that hold less of one another have too little in common to show anybody, whatever speaks for
/// them beside their words.
const LEAST_SIMILARITY: f64 = 0.08;
/// A pair with a lower score is not worth keeping.
const LEAST_SCORE: f64 = 0.03;
/// A pair that little speaks for is looked at for copied wording only from this similarity on.
const COPYING_SIMILARITY: f64 = 0.2;
/// What is less likely than this to say the same disagrees in nothing: it speaks of something else.
const DISAGREES: f64 = 0.2;
/// From so many sentences or pairs on the work is shared among all cores.
const MANY: usize = 2_000;
/// So many sentences are scored by one core, and by all, before what they gave is put together.
const BY_ONE: usize = 64;
const AT_ONCE: usize = 64 * BY_ONE;

/// Scores the pairs of sentences that have a chance to say the same, ordered by their sentences.
#[must_use]
pub fn score_pairs(articles: &[Article], lexis: &Lexis, takes_part: impl Fn(SentenceId) -> bool) -> Pairs {
    let thesaurus = Thesaurus::new(lexis);
    let weights = Weights::new(articles, lexis, &takes_part);
    let material = Material::new(articles, lexis, takes_part, &thesaurus, &weights);
    let laid_out = material.sentences();
    let scorer = Scorer { material: &material, laid_out: &laid_out };
    let sentences = material.neighbours.len();
    let behind =
        |a: usize| material.evidence().behind(a).iter().filter(|neighbour| is_near(neighbour)).count();
    let pairs: usize = (0..sentences).map(behind).sum();
    let mut gathered = Gathered::with_capacity(pairs);
    let around = || Around::new(&material.pool);
    if pairs < MANY {
        let mut around = around();
        (0..sentences).for_each(|a| scorer.score_behind(a, &mut around, &mut gathered));
    } else {
        // By and by, so that no more than a part of the pairs is held twice when threads hand them over.
        for start in (0..sentences).step_by(AT_ONCE) {
            let end = sentences.min(start + AT_ONCE);
            let starts = (start..end).into_par_iter().step_by(BY_ONE);
            let parts: Vec<Gathered> = starts
                .map_init(around, |around, start| {
                    let mut part = Gathered::default();
                    let by_one = start..end.min(start + BY_ONE);
                    by_one.for_each(|a| scorer.score_behind(a, around, &mut part));
                    part
                })
                .collect();
            parts.into_iter().for_each(|part| gathered.append(part));
        }
    }
    gathered.finish()
}

/// Whether two sentences have enough in common to be judged.
fn is_near(neighbour: &Neighbour) -> bool {
    neighbour.similarity >= LEAST_SIMILARITY
}

/// What scores pairs.
struct Scorer<'a> {
    material: &'a Material<'a>,
    /// The same sentences, laid out to find what they disagree in.
    laid_out: &'a [Sentence<'a>],
}

impl Scorer<'_> {
    /// Scores the sentence at `a` and those behind it: each pair once.
    fn score_behind(&self, a: usize, around: &mut Around, gathered: &mut Gathered) {
        let seeds = self.material.seeds(a);
        self.material.evidence().of_sentence(around, a, is_near, |neighbour, features| {
            self.score((a, &seeds), neighbour, features, gathered);
        });
    }

    fn score(
        &self,
        (a, seeds): (usize, &Seeds),
        neighbour: &Neighbour,
        features: &Features,
        gathered: &mut Gathered,
    ) {
        let material = self.material;
        let b = neighbour.other as usize;
        let likely = LogOdds::in_story_of(material.pool.articles()).score(features);
        if likely < Score::from_probability(LEAST_SCORE) && neighbour.similarity < COPYING_SIMILARITY {
            return;
        }
        let common = material.common(a, b, seeds);
        let score = likely.max(material.least(a, b, &common));
        if score >= Score::from_probability(LEAST_SCORE) {
            let runs = shared_runs(&common.copied, material.side(a).tokens, material.side(b).tokens);
            let disagreements = if score >= Score::from_probability(DISAGREES) {
                disagreement::between(&self.laid_out[a], &self.laid_out[b], material.lexis)
            } else {
                Vec::new()
            };
            gathered.push((material.id(a), material.id(b)), (score, common.relation), runs, &disagreements);
        }
    }
}

/// What a pair of sentences is judged by, and the bound that its wording sets to the judgement.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// The sentence of the article that comes first.
    pub a: SentenceId,
    /// The other.
    pub b: SentenceId,
    /// What speaks for and against the pair.
    pub features: Features,
    /// Copied wording scores no less.
    pub least: Score,
}

/// The evidence of every pair that is near enough to be judged, ordered by their sentences: what the weights of
/// [`LogOdds`] are fitted to. `thesaurus` and `weights` are given, so that what either is worth can be measured.
#[doc(hidden)]
#[must_use]
pub fn evidence(
    articles: &[Article],
    lexis: &Lexis,
    takes_part: impl Fn(SentenceId) -> bool,
    thesaurus: &Thesaurus,
    weights: &Weights,
) -> Vec<Judged> {
    let material = Material::new(articles, lexis, takes_part, thesaurus, weights);
    let mut around = Around::new(&material.pool);
    let mut judged = Vec::new();
    for a in 0..material.neighbours.len() {
        let seeds = material.seeds(a);
        material.evidence().of_sentence(&mut around, a, is_near, |neighbour, &features| {
            let b = neighbour.other as usize;
            let common = material.common(a, b, &seeds);
            judged.push(Judged {
                a: material.id(a),
                b: material.id(b),
                features,
                least: material.least(a, b, &common),
            });
        });
    }
    judged
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
