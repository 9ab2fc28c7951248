//! How two sentences relate, in two short articles about one event.

use parallax::comparison::{Certainty, Relation};

use super::{find, matched, story};

const FERRY: &str = "Harbor ferry runs aground near Port Ellery\n\n\
    A ferry carrying 140 passengers ran aground near Port Ellery on Tuesday morning, the U.S. Coast Guard said.\n\n\
    \"We heard a terrible scraping noise and then everything stopped,\" said Maria Lopez, a nurse from Dunmore.\n\n\
    The vessel had left the northern terminal twenty minutes earlier in thick fog.\n\n\
    Divers found a gash of two metres in the hull, but no fuel has leaked into the bay so far.\n\n\
    The National Transport Safety Board will investigate the grounding.\n";

fn relation(text: &str, a: &str, b: &str) -> (Relation, Certainty) {
    let comparison = story(&[FERRY, text]);
    let found = matched(&comparison, a, b);
    let found = found.unwrap_or_else(|| panic!("no match: {:?}", comparison.matches));
    (found.relation, found.certainty)
}

#[test]
fn quotes_case_and_spelling_variants_do_not_count() {
    let other = "Ferry accident\n\n\
        A ferry carrying 140 passengers ran aground near Port Ellery on Tuesday morning, the US coast guard said.\n\n\
        Trains are running on time.\n";
    assert_eq!(relation(other, "carrying", "carrying"), (Relation::Identical, Certainty::Certain));
}

#[test]
fn titles_that_a_machine_dropped_into_a_sentence_do_not_count() {
    let other = "Ferry accident\n\n\
        \"We heard a terrible scraping noise and then everything stopped,\" said Maria Lopez Maria Ana LopezNurses \
        vote on strike Is the fleet too old? Lopez to run for mayor MORE, a nurse from Dunmore.\n\n\
        Trains are running on time.\n";
    assert_eq!(relation(other, "scraping", "scraping"), (Relation::Identical, Certainty::Certain));
}

#[test]
fn a_lightly_reworded_sentence_is_edited() {
    let other = "Ferry accident\n\n\
        The ship had departed from the northern terminal some twenty minutes earlier, in thick fog.\n\n\
        Trains are running on time.\n";
    assert_eq!(
        relation(other, "northern terminal", "northern terminal"),
        (Relation::Edited, Certainty::Certain)
    );
}

#[test]
fn a_copied_clause_in_a_longer_sentence_is_partial() {
    let other = "Ferry accident\n\n\
        Environmental groups, who have warned of an accident for years and asked for a speed limit in vain, were \
        relieved to hear that no fuel has leaked into the bay so far, though they want the wreck towed within days.\n\n\
        Trains are running on time.\n";
    let comparison = story(&[FERRY, other]);
    let found = matched(&comparison, "Divers", "Environmental").unwrap();
    assert_eq!(found.relation, Relation::Partial);
    let run = found.runs.iter().max_by_key(|run| run.a.len()).unwrap();
    assert_eq!(run.a.of(&comparison.articles[0].text), "no fuel has leaked into the bay so far");
    assert_eq!(run.b.of(&comparison.articles[1].text), "no fuel has leaked into the bay so far");
}

#[test]
fn a_quotation_in_another_frame_is_the_same_quote() {
    let other = "Ferry accident\n\n\
        Passengers were shaken: \u{201c}We heard a terrible scraping noise and then everything stopped,\u{201d} one of \
        them, who works at the hospital, told a radio station later.\n\n\
        Trains are running on time.\n";
    assert_eq!(relation(other, "scraping", "scraping"), (Relation::SameQuote, Certainty::Certain));
}

/// Whether a ferry line's apology in full and another source's sentence are certainly the same.
fn quotes_the_apology(sentence: &str, words: &str) -> bool {
    let whole = "Ferry stuck\n\n\
        \"Warnings were ignored for weeks, and neither the crew nor the harbour pilots are to blame for any of it,\" \
        the ferry line said on Sunday in a letter to its customers.\n\n\
        Trains are running on time.\n";
    let other = format!("Harbour in the news\n\n{sentence}\n\nTickets get cheaper for pupils.\n");
    let comparison = story(&[whole, &other]);
    let found = matched(&comparison, "neither the crew", words);
    found.is_some_and(|found| found.certainty == Certainty::Certain && found.relation.is_reuse())
}

#[test]
fn a_short_quotation_out_of_a_longer_one_is_the_same_quote() {
    assert!(quotes_the_apology("Ferry line admits: 'Warnings were ignored'", "admits"));
    // Without the marks, or with other words inside them, it is no quotation of this one.
    assert!(!quotes_the_apology("The line admits that warnings were ignored before.", "admits"));
    assert!(!quotes_the_apology("Ferry line admits: 'Warnings were too late'", "admits"));
    // Three words of a sentence that says something else.
    let other = "In Stockholm a new museum of art, which opens in May, shows pictures of a storm in which all \
        'warnings were ignored' by three sailors.";
    assert!(!quotes_the_apology(other, "museum"));
}

#[test]
fn another_wording_is_a_paraphrase() {
    let other = "Ferry accident\n\n\
        According to the Coast Guard, the boat with its 140 passengers hit ground on Tuesday morning near Port Ellery.\n\n\
        Trains are running on time.\n";
    assert_eq!(
        relation(other, "A ferry carrying", "According to"),
        (Relation::Paraphrase, Certainty::Certain)
    );
}

#[test]
fn a_name_and_its_acronym_are_one() {
    let first = "Agency fined\n\n\
        The Federal Harbor Safety Agency, or FHSA, fined the operator.\n\n\
        Inspectors of the Federal Harbor Safety Agency boarded the ferry at noon.\n";
    let second = "Operator must pay\n\n\
        Inspectors of the FHSA boarded the ferry at noon.\n\n\
        Shares fell.\n";
    let comparison = story(&[first, second]);
    let found = matched(&comparison, "Inspectors", "Inspectors").unwrap();
    assert_eq!(found.relation, Relation::Identical);
}

#[test]
fn sentences_without_words_in_common_do_not_match() {
    let other = "New timetable for trains\n\n\
        Railway officials presented a new timetable for winter.\n\n\
        Tickets get cheaper for pupils.\n";
    let comparison = story(&[FERRY, other]);
    assert!(comparison.matches.is_empty(), "{:#?}", comparison.matches);
}

#[test]
fn who_speaks_is_not_what_is_said() {
    let other = "Ferry accident\n\n\
        \"I will never set foot on that boat again,\" said Maria Lopez, a nurse from Dunmore.\n\n\
        Trains are running on time.\n";
    let comparison = story(&[FERRY, other]);
    // Speaker and frame make them candidates, and no more.
    let found = matched(&comparison, "scraping noise", "never set foot").map(|found| found.certainty);
    assert_eq!(found, Some(Certainty::Possible));
}

#[test]
fn in_short_articles_a_name_at_the_top_is_no_match() {
    let comparison = story(&[
        "Barn burns down in Alsfeld\n\nA fire destroyed the Weber barn near Alsfeld on Sunday night.\n\n\
         The farmer's son saw the flames at nine.\n",
        "Alsfeld: farmer in tears\n\nA fire destroyed the Weber barn near Alsfeld on Sunday night.\n\n\
         Neighbours brought hay and a trailer.\n",
        "Neighbours collect hay for Alsfeld\n\nThe bells of Alsfeld were silent at noon.\n\nThey weigh two tons.\n",
    ]);
    let certain = |a: (usize, &str), b: (usize, &str)| {
        let found = comparison.match_between(find(&comparison, a.0, a.1), find(&comparison, b.0, b.1));
        found.is_some_and(|found| found.certainty == Certainty::Certain)
    };
    assert!(certain((0, "A fire"), (1, "A fire")));
    assert!(!certain((0, "burns down"), (1, "in tears")));
    assert!(!certain((1, "in tears"), (2, "collect hay")));
    assert!(!certain((0, "burns down"), (2, "collect hay")));
}
