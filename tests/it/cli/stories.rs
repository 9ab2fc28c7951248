//! Many articles, put into stories.

use super::program::{bridge, file, folder, run};

fn many() -> tempfile::TempDir {
    let folder = folder();
    for name in ["courier.txt", "gazette.txt", "herald.txt"] {
        file(folder.path(), name, std::fs::read(bridge().join(name)).unwrap());
    }
    file(
        folder.path(),
        "plums.txt",
        "Plums are late this year\n\nFruit growers in the hills expect the first plums in September, their union said.\n",
    );
    folder
}

#[test]
fn articles_of_one_event_stand_together() {
    let folder = many();
    let ran = run(folder.path(), &["stories", "."]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn programs_get_an_object_or_one_a_line() {
    let folder = many();
    file(folder.path(), "empty.txt", "");
    let ran = run(folder.path(), &["stories", "--format", "json", "."]);
    assert_eq!(ran.status, Some(3), "{}", ran.err);
    let list: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(list["schema"], "parallax/stories/1");
    let sizes = |stories: &[serde_json::Value]| -> Vec<usize> {
        stories.iter().map(|story| story["articles"].as_array().unwrap().len()).collect()
    };
    assert_eq!(sizes(list["stories"].as_array().unwrap()), [3, 1]);
    assert_eq!(list["left_out"][0]["source"], "./empty.txt");
    let ran = run(folder.path(), &["stories", "--format", "jsonl", "."]);
    let lines: Vec<serde_json::Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, *list["stories"].as_array().unwrap());
}

#[test]
fn a_list_of_stories_needs_sources() {
    let folder = folder();
    let ran = run(folder.path(), &["stories"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("SOURCE"), "{}", ran.err);
}

#[test]
fn a_file_may_hold_many_articles() {
    let folder = folder();
    let line = |id: &str, title: &str, text: &str| {
        serde_json::json!({"id": id, "title": title, "text": text, "publisher": "Tide"}).to_string()
    };
    let lines = [
        line(
            "f1",
            "Ferry strikes pier",
            "The ferry Island Star struck a pier at Lowhaven, and twelve were hurt.",
        ),
        "{\"id\": \"broken".to_owned(),
        line(
            "p1",
            "Plums are late",
            "Fruit growers in the hills of Ostbury expect the first plums in September.",
        ),
        line(
            "f2",
            "Twelve hurt on ferry",
            "Twelve were hurt when the Island Star hit the pier at Lowhaven on Tuesday.",
        ),
    ];
    file(folder.path(), "day.jsonl", lines.join("\n"));
    let ran = run(folder.path(), &["stories", "--format", "json", "day.jsonl"]);
    assert_eq!(ran.status, Some(3), "{}", ran.err);
    assert!(ran.err.contains("day.jsonl: line 2 is no JSON"), "{}", ran.err);
    let list: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let ids: Vec<&str> = list["stories"][0]["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["f1", "f2"]);
    assert_eq!(list["stories"][0]["articles"][0]["outlet"], "Tide");
}

#[test]
fn an_export_is_no_article() {
    let folder = folder();
    let ran = run(&bridge(), &["compare", "--format", "json", "courier.txt"]);
    file(folder.path(), "export.json", ran.out);
    // Alone it is opened again; among others it tells no story of its own.
    assert_eq!(run(folder.path(), &["compare", "export.json"]).status, Some(0));
    let ran = run(folder.path(), &["compare", "export.json", "none.txt"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("an export of Parallax (parallax/comparison/1)"), "{}", ran.err);
}
