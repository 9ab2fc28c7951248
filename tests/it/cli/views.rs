//! `--view`: one view of the story, printed.

use super::program::{bridge, run};

#[test]
fn each_view_is_printed_as_text_and_markdown() {
    for (view, words) in [
        ("merged", "The story read once"),
        ("matrix", "How much of each source is found in the others"),
        ("quotes", "quotation"),
        ("conflicts", "contradict"),
    ] {
        let text = run(&bridge(), &["compare", "--view", view, "."]);
        assert_eq!((text.status, text.err.as_str()), (Some(0), ""));
        assert!(text.out.contains(words), "{view}: {}", text.out);
        let markdown = run(&bridge(), &["compare", "--view", view, "--format", "markdown", "."]);
        assert!(markdown.out.starts_with("# ") && markdown.out.contains(words), "{view}: {}", markdown.out);
    }
    let json = run(&bridge(), &["compare", "--view", "merged", "--format", "json", "."]);
    assert_eq!(json.status, Some(2));
    assert!(json.err.contains("a view is printed as text or Markdown"), "{}", json.err);
}
