//! The views that are lists: Merged, Matrix, Quotes, Conflicts.

use parallax::article::SentenceId;
use parallax::comparison::{Settings, Status, compare};
use parallax::digest;
use parallax::tui::pointer::Gesture;
use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, column, document, open, pressed, row_with};

/// Three sources that contradict one another in a number and a quotation.
fn contradicting() -> Vec<parallax::Article> {
    let dead = "Nine people drowned when the ferry sank off Ellery on Friday night.";
    let other = dead.replace("Nine", "Seven");
    let quoted = "\"They told us that the roof was sound,\" Mayor Jane Roe said.";
    let changed = quoted.replace("sound", "rotten");
    vec![
        document("Ferry sinks", &[dead, quoted, LEVEE]),
        document("Night of water", &[&other, &changed, SCHOOL]),
        document("What is known", &[dead, OTHERS[0]]),
    ]
}

/// The row with the cursor.
fn here(reader: &Rehearsal) -> String {
    let screen = reader.screen();
    screen.lines().find(|line| line.starts_with('▶')).unwrap_or_else(|| panic!("{screen}")).to_owned()
}

#[test]
fn each_view_at_three_sizes() {
    for (name, keys) in [("merged", "]"), ("matrix", "]]"), ("quotes", "]]]"), ("conflicts", "]]]]")] {
        let mut drawn = String::new();
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            let reader = pressed(open(contradicting(), width, height), keys);
            let rows: Vec<String> = reader.screen().lines().take(16).map(str::to_owned).collect();
            let meanings: Vec<String> = reader.meanings().lines().take(16).map(str::to_owned).collect();
            drawn += &format!("{width}x{height}\n{}\n{}\n", rows.join("\n"), meanings.join("\n"));
        }
        insta::assert_snapshot!(name, drawn);
    }
}

#[test]
fn the_sentence_at_the_cursor_goes_along_from_view_to_view() {
    let reader = pressed(open(contradicting(), 100, 30), "<Tab>jj");
    let merged = pressed(reader, "]");
    assert!(here(&merged).contains("roof was rotten"), "{}", merged.screen());
    let conflicts = pressed(merged, "5");
    assert!(here(&conflicts).contains("roof was rotten"), "{}", conflicts.screen());
    // What is selected is selected everywhere, and Enter leads to Compare.
    let selected = pressed(conflicts, "<Space>g");
    let compare = pressed(selected, "<Enter>");
    let rows = column(&compare, 0);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains("Nine people"), "{}", compare.screen());
    assert!(compare.screen().contains("*1 selected"), "{}", compare.screen());
    // Around the end, and back to where one was.
    assert!(pressed(compare, "[").screen().contains("told differently"));
}

#[test]
fn conflicts_show_each_side_with_who_says_it_and_end_by_hand() {
    let reader = pressed(open(contradicting(), 100, 30), "[");
    let screen = reader.screen();
    assert!(screen.contains("2 things are told differently: number 1, quote 1"), "{screen}");
    assert!(screen.contains("number, 2 sides: Nine (2 sources) / Seven (1 source)"), "{screen}");
    let place = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words}: {screen}"));
    assert!(place("Nine people") < place("roof was sound"));
    let agreed = pressed(reader, "Gx");
    let screen = agreed.screen();
    assert!(screen.contains("don't disagree here"), "{screen}");
    assert!(screen.contains("1 thing is told differently: number 1"), "{screen}");
    let again = pressed(agreed, "X");
    assert!(again.screen().contains("2 things"), "{}", again.screen());
}

#[test]
fn merged_folds_other_wordings_away_and_finds_words() {
    let story = parallax::sample::articles();
    let reader = pressed(open(story, 100, 40), "]");
    let screen = reader.screen();
    assert!(screen.contains("of 88 sentences") && screen.contains("other wordings indented"), "{screen}");
    let folded = pressed(reader, "d");
    assert!(folded.screen().contains("other wordings left out"), "{}", folded.screen());
    let found = pressed(folded, "g/Jenny<Enter>");
    assert!(found.screen().contains("“Jenny”: 1 row"), "{}", found.screen());
    assert!(here(&found).contains("Jenny"), "{}", found.screen());
    // Capitals count where one is typed, as everywhere.
    let none = pressed(found, "/JENNY<Enter>");
    assert!(none.screen().contains("“JENNY” is not here"), "{}", none.screen());
}

#[test]
fn the_matrix_says_who_has_what_in_three_orders() {
    let matrix = pressed(open(contradicting(), 100, 30), "]]");
    let screen = matrix.screen();
    let row = |screen: &str, words: &str| {
        screen.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{screen}")).to_owned()
    };
    assert!(row(&screen, "roof was").contains("● ≠ ·"), "{screen}");
    assert!(row(&screen, "The levee at").contains("+ ● · ·"), "{screen}");
    assert!(screen.contains("How much of each source is found in the others"), "{screen}");
    let sorted = pressed(matrix, "<Alt-s>");
    assert!(sorted.screen().contains("the most told first"), "{}", sorted.screen());
    let sorted = pressed(sorted, "<Alt-s>g");
    assert!(here(&sorted).contains('≠'), "{}", sorted.screen());
}

#[test]
fn quotes_name_who_speaks_and_what_was_changed() {
    let quotes = pressed(open(contradicting(), 100, 30), "]]]");
    let screen = quotes.screen();
    assert!(screen.contains("1 quotation: 0 in one source only, 1 with changed words"), "{screen}");
    assert!(screen.contains("Mayor Jane Roe; 2 sources"), "{screen}");
}

#[test]
fn a_click_chooses_a_row_and_another_opens_it() {
    let mut reader = pressed(open(contradicting(), 100, 30), "[");
    let screen = reader.screen();
    let y = screen.lines().position(|line| line.contains("roof was rotten")).unwrap();
    reader.point(Gesture::Press, 20, u16::try_from(y).unwrap()).unwrap();
    assert!(here(&reader).contains("roof was rotten"), "{}", reader.screen());
    reader.point(Gesture::Press, 20, u16::try_from(y).unwrap()).unwrap();
    let rows = column(&reader, 1);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains("They told us"), "{}", reader.screen());
    // The names of the views are there to be clicked at.
    let mut reader = pressed(reader, "]");
    reader.point(Gesture::Press, 35, 0).unwrap();
    assert!(reader.screen().contains("1 quotation"), "{}", reader.screen());
}

#[test]
fn a_list_that_fits_is_seen_whole() {
    let mut reader = pressed(open(contradicting(), 60, 10), "[G");
    assert!(!reader.screen().contains("number, 2 sides"), "{}", reader.screen());
    reader.resize(120, 40).unwrap();
    assert!(reader.screen().contains("number, 2 sides"), "{}", reader.screen());
}

#[test]
fn nothing_to_show_is_said_and_one_article_is_fine() {
    for (keys, words) in [
        ("]", "of 3 sentences"),
        ("]]", "sentences of one source"),
        ("]]]", "nobody is quoted"),
        ("]]]]", "no source was found to contradict"),
    ] {
        let one = pressed(open(vec![document("Flood", &[LEVEE, SCHOOL])], 80, 24), keys);
        assert!(one.screen().contains(words), "{words}: {}", one.screen());
        let mut none = pressed(one, "jkGgx<Enter>");
        none.resize(40, 8).unwrap();
    }
}

#[test]
fn what_the_views_show_adds_up() {
    for articles in [parallax::sample::articles(), contradicting()] {
        let story = compare(articles, Settings::default());
        // Merged has every sentence of the story once.
        let merged = digest::merged(&story);
        let mut seen: Vec<SentenceId> = merged
            .lines
            .iter()
            .flat_map(|line| line.folded.iter().chain([&line.sentence]))
            .copied()
            .collect();
        seen.sort_unstable();
        assert_eq!(seen, story.sentences().filter(|&id| story.takes_part(id)).collect::<Vec<_>>());
        // Conflicts has every pair that disagrees.
        let disputes = digest::disputes(&story);
        let told: std::collections::BTreeSet<SentenceId> =
            disputes.iter().flat_map(digest::Dispute::sentences).collect();
        for id in story.sentences().filter(|&id| story.finding(id).status == Status::Disputed) {
            assert!(told.contains(&id), "{}", story.wording(id));
        }
        // What is folded away as reuse was taken over.
        for line in &merged.lines {
            for &id in &line.folded {
                let with = [line.sentence].iter().chain(&line.folded).any(|&other| {
                    story
                        .match_between(id, other)
                        .is_some_and(|found| found.relation.is_reuse() && !found.is_disputed())
                });
                assert!(with, "{}", story.wording(id));
            }
        }
    }
}

#[test]
fn what_stands_below_the_last_quotation_is_read_by_going_on() {
    let reader = pressed(open(contradicting(), 80, 12), "]]]G");
    assert!(!reader.screen().contains("B nowhere"), "{}", reader.screen());
    let below = pressed(reader, "G");
    assert!(below.screen().contains("has what others lead with"), "{}", below.screen());
    let back = pressed(below, "k");
    assert!(back.screen().contains('\u{25b6}'), "{}", back.screen());
    let paged = pressed(back, "G<PgDn><PgDn><PgDn><PgDn><PgDn>j");
    assert!(paged.screen().contains("has what others lead with"), "{}", paged.screen());
}

#[test]
fn the_source_of_a_row_is_told() {
    let about = pressed(open(contradicting(), 100, 30), "]]ji");
    let screen = about.screen();
    assert!(screen.contains("Source "), "{screen}");
    assert!(screen.contains("Not told: "), "{screen}");
    assert!(!pressed(about, "<Esc>").screen().contains("Not told"));
}
