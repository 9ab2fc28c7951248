//! What teasers are about.

use parallax::offtopic::Topic;

use super::flagged_alone;

#[test]
fn teasers_are_named_by_their_topic() {
    for (title, topic) in [
        ("Late touchdown saves the season for the home team", Topic::Sports),
        ("Torwart verlängert Vertrag nach dem letzten Spieltag", Topic::Sports),
        ("El delantero marcó tres goles en la final de la liga", Topic::Sports),
        ("Actress returns for a second season of the sitcom", Topic::Entertainment),
        ("Trailer for the new film shows too much, fans say", Topic::Entertainment),
        ("Governor vetoes bill after close vote in the Senate", Topic::Politics),
        ("Bundestag streitet über das neue Gesetz", Topic::Politics),
        ("Ceasefire talks in Geneva end without a treaty", Topic::World),
        ("Shares fall as quarterly earnings disappoint investors", Topic::Business),
        ("New smartphone comes with a faster chip and better apps", Topic::Technology),
        ("Telescope finds water on a distant planet", Topic::Science),
        ("Hospital runs out of vaccine as the epidemic spreads", Topic::Health),
        ("Bishop blesses the animals at the cathedral", Topic::Religion),
        ("Police arrest second suspect after bank robbery", Topic::Crime),
        ("Hurricane brings floods and heavy rain to the coast", Topic::Weather),
        ("How to fold a letter so that nobody minds", Topic::Other),
    ] {
        let text = format!(
            "Ferry terminal to close before winter\n\nThe harbour board voted on Tuesday to close the old ferry terminal.\n\n\
             Passengers will have to take the bus across the new bridge, the board said in a statement.\n\nRelated: {title}\n\n\
             The chairman of the board said that it was time to close the terminal for good.\n"
        );
        let topics: Vec<_> = flagged_alone(&text).into_iter().map(|(_, flag)| flag.topic).collect();
        assert_eq!(topics, [Some(topic)], "{title}");
    }
}

#[test]
fn pages_of_menus_and_advertisements_have_no_topic() {
    let text = "Ferry terminal to close before winter\n\nThe harbour board voted on Tuesday to close the old ferry terminal.\n\n\
                Advertisement\n\nPassengers will have to take the bus across the new bridge, the board said.\n";
    let flags = flagged_alone(text);
    assert_eq!(flags.len(), 1);
    assert_eq!(flags[0].1.topic, None);
}
