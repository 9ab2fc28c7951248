//! Copied runs: stretches of words that two sentences have in common, over small changes.
//!
//! Seed and extend, as text-reuse tools do (Olsen, Horton & Roe, "Something borrowed: sequence
//! alignment", 2011): three equal words in a row, extended across at most two words that differ, and
//! scored by the weight of the equal words rather than their number, which mistakes long names for
//! copying.

use std::ops::Range;

use super::word_order::PairSide;
use crate::lexis::{TermId, Token, TokenKind, Weights};

/// Equal words in a row that begin a run.
const SEED: usize = 3;
/// How many words may differ between two equal stretches of a run, on either side: two at most, the fewest first.
const GAPS: [(usize, usize); 8] = [(0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (2, 2)];
/// Equal words that must follow a gap.
const AFTER_GAP: usize = 2;
/// Runs of this weight, in 1/1,000 nats, were copied 97 times in 100 on labelled stories.
const COPIED: u64 = 16_000;
/// So much of it must be more than names: who spoke where and on which day is told in the same words by
/// everybody.
const COPIED_CONTENT: u64 = 8_000;
/// Inside quotation marks on both sides less will do, names or not: so many words of this weight were always
/// the same quotation.
const QUOTED: u64 = 10_000;
const QUOTED_WORDS: usize = 4;
/// The same of a whole quotation, however short, inside that of the other side: one quotes in part what the other quotes
/// at length. Fewer or lighter words, or less than this share of the shorter sentence in tenths, are a term.
const WHOLE_WORDS: usize = 3;
const WHOLE: u64 = 6_000;
const WHOLE_TENTHS: usize = 3;
/// Places of a seed in a sentence that are tried.
const MOST_PLACES: usize = 4;

/// Which seeds a sentence has, as bits: no other has them but by chance, so that most pairs are told to have no
/// run in common without looking through either.
#[derive(Debug)]
pub(super) struct Seeds {
    bits: [u64; 32],
    /// Whether it surely has none twice.
    distinct: bool,
}

impl Seeds {
    /// The seeds of a sentence with these stems.
    pub(super) fn of(terms: &[TermId]) -> Self {
        let mut bits = [0; 32];
        let mut distinct = true;
        for words in terms.windows(SEED) {
            let (at, bit) = Self::bit(words);
            distinct &= bits[at] & bit == 0;
            bits[at] |= bit;
        }
        Self { bits, distinct }
    }

    /// Whether the sentence may have this seed.
    fn may_hold(&self, words: &[TermId]) -> bool {
        let (at, bit) = Self::bit(words);
        self.bits[at] & bit != 0
    }

    fn bit(words: &[TermId]) -> (usize, u64) {
        let mix = |hash: u32, &term: &TermId| (hash.rotate_left(5) ^ term).wrapping_mul(0x9e37_79b9);
        let hash = words.iter().fold(0, mix);
        ((hash >> 27) as usize, 1 << (hash >> 21 & 63))
    }
}

/// Equal words in a row: `len` tokens from `a` on one side and from `b` on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EqualWords {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) len: usize,
}

/// A copied run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Its equal stretches, in order.
    pub(super) stretches: Vec<EqualWords>,
    /// The weight of its equal words, in 1/1,000 nats.
    pub(super) weight: u64,
    /// The weight of those that are neither names nor function words.
    pub(super) content: u64,
    /// How many of them stand inside quotation marks on both sides.
    pub(super) quoted: usize,
    /// The weight of those.
    pub(super) quoted_weight: u64,
    /// Whether it holds a whole quotation of one side, which stands inside a quotation of the other.
    pub(super) whole_quotation: bool,
}

impl Run {
    /// Whether so much is equal that one side was copied from the other or both from a third.
    pub(super) fn is_copied(&self) -> bool {
        self.weight >= COPIED && self.content >= COPIED_CONTENT || self.is_quoted()
    }

    /// Whether it is a quotation that both sides give.
    pub(super) fn is_quoted(&self) -> bool {
        self.whole_quotation || self.quoted >= QUOTED_WORDS && self.quoted_weight >= QUOTED
    }

    /// Sums its equal words up.
    fn weigh(&mut self, a: PairSide<'_>, b: PairSide<'_>, weights: &Weights) {
        let pairs = self.stretches.iter().flat_map(|s| {
            let left = a.tokens.get(s.a..s.a + s.len).unwrap_or_default();
            left.iter().zip(b.tokens.get(s.b..s.b + s.len).unwrap_or_default())
        });
        let mut end = 0;
        let mut halves = 0;
        for (x, y) in pairs {
            // Where words are not separated, pairs of characters stand for them: each character is in two.
            let overlaps = x.span().start < end;
            end = x.span().end;
            let weight = u64::from(weights.of(x.term)) / if overlaps { 2 } else { 1 };
            self.weight += weight;
            let tells = |token: &Token| matches!(token.kind, TokenKind::Content | TokenKind::Number);
            // What is a name on one side is one on the other.
            if tells(x) && tells(y) {
                self.content += weight;
            }
            if a.quotes(x) && b.quotes(y) {
                halves += if overlaps { 1 } else { 2 };
                self.quoted_weight += weight;
            }
        }
        self.quoted = halves / 2;
        if self.quoted >= WHOLE_WORDS && self.quoted_weight >= WHOLE {
            let shorter = a.tokens.len().min(b.tokens.len());
            let least = WHOLE_WORDS.max((shorter * WHOLE_TENTHS).div_ceil(10));
            let whole = |x: PairSide<'_>, at_x, y: PairSide<'_>, at_y: usize, len| {
                x.whole_quotations(at_x, len).any(|words| {
                    let start = at_y + words.start - at_x;
                    words.len() >= least && y.quoted(start, words.len()) == words.len()
                })
            };
            self.whole_quotation =
                self.stretches.iter().any(|s| whole(a, s.a, b, s.b, s.len) || whole(b, s.b, a, s.a, s.len));
        }
    }

    fn tokens_a(&self) -> Range<usize> {
        self.stretches.first().map_or(0, |s| s.a)..self.stretches.last().map_or(0, |s| s.a + s.len)
    }

    fn tokens_b(&self) -> Range<usize> {
        self.stretches.first().map_or(0, |s| s.b)..self.stretches.last().map_or(0, |s| s.b + s.len)
    }
}

/// The runs that two sentences have in common, in the order of the first; they don't overlap on either
/// side. Words are equal when their stems are. `seeds` are those of the first.
pub(super) fn copied(a: PairSide<'_>, b: PairSide<'_>, seeds: &Seeds, weights: &Weights) -> Vec<Run> {
    let mut runs = all(&a.words.terms, &b.words.terms, seeds);
    for run in &mut runs {
        run.weigh(a, b, weights);
    }
    if runs.len() < 2 {
        return runs;
    }
    runs.sort_by_key(|run| (std::cmp::Reverse(run.weight), run.tokens_a().start, run.tokens_b().start));
    let mut kept: Vec<Run> = Vec::new();
    for run in runs {
        let clashes = |other: &Run| {
            overlap(&run.tokens_a(), &other.tokens_a()) || overlap(&run.tokens_b(), &other.tokens_b())
        };
        if !kept.iter().any(clashes) {
            kept.push(run);
        }
    }
    kept.sort_by_key(|run| run.tokens_a().start);
    kept
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Every run that some seed gives, each once.
fn all(a: &[TermId], b: &[TermId], seeds: &Seeds) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at_b, words) in b.windows(SEED).enumerate() {
        // What a run has copied stands where the run says, and nowhere else.
        let copied = |run: &Run| run.stretches.iter().any(|s| s.b <= at_b && at_b + SEED <= s.b + s.len);
        let known = || seeds.distinct && runs.iter().any(copied);
        if !seeds.may_hold(words) || known() || !holds(a, words) {
            continue;
        }
        let stands = |&at: &usize| a[at] == words[0] && a[at + 1] == words[1] && a[at + 2] == words[2];
        for at_a in (0..a.len().saturating_sub(SEED - 1)).filter(stands).take(MOST_PLACES) {
            let covered = runs.iter().any(|run| {
                run.stretches.iter().any(|s| s.a <= at_a && at_a < s.a + s.len && at_a - s.a + s.b == at_b)
            });
            if !covered {
                runs.push(extend(a, b, at_a, at_b));
            }
        }
    }
    runs
}

/// Whether `words`, which are [`SEED`] many, stand in `a` in a row. Most don't: looks at all places without
/// a branch, several at a time.
pub(super) fn holds(a: &[TermId], words: &[TermId]) -> bool {
    let &[x, y, z] = words else { return false };
    let [first, second, third] = [0, 1, 2].map(|skip| a.get(skip..).unwrap_or_default());
    first
        .iter()
        .zip(second)
        .zip(third)
        .fold(false, |found, ((a, b), c)| found | ((*a == x) & (*b == y) & (*c == z)))
}

/// The run that begins with the seed at `at_a` and `at_b`, not weighed yet.
fn extend(a: &[TermId], b: &[TermId], at_a: usize, at_b: usize) -> Run {
    let mut stretches = vec![EqualWords { a: at_a, b: at_b, len: equal(a, b, at_a, at_b) }];
    while let Some(last) = stretches.last().copied() {
        let (end_a, end_b) = (last.a + last.len, last.b + last.len);
        let next = GAPS.iter().find_map(|&(x, y)| {
            let len = equal(a, b, end_a + x, end_b + y);
            (len >= AFTER_GAP).then_some(EqualWords { a: end_a + x, b: end_b + y, len })
        });
        match next {
            Some(next) => stretches.push(next),
            None => break,
        }
    }
    Run { stretches, weight: 0, content: 0, quoted: 0, quoted_weight: 0, whole_quotation: false }
}

/// How many words are equal from two places on.
fn equal(a: &[TermId], b: &[TermId], at_a: usize, at_b: usize) -> usize {
    let rest = |words: &'_ [TermId], at: usize| words.get(at..).map_or(0, <[TermId]>::len);
    let most = rest(a, at_a).min(rest(b, at_b));
    (0..most).take_while(|&step| a[at_a + step] == b[at_b + step]).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::Span;
    use crate::lexis::Token;
    use crate::matching::word_order::WordOrder;

    fn tokens(terms: &[TermId]) -> Vec<Token> {
        let token = |&term: &TermId| Token {
            place: Span::new(term as usize, term as usize + 1).into(),
            term,
            word: term,
            kind: TokenKind::Content,
            negates: false,
        };
        terms.iter().map(token).collect()
    }

    fn runs_of(a: &[Token], b: &[Token], quotations: &[Span], weight: u32) -> Vec<Run> {
        let (words_a, words_b) = (WordOrder::of(a), WordOrder::of(b));
        let a = PairSide { tokens: a, words: &words_a, quotations };
        let b = PairSide { tokens: b, words: &words_b, quotations };
        copied(a, b, &Seeds::of(&words_a.terms), &Weights::equal(10, weight))
    }

    fn stretches(a: &[TermId], b: &[TermId]) -> Vec<Vec<(usize, usize, usize)>> {
        let runs = runs_of(&tokens(a), &tokens(b), &[], 4_000);
        runs.iter().map(|run| run.stretches.iter().map(|s| (s.a, s.b, s.len)).collect()).collect()
    }

    #[test]
    fn a_run_goes_on_over_small_changes() {
        assert_eq!(stretches(&[1, 2, 3, 9, 5, 6], &[1, 2, 3, 4, 5, 6]), [[(0, 0, 3), (4, 4, 2)]]);
        assert_eq!(stretches(&[1, 2, 3, 5, 6], &[0, 1, 2, 3, 4, 4, 5, 6]), [[(0, 1, 3), (3, 6, 2)]]);
    }

    #[test]
    fn a_large_change_ends_a_run() {
        assert_eq!(stretches(&[1, 2, 3, 9, 9, 9, 5, 6, 7], &[1, 2, 3, 5, 6, 7]), [[(0, 0, 3)], [(6, 3, 3)]]);
    }

    #[test]
    fn clauses_may_change_places() {
        assert_eq!(stretches(&[1, 2, 3, 5, 6, 7], &[5, 6, 7, 1, 2, 3]), [[(0, 3, 3)], [(3, 0, 3)]]);
    }

    #[test]
    fn names_alone_are_not_copied() {
        let run = |kind: TokenKind| {
            let words: Vec<Token> =
                tokens(&[1, 2, 3, 4, 5, 6]).into_iter().map(|t| Token { kind, ..t }).collect();
            runs_of(&words, &words, &[], 4_000).remove(0)
        };
        assert!(run(TokenKind::Content).is_copied());
        assert!(!run(TokenKind::Name).is_copied());
    }

    #[test]
    fn quoted_on_both_sides_less_is_copied() {
        let words = tokens(&[1, 2, 3, 4]);
        assert!(runs_of(&words, &words, &[Span::new(0, 9)], 2_600)[0].is_quoted());
        assert!(!runs_of(&words, &words, &[], 2_600)[0].is_copied());
    }

    #[test]
    fn a_whole_quotation_inside_a_longer_one_is_quoted_however_short() {
        let words = tokens(&[1, 2, 3, 4, 5, 6]);
        let (whole, longer) = ([Span::new(2, 5)], [Span::new(1, 7)]);
        let run = |a: &[Span], b: &[Span]| {
            let order = WordOrder::of(&words);
            let side = |quotations| PairSide { tokens: &words, words: &order, quotations };
            copied(side(a), side(b), &Seeds::of(&order.terms), &Weights::equal(10, 2_000)).remove(0)
        };
        assert!(run(&whole, &longer).is_quoted() && run(&longer, &whole).is_quoted());
        assert!(!run(&whole, &[]).is_quoted());
        assert!(!run(&[Span::new(2, 4)], &longer).is_quoted());
    }

    #[test]
    fn two_words_are_no_run() {
        assert!(stretches(&[1, 2, 9], &[1, 2, 8]).is_empty());
    }

    proptest! {
        #[test]
        fn runs_are_equal_words_and_do_not_overlap(
            a in proptest::collection::vec(0_u32..6, 0..40),
            b in proptest::collection::vec(0_u32..6, 0..40),
        ) {
            let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
            for (at_a, at_b, len) in stretches(&a, &b).into_iter().flatten() {
                for step in 0..len {
                    prop_assert_eq!(a[at_a + step], b[at_b + step]);
                    prop_assert!(!std::mem::replace(&mut used_a[at_a + step], true));
                    prop_assert!(!std::mem::replace(&mut used_b[at_b + step], true));
                }
            }
        }
    }
}
