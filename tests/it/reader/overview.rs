//! The whole story over the views, and how many sources have each sentence.

use parallax::tui::Target;
use parallax::tui::pointer::Gesture;

use super::*;

const CAUSE: &str = "Officials blame a rotten gate that nobody had inspected since spring.";

/// Three sources: all have the levee, two the schools with another number, one the cause.
fn three() -> Vec<Article> {
    let more = SCHOOL.replace("Two", "Four");
    vec![
        document("Flood in the valley", &[LEVEE, SCHOOL, OTHERS[0]]),
        document("What happened upriver", &[LEVEE, &more, CAUSE]),
        document("Water everywhere", &[LEVEE, OTHERS[2]]),
    ]
}

#[test]
fn a_row_a_source_and_a_cell_a_statement() {
    let reader = pressed(open(three(), 80, 24), "j<Alt-o>");
    let screen = reader.screen();
    let rows: Vec<&str> = screen.lines().take(3).collect();
    assert_eq!(
        rows,
        [
            " A  \u{25a0}\u{25a0}\u{25a0}\u{2260}\u{2260}\u{2260}+++",
            " B  \u{25a0}\u{25a0}\u{25a0}\u{2260}\u{2260}\u{2260}   +++",
            " C  \u{25a0}\u{25a0}\u{25a0}         +++"
        ]
    );
    assert!(screen.lines().nth(3).unwrap().starts_with(" A Flood"), "{screen}");
    let closed = pressed(reader, "<Alt-o>");
    assert!(closed.screen().starts_with(" A Flood"), "{}", closed.screen());
}

#[test]
fn a_click_goes_to_the_statement_in_that_source() {
    let mut reader = pressed(open(three(), 80, 24), "<Alt-o>");
    // What only the second source says: in its row, and in that of another.
    for y in [1, 2] {
        let Some(Target::Statement(id)) = reader.hit(13, y) else { panic!("{}", reader.screen()) };
        assert_eq!(id.article, 1);
        reader.point(Gesture::Press, 13, y).unwrap();
        let here = |line: &&str| line.contains('\u{25b6}') && line.contains("Officials blame");
        assert!(reader.screen().lines().any(|line| here(&line)), "{}", reader.screen());
        reader.press("g").unwrap();
    }
    // Below it the view is pointed at as ever.
    let y = reader.screen().lines().position(|line| line.contains("Two schools")).unwrap();
    assert!(matches!(reader.hit(10, u16::try_from(y).unwrap()), Some(Target::Sentence(_))));
}

#[test]
fn keys_go_from_statement_to_statement_in_every_view() {
    let reader = pressed(open(three(), 80, 24), "j>>>");
    let here = |reader: &Rehearsal| {
        let screen = reader.screen();
        screen.lines().find(|line| line.contains('\u{25b6}')).unwrap_or_else(|| panic!("{screen}")).to_owned()
    };
    assert!(here(&reader).contains("Officials blame"), "{}", reader.screen());
    let reader = pressed(reader, "<lt>");
    assert!(here(&reader).contains("Engineers inspected"), "{}", reader.screen());
    let merged = pressed(reader, "]>");
    assert!(here(&merged).contains("Officials blame"), "{}", merged.screen());
    let last = pressed(merged, ">>");
    assert!(last.screen().contains("that is the last statement"), "{}", last.screen());
}

#[test]
fn a_low_screen_has_no_room_for_it() {
    let mut reader = pressed(open(three(), 80, 14), "j<Alt-o>");
    assert!(reader.screen().contains("too low for the overview"), "{}", reader.screen());
    assert!(reader.screen().starts_with(" A Flood"));
    reader.resize(80, 24).unwrap();
    assert!(reader.screen().starts_with(" A  \u{25a0}"), "{}", reader.screen());
}

#[test]
fn heat_says_how_many_sources_have_a_sentence() {
    let reader = pressed(open(three(), 80, 24), "H");
    let rows = column(&reader, 0);
    let row = |words: &str| rows.iter().find(|row| row.contains(words)).unwrap_or_else(|| panic!("{rows:?}"));
    assert!(row("The levee").contains("3/3 The"), "{rows:?}");
    assert!(row("Two schools").contains("2/3 Two"), "{rows:?}");
    assert!(row("Engineers").contains("1/3 Eng"), "{rows:?}");
    assert!(!pressed(reader, "H").screen().contains("3/3"));
}
