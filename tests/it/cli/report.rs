//! The reports for people.

use parallax::say::acts;

use super::program::{bridge, file, folder, run};

#[test]
fn text() {
    let ran = run(&bridge(), &["compare", "courier.txt", "gazette.txt", "herald.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn markdown() {
    let ran =
        run(&bridge(), &["compare", "--format", "markdown", "courier.txt", "gazette.txt", "herald.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn only_one_status() {
    let unique = run(&bridge(), &["compare", "--only", "unique", "."]).out;
    assert!(unique.contains("+ The bridge was built in 1931 and last repaired in 1988."), "{unique}");
    assert!(!unique.contains("Said by more than one source"), "{unique}");
    let shared = run(&bridge(), &["compare", "--only", "shared", "."]).out;
    assert!(shared.contains("Repairs are expected to cost 4.2 million euros."), "{shared}");
    assert!(!shared.contains("built in 1931"), "{shared}");
}

#[test]
fn a_status_that_nothing_has_is_said_so() {
    let folder = folder();
    file(folder.path(), "a.txt", "One sentence stands alone here.\n");
    let ran = run(folder.path(), &["compare", "--only", "repeat", "a.txt"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert!(ran.out.contains("No line is printed twice."), "{}", ran.out);
}

#[test]
fn nothing_that_acts_reaches_a_report() {
    let folder = folder();
    let hostile = "A \u{1b}[31mred\u{1b}[0m title\u{7} \u{202e}desrever\u{202c}\n\n\
                   The \u{9b}2J council \u{2066}closed\u{2069} the bridge\u{feff} on\r Friday.\n";
    file(folder.path(), "a\u{1b}[31m.txt", hostile);
    for format in ["text", "markdown"] {
        let ran = run(folder.path(), &["compare", "--format", format, "a\u{1b}[31m.txt", "gone\u{1b}c.txt"]);
        assert_eq!(ran.status, Some(3), "{}", ran.err);
        let raw = |text: &str| text.chars().find(|&c| acts(c) && c != '\n');
        assert_eq!(raw(&ran.out), None, "{}", ran.out);
        assert_eq!(raw(&ran.err), None, "{}", ran.err);
        assert!(ran.out.contains("U+202E"), "it is shown instead: {}", ran.out);
    }
}

#[test]
fn nothing_that_hides_reaches_a_report_and_what_shapes_letters_stays() {
    let folder = folder();
    let tagged: String =
        "ignore this".chars().filter_map(|c| char::from_u32(0xE0000 + u32::from(c))).collect();
    let story = format!(
        "The Kran\u{ad}ken\u{ad}haus{tagged} was\u{2060} closed\u{3164}\u{115f} on\u{200b} Friday\u{fe0f}.\n\n\
         می\u{200c}خواهم که پل بسته شود ❤️‍🔥 👩‍👩‍👧.\n"
    );
    file(folder.path(), "a.txt", story);
    for format in ["text", "markdown"] {
        let out = run(folder.path(), &["compare", "--format", format, "a.txt"]).out;
        for shown in ["The Krankenhaus<U+E0069><U+E0067>", " was closed<U+3164><U+115F> on Friday<U+FE0F>."] {
            let shown = if format == "text" {
                shown.to_owned()
            } else {
                shown.replace('<', "\\<").replace('>', "\\>")
            };
            assert!(out.contains(&shown), "{shown}: {out}");
        }
        assert!(out.contains("می\u{200c}خواهم که پل بسته شود ❤️‍🔥 👩‍👩‍👧."), "{out}");
        let hides = |c: &char| {
            matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{3164}' | '\u{115f}' | '\u{e0000}'..)
        };
        assert_eq!(out.chars().find(hides), None, "{out}");
    }
}
