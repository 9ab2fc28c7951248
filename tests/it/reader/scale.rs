//! What a picture costs depends on the screen, not on the story.

use std::time::{Duration, Instant};

use parallax::article::Article;
use parallax::comparison::{Settings, compare};
use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, column, document, environment, open, pressed};

/// How long it takes to compare the articles, and how long forty pictures of the cursor's place take after `keys`.
fn costs(articles: Vec<Article>, keys: &str) -> (Duration, Duration) {
    let begun = Instant::now();
    let story = compare(articles, Settings::default());
    let compared = begun.elapsed();
    let mut reader = Rehearsal::new(story, environment(), 80, 24).unwrap();
    reader.press(keys).unwrap();
    let begun = Instant::now();
    reader.press(&"?<Esc>".repeat(20)).unwrap();
    (compared, begun.elapsed())
}

#[test]
fn thousands_of_counterparts_make_no_slower_picture() {
    let paragraph = vec![LEVEE; 10_000].join(" ");
    let articles = ["Flood in the valley", "What happened upriver"].map(|name| document(name, &[&paragraph]));
    let (compared, drawn) = costs(articles.to_vec(), "j");
    assert!(drawn < compared, "{drawn:?} for forty pictures, {compared:?} to compare");
}

#[test]
fn thousands_of_folded_lines_make_no_slower_picture() {
    let lines: Vec<String> = (0..40_000).map(|n| format!("Read more: Striker {n} scores goal")).collect();
    let mut first = vec![LEVEE];
    first.extend(lines.iter().map(String::as_str));
    let articles = vec![document("Flood in the valley", &first), document("Upriver", &[LEVEE, OTHERS[0]])];
    let (compared, drawn) = costs(articles, "t");
    assert!(drawn * 4 < compared, "{drawn:?} for forty pictures, {compared:?} to compare");
}

#[test]
fn a_column_that_was_out_of_sight_is_filled_when_it_comes_into_sight() {
    let shared = [
        LEVEE,
        SCHOOL,
        "Rescuers in orange vests searched the flooded cellars along the canal for survivors.",
        "The governor promised every household a thousand dollars before the end of winter.",
        "Meteorologists had warned of record rainfall three days before the river rose.",
        "A bakery on the market square gave away all its bread to the evacuated families.",
    ];
    let last = [OTHERS.as_slice(), shared.as_slice()].concat();
    let articles = vec![
        document("Flood in the valley", &shared),
        document("Elsewhere", &["Nothing happened here."]),
        document("The whole story", &last),
    ];
    // The last source is read to its end; while it is out of sight, what stands there is filtered out.
    let reader = pressed(open(articles, 80, 24), "F'cG'aff'c");
    let rows = column(&reader, 1);
    assert!(reader.screen().contains("shown: only here"), "{}", reader.screen());
    assert!(rows.iter().filter(|row| !row.is_empty()).count() > 8, "{}", reader.screen());
}
