//! Bad input: a clear message or a sensible comparison, never a panic.

use std::fs::File;

use serde_json::Value;

use super::program::{Ran, bridge, file, folder, run};

/// The comparison that a run printed.
fn comparison(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

fn number_of(comparison: &Value, name: &str) -> usize {
    comparison[name].as_array().map_or(0, Vec::len)
}

/// Compares `name` with a good file, expects that it is left out, and gives the complaint.
fn refused(folder: &std::path::Path, name: &str) -> String {
    file(folder, "good.txt", "A bridge was closed on Friday because of cracks.\n");
    let ran = run(folder, &["compare", "--format", "json", "good.txt", name]);
    assert_eq!(ran.status, Some(3), "{}", ran.err);
    assert!(ran.err.starts_with(&format!("parallax: {name}")), "{}", ran.err);
    assert_eq!(number_of(&comparison(&ran), "left_out"), 1);
    ran.err
}

#[test]
fn missing_and_empty_files_and_folders_are_named() {
    let folder = folder();
    refused(folder.path(), "missing.txt");
    file(folder.path(), "empty.txt", "");
    refused(folder.path(), "empty.txt");
    file(folder.path(), "blank.txt", " \n\t\n");
    refused(folder.path(), "blank.txt");
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    refused(folder.path(), "empty");
}

#[test]
fn binary_files_are_refused_by_name() {
    let folder = folder();
    file(folder.path(), "a.bin", [0_u8, 159, 146, 150, 0, 0, 1, 2, 3, 255].repeat(40));
    refused(folder.path(), "a.bin");
    // 50 MB that take no room on the disk.
    File::create(folder.path().join("huge.bin")).and_then(|file| file.set_len(50 << 20)).unwrap();
    refused(folder.path(), "huge.bin");
}

#[test]
fn odd_bytes_are_read_as_far_as_they_go() {
    let folder = folder();
    for (name, content) in [
        ("one_line.txt", &b"One line without an end"[..]),
        ("latin1.txt", b"Le caf\xe9 \xe9tait ferm\xe9 vendredi \xe0 cause du d\xe9g\xe2t des eaux.\n"),
        ("escapes.txt", b"The \x1b[31mred\x1b[0m bridge was \x1b]0;owned\x07 closed.\n"),
        ("override.txt", "The bridge \u{202e}was closed\u{202c} on Friday.\n".as_bytes()),
        ("carriage.txt", b"A bridge.\r\n\r\nIt was closed on Friday.\r\n"),
    ] {
        file(folder.path(), name, content);
        let ran = run(folder.path(), &["compare", "--format", "json", name]);
        assert_eq!(ran.status, Some(0), "{name}: {}", ran.err);
        assert!(number_of(&comparison(&ran)["articles"][0], "sentences") > 0, "{name}");
    }
}

#[test]
fn two_copies_share_everything() {
    let folder = folder();
    let story = std::fs::read(bridge().join("herald.txt")).unwrap();
    file(folder.path(), "a.txt", &story);
    file(folder.path(), "b.txt", &story);
    let ran = run(folder.path(), &["compare", "--format", "json", "a.txt", "b.txt"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    for article in comparison(&ran)["articles"].as_array().unwrap() {
        let counts = &article["counts"];
        assert!(counts["sentences"].as_u64() >= Some(4), "{counts}");
        assert_eq!(counts["shared"], counts["sentences"], "{counts}");
    }
}

#[test]
fn one_article_alone_is_fine() {
    let ran = run(&bridge(), &["compare", "courier.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("Sentences of A: Council votes"), "{}", ran.out);
    assert!(!ran.out.contains("Said by more than one source"));
}

#[test]
fn thirty_articles_have_thirty_names() {
    let folder = folder();
    for n in 0..30 {
        let story =
            format!("Bridge closed, says paper {n}\n\nThe council closed the old mill bridge on Friday.\n");
        file(folder.path(), &format!("{n:02}.txt"), story);
    }
    let ran = run(folder.path(), &["compare", "."]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("\nA  Bridge closed, says paper 0\n"), "{}", ran.out);
    assert!(ran.out.contains("\nd  Bridge closed, says paper 29\n"), "{}", ran.out);
}

#[test]
fn a_sentence_that_is_repeated_thousands_of_times_is_found_everywhere() {
    let folder = folder();
    let said = "The council closed the old bridge on Friday after the flood.";
    file(folder.path(), "a.txt", format!("Bridge closed again\n\n{}", format!("{said} ").repeat(3_000)));
    file(folder.path(), "b.txt", format!("Flood\n\n{said}\n\nThe mayor thanked everyone who had come.\n"));
    let ran = run(folder.path(), &["compare", "--format", "json", "a.txt", "b.txt"]);
    let counts = &comparison(&ran)["articles"][0]["counts"];
    assert_eq!((counts["shared"].as_u64(), counts["unique"].as_u64()), (Some(3_000), Some(0)));
}

#[test]
fn addresses_without_end_are_read_in_one_pass() {
    let folder = folder();
    file(folder.path(), "a.txt", format!("See {}", "www.a ".repeat(100_000)));
    file(folder.path(), "b.txt", format!("See {}", "http://a ".repeat(100_000)));
    let ran = run(folder.path(), &["compare", "--format", "json", "a.txt", "b.txt"]);
    assert_eq!(number_of(&comparison(&ran), "articles"), 2);
}

#[test]
fn a_line_of_a_million_characters_ends() {
    let folder = folder();
    let line = "The council closed the bridge on Friday. ".repeat(25_000);
    file(folder.path(), "sentences.txt", line);
    file(folder.path(), "word.txt", "x".repeat(1_000_000));
    let ran = run(folder.path(), &["compare", "--format", "json", "sentences.txt", "word.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    let comparison = comparison(&ran);
    // Every sentence is there, and the word is one.
    let sentences = |article: usize| number_of(&comparison["articles"][article], "sentences");
    assert_eq!((number_of(&comparison, "articles"), sentences(0), sentences(1)), (2, 25_000, 1));
}
