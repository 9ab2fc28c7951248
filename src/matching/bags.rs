//! Sentences as weighted sets of terms, and how much of one another they hold.

use std::cmp::Ordering;

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
    groups: Vec<(GroupId, usize)>,
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
        let of = |(index, term): (usize, &(TermId, u32))| {
            thesaurus.groups(term.0).iter().map(move |&group| (group, index))
        };
        let mut groups: Vec<(GroupId, usize)> = terms.iter().enumerate().flat_map(of).collect();
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

    /// The share of this sentence's weight that `other` holds, and the reverse: containment both ways
    /// (Broder, "On the resemblance and containment of documents", 1997), each 0..=1.
    ///
    /// A term that the other sentence lacks counts in part where it has one of the same thesaurus group.
    pub(super) fn containment(&self, other: &Self) -> (f64, f64) {
        let mut shared = Shared::default();
        let (mut i, mut j) = (0, 0);
        while let (Some(a), Some(b)) = (self.terms.get(i), other.terms.get(j)) {
            match a.0.cmp(&b.0) {
                Ordering::Less => i += 1,
                Ordering::Greater => j += 1,
                Ordering::Equal => {
                    shared.mine += u64::from(a.1);
                    shared.theirs += u64::from(b.1);
                    i += 1;
                    j += 1;
                }
            }
        }
        self.add_synonyms(other, &mut shared);
        (share(shared.mine, self.total), share(shared.theirs, other.total))
    }

    /// The geometric mean of the containments, 0..=1.
    pub(super) fn similarity(&self, other: &Self) -> f64 {
        let (mine, theirs) = self.containment(other);
        (mine * theirs).sqrt()
    }

    fn holds(&self, term: TermId) -> bool {
        self.terms.binary_search_by_key(&term, |own| own.0).is_ok()
    }

    /// Adds the terms that have no equal on the other side but one of the same group there.
    fn add_synonyms(&self, other: &Self, shared: &mut Shared) {
        let (mut mine, mut theirs): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let (mut i, mut j) = (0, 0);
        while let (Some(a), Some(b)) = (self.groups.get(i), other.groups.get(j)) {
            match a.0.cmp(&b.0) {
                Ordering::Less => i += 1,
                Ordering::Greater => j += 1,
                Ordering::Equal => {
                    let group = a.0;
                    let (from_i, from_j) = (i, j);
                    i += self.groups[i..].partition_point(|own| own.0 == group);
                    j += other.groups[j..].partition_point(|own| own.0 == group);
                    let lone_a =
                        self.groups[from_i..i].iter().filter(|own| !other.holds(self.terms[own.1].0));
                    let lone_b =
                        other.groups[from_j..j].iter().filter(|own| !self.holds(other.terms[own.1].0));
                    let (lone_a, lone_b): (Vec<_>, Vec<_>) = (lone_a.collect(), lone_b.collect());
                    if !lone_a.is_empty() && !lone_b.is_empty() {
                        mine.extend(lone_a.iter().map(|own| own.1));
                        theirs.extend(lone_b.iter().map(|own| own.1));
                    }
                }
            }
        }
        shared.mine += self.weight_of(mine) * SYNONYM_TENTHS / 10;
        shared.theirs += other.weight_of(theirs) * SYNONYM_TENTHS / 10;
    }

    /// The weight of some of its terms, each once.
    fn weight_of(&self, mut indices: Vec<usize>) -> u64 {
        indices.sort_unstable();
        indices.dedup();
        indices.into_iter().map(|index| u64::from(self.terms[index].1)).sum()
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
