//! An exported comparison, opened again; and what this program wrote, which is no article.

use std::path::Path;

use super::program::{bridge, file, folder, run};

/// A saved page with a menu and a box of links around its article.
const PAGE: &str = "<html><head><title>Bridge closed - Gazette</title><meta property='og:site_name' content='The Gazette'></head><body>\
    <nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sports</a></li></ul></nav><article><h1>Bridge closed for repairs</h1>\
    <p>The old bridge over the Wend was closed on Friday after an inspector found cracks in two of its pillars.</p>\
    <p>The mayor said that repairs would take until the end of the year, and that a ferry would carry passengers until then.</p>\
    </article><footer><p>Copyright The Gazette. All rights reserved.</p></footer></body></html>";

fn exported(folder: &Path, arguments: &[&str]) -> String {
    let ran = run(folder, arguments);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    ran.out
}

#[test]
fn an_exported_comparison_is_the_same_when_it_is_opened_again() {
    let folder = folder();
    file(folder.path(), "page.html", PAGE);
    file(folder.path(), "b.txt", std::fs::read(bridge().join("gazette.txt")).unwrap());
    let json = exported(folder.path(), &["compare", "--format", "json", "page.html", "b.txt"]);
    file(folder.path(), "story.json", &json);
    // Whatever became of the files.
    std::fs::remove_file(folder.path().join("page.html")).unwrap();
    assert_eq!(exported(folder.path(), &["compare", "--format", "json", "story.json"]), json);
    // A source is never written over, and this is one.
    let over = run(folder.path(), &["compare", "story.json", "-o", "story.json", "--force"]);
    assert_eq!(over.status, Some(1), "{}", over.err);
}

#[test]
fn a_part_of_a_comparison_and_a_damaged_one_are_refused() {
    let folder = folder();
    let whole = exported(&bridge(), &["compare", "--format", "json", "."]);
    let part = exported(&bridge(), &["compare", "--format", "json", "--only", "unique", "."]);
    let refused = |content: &str, reason: &str| {
        file(folder.path(), "story.json", content);
        let ran = run(folder.path(), &["compare", "story.json"]);
        assert_eq!(ran.status, Some(1));
        assert!(ran.err.contains("story.json") && ran.err.contains(reason), "{reason}: {}", ran.err);
    };
    refused(&part, "only a part of it was exported");
    refused(&whole.replacen("\"span\":[0,", "\"span\":[99999,", 1), "is damaged");
    refused(&whole.replacen("\"articles\":[", "\"articles\":[7,", 1), "can't be opened again");
    refused(&whole.replace("\"block\":1", "\"block\":1000"), "is damaged");
}

#[test]
fn nothing_that_this_program_wrote_is_taken_for_an_article() {
    let folder = folder();
    for name in ["one.txt", "two.md", "three.html", "four.json", "five.csv", "six.tsv"] {
        let out = folder.path().join(name).display().to_string();
        exported(&bridge(), &["compare", ".", "-o", &out]);
    }
    file(folder.path(), "real.txt", "Bridge closed\n\nThe old bridge was closed on Friday.\n");
    let ran = run(folder.path(), &["compare", "--format", "json", "."]);
    assert_eq!(ran.status, Some(3));
    let comparison: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(comparison["articles"].as_array().unwrap().len(), 1, "{}", ran.err);
    assert_eq!(comparison["left_out"].as_array().unwrap().len(), 6, "{}", ran.err);
    assert_eq!(ran.err.matches("is an export of Parallax").count(), 6, "{}", ran.err);
}
