//! Sentences that share their wording but not the facts, and sentences that share the facts in another spelling.

use parallax::article::Span;
use parallax::comparison::{Certainty, DisagreementKind, Relation};

use super::{matched, story};

/// In what, and in which words of either, two sentences disagree.
type Said = (DisagreementKind, String, String);

/// What two sentences disagree in, with the words on both sides, and how sure it is that they say the same
/// otherwise; each beside a sentence that has nothing to do with it.
fn disagreements(a: &str, b: &str) -> Option<(Certainty, Vec<Said>)> {
    let first =
        format!("Storm tears roofs from houses\n\n{a}\n\nThe northern coast was hit on Sunday night.\n");
    let second =
        format!("Council debates new timetable\n\n{b}\n\nRailway officials promised cheaper tickets.\n");
    let comparison = story(&[first, second]);
    matched(&comparison, a, b).map(|found| {
        let words = |article: usize, span: Span| span.of(&comparison.articles[article].text).to_owned();
        let said = found.disagreements.iter();
        (found.certainty, said.map(|said| (said.kind, words(0, said.a), words(1, said.b))).collect())
    })
}

#[test]
fn sentences_that_share_their_wording_say_in_what_they_differ() {
    for (kind, a, b, mine, theirs) in [
        (
            DisagreementKind::Number,
            "Police said 12 people died in the fire at the mill.",
            "Police said three people died in the fire at the mill.",
            "12",
            "three",
        ),
        (
            DisagreementKind::Name,
            "An attack in Kabul killed 12 people on Tuesday.",
            "An attack in Lahore killed 12 people on Tuesday.",
            "Kabul",
            "Lahore",
        ),
        (
            DisagreementKind::Negation,
            "Senator Jane Roe said she will vote for the harbor bill.",
            "Senator Jane Roe said she will not vote for the harbor bill.",
            "vote",
            "not vote",
        ),
        (
            DisagreementKind::Opposite,
            "Acme reported a profit of $3 million for the quarter.",
            "Acme reported a loss of $3 million for the quarter.",
            "profit",
            "loss",
        ),
    ] {
        let said = vec![(kind, mine.to_owned(), theirs.to_owned())];
        assert_eq!(disagreements(a, b), Some((Certainty::Certain, said)), "{a} / {b}");
    }
}

#[test]
fn one_fact_in_another_spelling_is_the_same() {
    for (a, b) in [
        (
            "After her talk she told the AP that no official knew about the practice.",
            "After her talk she told The Associated Press that no official knew about the practice.",
        ),
        (
            "Police said 12 people died in the fire at the old mill.",
            "Police said twelve people died in the fire at the old mill.",
        ),
        (
            "He called it a beautiful, patriotic paper weight for his desk.",
            "He called it a beautiful, patriotic paperweight for his desk.",
        ),
    ] {
        assert_eq!(disagreements(a, b), Some((Certainty::Certain, Vec::new())), "{a} / {b}");
    }
}

#[test]
fn an_agency_and_its_acronym_are_one_even_where_a_stem_would_cut_it() {
    let first = "Tax office under fire\n\nCarney said the IRS is an independent agency with two appointees.\n\n\
        Inspectors of the Internal Revenue Service came at noon.\n";
    let second = "Tax officials face questions\n\n\
        Carney said the Internal Revenue Service is an independent agency with two appointees.\n\nShares fell.\n";
    let comparison = story(&[first, second]);
    let found = matched(&comparison, "Carney", "Carney").map(|found| found.relation);
    assert_eq!(found, Some(Relation::Identical));
}

#[test]
fn the_same_quotation_counts_in_any_frame() {
    let first = "Anchor caught on tape\n\nShe said the video showed her in \u{201c}a private moment of frustration\u{201d} \
        last summer, according to a statement that her network sent to reporters.\n\nThe network said more would follow.\n";
    let second = "Network under fire\n\n\u{201c}As the story unfolded I was caught in a private moment of frustration,\u{201d} \
        the anchor wrote on Tuesday.\n\nOthers were not so kind.\n";
    let comparison = story(&[first, second]);
    let found = matched(&comparison, "the video showed", "As the story")
        .map(|found| (found.relation, found.certainty));
    assert_eq!(found, Some((Relation::SameQuote, Certainty::Certain)));
}

#[test]
fn posts_of_one_writer_are_not_the_same_for_their_signature() {
    let signature = "\u{2014} Jane Roe (@SenJaneRoe) March 23, 2018";
    let a = format!("Totally irresponsible. {signature}");
    let b = format!("Would have been tied to the desperately needed wall. {signature}");
    let first = format!("Spending bill signed\n\nThe president signed the bill at noon.\n\n{a}\n");
    let second = format!("Veto threat ends\n\nA veto had loomed over the bill since dawn.\n\n{b}\n");
    let comparison = story(&[first, second]);
    assert!(matched(&comparison, "irresponsible", "desperately").is_none());
}
