//! Keys that depend on what came before them: the letter of a source, the filter, a page of help.

use parallax::comparison::{Settings, compare};
use parallax::tui::rehearsal::Rehearsal;
use parallax::tui::settings::ReaderSettings;

use super::{LEVEE, OTHERS, SCHOOL, column, document, environment, near_and_far, open, pressed, row_with};

/// So many sources that letters don't suffice.
fn sixty() -> Vec<parallax::article::Article> {
    (1..=60).map(|n| document(&format!("Number {n}"), &[LEVEE, OTHERS[n % 8]])).collect()
}

#[test]
fn sources_behind_the_letters_are_reached_by_number() {
    for (keys, title) in [
        ("'53", " 53 Number 53"),
        ("'60", " 60 Number 60"),
        ("'6<Enter>", " F Number 6"),
        ("'57<Tab>'5<Backspace>54", " 54 Number 54"),
        ("'z", " z Number 52"),
    ] {
        let reader = pressed(open(sixty(), 80, 24), keys);
        let rows = column(&reader, usize::from(!reader.screen().starts_with(title)));
        assert!(row_with(&rows, "▶").is_some(), "{keys}: {}", reader.screen());
        assert!(reader.screen().lines().next().unwrap().contains(title), "{keys}: {}", reader.screen());
    }
    let asked = pressed(open(sixty(), 80, 24), "'5");
    assert!(asked.screen().contains("a number to 60: 5"), "{}", asked.screen());
    assert!(pressed(asked, "x").screen().contains("there is no source 5x"));
    assert!(pressed(open(sixty(), 80, 24), "'61").screen().contains("there is no source 61"));
    assert!(pressed(open(sixty(), 80, 24), "'0").screen().contains("there is no source 0"));
}

#[test]
fn a_letter_with_ctrl_is_no_letter_of_a_source() {
    for key in ["<Ctrl-b>", "<Alt-b>"] {
        let reader = pressed(open(near_and_far(), 80, 24), &format!("'{key}"));
        assert!(row_with(&column(&reader, 0), "▶").is_some(), "{}", reader.screen());
        assert!(!reader.screen().contains("which source"), "{}", reader.screen());
    }
}

#[test]
fn what_is_no_longer_selected_goes_out_of_the_filter_for_it() {
    let selected = pressed(open(near_and_far(), 80, 24), "j<Space>j<Space>fff");
    assert!(selected.screen().contains("shown: selected"), "{}", selected.screen());
    let one = pressed(selected, "<Space>");
    let rows = column(&one, 0);
    assert!(row_with(&rows, "The levee").is_some() && row_with(&rows, "Two schools").is_none(), "{rows:?}");
    assert!(row_with(&rows, "▶").is_some(), "{rows:?}");
    // Nothing is selected any more, so everything is shown.
    for keys in ["<Space>", "C", "V"] {
        let reader = pressed(open(near_and_far(), 80, 24), "jj<Space>fff");
        let reader = pressed(reader, keys);
        let rows = column(&reader, 0);
        assert!(row_with(&rows, SCHOOL.get(..20).unwrap()).is_some(), "{keys}: {rows:?}");
        assert!(row_with(&rows, "The levee").is_some(), "{keys}: {rows:?}");
        assert!(!reader.screen().contains("shown: selected"), "{keys}: {}", reader.screen());
    }
}

#[test]
fn help_scrolled_to_its_end_fills_a_larger_screen() {
    let mut reader = pressed(open(near_and_far(), 80, 12), "?G");
    reader.resize(80, 160).unwrap();
    let whole = reader.screen();
    assert!(whole.contains("Move") && whole.contains("off-topic"), "{whole}");
    // And goes on from there.
    reader.resize(80, 12).unwrap();
    reader.press("G").unwrap();
    reader.resize(80, 40).unwrap();
    let end = reader.screen();
    reader.press("k").unwrap();
    assert_ne!(reader.screen(), end);
}

#[test]
fn dialogs_and_help_name_the_keys_that_are_set() {
    let settings = ReaderSettings::parse(
        r#"
            [keys]
            "j" = "none"
            "Down" = "none"
            "Ctrl-n" = "next_sentence"
            [keys.dialog]
            "Enter" = "none"
            "Ctrl-s" = "accept"
            "Tab" = "none"
            "F2" = "next_field"
            "Space" = "none"
            "b" = "select"
            "Esc" = "none"
            "F3" = "close"
        "#,
    )
    .unwrap();
    let story = || compare(near_and_far(), Settings::default());
    let reader = || Rehearsal::with_settings(story(), environment(), settings.clone(), 80, 60).unwrap();
    let export = pressed(reader(), "e");
    let hints = row_with(&export.screen().lines().map(str::to_owned).collect::<Vec<_>>(), "Ctrl-s write");
    assert!(hints.is_some(), "{}", export.screen());
    for (set, unset) in [("F2 field", "Tab field"), ("F3 close", "Esc close")] {
        assert!(export.screen().contains(set) && !export.screen().contains(unset), "{}", export.screen());
    }
    // What is named is what works.
    let export = pressed(export, "<Enter><Esc>");
    assert!(export.screen().contains("Ctrl-s write"), "{}", export.screen());
    assert!(!pressed(export, "<F3>").screen().contains("Ctrl-s write"));

    let columns = pressed(reader(), "c");
    assert!(columns.screen().contains("b column or not"), "{}", columns.screen());

    let help = pressed(reader(), "?");
    assert!(help.screen().contains("Ctrl-n"), "{}", help.screen());
    let key = |row: &str| row.split_whitespace().any(|word| word == "j");
    assert!(!help.screen().lines().any(key), "{}", help.screen());
}

#[test]
fn keys_that_follow_one_another_run_what_they_are_set_to() {
    let settings =
        ReaderSettings::parse("[keys.compare]\n\"Ctrl-x h\" = \"help\"\n\"Space f\" = \"filter\"\n").unwrap();
    let story = compare(near_and_far(), Settings::default());
    let mut reader = Rehearsal::with_settings(story, environment(), settings, 80, 24).unwrap();
    reader.press("<Ctrl-x>").unwrap();
    assert!(reader.screen().lines().last().unwrap().ends_with("Ctrl-x"), "{}", reader.screen());
    reader.press("h").unwrap();
    assert!(
        reader.screen().contains("Signs and keys") && reader.screen().contains("≠"),
        "{}",
        reader.screen()
    );
    // What makes nothing of the beginning is a key of its own.
    reader.press("<Esc><Ctrl-x>j").unwrap();
    let rows = column(&reader, 0);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains("The levee"), "{}", reader.screen());
    reader.press("<Space>f").unwrap();
    assert!(reader.screen().contains("shown: "), "{}", reader.screen());
}
