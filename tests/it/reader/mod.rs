//! How the reader behaves: keys on a story, and what can be seen afterwards.

mod asking;
mod copying;
mod correcting;
mod counting;
mod hits;
mod keeping;
mod keys;
mod lists;
mod monkey;
mod overview;
mod panel;
mod places;
mod pointer;
mod remembering;
mod rereading;
mod scale;
mod screens;
mod searching;
mod zoom;

use parallax::article::Article;
use parallax::comparison::{Score, Settings, compare};
use parallax::tui::Ended;
use parallax::tui::env::Environment;
use parallax::tui::rehearsal::Rehearsal;
use parallax::tui::settings::ReaderSettings;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const LEVEE: &str = "The levee at Harper Bend broke shortly before midnight on Tuesday.";
const SCHOOL: &str = "Two schools in the lower valley will stay closed until next Monday.";
/// Sentences that have nothing to do with one another or with those above.
const OTHERS: [&str; 8] = [
    "Engineers inspected seventeen bridges along the northern motorway yesterday.",
    "Farmers expect a poor wheat harvest after weeks of rain and hail.",
    "The insurance association refused to estimate any damages so far.",
    "Volunteers handed out blankets, soup and dry clothes in a gymnasium.",
    "Train services between the coast and the capital remain suspended.",
    "Helicopters lifted nine hikers from a ridge above the reservoir.",
    "Parliament will debate emergency funding during an extra session.",
    "Museum staff carried paintings from the cellar to the upper floors.",
];

fn document(name: &str, paragraphs: &[&str]) -> Article {
    let text = format!("{name}\n\n{}\n", paragraphs.join("\n\n"));
    Article::from_text(format!("{name}.txt"), text)
}

fn environment() -> Environment {
    Environment::of(|name| (name == "LANG").then(|| "en_US.UTF-8".to_owned()))
}

fn open(articles: Vec<Article>, width: u16, height: u16) -> Rehearsal {
    Rehearsal::new(compare(articles, Settings::default()), environment(), width, height).unwrap()
}

/// Two articles: the second has the sentence of the first only far below.
fn near_and_far() -> Vec<Article> {
    let mut far = OTHERS.to_vec();
    far.push(LEVEE);
    vec![document("Flood in the valley", &[LEVEE, SCHOOL]), document("What happened upriver", &far)]
}

fn pressed(mut reader: Rehearsal, keys: &str) -> Rehearsal {
    reader.press(keys).unwrap();
    reader
}

/// The rows of a column, counted from the left.
fn column(reader: &Rehearsal, place: usize) -> Vec<String> {
    column_of(&reader.screen(), place)
}

fn column_of(screen: &str, place: usize) -> Vec<String> {
    // The row of what the sources have for the cursor is not text; on a low screen there is none.
    let body = screen.lines().skip(1).enumerate();
    let body = body.map(|(row, line)| if row == 0 && line.starts_with('─') { "" } else { line });
    let body = body.take_while(|row| !row.starts_with('─'));
    // In the rows of the text the scroll bars stand in place of the separators.
    let title = screen.lines().next().unwrap_or_default();
    let cuts: Vec<usize> = cells(title).filter(|&(_, c)| c == '│').map(|(cell, _)| cell).collect();
    let from = place.checked_sub(1).map_or(0, |before| cuts[before] + 1);
    let width = screen.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let to = cuts.first().map_or(width, |width| from + width);
    let inside = |row: &str| -> String {
        cells(row).filter(|(cell, _)| (from..to).contains(cell)).map(|(_, c)| c).collect()
    };
    body.map(|row| inside(row).trim_end_matches([' ', '│', '┃']).to_owned()).collect()
}

/// The characters of a row, each with the cell where it begins.
fn cells(row: &str) -> impl Iterator<Item = (usize, char)> {
    row.chars().scan(0, |next, c| {
        let cell = *next;
        *next += c.width().unwrap_or(0);
        Some((cell, c))
    })
}

fn row_with(rows: &[String], text: &str) -> Option<usize> {
    rows.iter().position(|row| row.contains(text))
}

#[test]
fn the_cursor_begins_at_the_first_sentence_and_walks_by_sentence() {
    let reader = open(near_and_far(), 80, 24);
    assert!(
        row_with(&column(&reader, 0), "▶").is_some_and(|row| column(&reader, 0)[row].contains("Flood in"))
    );
    let reader = pressed(reader, "j");
    let rows = column(&reader, 0);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains("The levee"));
    let reader = pressed(reader, "kkkk");
    let rows = column(&reader, 0);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains("Flood in"));
}

#[test]
fn a_visible_counterpart_is_marked_and_nothing_scrolls() {
    let articles = vec![
        document("Flood in the valley", &[OTHERS[0], LEVEE]),
        document("What happened upriver", &[LEVEE, OTHERS[1]]),
    ];
    let reader = pressed(open(articles, 80, 24), "j");
    let before = row_with(&column(&reader, 1), "The levee");
    let reader = pressed(reader, "j");
    let after = column(&reader, 1);
    assert_eq!(row_with(&after, "The levee"), before);
    assert!(after[before.unwrap()].starts_with("▌="), "{}", reader.screen());
}

#[test]
fn a_counterpart_out_of_sight_comes_to_the_height_of_the_cursor() {
    let mut reader = pressed(open(near_and_far(), 80, 24), "j");
    assert_eq!(row_with(&column(&reader, 0), "▶"), row_with(&column(&reader, 1), "▌="));
    // Also where the page ends above the bottom of the column, and at any other size.
    for (width, height) in [(80, 12), (100, 40), (75, 15)] {
        reader.resize(width, height).unwrap();
        reader.press("kj").unwrap();
        let rows = column(&reader, 1);
        let marked = row_with(&rows, "▌=").unwrap_or_else(|| panic!("{}", reader.screen()));
        assert!(rows[marked].contains("The levee"));
    }
}

#[test]
fn an_article_without_a_counterpart_stands_still_and_says_so() {
    let mut articles = near_and_far();
    articles.push(document("Elsewhere", &[SCHOOL]));
    let reader = pressed(open(articles, 120, 24), "j");
    let still = column(&reader, 1);
    let reader = pressed(reader, "j");
    assert_eq!(
        column(&reader, 1).iter().filter(|row| !row.is_empty()).count(),
        still.iter().filter(|row| !row.is_empty()).count()
    );
    assert_eq!(row_with(&column(&reader, 1), "The levee"), row_with(&still, "The levee"));
    let below_titles = reader.screen().lines().nth(1).unwrap().to_owned();
    assert!(below_titles.split('│').nth(1).unwrap().contains("not here"), "{below_titles}");
    assert!(!below_titles.split('│').nth(2).unwrap().contains("not here"), "{below_titles}");
}

#[test]
fn columns_stand_still_when_following_is_off() {
    let reader = pressed(open(near_and_far(), 80, 24), "F");
    let before = column(&reader, 1);
    let reader = pressed(reader, "j");
    assert_eq!(column(&reader, 1)[2..], before[2..]);
    assert!(reader.screen().contains("not following"));
    let reader = pressed(reader, "F");
    assert!(row_with(&column(&reader, 1), "▌=").is_some(), "{}", reader.screen());
}

#[test]
fn another_source_is_entered_at_the_counterpart_or_at_the_same_height() {
    let reader = pressed(open(near_and_far(), 80, 24), "j<Tab>");
    let rows = column(&reader, 1);
    assert!(rows[row_with(&rows, "▶").unwrap()].contains("The levee"), "{}", reader.screen());
    let reader = pressed(open(near_and_far(), 80, 24), "Fjj");
    let height = row_with(&column(&reader, 0), "▶").unwrap();
    let reader = pressed(reader, "l");
    // The row itself may be the blank one between two paragraphs.
    let rows = column(&reader, 1);
    let mut near = rows[height - 1..=height + 1].iter();
    assert!(near.any(|row| row.starts_with(['▶', '▌'])), "{}", reader.screen());
}

#[test]
fn enter_visits_everyone_who_says_it_and_comes_round() {
    let articles = vec![
        document("First", &[LEVEE, OTHERS[0]]),
        document("Second", &[OTHERS[1], LEVEE]),
        document("Third", &[OTHERS[2], OTHERS[3]]),
        document("Fourth", &[OTHERS[4], OTHERS[5], LEVEE]),
    ];
    let mut reader = pressed(open(articles, 200, 24), "j");
    let mut visited = Vec::new();
    for _ in 0..4 {
        reader.press("<Enter>").unwrap();
        let place = (0..4).find(|&place| row_with(&column(&reader, place), "▶").is_some()).unwrap();
        let rows = column(&reader, place);
        assert!(rows[row_with(&rows, "▶").unwrap()].contains("The levee"));
        visited.push(place);
    }
    assert_eq!(visited, [1, 3, 0, 1]);
    let reader = pressed(reader, "<Ctrl-o><Ctrl-o>");
    assert!(row_with(&column(&reader, 3), "▶").is_some(), "{}", reader.screen());
}

#[test]
fn a_sentence_taller_than_the_column_is_read_before_the_cursor_leaves_it() {
    let words: Vec<String> = (0..150).map(|n| format!("word{n}")).collect();
    let long = format!("The report lists {}.", words.join(", "));
    let mut reader = pressed(open(vec![document("Alone", &[&long, SCHOOL])], 40, 12), "j");
    let mut seen = reader.screen();
    for _ in 0..60 {
        reader.press("j").unwrap();
        seen.push_str(&reader.screen());
        if reader.screen().contains("▶  Two schools") {
            break;
        }
    }
    assert!(words.iter().all(|word| seen.contains(word.as_str())), "{seen}");
    assert!(reader.screen().contains("Two schools"));
    reader.press("k").unwrap();
    assert!(reader.screen().contains("word149"), "{}", reader.screen());
}

#[test]
fn of_a_sentence_without_end_both_ends_are_reached() {
    let words: Vec<String> = (0..100_000).map(|n| format!("word{n}")).collect();
    let long = words.join(" ");
    let mut reader = open(vec![document("One", &[&long]), document("Two", &[&long])], 80, 24);
    reader.press("j").unwrap();
    let top = reader.screen();
    assert!(top.contains("word0 "), "{top}");
    reader.press("j").unwrap();
    assert_ne!(column(&reader, 0), column_of(&top, 0));
    reader.press("G").unwrap();
    assert!(column(&reader, 0).join(" ").contains("word99999"), "{}", reader.screen());
    reader.press("k").unwrap();
    assert!(!column(&reader, 0).join(" ").contains("word99999"), "{}", reader.screen());
    reader.press("g").unwrap();
    let screen = reader.screen();
    assert!(screen.contains("One") && column(&reader, 0).join(" ").contains("word0 "), "{screen}");
}

#[test]
fn finding_goes_to_the_next_of_a_kind_or_says_there_is_none() {
    let articles =
        vec![document("First", &[OTHERS[0], LEVEE, OTHERS[1]]), document("Second", &[LEVEE, OTHERS[2]])];
    let at = |reader: &Rehearsal| {
        let rows = column(reader, 0);
        rows[row_with(&rows, "▶").unwrap()].clone()
    };
    let mut reader = open(articles, 80, 24);
    for (key, text) in
        [("u", "Engineers"), ("u", "Farmers"), ("U", "Engineers"), ("s", "The levee"), ("U", "Engineers")]
    {
        reader.press(key).unwrap();
        assert!(at(&reader).contains(text), "{key}: {}", reader.screen());
    }
    reader.press("S").unwrap();
    assert!(reader.screen().contains("no shared sentence further above in A"));
}

#[test]
fn what_is_selected_stays_until_it_is_cleared() {
    let reader = pressed(open(near_and_far(), 80, 24), "j<Space>");
    assert!(reader.screen().contains("*1 selected"));
    assert!(column(&reader, 0).iter().any(|row| row.starts_with(" =*The levee")), "{}", reader.screen());
    let reader = pressed(reader, "kkvjj");
    assert!(reader.screen().contains("range, 3 selected"), "{}", reader.screen());
    let reader = pressed(reader, "k<Esc><Esc>");
    assert!(reader.screen().contains("*2 selected"), "{}", reader.screen());
    let reader = pressed(reader, "V");
    assert!(reader.screen().contains("*3 selected"), "{}", reader.screen());
    let reader = pressed(reader, "C");
    assert!(!reader.screen().contains("*3 selected"));
    assert!(pressed(reader, "C").screen().contains("*3 selected"));
}

#[test]
fn a_filter_shows_its_sentences_and_the_way_back() {
    let reader = open(near_and_far(), 80, 24);
    let before = column(&reader, 1);
    let reader = pressed(reader, "f");
    assert!(reader.screen().contains("The levee") && !reader.screen().contains("Two schools"));
    let reader = pressed(reader, "f");
    assert!(reader.screen().contains("Two schools") && !column(&reader, 0).join(" ").contains("The levee"));
    // Nothing is selected, so the next filter is none.
    let reader = pressed(reader, "f");
    assert!(reader.screen().contains("shown: everything"));
    assert_eq!(column(&reader, 1)[2..], before[2..]);
}

#[test]
fn how_close_counts_as_a_match_can_be_moved() {
    let reader = pressed(open(parallax::sample::articles(), 80, 24), "+");
    assert!(reader.screen().contains("certain from 55 %"), "{}", reader.screen());
    let reader = pressed(reader, "--");
    assert!(reader.screen().contains("certain from 65 %"), "{}", reader.screen());
    assert!(pressed(reader, &"-".repeat(20)).screen().contains("certain from 95 %"));
}

#[test]
fn off_topic_lines_are_folded_until_they_are_shown() {
    let has = |reader: &Rehearsal, text: &str| row_with(&column(reader, 1), text).is_some();
    let (fold, line) = ("▶× 1 line: teaser, crime", "▶× More news: Vermont officials warn");
    let folded = pressed(open(parallax::sample::articles(), 80, 24), "'e<Ctrl-l>t");
    assert!(has(&folded, fold) && !has(&folded, line), "{}", folded.screen());
    let shown = pressed(folded, "d");
    assert!(!has(&shown, fold) && has(&shown, line), "{}", shown.screen());
    let folded = pressed(shown, "d");
    assert!(has(&folded, fold) && !has(&folded, line), "{}", folded.screen());
}

#[test]
fn a_fold_tells_kinds_topics_and_why() {
    let articles = vec![
        document(
            "Flood in the valley",
            &[
                LEVEE,
                SCHOOL,
                "Advertisement",
                "Read more: Striker scores goal",
                "Read more: Coach quits team",
            ],
        ),
        document("What happened upriver", &[LEVEE, SCHOOL]),
    ];
    let reader = pressed(open(articles, 80, 24), "t");
    let screen = reader.screen();
    let rows = column(&reader, 0);
    assert!(rows[row_with(&rows, "▶×").unwrap()].ends_with("3 lines: sports 2, promotion 1"), "{screen}");
    assert!(screen.contains("not this story: 3 lines: teaser 2 (sports 2), promotion 1"), "{screen}");
    assert!(screen.contains("2 of 3: begins with “Read more:”"), "{screen}");
    assert!(screen.lines().next().unwrap().contains("2 shared ×3"), "{screen}");
    let unfolded = reader;
    // What does not fit is left out whole.
    let mut reader = pressed(open(parallax::sample::articles(), 80, 24), "'eG");
    assert!(reader.screen().contains("▶× 33 lines: sports 13, politics 6, …"), "{}", reader.screen());
    reader.resize(60, 24).unwrap();
    assert!(reader.screen().contains("politics 6, entertainment 5, …"), "{}", reader.screen());
    // Unfolded, a line tells its own.
    let line = pressed(unfolded, "dj").screen();
    assert!(line.contains("not this story: teaser about sports, "), "{line}");
    assert!(line.contains("begins with “Read more:”, as links to other articles do"), "{line}");
}

#[test]
fn a_link_glued_to_a_paragraph_is_folded_to_a_sign_and_not_said_to_be_only_here() {
    let glued = format!("{SCHOOL} (RELATED: Singer Cancels Tour)");
    let articles = vec![
        document("Flood in the valley", &[LEVEE, &glued, OTHERS[0]]),
        document("What happened upriver", &[LEVEE, SCHOOL, OTHERS[1]]),
    ];
    let reader = pressed(open(articles, 120, 24), "jj");
    assert!(reader.screen().contains("×  left out: (RELATED: Singer Cancels Tour)"), "{}", reader.screen());
    assert!(column(&reader, 0).iter().any(|row| row.trim_end().ends_with('×')), "{}", reader.screen());
    let reader = pressed(reader, "d");
    let (screen, meanings) = (reader.screen(), reader.meanings());
    let row = screen.lines().position(|row| row.contains("(RELATED:")).unwrap();
    let at = screen.lines().nth(row).unwrap().split("(RELATED:").next().unwrap().chars().count();
    let meant: String = meanings.lines().nth(row).unwrap().chars().skip(at).take(9).collect();
    assert_eq!(meant, "mmmmmmmmm", "{meanings}");
    // What is left of the paragraph is word for word in the other source.
    let rows = column(&reader, 0);
    assert!(rows[row_with(&rows, "Two schools").unwrap()].starts_with("▶="), "{screen}");
}

#[test]
fn a_line_is_called_off_topic_and_back_and_the_cursor_stays() {
    let articles = vec![
        document("Flood in the valley", &[OTHERS[0], LEVEE, SCHOOL]),
        document("What happened upriver", &[OTHERS[1], LEVEE]),
    ];
    let before = pressed(open(articles, 80, 24), "jj");
    let row = row_with(&column(&before, 0), "▶=").unwrap();
    let counterpart = row_with(&column(&before, 1), "The levee").unwrap();
    let (text, others) = (column(&before, 0), column(&before, 1));

    let corrected = pressed(before, "x");
    let screen = corrected.screen();
    assert!(column(&corrected, 0)[row].starts_with("▶× 1 line: you said so"), "{screen}");
    assert!(column(&corrected, 1)[counterpart].starts_with(" +"), "{screen}");
    assert!(screen.contains("not this story: you said so"), "{screen}");
    assert!(screen.contains("this line is not the story; X takes it back"), "{screen}");

    let again = pressed(corrected, "x");
    assert_eq!((column(&again, 0), column(&again, 1)), (text.clone(), others.clone()));
    assert!(again.screen().contains("this line is the story"), "{}", again.screen());
    let undone = pressed(again, "XX");
    assert_eq!((column(&undone, 0), column(&undone, 1)), (text, others));
    assert!(undone.screen().contains("taken back"), "{}", undone.screen());
    assert!(pressed(undone, "X").screen().contains("nothing is corrected"));
}

#[test]
fn a_folded_run_is_called_the_story_as_a_whole() {
    let articles = vec![
        document("Flood in the valley", &[LEVEE, SCHOOL, "Advertisement", "Read more: Singer cancels tour"]),
        document("What happened upriver", &[LEVEE, SCHOOL]),
    ];
    let folded = pressed(open(articles, 80, 24), "t");
    let run = column(&folded, 0);
    let here = |reader: &Rehearsal| {
        let rows = column(reader, 0);
        rows[row_with(&rows, "▶").unwrap()].clone()
    };
    assert!(here(&folded).contains("2 lines: "), "{}", folded.screen());
    let corrected = pressed(folded, "x");
    let screen = corrected.screen();
    assert!(screen.contains("these 2 lines are the story; X takes it back"), "{screen}");
    assert!(here(&corrected).contains("Advertisement"), "{screen}");
    // One line of it is called off-topic again, with the reasons it had.
    let one = pressed(corrected, "x");
    assert!(here(&one).contains("1 line: ") && !here(&one).contains("you said so"), "{}", one.screen());
    assert_eq!(column(&pressed(one, "XX"), 0), run);
}

#[test]
fn a_line_called_off_topic_beside_a_run_can_be_taken_back_alone() {
    let articles = vec![
        document("Flood in the valley", &[LEVEE, SCHOOL, "Advertisement", "Read more: Singer cancels tour"]),
        document("What happened upriver", &[LEVEE, SCHOOL]),
    ];
    let reader = pressed(open(articles, 80, 24), "jjx");
    let rows = column(&reader, 0);
    assert!(row_with(&rows, "▶× 1 line: you said so").is_some(), "{}", reader.screen());
    assert!(row_with(&rows, "× 2 lines:").is_some(), "{}", reader.screen());
    let back = pressed(reader, "x");
    let rows = column(&back, 0);
    assert!(row_with(&rows, "Two schools").is_some() && row_with(&rows, "× 2 lines:").is_some());
}

#[test]
fn an_export_holds_what_was_corrected() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("corrected.json");
    let mut reader = pressed(open(near_and_far(), 80, 24), "jxe<Tab><Tab>");
    reader.press(&"<Backspace>".repeat(200)).unwrap();
    reader.paste(path.to_str().unwrap()).unwrap();
    reader.press("<Enter>").unwrap();
    let written = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", reader.screen()));
    let story: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(story["corrections"][0]["kind"], "off_topic");
    assert_eq!(story["articles"][0]["blocks"][1]["off_topic"]["kind"], "manual");
    assert_eq!(story["articles"][0]["id"], story["corrections"][0]["article"]);
}

#[test]
fn columns_are_chosen() {
    let reader = pressed(open(parallax::sample::articles(), 80, 24), "cj<Space>jj<Space><Esc>");
    // What is hidden still counts in every title, and is named.
    assert!(reader.screen().contains("BD hidden"), "{}", reader.screen());
    let titles = reader.screen().lines().next().unwrap().to_owned();
    assert!(titles.contains(" A ") && titles.contains("│ C "), "{titles}");
    let reader = pressed(reader, "'b");
    assert!(reader.screen().contains("B has no column"), "{}", reader.screen());
    // The last one stays.
    let reader = pressed(reader, "cg<Space>jj<Space>jj<Space><Esc>");
    assert!(reader.screen().contains('▶'), "{}", reader.screen());
}

#[test]
fn quitting_works_from_everywhere() {
    for keys in ["q", "<Ctrl-c>", "e<Ctrl-c>", "?<Ctrl-c>", "c<Ctrl-c>", "'<Ctrl-c>"] {
        let mut reader = open(near_and_far(), 80, 24);
        assert_eq!(reader.press(keys).unwrap(), Some(Ended::Quit), "{keys}");
    }
    // Where text is typed, q is a letter.
    let mut reader = open(near_and_far(), 80, 24);
    assert_eq!(reader.press("e<Tab><Tab>q").unwrap(), None);
    assert!(reader.screen().contains(".txtq"), "{}", reader.screen());
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell() {
    assert_eq!(pressed(open(near_and_far(), 80, 24), "<Ctrl-z>j").suspensions(), 1);
}

#[test]
fn the_introduction_goes_with_the_first_key() {
    let reader = open(near_and_far(), 80, 24);
    assert!(reader.screen().contains("u goes to what only one source has"), "{}", reader.screen());
    assert!(!pressed(reader, "j").screen().contains("u goes to what only one source has"));
}

#[test]
fn an_export_is_written_where_the_dialog_says() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.md");
    let mut reader = open(near_and_far(), 120, 30);
    reader.press("j<Space>e<Tab><Right><Tab><Ctrl-u>").unwrap();
    reader.paste(path.to_str().unwrap()).unwrap();
    assert!(reader.screen().contains("[1 selected]"), "{}", reader.screen());
    reader.press("<Enter>").unwrap();
    assert!(reader.screen().contains("written to"), "{}", reader.screen());
    assert!(std::fs::read_to_string(&path).unwrap().contains("Harper Bend"));

    // Nothing is replaced without a question, and no leads back to the dialog.
    std::fs::write(&path, "mine").unwrap();
    reader.press("e<Tab><Right><Tab><Ctrl-u>").unwrap();
    reader.paste(path.to_str().unwrap()).unwrap();
    reader.press("<Enter>").unwrap();
    assert!(reader.screen().contains("exists already"), "{}", reader.screen());
    reader.press("n").unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    reader.press("<Enter>y").unwrap();
    assert!(reader.screen().contains("written to"), "{}", reader.screen());
    assert!(std::fs::read_to_string(&path).unwrap().contains("Harper Bend"));
}

#[test]
fn an_export_that_fails_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("missing").join("story.txt");
    let mut reader = open(near_and_far(), 120, 30);
    reader.press("j<Space>e<Tab><Tab><Ctrl-u>").unwrap();
    reader.press("<Enter>").unwrap();
    assert!(reader.screen().contains("give the file a name"), "{}", reader.screen());
    reader.paste(path.to_str().unwrap()).unwrap();
    reader.press("<Enter>").unwrap();
    let screen = reader.screen();
    assert!(screen.contains("Export") && screen.contains("can't"), "{screen}");
    assert!(screen.contains("story.txt"), "{screen}");
    std::fs::create_dir(folder.path().join("missing")).unwrap();
    reader.press("<Enter>").unwrap();
    assert!(path.exists() && reader.screen().contains("*1 selected"), "{}", reader.screen());
}

#[test]
fn the_name_of_the_file_says_the_format_until_one_is_chosen() {
    let mut reader = open(near_and_far(), 120, 30);
    reader.press("e<Tab><Tab><Ctrl-u>story.json").unwrap();
    assert!(reader.screen().contains("[JSON]"), "{}", reader.screen());
    reader.press("<Ctrl-u>").unwrap();
    reader.paste("story.MD").unwrap();
    assert!(reader.screen().contains("[Markdown]"), "{}", reader.screen());
    reader.press("<Ctrl-u>story").unwrap();
    assert!(reader.screen().contains("[Markdown]"), "{}", reader.screen());
    // What was chosen stays, whatever the file is called.
    reader.press("<Up><Left><Tab><Ctrl-u>story.json").unwrap();
    assert!(reader.screen().contains("[text]"), "{}", reader.screen());
}

#[test]
fn the_help_page_says_all_it_has_to_say_on_any_screen() {
    for (width, height) in [(40, 24), (80, 24), (120, 40)] {
        let mut reader = pressed(open(near_and_far(), width, height), "?");
        let mut seen = String::new();
        for _ in 0..400 {
            let cut = reader.screen().lines().skip(1).any(|row| row.contains('…'));
            assert!(!cut, "{}", reader.screen());
            seen.push_str(&reader.screen());
            reader.press("j").unwrap();
        }
        for sign in ["▶", "▌", "*", "≈", "not here", "1 of 2"] {
            assert!(seen.contains(&format!("│   {sign}  ")), "{sign}: {seen}");
        }
    }
}

#[test]
fn what_is_only_possible_is_said_in_words() {
    let strict = Settings::new(Score::ONE, Settings::default().possible);
    let story = compare(near_and_far(), strict);
    let reader = pressed(Rehearsal::new(story, environment(), 80, 24).unwrap(), "j");
    let screen = reader.screen();
    assert!(screen.contains("only possible: none of these surely says the same"), "{screen}");
    assert!(screen.contains(" %): The levee"), "{screen}");
    assert!(!pressed(reader, "j").screen().contains("only possible"));
}

#[test]
fn an_article_without_company_is_not_called_unique() {
    let reader = pressed(open(vec![document("Alone", &[LEVEE, SCHOOL])], 80, 24), "j");
    let screen = reader.screen();
    assert!(screen.contains("▶  The levee"), "{screen}");
    assert!(screen.contains("there is no other source to compare with"), "{screen}");
    assert!(!screen.contains('+') && !screen.contains("0 shared"), "{screen}");
    assert!(!screen.contains("s shared") && !screen.contains("u only here"), "{screen}");
    assert!(screen.contains("Space select"), "{screen}");
}

#[test]
fn the_export_dialog_offers_everything_and_counts_lines_as_the_columns_do() {
    let reader = pressed(open(parallax::sample::articles(), 80, 24), "e");
    let screen = reader.screen();
    assert!(screen.contains("[everything]") && screen.contains(" lines "), "{screen}");
    assert!(screen.contains("off-topic: "), "{screen}");
}

#[test]
fn every_space_of_a_path_is_seen() {
    let reader = pressed(open(near_and_far(), 80, 24), "e<Tab><Tab><Ctrl-u>a<Space><Space>b");
    assert!(reader.screen().contains("a  b"), "{}", reader.screen());
}

#[test]
fn the_reader_is_as_its_settings_say() {
    let file = r#"
        off_topic = "shown"
        column_width = 60
        export_folder = "/srv/stories"
        [keys]
        "Ctrl-n" = "next_sentence"
        "j" = "none"
    "#;
    let settings = ReaderSettings::parse(file).unwrap();
    let story = compare(parallax::sample::articles(), Settings::default());
    let mut reader = Rehearsal::with_settings(story, environment(), settings, 120, 30).unwrap();
    let titles = reader.screen().lines().next().unwrap().to_owned();
    assert!(!titles.contains('│'), "{titles}");
    reader.press("j").unwrap();
    assert!(reader.screen().contains(" 1/"), "{}", reader.screen());
    reader.press("<Ctrl-n>").unwrap();
    assert!(reader.screen().contains(" 2/"), "{}", reader.screen());
    assert!(reader.screen().contains(" Ctrl-n k sentence"), "{}", reader.screen());
    reader.press("d").unwrap();
    assert!(reader.screen().contains("off-topic lines are folded"), "{}", reader.screen());
    reader.press("e").unwrap();
    assert!(reader.screen().contains("/srv/stories/twitter-"), "{}", reader.screen());
}

#[test]
fn hostile_text_never_reaches_the_terminal() {
    let hostile =
        "Esc \u{1b}[2J\u{1b}]0;owned\u{7} bell, nul \0 and \u{202e}override\u{2066} with\u{9b}31m tab\tend.";
    let articles =
        vec![document("Evil \u{1b}[31m title\u{202e}", &[hostile, LEVEE]), document("Good", &[LEVEE])];
    let mut reader = open(articles, 80, 24);
    for keys in ["", "j", "j", "e", "<Esc>c", "<Esc>?"] {
        reader.press(keys).unwrap();
        for cell in reader.buffer().content() {
            assert!(!cell.symbol().chars().any(parallax::say::acts), "{:?}", cell.symbol());
        }
    }
}

#[test]
fn wide_characters_keep_the_columns_straight() {
    let text = "新闻报道说洪水已经淹没了整个村庄，居民正在撤离 👩‍👩‍👧 e\u{301}te\u{301}.";
    let reader = open(vec![document("新闻", &[text]), document("Straight", &[LEVEE])], 80, 24);
    for row in reader.screen().lines().filter(|row| row.contains('│')) {
        let left = row.split('│').next().unwrap();
        assert_eq!(unicode_width::UnicodeWidthStr::width(left), 39, "{row}");
    }
}

#[test]
fn any_number_of_articles_can_be_read() {
    for count in [0, 1, 2, 30, 60] {
        let articles =
            (0..count).map(|n| document(&format!("Number {n}"), &[LEVEE, OTHERS[n % 8]])).collect();
        let mut reader = open(articles, 80, 24);
        for keys in [
            "jj",
            "<Tab><Tab><Tab>",
            "<Enter><Enter>",
            "V",
            "'z",
            "G",
            "suT",
            "c",
            "j<Space><Esc>",
            "ffffff",
            "d+",
        ] {
            reader.press(keys).unwrap();
        }
        // The columns in sight may have nothing of what is shown.
        let screen = reader.screen();
        let answers = screen.contains('▶') || screen.contains("nothing here is merely possible");
        assert_eq!(answers, count > 0, "{screen}");
    }
    let empty = open(vec![document("", &[]), document("", &[""])], 80, 24);
    assert!(pressed(empty, "jkGg<Tab>sut<Enter>V<Space>").screen().contains("nothing"));
}
