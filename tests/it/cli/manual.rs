//! Completions and manual pages.

use super::program::{folder, run};

#[test]
fn every_shell_completes_the_commands() {
    let folder = folder();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(folder.path(), &["completions", shell]);
        assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{shell}");
        for word in ["compare", "stories", "explain", "only"] {
            assert!(ran.out.contains(word), "{shell} has no {word}");
        }
    }
    assert_eq!(run(folder.path(), &["completions", "cmd"]).status, Some(2));
}

#[test]
fn the_program_and_its_commands_have_manual_pages() {
    let folder = folder();
    let program = run(folder.path(), &["man"]);
    assert_eq!(program.status, Some(0), "{}", program.err);
    assert!(program.out.contains(".TH parallax 1") && program.out.contains("Exit status"), "{}", program.out);
    let compare = run(folder.path(), &["man", "compare"]);
    assert!(
        compare.out.contains(".TH parallax-compare 1") && compare.out.contains("\\-\\-only"),
        "{}",
        compare.out
    );
    let none = run(folder.path(), &["man", "nothing"]);
    assert_eq!(none.status, Some(2));
    assert!(none.err.contains("compare"), "{}", none.err);
}
