//! What is selected and written beside sentences: the list of it, and the way into exports.

use super::{LEVEE, OTHERS, column, document, near_and_far, open, pressed, row_with};

#[test]
fn a_note_stands_by_its_sentence_and_in_the_panel() {
    let noted = pressed(open(near_and_far(), 100, 30), "jaask the <lt>mayor<Enter>");
    let screen = noted.screen();
    assert!(screen.contains("noted"), "{screen}");
    let rows = column(&noted, 0);
    assert!(rows[row_with(&rows, "▶").unwrap()].starts_with("▶=✎"), "{screen}");
    assert!(screen.contains("your note: ask the <mayor"), "{screen}");
    // It can be changed, and left as it was.
    let left = pressed(noted, "a and more<Esc>");
    assert!(left.screen().contains("your note: ask the <mayor"), "{}", left.screen());
    let gone = pressed(left, "a<Ctrl-u><Enter>");
    assert!(gone.screen().contains("the note is gone"), "{}", gone.screen());
    assert!(!gone.screen().contains('✎'), "{}", gone.screen());
}

#[test]
fn the_list_has_an_order_of_its_own() {
    let reader = pressed(open(near_and_far(), 100, 30), "jj<Space>g<Space><Tab>2G<Space>");
    let list = pressed(reader, "L");
    let screen = list.screen();
    assert!(screen.contains("3 selected"), "{screen}");
    let place = |screen: &str, words: &str| {
        screen.lines().position(|line| line.contains("│ * A") && line.contains(words)).unwrap()
    };
    assert!(place(&screen, "Two schools") < place(&screen, "Flood in the valley"), "{screen}");
    let moved = pressed(list, "gJa<Enter>");
    let screen = moved.screen();
    assert!(place(&screen, "Flood in the valley") < place(&screen, "Two schools"), "{screen}");

    // Enter goes there, and what is no longer selected in the list is no longer selected.
    let gone = pressed(moved, "G<Space>");
    assert!(gone.screen().contains("2 selected"), "{}", gone.screen());
    let there = pressed(gone, "g<Enter>");
    let rows = column(&there, 0);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains("Flood"), "{}", there.screen());
    assert!(pressed(open(near_and_far(), 100, 30), "L").screen().contains("nothing is selected"));
}

#[test]
fn the_list_leads_to_what_has_no_column() {
    let reader = pressed(open(near_and_far(), 100, 30), "<Tab>2G<Space>c<Space><Esc>");
    assert!(!reader.screen().contains(OTHERS[0].split(' ').next().unwrap()));
    let there = pressed(reader, "L<Enter>");
    let rows = column(&there, 1);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains("Engineers"), "{}", there.screen());
}

#[test]
fn exports_have_the_order_and_the_notes() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let story = vec![document("Flood", &[LEVEE, OTHERS[1]]), document("Upriver", &[LEVEE, OTHERS[0]])];
    let keys = format!("jj<Space>k<Space>kaso much<Enter>e<Tab><Tab><Ctrl-u>{}<Enter>", path("mine.md"));
    let reader = pressed(open(story, 100, 30), &keys);
    let markdown = std::fs::read_to_string(path("mine.md")).unwrap();
    let place = |words: &str| markdown.find(words).unwrap_or_else(|| panic!("{words}: {markdown}"));
    assert!(place("Farmers") < place("levee"), "{markdown}");
    let keys = format!("jaas well<Enter>e<Tab><Tab><Ctrl-u>{}<Enter>", path("mine.json"));
    pressed(reader, &keys);
    let json: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path("mine.json")).unwrap()).unwrap();
    assert_eq!(json["selected"], serde_json::json!([[0, 2], [0, 1]]));
}
