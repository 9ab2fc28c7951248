//! Sources that are read again, and an editor at the line of the cursor.

use std::sync::atomic::{AtomicUsize, Ordering};

use parallax::comparison::{Settings, compare};
use parallax::read::{Originals, Source, sources};
use parallax::tui::env::Environment;
use parallax::tui::rehearsal::Rehearsal;
use parallax::tui::settings::ReaderSettings;
use parallax::tui::{Load, Loaded};

use super::{LEVEE, OTHERS, SCHOOL, column, document, near_and_far, open, pressed, row_with};

/// A reader whose story gets another first article when it is read again.
fn changing() -> Rehearsal {
    let mut reader = open(near_and_far(), 100, 30);
    let times = AtomicUsize::new(0);
    reader.load_by(Load::by(move |_| {
        let mut articles = near_and_far();
        if times.fetch_add(1, Ordering::SeqCst) == 0 {
            articles[0] = document("Flood in the valley", &[OTHERS[7], LEVEE, SCHOOL]);
        }
        let comparison = compare(articles, Settings::default());
        Loaded {
            comparison,
            left_out: Vec::new(),
            originals: Originals::default(),
            sample: false,
            kept: None,
        }
    }));
    reader
}

#[test]
fn the_cursor_stays_on_its_sentence_and_what_was_done_goes_along() {
    let reader = pressed(changing(), "j<Space>anoted<Enter><Tab>2Gx");
    let again = pressed(reader, "gr");
    let screen = again.screen();
    assert!(screen.contains("read again: 1 of 2 changed, 2 now"), "{screen}");
    assert!(screen.contains("Museum staff"), "{screen}");
    assert!(screen.contains("*1 selected"), "{screen}");
    let rows = column(&again, 1);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains("What happened upriver"), "{screen}");
    assert!(screen.contains("you said so"), "{screen}");
    let list = pressed(again, "L");
    assert!(list.screen().contains("Two schools") && list.screen().contains("✎ noted"), "{}", list.screen());
}

#[test]
fn a_change_of_a_file_reads_the_sources_again() {
    let mut reader = changing();
    reader.changed().unwrap();
    assert!(reader.screen().contains("Museum staff"), "{}", reader.screen());
    // Without a way to read them there is nothing to do.
    let mut without = open(near_and_far(), 100, 30);
    without.changed().unwrap();
    assert!(pressed(without, "r").screen().contains("there is nothing to read again"));
}

#[test]
fn the_editor_begins_at_the_line_of_the_cursor() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    std::fs::write(&path, format!("Flood\n\n{LEVEE}\n\n{SCHOOL}\n")).unwrap();
    let reading = sources(&[Source::Path(path.clone())], &mut std::io::empty());
    let comparison = compare(reading.articles, Settings::default());
    let loaded =
        Loaded { comparison, left_out: Vec::new(), originals: reading.originals, sample: false, kept: None };
    let environment = Environment::of(|name| match name {
        "LANG" => Some("C.UTF-8".to_owned()),
        "EDITOR" => Some("vi".to_owned()),
        _ => None,
    });
    let reader = Rehearsal::of(loaded, environment, ReaderSettings::default(), 80, 24).unwrap();
    let edited = pressed(reader, "jjE");
    assert_eq!(edited.edited(), Some((path.as_path(), Some(5))));
    let none = pressed(open(near_and_far(), 80, 24), "E");
    assert!(none.screen().contains("no editor is set"), "{}", none.screen());
}
