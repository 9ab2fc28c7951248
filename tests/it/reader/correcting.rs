//! What the user says of pairs and of single sentences.

use super::{LEVEE, OTHERS, SCHOOL, column, document, near_and_far, open, pressed, row_with};
use parallax::tui::rehearsal::Rehearsal;

/// The line between the columns and the panel.
fn strip(reader: &Rehearsal) -> String {
    reader.screen().lines().find(|line| line.starts_with("── ")).unwrap().to_owned()
}

#[test]
fn two_sentences_are_said_to_be_the_same_one_after_the_other() {
    let reader = pressed(open(near_and_far(), 100, 30), "jj");
    let first = pressed(reader, "m");
    assert!(first.screen().contains("press m there"), "{}", first.screen());
    assert!(strip(&first).contains("A is …?"), "{}", first.screen());
    // Esc: never mind. On itself: never mind. In one source: no.
    let never = pressed(first, "<Esc>");
    assert!(!strip(&never).contains('?'), "{}", never.screen());
    let itself = pressed(never, "mm");
    assert!(itself.screen().contains("nothing is said"), "{}", itself.screen());
    let same_source = pressed(itself, "mkm");
    assert!(same_source.screen().contains("both are of one source"), "{}", same_source.screen());

    let said = pressed(same_source, "jm<Tab>2Gm");
    let screen = said.screen();
    assert!(screen.contains("A and B say the same here; X takes it back"), "{screen}");
    assert!(screen.contains("you said so: "), "{screen}");
    let undone = pressed(said, "X");
    assert!(!undone.screen().contains("you said so"), "{}", undone.screen());
    let again = pressed(undone, "<Ctrl-r>");
    assert!(
        again.screen().contains("made again") && again.screen().contains("you said so"),
        "{}",
        again.screen()
    );
    assert!(pressed(again, "<Ctrl-r>").screen().contains("nothing was taken back"));
}

#[test]
fn a_pair_is_told_apart_from_its_row_in_the_panel() {
    let story = || vec![document("Flood", &[LEVEE, SCHOOL]), document("Upriver", &[LEVEE, OTHERS[0]])];
    let reader = pressed(open(story(), 100, 30), "j");
    assert!(column(&reader, 0)[row_with(&column(&reader, 0), "▶").unwrap()].contains('='));
    let apart = pressed(reader, "pM");
    let screen = apart.screen();
    assert!(screen.contains("A and B don't say the same here"), "{screen}");
    let rows = column(&apart, 0);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains('+'), "{screen}");
}

#[test]
fn a_disagreement_is_no_longer_one() {
    let other = LEVEE.replace("Tuesday", "Monday");
    let story = vec![document("Flood", &[LEVEE, SCHOOL]), document("Upriver", &[&other, OTHERS[0]])];
    let reader = pressed(open(story, 100, 30), "j");
    assert!(column(&reader, 0)[row_with(&column(&reader, 0), "▶").unwrap()].contains('≠'));
    let agreed = pressed(reader, "<Alt-w>");
    let screen = agreed.screen();
    assert!(screen.contains("A and B don't disagree here"), "{screen}");
    let body = screen.lines().take(20).collect::<String>();
    assert!(!body.contains('≠'), "{screen}");
    assert!(pressed(agreed, "<Alt-w>").screen().contains("no source tells this differently"));
}

#[test]
fn a_sentence_of_a_paragraph_is_set_aside_alone() {
    let paragraph = format!("{LEVEE} {}", OTHERS[3]);
    let story = vec![document("Flood", &[&paragraph, SCHOOL]), document("Upriver", &[LEVEE, OTHERS[0]])];
    let aside = pressed(open(story, 100, 30), "jj<Alt-x>");
    let screen = aside.screen();
    let rows = column(&aside, 0);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains('×'), "{screen}");
    assert!(rows[row_with(&rows, "levee at").unwrap()].contains('='), "{screen}");
    assert!(screen.contains("this sentence is not the story") && screen.contains("you said so"), "{screen}");
    assert!(pressed(aside, "<Alt-x>").screen().contains("this sentence is the story"));
}
