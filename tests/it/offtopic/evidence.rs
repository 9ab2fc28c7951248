//! One article alone: form, place and phrases.

use parallax::offtopic::Kind;

use super::flagged_alone;

const OPENING: &str =
    "The harbour board voted on Tuesday to close the old ferry terminal before the winter storms arrive.";
const MIDDLE: &str =
    "Passengers will have to take the bus across the new bridge, the board said in a statement to the press.";
const END: &str =
    "“We are sorry for those who liked the boat,” said the chairman of the board after a long meeting.";

/// A short article with `line` between two of its paragraphs.
fn inside(line: &str) -> String {
    format!("Ferry terminal to close before winter\n\n{OPENING}\n\n{MIDDLE}\n\n{line}\n\n{END}\n")
}

/// The same with `line` at its end.
fn behind(line: &str) -> String {
    format!("Ferry terminal to close before winter\n\n{OPENING}\n\n{MIDDLE}\n\n{END}\n\n{line}\n")
}

fn kind_of(text: &str, line: &str) -> Option<Kind> {
    let flags = flagged_alone(text);
    assert!(flags.iter().all(|(flagged, _)| flagged == line), "a line of the story is flagged: {flags:?}");
    flags.first().map(|(_, flag)| flag.kind)
}

#[test]
fn phrases_of_newspapers_are_flagged_between_paragraphs() {
    for (line, kind) in [
        ("More news: Bakers fear a bad year for plums", Kind::Teaser),
        ("RELATED: Ten bridges that nobody wanted", Kind::Teaser),
        ("Story Continued Below", Kind::Navigation),
        ("ADVERTISEMENT", Kind::Promotion),
        ("Sign up for our morning newsletter", Kind::Promotion),
        ("Follow Ann Miller on Twitter", Kind::Promotion),
        ("Bakers fear a bad year for plums Read more", Kind::Teaser),
        ("Lesen Sie auch: Bäcker fürchten um die Pflaumen", Kind::Teaser),
        ("Lire aussi : Les boulangers craignent pour les prunes", Kind::Teaser),
        ("Lea también: Los panaderos temen por las ciruelas", Kind::Teaser),
        ("Leggi anche: I fornai temono per le prugne", Kind::Teaser),
        ("Leia também: Padeiros temem pelas ameixas", Kind::Teaser),
        ("Lees ook: Bakkers vrezen voor de pruimen", Kind::Teaser),
        ("Publicidade", Kind::Promotion),
        ("Media playback is unsupported on your device", Kind::Navigation),
        ("Now Playing", Kind::Navigation),
        ("Enlarge this image", Kind::Navigation),
        ("View on Instagram", Kind::Navigation),
        ("This article is closed for comments", Kind::Navigation),
        ("More from The Harbour Gazette", Kind::Navigation),
        ("Die Kommentare sind geschlossen", Kind::Navigation),
        ("Partner content", Kind::Promotion),
        ("Contenido patrocinado", Kind::Promotion),
        ("Contact the reporter at miller@gazette.example", Kind::Promotion),
    ] {
        assert_eq!(kind_of(&inside(line), line), Some(kind), "{line}");
    }
}

#[test]
fn phrases_of_newspapers_are_flagged_behind_the_last_paragraph() {
    for (line, kind) in [
        ("Latest News", Kind::Navigation),
        ("read more:", Kind::Navigation),
        ("Powered by Harbour Systems", Kind::Notice),
        ("Copyright 2024 The Harbour Gazette. All rights reserved.", Kind::Notice),
        ("Alle Rechte vorbehalten", Kind::Notice),
        ("Want the best of the Gazette in your inbox? Sign up here.", Kind::Promotion),
    ] {
        assert_eq!(kind_of(&behind(line), line), Some(kind), "{line}");
    }
}

#[test]
fn parts_of_the_story_are_kept() {
    for line in [
        "An end of an era",
        "WINTER STORMS",
        "“It was time,” he said.",
        "He promised more: a second bridge.",
        "Readers can sign up for the hearing at the town hall until Friday, the board said on its website.",
        "What happens next",
        "Here is the statement of the board:",
        "The Associated Press contributed to this report.",
        "Correction: An earlier version of this article misspelled the name of the chairman.",
        "More from him is expected on Friday.",
        "Watch out for ice.",
    ] {
        assert_eq!(kind_of(&inside(line), line), None, "{line}");
    }
    for line in ["Tom Weaver contributed to this report.", "(Reporting by Ann Miller; Editing by Tom Weaver)"]
    {
        assert_eq!(kind_of(&behind(line), line), None, "{line}");
    }
}

#[test]
fn a_paragraph_is_not_flagged_for_a_link_glued_to_its_end() {
    let line = "The bridge was opened in May by the mayor, who called it the best that the town ever built. Read more";
    assert_eq!(kind_of(&inside(line), line), None);
}

#[test]
fn a_short_paragraph_is_not_flagged_for_what_is_glued_to_it() {
    for line in [
        "The bus will leave every ten minutes. (RELATED: Bakers Fear A Bad Year For Plums)",
        "The bus will leave every ten minutes. READ MORE",
        "ADVERTISEMENT The bus will leave every ten minutes from the new bridge.",
    ] {
        assert_eq!(kind_of(&inside(line), line), None, "{line}");
        assert_eq!(kind_of(&behind(line), line), None, "{line}");
    }
}

#[test]
fn titles_in_capitals_between_paragraphs_are_links() {
    let line = "MAYOR ASKED TO EXPLAIN MISSING PLUMS AT ANNUAL BAKERS' BALL";
    assert_eq!(kind_of(&inside(line), line), Some(Kind::Teaser));
}

#[test]
fn lines_under_a_heading_of_links_are_links() {
    let text =
        behind("You may also like\n\nBakers fear a bad year for plums\n\nTen bridges that nobody wanted");
    let flags = flagged_alone(&text);
    let kinds: Vec<_> = flags.iter().map(|(line, flag)| (line.as_str(), flag.kind)).collect();
    assert_eq!(
        kinds,
        [
            ("You may also like", Kind::Navigation),
            ("Bakers fear a bad year for plums", Kind::Teaser),
            ("Ten bridges that nobody wanted", Kind::Teaser),
        ]
    );
}

#[test]
fn a_page_pasted_whole_is_cut_to_its_story() {
    let menu = "Home\nNews\nSports\nWeather\nObituaries\nClassifieds\nContact us\nSubscribe";
    let foot = "Most popular\nBakers fear a bad year for plums\nTen bridges that nobody wanted\nAbout us\nPrivacy policy\n\
                Home | News | Sports | Weather\n© 2024 The Harbour Gazette";
    let story = format!("Ferry terminal to close before winter\nBy Ann Miller\n{OPENING}\n{MIDDLE}\n{END}");
    let flags = flagged_alone(&format!("{menu}\n{story}\n{foot}\n"));
    let lines: Vec<&str> = flags.iter().map(|(line, _)| line.as_str()).collect();
    let expected: Vec<&str> = menu.lines().chain(foot.lines()).map(str::trim).collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_headline_stays_with_its_author_and_date_however_far_above_the_text() {
    let menu = "Home\nNews\nSports\nWeather\nObituaries\nClassifieds\nContact us\nSubscribe";
    let tools = "Print\nEmail\nShare\nText size\nSmall\nLarge";
    let head = "A farewell to the ferry with brass band and tears\nBy Ann Miller\nTuesday, 9 January 2024";
    let page = format!("{menu}\n{head}\n{tools}\n{OPENING}\n{MIDDLE}\n{END}\n");
    let flags = flagged_alone(&page);
    for line in head.lines() {
        assert!(flags.iter().all(|(flagged, _)| flagged != line), "{line}: {flags:#?}");
    }
    for line in menu.lines() {
        assert!(flags.iter().any(|(flagged, _)| flagged == line), "{line}: {flags:#?}");
    }
}

#[test]
fn a_list_before_the_article_ends_at_its_headline() {
    let before = "A planet made of ice was seen by the telescope in the desert, and it circles a dim star in eleven days.\n\
                  The striker was sent off after the whistle of the referee, and fans left the stadium in silence at night.";
    let list = [
        "Goalkeeper breaks leg in cup final",
        "Singer cancels summer tour again",
        "Astronomers find a planet",
    ];
    let list: String = list.iter().map(|title| format!("{title}\n{title}\n")).collect();
    let story =
        format!("Ferry terminal to close before winter\nAnn Miller\n{OPENING}\n{MIDDLE}\n{END}\n{OPENING}");
    let flags = flagged_alone(&format!("Home\nNews\nSports\nWeather\nContact us\n{before}\n{list}{story}\n"));
    for line in story.lines() {
        assert!(flags.iter().all(|(flagged, _)| flagged != line), "{line}: {flags:#?}");
    }
}

#[test]
fn a_list_of_headlines_printed_twice_is_a_sidebar() {
    let item = |title: &str, summary: &str| format!("{title}\n\n{title}\n\n{summary}\n\n");
    let list = [
        item(
            "Goalkeeper breaks leg in cup final",
            "The striker was sent off after the whistle. Fans left the stadium in silence.",
        ),
        item(
            "Singer cancels summer tour",
            "Tickets for all concerts will be refunded within a month. Her new album is late as well.",
        ),
        item(
            "Astronomers find a planet of ice",
            "The telescope in the desert saw it twice. It circles a dim star in eleven days.",
        ),
    ]
    .concat();
    let flags = flagged_alone(&behind(&list));
    assert_eq!(flags.len(), 9, "{flags:#?}");
    assert!(flags.iter().all(|(_, flag)| flag.kind == Kind::Sidebar));
}

#[test]
fn crossheads_with_their_paragraphs_are_no_sidebar() {
    let section = |title: &str, text: &str| format!("{title}\n\n{text}\n\n");
    let text = [
        section("What the ferry board decided on Tuesday", "The board will close the ferry terminal, and the bus will take the passengers across the bridge."),
        section("Why the old ferry terminal is closing", "The storms of last winter broke the piers, and the board found no money to repair the terminal."),
        section("How passengers will cross the harbour", "The bus will leave every ten minutes, and the board wants to sell tickets for bus and train."),
    ]
    .concat();
    assert_eq!(flagged_alone(&behind(&text)), []);
}

#[test]
fn reasons_quote_the_phrase_as_it_is_printed() {
    let flags = flagged_alone(&inside("More News: Bakers fear a bad year for plums"));
    assert_eq!(flags[0].1.reasons[0], "begins with “More News:”, as links to other articles do");
}

#[test]
fn languages_without_a_lexicon_are_left_alone() {
    for text in [
        "東京で大規模な停電が発生\n\n東京電力によると、十五日午前九時ごろ、都内の広い範囲で停電が発生し、約二十万世帯に影響が出た。\n\n\
         原因は変電所の設備の故障とみられ、同社は復旧作業を進めている。\n\n通勤客に影響が出た。\n",
        "Hallitus esitti uuden budjetin\n\nHallitus esitti torstaina uuden budjetin, jossa koulutukseen varataan sata \
         miljoonaa euroa lisää kuin viime vuonna.\n\nOppositio arvosteli esitystä ja vaati hallitukselta selvitystä siitä, \
         miten velkaantuminen saadaan loppumaan ennen vaaleja.\n",
    ] {
        assert_eq!(flagged_alone(text), []);
    }
}

#[test]
fn a_list_that_the_article_announces_is_the_story() {
    for text in [
        behind(
            "The coastguard named the dead as:\n\n• Alan Reese, 54, a lorry driver\n\n• Joan Pettifer, 71\n\n• Kwame Asare",
        ),
        behind(
            "What to do:\n\nCall for a refund\n\nTake the Bus Across the Bridge\n\nKeep Your Ticket for June",
        ),
    ] {
        assert!(flagged_alone(&text).is_empty(), "{:?}", flagged_alone(&text));
    }
}

#[test]
fn the_story_goes_on_beyond_a_box_of_buttons() {
    let share = "Share\n\nFacebook\n\nWhatsApp\n\nCopy link\n\nComments (47)\n\nMost read\n\nHeatwave to last until Friday\n\n\
                 Rovers sign Osei on a deal for two years\n\nSign up for our newsletter";
    let text = format!(
        "Ferry terminal to close before winter\n\n{OPENING}\n\n{MIDDLE}\n\n{END}\n\n{share}\n\n\
         The ferry terminal will close on Friday, and passengers of the ferry will have to take the bus across the bridge.\n\n\
         The harbour board will meet after the winter storms to decide about the old terminal and the bridge, it said.\n"
    );
    let flags = flagged_alone(&text);
    assert_eq!(flags.len(), share.split("\n\n").count(), "{flags:#?}");
    assert!(flags.iter().all(|(line, _)| share.contains(line.as_str())));
}

#[test]
fn what_readers_wrote_below_is_no_part_of_the_text() {
    let menu = "Home\n\nNews\n\nSports\n\nWeather\n\nObituaries\n\nClassifieds\n\nContact us";
    let comment = "I think the harbour board is right to close the old ferry terminal before the winter storms arrive again.";
    let buttons = "Print\n\nEmail\n\nShare\n\nFacebook\n\nTwitter";
    let text = format!("{menu}\n\n{}\n\n{buttons}\n\nComments\n\nBob77\n\n{comment}\n", inside(MIDDLE));
    let flags = flagged_alone(&text);
    assert!(flags.iter().any(|(line, _)| line == comment), "{flags:#?}");
    assert!(flags.iter().all(|(line, _)| ![OPENING, MIDDLE, END].contains(&line.as_str())), "{flags:#?}");
}
