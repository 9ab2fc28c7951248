//! What must hold for any text.

use std::collections::BTreeSet;

use parallax::article::SentenceId;
use parallax::comparison::{Certainty, Comparison, Disagreement, Match, Settings, Status, compare};
use proptest::prelude::*;

use super::articles;

/// Texts that look like articles of one event: sentences drawn from a few, changed a little.
fn event() -> impl Strategy<Value = Vec<String>> {
    let sentence = prop_oneof![
        Just("The mayor of Port Ellery resigned on Friday after a long dispute. ".to_owned()),
        Just("On Friday the mayor resigned, said the city. ".to_owned()),
        Just("On Sunday the mayor did not resign, said the city. ".to_owned()),
        Just("\"I have nothing to hide,\" she told the U.S. newspaper Daily Post. ".to_owned()),
        Just("She had \u{201c}nothing to hide,\u{201d} the mayor told a paper. ".to_owned()),
        Just("\n\n".to_owned()),
        Just("More news: Football team wins cup\n\n".to_owned()),
        "[A-Z][a-z]{2,8}( [a-z]{1,8}){2,9}\\. ",
        "\\PC{0,30}",
    ];
    let article = proptest::collection::vec(sentence, 0..14).prop_map(|parts| parts.concat());
    proptest::collection::vec(article, 0..5)
}

fn check(comparison: &Comparison) -> Result<(), TestCaseError> {
    for (a, article) in comparison.articles.iter().enumerate() {
        prop_assert_eq!(comparison.findings[a].len(), article.sentences.len());
        prop_assert_eq!(comparison.flags[a].len(), article.blocks.len());
        for (s, finding) in comparison.findings[a].iter().enumerate() {
            let id = SentenceId::new(a, s);
            let certain = comparison.matches_of(id).any(|found| found.certainty == Certainty::Certain);
            let matched = comparison.matches_of(id).next().is_some();
            let disputed = comparison.matches_of(id).any(Match::is_disputed);
            prop_assert_eq!(finding.status == Status::Shared, certain && !disputed);
            prop_assert_eq!(finding.status == Status::Disputed, disputed);
            prop_assert_eq!(finding.status == Status::Possible, matched && !certain);
            prop_assert_eq!(finding.statements.is_empty(), !certain);
            for &statement in &finding.statements {
                prop_assert!(comparison.statements[statement].sentences.contains(&id));
            }
        }
    }
    let mut seen = BTreeSet::new();
    for found in &comparison.matches {
        prop_assert!(found.a.article < found.b.article);
        prop_assert!(seen.insert((found.a, found.b)));
        for id in [found.a, found.b] {
            prop_assert!(!matches!(comparison.finding(id).status, Status::OffTopic | Status::Repeat));
        }
        let runs = found.runs.iter().map(|run| (run.a, run.b));
        for (a, b) in runs.chain(found.disagreements.iter().map(|said| (said.a, said.b))) {
            let sentence = |id: SentenceId| comparison.articles[id.article].sentences[id.sentence].span;
            prop_assert!(sentence(found.a).contains(a));
            prop_assert!(sentence(found.b).contains(b));
            for (span, id) in [(a, found.a), (b, found.b)] {
                prop_assert!(!span.of(&comparison.articles[id.article].text).is_empty());
            }
        }
    }
    for statement in &comparison.statements {
        prop_assert!(statement.sentences.len() > 1);
        prop_assert!(statement.sentences.is_sorted());
        for &id in statement.sentences.iter().filter(|id| id.article != statement.core.article) {
            let certainty = comparison.match_between(statement.core, id).map(|found| found.certainty);
            prop_assert_eq!(certainty, Some(Certainty::Certain));
        }
    }
    Ok(())
}

/// A comparison with the articles put back into another order: what is left of it that numbering must not
/// change.
fn renumbered(comparison: &Comparison, order: &[usize]) -> (BTreeSet<String>, BTreeSet<String>, Vec<String>) {
    let id = |id: SentenceId| (order[id.article], id.sentence);
    let pair = |a, b| if id(a) < id(b) { (id(a), id(b)) } else { (id(b), id(a)) };
    let matches = comparison
        .matches
        .iter()
        .map(|found| {
            let turned = id(found.a) > id(found.b);
            let sides = |said: Disagreement| if turned { (said.b, said.a) } else { (said.a, said.b) };
            let said: BTreeSet<String> =
                found.disagreements.iter().map(|said| format!("{:?} {:?}", said.kind, sides(said))).collect();
            let pair = pair(found.a, found.b);
            format!("{pair:?} {:?} {:?} {said:?}", found.relation, found.score)
        })
        .collect();
    let statements = comparison
        .statements
        .iter()
        .map(|statement| {
            let members: BTreeSet<(usize, usize)> =
                statement.sentences.iter().map(|&member| id(member)).collect();
            format!("{members:?}")
        })
        .collect();
    let mut statuses: Vec<String> = comparison
        .sentences()
        .map(|sentence| {
            let block = comparison.articles[sentence.article].sentences[sentence.sentence].block;
            let flag = comparison.flag(sentence.article, block);
            format!("{:?} {:?} {flag:?}", id(sentence), comparison.finding(sentence).status)
        })
        .collect();
    statuses.sort();
    (matches, statements, statuses)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn statements_matches_and_statuses_agree(texts in event()) {
        check(&compare(articles(&texts), Settings::default()))?;
    }

    #[test]
    fn the_order_of_the_sources_changes_numbering_only(mut texts in event()) {
        // Two articles with the same text can't be told apart but by their numbers.
        texts.sort();
        texts.dedup();
        let forward = compare(articles(&texts), Settings::default());
        let order: Vec<usize> = (0..texts.len()).rev().collect();
        texts.reverse();
        let backward = compare(articles(&texts), Settings::default());
        let same: Vec<usize> = (0..texts.len()).collect();
        prop_assert_eq!(renumbered(&forward, &same), renumbered(&backward, &order));
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    // Long enough for the work to be shared.
    let texts: Vec<String> = (0..12)
        .map(|article| {
            (0..60)
                .map(|n| {
                    format!(
                        "Witness {} saw truck {} at gate {} of the harbor.\n\n",
                        n % 17,
                        (n * article) % 23,
                        n
                    )
                })
                .collect()
        })
        .collect();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| compare(articles(&texts), Settings::default()))
    };
    let (one, many) = (with(1), with(4));
    assert!(!one.matches.is_empty());
    assert_eq!(one.matches, many.matches);
    assert_eq!(one.statements, many.statements);
    assert_eq!(one.findings, many.findings);
}
