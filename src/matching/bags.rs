//! Sentences as weighted sets of terms, and how much of one another they hold.

use super::quotes;
use crate::article::Span;
use crate::lexis::{GroupId, TermId, Thesaurus, Token, TokenKind, Weights};

/// What a word of the same thesaurus group counts, in tenths of the word itself.
const SYNONYM_TENTHS: u64 = 5;

/// What a further word of a name counts, in tenths of its weight.
const NAME_TENTHS: u32 = 5;

/// So many words, and so many tenths of the sentence, make a quotation that the rest is the frame of.
const QUOTATION: usize = 4;
const QUOTATION_TENTHS: usize = 4;
/// What a word of the frame of a quotation counts, in tenths of its weight.
const FRAME_TENTHS: u32 = 3;

/// The terms of a sentence, each once, with weights in 1/1,000 nats.
#[derive(Debug, Default)]
pub(super) struct Bag {
    /// In the order of their numbers.
    terms: Vec<(TermId, u32)>,
    total: u64,
    /// The thesaurus groups of the terms, in order; the terms as indices of `terms`.
    groups: Vec<(GroupId, u32)>,
    /// The terms that are names, in order.
    names: Vec<TermId>,
}

impl Bag {
    /// Weighs the terms of a sentence; a term that stands twice counts once, at its heaviest.
    pub(super) fn new(
        tokens: &[Token],
        weights: &Weights,
        thesaurus: &Thesaurus,
        quotations: &[Span],
    ) -> Self {
        let mut terms = weighed(tokens, weights, quotations);
        terms.sort_unstable_by_key(|&(term, weight)| (term, std::cmp::Reverse(weight)));
        terms.dedup_by_key(|term| term.0);
        let total = terms.iter().map(|term| u64::from(term.1)).sum();
        let of = |(index, term): (u32, &(TermId, u32))| {
            thesaurus.groups(term.0).iter().map(move |&group| (group, index))
        };
        let mut groups: Vec<(GroupId, u32)> = (0..).zip(&terms).flat_map(of).collect();
        groups.sort_unstable();
        let mut names: Vec<TermId> =
            tokens.iter().filter(|token| token.kind == TokenKind::Name).map(|token| token.term).collect();
        names.sort_unstable();
        names.dedup();
        Self { terms, total, groups, names }
    }

    /// Its terms with their weights.
    pub(super) fn terms(&self) -> &[(TermId, u32)] {
        &self.terms
    }

    /// The weight of all its terms.
    pub(super) fn total(&self) -> u64 {
        self.total
    }

    /// Whether both sentences hold names, but none in common.
    pub(super) fn is_stranger_to(&self, other: &Self) -> bool {
        !self.names.is_empty()
            && !other.names.is_empty()
            && !self.names.iter().any(|name| other.names.binary_search(name).is_ok())
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

    /// How much of one another this sentence and `other` hold: the geometric mean of the containments both
    /// ways (Broder, "On the resemblance and containment of documents", 1997), 0..=1.
    ///
    /// A term that the other sentence lacks counts in part where it has one of the same thesaurus group.
    pub(super) fn similarity(&mut self, other: &Bag) -> f64 {
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
        (share(shared.mine, self.bag.total) * share(shared.theirs, other.total)).sqrt()
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

/// The words of a sentence with their weights. Of a name of several words the heaviest counts in full and
/// the others in part: a long name names one thing. Beside a quotation the words of its frame count in
/// part: what was said is what the sentence tells, who said it to whom is told alike by everybody.
fn weighed(tokens: &[Token], weights: &Weights, quotations: &[Span]) -> Vec<(TermId, u32)> {
    let mut weighed: Vec<(TermId, u32)> =
        tokens.iter().map(|token| (token.term, weights.of_token(token))).collect();
    let mut start = 0;
    for words in tokens.chunk_by(continue_a_name) {
        let name = &mut weighed[start..start + words.len()];
        start += words.len();
        if let Some(heaviest) = (0..name.len()).max_by_key(|&index| (name[index].1, std::cmp::Reverse(index)))
        {
            for (index, word) in name.iter_mut().enumerate() {
                if index != heaviest {
                    word.1 = word.1 * NAME_TENTHS / 10;
                }
            }
        }
    }
    let quoted: Vec<bool> = tokens.iter().map(|token| quotes::hold(quotations, token.span)).collect();
    let inside = quoted.iter().filter(|&&quoted| quoted).count();
    if inside >= QUOTATION && inside * 10 >= tokens.len() * QUOTATION_TENTHS {
        for (word, _) in weighed.iter_mut().zip(quoted).filter(|(_, quoted)| !quoted) {
            word.1 = word.1 * FRAME_TENTHS / 10;
        }
    }
    weighed.retain(|word| word.1 > 0);
    weighed
}

/// Whether two words follow one another in one name.
fn continue_a_name(a: &Token, b: &Token) -> bool {
    let name = |token: &Token| matches!(token.kind, TokenKind::Name | TokenKind::GivenName);
    name(a) && name(b) && b.span.start.saturating_sub(a.span.end) <= 2
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
