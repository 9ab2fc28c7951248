//! What speaks for a pair beyond its own words: its rivals, third articles, its neighbours, its place.

use super::bags::Bag;
use super::candidates::Neighbour;
use super::pool::Pool;

/// Similarities of one story, looked up by pair.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    pool: &'a Pool,
    bags: &'a [Bag],
    neighbours: &'a [Vec<Neighbour>],
    /// For each sentence, how similar it is to its nearest ones on the whole.
    crowding: Vec<f64>,
    /// For each sentence, the nearest of each other article, in their order.
    nearest: Vec<Vec<Nearest>>,
    /// For each sentence, how much it resembles what each other article opens with, in their order.
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
        let nearest = neighbours.iter().map(|list| nearest(pool, list)).collect();
        let openings = neighbours.iter().map(|list| openings(pool, list)).collect();
        Self { pool, bags, neighbours, crowding, nearest, openings }
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

    fn best_rival(&self, of: usize, partner: usize) -> f64 {
        let article = self.pool.article(partner);
        let list = &self.nearest[of];
        list.binary_search_by_key(&article, |nearest| nearest.article).map_or(0.0, |index| {
            if list[index].best == partner { list[index].second } else { list[index].similarity }
        })
    }

    /// The best sentence of a third article that both resemble.
    fn third(&self, a: usize, b: usize) -> f64 {
        let (mut left, mut right) =
            (self.neighbours[a].iter().peekable(), self.neighbours[b].iter().peekable());
        let mut best = 0.0_f64;
        while let (Some(x), Some(y)) = (left.peek(), right.peek()) {
            match x.other.cmp(&y.other) {
                std::cmp::Ordering::Less => {
                    left.next();
                }
                std::cmp::Ordering::Greater => {
                    right.next();
                }
                std::cmp::Ordering::Equal => {
                    best = best.max(x.similarity.min(y.similarity));
                    left.next();
                    right.next();
                }
            }
        }
        best
    }

    /// How much a sentence resembles what the articles open with that hold neither it nor its partner, on
    /// average.
    #[expect(clippy::cast_precision_loss, reason = "a number of articles")]
    fn gist(&self, of: usize, partner: usize) -> f64 {
        let partner = self.pool.article(partner);
        let mut third: Vec<f64> = self.openings[of]
            .iter()
            .filter(|opening| opening.0 != partner)
            .map(|opening| opening.1)
            .collect();
        // In the order of size, so that the sum does not depend on the order of the articles.
        third.sort_by(f64::total_cmp);
        third.iter().sum::<f64>() / self.pool.articles().saturating_sub(2).max(1) as f64
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
    let mut nearest: Vec<f64> = neighbours.iter().map(|neighbour| neighbour.similarity).collect();
    nearest.sort_by(|a, b| b.total_cmp(a));
    nearest.truncate(NEAREST);
    nearest.iter().sum::<f64>() / NEAREST as f64
}

/// The sentence of an article that another sentence resembles most.
#[derive(Debug)]
struct Nearest {
    article: usize,
    best: usize,
    similarity: f64,
    /// The similarity of the second best.
    second: f64,
}

/// For each other article, the sentence that resembles this one most.
fn nearest(pool: &Pool, neighbours: &[Neighbour]) -> Vec<Nearest> {
    let mut nearest: Vec<Nearest> = Vec::new();
    for &Neighbour { other, similarity } in neighbours {
        let article = pool.article(other);
        match nearest.last_mut().filter(|last| last.article == article) {
            Some(last) if similarity > last.similarity => {
                last.second = last.similarity;
                (last.best, last.similarity) = (other, similarity);
            }
            Some(last) => last.second = last.second.max(similarity),
            None => nearest.push(Nearest { article, best: other, similarity, second: 0.0 }),
        }
    }
    nearest
}

/// For each other article, how much a sentence resembles the nearest of its openings.
fn openings(pool: &Pool, neighbours: &[Neighbour]) -> Vec<(usize, f64)> {
    let mut best: Vec<(usize, f64)> = Vec::new();
    for neighbour in neighbours.iter().filter(|neighbour| pool.members()[neighbour.other].leads) {
        let article = pool.article(neighbour.other);
        match best.last_mut() {
            Some(last) if last.0 == article => last.1 = last.1.max(neighbour.similarity),
            _ => best.push((article, neighbour.similarity)),
        }
    }
    best
}
