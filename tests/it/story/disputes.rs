//! Where sources differ: sides, statuses, and what reports say of them.

use parallax::comparison::{Comparison, DisagreementKind, Status};
use parallax::digest::{Side, disputes};
use parallax::export::{self, Format, Scope};

use super::{find, story};

pub(crate) const FERRY: [&str; 4] = [
    "Ferry runs aground near Lorne\n\n\
     The ferry carried 112 passengers when it ran aground near Lorne harbor.\n\n\
     Captain Iris Falk said the rudder had failed shortly before the accident.\n",
    "Lorne: ferry stuck on sandbank\n\n\
     The ferry carried 140 passengers when it ran aground near Lorne harbor.\n\n\
     A tug from the mainland is expected to arrive tomorrow morning.\n",
    "Passengers wait on stranded ferry\n\n\
     The ferry carried 140 passengers when it ran aground near Lorne harbor.\n\n\
     Hotels in the town opened their kitchens for the stranded travelers.\n",
    "Calm after the ferry accident\n\n\
     Captain Iris Falk said the rudder had not failed shortly before the accident.\n\n\
     Insurers have sent two experts to the island to look at the hull.\n",
];

fn words(comparison: &Comparison, side: &Side) -> String {
    let text = &comparison.articles[side.sentence.article].text;
    side.words.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
}

#[test]
fn those_who_tell_it_alike_are_one_side() {
    let comparison = story(&FERRY);
    let found = disputes(&comparison);
    assert_eq!(found.len(), 2, "{found:?}");
    let [passengers, rudder] = &found[..] else { unreachable!() };
    assert_eq!(passengers.kinds.iter().copied().collect::<Vec<_>>(), [DisagreementKind::Number]);
    let sides: Vec<(String, Vec<usize>)> = passengers
        .sides
        .iter()
        .map(|side| (words(&comparison, side), side.articles.iter().copied().collect()))
        .collect();
    assert_eq!(sides, [("112".to_owned(), vec![0]), ("140".to_owned(), vec![1, 2])]);
    assert_eq!(rudder.kinds.iter().copied().collect::<Vec<_>>(), [DisagreementKind::Negation]);
    assert_eq!(rudder.sides.len(), 2);
}

#[test]
fn what_is_told_differently_is_not_shared() {
    let comparison = story(&FERRY);
    for (article, part) in [
        (0, "112 passengers"),
        (1, "140 passengers"),
        (2, "140 passengers"),
        (0, "had failed"),
        (3, "not failed"),
    ] {
        assert_eq!(comparison.finding(find(&comparison, article, part)).status, Status::Disputed, "{part}");
    }
    assert_eq!(comparison.counts(0).disputed, 2);
    // The headline is the third of its sentences.
    assert!(comparison.counts(0).shared <= 1);
}

#[test]
fn reports_tell_who_says_which_before_anything_else() {
    let comparison = story(&FERRY);
    let report = |scope: &Scope, format| {
        let mut out = Vec::new();
        export::write(&mut out, &comparison, &[], scope, format).unwrap();
        String::from_utf8(out).unwrap()
    };
    let text = report(&Scope::Everything, Format::Text);
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part} is missing in\n{text}"));
    assert!(at("Where sources differ") < at("Only in B"));
    at("ABC  ≠ number: 112 (A) / 140 (BC)");
    at("2 told differently");
    let behind = text.split("Said by more than one source\n").nth(1).unwrap_or_default();
    let agreed = behind.split("\n\n").next().unwrap_or_default();
    assert!(!agreed.contains("passengers when") && !agreed.contains("rudder"), "{agreed}");

    let markdown = report(&Scope::Only(Status::Disputed), Format::Markdown);
    for part in [
        "- **ABC** ≠ *number:* 112 (A) / 140 (BC)",
        "  - **A** The ferry carried **112** passengers when",
        "  - **BC** The ferry carried **140** passengers when",
    ] {
        assert!(markdown.contains(part), "{part} is missing in\n{markdown}");
    }
    assert!(!markdown.contains("Only in"), "{markdown}");
}
