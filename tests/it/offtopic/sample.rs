//! The sample story: every flagged line, as a reader sees it.

use std::fmt::Write as _;

use super::{detect, flagged};

#[test]
fn the_sample_story_is_flagged_line_by_line() {
    let articles = parallax::sample::articles();
    let flags = detect(&articles);
    let mut shown = String::new();
    for (letter, (article, flags)) in ('A'..).zip(articles.iter().zip(&flags)) {
        for (line, flag) in flagged(article, flags) {
            let line: String = line.chars().take(44).collect();
            let kind = format!("{:?}", flag.kind).to_lowercase();
            let topic = flag.topic.map(|topic| format!("{topic:?}").to_lowercase()).unwrap_or_default();
            writeln!(shown, "{letter} {kind:<10} {topic:<13} {line}").unwrap();
        }
    }
    insta::assert_snapshot!(shown);
}
