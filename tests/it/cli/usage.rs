//! The help, wrong arguments, sources that can't be read.

use super::program::{bridge, file, folder, run, run_with};

#[test]
fn help() {
    let folder = folder();
    for (name, arguments) in [
        ("help_short", &["-h"] as &[&str]),
        ("help_long", &["--help"]),
        ("help_compare_short", &["compare", "-h"]),
        ("help_compare_long", &["compare", "--help"]),
        ("help_explain", &["explain", "--help"]),
    ] {
        let ran = run(folder.path(), arguments);
        assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
        insta::assert_snapshot!(name, ran.out);
    }
}

#[test]
fn wrong_arguments_are_explained() {
    let folder = folder();
    for (arguments, words) in [
        (
            &["compare", "--format", "xml"] as &[&str],
            "[possible values: text, markdown, html, json, csv, tsv]",
        ),
        (&["compare", "--only", "good"], "shared, disputed, possible, unique, apart, repeat, off-topic"),
        (&["compare", "--certain", "2"], "give a number from 0 to 1"),
        (&["compare", "--certain", "NaN"], "give a number from 0 to 1"),
        (&["compare", "--certain", "0.3", "--possible", "0.4"], "--possible"),
        (&["compare", "--force"], "--output <FILE>"),
        (&["--formt", "json"], "'--formt'"),
    ] {
        let ran = run(folder.path(), arguments);
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{arguments:?}: {}", ran.err);
        assert!(ran.err.starts_with("parallax: "), "{}", ran.err);
        assert!(ran.err.contains(words), "{}", ran.err);
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_compared() {
    let folder = folder();
    file(folder.path(), "a.txt", "A bridge was closed on Friday because of cracks.\n");
    let ran = run(folder.path(), &["compare", "a.txt", "missing.txt"]);
    assert_eq!(ran.status, Some(3), "{}", ran.err);
    assert!(ran.err.starts_with("parallax: missing.txt: "), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.out.contains("A bridge was closed on Friday"));
    assert!(ran.out.contains("missing.txt"), "the report says what it lacks");
}

#[test]
fn nothing_to_compare_is_a_failure() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    for source in ["missing.txt", "empty", "https://example.org/story"] {
        for arguments in [vec![source], vec!["compare", "--format", "json", source]] {
            let ran = run(folder.path(), &arguments);
            assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""), "{}", ran.err);
            assert!(ran.err.contains(source), "{}", ran.err);
            assert!(ran.err.contains("nothing to compare"), "{}", ran.err);
        }
    }
}

#[test]
fn a_file_that_is_called_like_the_command_is_named_with_its_folder() {
    let folder = folder();
    file(folder.path(), "compare", "A file may be called like a command.\n");
    let ran = run(folder.path(), &["./compare"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert!(ran.out.contains("A file may be called like a command."));
}

#[test]
fn standard_input_is_a_source() {
    let folder = folder();
    let ran = run_with(folder.path(), &["compare", "-"], b"A story came through the pipe.\n");
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert!(ran.out.contains("A story came through the pipe."));
}

#[test]
fn a_source_is_called_what_its_reader_calls_it() {
    let folder = folder();
    let text = "The dam at Orsk gave way on Friday, the governor said.\n";
    let input = b"The dam at Orsk gave way on Friday, the governor said.\n";
    for name in ["wire.txt", "a=b.txt", "pages/1.txt", "pages/2.txt"] {
        std::fs::create_dir_all(folder.path().join("pages")).unwrap();
        file(folder.path(), name, text);
    }
    let sources = ["Northern Wire=wire.txt", "a=b.txt", "Gazette=pages", "./x=y/../wire.txt", "Pipe=-"];
    std::fs::create_dir(folder.path().join("x=y")).unwrap();
    let mut arguments = vec!["compare", "--format", "json"];
    arguments.extend(sources);
    let ran = run_with(folder.path(), &arguments, input);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    let comparison: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let articles = comparison["articles"].as_array().unwrap();
    let outlets: Vec<Option<&str>> = articles.iter().map(|article| article["outlet"].as_str()).collect();
    let gazette = Some("Gazette");
    assert_eq!(outlets, [Some("Northern Wire"), None, gazette, gazette, None, Some("Pipe")]);
    assert_eq!(articles[0]["location"], "wire.txt");
    // What is missing is named as a file.
    let ran = run(folder.path(), &["compare", "Wire=gone.txt"]);
    assert!(ran.err.contains("gone.txt: there is no such file"), "{}", ran.err);
    // No name is a source of its own.
    let ran = run(folder.path(), &["compare", "=wire.txt"]);
    assert!(ran.err.contains("=wire.txt: there is no such file"), "{}", ran.err);
}

#[test]
fn a_named_source_is_never_written_over() {
    let folder = folder();
    file(folder.path(), "wire.txt", "The dam at Orsk gave way on Friday.\n");
    let ran = run(folder.path(), &["compare", "Wire=wire.txt", "--force", "-o", "wire.txt"]);
    assert_eq!(ran.status, Some(1), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(folder.path().join("wire.txt")).unwrap().len(), 36);
}

#[test]
fn a_folder_is_its_files_in_name_order() {
    let ran = run(&bridge(), &["compare", "--format", "json", "."]);
    let one_by_one =
        run(&bridge(), &["compare", "--format", "json", "./courier.txt", "./gazette.txt", "./herald.txt"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert_eq!(ran.out.replace("\"./", "\""), one_by_one.out.replace("\"./", "\""));
}

#[test]
fn settings_move_the_line_between_certain_and_possible() {
    let all = run(&bridge(), &["compare", "--format", "json", "--certain", "0.01", "."]);
    let none = run(&bridge(), &["compare", "--format", "json", "--possible", "1", "--certain", "1", "."]);
    let matches = |out: &str| {
        let comparison: serde_json::Value = serde_json::from_str(out).unwrap();
        comparison["matches"].as_array().unwrap().len()
    };
    assert!(matches(&all.out) > matches(&none.out), "{} {}", all.err, none.err);
    assert!(!all.out.contains(r#""certainty":"possible","via":"score""#));
}
