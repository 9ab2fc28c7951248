//! What the reader looks like: the sample story as text, and beside it what each cell means.
//! After a change that is meant, `INSTA_UPDATE=always cargo test screens` accepts it.

use parallax::comparison::{Comparison, Settings, compare};
use parallax::tui::env::Environment;
use parallax::tui::rehearsal::Rehearsal;

use crate::story::disputes::FERRY;
use crate::story::story as story_of;

fn story() -> Comparison {
    compare(parallax::sample::articles(), Settings::default())
}

fn environment(variables: &[(&str, &str)]) -> Environment {
    Environment::of(|name| {
        let set = variables.iter().find(|(variable, _)| *variable == name);
        set.map(|(_, value)| (*value).to_owned())
    })
}

fn reader(width: u16, height: u16) -> Rehearsal {
    let environment = environment(&[("LANG", "en_US.UTF-8"), ("COLORTERM", "truecolor")]);
    Rehearsal::new(story(), environment, width, height).unwrap()
}

fn with_meanings(reader: &Rehearsal) -> String {
    format!("{}\n{}", reader.screen(), reader.meanings())
}

#[test]
fn first_picture_80x24() {
    insta::assert_snapshot!(with_meanings(&reader(80, 24)));
}

#[test]
fn three_columns_120x36() {
    let mut reader = reader(120, 36);
    reader.press("jjjj").unwrap();
    insta::assert_snapshot!(with_meanings(&reader));
}

#[test]
fn five_columns_200x60() {
    let mut reader = reader(200, 60);
    reader.press("sj<Space>V").unwrap();
    insta::assert_snapshot!(with_meanings(&reader));
}

#[test]
fn ascii_signs_without_a_unicode_locale() {
    let mut reader = Rehearsal::new(story(), environment(&[("LANG", "C")]), 80, 24).unwrap();
    reader.press("u").unwrap();
    let screen = reader.screen();
    assert!(screen.is_ascii(), "{screen}");
    insta::assert_snapshot!(screen);
}

#[test]
fn where_sources_differ() {
    let environment = environment(&[("LANG", "en_US.UTF-8"), ("COLORTERM", "truecolor")]);
    let mut reader = Rehearsal::new(story_of(&FERRY), environment, 80, 24).unwrap();
    reader.press("w").unwrap();
    insta::assert_snapshot!(with_meanings(&reader));
}

#[test]
fn a_line_corrected_by_hand() {
    let mut reader = reader(80, 24);
    reader.press("jjx").unwrap();
    insta::assert_snapshot!(with_meanings(&reader));
}

#[test]
fn help_lists_the_keys_as_they_are_set() {
    let mut reader = reader(80, 24);
    reader.press("?").unwrap();
    insta::assert_snapshot!(reader.screen());
    reader.press("G").unwrap();
    assert!(reader.screen().contains("In a dialog"), "{}", reader.screen());
    reader.press("<Esc>").unwrap();
    assert!(!reader.screen().contains("In a dialog"));
}

#[test]
fn export_dialog() {
    let mut reader = reader(80, 24);
    reader.press("<Space>j<Space>e").unwrap();
    insta::assert_snapshot!(with_meanings(&reader));
}

#[test]
fn no_size_is_too_small_to_draw() {
    let mut reader = reader(0, 0);
    for overlay in ["", "?", "<Esc>c", "<Esc>e", "<Esc>u", "x", "X"] {
        reader.press(overlay).unwrap();
        for height in 0..=20 {
            for width in 0..=60 {
                reader.resize(width, height).unwrap();
                if width < 40 || height < 8 {
                    assert!(!reader.screen().contains('▶'));
                }
            }
        }
    }
    reader.press("<Esc>").unwrap();
    reader.resize(20, 5).unwrap();
    assert!(reader.screen().contains("Too small"), "{}", reader.screen());
    reader.resize(80, 24).unwrap();
    assert!(reader.screen().contains('▶'), "{}", reader.screen());
}

#[test]
fn no_colour_is_used_where_none_is_wanted() {
    use ratatui::style::Color;
    let environment = environment(&[("LANG", "en_US.UTF-8"), ("NO_COLOR", "1")]);
    let mut reader = Rehearsal::new(story(), environment, 120, 36).unwrap();
    for keys in ["", "jjjj", "<Space>V", "e", "<Esc>?"] {
        reader.press(keys).unwrap();
        let cells = reader.buffer().content();
        assert!(cells.iter().all(|cell| (cell.fg, cell.bg) == (Color::Reset, Color::Reset)));
    }
}
