//! From scored pairs to matches, and from matches to who says what.
//!
//! What people call the same is not transitive, so matches come from the scores of pairs alone.
//! Statements are an aid to reading made from them.

mod cluster;
mod matches;
mod stars;
mod thresholds;

use std::cmp::Ordering;
use std::collections::BTreeSet;

pub use self::matches::{Certainty, Match, Statement, Via};
use self::stars::Star;
pub use self::thresholds::Settings;
use crate::article::{Article, SentenceId};
use crate::matching::{Pairs, Relation};

/// Matches and the statements that they make.
#[derive(Clone, Debug, Default)]
pub struct Grouping {
    /// Ordered by their sentences.
    pub matches: Vec<Match>,
    /// Ordered by the first sentence that is not in an earlier one.
    pub statements: Vec<Statement>,
    /// For each article, for each sentence: the indices of its statements, its own first.
    pub statements_of: Vec<Vec<Vec<usize>>>,
}

/// Groups the sentences of a story at `settings`.
#[must_use]
pub fn group(articles: &[Article], pairs: &Pairs, settings: Settings) -> Grouping {
    let linked = cluster::link(articles, pairs, settings.certain);
    let mut stars = stars::of(articles, pairs, linked, settings.certain);
    stars.sort();
    let matches = matches::of(pairs, settings);
    let mut statements_of: Vec<Vec<Vec<usize>>> =
        articles.iter().map(|article| vec![Vec::new(); article.sentences.len()]).collect();
    // What a star shares comes behind what a sentence belongs to first.
    for shares in [false, true] {
        for (index, star) in stars.iter().enumerate().filter(|(_, star)| star.shares == shares) {
            for id in &star.members {
                statements_of[id.article][id.sentence].push(index);
            }
        }
    }
    for (merged, other) in merged_sentences(articles, &statements_of, &matches) {
        let statements = &mut statements_of[merged.article][merged.sentence];
        let belongs = stars::is_certain(pairs, merged, stars[other].core, settings.certain)
            && !stars::any_denied(pairs, merged, &stars[other].members);
        if belongs && !statements.contains(&other) {
            stars[other].members.push(merged);
            statements.push(other);
        }
    }
    let statements = stars.into_iter().map(statement).collect();
    Grouping { matches, statements, statements_of }
}

fn statement(Star { members: mut sentences, core, .. }: Star) -> Statement {
    sentences.sort_unstable();
    let articles: BTreeSet<usize> = sentences.iter().map(|id| id.article).collect();
    Statement { sentences, core, articles: articles.into_iter().collect() }
}

/// The sentences that merge others: each with the second group that it belongs to through a copied
/// clause.
fn merged_sentences(
    articles: &[Article],
    own: &[Vec<Vec<usize>>],
    matches: &[Match],
) -> BTreeSet<(SentenceId, usize)> {
    let length = |id: SentenceId| articles[id.article].wording(id.sentence).len();
    let group = |id: SentenceId| own[id.article][id.sentence].first().copied();
    matches
        .iter()
        .filter(|found| found.certainty == Certainty::Certain && found.relation == Relation::Partial)
        .filter_map(|found| {
            let (long, short) = match length(found.a).cmp(&length(found.b)) {
                Ordering::Greater => (found.a, found.b),
                Ordering::Less => (found.b, found.a),
                Ordering::Equal => return None,
            };
            let (own, other) = (group(long)?, group(short)?);
            (own != other).then_some((long, other))
        })
        .collect()
}
