//! Sentences grouped by what they say: average linkage over wordings of different articles (Sokal & Michener,
//! 1958), never connected components, which chain half a story into one blob.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rayon::prelude::*;

use crate::article::{Article, SentenceId};
use crate::matching::{Pairs, Relation};
use crate::score::Score;
use crate::text::sets::DisjointSets;

/// From so many pairs on they are sorted on all cores.
const MANY: usize = 20_000;

/// Sentences with the same words. They are one wording, however many articles print it: a wire story that
/// everybody copied must not outvote the others.
#[derive(Debug)]
struct SameWords {
    sentences: Vec<SentenceId>,
    /// The article of its sentences, where it is one alone.
    article: Option<usize>,
}

/// Wordings that are taken to say the same.
#[derive(Debug, Default)]
struct Cluster {
    wordings: Vec<usize>,
    /// The articles that print them, in order, each once.
    sources: Vec<usize>,
    /// The articles that alone print one of them or more, in order, with how many.
    alone: Vec<(usize, u64)>,
}

impl Cluster {
    fn of_one((number, wording): (usize, &SameWords)) -> Self {
        let mut sources: Vec<usize> = wording.sentences.iter().map(|id| id.article).collect();
        sources.sort_unstable();
        sources.dedup();
        let alone = wording.article.map(|article| (article, 1)).into_iter().collect();
        Self { wordings: vec![number], sources, alone }
    }

    fn join(&mut self, other: Self) {
        self.wordings.extend(other.wordings);
        self.sources.extend(other.sources);
        self.sources.sort_unstable();
        self.sources.dedup();
        self.alone.extend(other.alone);
        self.alone.sort_unstable();
        self.alone.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
    }

    /// The mean score of the pairs of wordings of two clusters, but those that one article alone prints.
    fn average(&self, other: &Self, sum: u64) -> Score {
        let (few, many) = if self.alone.len() < other.alone.len() { (self, other) } else { (other, self) };
        let of_one_article = few.alone.iter().filter_map(|&(article, count)| {
            let at = many.alone.binary_search_by_key(&article, |alone| alone.0).ok()?;
            Some(count * many.alone[at].1)
        });
        let pairs = self.wordings.len() as u64 * other.wordings.len() as u64 - of_one_article.sum::<u64>();
        Score::from_steps(sum / pairs.max(1))
    }
}

/// For a cluster, the sums over its pairs of wordings with every other cluster that it has a known pair with, in
/// the order of their numbers.
type PairSums = Vec<(u32, u64)>;

/// Groups sentences whose wordings reach `cut` on average; groups of one sentence are left out.
pub(super) fn link(articles: &[Article], pairs: &Pairs, cut: Score) -> Vec<Vec<SentenceId>> {
    let (wordings, links) = wordings(articles, pairs, cut);
    let mut clusters: Vec<Cluster> = wordings.iter().enumerate().map(Cluster::of_one).collect();
    let mut sums = sums(clusters.len(), &links);
    // The pairs of clusters that reach the cut. An entry stays when its clusters change: then it no longer says
    // what they reach on average, and there is another one that does.
    let reaching = links.into_iter().filter(|link| link.2 >= cut);
    let mut queue: BinaryHeap<(Score, Reverse<(u32, u32)>)> =
        reaching.map(|(a, b, score)| (score, Reverse((a, b)))).collect();
    while let Some((score, Reverse((first, second)))) = queue.pop() {
        let (a, b) = (first as usize, second as usize);
        let known = sums[a].binary_search_by_key(&second, |sum| sum.0);
        let current = known.map(|at| clusters[a].average(&clusters[b], sums[a][at].1));
        // What the same sources print twice each in different words, a headline and its lead, is told
        // apart: joined, it would say nothing more of who says it.
        if current != Ok(score) || clusters[a].sources == clusters[b].sources {
            continue;
        }
        let (of_a, of_b) = (std::mem::take(&mut sums[a]), std::mem::take(&mut sums[b]));
        for &(other, sum) in of_b.iter().filter(|of| of.0 != first) {
            move_sum(&mut sums[other as usize], (second, first), sum);
        }
        sums[a] = joined(&of_a, &of_b, (first, second));
        let gone = std::mem::take(&mut clusters[b]);
        clusters[a].join(gone);
        for &(other, sum) in &sums[a] {
            let average = clusters[a].average(&clusters[other as usize], sum);
            if average >= cut {
                queue.push((average, Reverse((first.min(other), first.max(other)))));
            }
        }
    }
    let mut groups: Vec<Vec<SentenceId>> = clusters
        .into_iter()
        .map(|cluster| {
            cluster.wordings.into_iter().flat_map(|wording| wordings[wording].sentences.clone()).collect()
        })
        .collect();
    groups.retain(|group: &Vec<SentenceId>| group.len() > 1);
    for group in &mut groups {
        group.sort_unstable();
    }
    groups
}

/// The sums of so many clusters of one wording each, from links in order.
fn sums(clusters: usize, links: &[(u32, u32, Score)]) -> Vec<PairSums> {
    let mut counts = vec![0; clusters];
    for &(a, b, _) in links {
        counts[a as usize] += 1;
        counts[b as usize] += 1;
    }
    let mut sums: Vec<PairSums> = counts.into_iter().map(Vec::with_capacity).collect();
    for &(a, b, score) in links {
        sums[a as usize].push((b, score.steps()));
        // All links that give `b` something smaller come before those that begin with it.
        sums[b as usize].push((a, score.steps()));
    }
    sums
}

/// Adds what is known of cluster `from` to what is known of cluster `to`.
fn move_sum(sums: &mut PairSums, (from, to): (u32, u32), sum: u64) {
    if let Ok(at) = sums.binary_search_by_key(&from, |of| of.0) {
        sums.remove(at);
    }
    match sums.binary_search_by_key(&to, |of| of.0) {
        Ok(at) => sums[at].1 += sum,
        Err(at) => sums.insert(at, (to, sum)),
    }
}

/// What two clusters that join know together of the others.
fn joined(a: &PairSums, b: &PairSums, (first, second): (u32, u32)) -> PairSums {
    let mut both: PairSums = Vec::with_capacity(a.len() + b.len());
    both.extend(a.iter().chain(b).filter(|of| of.0 != first && of.0 != second));
    both.sort_by_key(|of| of.0);
    both.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0 };
        same
    });
    both
}

/// The wordings of the sentences with a match, and the mean score of each pair of wordings that is known, in
/// their order.
fn wordings(articles: &[Article], pairs: &Pairs, cut: Score) -> (Vec<SameWords>, Vec<(u32, u32, Score)>) {
    let mut numbers: Vec<Vec<Option<usize>>> =
        articles.iter().map(|article| vec![None; article.sentences.len()]).collect();
    for id in pairs.iter().filter(|pair| pair.score >= cut).flat_map(|pair| [pair.a(), pair.b()]) {
        numbers[id.article][id.sentence] = Some(0);
    }
    // Which of two equal averages is taken first must not depend on the order of the articles.
    let mut members: Vec<SentenceId> = Vec::new();
    for article in by_content(articles) {
        for (sentence, number) in numbers[article].iter_mut().enumerate() {
            if number.is_some() {
                *number = Some(members.len());
                members.push(SentenceId::new(article, sentence));
            }
        }
    }
    let number = |id: SentenceId| numbers[id.article][id.sentence];
    let known = || pairs.iter().filter_map(|pair| Some((number(pair.a())?, number(pair.b())?, pair)));

    let mut same = DisjointSets::new(members.len());
    for (a, b, pair) in known() {
        if pair.relation == Relation::Identical && pair.score >= cut {
            same.join(a, b);
        }
    }
    let mut wordings: Vec<SameWords> = Vec::new();
    // No more than there are sentences, which pairs number in 32 bits as well.
    let mut wording_of = vec![0_u32; members.len()];
    for (index, &id) in members.iter().enumerate() {
        let first = same.least(index);
        if first == index {
            wording_of[index] = u32::try_from(wordings.len()).unwrap_or(u32::MAX);
            wordings.push(SameWords { sentences: vec![id], article: Some(id.article) });
        } else {
            wording_of[index] = wording_of[first];
            let wording = &mut wordings[wording_of[first] as usize];
            wording.sentences.push(id);
            wording.article = wording.article.filter(|&article| article == id.article);
        }
    }
    let mut scores: Vec<(u32, u32, Score)> = known()
        .map(|(a, b, pair)| (wording_of[a].min(wording_of[b]), wording_of[a].max(wording_of[b]), pair.score))
        .filter(|&(a, b, _)| a != b)
        .collect();
    if scores.len() < MANY {
        scores.sort_unstable();
    } else {
        scores.par_sort_unstable();
    }
    let links = scores.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)).filter_map(|same| {
        let sum: u64 = same.iter().map(|link| link.2.steps()).sum();
        same.first().map(|&(a, b, _)| (a, b, Score::from_steps(sum / same.len() as u64)))
    });
    (wordings, links.collect())
}

/// The articles in the order of their content.
fn by_content(articles: &[Article]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&a, &b| articles[a].id.cmp(&articles[b].id).then(a.cmp(&b)));
    order
}
