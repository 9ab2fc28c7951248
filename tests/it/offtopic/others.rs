//! What the other articles of the story say about a line.

use parallax::article::Article;
use parallax::offtopic::Kind;

use super::{article, detect, flagged};

const FIRST: &str = "Ferry terminal to close before winter

The harbour board voted on Tuesday to close the old ferry terminal before the winter storms arrive.

Passengers will have to take the bus across the new bridge, the board said in a statement.

The chairman of the board, Peter Holt, said that the piers of the terminal were broken by storms.

Repairs of the ferry piers would have cost four million, according to the board.
";

const SECOND: &str = "Board votes to close harbour ferry

The old ferry terminal in the harbour will close before winter, the board decided on Tuesday.

Chairman Peter Holt said storms had broken the piers, and repairs would have cost four million.

A bus across the new bridge will take the passengers of the ferry, said the statement of the board.
";

const THIRD: &str = "No more ferries across the harbour

Passengers of the ferry must take a bus across the new bridge, since the terminal will close before winter.

The harbour board voted for it on Tuesday because repairs of the piers, broken by storms, cost four million.

“We had no choice,” said Peter Holt, chairman of the board, after the vote on the old terminal.
";

fn story(extra: &str) -> Vec<Article> {
    vec![article(&format!("{FIRST}\n{extra}")), article(SECOND), article(THIRD)]
}

#[test]
fn a_list_of_other_stories_is_a_sidebar_and_says_whose_silence_proves_it() {
    let articles = story(
        "Goalkeeper breaks leg in cup final at home

The striker was sent off after the whistle. Fans left the stadium in silence, the coach in tears.

Singer cancels all concerts of summer tour

Tickets for her show will be refunded within a month. The new album is late as well.

Astronomers find a planet made of ice

The telescope in the desert saw it twice. It circles a dim star in eleven days.
",
    );
    let flags = detect(&articles);
    let found = flagged(&articles[0], &flags[0]);
    assert_eq!(found.len(), 6, "{found:#?}");
    for (_, flag) in found {
        assert_eq!(flag.kind, Kind::Sidebar);
        assert_eq!(
            flag.reasons[0],
            "stands in a list of other stories, of which the 2 other articles say nothing"
        );
    }
}

#[test]
fn prose_that_only_one_source_has_is_the_story() {
    let articles = story(
        "Anna Brandt, a baker of eighty years, remembers how her father rowed flour to the islands at dawn.

“He never learned to swim,” she says, and laughs, “and neither did I, so we sang all the way.”

Her shop smells of cinnamon; a cat sleeps between two baskets of rye loaves near the oven.
",
    );
    assert!(detect(&articles).iter().flatten().all(Option::is_none));
}

const FOURTH: &str = "Harbour to lose its ferry

The board of the harbour decided on Tuesday to close the old ferry terminal before the winter.

A bus will take passengers across the new bridge, a statement said, since storms broke the piers.

Peter Holt, the chairman, put the repairs of the terminal at four million.
";

const ROUND_UP: &str = "Plums are late

Bakers in the valley fear a bad year for plums after a night of frost that took most of the blossom.

“I never saw anything like it,” said one grower, who lost nine trees in ten and will sell his orchard.

Ice on a far planet

Astronomers found a planet made of ice with a telescope in the desert, which looked at a dim star for weeks.

It circles that star in eleven days, they wrote in a paper, and has two moons of its own.
";

#[test]
fn a_round_up_goes_on_to_other_stories() {
    let mut articles = story(ROUND_UP);
    articles.push(article(FOURTH));
    let flags = detect(&articles);
    let found = flagged(&articles[0], &flags[0]);
    assert_eq!(found.len(), 6, "{found:#?}");
    for (_, flag) in found {
        let reasons = ["stands in a section of which the 3 other articles say nothing".to_owned()];
        assert_eq!((flag.kind, flag.reasons.as_slice()), (Kind::Sidebar, reasons.as_slice()));
    }
}

#[test]
fn sections_that_only_one_source_has_about_the_matter_are_the_story() {
    let own = "A terminal older than the harbour

The first terminal of the ferry was built on oak piers by a chairman of the board who had never seen the harbour.

Passengers had to wait in the storms, and winter after winter the board voted to close the old terminal for repairs.

What passengers will do

“The bus takes an hour across the bridge,” said one of the passengers, who takes the ferry to the harbour each day.

The board said in a statement that the new bridge was built for it, and that the ferry would be too old in winter.
";
    let mut articles = story(own);
    articles.push(article(FOURTH));
    assert!(detect(&articles).iter().flatten().all(Option::is_none));
}

#[test]
fn one_section_that_only_one_source_has_is_the_story() {
    let (section, _) = ROUND_UP.split_once("Ice on").unwrap();
    let mut articles = story(section);
    articles.push(article(FOURTH));
    assert!(detect(&articles).iter().flatten().all(Option::is_none));
    // Nor is a round-up flagged where too few others could have said something.
    assert!(detect(&story(ROUND_UP)).iter().flatten().all(Option::is_none));
}

#[test]
fn a_stray_list_item_behind_the_text_is_navigation() {
    let articles = story("• Leonard Quist\n");
    let flags = detect(&articles);
    let found = flagged(&articles[0], &flags[0]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].0, found[0].1.kind), ("Leonard Quist", Kind::Navigation));
}

#[test]
fn two_articles_that_share_nothing_do_not_flag_one_another() {
    let other = article(
        "Astronomers find a planet made of ice

The telescope in the desert saw the planet twice, and it circles a dim star in eleven days.

Nobody expected so much ice, wrote the astronomers in their paper about the discovery.
",
    );
    let articles = [article(FIRST), other];
    assert!(detect(&articles).iter().flatten().all(Option::is_none));
}

#[test]
fn copies_of_one_text_do_not_vouch_for_its_sidebar() {
    let sidebar = "Goalkeeper breaks leg in cup final at home

Singer cancels all concerts of summer tour

Astronomers find a planet made of ice

Bakers fear a very bad year for plums
";
    let mut articles = story(sidebar);
    articles.insert(1, articles[0].clone());
    let flags = detect(&articles);
    assert_eq!(flagged(&articles[0], &flags[0]).len(), 4, "{:#?}", flagged(&articles[0], &flags[0]));
    assert_eq!(flags[0], flags[1]);
}
