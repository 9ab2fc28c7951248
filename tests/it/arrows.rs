//! Who may know whom: the one direction of ARCHITECTURE.md, held against the imports of every file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// For each part of `src`, a folder or a file, the parts that it may import from: those that stand above it, and of
/// these only what it needs. A new arrow is a decision; it belongs here and into ARCHITECTURE.md.
const ALLOWED: &[(&str, &[&str])] = &[
    ("article", &[]),
    ("text", &["article"]),
    ("score", &[]),
    ("source", &[]),
    ("segment", &["article", "text"]),
    ("naming", &["article", "segment"]),
    ("order", &["article"]),
    ("sample", &["article"]),
    ("read", &["article", "source", "text"]),
    ("save", &["read"]),
    ("lexis", &["article", "text"]),
    ("offtopic", &["article", "lexis", "score", "segment", "text"]),
    ("grouping", &["article", "lexis", "naming", "offtopic", "order", "text"]),
    ("facts", &["article", "lexis", "text"]),
    ("disagreement", &["article", "facts", "lexis", "text"]),
    ("matching", &["article", "disagreement", "lexis", "score", "text"]),
    ("statements", &["article", "matching", "score", "text"]),
    (
        "comparison",
        &[
            "article",
            "disagreement",
            "lexis",
            "matching",
            "naming",
            "offtopic",
            "order",
            "score",
            "statements",
        ],
    ),
    ("kept", &["article", "comparison", "read", "save", "text"]),
    ("digest", &["article", "comparison", "facts", "lexis", "matching", "text"]),
    ("say", &["article", "comparison", "digest", "offtopic", "score", "text"]),
    (
        "export",
        &[
            "article",
            "comparison",
            "digest",
            "grouping",
            "matching",
            "naming",
            "offtopic",
            "say",
            "source",
            "text",
        ],
    ),
    (
        "tui",
        &["article", "comparison", "digest", "export", "kept", "offtopic", "read", "save", "say", "text"],
    ),
    (
        "cli",
        &[
            "article",
            "comparison",
            "export",
            "grouping",
            "kept",
            "offtopic",
            "read",
            "sample",
            "save",
            "say",
            "segment",
            "tui",
        ],
    ),
];

/// Crates that only these parts may name: the core knows no terminal, file system, network or clock.
const AT_THE_EDGE: &[(&str, &[&str])] = &[
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("signal_hook", &["tui"]),
    ("rustix", &["read", "save", "tui"]),
    ("notify", &["tui"]),
    ("terminal_colorsaurus", &["tui"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("dom_query", &["read"]),
    ("pulldown_cmark", &["read"]),
    ("dom_smoothie", &["read"]),
    ("trafilatura", &["read"]),
    ("std::fs", &["kept", "read", "save", "tui"]),
    ("std::net", &["read"]),
    ("ureq", &["read"]),
    ("feed_rs", &["read"]),
    ("std::time", &["kept", "read", "tui"]),
    ("std::env", &["cli", "tui"]),
];

/// The source of a part without comments and unit tests, file by file.
fn files() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let inside = path.strip_prefix(&root).unwrap();
            let part = inside.components().next().unwrap().as_os_str().to_string_lossy();
            let part = part.trim_end_matches(".rs").to_owned();
            let source = fs::read_to_string(&path).unwrap();
            let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            files.push((part, inside.to_owned(), code.collect::<Vec<_>>().join("\n")));
        }
    }
    files
}

/// The names that follow `start` anywhere in `code`.
fn named_after<'a>(code: &'a str, start: &str) -> BTreeSet<&'a str> {
    let names = code.match_indices(start).filter_map(|(at, _)| {
        // The end of a longer word is another name.
        let whole = !code.get(..at)?.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = code.get(at + start.len()..)?;
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        rest.get(..end).filter(|_| whole)
    });
    names.collect()
}

#[test]
fn imports_go_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    let mut unused: BTreeSet<(&str, &str)> = ALLOWED
        .iter()
        .flat_map(|&(part, targets)| targets.iter().map(move |&target| (part, target)))
        .collect();
    let mut faults = Vec::new();
    for (part, path, code) in files() {
        if part == "lib" || part == "main" {
            continue;
        }
        let Some(&targets) = allowed.get(part.as_str()) else {
            faults.push(format!("{} is of no part that is known", path.display()));
            continue;
        };
        let own = named_after(&code, "crate::");
        let of_library = named_after(&code, "parallax::");
        for target in own.union(&of_library).filter(|&&target| target != part) {
            match targets.iter().find(|allowed| allowed == &target) {
                Some(&target) => {
                    unused.retain(|arrow| *arrow != (part.as_str(), target));
                }
                None => faults.push(format!("{} may not import from {target}", path.display())),
            }
        }
    }
    faults.extend(unused.iter().map(|(part, target)| format!("{part} no longer imports from {target}")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_allowed_arrows_make_no_circle() {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for (part, targets) in ALLOWED {
        assert!(
            targets.iter().all(|target| known.contains(target)),
            "{part} imports from what stands below it"
        );
        known.insert(part);
    }
}

/// The names behind `super::` in `code`.
fn named_beside(code: &str) -> BTreeSet<&str> {
    let lists = code.match_indices("super::{").filter_map(|(at, start)| {
        let rest = code.get(at + start.len()..)?;
        rest.get(..rest.find('}')?)
    });
    let listed = lists.flat_map(|list| list.split(|c: char| !c.is_alphanumeric() && c != '_'));
    named_after(code, "super::").into_iter().chain(listed).collect()
}

#[test]
fn the_files_of_a_part_make_no_circle() {
    let files = files();
    let name = |path: &Path| path.with_extension("").to_string_lossy().into_owned();
    let known: BTreeSet<String> = files.iter().map(|(_, path, _)| name(path)).collect();
    let mut left: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, path, code) in files.iter().filter(|(_, path, _)| !path.ends_with("mod.rs")) {
        let beside = named_beside(code).into_iter().map(|file| name(&path.with_file_name(file)));
        left.insert(name(path), beside.filter(|file| known.contains(file)).collect());
    }
    while let Some(free) = left.iter().find(|(_, beside)| beside.iter().all(|file| !left.contains_key(file)))
    {
        let free = free.0.clone();
        left.remove(&free);
    }
    assert!(left.is_empty(), "these files import from one another: {left:#?}");
}

#[test]
fn only_the_edge_knows_the_world() {
    for (part, path, code) in files() {
        for (name, parts) in AT_THE_EDGE {
            let uses = code.contains(&format!("{name}::"));
            assert!(!uses || parts.contains(&part.as_str()), "{} uses {name}", path.display());
        }
    }
}
