//! Who says what, and how sure that is at other settings.

use std::collections::BTreeSet;

use parallax::article::SentenceId;
use parallax::comparison::{Certainty, Relation, Score, Settings, Status};

use super::{articles, find, story};

const COUNCIL: [&str; 3] = [
    "Council votes to close the swimming pool\n\n\
     The city council voted on Monday to close the swimming pool on Mill Road after sixty years.\n\n\
     The roof would cost nine million dollars to repair, engineers told the council in March.\n\n\
     \"My children learned to swim here,\" said Anna Petrov, who lives across the street.\n",
    "Mill Road pool to close\n\n\
     After sixty years the swimming pool on Mill Road will close, the city council decided on Monday.\n\n\
     Engineers had told the council in March that the roof would cost nine million dollars to repair.\n\n\
     Mayor Tim Okafor abstained from the vote.\n",
    "Pool closes after sixty years\n\n\
     The city council voted on Monday to close the swimming pool on Mill Road after sixty years.\n\n\
     A petition for the pool had gathered 4,000 signatures.\n",
];

#[test]
fn one_thing_said_by_all_is_one_statement() {
    let comparison = story(&COUNCIL);
    let vote = find(&comparison, 0, "voted on Monday");
    let statement = &comparison.statements[comparison.finding(vote).statements[0]];
    assert_eq!(statement.articles, [0, 1, 2]);
    assert!(statement.sentences.contains(&find(&comparison, 1, "decided on Monday")));
    assert!(statement.sentences.contains(&find(&comparison, 2, "voted on Monday")));
}

#[test]
fn what_only_one_says_is_unique_with_its_nearest_candidate() {
    let comparison = story(&COUNCIL);
    for (article, words) in [(0, "My children"), (1, "abstained"), (2, "petition")] {
        let finding = comparison.finding(find(&comparison, article, words));
        assert_eq!(finding.status, Status::Unique, "{words}");
        assert!(finding.nearest.is_none_or(|nearest| nearest.score < comparison.settings.possible));
    }
}

#[test]
fn another_threshold_moves_certainty_and_statuses_only() {
    let comparison = story(&COUNCIL);
    let strict = comparison.at(Settings::new(Score::ONE, Score::from_probability(0.5)));
    assert!(strict.matches.iter().all(|found| found.certainty == Certainty::Possible));
    assert!(strict.statements.is_empty());
    assert_eq!(strict.finding(find(&strict, 0, "voted on Monday")).status, Status::Possible);
    let again = strict.at(comparison.settings);
    assert_eq!(again.matches, comparison.matches);
    assert_eq!(again.statements, comparison.statements);
    assert_eq!(again.findings, comparison.findings);
}

#[test]
fn a_looser_threshold_never_loses_a_match() {
    let comparison = story(&COUNCIL);
    let loose = comparison.at(Settings::new(Score::from_probability(0.3), Score::from_probability(0.02)));
    for found in &comparison.matches {
        assert!(loose.match_between(found.a, found.b).is_some());
    }
}

#[test]
fn two_copies_of_an_article_share_everything() {
    let comparison = story(&[COUNCIL[0], COUNCIL[0]]);
    let counts = comparison.counts(0);
    assert_eq!(counts.shared, counts.sentences);
    for sentence in 0..comparison.articles[0].sentences.len() {
        let found =
            comparison.match_between(SentenceId::new(0, sentence), SentenceId::new(1, sentence)).unwrap();
        assert_eq!((found.relation, found.certainty), (Relation::Identical, Certainty::Certain));
    }
}

#[test]
fn one_article_alone_is_compared_with_nothing() {
    let comparison = parallax::comparison::compare(articles(&COUNCIL[..1]), Settings::default());
    assert!(comparison.matches.is_empty());
    // The headline is no sentence of the body.
    assert_eq!(comparison.counts(0).unique, 3);
}

#[test]
fn a_headline_and_its_lead_are_two_statements_of_the_same_sources() {
    let comparison = story(&[COUNCIL[0], COUNCIL[0]]);
    let own = |words| comparison.finding(find(&comparison, 0, words)).statements[0];
    assert_ne!(own("Council votes to close"), own("voted on Monday"));
}

#[test]
fn a_sentence_without_a_possible_match_is_only_here_and_names_its_best_candidate() {
    let comparison = story(&COUNCIL);
    let all = comparison.at(Settings::new(comparison.settings.certain, Score::ZERO));
    let mut tried = 0;
    for id in comparison.sentences().filter(|&id| comparison.finding(id).status == Status::Unique) {
        assert_eq!(comparison.matches_of(id).count(), 0);
        let best = all.matches_of(id).map(|found| found.score).max();
        assert_eq!(comparison.finding(id).nearest.map(|nearest| nearest.score), best);
        assert!(best < Some(comparison.settings.possible));
        tried += usize::from(best.is_some());
    }
    assert!(tried > 0);
}

#[test]
fn an_article_is_not_named_by_what_is_not_its_story() {
    let pool = format!("Sign up for our council newsletter\n\n{}", COUNCIL[0]);
    let comparison = story(&[pool.as_str(), COUNCIL[1]]);
    assert_eq!(comparison.names[0].title.as_deref(), Some("Council votes to close the swimming pool"));
    assert_eq!(comparison.names[0].label, "Council votes to close the swimming pool");
}

#[test]
fn copies_find_one_another_however_many_say_nearly_the_same() {
    const WORDS: [&str; 8] = ["harbor", "council", "bridge", "ferry", "tunnel", "market", "garden", "museum"];
    const COPIED: usize = 320;
    // The same words in another order each time, so that no word leads to the copy. Each order is printed twice.
    let ordered = |mut number: usize| {
        let mut left = WORDS.to_vec();
        let mut next = |count: usize| {
            let word = left.remove(number % count);
            number /= count;
            word
        };
        (1..=8).rev().map(&mut next).collect::<Vec<_>>().join(" and the ")
    };
    let texts: Vec<String> = (0..2 * COPIED)
        .map(|number| {
            let ordered = ordered(101 * (number % COPIED));
            format!("Report {number} of the day\n\nThe {ordered} were closed on Monday.\n")
        })
        .collect();
    let comparison = story(&texts);
    for number in 0..COPIED {
        let [one, other] = [number, number + COPIED].map(|article| find(&comparison, article, "were closed"));
        let relation = comparison.match_between(one, other).map(|found| found.relation);
        assert_eq!(relation, Some(Relation::Identical), "{}", comparison.wording(one));
    }
}

#[test]
fn of_a_story_of_equal_lines_no_more_is_kept_than_memory_has_room_for() {
    const LINES: usize = 40_000;
    let texts = ["Alpha", "Beta"].map(|title| format!("{title}\n\n{}", "Xylophones.\n\n".repeat(LINES)));
    let comparison = story(&texts);
    // Each line has a counterpart, and none has all of the 40,000.
    assert_eq!(comparison.matches.iter().map(|found| found.a).collect::<BTreeSet<_>>().len(), LINES);
    assert!(comparison.matches.len() <= 2_000_000, "{}", comparison.matches.len());
}
