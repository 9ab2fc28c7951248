//! Which sentences are worth comparing: an inverted index from terms to sentences.
//!
//! A sentence asks for its heaviest terms only and looks at a part of their lists, so that the cost of a
//! sentence stays flat as the story grows. A small story is looked at whole.

use rayon::prelude::*;

use super::bags::Bag;
use super::pool::Pool;

/// Up to so many sentences every pair is a candidate.
const SMALL: usize = 600;
/// How many of its heaviest terms a sentence of a large story asks for.
const QUERY_TERMS: usize = 12;
/// How many sentences of a term's list are looked at, in a large story.
const LIST_CAP: usize = 96;
/// How many candidates of a large story are compared in full: those that share the most weight.
const COMPARED: usize = 64;
/// How many of them are kept.
const KEPT: usize = 40;

/// A sentence of the pool that another one resembles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Neighbour {
    /// Its index in the pool.
    pub(super) other: usize,
    /// Their similarity, 0..=1.
    pub(super) similarity: f64,
}

/// For each sentence of the pool, the sentences of other articles that resemble it, by index.
pub(super) fn neighbours(pool: &Pool, bags: &[Bag]) -> Vec<Vec<Neighbour>> {
    let found: Vec<Vec<Neighbour>> = if bags.len() <= SMALL {
        // The other half is the same pairs again.
        (0..bags.len()).map(|index| compared(pool, bags, index, index + 1..bags.len())).collect()
    } else {
        let lists = posting_lists(bags);
        let ask = |weights: &mut Vec<u32>, index: usize| {
            let mut found = compared(pool, bags, index, candidates(pool, bags, &lists, index, weights));
            found.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.other.cmp(&b.other)));
            found.truncate(KEPT);
            found
        };
        (0..bags.len()).into_par_iter().map_init(|| vec![0; bags.len()], ask).collect()
    };
    both_ways(found)
}

/// Those of `others` that are of other articles and resemble the sentence at all.
fn compared(
    pool: &Pool,
    bags: &[Bag],
    index: usize,
    others: impl IntoIterator<Item = usize>,
) -> Vec<Neighbour> {
    others
        .into_iter()
        .filter(|&other| pool.article(other) != pool.article(index))
        .map(|other| Neighbour { other, similarity: bags[index].similarity(&bags[other]) })
        .filter(|neighbour| neighbour.similarity > 0.0)
        .collect()
}

/// For each term, the sentences that hold it.
fn posting_lists(bags: &[Bag]) -> Vec<Vec<u32>> {
    let highest = bags.iter().filter_map(|bag| bag.terms().last()).map(|term| term.0).max();
    let mut lists = vec![Vec::new(); highest.map_or(0, |term| term as usize + 1)];
    for (index, bag) in (0_u32..).zip(bags) {
        for &(term, _) in bag.terms() {
            lists[term as usize].push(index);
        }
    }
    lists
}

/// The sentences of other articles that share the most weight with the one at `index`, among those that
/// its heaviest terms lead to. `shared` holds a zero for each sentence, before and after.
fn candidates(pool: &Pool, bags: &[Bag], lists: &[Vec<u32>], index: usize, shared: &mut [u32]) -> Vec<usize> {
    let mut query: Vec<(u32, usize)> =
        bags[index].terms().iter().map(|&(term, weight)| (weight, term as usize)).collect();
    query.sort_unstable_by(|a, b| b.cmp(a));
    query.truncate(QUERY_TERMS);
    let mut found: Vec<usize> = Vec::new();
    for (weight, term) in query {
        for other in near(&lists[term], index).iter().map(|&other| other as usize) {
            if pool.article(other) == pool.article(index) {
                continue;
            }
            if shared[other] == 0 {
                found.push(other);
            }
            shared[other] += weight;
        }
    }
    let by_weight = |&other: &usize| (std::cmp::Reverse(shared[other]), other);
    if found.len() > COMPARED {
        found.select_nth_unstable_by_key(COMPARED, by_weight);
    }
    for &other in &found {
        shared[other] = 0;
    }
    found.truncate(COMPARED);
    found
}

/// The part of a list around a sentence: [`LIST_CAP`] sentences at most.
fn near(list: &[u32], index: usize) -> &[u32] {
    if list.len() <= LIST_CAP {
        return list;
    }
    let here = list.partition_point(|&other| (other as usize) < index);
    let start = here.saturating_sub(LIST_CAP / 2).min(list.len() - LIST_CAP);
    &list[start..start + LIST_CAP]
}

/// What one sentence found, the other knows too.
fn both_ways(mut found: Vec<Vec<Neighbour>>) -> Vec<Vec<Neighbour>> {
    let one_way: Vec<usize> = found.iter().map(Vec::len).collect();
    for (index, count) in one_way.into_iter().enumerate() {
        for at in 0..count {
            let Neighbour { other, similarity } = found[index][at];
            found[other].push(Neighbour { other: index, similarity });
        }
    }
    for list in &mut found {
        list.sort_unstable_by_key(|neighbour| neighbour.other);
        list.dedup_by_key(|neighbour| neighbour.other);
    }
    found
}
