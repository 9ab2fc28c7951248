//! What several articles of one outlet have in common.

use parallax::article::Article;
use parallax::offtopic::{Kind, OffTopic};

use super::{article, detect, flagged};

const FERRY: [&str; 4] = [
    "Ferry terminal to close before winter",
    "The harbour board voted on Tuesday to close the old ferry terminal before the winter storms arrive.",
    "Passengers will have to take the bus across the new bridge, the board said in a statement.",
    "The chairman of the board, Peter Holt, said that the piers of the terminal were broken by storms.",
];

const PLUMS: [&str; 4] = [
    "Bakers fear a bad year for plums",
    "The late frost in April took most of the blossom, and the bakers of the valley expect a poor harvest.",
    "A basket of plums costs twice as much as it did last summer, according to the growers in the hills.",
    "Anna Brandt, who has baked for sixty years, wants to fill her cakes with rhubarb until the apples come.",
];

/// Slogans and calls such as no list of phrases knows.
const FURNITURE: [&str; 4] = [
    "The harbour and the hills in one paper since 1871",
    "Our pigeons bring you the headlines every morning",
    "Drop your old maps in the box by our door",
    "Meet the people who fold these pages for you",
];

const OTHER: &str = "Pears are late, and nobody knows why";

const REASON: &str = "stands word for word in another article of this outlet";

/// An article with lines between its paragraphs and behind them.
fn page(story: [&str; 4], inside: &[&str], behind: &[&str]) -> Article {
    let [title, first, second, last] = story;
    let lines = [&[title, first, second], inside, &[last], behind].concat();
    article(&lines.join("\n\n"))
}

/// A page pasted whole.
fn pasted(story: [&str; 4], behind: &[&str]) -> Article {
    let menu = ["Home", "News", "Sports", "Weather", "Obituaries", "Classifieds", "Contact us", "Subscribe"];
    article(&[&menu[..], &story[..], behind].concat().join("\n\n"))
}

fn of(outlet: &str, mut article: Article) -> Article {
    article.outlet = Some(outlet.to_owned());
    article
}

/// The flagged lines of each article.
fn found(articles: &[Article]) -> Vec<Vec<String>> {
    let lines = |(article, flags)| {
        let flags: &Vec<Option<OffTopic>> = flags;
        flagged(article, flags).into_iter().map(|(line, _)| line.to_owned()).collect()
    };
    articles.iter().zip(&detect(articles)).map(lines).collect()
}

#[test]
fn what_an_outlet_prints_around_two_stories_is_furniture() {
    let ferry = of("The Harbour Gazette", page(FERRY, &[], &FURNITURE[..2]));
    let plums = of("The Harbour Gazette", page(PLUMS, &[], &FURNITURE[..2]));
    assert_eq!(found(std::slice::from_ref(&ferry)), [[""; 0]], "nothing else speaks against these lines");
    let articles = [ferry, plums];
    for (article, flags) in articles.iter().zip(&detect(&articles)) {
        let found = flagged(article, flags);
        let lines: Vec<&str> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, &FURNITURE[..2]);
        assert!(found.iter().all(|(_, flag)| flag.reasons[0] == REASON), "{found:#?}");
    }
}

#[test]
fn other_outlets_may_print_the_same_line() {
    let ferry = of("The Harbour Gazette", page(FERRY, &[], &FURNITURE));
    let plums = of("The Hill Courier", page(PLUMS, &[], &FURNITURE));
    assert_eq!(found(&[ferry.clone(), plums.clone()]), [[""; 0]; 2]);
    // Nor does a third that says of neither house it is from make them one.
    let third = page([OTHER, PLUMS[2], FERRY[3], PLUMS[3]], &[], &FURNITURE);
    assert!(found(&[ferry, plums, third]).iter().filter(|lines| !lines.is_empty()).count() < 2);
}

#[test]
fn facts_that_two_reports_share_are_the_story() {
    let dead = [
        "• Alan Reese, a lorry driver from Tull",
        "• Joan Pettifer, a nurse from Harlow Point",
        "• Kwame Asare, second engineer of the ship",
    ];
    let crossheads = [
        "What the captain told the board",
        "Why nobody heard the first alarm",
        "Who pays for the broken piers",
    ];
    for (inside, behind) in [(&dead[..], &[][..]), (&crossheads, &dead)] {
        assert_eq!(found(&[page(FERRY, inside, behind), page(PLUMS, inside, behind)]), [[""; 0]; 2]);
    }
}

#[test]
fn whole_pages_show_that_they_come_from_one_site() {
    let reasons = |lines: &[&str]| {
        let articles = [FERRY, PLUMS].map(|story| pasted(story, lines));
        let flags = detect(&articles);
        flags
            .iter()
            .flatten()
            .flatten()
            .filter(|flag| flag.reasons.iter().any(|reason| reason == REASON))
            .count()
    };
    assert!(reasons(&FURNITURE) >= 2 * FURNITURE.len());
    assert_eq!(reasons(&FURNITURE[..1]), 0, "a line alone tells no site");
}

#[test]
fn phrases_of_all_papers_tell_no_site() {
    let phrases = [
        "Sign up for our morning newsletter",
        "Follow the editors on Twitter",
        "Share this story with your friends",
        "Click here to subscribe to our podcast",
    ];
    let extra = FURNITURE[0];
    let articles = [page(FERRY, &[extra], &phrases), page(PLUMS, &[extra], &phrases)];
    assert!(found(&articles).iter().all(|lines| !lines.iter().any(|line| line == extra)));
}

#[test]
fn a_wire_story_that_two_sites_print_loses_nothing() {
    let crossheads =
        ["A vote after nine hours of talks", "What the storms did to the piers", "No boats, and no captains"];
    let parts = [crossheads[0], FERRY[2], crossheads[1], FERRY[3], crossheads[2]];
    let wire =
        |title: &str, added: &str| article(&[&[title, FERRY[1]], &parts[..], &[added]].concat().join("\n\n"));
    let articles = [
        wire(
            "Ferry terminal to close before winter",
            "The buses of the town are old, but there are enough of them for everyone, the mayor said.",
        ),
        wire(
            "Harbour loses its ferry",
            "In the islands nobody was surprised, and a fisherman offered his own boat for the winter.",
        ),
    ];
    assert_eq!(found(&articles), [[""; 0]; 2]);
    let articles = articles.map(|article| of("The Harbour Gazette", article));
    assert_eq!(found(&articles), [[""; 0]; 2], "nor does an outlet that printed it twice");
}

#[test]
fn paragraphs_that_an_outlet_prints_again_are_the_story() {
    let background = [
        "The harbour was built in 1871 by the grandfather of the mayor, and it has been too small ever since.",
        "The town paid for half of it.",
        "Nobody has repaired it.",
        FURNITURE[1],
    ];
    let own = [
        [
            "The last boat will leave at noon, with a brass band.",
            "Its captain wants to grow roses in the south.",
        ],
        [
            "Her granddaughter would rather have bought pears in town.",
            "Nobody in the valley remembers a colder spring.",
        ],
    ];
    let articles = [(FERRY, own[0]), (PLUMS, own[1])].map(|(story, own)| {
        of("The Harbour Gazette", page(story, &[&own[..], &background[..3]].concat(), &background[1..]))
    });
    assert_eq!(found(&articles), [[FURNITURE[1]]; 2]);
}

#[test]
fn a_headline_is_kept_where_another_page_links_to_it() {
    let menu = ["Home", "News", "Sports", "Weather", "Obituaries", "Classifieds", "Contact us", "Subscribe"];
    let tools = ["Print", "Email", "Share", "Text size", "Small", "Large"];
    let title = "A farewell to the ferry with brass band and tears";
    let whole = |title: &str, story: [&str; 4], link: &str| {
        let head = [title, "By Ann Miller", "Tuesday, 9 January 2024"];
        let lines = [&menu[..], &head, &tools, &story[1..], &["Pigeons of the week", link]].concat();
        of("The Harbour Gazette", article(&lines.join("\n")))
    };
    let found = found(&[whole(title, FERRY, "About us"), whole(PLUMS[0], PLUMS, title)]);
    assert!(!found[0].iter().any(|line| line == title), "{found:#?}");
    assert!(found.iter().all(|lines| lines.iter().any(|line| line == "Pigeons of the week")), "{found:#?}");
}

#[test]
fn a_sidebar_in_two_articles_of_one_site_gives_itself_no_support() {
    let titles = [
        "Goalkeeper breaks leg in cup final at home",
        "Singer cancels all concerts of summer tour",
        "Astronomers find a planet made of pure ice",
        "Mayor asked to explain the missing brass band",
    ];
    let other = [
        "No more ferries across the harbour",
        "The harbour board voted on Tuesday to close the ferry terminal, whose piers were broken by winter storms.",
        "Chairman Peter Holt said passengers of the old ferry will take a bus across the new bridge.",
        "Repairs of the terminal would have cost too much, according to a statement of the board.",
    ];
    let second = [
        "Board votes to close harbour ferry",
        "The old ferry terminal in the harbour will close before winter, the board decided on Tuesday.",
        "Chairman Peter Holt said storms had broken the piers of the terminal, and there was no money.",
        "A bus across the new bridge will take the passengers of the ferry, said the statement of the board.",
    ];
    let articles = [page(FERRY, &[], &titles), page(second, &[], &titles), page(other, &[], &[])];
    let flags = detect(&articles);
    for (article, flags) in articles.iter().zip(&flags).take(2) {
        let found = flagged(article, flags);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), titles);
        assert!(found.iter().all(|(_, flag)| flag.kind == Kind::Sidebar), "{found:#?}");
        assert!(
            found.iter().all(|(_, flag)| flag.reasons[0].contains("of which the other article says nothing")),
            "{found:#?}"
        );
    }
}

#[test]
fn the_order_of_the_articles_of_a_site_changes_nothing() {
    // Pages with four of eight lines: most pairs share too few, so that it matters which are held against which.
    let sets = (0..256_usize).filter(|set: &usize| set.count_ones() == 4);
    let page = |set: usize| {
        let lines = (0..8).filter(|line| set >> line & 1 == 1);
        let lines: Vec<String> =
            lines.map(|line| format!("Slogan {line} of the paper with pigeons")).collect();
        let who =
            format!("the {} people on the pier, the {}", "many ".repeat(set % 7), "old ".repeat(set / 7));
        let body = [
            format!("Title number {set}"),
            format!("On Monday a lamp of the harbour was seen by {who} captain said."),
            format!("On Friday the bridge in the hills was closed by {who} mayor said."),
        ];
        let menu = ["Home", "News", "Sports", "Weather", "Obituaries", "Contact us"].map(str::to_owned);
        article(&[&menu[..], &body[..], &lines].concat().join("\n\n"))
    };
    let articles: Vec<Article> = sets.map(page).collect();
    let straight = detect(&articles);
    assert!(
        straight.iter().flatten().flatten().any(|flag| flag.reasons.iter().any(|reason| reason == REASON))
    );
    for step in [3, 11, 23, 69] {
        let order: Vec<usize> = (0..70).map(|place| place * step % 70).collect();
        let moved: Vec<Article> = order.iter().map(|&index| articles[index].clone()).collect();
        let expected: Vec<_> = order.iter().map(|&index| straight[index].clone()).collect();
        assert_eq!(detect(&moved), expected);
    }
}
