//! Where sources differ: what is said differently, and who says which.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{SentenceId, Span};
use crate::comparison::{Comparison, DisagreementKind, Match};

/// One thing that sources say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dispute {
    /// The statement whose members disagree; none for two sentences that are in no statement together.
    pub statement: Option<usize>,
    /// What kinds of things they disagree in.
    pub kinds: BTreeSet<DisagreementKind>,
    /// Who says what, in the order of the sources; at least two.
    pub sides: Vec<Side>,
    /// The other members of the statement: they contradict nobody.
    pub others: Vec<SentenceId>,
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
    /// All sentences of the side.
    sentences: Vec<SentenceId>,
}

impl Dispute {
    /// The sentences of all sides.
    pub fn sentences(&self) -> impl Iterator<Item = SentenceId> {
        self.sides.iter().flat_map(|side| &side.sentences).copied()
    }
}

/// The disputes of a story, in the order of their first sentences.
#[must_use]
pub fn disputes(comparison: &Comparison) -> Vec<Dispute> {
    let mut disputes: Vec<Dispute> = by_statement(comparison)
        .into_iter()
        .map(|(statement, found)| dispute(comparison, statement, &found))
        .collect();
    disputes.sort_by_key(|dispute| dispute.sides.first().map(|side| side.sentence));
    disputes
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

/// The disputed matches by the first statement that both of their sentences are in, and alone where there is none.
fn by_statement(comparison: &Comparison) -> Vec<(Option<usize>, Vec<&Match>)> {
    let mut together: BTreeMap<usize, Vec<&Match>> = BTreeMap::new();
    let mut alone = Vec::new();
    for found in comparison.matches.iter().filter(|found| found.is_disputed()) {
        let others = &comparison.finding(found.b).statements;
        let common =
            comparison.finding(found.a).statements.iter().find(|statement| others.contains(statement));
        match common {
            Some(&statement) => together.entry(statement).or_default().push(found),
            None => alone.push((None, vec![found])),
        }
    }
    together.into_iter().map(|(statement, found)| (Some(statement), found)).chain(alone).collect()
}

fn dispute(comparison: &Comparison, statement: Option<usize>, found: &[&Match]) -> Dispute {
    let mut words: BTreeMap<SentenceId, BTreeSet<Span>> = BTreeMap::new();
    let mut kinds = BTreeSet::new();
    for found in found {
        for said in found.disagreements.iter() {
            kinds.insert(said.kind);
            words.entry(found.a).or_default().insert(said.a);
            words.entry(found.b).or_default().insert(said.b);
        }
    }
    let contradict: BTreeSet<(SentenceId, SentenceId)> =
        found.iter().flat_map(|found| [(found.a, found.b), (found.b, found.a)]).collect();
    let told = |id: SentenceId| -> Vec<String> {
        let text = &comparison.articles[id.article].text;
        words[&id].iter().map(|span| span.of(text).to_lowercase()).collect()
    };
    let mut sides: Vec<Side> = Vec::new();
    for &id in words.keys() {
        let agrees = |&other: &SentenceId| {
            told(id) == told(other)
                || comparison.match_between(id, other).is_some_and(|found| found.disagreements.is_empty())
        };
        let joins = |side: &&mut Side| {
            !side.sentences.iter().any(|&other| contradict.contains(&(id, other)))
                && side.sentences.iter().any(agrees)
        };
        match sides.iter_mut().find(joins) {
            Some(side) => {
                side.articles.insert(id.article);
                side.sentences.push(id);
            }
            None => sides.push(Side {
                sentence: id,
                articles: BTreeSet::from([id.article]),
                words: merged(&words[&id]),
                sentences: vec![id],
            }),
        }
    }
    let members = statement.map(|statement| comparison.statements[statement].sentences.as_slice());
    let others = members.unwrap_or_default().iter().copied().filter(|id| !words.contains_key(id)).collect();
    Dispute { statement, kinds, sides, others }
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
