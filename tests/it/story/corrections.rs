//! What the user's corrections do to a comparison.

use parallax::article::{Article, SentenceId};
use parallax::comparison::{
    Certainty, Comparison, Correction, Corrections, Settings, Status, Verdict, Via, compare,
};
use parallax::offtopic::Kind;

use super::{articles, find, story};

const FIRST: &str = "Mayor of Port Ellery resigns

The mayor of Port Ellery resigned on Friday after a long dispute over the new harbor.

Her deputy Carl Benning will lead the city hall until the voters decide in March.

Read more: Council votes against eleven cranes that a Danish shipyard offered

Fishermen had protested against the dredging for eleven weeks.
";

const SECOND: &str = "Port Ellery loses its mayor

After a long dispute over the new harbor the mayor of Port Ellery resigned on Friday.

Until the voters decide in March her deputy Carl Benning will lead the city hall.

Yesterday the council votes against eleven cranes that a Danish shipyard offered.
";

/// The corrections that say one thing of the block with some words.
fn correction(comparison: &Comparison, article: usize, words: &str, said: Correction) -> Corrections {
    let sentence = find(comparison, article, words).sentence;
    let mut corrections = Corrections::default();
    let article = &comparison.articles[article];
    corrections.set(article, article.sentences[sentence].block, said);
    corrections
}

fn same(a: &Comparison, b: &Comparison) -> bool {
    a.matches == b.matches
        && a.statements == b.statements
        && a.findings == b.findings
        && a.flags == b.flags
        && a.corrections == b.corrections
}

#[test]
fn what_the_user_calls_the_story_takes_part_in_matching() {
    let found = story(&[FIRST, SECOND]);
    let (line, other) = (find(&found, 0, "Read more"), find(&found, 1, "votes against"));
    assert_eq!(found.finding(line).status, Status::OffTopic);
    assert_ne!(found.finding(other).status, Status::Shared);
    let corrected = found.corrected(correction(&found, 0, "Read more", Correction::Story));
    assert_eq!(corrected.finding(line).status, Status::Shared);
    assert!(corrected.match_between(line, other).is_some());
    assert_eq!(corrected.counts(0).off_topic_blocks, 0);
}

#[test]
fn what_the_user_calls_off_topic_takes_no_part() {
    let found = story(&[FIRST, SECOND]);
    let (line, other) = (find(&found, 0, "Carl Benning"), find(&found, 1, "Carl Benning"));
    assert_eq!(found.finding(line).status, Status::Shared);
    let corrected = found.corrected(correction(&found, 0, "Carl Benning", Correction::OffTopic));
    assert_eq!(corrected.finding(line).status, Status::OffTopic);
    assert_ne!(corrected.finding(other).status, Status::Shared);
    let block = corrected.articles[0].sentences[line.sentence].block;
    let flag = corrected.flag(0, block).unwrap();
    assert_eq!((flag.kind, flag.reasons.as_slice()), (Kind::Manual, ["you said so".to_owned()].as_slice()));
    // Its words no longer count for those that are left.
    let scores = |comparison: &Comparison| -> Vec<_> {
        let resigned = find(comparison, 0, "resigned");
        comparison.matches_of(resigned).map(|found| found.score).collect()
    };
    assert_ne!(scores(&found), scores(&corrected));
}

#[test]
fn a_correction_that_is_taken_back_leaves_nothing_behind() {
    let found = story(&[FIRST, SECOND]);
    let corrections = correction(&found, 0, "Carl Benning", Correction::OffTopic);
    let corrected = found.corrected(corrections.clone());
    assert!(!same(&found, &corrected));
    assert!(same(&found, &corrected.corrected(Corrections::default())));
    // However it came about.
    assert!(same(&corrected, &found.flagged(corrections.clone()).corrected(corrections)));
    assert!(same(&found, &found.corrected(Corrections::default())));
}

#[test]
fn flags_are_corrected_before_the_matches_are() {
    let found = story(&[FIRST, SECOND]);
    for (words, verdict) in [("Carl Benning", Correction::OffTopic), ("Read more", Correction::Story)] {
        let corrections = correction(&found, 0, words, verdict);
        let (flagged, corrected) = (found.flagged(corrections.clone()), found.corrected(corrections));
        assert_eq!(flagged.flags, corrected.flags);
        let line = find(&found, 0, words);
        assert_eq!(
            flagged.finding(line).status == Status::OffTopic,
            corrected.finding(line).status == Status::OffTopic
        );
    }
}

#[test]
fn corrections_name_articles_by_content_and_pass_over_what_is_not_there() {
    let found = story(&[FIRST, SECOND]);
    let mut corrections = correction(&found, 0, "Carl Benning", Correction::OffTopic);
    corrections.set(&super::articles(&["Another story altogether."])[0], 0, Correction::OffTopic);
    corrections.set(&found.articles[0], 4_000, Correction::OffTopic);
    let turned = story(&[SECOND, FIRST]).corrected(corrections.clone());
    assert_eq!(turned.finding(find(&turned, 1, "Carl Benning")).status, Status::OffTopic);
    assert_ne!(turned.finding(find(&turned, 0, "Carl Benning")).status, Status::Shared);
    assert_eq!(turned.corrections.as_ref(), &corrections, "kept, should the text come back");
}

#[test]
fn all_of_an_article_can_be_called_off_topic() {
    let found = story(&[FIRST, SECOND]);
    let mut corrections = Corrections::default();
    for block in 0..found.articles[0].blocks.len() {
        corrections.set(&found.articles[0], block, Correction::OffTopic);
    }
    let corrected = found.corrected(corrections);
    assert!(corrected.matches.is_empty());
    assert!(corrected.findings[0].iter().all(|finding| finding.status == Status::OffTopic));
}

#[test]
fn an_article_is_not_named_by_a_headline_that_the_user_takes_out() {
    let found = story(&[FIRST, SECOND]);
    let title = "Mayor of Port Ellery resigns";
    assert_eq!(found.names[0].title.as_deref(), Some(title));
    let corrections = correction(&found, 0, title, Correction::OffTopic);
    for corrected in [found.corrected(corrections.clone()), found.flagged(corrections)] {
        assert_eq!(corrected.names[0].title, None);
        assert_eq!(corrected.names[0].label, found.articles[0].location);
        assert_eq!(corrected.corrected(Corrections::default()).names, found.names);
    }
}

#[test]
fn no_text_is_copied_to_compare_it_or_to_correct_it() {
    let texts = |articles: &[Article]| -> Vec<*const u8> {
        articles.iter().map(|article| article.text.as_ptr()).collect()
    };
    // The order of their content is another one.
    let read = articles(&[SECOND, FIRST, SECOND]);
    let before = texts(&read);
    let found = compare(read, Settings::default());
    assert_eq!(texts(&found.articles), before);
    let correction = correction(&found, 0, "Carl Benning", Correction::OffTopic);
    for corrected in
        [found.flagged(correction.clone()), found.corrected(correction), found.at(found.settings)]
    {
        assert_eq!(texts(&corrected.articles), before);
    }
}

const THIRD: &str = "Eleven cranes stay away

Until the voters decide in March her deputy Carl Benning will lead the city hall.

The harbor of Port Ellery has no cranes since the great storm.
";

/// What is said of two sentences, found by some of their words.
fn verdict(
    comparison: &Comparison,
    (a, words): (usize, &str),
    (b, others): (usize, &str),
    verdict: Verdict,
) -> Corrections {
    let (a, b) = (find(comparison, a, words), find(comparison, b, others));
    let mut corrections = Corrections::default();
    let of = |id: SentenceId| (&comparison.articles[id.article], id.sentence);
    corrections.judge(of(a), of(b), Some(verdict));
    corrections
}

#[test]
fn what_the_user_calls_the_same_is_the_same_though_it_has_no_word_in_common() {
    let found = story(&[FIRST, THIRD]);
    let (a, b) = (find(&found, 0, "Fishermen"), find(&found, 1, "great storm"));
    assert!(found.match_between(a, b).is_none());
    let said = verdict(&found, (0, "Fishermen"), (1, "great storm"), Verdict::Same);
    for corrected in [found.corrected(said.clone()), found.flagged(said)] {
        let pair = corrected.match_between(a, b).unwrap();
        assert_eq!((pair.certainty, pair.via), (Certainty::Certain, Via::Correction));
        assert_eq!(corrected.finding(a).status, Status::Shared);
        assert!(corrected.statements.iter().any(|statement| statement.sentences == [a, b]));
    }
}

#[test]
fn what_the_user_tells_apart_never_stands_in_one_statement() {
    let found = story(&[FIRST, SECOND, THIRD]);
    let ids = [0, 1, 2].map(|article| find(&found, article, "Carl Benning"));
    assert!(found.statements.iter().any(|statement| statement.sentences == ids));
    let said = verdict(&found, (0, "Carl Benning"), (1, "Carl Benning"), Verdict::Different);
    let apart = found.corrected(said);
    assert!(apart.match_between(ids[0], ids[1]).is_none());
    assert!(apart.match_between(ids[1], ids[2]).is_some());
    let both = |statement: &parallax::Statement| {
        statement.sentences.contains(&ids[0]) && statement.sentences.contains(&ids[1])
    };
    assert!(!apart.statements.iter().any(both), "{:?}", apart.statements);
    // Each of them is still in a statement: with the third.
    assert!(ids.iter().all(|&id| !apart.finding(id).statements.is_empty()));
}

#[test]
fn there_is_no_disagreement_where_the_user_says_so() {
    let other = format!("{SECOND}\nFishermen had protested against the dredging for seven weeks.\n");
    let found = story(&[FIRST, &other]);
    let ids = [0, 1].map(|article| find(&found, article, "dredging"));
    assert_eq!(found.finding(ids[0]).status, Status::Disputed);
    let said = verdict(&found, (0, "dredging"), (1, "dredging"), Verdict::NoDisagreement);
    let agreed = found.corrected(said);
    assert_eq!(ids.map(|id| agreed.finding(id).status), [Status::Shared; 2]);
}

#[test]
fn a_sentence_can_be_set_aside_alone() {
    let first = FIRST.replace("in March.\n", "in March. Carl Benning likes herring with onions and cream.\n");
    let found = story(&[&first, SECOND]);
    let herring = find(&found, 0, "herring");
    assert_eq!(found.finding(herring).status, Status::Unique);
    let mut corrections = Corrections::default();
    corrections.set_aside(&found.articles[0], herring.sentence, true);
    let corrected = found.corrected(corrections.clone());
    assert_eq!(corrected.finding(herring).status, Status::OffTopic);
    assert!(corrected.is_aside(herring) && !corrected.takes_part(herring));
    assert_eq!(corrected.finding(find(&found, 0, "will lead")).status, Status::Shared);
    corrections.set_aside(&found.articles[0], herring.sentence, false);
    assert!(corrections.is_empty());
}
