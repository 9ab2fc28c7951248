//! What lies at a cell is what was drawn there.

use std::collections::BTreeMap;

use parallax::article::SentenceId;
use parallax::comparison::{Settings, compare};
use parallax::say::letter;
use parallax::tui::Target;
use parallax::tui::action::Action;
use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, document, environment, near_and_far, open, pressed};

/// The text of each thing on the screen, cell by cell, by what lies there.
fn drawn(reader: &Rehearsal) -> BTreeMap<Target, String> {
    let mut drawn: BTreeMap<Target, String> = BTreeMap::new();
    let area = reader.buffer().area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if let (Some(target), Some(cell)) = (reader.hit(x, y), reader.buffer().cell((x, y))) {
                drawn.entry(target).or_default().push_str(cell.symbol());
            }
        }
    }
    drawn
}

/// A letter for what lies at each cell.
fn targets(reader: &Rehearsal) -> String {
    let area = reader.buffer().area;
    let row = |y| -> String {
        let cells = (area.left()..area.right()).map(|x| match reader.hit(x, y) {
            None => ' ',
            Some(Target::Title(_)) => 'T',
            Some(Target::Sentence(_)) => 's',
            Some(Target::Block { .. }) => 'b',
            Some(Target::Fold { .. }) => 'f',
            Some(Target::Bar { .. }) => '|',
            Some(Target::Letter(_)) => 'L',
            Some(Target::Entry(Some(_))) => 'E',
            Some(Target::Entry(None)) => 'e',
            Some(Target::Hint(_)) => 'h',
            Some(Target::Row(_)) => 'r',
            Some(Target::Tab(_)) => 't',
            Some(Target::Statement(_)) => 'o',
        });
        cells.collect::<String>().trim_end().to_owned()
    };
    (area.top()..area.bottom()).map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_part_of_the_screen_can_be_pointed_at() {
    let mut reader = open(parallax::sample::articles(), 80, 24);
    let mut seen = format!("{}\n{}\n", reader.screen(), targets(&reader));
    reader.press("'eGk").unwrap();
    seen.push_str(&format!("{}\n{}\n", reader.screen(), targets(&reader)));
    insta::assert_snapshot!(seen);
}

#[test]
fn what_lies_at_a_cell_has_its_text_there() {
    let words: Vec<String> = (0..60).map(|n| format!("word{n}")).collect();
    let long = format!("The report lists {}.", words.join(", "));
    let mut articles = near_and_far();
    articles
        .push(document("Elsewhere", &[&long, SCHOOL, "Advertisement", "Read more: Coach quits team", LEVEE]));
    articles.push(document("新闻", &["新闻报道说洪水已经淹没了整个村庄，居民正在撤离。", OTHERS[0]]));
    let story = compare(articles, Settings::default());
    let mut reader = Rehearsal::new(story.clone(), environment(), 80, 24).unwrap();
    for keys in ["", "j", "G", "<Tab>", "j", "<Tab>G", "d", "<Ctrl-y>", "f", "f", "fcj<Space><Esc>"] {
        reader.press(keys).unwrap();
        for (width, height) in [(40, 8), (57, 11), (80, 12), (80, 24), (123, 17), (200, 50)] {
            reader.resize(width, height).unwrap();
            for (target, text) in drawn(&reader) {
                let shown = format!("{keys}: {target:?}: {text}\n{}", reader.screen());
                match target {
                    Target::Title(article) | Target::Letter(article) => {
                        assert!(text.contains(&letter(article)), "{shown}");
                    }
                    Target::Sentence(id) => assert!(is_of(&text, &story.wording(id)), "{shown}"),
                    Target::Fold { first, last, .. } => {
                        assert!(text.contains(&format!("{} line", last + 1 - first)), "{shown}");
                    }
                    Target::Block { article, block } => {
                        assert!(is_of(&text, story.articles[article].block_text(block)), "{shown}");
                    }
                    Target::Bar { .. } | Target::Row(_) | Target::Tab(_) | Target::Statement(_) => {}
                    Target::Entry(Some(id)) => assert!(is_of(&text, &story.wording(id)), "{shown}"),
                    Target::Entry(None) => assert!(!text.trim().is_empty(), "{shown}"),
                    Target::Hint(_) => assert!(text.contains(' ') && !text.contains("  "), "{shown}"),
                }
            }
        }
        reader.resize(80, 24).unwrap();
    }
}

/// Whether a text as it was drawn shows some word of the wording.
fn is_of(text: &str, wording: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (text, wording) = (bare(text), bare(wording));
    let beginning: String = wording.chars().take(5).collect();
    let words = |from: &str| from.chars().take(3).collect::<String>();
    text.contains(&beginning) || wording.contains(&words(&text)) && !text.is_empty()
}

#[test]
fn a_hint_is_of_the_action_that_its_key_runs() {
    let reader = pressed(open(near_and_far(), 200, 24), "j");
    let drawn = drawn(&reader);
    for (action, text) in [
        (Action::NextSentence, "j k sentence"),
        (Action::NextShared, "s shared"),
        (Action::Export, "e export"),
        (Action::Help, "? keys"),
        (Action::Quit, "q quit"),
    ] {
        assert_eq!(drawn.get(&Target::Hint(action)).map(String::as_str), Some(text));
    }
    let first = open(near_and_far(), 80, 24);
    let introduction = (0..80).find_map(|x| first.hit(x, 1)).unwrap();
    assert_eq!(introduction, Target::Hint(Action::NextOnlyHere));
}

#[test]
fn the_cursor_and_its_counterpart_are_pointed_at_where_they_are() {
    let reader = pressed(open(near_and_far(), 80, 24), "j");
    let screen = reader.screen();
    let row = screen.lines().position(|row| row.starts_with('▶')).unwrap();
    let row = u16::try_from(row).unwrap();
    assert_eq!(reader.hit(0, row), Some(Target::Sentence(SentenceId::new(0, 1))));
    assert_eq!(reader.hit(38, row), Some(Target::Sentence(SentenceId::new(0, 1))));
    assert_eq!(reader.hit(39, row), None, "between two columns");
    assert!(matches!(reader.hit(45, row), Some(Target::Sentence(id)) if id.article == 1));
    assert_eq!(reader.hit(500, 500), None);
    let mut small = reader;
    small.resize(20, 5).unwrap();
    assert!((0..20).all(|x| (0..5).all(|y| small.hit(x, y).is_none())));
}
