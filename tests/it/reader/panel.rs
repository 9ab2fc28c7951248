//! The panel, entered, and beside the columns.

use parallax::article::{Article, SentenceId};
use parallax::tui::Target;
use parallax::tui::pointer::Gesture::Press;
use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, column, document, near_and_far, open, pressed, row_with};

/// Several sources that say the same in their own words.
fn wordings() -> Vec<Article> {
    let first = "The levee at Harper Bend broke shortly before midnight on Tuesday, and water covered the lower valley.";
    let others = [
        "Shortly before midnight on Tuesday the levee at Harper Bend broke, and the lower valley was covered by water.",
        "Water covered the lower valley after the levee at Harper Bend broke on Tuesday shortly before midnight.",
        "The levee at Harper Bend broke on Tuesday shortly before midnight, officials said, and water covered the valley.",
    ];
    let mut articles = vec![document("First", &[first, SCHOOL])];
    for (n, text) in others.iter().enumerate() {
        articles.push(document(&format!("Number {n}"), &[OTHERS[n], text]));
    }
    articles
}

/// The rows below the strip, without the last.
fn panel(reader: &Rehearsal) -> Vec<String> {
    let screen = reader.screen();
    let mut rows: Vec<String> = screen
        .lines()
        .skip_while(|row| !row.starts_with("── ") && !row.starts_with("──  "))
        .skip(1)
        .map(str::to_owned)
        .collect();
    if let Some(strip) = rows.iter().rposition(|row| row.contains("[A")) {
        rows.drain(..=strip);
    }
    rows.pop();
    rows
}

fn at_panel(reader: &Rehearsal) -> String {
    panel(reader).iter().find(|row| row.starts_with('▶')).cloned().unwrap_or_default()
}

#[test]
fn it_is_entered_walked_and_left() {
    let before = pressed(open(wordings(), 80, 24), "j").screen();
    let reader = pressed(open(wordings(), 80, 24), "jp");
    assert!(panel(&reader).len() > 6, "{}", reader.screen());
    assert!(reader.screen().contains("Enter goes there"), "{}", reader.screen());
    // The sentence at the cursor stays in sight.
    assert!(column(&reader, 0).iter().any(|row| row.starts_with('▶')), "{}", reader.screen());
    let first = at_panel(&reader);
    assert!(!first.is_empty(), "{}", reader.screen());
    let reader = pressed(reader, "j");
    assert_ne!(at_panel(&reader), first);
    assert_eq!(at_panel(&pressed(reader, "k")), first);
    for leave in ["p", "<Esc>"] {
        assert_eq!(pressed(open(wordings(), 80, 24), &format!("jpjj{leave}")).screen(), before);
    }
}

#[test]
fn enter_goes_to_the_sentence_of_a_row_and_the_way_back_is_known() {
    let reader = pressed(open(wordings(), 80, 24), "jpG");
    let row = at_panel(&reader);
    let letter = row.trim_start_matches('▶').chars().next().unwrap();
    let reader = pressed(reader, "<Enter>");
    let screen = reader.screen();
    assert!(!screen.contains("Enter goes there"), "{screen}");
    let titles = screen.lines().next().unwrap();
    assert!(titles.contains(&format!("{letter} Number")), "{letter}: {screen}");
    let place = usize::from(!titles.starts_with(&format!(" {letter}")));
    let rows = column(&reader, place);
    assert!(
        rows[row_with(&rows, "▶").unwrap()].contains("evee") || rows.concat().contains("Harper"),
        "{screen}"
    );
    let reader = pressed(reader, "<Ctrl-o>");
    assert!(column(&reader, 0).iter().any(|row| row.starts_with('▶')), "{}", reader.screen());
}

#[test]
fn what_is_doubtful_has_rows_of_its_own_there() {
    let story = parallax::comparison::compare(
        parallax::sample::articles(),
        parallax::comparison::Settings::default(),
    );
    let mut reader = Rehearsal::new(story, super::environment(), 80, 24).unwrap();
    let doubtful =
        |reader: &Rehearsal| panel(reader).iter().any(|row| row.contains(" doubtful; the likeliest"));
    for _ in 0..60 {
        reader.press("j").unwrap();
        if doubtful(&reader) {
            break;
        }
    }
    let row = panel(&reader).into_iter().find(|row| row.contains(" doubtful;")).unwrap();
    let count: usize = row.split_whitespace().find_map(|word| word.parse().ok()).unwrap();
    let reader = pressed(reader, "pG");
    assert!(!doubtful(&reader), "{}", reader.screen());
    // From the last row upwards, each of them.
    let mut reader = reader;
    let mut rows = Vec::new();
    for _ in 0..count {
        rows.push(at_panel(&reader));
        reader.press("k").unwrap();
    }
    assert!(rows.iter().all(|row| row.contains('?')), "{rows:?}");
    rows.dedup();
    assert_eq!(rows.len(), count);
}

#[test]
fn the_row_at_its_cursor_is_told_in_full() {
    let rises: Vec<String> = (0..30).map(|n| format!("rise {n}")).collect();
    let long = format!("{} after {}", LEVEE.trim_end_matches('.'), rises.join(" and "));
    let other = format!("{long} until dawn.");
    let articles = vec![document("First", &[&format!("{long}.")]), document("Second", &[SCHOOL, &other])];
    let told = |reader: &Rehearsal| {
        let rows = panel(reader).join(" ").replace('▌', " ");
        let words = rows.split_whitespace().collect::<Vec<_>>().join(" ");
        rises.iter().filter(|rise| words.contains(&format!("{rise} and"))).count()
    };
    let reader = pressed(open(articles, 80, 24), "j");
    assert!(told(&reader) < 25, "{}", reader.screen());
    let reader = pressed(reader, "p");
    assert_eq!(told(&reader), 29, "{}", reader.screen());
}

#[test]
fn any_other_key_does_what_it_does_and_the_panel_follows() {
    let reader = pressed(open(wordings(), 80, 24), "jpj<Tab>");
    assert!(reader.screen().contains("Enter goes there"), "{}", reader.screen());
    assert!(at_panel(&reader).starts_with("▶B"), "{}", reader.screen());
    // Also where there is next to nothing to say, on any screen.
    for (width, height) in [(40, 8), (40, 12), (200, 60)] {
        let mut reader = pressed(open(near_and_far(), width, height), "pjjGkg<Tab>jp");
        reader.resize(80, 24).unwrap();
        reader.press("p<Enter>pt<Esc><Esc>").unwrap();
        assert!(reader.screen().contains('▶'), "{}", reader.screen());
    }
}

#[test]
fn on_a_wide_screen_it_stands_beside_two_sources() {
    let two = || wordings().into_iter().take(2).collect::<Vec<_>>();
    let mut reader = pressed(open(two(), 170, 40), "j");
    let screen = reader.screen();
    let beside = |row: &str| row.split('│').next_back().is_some_and(|part| part.contains("B  "));
    let row = screen.lines().position(beside).unwrap_or_else(|| panic!("{screen}"));
    // The columns have all the rows but those of titles, strip and hints.
    assert!(screen.lines().nth(37).unwrap().contains('│'), "{screen}");
    assert!(screen.lines().nth(38).unwrap().starts_with("── [A]"), "{screen}");
    // What is drawn there is what is hit.
    let (x, y) = (160, u16::try_from(row).unwrap());
    assert!(matches!(reader.hit(x, y), Some(Target::Entry(Some(SentenceId { article: 1, .. })))), "{screen}");
    reader.point(Press, x, y).unwrap();
    let expected = pressed(open(two(), 170, 40), "j'b").place();
    assert_eq!(reader.place()["compare"]["sentence"], expected["compare"]["sentence"]);
    // Three sources need the room themselves.
    let three = vec![document("One", &[LEVEE]), document("Two", &[LEVEE]), document("Three", &[LEVEE])];
    assert!(!pressed(open(three, 170, 40), "j").screen().lines().nth(37).unwrap().contains('│'));
}
