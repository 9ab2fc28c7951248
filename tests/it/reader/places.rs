//! Where one was in a story, found again another time.

use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, column, document, near_and_far, open, pressed, row_with};

fn cursor_row(reader: &Rehearsal, place: usize) -> String {
    let rows = column(reader, place);
    rows[row_with(&rows, "▶").unwrap_or_else(|| panic!("{}", reader.screen()))].clone()
}

#[test]
fn the_same_story_opens_where_it_was_left() {
    let left = pressed(open(near_and_far(), 80, 24), "<Tab>jjjFd");
    let (place, row) = (left.place(), cursor_row(&left, 1));
    let mut again = open(near_and_far(), 80, 24);
    again.restore(&place).unwrap();
    assert_eq!(cursor_row(&again, 1), row, "{}", again.screen());
    assert!(again.screen().contains("not following"), "{}", again.screen());
    assert_eq!(again.place(), place);
}

#[test]
fn sources_are_known_by_what_they_hold() {
    let mut articles = near_and_far();
    articles.push(document("Elsewhere", &[SCHOOL]));
    let place = pressed(open(articles.clone(), 80, 24), "<Tab>jjfc<Space><Esc>").place();
    articles.reverse();
    let mut again = open(articles, 80, 24);
    again.restore(&place).unwrap();
    let screen = again.screen();
    // The second of three, without a column of its own, is no place; its neighbour is.
    assert!(screen.contains("shown: shared") && screen.lines().next().unwrap().contains(" C "), "{screen}");
    assert!(!screen.lines().next().unwrap().contains(" B "), "{screen}");
}

#[test]
fn a_place_that_is_not_there_changes_nothing() {
    let place = pressed(open(near_and_far(), 80, 24), "<Tab>jjj").place();
    let others = vec![document("Another story", &[LEVEE]), document("And one more", &[OTHERS[3]])];
    let mut reader = open(others, 80, 24);
    let before = reader.screen();
    reader.restore(&place).unwrap();
    assert_eq!(reader.screen(), before);
    for damaged in
        ["view = 3", "view = \"nothing\"", "compare = 1", "[compare]\nblock = -1\nhidden = [\"x\", 2]"]
    {
        reader.restore(&damaged.parse().unwrap()).unwrap();
        assert_eq!(reader.screen(), before, "{damaged}");
    }
}

#[test]
fn columns_keep_the_order_that_they_were_given() {
    let mut articles = near_and_far();
    articles.push(document("Elsewhere", &[SCHOOL]));
    let titles = |reader: &Rehearsal| -> Vec<usize> {
        let row = reader.screen().lines().next().unwrap().to_owned();
        ["Flood", "What happened", "Elsewhere"]
            .iter()
            .map(|name| row.find(name).unwrap_or(usize::MAX))
            .collect()
    };
    let moved = pressed(open(articles.clone(), 150, 24), "cJJ<Esc>");
    let places = titles(&moved);
    assert!(places[1] < places[2] && places[2] < places[0], "{}", moved.screen());
    let mut again = open(articles, 150, 24);
    again.restore(&moved.place()).unwrap();
    assert_eq!(titles(&again), places, "{}", again.screen());
}
