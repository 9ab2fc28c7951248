//! Where sources differ: what is said differently, and who says which.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{SentenceId, Span};
use crate::comparison::{Certainty, Comparison, DisagreementKind};
use crate::text::sets::DisjointSets;

/// One thing that sources say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dispute {
    /// What kinds of things they disagree in.
    pub kinds: BTreeSet<DisagreementKind>,
    /// Who says what, in the order of the sources; at least two.
    pub sides: Vec<Side>,
}

/// One way in which a disputed thing is told.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Side {
    /// The first sentence that tells it so; its text stands for the others.
    pub sentence: SentenceId,
    /// The articles that tell it so.
    pub articles: BTreeSet<usize>,
    /// The words of that sentence that others contradict, in order.
    pub words: Vec<Span>,
    /// Where the side is told.
    places: Vec<Place>,
}

/// Words of a sentence.
type Place = (SentenceId, Span);

impl Dispute {
    /// The sentences of all sides.
    pub fn sentences(&self) -> impl Iterator<Item = SentenceId> {
        self.sides.iter().flat_map(|side| &side.places).map(|place| place.0)
    }
}

/// The disputes of a story, in the order of their first sentences.
///
/// A dispute is about one thing: words that contradict one another, and those that these contradict.
#[must_use]
pub fn disputes(comparison: &Comparison) -> Vec<Dispute> {
    let found = contradictions(comparison);
    let mut places: Vec<Place> = found.iter().flat_map(|&(a, b, _)| [a, b]).collect();
    places.sort_unstable();
    places.dedup();
    let number = |place: &Place| places.binary_search(place).unwrap_or_default();
    let mut things = DisjointSets::new(places.len());
    for (a, b, _) in &found {
        things.join(number(a), number(b));
    }
    // Words of one sentence that overlap are the same thing, however much of them is told.
    for (index, pair) in places.windows(2).enumerate() {
        if let [(id, span), (next, other)] = pair
            && id == next
            && span.overlaps(*other)
        {
            things.join(index, index + 1);
        }
    }
    let mut by_thing: BTreeMap<usize, Vec<Contradiction>> = BTreeMap::new();
    for contradiction in found {
        by_thing.entry(things.least(number(&contradiction.0))).or_default().push(contradiction);
    }
    let mut disputes: Vec<Dispute> =
        by_thing.into_values().map(|found| dispute(comparison, &found)).collect();
    disputes.sort_by_key(|dispute| {
        dispute.sides.first().map(|side| (side.sentence, side.words.first().copied()))
    });
    disputes
}

/// The statements two members of which surely disagree.
#[must_use]
pub fn disputed_statements(comparison: &Comparison) -> BTreeSet<usize> {
    let of = |id: SentenceId| &comparison.finding(id).statements;
    let disputed = comparison.matches.iter().filter(|found| found.is_disputed());
    disputed.flat_map(|found| of(found.a).iter().filter(|&own| of(found.b).contains(own))).copied().collect()
}

/// The words of a sentence that `other` contradicts, or, without one, any other: as spans of its article's text, in
/// order.
///
/// # Panics
/// When the story has no such sentence.
#[must_use]
pub fn contradicted(comparison: &Comparison, id: SentenceId, other: Option<SentenceId>) -> Vec<Span> {
    let disputed = comparison.matches_of(id).filter(|found| found.is_disputed());
    let with_other = disputed.filter(|found| other.is_none() || found.other(id) == other);
    let words: BTreeSet<Span> = with_other
        .flat_map(|found| {
            found.disagreements.iter().map(move |said| if found.a == id { said.a } else { said.b })
        })
        .collect();
    merged(&words)
}

/// Two places that can't both be right.
type Contradiction = (Place, Place, DisagreementKind);

/// What sure matches disagree in.
fn contradictions(comparison: &Comparison) -> Vec<Contradiction> {
    let disputed = comparison.matches.iter().filter(|found| found.is_disputed());
    let each = disputed.flat_map(|found| {
        found.disagreements.iter().map(move |said| ((found.a, said.a), (found.b, said.b), said.kind))
    });
    each.collect()
}

fn dispute(comparison: &Comparison, found: &[Contradiction]) -> Dispute {
    let contradict: BTreeSet<(Place, Place)> = found.iter().flat_map(|&(a, b, _)| [(a, b), (b, a)]).collect();
    let places: BTreeSet<Place> = contradict.iter().map(|pair| pair.0).collect();
    let told = |(id, span): Place| span.of(&comparison.articles[id.article].text).to_lowercase();
    let mut sides: Vec<Side> = Vec::new();
    for place in places {
        let (id, span) = place;
        let agrees = |&other: &Place| {
            told(place) == told(other)
                || other.0 == id
                || comparison
                    .match_between(id, other.0)
                    .is_some_and(|found| found.certainty == Certainty::Certain)
        };
        let joins = |side: &&mut Side| {
            !side.places.iter().any(|&other| contradict.contains(&(place, other)))
                && side.places.iter().any(agrees)
        };
        match sides.iter_mut().find(joins) {
            Some(side) => {
                side.articles.insert(id.article);
                if side.sentence == id {
                    side.words.push(span);
                }
                side.places.push(place);
            }
            None => sides.push(Side {
                sentence: id,
                articles: BTreeSet::from([id.article]),
                words: vec![span],
                places: vec![place],
            }),
        }
    }
    for side in &mut sides {
        side.words = merged(&side.words.iter().copied().collect());
    }
    Dispute { kinds: found.iter().map(|found| found.2).collect(), sides }
}

/// Spans in order, those that overlap as one.
fn merged(spans: &BTreeSet<Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for &span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
