//! Which sentences are worth comparing: an inverted index from terms to sentences.
//!
//! A sentence asks for its heaviest terms only and looks at a part of their lists, so that the cost of a
//! sentence stays flat as the story grows. A small story is looked at whole.

use std::cmp::Reverse;
use std::ops::Range;

use rayon::prelude::*;

use super::bags::{Bag, Overlap, Spread};
use super::pool::Pool;
use super::word_order::WordOrder;
use crate::lexis::TermId;
use crate::text::hashing::HashMap;

/// Up to so many sentences every pair is a candidate.
const SMALL: usize = 600;
/// How many of its heaviest terms a sentence of a large story asks for.
const QUERY_TERMS: usize = 12;
/// How many sentences of a term's list are looked at, in a large story.
const LIST_CAP: usize = 96;
/// How many candidates of a large story are compared in full: those that share the most weight.
const COMPARED: usize = 64;
/// How many of them are kept, where the story is not so large that so many pairs would be kept in all; then fewer, but
/// some.
const KEPT: usize = 40;
const PAIRS: usize = 2_000_000;
const FEWEST: usize = 4;

/// A sentence of the pool that another one resembles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Neighbour {
    /// Its index in the pool.
    pub(super) other: u32,
    /// The weight that they share, in 1/1,000 nats; no sentence shares more than fits.
    pub(super) shared: u32,
    /// Their similarity, 0..=1.
    pub(super) similarity: f64,
}

/// For each sentence of the pool, the sentences of other articles that resemble it, by index.
pub(super) fn neighbours(pool: &Pool, bags: &[Bag], words: &[WordOrder]) -> Vec<Vec<Neighbour>> {
    let Some(first) = bags.first() else { return Vec::new() };
    let mut found: Vec<Vec<Neighbour>> = if bags.len() <= SMALL {
        let mut spread = Spread::new(bags, first);
        // The other half is the same pairs again.
        let later = |index| (0..).zip(bags).map(|(other, _)| other).skip(pool.range_of_article(index).end);
        (0..bags.len()).map(|index| resembling(&mut spread, bags, index, later(index)).collect()).collect()
    } else {
        let lists = PostingLists::new(bags);
        let search = || Search {
            pool,
            bags,
            lists: &lists,
            spread: Spread::new(bags, first),
            shared: vec![0; bags.len()],
            query: Vec::new(),
            found: Vec::new(),
            heaviest: Vec::new(),
            nearest: Vec::new(),
            kept: (PAIRS / bags.len()).clamp(FEWEST, KEPT),
        };
        (0..bags.len()).into_par_iter().map_init(search, Search::nearest).collect()
    };
    if bags.len() > SMALL {
        let mut spread = Spread::new(bags, first);
        for (index, other) in copies(pool, words) {
            let known = found[index].iter().any(|neighbour| neighbour.other == other);
            let copy = (!known).then(|| resembling(&mut spread, bags, index, std::iter::once(other)));
            found[index].extend(copy.into_iter().flatten());
        }
    }
    both_ways(found)
}

/// Each sentence with the next one of another article that has the same words. What everybody copied is in more places
/// than are looked at, and near versions of it are in all of them: from copy to copy all of them are found.
fn copies(pool: &Pool, words: &[WordOrder]) -> Vec<(usize, u32)> {
    let mut last: HashMap<&[TermId], [usize; 2]> = HashMap::default();
    let mut copies = Vec::new();
    // From the end: what was seen last is the next, of whichever article, and of another one than that.
    for (index, order) in words.iter().enumerate().rev().filter(|(_, order)| !order.words.is_empty()) {
        let [next, of_another] = last.entry(&order.words).or_insert([usize::MAX; 2]);
        if *next != usize::MAX && pool.article(*next) != pool.article(index) {
            *of_another = *next;
        }
        *next = index;
        copies.extend(u32::try_from(*of_another).ok().map(|other| (index, other)));
    }
    copies
}

/// Those of `others` that resemble the sentence at `index` at all.
fn resembling<'a>(
    spread: &mut Spread<'a>,
    bags: &'a [Bag],
    index: usize,
    others: impl Iterator<Item = u32>,
) -> impl Iterator<Item = Neighbour> {
    spread.put(&bags[index]);
    others
        .map(|other| {
            let Overlap { similarity, shared } = spread.overlap(&bags[other as usize]);
            Neighbour { other, shared: u32::try_from(shared).unwrap_or(u32::MAX), similarity }
        })
        .filter(|neighbour| neighbour.similarity > 0.0)
}

/// For each term, the sentences that hold it.
struct PostingLists {
    sentences: Vec<u32>,
    /// For each term, where its list begins; and where the last one ends.
    starts: Vec<usize>,
}

impl PostingLists {
    fn new(bags: &[Bag]) -> Self {
        let highest = bags.iter().filter_map(|bag| bag.terms().last()).map(|term| term.0).max();
        let mut starts = vec![0; highest.map_or(0, |term| term as usize + 1) + 1];
        for &(term, _) in bags.iter().flat_map(Bag::terms) {
            starts[term as usize + 1] += 1;
        }
        for term in 1..starts.len() {
            starts[term] += starts[term - 1];
        }
        let mut ends = starts.clone();
        let mut sentences = vec![0; starts.last().copied().unwrap_or_default()];
        for (index, bag) in (0..).zip(bags) {
            for &(term, _) in bag.terms() {
                let end = &mut ends[term as usize];
                sentences[*end] = index;
                *end += 1;
            }
        }
        Self { sentences, starts }
    }

    /// The parts of a term's list before and behind an article that stand nearest to it: [`LIST_CAP`] sentences
    /// at most. An article that says one thing a thousand times must not hide the others.
    fn near(&self, term: TermId, article: &Range<usize>) -> impl Iterator<Item = u32> {
        let list = &self.sentences[self.starts[term as usize]..self.starts[term as usize + 1]];
        let place = |index: usize| list.partition_point(|&other| (other as usize) < index);
        let (before, behind) = (&list[..place(article.start)], &list[place(article.end)..]);
        let half = LIST_CAP / 2;
        let from_before = before.len().min(LIST_CAP - half.min(behind.len()));
        let from_behind = behind.len().min(LIST_CAP - from_before);
        before[before.len() - from_before..].iter().chain(&behind[..from_behind]).copied()
    }
}

/// The search for what resembles the sentences of a large story, and the memory that it uses again.
struct Search<'a> {
    pool: &'a Pool,
    bags: &'a [Bag],
    lists: &'a PostingLists,
    spread: Spread<'a>,
    /// For each sentence the weight that it shares with the query; all 0 between two queries.
    shared: Vec<u32>,
    query: Vec<(u32, TermId)>,
    /// Sentences that share any weight.
    found: Vec<u32>,
    /// Those that share the most, with how much.
    heaviest: Vec<(Reverse<u32>, u32)>,
    nearest: Vec<Neighbour>,
    /// How many of them are kept.
    kept: usize,
}

impl Search<'_> {
    /// The few candidates that resemble a sentence most.
    fn nearest(&mut self, index: usize) -> Vec<Neighbour> {
        self.find_candidates(index);
        let others = self.heaviest.iter().map(|&(_, other)| other);
        self.nearest.clear();
        self.nearest.extend(resembling(&mut self.spread, self.bags, index, others));
        if self.nearest.len() > self.kept {
            let by_similarity = |a: &Neighbour, b: &Neighbour| {
                b.similarity.total_cmp(&a.similarity).then(a.other.cmp(&b.other))
            };
            self.nearest.select_nth_unstable_by(self.kept, by_similarity);
            self.nearest.truncate(self.kept);
        }
        self.nearest.clone()
    }

    /// Finds the sentences of other articles that share the most weight with the one at `index`, among
    /// those that its heaviest terms lead to.
    fn find_candidates(&mut self, index: usize) {
        let (found, shared) = (&mut self.found, &mut self.shared);
        self.query.clear();
        self.query.extend(self.bags[index].terms().iter().map(|&(term, weight)| (weight, term)));
        self.query.sort_unstable_by(|a, b| b.cmp(a));
        self.query.truncate(QUERY_TERMS);
        found.clear();
        let own_article = self.pool.range_of_article(index);
        for &(weight, term) in &self.query {
            for other in self.lists.near(term, &own_article) {
                let sum = &mut shared[other as usize];
                if *sum == 0 {
                    found.push(other);
                }
                *sum += weight;
            }
        }
        self.heaviest.clear();
        for &other in found.iter() {
            let weight = std::mem::take(&mut shared[other as usize]);
            self.heaviest.push((Reverse(weight), other));
        }
        if self.heaviest.len() > COMPARED {
            self.heaviest.select_nth_unstable(COMPARED);
            self.heaviest.truncate(COMPARED);
        }
    }
}

/// What one sentence found, the other knows too.
fn both_ways(mut found: Vec<Vec<Neighbour>>) -> Vec<Vec<Neighbour>> {
    let one_way: Vec<usize> = found.iter().map(Vec::len).collect();
    let mut back = vec![0; found.len()];
    for neighbour in found.iter().flatten() {
        back[neighbour.other as usize] += 1;
    }
    for (list, &count) in found.iter_mut().zip(&back) {
        list.reserve_exact(count);
    }
    for (index, count) in (0..).zip(one_way) {
        for at in 0..count {
            let neighbour = found[index as usize][at];
            found[neighbour.other as usize].push(Neighbour { other: index, ..neighbour });
        }
    }
    for list in &mut found {
        list.sort_unstable_by_key(|neighbour| neighbour.other);
        list.dedup_by_key(|neighbour| neighbour.other);
        list.shrink_to_fit();
    }
    found
}
