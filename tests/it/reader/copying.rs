//! What goes to the clipboard.

use super::{LEVEE, OTHERS, SCHOOL, column, document, near_and_far, open, pressed};

#[test]
fn a_sentence_is_copied_with_its_source() {
    let reader = pressed(open(near_and_far(), 80, 24), "jy");
    assert!(reader.screen().contains("copied 1 sentence"), "{}", reader.screen());
    let copied = reader.copied().unwrap();
    assert_eq!(copied, format!("{LEVEE}\n(Flood in the valley, Flood in the valley.txt)\n"));
}

#[test]
fn a_selection_is_copied_source_by_source() {
    let reader = pressed(open(near_and_far(), 80, 24), "j<Space><Space>'bgj<Space>y");
    assert!(reader.screen().contains("copied 3 sentences"), "{}", reader.screen());
    let copied = reader.copied().unwrap();
    let sources =
        ["Flood in the valley", "What happened upriver"].map(|name| format!("({name}, {name}.txt)"));
    assert_eq!(copied, format!("{LEVEE}\n{SCHOOL}\n{}\n\n{}\n{}\n", sources[0], OTHERS[0], sources[1]));
}

#[test]
fn nothing_that_acts_on_a_terminal_is_copied_and_no_more_than_it_takes() {
    let hostile = "Esc \u{1b}]52;c;AAAA\u{7} and \u{9b}31m with \u{202e}override and tab\tend of it all.";
    let long = vec!["word"; 50_000].join(" ");
    let reader = pressed(open(vec![document("Evil\u{1b}c", &[hostile, &long])], 80, 24), "jy");
    let copied = reader.copied().unwrap();
    assert!(copied.contains("override"), "{copied}");
    assert!(!copied.chars().any(|c| c != '\n' && parallax::say::acts(c)), "{copied:?}");
    let reader = pressed(reader, "Gy");
    assert!(reader.screen().contains("more than terminals copy; e exports"), "{}", reader.screen());
    assert!(reader.copied().unwrap().contains("override"));
}

#[test]
fn what_is_selected_is_left_for_the_next_sentence() {
    let reader = pressed(open(near_and_far(), 80, 24), "<Space><Space><Space><Space>");
    // At the end there is nowhere to go on to, and what is selected there no longer is.
    assert!(reader.screen().contains("*2 selected"), "{}", reader.screen());
    let rows = column(&reader, 0);
    assert!(
        rows.iter().any(|row| row.starts_with("▶  Two schools") || row.starts_with("▶+ Two schools")),
        "{rows:?}"
    );
}

#[test]
fn blank_lines_can_be_left_out() {
    let blank = |reader: &parallax::tui::rehearsal::Rehearsal| {
        let rows = column(reader, 1);
        rows.iter().skip(1).take_while(|row| !row.contains("Museum")).filter(|row| row.is_empty()).count()
    };
    let reader = open(near_and_far(), 80, 50);
    assert!(blank(&reader) > 5, "{}", reader.screen());
    let reader = pressed(reader, "b");
    assert_eq!(blank(&reader), 0, "{}", reader.screen());
    let kept = reader.place();
    assert!(blank(&pressed(reader, "b")) > 5);
    let mut again = open(near_and_far(), 80, 50);
    again.restore(&kept).unwrap();
    assert_eq!(blank(&again), 0, "{}", again.screen());
}
