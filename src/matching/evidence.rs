//! What speaks for a pair of sentences: their words, third articles, their neighbours, their place.

use rayon::prelude::*;

use super::anchors::Anchors;
use super::bags::Bag;
use super::candidates::Neighbour;
use super::pool::Pool;
use super::{LEAST_SIMILARITY, MANY};

/// Similarities of one story, looked up by pair.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    pool: &'a Pool,
    bags: &'a [Bag],
    neighbours: &'a [Vec<Neighbour>],
    anchors: &'a Anchors,
    /// For each sentence, for each of its neighbours behind it, the best sentence of a third article that both
    /// resemble.
    thirds: Vec<Vec<f64>>,
}

/// What speaks for and against a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Features {
    /// How much of one another the two sentences hold, 0..=1.
    pub(super) similarity: f64,
    /// The weight of the words they share, as the logarithm of one more than so many nats: the same share of
    /// a long sentence is less of a coincidence than that of a short one.
    pub(super) shared: f64,
    /// The weight, likewise, of those shared words that stand nowhere else in either article.
    pub(super) anchors: f64,
    /// The similarity to the sentence of a third article that both resemble most, 0..=1.
    pub(super) third: f64,
    /// The better of the pairs before and after this one, 0..=1: copied texts keep their order.
    pub(super) diagonal: f64,
    /// 1 where both sentences open their article.
    pub(super) openings: f64,
    /// How far apart they stand in their articles, 0..=1.
    pub(super) distance: f64,
    /// 1 where one of them negates and the other does not.
    pub(super) negation: f64,
    /// How much their quotations differ, 0..=1: who speaks is not what is said.
    pub(super) quotations: f64,
}

impl<'a> Evidence<'a> {
    pub(super) fn new(
        pool: &'a Pool,
        bags: &'a [Bag],
        neighbours: &'a [Vec<Neighbour>],
        anchors: &'a Anchors,
    ) -> Self {
        Self { pool, bags, neighbours, anchors, thirds: thirds(pool, neighbours) }
    }

    /// Gathers what speaks for and against the sentence at `a` and the one at `at` of its list of neighbours,
    /// which stands behind it.
    pub(super) fn of(&self, a: usize, at: usize) -> Features {
        let neighbour = &self.neighbours[a][at];
        let b = neighbour.other;
        let (x, y) = (self.pool.members()[a], self.pool.members()[b]);
        let (left, right) = (&self.bags[a], &self.bags[b]);
        Features {
            similarity: neighbour.similarity,
            shared: logarithm(neighbour.shared),
            anchors: logarithm(self.anchors.shared(a, b)),
            third: self.third(a, at),
            diagonal: self.diagonal(a, b),
            openings: f64::from(u8::from(x.leads && y.leads)),
            distance: (x.position - y.position).abs(),
            negation: f64::from(u8::from(left.negates() != right.negates())),
            quotations: left.quotations_differ(right),
        }
    }

    fn similarity(&self, a: usize, b: usize) -> f64 {
        let list = &self.neighbours[a];
        list.binary_search_by_key(&b, |neighbour| neighbour.other).map_or(0.0, |index| list[index].similarity)
    }

    fn third(&self, a: usize, at: usize) -> f64 {
        let (list, thirds) = (&self.neighbours[a], &self.thirds[a]);
        let before = list.len() - thirds.len();
        at.checked_sub(before).and_then(|at| thirds.get(at)).copied().unwrap_or_default()
    }

    fn diagonal(&self, a: usize, b: usize) -> f64 {
        let beside = |step| {
            let (x, y) = (self.pool.beside(a, step)?, self.pool.beside(b, step)?);
            Some(self.similarity(x, y))
        };
        [-1, 1].into_iter().filter_map(beside).fold(0.0, f64::max)
    }
}

/// The logarithm of one more than a weight in nats.
#[expect(clippy::cast_precision_loss, reason = "sums of weights stay far below 2^52")]
fn logarithm(weight: u64) -> f64 {
    (weight as f64 / 1_000.0).ln_1p()
}

/// For each sentence, for each of its neighbours behind it that is near enough to count, the best sentence of
/// a third article that both resemble.
fn thirds(pool: &Pool, neighbours: &[Vec<Neighbour>]) -> Vec<Vec<f64>> {
    if pool.articles() < 3 {
        return vec![Vec::new(); neighbours.len()];
    }
    // One list is spread out over all sentences, so that the others are read straight through.
    let of_one = |spread: &mut Vec<f64>, index: usize| {
        let list = &neighbours[index];
        for near in list {
            spread[near.other] = near.similarity;
        }
        let behind = &list[list.partition_point(|near| near.other < index)..];
        let best = |near: &Neighbour| {
            if near.similarity < LEAST_SIMILARITY {
                return 0.0;
            }
            let mut best = 0.0;
            for third in &neighbours[near.other] {
                // Similarities are numbers: the plain comparisons take half the time of `min` and `max`.
                let of_other = spread[third.other];
                let both = if third.similarity < of_other { third.similarity } else { of_other };
                best = if both > best { both } else { best };
            }
            best
        };
        let best = behind.iter().map(best).collect();
        for near in list {
            spread[near.other] = 0.0;
        }
        best
    };
    let spread = || vec![0.0; neighbours.len()];
    if neighbours.len() < MANY {
        let mut spread = spread();
        (0..neighbours.len()).map(|index| of_one(&mut spread, index)).collect()
    } else {
        (0..neighbours.len()).into_par_iter().map_init(spread, of_one).collect()
    }
}
