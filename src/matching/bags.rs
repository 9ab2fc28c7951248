//! Sentences as weighted sets of terms, and how much of one another they hold.

use super::quotes;
use crate::article::Span;
use crate::lexis::{GroupId, TermId, Thesaurus, Token, Weights};

/// What a word of the same thesaurus group counts, in tenths of the word itself.
const SYNONYM_TENTHS: u64 = 5;

/// So many words inside quotation marks are a quotation; fewer are a term that somebody coined.
const QUOTATION: usize = 4;

/// The terms of a sentence, each once, with weights in 1/1,000 nats.
#[derive(Debug, Default)]
pub(super) struct Bag {
    /// In the order of their numbers.
    terms: Vec<(TermId, u32)>,
    total: u64,
    /// The thesaurus groups of the terms, in order; the terms as indices of `terms`.
    groups: Vec<(GroupId, u32)>,
    /// The terms of its quotations, in the order of their numbers.
    quoted: Vec<(TermId, u32)>,
    negates: bool,
}

/// What two sentences hold of one another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Overlap {
    /// The geometric mean of the containments, 0..=1.
    pub(super) similarity: f64,
    /// The weight that they share, in 1/1,000 nats; the lesser of what each of them makes of it.
    pub(super) shared: u64,
}

impl Bag {
    /// Weighs the terms of a sentence; a term that stands twice counts once, at its heaviest.
    pub(super) fn new(
        tokens: &[Token],
        weights: &Weights,
        thesaurus: &Thesaurus,
        quotations: &[Span],
    ) -> Self {
        let terms = weighed(tokens.iter(), weights);
        let total = terms.iter().map(|term| u64::from(term.1)).sum();
        let of = |(index, term): (u32, &(TermId, u32))| {
            thesaurus.groups(term.0).iter().map(move |&group| (group, index))
        };
        let mut groups: Vec<(GroupId, u32)> = (0..).zip(&terms).flat_map(of).collect();
        groups.sort_unstable();
        let inside = || tokens.iter().filter(|token| quotes::hold(quotations, token.span()));
        let quoted = if inside().count() < QUOTATION { Vec::new() } else { weighed(inside(), weights) };
        let negates = tokens.iter().any(|token| token.negates);
        Self { terms, total, groups, quoted, negates }
    }

    /// Its terms with their weights.
    pub(super) fn terms(&self) -> &[(TermId, u32)] {
        &self.terms
    }

    /// The weight of all its terms.
    pub(super) fn total(&self) -> u64 {
        self.total
    }

    /// Whether a word of the sentence turns around what it says.
    pub(super) fn negates(&self) -> bool {
        self.negates
    }

    /// How much two quotations differ, 0..=1: the share of either that the other lacks, the lesser of the two. 0
    /// where one of the sentences quotes nobody.
    pub(super) fn quotations_differ(&self, other: &Self) -> f64 {
        if self.quoted.is_empty() || other.quoted.is_empty() {
            return 0.0;
        }
        let weight = |terms: &[(TermId, u32)]| terms.iter().map(|term| u64::from(term.1)).sum::<u64>();
        let held = |a: &[(TermId, u32)], b: &[(TermId, u32)]| {
            let is_held = |term: &&(TermId, u32)| b.binary_search_by_key(&term.0, |own| own.0).is_ok();
            a.iter().filter(is_held).map(|term| u64::from(term.1)).sum::<u64>()
        };
        let mine = share(held(&self.quoted, &other.quoted), weight(&self.quoted));
        let theirs = share(held(&other.quoted, &self.quoted), weight(&other.quoted));
        1.0 - mine.max(theirs)
    }

    fn holds(&self, term: TermId) -> bool {
        self.terms.binary_search_by_key(&term, |own| own.0).is_ok()
    }

    /// The weight of some of its terms, each once; leaves `indices` empty.
    fn weight_of(&self, indices: &mut Vec<u32>) -> u64 {
        indices.sort_unstable();
        indices.dedup();
        indices.drain(..).map(|index| u64::from(self.terms[index as usize].1)).sum()
    }
}

/// One sentence spread out over all terms and groups of a story, so that others are held against it
/// without searching: sentences have few words in common, and looking for each of them took most of the time.
#[derive(Debug)]
pub(super) struct Spread<'a> {
    bag: &'a Bag,
    /// For each term of the story, its weight in the sentence.
    weights: Vec<u32>,
    /// For each thesaurus group, whether a term of the sentence stands in it.
    groups: Vec<bool>,
    /// Terms of either sentence that count in part; kept for their memory.
    mine: Vec<u32>,
    theirs: Vec<u32>,
}

impl<'a> Spread<'a> {
    /// Room for any sentence of `bags`; begins with `bag`, which is one of them.
    pub(super) fn new(bags: &[Bag], bag: &'a Bag) -> Self {
        let terms = bags.iter().filter_map(|bag| bag.terms.last()).map(|term| term.0 as usize + 1).max();
        let groups = bags.iter().filter_map(|bag| bag.groups.last()).map(|of| usize::from(of.0) + 1).max();
        let mut spread = Self {
            bag,
            weights: vec![0; terms.unwrap_or_default()],
            groups: vec![false; groups.unwrap_or_default()],
            mine: Vec::new(),
            theirs: Vec::new(),
        };
        spread.put(bag);
        spread
    }

    /// Spreads `bag` out in the place of the one before.
    pub(super) fn put(&mut self, bag: &'a Bag) {
        for &(term, _) in &self.bag.terms {
            self.weights[term as usize] = 0;
        }
        for &(group, _) in &self.bag.groups {
            self.groups[usize::from(group)] = false;
        }
        for &(term, weight) in &bag.terms {
            self.weights[term as usize] = weight;
        }
        for &(group, _) in &bag.groups {
            self.groups[usize::from(group)] = true;
        }
        self.bag = bag;
    }

    /// What this sentence and `other` hold of one another: from the share of this one's weight that the other
    /// holds, and the reverse (Broder, "On the resemblance and containment of documents", 1997).
    ///
    /// A term that the other sentence lacks counts in part where it has one of the same thesaurus group.
    pub(super) fn overlap(&mut self, other: &Bag) -> Overlap {
        let mut shared = Shared::default();
        for &(term, weight) in &other.terms {
            // Every weight is above 0. Without a branch, which no processor could predict.
            let own = self.weights[term as usize];
            shared.mine += u64::from(own);
            shared.theirs += u64::from(weight) * u64::from(own > 0);
        }
        if other.groups.iter().any(|&(group, _)| self.groups[usize::from(group)]) {
            self.add_synonyms(other, &mut shared);
        }
        let (mine, theirs) = (share(shared.mine, self.bag.total), share(shared.theirs, other.total));
        Overlap { similarity: (mine * theirs).sqrt(), shared: shared.mine.min(shared.theirs) }
    }

    /// Adds the terms that have no equal on the other side but one of the same group there.
    fn add_synonyms(&mut self, other: &Bag, shared: &mut Shared) {
        let own = self.bag;
        let mut behind = own.groups.as_slice();
        for theirs in other.groups.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(group, _)) = theirs.first().filter(|of| self.groups[usize::from(of.0)]) else {
                continue;
            };
            behind = &behind[behind.partition_point(|of| of.0 < group)..];
            let mine = &behind[..behind.partition_point(|of| of.0 == group)];
            let (before_mine, before_theirs) = (self.mine.len(), self.theirs.len());
            let lone = |&&(_, at): &&(GroupId, u32)| self.weights[other.terms[at as usize].0 as usize] == 0;
            self.theirs.extend(theirs.iter().filter(lone).map(|of| of.1));
            if self.theirs.len() > before_theirs {
                let lone = |&&(_, at): &&(GroupId, u32)| !other.holds(own.terms[at as usize].0);
                self.mine.extend(mine.iter().filter(lone).map(|of| of.1));
                if self.mine.len() == before_mine {
                    self.theirs.truncate(before_theirs);
                }
            }
        }
        shared.mine += own.weight_of(&mut self.mine) * SYNONYM_TENTHS / 10;
        shared.theirs += other.weight_of(&mut self.theirs) * SYNONYM_TENTHS / 10;
    }
}

/// The terms of some words with their weights, each once at its heaviest, in the order of their numbers.
pub(super) fn weighed<'a>(tokens: impl Iterator<Item = &'a Token>, weights: &Weights) -> Vec<(TermId, u32)> {
    let weight = |token: &Token| (token.term, weights.of_token(token));
    let mut terms: Vec<(TermId, u32)> = tokens.map(weight).filter(|term| term.1 > 0).collect();
    terms.sort_unstable_by_key(|&(term, weight)| (term, std::cmp::Reverse(weight)));
    terms.dedup_by_key(|term| term.0);
    terms
}

/// The weight that two sentences share, as each of them weighs it.
#[derive(Debug, Default)]
struct Shared {
    mine: u64,
    theirs: u64,
}

#[expect(clippy::cast_precision_loss, reason = "sums of weights stay far below 2^52")]
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
