//! The settings file, printed.

use parallax::tui::keymap::Keymap;
use parallax::tui::settings::ReaderSettings;

use super::program::{command, folder, run};

#[test]
fn the_printed_file_changes_nothing_and_names_everything() {
    let folder = folder();
    let ran = run(folder.path(), &["config", "--default"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ReaderSettings::parse(&ran.out).unwrap(), ReaderSettings::default());
    // With every line in use it says what holds without it.
    let in_use: String = ran
        .out
        .lines()
        .map(|line| {
            let set = line.strip_prefix('#').filter(|rest| !rest.starts_with(' '));
            format!("{}\n", set.unwrap_or(line))
        })
        .collect();
    let settings = ReaderSettings::parse(&in_use).unwrap();
    let plain = ReaderSettings { export_folder: None, keys: Vec::new(), ..settings.clone() };
    assert_eq!(plain, ReaderSettings::default());
    let preset = Keymap::preset().unwrap();
    let lines = |keymap: &Keymap| {
        let written = keymap.written();
        let mut lines: Vec<String> = written.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(&preset.rebound(&settings.keys)), lines(&preset));
    assert!(settings.keys.len() > 40);
}

#[test]
fn the_place_of_the_file_is_told() {
    let folder = folder();
    let named = command(folder.path())
        .args(["config", "--path"])
        .env("PARALLAX_CONFIG", "mine.toml")
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(named.stdout).unwrap(), "mine.toml\n");
    assert_eq!(run(folder.path(), &["config"]).status, Some(2));
}
