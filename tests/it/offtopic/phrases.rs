//! Sentences by which a page speaks to its readers, and sentences of the story that sound like them.

use parallax::offtopic::{Kind, Topic};

use super::flagged_alone;

const STORY: [&str; 4] = [
    "The harbour board voted on Tuesday to close the old ferry terminal before the winter storms arrive.",
    "Passengers will have to take the bus across the new bridge, the board said in a statement to the press.",
    "“We are sorry for those who liked the boat,” said the chairman of the board after a long meeting.",
    "Repairs of the piers would have cost the city four million, according to a report by engineers.",
];

/// A short article with `line` as its paragraph `at`; 4 is behind the last.
fn with(line: &str, at: usize) -> String {
    let mut paragraphs = STORY.to_vec();
    paragraphs.insert(at, line);
    format!("Ferry terminal to close before winter\n\nBy Ann Miller\n\n{}\n", paragraphs.join("\n\n"))
}

fn kinds(line: &str, at: usize) -> Vec<Kind> {
    let flags = flagged_alone(&with(line, at));
    assert!(flags.iter().all(|(flagged, _)| flagged == line), "a line of the story is flagged: {flags:?}");
    flags.into_iter().map(|(_, flag)| flag.kind).collect()
}

#[test]
fn a_page_that_speaks_to_its_readers_is_no_story() {
    for (line, kind) in [
        (
            "Since you are here, we have a small favour to ask. More people read us than ever.",
            Kind::Promotion,
        ),
        (
            "Get the stories you care about delivered to your inbox. You can unsubscribe at any time.",
            Kind::Promotion,
        ),
        ("Want more from the Harbour Gazette? Sign up for our newsletter", Kind::Promotion),
        ("Subscribe to our weekly letter about the harbour and its boats.", Kind::Promotion),
        ("Email: ann.miller@gazette.example. Twitter: @annmiller.", Kind::Promotion),
        ("What do you think of the bridge? Tell us in the comments below.", Kind::Promotion),
        ("Copyright 2018 The Harbour Gazette. All rights reserved.", Kind::Notice),
        ("The-Gazette-Wire ™ & © 2018 Gazette Network, Inc. All rights reserved.", Kind::Notice),
        ("A version of this article appears in print on May 5, 2018, on Page A1.", Kind::Notice),
        (
            "Content created by the foundation is available without charge to any eligible publisher.",
            Kind::Notice,
        ),
        ("This article is more than 3 years old", Kind::Notice),
        (
            "JUST WATCHED Ferry to close Replay More Videos ... MUST WATCH Ferry to close 01:35",
            Kind::Navigation,
        ),
        ("( PHOTOS: The ferry's best years)", Kind::Teaser),
        ("Opinion: Why the ferry had to go", Kind::Teaser),
        ("More On This... Board votes to close ferry terminal", Kind::Teaser),
    ] {
        for at in [2, 4] {
            assert_eq!(kinds(line, at), [kind], "{line}");
        }
    }
}

#[test]
fn sentences_of_the_story_may_sound_like_it() {
    for line in [
        "Powered by a strong economy, the port grew by four percent.",
        "Sponsored by the mayor, the bill failed in the council.",
        "Copyright holders sued the city over its maps.",
        "By continuing to deny the report, the board lost all trust.",
        "No part of this is true, the chairman said.",
        "\"Follow the money,\" said a member of the board.",
        "\"Sign up now,\" the posters said.",
        "He said users had to agree to the terms of service before they could board.",
        "The professor, who is the author of a book on bridges, called it just.",
        "Anyone with information should write to tips@harbour.example.",
        "Photos: Ann Miller/Gazette",
        "Powered by a strong US economy, the port grew by four percent.",
        "Copyright holders sued Facebook over its maps of the harbour.",
        "The vaccine is available without charge to any resident of the city, the health department said.",
        "The agency is no longer accepting comments on the rule, which would close the terminal.",
        "He said the country could not become a member today, and perhaps never.",
        "The contract forbids nurses to speak to reporters without prior written permission of the board.",
        "The views expressed by witnesses at the hearing were split along party lines.",
        "Officers' posts are their own and do not represent the views of the department, the chief said.",
        "A message on the site now says that this video has been removed, the family said.",
        "Detectives can be reached at 555-0134 or tips@harbour.example, the sheriff said.",
        "The board found that this article is more than a list of names and old ferries.",
        "More on this is expected on Friday, when the mayor meets the board.",
        "Email sent to the account hdr22@harbour.example showed that the board knew of the storm.",
        "“The money is gone, and all rights reserved for the city are lost,” the nurse said.",
        "Related: the crew had asked for the same repair in 2022, documents show.",
        "Watch: helicopter lifts passengers from the deck",
    ] {
        for at in [2, 4] {
            assert_eq!(kinds(line, at), [], "{line}");
        }
    }
}

#[test]
fn a_paragraph_of_the_story_is_kept_whatever_is_printed_behind_it() {
    let paragraph = "The board will meet again in May, when the new bridge opens to the buses of the city and the valley.";
    for behind in [
        "All rights reserved.",
        "Tell us in the comments below.",
        "Ann Miller can be reached at a@b.example.",
    ] {
        let line = format!("{paragraph} {behind}");
        assert_eq!(kinds(&line, 2), [], "{line}");
    }
}

#[test]
fn who_the_author_is_is_told_at_the_end_of_a_page() {
    for note in [
        "Ann Miller is the paper's man of all trades on the waterfront.",
        "Carl Dow is a staff writer at the Harbour Gazette.",
        "Carl Dow is a professor of law and the author of two books.",
    ] {
        assert_eq!(kinds(note, 4), [Kind::Notice], "{note}");
        assert_eq!(kinds(note, 1), [], "{note}");
    }
    for story in [
        "Elon Dow co-founded the company in 2002 and still holds a fifth of it.",
        "Human Rights Watch reports on such cases every year.",
        "Carl Dow, who is a professor of law, declined to comment.",
        "Supreme Court Justice Ann Roe is the author of the ruling on the pier.",
    ] {
        assert_eq!(kinds(story, 4), [], "{story}");
    }
    // The paper of the author may be named after a city.
    let paper = with("New York has no such plans and closed its last ferry in 1998.", 4)
        .replace("By Ann Miller", "By Ann Miller, New York Times");
    assert!(flagged_alone(&paper).is_empty());
    // Somebody of whom the story speaks is no author.
    let expert =
        "“It was time,” said Carl Dow, a student of bridges.\n\nCarl Dow is a professor of law in the city.";
    assert!(flagged_alone(&with(expert, 4)).is_empty());
}

#[test]
fn a_link_about_the_same_affair_has_the_topic_of_the_story() {
    let politics =
        "The senate voted on Tuesday to reject the bill of governor Holt, a Democrat, after a long debate.";
    let more =
        "Governor Holt and the Republicans in the senate could not agree on the law before the election.";
    let link = "( PHOTOS: The career of Holt)";
    let flags = flagged_alone(&format!(
        "Senate rejects Holt's bill\n\n{politics}\n\n{link}\n\n{more}\n\n{politics}\n"
    ));
    let [(line, flag)] = flags.as_slice() else { panic!("{flags:?}") };
    assert_eq!((line.as_str(), flag.topic), (link, Some(Topic::Politics)));
}
