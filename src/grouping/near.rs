//! Which articles resemble one another, from an inverted index of their terms.

use rayon::prelude::*;

use super::vectors::Vector;

/// Less is no resemblance, and not worth keeping: two articles of a day share as much by chance.
const LEAST: f32 = 0.02;
/// From so many articles on the work is shared among all cores.
const MANY: usize = 200;

/// For each article those behind it that resemble it, in order, with the cosine, 0..=1.
#[derive(Debug)]
pub(super) struct Near {
    behind: Vec<Vec<(u32, f32)>>,
}

impl Near {
    pub(super) fn of(vectors: &[Vector]) -> Self {
        let terms = vectors.iter().filter_map(|vector| vector.last()).map(|last| last.0 as usize + 1).max();
        let mut holders: Vec<Vec<(u32, f32)>> = vec![Vec::new(); terms.unwrap_or_default()];
        for (article, vector) in (0..).zip(vectors) {
            for &(term, weight) in vector {
                holders[term as usize].push((article, weight));
            }
        }
        let of_one = |sums: &mut Vec<f32>, article: usize| {
            for &(term, weight) in &vectors[article] {
                let list = &holders[term as usize];
                let behind = list.partition_point(|holder| holder.0 as usize <= article);
                for &(other, of_other) in &list[behind..] {
                    sums[other as usize] += weight * of_other;
                }
            }
            let mut near = Vec::new();
            for (other, sum) in (0_u32..).zip(sums.iter_mut()).skip(article + 1) {
                if *sum >= LEAST {
                    near.push((other, sum.min(1.0)));
                }
                *sum = 0.0;
            }
            near
        };
        let room = || vec![0.0; vectors.len()];
        let behind = if vectors.len() < MANY {
            let mut sums = room();
            (0..vectors.len()).map(|article| of_one(&mut sums, article)).collect()
        } else {
            (0..vectors.len()).into_par_iter().map_init(room, of_one).collect()
        };
        Self { behind }
    }

    /// How near two articles are, 0..=1.
    pub(super) fn similarity(&self, a: usize, b: usize) -> f32 {
        let (first, second) = (a.min(b), a.max(b));
        let list = &self.behind[first];
        list.binary_search_by_key(&second, |near| near.0 as usize).map_or(0.0, |at| list[at].1)
    }

    /// Every pair that resembles one another, in order.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize, f32)> + '_ {
        let of = |(a, list): (usize, &'_ Vec<(u32, f32)>)| {
            list.clone().into_iter().map(move |(b, similarity)| (a, b as usize, similarity))
        };
        self.behind.iter().enumerate().flat_map(of)
    }
}
