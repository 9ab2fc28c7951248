//! The sample story: what a careful reader sees in it.

use parallax::article::SentenceId;
use parallax::comparison::{Certainty, Comparison, Relation, Settings, Status, compare};

use super::find;

fn sample() -> Comparison {
    compare(parallax::sample::articles(), Settings::default())
}

fn relation(comparison: &Comparison, a: SentenceId, b: SentenceId) -> Option<(Relation, Certainty)> {
    comparison.match_between(a, b).map(|found| (found.relation, found.certainty))
}

#[test]
fn copied_sentences_are_found() {
    let story = sample();
    let found = relation(&story, find(&story, 0, "primary objection"), find(&story, 4, "primary objection"));
    assert_eq!(found, Some((Relation::Identical, Certainty::Certain)));
    let found = relation(&story, find(&story, 2, "mushroomed"), find(&story, 3, "mushroomed"));
    assert_eq!(found, Some((Relation::Identical, Certainty::Certain)));
}

#[test]
fn one_quotation_in_four_sources_is_one_statement() {
    let story = sample();
    let tweet = find(&story, 0, "glad Twitter is pushing back");
    let statement = &story.statements[story.finding(tweet).statements[0]];
    assert!([0, 1, 3, 4].iter().all(|article| statement.articles.contains(article)), "{statement:?}");
}

#[test]
fn what_one_source_adds_is_only_here() {
    let story = sample();
    for (article, words) in [(0, "imported merchandise"), (4, "come out of this looking good")] {
        assert_eq!(story.finding(find(&story, article, words)).status, Status::Unique, "{words}");
    }
}

#[test]
fn different_agencies_that_decline_to_comment_are_not_one_statement() {
    let story = sample();
    let (justice, homeland) =
        (find(&story, 0, "The Justice Department"), find(&story, 0, "which issued the summons"));
    let other = find(&story, 3, "US Justice Department declined");
    assert!(story.match_between(justice, other).is_some_and(|found| found.certainty == Certainty::Certain));
    assert!(story.match_between(homeland, other).is_none_or(|found| found.certainty == Certainty::Possible));
}
