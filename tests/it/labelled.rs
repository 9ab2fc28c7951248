//! The command that measures off-topic detection on labelled pages: `examples/evidence`.

use std::fs;
use std::path::Path;

#[path = "../../examples/evidence/calibration.rs"]
mod calibration;
#[path = "../../examples/evidence/number.rs"]
mod number;
#[path = "../../examples/evidence/pages.rs"]
mod pages;
#[path = "../../examples/evidence/report.rs"]
mod report;

/// An article of four lines of the story and two that aren't.
const PAGE: [(&str, &str); 6] = [
    ("headline", "Hafen von Emden bleibt bis Freitag gesperrt"),
    ("content", "Der Hafen von Emden bleibt nach dem Sturm bis Freitag gesperrt, sagte der Hafenmeister."),
    ("boiler", "Folgen Sie uns auf Facebook"),
    ("content", "Zwei Frachter liegen seit Montag vor der Küste und warten auf einen Lotsen."),
    ("content", "Die Fähren nach Borkum fahren wieder, sobald der Wind nachlässt, teilte die Reederei mit."),
    ("boiler", "Lesen Sie auch: Sturm deckt Dächer in Leer ab"),
];
/// The same story in other newspapers.
const OTHERS: [[(&str, &str); 4]; 2] = [
    [
        ("headline", "Sturm: Emdens Hafen ist zu"),
        ("content", "Wegen des Sturms bleibt der Hafen von Emden bis Freitag gesperrt, so der Hafenmeister."),
        ("content", "Vor der Küste warten zwei Frachter seit Montag auf einen Lotsen."),
        ("content", "Sobald der Wind nachlässt, fahren die Fähren nach Borkum wieder, so die Reederei."),
    ],
    [
        ("headline", "Frachter warten auf Lotsen"),
        ("content", "Bis Freitag bleibt der Hafen von Emden gesperrt, der Hafenmeister nennt den Sturm."),
        ("content", "Zwei Frachter warten vor der Küste seit Montag auf die Lotsen."),
        ("content", "Die Reederei lässt ihre Fähren nach Borkum fahren, wenn der Wind nachlässt."),
    ],
];

/// Writes a page with its labels into a folder.
fn write(folder: &Path, name: &str, lines: &[(&str, &str)]) {
    let column = |cell: fn(&(&str, &str)) -> String| lines.iter().map(cell).collect::<String>();
    fs::write(folder.join(format!("{name}.txt")), column(|line| format!("{}\n", line.1))).unwrap();
    fs::write(folder.join(format!("{name}.lab")), column(|line| format!("{}\n", line.0))).unwrap();
}

fn report_of(folder: &Path) -> String {
    report::report(&pages::read(&[folder.as_os_str().to_owned()]).unwrap())
}

/// The row of a clue.
fn row<'a>(report: &'a str, clue: &str) -> &'a str {
    report.lines().find(|line| line.starts_with(&format!("| {clue} |"))).unwrap()
}

#[test]
fn a_clue_that_finds_a_line_is_missed_where_it_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "emden", &PAGE);
    let report = report_of(folder.path());
    assert!(
        report.starts_with("6 lines of extracted articles, 2 of them off-topic: 2 found, 0 wrongly flagged."),
        "{report}"
    );
    assert_eq!(row(&report, "(nothing)"), "| (nothing) | | | | 1.000 | 1.000 (0) | 1.000 (0) |");
    assert!(row(&report, "phrase").starts_with("| phrase | against | 0 | 2 |"), "{report}");
    assert!(row(&report, "phrase").contains("(−"), "{report}");
    assert!(row(&report, "sentence").starts_with("| sentence | for | 3 | "), "{report}");
    assert!(report.contains("0 lines of whole pages"), "{report}");
}

#[test]
fn a_flag_on_the_story_counts_as_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let mut page = PAGE;
    page[2].0 = "content";
    write(folder.path(), "emden", &page);
    let report = report_of(folder.path());
    assert!(report.contains("1 of them off-topic: 1 found, 1 wrongly flagged."), "{report}");
    assert_eq!(row(&report, "(nothing)"), "| (nothing) | | | | .500 | 1.000 (0) | .800 (0) |");
}

#[test]
fn lines_that_readers_left_open_are_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut page = PAGE;
    (page[2].0, page[4].0, page[5].0) = ("?", "comment", "partial");
    write(folder.path(), "emden", &page);
    assert!(report_of(folder.path()).starts_with("3 lines of extracted articles, 0 of them"));
}

#[test]
fn pages_of_a_folder_inside_are_one_story() {
    let folder = tempfile::tempdir().unwrap();
    let story = tempfile::tempdir().unwrap();
    let inside = story.path().join("hafen");
    fs::create_dir(&inside).unwrap();
    for folder in [folder.path(), &inside] {
        write(folder, "emden", &PAGE);
        write(folder, "leer", &OTHERS[0]);
        write(folder, "norden", &OTHERS[1]);
    }
    let silent = |report: &str| {
        let silent = report.lines().find(|line| line.starts_with("On none of these lines")).unwrap();
        silent.trim_end_matches('.').ends_with("supported")
    };
    assert!(silent(&report_of(folder.path())));
    let together = report_of(story.path());
    assert!(together.starts_with("14 lines") && !silent(&together), "{together}");
    assert!(row(&together, "supported").starts_with("| supported | for |"), "{together}");
}

#[test]
fn a_page_without_a_label_for_each_line_is_named() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "emden", &PAGE);
    fs::write(folder.path().join("emden.lab"), "content\nboiler\n").unwrap();
    let fault = pages::read(&[folder.path().as_os_str().to_owned()]).err().unwrap().to_string();
    assert!(fault.contains("emden.txt") && fault.contains("label"), "{fault}");
}
