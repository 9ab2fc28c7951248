//! What is done in a story comes back with it.

use std::fs;
use std::path::{Path, PathBuf};

use parallax::article::Article;
use parallax::comparison::{Settings, compare};
use parallax::read::Originals;
use parallax::tui::rehearsal::Rehearsal;
use parallax::tui::settings::ReaderSettings;
use parallax::tui::{Kept, Loaded};

use super::{LEVEE, OTHERS, SCHOOL, column, document, environment, pressed, row_with};

fn story() -> Vec<Article> {
    vec![
        document("Flood in the valley", &[LEVEE, SCHOOL]),
        document("Upriver", &[LEVEE, OTHERS[0], OTHERS[1]]),
    ]
}

/// Opens a story as the program does, with what is kept of it in a folder.
fn open_in(folder: &Path, articles: Vec<Article>) -> Rehearsal {
    let kept = Kept::in_folder(folder, &articles);
    let mut comparison = compare(articles, Settings::default());
    if let Some(state) = &kept.state {
        comparison = comparison.corrected(state.corrections());
    }
    let loaded = Loaded {
        comparison,
        left_out: Vec::new(),
        originals: Originals::default(),
        sample: false,
        kept: Some(kept),
    };
    Rehearsal::of(loaded, environment(), ReaderSettings::default(), 100, 30).unwrap()
}

/// The files of states in a folder.
fn states(folder: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect()
}

/// Two selected, one noted, one corrected, the cursor on the last.
const WORK: &str = "jj<Space>k<Space>kaask<Enter><Tab>3Gx";

#[test]
fn everything_is_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let reader = pressed(open_in(folder.path(), story()), WORK);
    reader.keep().unwrap();
    let place = reader.place();

    // In another order, too.
    for articles in [story(), story().into_iter().rev().collect()] {
        let again = open_in(folder.path(), articles);
        let screen = again.screen();
        assert!(screen.contains("as you left it: 2 selected, 1 note, 1 correction"), "{screen}");
        assert!(screen.contains('✎') && screen.contains("you said so"), "{screen}");
        assert_eq!(again.place()["compare"]["block"], place["compare"]["block"]);
        let list = pressed(again, "L");
        let lines: Vec<String> = list.screen().lines().map(str::to_owned).collect();
        let row = |words: &str| {
            let is = |line: &String| line.starts_with("│ * ") && line.contains(words);
            lines.iter().position(is).unwrap_or_else(|| panic!("{}", list.screen()))
        };
        assert!(row("Two schools") < row("The levee"), "{}", list.screen());
    }
    assert_eq!(states(folder.path()).len(), 1);
}

#[test]
fn a_selection_that_was_not_exported_outlives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    // Nobody leaves the reader: it is gone.
    drop(pressed(open_in(folder.path(), story()), "jj<Space>"));
    let again = open_in(folder.path(), story());
    assert!(again.screen().contains("as you left it: 1 selected"), "{}", again.screen());
}

#[test]
fn a_changed_article_keeps_what_still_fits() {
    let folder = tempfile::tempdir().unwrap();
    pressed(open_in(folder.path(), story()), "jj<Space>k<Space><Tab>3Gagone<Enter>").keep().unwrap();
    let mut changed = story();
    changed[0] = document("Flood in the valley", &[OTHERS[4], LEVEE, "Two schools are open again."]);
    let again = open_in(folder.path(), changed);
    // One of the two sentences is there as it was, the note on the other article as well.
    assert!(again.screen().contains("as you left it: 1 selected, 1 note"), "{}", again.screen());
    let list = pressed(again, "L");
    assert!(list.screen().contains("* A The levee"), "{}", list.screen());
    pressed(list, "<Esc>").keep().unwrap();
    // What no longer fits is not lost: it is there when the text is.
    let mut back = story();
    back[1] = document("Upriver", &[LEVEE, OTHERS[0], OTHERS[1], OTHERS[2]]);
    assert!(open_in(folder.path(), back).screen().contains("2 selected"));
    // Another story has nothing to do with it.
    let other = vec![document("Elsewhere", &[OTHERS[5], OTHERS[6]])];
    assert!(!open_in(folder.path(), other).screen().contains("as you left it"));
}

#[test]
fn two_programs_on_one_story_keep_what_either_did() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = open_in(folder.path(), story());
    let mut second = open_in(folder.path(), story());
    first.press("jj<Space>").unwrap();
    second.press("jaby the second<Enter>").unwrap();
    first.press("k<Space>").unwrap();
    second.keep().unwrap();
    first.keep().unwrap();
    let again = open_in(folder.path(), story());
    assert!(again.screen().contains("as you left it: 2 selected, 1 note"), "{}", again.screen());
    // What one takes back stays taken back, when nobody else was there.
    let alone = pressed(again, "C");
    alone.keep().unwrap();
    assert!(open_in(folder.path(), story()).screen().contains("as you left it: 1 note"));
}

#[test]
fn a_file_that_is_cut_off_is_set_aside_and_said() {
    let folder = tempfile::tempdir().unwrap();
    pressed(open_in(folder.path(), story()), WORK).keep().unwrap();
    let path = states(folder.path()).remove(0);
    let whole = fs::read(&path).unwrap();
    for cut in 0..whole.len() {
        let other = tempfile::tempdir().unwrap();
        let damaged = other.path().join(path.file_name().unwrap());
        fs::write(&damaged, &whole[..cut]).unwrap();
        let kept = Kept::in_folder(other.path(), &story());
        let fault = kept.fault.unwrap_or_else(|| panic!("cut at {cut}"));
        assert!(fault.contains("unreadable-0"), "{fault}");
        assert_eq!(
            fs::read(other.path().join(damaged.with_extension("unreadable-0"))).unwrap(),
            &whole[..cut]
        );
        assert!(kept.state.is_none() && kept.keeper.is_some());
    }
    fs::write(&path, "nothing of ours").unwrap();
    let reader = open_in(folder.path(), story());
    assert!(reader.screen().contains("can't be read; it is now"), "{}", reader.screen());
    // Work goes on, and is kept.
    pressed(reader, "jj<Space>").keep().unwrap();
    assert!(open_in(folder.path(), story()).screen().contains("1 selected"));
}

#[test]
fn a_folder_that_can_not_be_written_to_is_said_and_work_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("file");
    fs::write(&taken, "").unwrap();
    let reader = open_in(&taken, story());
    assert!(reader.screen().contains("can't keep what you do"), "{}", reader.screen());
    let reader = pressed(reader, "jj<Space>");
    let rows = column(&reader, 0);
    assert!(row_with(&rows, "*").is_some(), "{}", reader.screen());
}
