//! The distinct wordings of what is said, each with everyone who has it.
//!
//! Two sentences have the same words where their match is [identical](Relation::Identical), or where both have one
//! with the same third. Where no score compared the two, which is so for sentences of one article, they have the
//! same words where they differ in case and punctuation alone. What is sure and what is only possible are never one
//! wording: nobody is to stand among those who say something because of a guess.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use super::counterparts::{Counterpart, Counterparts};
use crate::article::SentenceId;
use crate::comparison::{Certainty, Comparison, Relation, Statement};

/// One way in which something is put, and who puts it that way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wording {
    /// The first sentence that is worded so; its text stands for the others.
    pub sentence: SentenceId,
    /// The articles that word it so.
    pub articles: BTreeSet<usize>,
    /// How its sentence relates to that of the first wording, which has none itself.
    pub tie: Option<Counterpart>,
}

/// The wordings of a statement, in the order of its sentences.
#[must_use]
pub fn wordings_of_statement(comparison: &Comparison, statement: &Statement) -> Vec<Wording> {
    let Some((&lead, others)) = statement.sentences.split_first() else { return Vec::new() };
    let mut wordings = Wordings::beginning_with(comparison, lead);
    let ties = ties(comparison, lead);
    for &id in others {
        let tie = ties.get(&id).copied().or_else(|| closest_in(comparison, id, statement));
        // To belong to the statement is to be sure.
        wordings.add(id, tie, Certainty::Certain);
    }
    wordings.list
}

/// The wording of a sentence, then those of its counterparts, the closest first; what is merely possible comes last,
/// the likeliest first.
#[must_use]
pub fn wordings_with(comparison: &Comparison, here: SentenceId, counterparts: &Counterparts) -> Vec<Wording> {
    let mut wordings = Wordings::beginning_with(comparison, here);
    let mut found: Vec<&Counterpart> = counterparts.all().chain(counterparts.possible()).collect();
    found.sort_by_key(|found| {
        let relation = (found.certainty == Certainty::Certain).then_some(found.relation);
        (found.certainty, relation, Reverse(found.likely()), found.id)
    });
    for counterpart in found {
        wordings.add(counterpart.id, Some(*counterpart), counterpart.certainty);
    }
    wordings.list
}

/// Wordings as they are gathered, sentence by sentence.
struct Wordings<'a> {
    comparison: &'a Comparison,
    list: Vec<Wording>,
    /// The wording of each sentence so far, and how sure that it belongs here.
    of_sentence: BTreeMap<SentenceId, (Certainty, usize)>,
    /// The wordings by their words.
    of_words: BTreeMap<(Certainty, Vec<String>), usize>,
    /// The wordings by their texts: thousands of sentences that are equal to the letter need no closer look.
    of_text: BTreeMap<(Certainty, Cow<'a, str>), usize>,
}

impl<'a> Wordings<'a> {
    fn beginning_with(comparison: &'a Comparison, first: SentenceId) -> Self {
        let mut wordings = Self {
            comparison,
            list: Vec::new(),
            of_sentence: BTreeMap::new(),
            of_words: BTreeMap::new(),
            of_text: BTreeMap::new(),
        };
        wordings.add(first, None, Certainty::Certain);
        wordings
    }

    fn add(&mut self, id: SentenceId, tie: Option<Counterpart>, certainty: Certainty) {
        let text = (certainty, self.comparison.wording(id));
        let index = match self.of_text.get(&text) {
            Some(&index) => index,
            None => {
                let index = self.home(id, tie, &text.1, certainty);
                self.of_text.insert(text, index);
                index
            }
        };
        self.list[index].articles.insert(id.article);
        self.of_sentence.insert(id, (certainty, index));
    }

    /// The wording that a text belongs to, or a new one.
    fn home(&mut self, id: SentenceId, tie: Option<Counterpart>, text: &str, certainty: Certainty) -> usize {
        let words = (certainty, words(text));
        let by_words = self.of_words.get(&words).copied();
        let known = by_words
            .filter(|&wording| !self.differs(id, self.list[wording].sentence))
            .or_else(|| self.identical(id, certainty));
        let index = known.unwrap_or_else(|| {
            self.list.push(Wording { sentence: id, articles: BTreeSet::new(), tie });
            self.list.len() - 1
        });
        self.of_words.entry(words).or_insert(index);
        index
    }

    /// The first wording that a match says to be the same.
    fn identical(&self, id: SentenceId, certainty: Certainty) -> Option<usize> {
        let others =
            self.comparison.matches_of(id).filter(|found| found.relation == Relation::Identical).filter_map(
                |found| {
                    let (sure, wording) = self.of_sentence.get(&found.other(id)?)?;
                    (*sure == certainty).then_some(*wording)
                },
            );
        others.min()
    }

    /// Whether a score says that two sentences have not the same words.
    fn differs(&self, a: SentenceId, b: SentenceId) -> bool {
        let found = self.comparison.match_between(a, b);
        found.is_some_and(|found| found.relation != Relation::Identical)
    }
}

/// The words of a text, without case and punctuation; of a text without words, its signs.
fn words(text: &str) -> Vec<String> {
    let words: Vec<String> = text.unicode_words().map(str::to_lowercase).collect();
    if words.is_empty() { vec![text.to_owned()] } else { words }
}

/// How the sentences that match `lead` relate to it.
fn ties(comparison: &Comparison, lead: SentenceId) -> BTreeMap<SentenceId, Counterpart> {
    let counterparts = comparison.matches_of(lead).filter_map(|found| Counterpart::of(found, lead));
    counterparts.map(|counterpart| (counterpart.id, counterpart)).collect()
}

/// How a sentence relates to the statement where it has no match with its first sentence.
fn closest_in(comparison: &Comparison, id: SentenceId, statement: &Statement) -> Option<Counterpart> {
    let mut others = comparison.matches_of(id).filter_map(|found| Some((found, found.other(id)?)));
    let (found, other) = others.find(|(_, other)| statement.sentences.binary_search(other).is_ok())?;
    Counterpart::of(found, other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Settings, compare};

    #[test]
    fn who_has_a_wording_is_the_same_in_a_statement_and_at_a_sentence() {
        let story = compare(crate::sample::articles(), Settings::default());
        for statement in &story.statements {
            let of_statement = wordings_of_statement(&story, statement);
            let articles: BTreeSet<usize> =
                of_statement.iter().flat_map(|wording| &wording.articles).copied().collect();
            assert_eq!(articles, statement.articles.iter().copied().collect());
            let lead = statement.sentences[0];
            let counterparts = Counterparts::of(&story, lead);
            let at_lead = wordings_with(&story, lead, &counterparts);
            assert_eq!(at_lead[0].articles, of_statement[0].articles, "{}", story.wording(lead));
        }
    }
}
