//! Numbers before motions.

use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, document, near_and_far, open, pressed};

/// What the row of the cursor says.
fn at_cursor(reader: &Rehearsal) -> String {
    let screen = reader.screen();
    let row = screen.lines().find(|row| row.contains('▶')).unwrap_or_default();
    row.split('▶').nth(1).unwrap_or_default().to_owned()
}

fn last_row(reader: &Rehearsal) -> String {
    reader.screen().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_number_says_how_often() {
    let mut reader = pressed(open(near_and_far(), 80, 24), "<Tab>g");
    for (keys, text) in [
        ("3j", "The insurance"),
        ("2k", "Engineers"),
        ("99j", "The levee"),
        ("4<Up>", "Train services"),
        ("3U", "Farmers"),
        ("12<Ctrl-y>2u", "Volunteers"),
    ] {
        reader.press(keys).unwrap();
        assert!(at_cursor(&reader).contains(text), "{keys}: {}", reader.screen());
    }
    reader.press("20u").unwrap();
    assert!(last_row(&reader).contains("no only-here sentence further below in B"), "{}", reader.screen());
    assert!(at_cursor(&reader).contains("Museum"), "{}", reader.screen());
}

#[test]
fn before_an_end_it_says_which_sentence() {
    let mut reader = pressed(open(near_and_far(), 80, 24), "<Tab>");
    for (keys, text) in
        [("10G", "The levee"), ("3g", "Farmers"), ("999G", "The levee"), ("1G", "What happened")]
    {
        reader.press(keys).unwrap();
        assert!(at_cursor(&reader).contains(text), "{keys}: {}", reader.screen());
    }
    assert!(at_cursor(&pressed(reader, "<Ctrl-o>")).contains("The levee"));
}

#[test]
fn it_is_shown_until_it_is_used_or_given_up() {
    let mut reader = pressed(open(near_and_far(), 80, 24), "jk012");
    assert!(last_row(&reader).ends_with(" 12"), "{}", reader.screen());
    // More digits than anyone means are left out.
    reader.press("000").unwrap();
    assert!(last_row(&reader).ends_with(" 1200"), "{}", reader.screen());
    reader.press("<Esc>").unwrap();
    assert!(!last_row(&reader).contains("12"), "{}", reader.screen());
    reader.press("j").unwrap();
    assert!(at_cursor(&reader).contains("The levee"), "{}", reader.screen());
    // What is no motion is done once, and takes the number with it.
    let reader = pressed(reader, "2Vj");
    assert!(
        reader.screen().contains("*2 selected") && at_cursor(&reader).contains("Two schools"),
        "{}",
        reader.screen()
    );
    // A dialog has letters and digits of its own.
    let reader = pressed(reader, "3'2");
    assert!(reader.screen().contains("[B]") && !last_row(&reader).ends_with(" 3"), "{}", reader.screen());
}

#[test]
fn it_goes_with_the_ways_between_sources_and_through_what_is_found() {
    let articles = vec![
        document("First", &[LEVEE, OTHERS[0]]),
        document("Second", &[LEVEE, OTHERS[1]]),
        document("Third", &[LEVEE, OTHERS[2], SCHOOL]),
    ];
    let place = |reader: &Rehearsal| reader.place()["compare"]["article"].clone();
    let third = place(&pressed(open(articles.clone(), 120, 24), "'c"));
    assert_eq!(place(&pressed(open(articles.clone(), 120, 24), "j2<Tab>")), third);
    assert_eq!(place(&pressed(open(articles.clone(), 120, 24), "j2<Enter>")), third);
    let reader = pressed(open(articles, 120, 24), "/levee<Enter>2n");
    assert!(reader.screen().contains("3/3 “levee”"), "{}", reader.screen());
}
