//! The mouse: what is under the pointer is meant.

use parallax::article::SentenceId;
use parallax::tui::Target;
use parallax::tui::action::Action;
use parallax::tui::pointer::Gesture::{Drag, Press, Release, Wheel};
use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, column, document, near_and_far, open, pressed, row_with};

const DOWN: parallax::tui::pointer::Gesture = Wheel { upwards: false };
const UP: parallax::tui::pointer::Gesture = Wheel { upwards: true };

/// The first cell of something.
fn cell_of(reader: &Rehearsal, wanted: impl Fn(Target) -> bool) -> (u16, u16) {
    let area = reader.buffer().area;
    let mut cells =
        (area.top()..area.bottom()).flat_map(|y| (area.left()..area.right()).map(move |x| (x, y)));
    cells.find(|&(x, y)| reader.hit(x, y).is_some_and(&wanted)).expect("to be on the screen")
}

fn click(reader: &mut Rehearsal, wanted: Target) {
    let (x, y) = cell_of(reader, |target| target == wanted);
    reader.point(Press, x, y).unwrap();
    reader.point(Release, x, y).unwrap();
}

/// What the row of the cursor says.
fn at_cursor(reader: &Rehearsal) -> String {
    let screen = reader.screen();
    let row = screen.lines().find(|row| row.contains('▶')).unwrap_or_default();
    row.split('▶').nth(1).unwrap_or_default().to_owned()
}

#[test]
fn a_click_puts_the_cursor_there_and_the_way_back_is_known() {
    let mut reader = open(near_and_far(), 80, 24);
    click(&mut reader, Target::Sentence(SentenceId::new(1, 3)));
    assert!(at_cursor(&reader).contains("The insurance"), "{}", reader.screen());
    click(&mut reader, Target::Sentence(SentenceId::new(0, 2)));
    assert!(at_cursor(&reader).contains("Two schools"), "{}", reader.screen());
    reader.press("<Ctrl-o>").unwrap();
    assert!(at_cursor(&reader).contains("The insurance"), "{}", reader.screen());
}

#[test]
fn a_click_on_a_title_or_a_letter_chooses_the_source() {
    let mut reader = pressed(open(near_and_far(), 80, 24), "j");
    click(&mut reader, Target::Title(1));
    assert!(at_cursor(&reader).contains("The levee"), "{}", reader.screen());
    assert_eq!(
        reader.place()["compare"]["article"],
        pressed(open(near_and_far(), 80, 24), "<Tab>").place()["compare"]["article"]
    );
    click(&mut reader, Target::Letter(0));
    let first = open(near_and_far(), 80, 24).place();
    assert_eq!(reader.place()["compare"]["article"], first["compare"]["article"]);
}

#[test]
fn a_click_on_a_row_of_the_panel_goes_to_its_sentence() {
    let mut reader = pressed(open(near_and_far(), 80, 24), "jj");
    reader.press("k").unwrap();
    let there = SentenceId::new(1, 9);
    let (x, y) = cell_of(&reader, |target| matches!(target, Target::Entry(Some(_))));
    let Some(Target::Entry(Some(id))) = reader.hit(x, y) else { panic!("{}", reader.screen()) };
    reader.point(Press, x, y).unwrap();
    let expected = if id.article == 0 { "▶" } else { "The levee" };
    assert!(reader.screen().contains(expected));
    // The wording of the other source, wherever the row stands.
    let mut reader = pressed(
        open(
            vec![
                document("Flood", &[LEVEE]),
                document(
                    "Upriver",
                    &[OTHERS[0], "Shortly before midnight on Tuesday the levee at Harper Bend broke."],
                ),
            ],
            80,
            24,
        ),
        "j",
    );
    let entry = cell_of(&reader, |target| matches!(target, Target::Entry(Some(id)) if id.article == 1));
    reader.point(Press, entry.0, entry.1).unwrap();
    assert!(at_cursor(&reader).contains("Shortly before"), "{}", reader.screen());
    assert_eq!(there.article, 1);
}

#[test]
fn a_click_on_a_hint_runs_it() {
    let mut reader = pressed(open(near_and_far(), 80, 24), "j");
    click(&mut reader, Target::Hint(Action::Help));
    assert!(reader.screen().contains("Signs and keys"), "{}", reader.screen());
    // What lies over the view takes the mouse: nothing under it is meant.
    let before = reader.place();
    reader.point(Press, 45, 4).unwrap();
    assert_eq!(reader.place(), before);
    let page = reader.screen();
    reader.point(DOWN, 40, 12).unwrap();
    assert_ne!(reader.screen(), page);
    reader.point(UP, 40, 12).unwrap();
    assert_eq!(reader.screen(), page);
    reader.press("<Esc>").unwrap();
    let mut wide = pressed(open(near_and_far(), 200, 24), "j");
    let (x, y) = cell_of(&wide, |target| target == Target::Hint(Action::Quit));
    assert!(wide.point(Press, x, y).unwrap().is_some());
}

#[test]
fn the_wheel_scrolls_the_column_under_the_pointer_alone() {
    let mut articles = near_and_far();
    articles.swap(0, 1);
    let twice: Vec<&str> = OTHERS.iter().chain([&LEVEE, &SCHOOL]).copied().collect();
    articles[1] = document("Again", &twice);
    let mut reader = pressed(open(articles, 80, 24), "jk");
    let [left, right] = [column(&reader, 0), column(&reader, 1)];
    reader.point(DOWN, 60, 5).unwrap();
    assert_eq!(column(&reader, 0), left);
    assert_eq!(column(&reader, 1)[1..10], right[4..13]);
    reader.point(UP, 60, 5).unwrap();
    assert_eq!(column(&reader, 1), right);
    // Above the text there is nothing to scroll to, and over the panel nothing scrolls.
    reader.point(UP, 60, 5).unwrap();
    reader.point(DOWN, 60, 20).unwrap();
    assert_eq!([column(&reader, 0), column(&reader, 1)], [left, right]);
}

#[test]
fn dragging_selects_sentences_of_one_source() {
    let mut reader = open(near_and_far(), 80, 24);
    let from = cell_of(&reader, |target| target == Target::Sentence(SentenceId::new(1, 1)));
    let to = cell_of(&reader, |target| target == Target::Sentence(SentenceId::new(1, 3)));
    reader.point(Press, from.0, from.1).unwrap();
    assert!(!reader.screen().contains('*'));
    reader.point(Drag, from.0, from.1 + 3).unwrap();
    reader.point(Drag, to.0, to.1).unwrap();
    // Another source is beyond what can be dragged over.
    reader.point(Drag, 5, 3).unwrap();
    reader.point(Release, 5, 3).unwrap();
    let starred = column(&reader, 1).iter().filter(|row| row.contains('*')).count();
    assert_eq!(starred, 3, "{}", reader.screen());
    assert!(column(&reader, 0).iter().all(|row| !row.contains('*')));
    assert!(
        reader.screen().contains("3 sentences selected") || reader.screen().contains("3 selected"),
        "{}",
        reader.screen()
    );
    // A click alone selects nothing, and the next drag adds to what is selected.
    click(&mut reader, Target::Sentence(SentenceId::new(0, 1)));
    assert_eq!(column(&reader, 0).iter().filter(|row| row.contains('*')).count(), 0);
}

#[test]
fn dragging_below_the_column_goes_on_to_what_is_not_in_sight() {
    let mut reader = open(near_and_far(), 80, 14);
    let from = cell_of(&reader, |target| target == Target::Sentence(SentenceId::new(1, 1)));
    reader.point(Press, from.0, from.1).unwrap();
    for _ in 0..20 {
        reader.point(Drag, from.0, 13).unwrap();
    }
    reader.point(Release, from.0, 13).unwrap();
    assert!(at_cursor(&reader).contains("The levee"), "{}", reader.screen());
    assert!(reader.screen().contains("9 "), "{}", reader.screen());
}

#[test]
fn a_second_click_unfolds_what_is_folded() {
    let articles = vec![
        document("Flood", &[LEVEE, OTHERS[0], OTHERS[1], "Advertisement", SCHOOL]),
        document("Upriver", &[LEVEE, SCHOOL]),
    ];
    let mut reader = pressed(open(articles, 80, 24), "j");
    let fold = cell_of(&reader, |target| matches!(target, Target::Fold { .. }));
    reader.point(Press, fold.0, fold.1).unwrap();
    assert!(row_with(&column(&reader, 0), "Advertisement").is_none(), "{}", reader.screen());
    reader.point(Press, fold.0, fold.1).unwrap();
    assert!(row_with(&column(&reader, 0), "Advertisement").is_some(), "{}", reader.screen());
}

#[test]
fn a_scroll_bar_tells_what_stands_where_and_a_click_goes_there() {
    let mut long: Vec<&str> = OTHERS.to_vec();
    long.extend([SCHOOL, LEVEE]);
    let mut reader =
        pressed(open(vec![document("Flood", &[SCHOOL, LEVEE]), document("Upriver", &long)], 80, 16), "jk");
    let marks: Vec<(u16, String)> = (0..16)
        .filter_map(|y| Some((y, reader.buffer().cell((79, y))?.symbol().to_owned())))
        .filter(|&(y, _)| matches!(reader.hit(79, y), Some(Target::Bar { article: 1, .. })))
        .collect();
    // All of the other article is in sight, and it has no bar.
    assert!((2..13).all(|y| reader.hit(39, y).is_none()));
    assert!(marks.len() > 5, "{}", reader.screen());
    // Of eight sentences that only this source has, and two that are shared: those stand last.
    assert!(marks.iter().any(|(_, mark)| mark == "+"), "{}", reader.screen());
    let (last, mark) = marks.last().unwrap();
    assert!(["│", "┃"].contains(&mark.as_str()), "{}", reader.screen());
    reader.point(Press, 79, *last).unwrap();
    assert!(at_cursor(&reader).contains("The levee"), "{}", reader.screen());
    let thumb = |reader: &Rehearsal| -> Vec<u16> {
        let at = |&y: &u16| {
            let cell = reader.buffer().cell((79, y)).unwrap();
            cell.symbol() == "┃" || cell.modifier.contains(ratatui::style::Modifier::BOLD)
        };
        (2..13).filter(at).collect()
    };
    let below = thumb(&reader);
    assert!(!below.is_empty() && below.contains(last), "{}", reader.screen());
    (0..9).for_each(|_| {
        reader.point(UP, 60, 5).unwrap();
    });
    let above = thumb(&reader);
    assert!(above.contains(&2) && !above.contains(last), "{}", reader.screen());
}
