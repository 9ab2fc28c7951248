//! Words that are looked for in all sources.

use std::time::{Duration, Instant};

use parallax::comparison::{Settings, compare};
use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, column, document, environment, near_and_far, open, pressed, row_with};

/// What the row of the cursor says.
fn at_cursor(reader: &Rehearsal) -> String {
    let screen = reader.screen();
    let row = screen.lines().find(|row| row.contains('▶')).unwrap_or_default();
    row.split('▶').nth(1).unwrap_or_default().to_owned()
}

/// The cells that are marked as what is looked for, row by row.
fn marked(reader: &Rehearsal) -> usize {
    reader.meanings().chars().filter(|&letter| letter == 'f').count()
}

#[test]
fn typing_goes_to_the_first_place_and_esc_goes_back() {
    let reader = pressed(open(near_and_far(), 80, 24), "j");
    let before = reader.screen();
    let reader = pressed(reader, "/museum");
    assert!(at_cursor(&reader).contains("Museum"), "{}", reader.screen());
    assert!(reader.screen().ends_with("find: museum\n"), "{}", reader.screen());
    assert!(reader.screen().contains("1/1 “museum”"), "{}", reader.screen());
    assert_eq!(marked(&reader), "museum".len());
    // While the words are typed, a place that no longer has them is left again.
    let reader = pressed(reader, "<Ctrl-u>two sch");
    assert!(at_cursor(&reader).contains("Two schools"), "{}", reader.screen());
    assert_eq!(pressed(reader, "<Esc>").screen(), before);
    // What is kept can be come back from.
    let reader = pressed(open(near_and_far(), 80, 24), "j/museum<Enter>");
    assert!(at_cursor(&reader).contains("Museum"), "{}", reader.screen());
    assert!(at_cursor(&pressed(reader, "<Ctrl-o>")).contains("The levee"));
}

#[test]
fn the_next_place_is_in_the_own_column_first_and_the_way_round_is_told() {
    let articles = vec![
        document("First", &[OTHERS[0], LEVEE, "A levee is a wall of earth."]),
        document("Second", &[LEVEE, OTHERS[1]]),
        document("Third", &[OTHERS[2], LEVEE]),
    ];
    let mut reader = pressed(open(articles, 120, 24), "<Tab>/levee<Enter>");
    assert!(reader.screen().contains("3/4 “levee”; n next, N previous, Esc ends"), "{}", reader.screen());
    let mut seen = Vec::new();
    for _ in 0..4 {
        reader.press("n").unwrap();
        let place = (0..3).find(|&place| row_with(&column(&reader, place), "▶").is_some()).unwrap();
        seen.push((place, at_cursor(&reader).contains("wall"), reader.screen().contains("round again")));
    }
    assert_eq!(seen, [(2, false, false), (0, false, true), (0, true, false), (1, false, false)]);
    reader.press("NNN").unwrap();
    assert!(reader.screen().contains("round again from the last: 4 of 4"), "{}", reader.screen());
    // From wherever the cursor is, not from the place that was gone to last.
    reader.press("'ag").unwrap();
    assert!(reader.screen().contains(" 4 “levee” "), "{}", reader.screen());
    reader.press("n").unwrap();
    assert!(reader.screen().contains("1/4 “levee”"), "{}", reader.screen());
}

#[test]
fn capitals_accents_and_line_ends_are_no_obstacle() {
    let text = "Der Bürgermeister von Nîmes öffnete am späten Abend die Türen der alten Markthalle für alle Flüchtlinge.";
    let articles = vec![document("Am Fluss", &[text]), document("Upriver", &[LEVEE])];
    let reader = pressed(open(articles, 80, 24), "/nimes offnete am spaten");
    assert!(at_cursor(&reader).contains("Der Bürgermeister"), "{}", reader.screen());
    // The words stand on more than one row.
    let rows = reader.meanings();
    assert!(rows.lines().filter(|row| row.contains('f')).count() > 1, "{rows}");
    assert!(pressed(reader, "<Ctrl-u>Nimes").screen().contains("1/1 “Nimes”"));
    let reader = pressed(open(near_and_far(), 80, 24), "/THE LEVEE<Enter>");
    assert!(reader.screen().contains("“THE LEVEE” is not here"), "{}", reader.screen());
    assert_eq!(marked(&reader), 0);
}

#[test]
fn all_places_are_marked_until_esc() {
    let reader = pressed(open(near_and_far(), 80, 60), "/re<Enter>");
    let all = marked(&reader);
    assert!(all > 4, "{}", reader.meanings());
    assert_eq!(marked(&pressed(reader, "j<Esc>")), 0);
    // What was looked for last is looked for again.
    let reader = pressed(open(near_and_far(), 80, 60), "/re<Enter><Esc>n");
    assert_eq!(marked(&reader), all);
    let reader = pressed(reader, "<Esc>/<Enter>");
    assert_eq!(marked(&reader), all);
    // An end of a range comes first.
    let reader = pressed(reader, "v<Esc>");
    assert_eq!(marked(&reader), all);
    assert!(pressed(open(near_and_far(), 80, 24), "n").screen().contains("/ looks for words"));
}

#[test]
fn a_place_in_a_folded_run_unfolds_it_and_no_other() {
    let articles = vec![
        document(
            "Flood in the valley",
            &[
                LEVEE,
                "Read more: Striker scores goal",
                "Read more: Coach quits team",
                SCHOOL,
                "Read more: Singer cancels tour",
            ],
        ),
        document("What happened upriver", &[LEVEE, SCHOOL]),
    ];
    let folds = |reader: &Rehearsal| column(reader, 0).iter().filter(|row| row.contains(" line")).count();
    let reader = open(articles, 80, 24);
    assert_eq!(folds(&reader), 2, "{}", reader.screen());
    let reader = pressed(reader, "/coach");
    assert!(at_cursor(&reader).contains("Coach quits"), "{}", reader.screen());
    assert_eq!(folds(&reader), 1, "{}", reader.screen());
    let given_up = pressed(reader, "<Esc>");
    assert_eq!(folds(&given_up), 2, "{}", given_up.screen());
    let reader = pressed(given_up, "/coach<Enter>");
    assert_eq!(folds(&reader), 1, "{}", reader.screen());
    assert_eq!(folds(&pressed(reader, "dd")), 2);
}

#[test]
fn a_place_in_what_is_folded_inside_a_sentence_is_seen() {
    let glued = format!("{SCHOOL} (RELATED: Singer Cancels Tour)");
    let articles = vec![
        document("Flood in the valley", &[LEVEE, &glued, OTHERS[0]]),
        document("What happened upriver", &[LEVEE, SCHOOL, OTHERS[1]]),
    ];
    let reader = open(articles, 80, 24);
    assert!(!reader.screen().contains("Singer"), "{}", reader.screen());
    let reader = pressed(reader, "/singer");
    assert!(
        column(&reader, 0).concat().contains("Singer") && marked(&reader) == "singer".len(),
        "{}",
        reader.screen()
    );
    assert!(!pressed(reader, "<Esc>").screen().contains("Singer"));
}

#[test]
fn places_that_can_not_be_gone_to_are_counted() {
    let articles = vec![
        document("First", &[LEVEE, OTHERS[0]]),
        document("Second", &[LEVEE, SCHOOL]),
        document("Third", &[LEVEE, "Levee after levee broke."]),
    ];
    let reader = pressed(open(articles, 120, 24), "cjj<Space><Esc>/levee<Enter>");
    assert!(reader.screen().contains("1/2 “levee”; 3 in hidden sources"), "{}", reader.screen());
    let reader = pressed(reader, "f/schools<Enter>");
    assert!(
        reader.screen().contains("“schools” is not here, but 1 that the filter leaves out"),
        "{}",
        reader.screen()
    );
}

#[test]
fn pasted_words_are_looked_for_and_an_empty_line_is_left_by_backspace() {
    let mut reader = pressed(open(near_and_far(), 80, 24), "/");
    reader.paste("hikers").unwrap();
    assert!(at_cursor(&reader).contains("Helicopters"), "{}", reader.screen());
    let reader = pressed(reader, "<Ctrl-u><Backspace>j");
    assert!(at_cursor(&reader).contains("The levee"), "{}", reader.screen());
}

#[test]
fn words_are_found_at_once_in_a_hundred_articles() {
    let article = |n: usize| {
        let lines: Vec<String> =
            (0..60).map(|line| format!("{} It was number {line} of {n}.", OTHERS[line % 8])).collect();
        document(&format!("Number {n}"), &lines.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let story = compare((0..100).map(article).collect(), Settings::default());
    let mut reader = Rehearsal::new(story, environment(), 200, 60).unwrap();
    let words = "number 59 of 99";
    let begun = Instant::now();
    reader.press(&format!("/{words}<Enter>nnnnn")).unwrap();
    let taken = begun.elapsed();
    assert!(at_cursor(&reader).contains("Museum") || reader.screen().contains("1/1"), "{}", reader.screen());
    // Far more than it takes, for machines that do much else.
    assert!(taken < Duration::from_secs(5), "{taken:?} for {} keys", words.len() + 7);
}
