//! What belongs together for certain: groups are taken apart into stars (Aslam, Pelekhov & Rus, 2004), whose members
//! all have a certain match with one of them, the core. No member is there by way of another one, and no sentence with
//! a certain match is left out.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::article::{Article, SentenceId};
use crate::matching::{Pairs, ScoredPair, Verdict};
use crate::score::Score;
use crate::text::hashing::HashSet;

/// The certain matches of a sentence inside its group: how many, and the sum of their scores.
type Backing = (usize, u64);

/// Sentences that say the same as one of them.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Star {
    /// All of them, in order.
    pub(super) members: Vec<SentenceId>,
    /// The one that the others have a certain match with.
    pub(super) core: SentenceId,
    /// Whether its core was left over: the others may belong to other stars first.
    pub(super) shares: bool,
}

/// Takes each group apart into stars. A sentence whose certain matches all went to other stars is the core of one
/// more, which shares them.
pub(super) fn of(articles: &[Article], pairs: &Pairs, groups: Vec<Vec<SentenceId>>, cut: Score) -> Vec<Star> {
    let mut support = support(articles, pairs, &groups, cut);
    let mut stars = Vec::new();
    for mut group in groups {
        let key = |id: SentenceId, support: Backing| {
            (support, Reverse((&articles[id.article].id, id.article, id.sentence)))
        };
        while group.len() > 1 {
            let core = group.iter().copied().max_by_key(|&id| key(id, support[id.article][id.sentence]));
            let Some(core) = core.filter(|core| support[core.article][core.sentence].0 > 0) else { break };
            let (star, rest) = star(pairs, &group, core, cut);
            // What is left is counted anew: it has lost the matches with what is gone.
            recount(pairs, &rest, cut, &mut support);
            stars.push(star);
            group = rest;
        }
    }
    add_left_over(articles, pairs, cut, &mut stars);
    stars
}

/// Adds stars for the sentences that have a certain match and are in none.
fn add_left_over(articles: &[Article], pairs: &Pairs, cut: Score, stars: &mut Vec<Star>) {
    let mut placed: HashSet<SentenceId> = stars.iter().flat_map(|star| &star.members).copied().collect();
    let mut matched: BTreeMap<SentenceId, Vec<SentenceId>> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| pair.score >= cut) {
        for (id, other) in [(pair.a(), pair.b()), (pair.b(), pair.a())] {
            if !placed.contains(&id) {
                matched.entry(id).or_default().push(other);
            }
        }
    }
    let mut left: Vec<(SentenceId, Vec<SentenceId>)> = matched.into_iter().collect();
    left.sort_by_key(|(id, others)| (Reverse(others.len()), &articles[id.article].id, *id));
    for (core, mut members) in left {
        if placed.insert(core) {
            members = without_denied(pairs, core, members).0;
            placed.extend(&members);
            members.push(core);
            members.sort_unstable();
            stars.push(Star { members, core, shares: true });
        }
    }
}

/// The core with all that it has a certain match with, and what is left of the group. What its own article says a
/// second time can't be matched with it: that belongs to it where all the others say the same.
fn star(pairs: &Pairs, group: &[SentenceId], core: SentenceId, cut: Score) -> (Star, Vec<SentenceId>) {
    let (beside, elsewhere): (Vec<SentenceId>, Vec<SentenceId>) =
        group.iter().partition(|id| id.article == core.article);
    let (others, mut rest): (Vec<SentenceId>, Vec<SentenceId>) =
        elsewhere.into_iter().partition(|&id| is_certain(pairs, core, id, cut));
    let (others, mut denied) = without_denied(pairs, core, others);
    rest.append(&mut denied);
    let mut members = others.clone();
    for id in beside {
        let belongs = id == core || others.iter().all(|&other| is_certain(pairs, id, other, cut));
        if belongs { members.push(id) } else { rest.push(id) }
    }
    members.sort_unstable();
    (Star { members, core, shares: false }, rest)
}

/// Whether the user says that a sentence does not say the same as one of the others.
pub(super) fn any_denied(pairs: &Pairs, id: SentenceId, others: &[SentenceId]) -> bool {
    others.iter().any(|&other| pairs.verdict(id, other) == Some(Verdict::Different))
}

/// What stays with a core of those that say the same as it, the surest first, and what the user tells apart from that.
fn without_denied(
    pairs: &Pairs,
    core: SentenceId,
    mut others: Vec<SentenceId>,
) -> (Vec<SentenceId>, Vec<SentenceId>) {
    if !pairs.has_verdicts() {
        return (others, Vec::new());
    }
    others.sort_by_key(|&id| (Reverse(pairs.between(core, id).map(|pair| pair.score)), id));
    let (mut stay, mut denied) = (Vec::new(), Vec::new());
    for id in others {
        if any_denied(pairs, id, &stay) { denied.push(id) } else { stay.push(id) }
    }
    stay.sort_unstable();
    denied.sort_unstable();
    (stay, denied)
}

/// Whether two sentences surely say the same.
pub(super) fn is_certain(pairs: &Pairs, a: SentenceId, b: SentenceId, cut: Score) -> bool {
    pairs.between(a, b).is_some_and(|pair| pair.score >= cut)
}

/// For each article, for each sentence: its support within its group.
fn support(articles: &[Article], pairs: &Pairs, groups: &[Vec<SentenceId>], cut: Score) -> Vec<Vec<Backing>> {
    let nothing = |article: &Article| vec![(0, 0); article.sentences.len()];
    let mut support: Vec<Vec<Backing>> = articles.iter().map(nothing).collect();
    let none = |article: &Article| vec![None; article.sentences.len()];
    let mut group_of: Vec<Vec<Option<usize>>> = articles.iter().map(none).collect();
    for (index, group) in groups.iter().enumerate() {
        for id in group {
            group_of[id.article][id.sentence] = Some(index);
        }
    }
    let group = |id: SentenceId| group_of[id.article][id.sentence];
    for pair in pairs.iter().filter(|pair| pair.score >= cut) {
        if group(pair.a()).is_some() && group(pair.a()) == group(pair.b()) {
            add(&mut support, pair);
        }
    }
    support
}

/// Counts a pair for both of its sentences.
fn add(support: &mut [Vec<Backing>], pair: &ScoredPair) {
    for id in [pair.a(), pair.b()] {
        let (count, sum) = &mut support[id.article][id.sentence];
        (*count, *sum) = (*count + 1, *sum + pair.score.steps());
    }
}

/// Counts the support of what is left of a group.
fn recount(pairs: &Pairs, rest: &[SentenceId], cut: Score, support: &mut [Vec<Backing>]) {
    for id in rest {
        support[id.article][id.sentence] = (0, 0);
    }
    let left: HashSet<SentenceId> = rest.iter().copied().collect();
    for &a in rest {
        let certain = pairs.beginning_with(a).iter().filter(|pair| pair.score >= cut);
        certain.filter(|pair| left.contains(&pair.b())).for_each(|pair| add(support, pair));
    }
}
