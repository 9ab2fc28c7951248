//! One source as a page to read.

use parallax::article::SentenceId;
use parallax::tui::Target;
use parallax::tui::pointer::Gesture::{Drag, Press, Release, Wheel};
use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, document, near_and_far, open, pressed};

/// Two paragraphs of several sentences each, one of which the other source has.
fn paragraphs() -> Vec<parallax::article::Article> {
    let first = [OTHERS[0], LEVEE, OTHERS[1]].join(" ");
    let second = [OTHERS[2], SCHOOL, OTHERS[3]].join(" ");
    vec![document("Flood in the valley", &[&first, &second]), document("Elsewhere", &[LEVEE, SCHOOL])]
}

/// The rows of the page.
fn page(reader: &Rehearsal) -> Vec<String> {
    let screen = reader.screen();
    screen.lines().skip(2).take_while(|row| !row.contains("[A")).map(str::to_owned).collect()
}

/// The sentences at the cursor, as the place says.
fn place(reader: &Rehearsal) -> Option<i64> {
    reader.place()["compare"].get("sentence").and_then(|sentence| sentence.as_integer())
}

#[test]
fn the_sentences_of_a_paragraph_flow_with_their_signs() {
    let reader = pressed(open(paragraphs(), 120, 24), "jjz");
    let rows = page(&reader);
    let text = rows.join(" ").replace(['▶', '▌'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let first = format!("+ {} = {LEVEE} + {} + {} = {SCHOOL}", OTHERS[0], OTHERS[1], OTHERS[2]);
    assert!(text.contains(&first), "{rows:#?}");
    assert_eq!(rows.iter().filter(|row| row.contains('▶')).count(), 1);
    // It stands in the middle, no line longer than 80 cells, and a blank row parts the paragraphs.
    let margin = |row: &&String| row.chars().take_while(|c| *c == ' ').count();
    let widest = rows.iter().map(|row| row.trim_end_matches([' ', '│', '┃']).chars().count()).max().unwrap();
    assert!(widest <= 100, "{rows:#?}");
    assert!(
        rows.iter().filter(|row| !row.trim().is_empty()).map(|row| margin(&row)).min().unwrap() >= 20,
        "{rows:#?}"
    );
    assert!(!reader.screen().contains("Elsewhere"), "{}", reader.screen());
    // Once as long as the columns are narrow.
    assert!(pressed(open(near_and_far(), 40, 12), "z").screen().contains("Flood in"));
}

#[test]
fn it_is_left_at_the_same_sentence_and_the_columns_are_as_before() {
    let before = pressed(open(paragraphs(), 80, 24), "jjj");
    let reader = pressed(open(paragraphs(), 80, 24), "jzjj");
    assert_eq!(place(&reader), place(&before));
    for leave in ["z", "<Esc>"] {
        let reader = pressed(pressed(open(paragraphs(), 80, 24), "jzjj"), leave);
        assert_eq!(reader.screen(), before.screen());
    }
}

#[test]
fn keys_do_what_they_do_beside_the_columns() {
    let many: Vec<&str> = OTHERS.iter().chain(&OTHERS).copied().collect();
    let text: Vec<String> =
        (0..12).map(|n| format!("{} This was paragraph {n} of it.", many[n..n + 4].join(" "))).collect();
    let articles = || {
        let texts: Vec<&str> = text.iter().map(String::as_str).collect();
        vec![document("Alone", &texts), document("Upriver", &[LEVEE, OTHERS[4]])]
    };
    for keys in
        ["jjjj", "G", "Gkk", "20G", "uuu", "/paragraph 7<Enter>", "/gymnasium<Enter>nnN", "'b", "<Tab>j<Tab>"]
    {
        let columns = pressed(open(articles(), 80, 24), keys);
        let zoomed = pressed(open(articles(), 80, 24), &format!("z{keys}"));
        assert_eq!(place(&zoomed), place(&columns), "{keys}");
        assert!(zoomed.screen().contains('▶'), "{keys}: {}", zoomed.screen());
    }
    // Pages lead to the end and back, and every line is seen on the way.
    let mut reader = pressed(open(articles(), 80, 24), "z");
    let mut seen = reader.screen();
    for _ in 0..30 {
        reader.press("<PgDn>").unwrap();
        seen.push_str(&reader.screen());
        assert!(
            page(&reader).iter().any(|row| row.contains('▶') || row.contains('▌')),
            "{}",
            reader.screen()
        );
    }
    assert!((0..12).all(|n| seen.contains(&format!("paragraph {n} "))), "{seen}");
    assert_eq!(place(&reader), place(&pressed(open(articles(), 80, 24), "G")));
    let reader = pressed(reader, &"<Ctrl-u>".repeat(30));
    assert_eq!(place(&reader), place(&pressed(open(articles(), 80, 24), "g")));
    // Scrolling leaves the cursor where it is.
    let scrolled = pressed(open(articles(), 80, 24), "z5<Ctrl-e>");
    assert_eq!(place(&scrolled), place(&open(articles(), 80, 24)));
    assert!(!scrolled.screen().contains('▶'), "{}", scrolled.screen());
}

#[test]
fn a_sentence_that_is_taller_than_the_page_is_read_to_its_end() {
    let words: Vec<String> = (0..600).map(|n| format!("word{n}")).collect();
    let long = format!("The report lists {}.", words.join(", "));
    let mut reader = pressed(open(vec![document("Alone", &[&long, SCHOOL])], 80, 16), "jz");
    let mut seen = reader.screen();
    for _ in 0..60 {
        reader.press("j").unwrap();
        seen.push_str(&reader.screen());
    }
    assert!(words.iter().all(|word| seen.contains(word.as_str())), "{seen}");
    assert!(reader.screen().contains("▶") && reader.screen().contains("Two schools"), "{}", reader.screen());
    reader.press("k").unwrap();
    assert!(reader.screen().contains("word599"), "{}", reader.screen());
}

#[test]
fn what_is_selected_and_found_is_marked_and_folds_keep_their_line() {
    let mut articles = paragraphs();
    articles[0] = document(
        "Flood in the valley",
        &[
            &[OTHERS[0], LEVEE].join(" "),
            "Read more: Striker scores goal",
            "Read more: Coach quits team",
            SCHOOL,
        ],
    );
    let reader = pressed(open(articles, 80, 24), "zjj<Space>");
    assert!(page(&reader).concat().contains("=*The levee"), "{}", reader.screen());
    assert!(
        page(&reader).iter().any(|row| row.contains("× 2 lines: ") || row.contains("×*2 lines")),
        "{}",
        reader.screen()
    );
    let reader = pressed(reader, "/coach");
    assert!(page(&reader).concat().contains("Coach quits team"), "{}", reader.screen());
    assert_eq!(reader.meanings().chars().filter(|&letter| letter == 'f').count(), "coach".len());
}

#[test]
fn the_mouse_means_the_sentence_under_it() {
    let mut reader = pressed(open(paragraphs(), 120, 24), "z");
    let row = |reader: &Rehearsal, text: &str| {
        let rows = page(reader);
        let y = rows.iter().position(|row| row.contains(text)).unwrap();
        let x = rows[y].chars().collect::<String>().split(text).next().unwrap().chars().count();
        (u16::try_from(x).unwrap(), u16::try_from(y + 2).unwrap())
    };
    for (text, sentence) in [("Engineers", 1), ("levee", 2), ("Farmers", 3), ("insurance", 4)] {
        let (x, y) = row(&reader, text);
        assert_eq!(reader.hit(x, y), Some(Target::Sentence(SentenceId::new(0, sentence))), "{text}");
    }
    let (x, y) = row(&reader, "levee");
    reader.point(Press, x, y).unwrap();
    let (x, y) = row(&reader, "insurance");
    reader.point(Drag, x, y).unwrap();
    reader.point(Release, x, y).unwrap();
    assert!(reader.screen().contains("*3 selected"), "{}", reader.screen());
    reader.point(Wheel { upwards: false }, x, y).unwrap();
    assert!(reader.screen().contains("*3 selected"), "{}", reader.screen());
}
