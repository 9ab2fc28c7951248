//! What every line was found to be, and what led there.

use parallax::say::acts;
use unicode_width::UnicodeWidthStr;

use super::program::{bridge, file, folder, run};

const PAGE: &str = "\
Council closes the old harbour bridge

By Jane Doe

WAREN (AP) - The council voted on Tuesday to close the old harbour bridge before the winter storms arrive.

Read more: Plums are late this year

Drivers will have to take the ferry until the work is done, the council said in a statement on Wednesday.

Sign up for our morning newsletter
";

#[test]
fn every_line_has_its_role_its_evidence_and_its_verdict() {
    let folder = folder();
    file(folder.path(), "page.txt", PAGE);
    let ran = run(folder.path(), &["explain", "page.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn sources_are_judged_as_they_are_when_they_are_compared() {
    for sources in [&[] as &[&str], &["courier.txt", "gazette.txt", "herald.txt"]] {
        let explained = run(&bridge(), &[&["explain"], sources].concat());
        let compared = run(&bridge(), &[&["compare", "--format", "json"], sources].concat());
        let comparison: serde_json::Value = serde_json::from_str(&compared.out).unwrap();
        let blocks = comparison["articles"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|article| article["blocks"].as_array());
        let flagged = blocks.flatten().filter(|block| !block["off_topic"].is_null()).count();
        let found = explained
            .out
            .lines()
            .filter(|line| line.get(5..).is_some_and(|rest| rest.starts_with("× ")))
            .count();
        assert_eq!(found, flagged, "{}", explained.out);
    }
}

#[test]
fn no_line_leaves_the_window_or_acts() {
    let folder = folder();
    let long = format!(
        "{PAGE}\n{}\n\nA \u{1b}[31mred\u{7} \u{202e}line (AP\u{1b}c Photo/Jane Doe)\n\n{}\n",
        "東京".repeat(200),
        "x".repeat(9_000)
    );
    let name = format!("{}.txt", "n".repeat(120));
    file(folder.path(), &name, long);
    let ran = run(folder.path(), &["explain", &name]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    for line in ran.out.lines() {
        assert!(line.width() <= 80 && !line.contains(acts), "{line:?}");
        assert_eq!(line.trim_end(), line);
    }
    assert_eq!(run(folder.path(), &["explain", &name]).out, ran.out);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_explained() {
    let folder = folder();
    file(folder.path(), "page.txt", PAGE);
    let ran = run(folder.path(), &["explain", "page.txt", "missing.txt"]);
    assert_eq!(ran.status, Some(3), "{}", ran.err);
    assert!(ran.err.starts_with("parallax: missing.txt: "), "{}", ran.err);
    assert!(ran.out.contains("Council closes the old harbour bridge"));
}
