//! What speaks for a pair of sentences: their words, third articles, their neighbours, their place.

use super::anchors::Anchors;
use super::bags::Bag;
use super::candidates::Neighbour;
use super::pool::Pool;

/// What is known of the sentences of one story.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    pool: &'a Pool,
    bags: &'a [Bag],
    neighbours: &'a [Vec<Neighbour>],
    anchors: &'a Anchors,
}

/// What speaks for and against a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Features {
    /// How much of one another the two sentences hold, 0..=1.
    pub similarity: f64,
    /// The weight of the words they share, as the logarithm of one more than so many nats: the same share of
    /// a long sentence is less of a coincidence than that of a short one.
    pub shared: f64,
    /// The weight, likewise, of those shared words that stand nowhere else in either article.
    pub anchors: f64,
    /// The similarity to the sentence of a third article that both resemble most, 0..=1.
    pub third: f64,
    /// The better of the pairs before and after this one, 0..=1: copied texts keep their order. This and the next two
    /// are less where an article is short: where a sentence stands there says little.
    pub diagonal: f64,
    /// 1 where both sentences open their article, if these are long enough.
    pub openings: f64,
    /// 1 where one of them is a headline and the other is none.
    pub headlines: f64,
    /// How far apart they stand in their articles, 0..=1.
    pub distance: f64,
    /// 1 where one of them negates and the other does not.
    pub negation: f64,
    /// How much their quotations differ, 0..=1: who speaks is not what is said.
    pub quotations: f64,
}

impl Features {
    /// What they are called, in their order.
    pub const NAMES: [&'static str; 10] = [
        "similarity",
        "shared",
        "anchors",
        "third",
        "diagonal",
        "openings",
        "headlines",
        "distance",
        "negation",
        "quotations",
    ];

    /// Their values, in the order of their names.
    #[must_use]
    pub const fn values(&self) -> [f64; Self::NAMES.len()] {
        let &Self {
            similarity,
            shared,
            anchors,
            third,
            diagonal,
            openings,
            headlines,
            distance,
            negation,
            quotations,
        } = self;
        [similarity, shared, anchors, third, diagonal, openings, headlines, distance, negation, quotations]
    }
}

impl<'a> Evidence<'a> {
    pub(super) fn new(
        pool: &'a Pool,
        bags: &'a [Bag],
        neighbours: &'a [Vec<Neighbour>],
        anchors: &'a Anchors,
    ) -> Self {
        Self { pool, bags, neighbours, anchors }
    }

    /// The neighbours of the sentence at `a` that stand behind it.
    pub(super) fn behind(&self, a: usize) -> &'a [Neighbour] {
        let list = &self.neighbours[a];
        &list[list.partition_point(|neighbour| (neighbour.other as usize) < a)..]
    }

    /// Gathers what speaks for and against the sentence at `a` and those of its neighbours behind it that are
    /// near, one after the other.
    pub(super) fn of_sentence(
        &self,
        around: &mut Around,
        a: usize,
        near: impl Fn(&Neighbour) -> bool,
        mut take: impl FnMut(&Neighbour, &Features),
    ) {
        let thirds = self.pool.articles() > 2;
        if thirds {
            around.put(&self.neighbours[a]);
        }
        let list = |index: Option<usize>| index.map_or(&[][..], |index| self.behind(index));
        let mut before = InOrder(list(self.pool.beside(a, -1)));
        let mut after = InOrder(list(self.pool.beside(a, 1)));
        let x = self.pool.members()[a];
        let left = &self.bags[a];
        for neighbour in self.behind(a).iter().filter(|neighbour| near(neighbour)) {
            let b = neighbour.other as usize;
            let y = self.pool.members()[b];
            let right = &self.bags[b];
            let similarity = |list: &mut InOrder<'_>, b: Option<usize>| b.map_or(0.0, |b| list.similarity(b));
            let diagonal = similarity(&mut before, self.pool.beside(b, -1))
                .max(similarity(&mut after, self.pool.beside(b, 1)));
            let telling = x.telling.min(y.telling);
            let features = Features {
                similarity: neighbour.similarity,
                shared: logarithm(u64::from(neighbour.shared)),
                anchors: logarithm(self.anchors.shared(a, b)),
                third: if thirds { around.best_with(&self.neighbours[b]) } else { 0.0 },
                diagonal: diagonal * telling,
                openings: f64::from(u8::from(x.leads && y.leads)) * telling,
                headlines: f64::from(u8::from(x.headline != y.headline)),
                distance: (x.position - y.position).abs() * telling,
                negation: f64::from(u8::from(left.negates() != right.negates())),
                quotations: left.quotations_differ(right),
            };
            take(neighbour, &features);
        }
        if thirds {
            around.remove(&self.neighbours[a]);
        }
    }
}

/// The logarithm of one more than a weight in nats.
#[expect(clippy::cast_precision_loss, reason = "sums of weights stay far below 2^52")]
fn logarithm(weight: u64) -> f64 {
    (weight as f64 / 1_000.0).ln_1p()
}

/// A list of neighbours, asked for one after the other in order.
struct InOrder<'a>(&'a [Neighbour]);

impl InOrder<'_> {
    /// How near the sentence at `other` is; 0 where it is no neighbour. It comes behind all that were asked for.
    fn similarity(&mut self, other: usize) -> f64 {
        let before = self.0.iter().take_while(|neighbour| (neighbour.other as usize) < other).count();
        self.0 = &self.0[before..];
        match self.0.first() {
            Some(first) if first.other as usize == other => first.similarity,
            _ => 0.0,
        }
    }
}

/// What one sentence resembles, spread out over all sentences, so that the neighbours of others are read
/// straight through.
#[derive(Debug)]
pub(super) struct Around {
    similarities: Vec<f64>,
}

impl Around {
    /// Room for the sentences of `pool`.
    pub(super) fn new(pool: &Pool) -> Self {
        Self { similarities: vec![0.0; pool.members().len()] }
    }

    fn put(&mut self, list: &[Neighbour]) {
        for near in list {
            self.similarities[near.other as usize] = near.similarity;
        }
    }

    fn remove(&mut self, list: &[Neighbour]) {
        for near in list {
            self.similarities[near.other as usize] = 0.0;
        }
    }

    /// The best sentence of a third article that both this sentence and the one with these neighbours resemble.
    fn best_with(&self, list: &[Neighbour]) -> f64 {
        // Four at a time, each with a best of its own, and with plain comparisons, as similarities are numbers:
        // `min` and `max` one after the other take several times as long.
        let mut best = [0.0; 4];
        for thirds in list.chunks(best.len()) {
            for (best, third) in best.iter_mut().zip(thirds) {
                let of_other = self.similarities[third.other as usize];
                let both = if third.similarity < of_other { third.similarity } else { of_other };
                *best = if both > *best { both } else { *best };
            }
        }
        best.into_iter().fold(0.0, f64::max)
    }
}
