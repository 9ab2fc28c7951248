//! What speaks for a pair beyond its own words: its rivals, third articles, its neighbours, its place.

use rayon::prelude::*;

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
    /// For each sentence, how similar it is to its nearest ones on the whole.
    crowding: Vec<f64>,
    /// For each sentence, for each of its neighbours behind it, the best sentence of a third article that both
    /// resemble.
    thirds: Vec<Vec<f64>>,
    /// For each sentence, how much it resembles what each other article opens with, the least first.
    openings: Vec<Vec<(usize, f64)>>,
}

/// What speaks for and against a pair. All but the margin are in 0..=1, or twice that for crowding.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Features {
    /// How much of one another the two sentences hold.
    similarity: f64,
    /// How far the pair is ahead of the best rival of either sentence in the other's article.
    margin: f64,
    /// The best sentence of a third article that both resemble.
    third: f64,
    /// The better of the pairs before and after this one: copied texts keep their order.
    diagonal: f64,
    /// How crowded the surroundings of both sentences are.
    crowding: f64,
    /// Whether both sentences open their article.
    openings: f64,
    /// How far apart they stand in their articles.
    distance: f64,
    /// Whether both sentences name someone, but nobody in common: who did it matters as much as what.
    strangers: f64,
    /// How much both sentences resemble what third articles open with: they tell the main event.
    gist: f64,
}

impl Features {
    /// The evidence in one number; above about .4 a reader agrees two times in three.
    ///
    /// The weights were chosen with labelled stories in view and are round on purpose: an exact fit to
    /// so few stories would say more about them than about news.
    pub(super) fn sum(&self) -> f64 {
        self.similarity + 0.25 * self.margin + 0.5 * self.third + 0.2 * self.diagonal - 0.1 * self.crowding
            + 0.05 * self.openings
            - 0.2 * self.distance
            - 0.05 * self.strangers
            + 0.5 * self.gist
    }
}

/// How many of the nearest sentences tell how crowded a sentence's surroundings are.
const NEAREST: usize = 4;

impl<'a> Evidence<'a> {
    pub(super) fn new(pool: &'a Pool, bags: &'a [Bag], neighbours: &'a [Vec<Neighbour>]) -> Self {
        let crowding = neighbours.iter().map(|list| crowding(list)).collect();
        let openings = neighbours.iter().map(|list| openings(pool, list)).collect();
        let thirds = thirds(pool, neighbours);
        Self { pool, bags, neighbours, crowding, thirds, openings }
    }

    /// Gathers what speaks for and against `a` and `b`.
    pub(super) fn of(&self, a: usize, b: usize, similarity: f64) -> Features {
        let (x, y) = (self.pool.members()[a], self.pool.members()[b]);
        Features {
            similarity,
            margin: self.margin(a, b, similarity),
            third: self.third(a, b),
            diagonal: self.diagonal(a, b),
            crowding: self.crowding[a] + self.crowding[b],
            openings: f64::from(u8::from(x.leads && y.leads)),
            distance: (x.position - y.position).abs(),
            strangers: f64::from(u8::from(self.bags[a].is_stranger_to(&self.bags[b]))),
            gist: self.gist(a, b).min(self.gist(b, a)),
        }
    }

    fn similarity(&self, a: usize, b: usize) -> f64 {
        let list = &self.neighbours[a];
        list.binary_search_by_key(&b, |neighbour| neighbour.other).map_or(0.0, |index| list[index].similarity)
    }

    /// How far the pair is ahead of the best rival of either sentence in the other's article.
    fn margin(&self, a: usize, b: usize, similarity: f64) -> f64 {
        similarity - self.best_rival(a, b).max(self.best_rival(b, a))
    }

    /// How similar the sentence of the partner's article is that comes nearest beside the partner.
    fn best_rival(&self, of: usize, partner: usize) -> f64 {
        // The sentences of an article stand together in the pool, and so in the list.
        let (list, article) = (&self.neighbours[of], self.pool.range_of_article(partner));
        let first = list.partition_point(|neighbour| neighbour.other < article.start);
        let of_article = list[first..].iter().take_while(|neighbour| neighbour.other < article.end);
        let rivals = of_article.filter(|neighbour| neighbour.other != partner);
        rivals.map(|neighbour| neighbour.similarity).fold(0.0, f64::max)
    }

    /// The best sentence of a third article that both resemble.
    fn third(&self, a: usize, b: usize) -> f64 {
        let (first, second) = (a.min(b), a.max(b));
        let (list, thirds) = (&self.neighbours[first], &self.thirds[first]);
        let before = list.len() - thirds.len();
        let found = list.binary_search_by_key(&second, |neighbour| neighbour.other).ok();
        found.and_then(|at| thirds.get(at.checked_sub(before)?)).copied().unwrap_or_default()
    }

    /// How much a sentence resembles what the articles open with that hold neither it nor its partner, on
    /// average.
    #[expect(clippy::cast_precision_loss, reason = "a number of articles")]
    fn gist(&self, of: usize, partner: usize) -> f64 {
        let partner = self.pool.article(partner);
        let third = self.openings[of].iter().filter(|opening| opening.0 != partner);
        third.map(|opening| opening.1).sum::<f64>() / self.pool.articles().saturating_sub(2).max(1) as f64
    }

    /// The better of the pairs before and after this one: copied texts keep their order.
    fn diagonal(&self, a: usize, b: usize) -> f64 {
        let beside = |step| {
            let (x, y) = (self.pool.beside(a, step)?, self.pool.beside(b, step)?);
            Some(self.similarity(x, y))
        };
        [-1, 1].into_iter().filter_map(beside).fold(0.0, f64::max)
    }
}

/// The mean similarity of the nearest sentences: a sentence that resembles everything says little about
/// any (cross-domain similarity local scaling: Conneau et al., "Word translation without parallel data", 2018).
#[expect(clippy::cast_precision_loss, reason = "a handful")]
fn crowding(neighbours: &[Neighbour]) -> f64 {
    // The highest first.
    let mut nearest = [0.0; NEAREST];
    for neighbour in neighbours {
        let mut lower = neighbour.similarity;
        for high in &mut nearest {
            if lower > *high {
                std::mem::swap(&mut lower, high);
            }
        }
    }
    nearest.iter().sum::<f64>() / NEAREST as f64
}

/// For each other article, how much a sentence resembles the nearest of its openings; the least first.
fn openings(pool: &Pool, neighbours: &[Neighbour]) -> Vec<(usize, f64)> {
    let mut best: Vec<(usize, f64)> = Vec::new();
    for neighbour in neighbours.iter().filter(|neighbour| pool.members()[neighbour.other].leads) {
        let article = pool.article(neighbour.other);
        match best.last_mut() {
            Some(last) if last.0 == article => last.1 = last.1.max(neighbour.similarity),
            _ => best.push((article, neighbour.similarity)),
        }
    }
    // In the order of size, so that sums don't depend on the order of the articles.
    best.sort_unstable_by(|a, b| a.1.total_cmp(&b.1));
    best
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
