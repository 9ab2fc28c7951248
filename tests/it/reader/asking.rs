//! Commands by name, help, and the line at the cursor in words.

use super::{LEVEE, OTHERS, SCHOOL, column, document, near_and_far, open, pressed, row_with};

#[test]
fn a_command_is_found_by_some_of_its_letters() {
    let list = pressed(open(near_and_far(), 100, 30), ":");
    assert!(list.screen().contains("the next sentence"), "{}", list.screen());
    let found = pressed(list, "onlyhere");
    let screen = found.screen();
    assert!(screen.contains("sentence that only this source has"), "{screen}");
    let row = screen.lines().find(|line| line.contains("only this source has")).unwrap();
    assert!(row.trim_end().ends_with("u │") || row.contains(" u "), "{screen}");
    let done = pressed(found, "<Enter>");
    let rows = column(&done, 0);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains('+'), "{}", done.screen());
    // Nothing that is found runs nothing.
    let nothing = pressed(done, ":zzqqxx");
    assert!(nothing.screen().contains("no command has these letters"), "{}", nothing.screen());
    assert!(!pressed(nothing, "<Enter>").screen().contains("Commands"));
    assert!(pressed(open(near_and_far(), 80, 24), ":quit<Enter>").screen().contains("Flood"));
}

#[test]
fn help_begins_with_the_signs_and_finds_what_is_typed() {
    let help = pressed(open(near_and_far(), 80, 24), "?");
    let screen = help.screen();
    assert!(screen.lines().nth(1).unwrap().contains("Signs") && screen.contains("≠"), "{screen}");
    let found = pressed(help, "/clipboard<Ctrl-u>compare");
    assert!(!found.screen().contains("half a page"), "{}", found.screen());
    let found = pressed(found, "<Ctrl-u>half a page");
    let screen = found.screen();
    assert!(screen.contains("half a page down") && !screen.contains("quit"), "{screen}");
    let all = pressed(found, "<Enter><Esc>");
    assert!(all.screen().contains("Signs"), "{}", all.screen());
    assert!(!pressed(all, "<Esc>").screen().contains("Signs and keys"));
}

#[test]
fn help_has_two_columns_where_they_fit() {
    let wide = pressed(open(near_and_far(), 200, 60), "?").screen();
    let row = wide.lines().find(|line| line.contains("another source has the same words")).unwrap();
    assert!(row.trim().len() > 100, "{wide}");
}

#[test]
fn help_twice_explains_the_line_at_the_cursor() {
    let other = LEVEE.replace("Tuesday", "Monday");
    let story =
        vec![document("Flood", &[LEVEE, SCHOOL, "Advertisement"]), document("Upriver", &[&other, OTHERS[0]])];
    let explained = pressed(open(story, 100, 30), "j??");
    let screen = explained.screen();
    for words in
        ["In A, Flood: body.", "Its sign is ≠", "B says it, lightly edited", "Tuesday here, Monday there"]
    {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    let only = pressed(explained, "<Esc>j<F1>");
    assert!(only.screen().contains("Its sign is +"), "{}", only.screen());
    let flagged = pressed(only, "<Esc>j<F1>");
    let screen = flagged.screen();
    assert!(screen.contains("Not this story") && screen.contains("because:"), "{screen}");
}
