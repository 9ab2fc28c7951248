//! The distinct wordings of one statement.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::article::SentenceId;
use crate::comparison::{Comparison, Relation, Statement};

/// One way in which a statement is put, and who puts it that way.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wording {
    /// The first sentence that is worded so.
    pub sentence: SentenceId,
    /// The articles that word it so.
    pub articles: BTreeSet<usize>,
    /// How it relates to the first wording, which has none itself.
    pub relation: Option<Relation>,
}

/// The wordings of a statement in the order of its sentences.
///
/// Sentences with the same words are one wording, whatever their punctuation and case.
pub(super) fn wordings(comparison: &Comparison, statement: &Statement) -> Vec<Wording> {
    let Some((&lead, others)) = statement.sentences.split_first() else { return Vec::new() };
    let to_lead: BTreeMap<SentenceId, Relation> =
        comparison.matches_of(lead).filter_map(|found| Some((found.other(lead)?, found.relation))).collect();
    let mut wordings =
        vec![Wording { sentence: lead, articles: BTreeSet::from([lead.article]), relation: None }];
    let mut by_words = BTreeMap::from([(words(&comparison.wording(lead)), 0)]);
    for &id in others {
        let relation = to_lead.get(&id).copied().or_else(|| strongest(comparison, id, statement));
        let words = words(&comparison.wording(id));
        let same = match to_lead.get(&id) {
            Some(Relation::Identical) => Some(0),
            _ => by_words.get(&words).copied(),
        };
        let index = same.unwrap_or_else(|| {
            wordings.push(Wording { sentence: id, articles: BTreeSet::new(), relation });
            by_words.insert(words, wordings.len() - 1);
            wordings.len() - 1
        });
        wordings[index].articles.insert(id.article);
    }
    wordings
}

fn words(text: &str) -> Vec<String> {
    text.unicode_words().map(str::to_lowercase).collect()
}

/// How a sentence relates to the statement where it has no match with its first sentence.
fn strongest(comparison: &Comparison, id: SentenceId, statement: &Statement) -> Option<Relation> {
    comparison
        .matches_of(id)
        .find(|found| found.other(id).is_some_and(|other| statement.sentences.binary_search(&other).is_ok()))
        .map(|found| found.relation)
}
