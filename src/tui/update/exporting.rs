//! The export: what the dialog is opened with, what its answers lead to.

use std::path::{Path, PathBuf};

use crate::comparison::Status;
use crate::export::Scope;
use crate::tui::dialog::export::{Answer, Choice, ExportDialog};
use crate::tui::effect::{Effect, Export, Exported};
use crate::tui::keymap::Key;
use crate::tui::model::{Model, Overlay};
use crate::tui::reader::{Filter, Reader};

/// Words of the title that go into the name of the file.
const WORDS_IN_NAME: usize = 5;

/// Opens the dialog with what the reader most likely means to export.
pub(super) fn open(model: &mut Model) {
    let Some(reader) = model.reader() else { return };
    if reader.comparing {
        // Matches and statuses don't follow the corrections yet.
        model.say("still comparing again: export in a moment");
        return;
    }
    let only = |status, word: &str| Choice {
        label: format!("{word}: {}", reader.count(status)),
        scope: Scope::Only(status),
    };
    let selected = reader.selection.all();
    let mut choices = Vec::new();
    if !selected.is_empty() {
        let label = format!("{} selected", selected.len());
        choices.push(Choice { label, scope: Scope::Selection(selected) });
    }
    choices.extend([
        Choice { label: "everything".to_owned(), scope: Scope::Everything },
        only(Status::Shared, "shared"),
        only(Status::Unique, "only here"),
        Choice { label: off_topic_label(reader), scope: Scope::Only(Status::OffTopic) },
    ]);
    let meant = match reader.filter {
        Filter::Shared => Some(Scope::Only(Status::Shared)),
        Filter::OnlyHere => Some(Scope::Only(Status::Unique)),
        Filter::All | Filter::Selected => None,
    };
    let at = choices.iter().position(|choice| Some(&choice.scope) == meant.as_ref());
    let at = at.filter(|_| reader.selection.all().is_empty()).unwrap_or(0);
    let stem = file_stem(reader);
    let stem = match &model.settings.export_folder {
        Some(folder) => format!("{}/{stem}", folder.trim_end_matches(std::path::is_separator)),
        None => stem,
    };
    let dialog = ExportDialog::new(choices, at, &stem);
    model.overlay = Some(Overlay::Export(Box::new(dialog)));
}

/// Off-topic lines are counted as the columns count them: a block is a line.
fn off_topic_label(reader: &Reader) -> String {
    let articles = 0..reader.comparison.articles.len();
    match articles.map(|article| reader.comparison.counts(article).off_topic_blocks).sum() {
        1 => "off-topic: 1 line".to_owned(),
        lines => format!("off-topic: {lines} lines"),
    }
}

/// A name for the file, from the first title: "twitter-sues-feds-over-attempt".
fn file_stem(reader: &Reader) -> String {
    let title = reader.comparison.names.first().and_then(|names| names.title.as_deref());
    let words: Vec<String> = title
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && word.chars().count() <= 24)
        .take(WORDS_IN_NAME)
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { "story".to_owned() } else { words.join("-") }
}

/// A key that went to the dialog.
pub(super) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(Overlay::Export(dialog)) = &mut model.overlay else { return Vec::new() };
    match dialog.key(key) {
        Answer::Stay => {}
        Answer::Close => model.overlay = None,
        Answer::Write(existing) => {
            let typed = dialog.path.text().trim().to_owned();
            if typed.is_empty() {
                dialog.error = Some("give the file a name".to_owned());
                return Vec::new();
            }
            let path = expanded(&typed, model.environment.home.as_deref());
            let (scope, format) = (dialog.scope().clone(), dialog.format());
            return vec![Effect::Export(Export { path, existing, scope, format })];
        }
    }
    Vec::new()
}

/// Pasted text goes into the path; anywhere else it is no key presses.
pub(super) fn paste(model: &mut Model, text: &str) {
    if let Some(Overlay::Export(dialog)) = &mut model.overlay {
        dialog.paste(text);
    }
}

/// What became of the export: the dialog closes only when the file is written.
pub(super) fn answered(model: &mut Model, exported: Exported) {
    let Some(Overlay::Export(dialog)) = &mut model.overlay else { return };
    match exported {
        Exported::Written(path) => {
            let what = dialog.choice().label.clone();
            model.overlay = None;
            model.say(format!("written to {}: {what}", path.display()));
        }
        Exported::Exists(path) => dialog.ask_to_replace(&path),
        Exported::Failed(error) => dialog.error = Some(error),
    }
}

/// A path with `~` for the home folder.
fn expanded(typed: &str, home: Option<&Path>) -> PathBuf {
    match (home, typed.strip_prefix('~')) {
        (Some(home), Some("")) => home.to_owned(),
        (Some(home), Some(rest)) if rest.starts_with(std::path::is_separator) => {
            home.join(rest.trim_start_matches(std::path::is_separator))
        }
        _ => PathBuf::from(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tilde_is_the_home_folder() {
        let home = Some(Path::new("/home/ada"));
        assert_eq!(expanded("~/a.txt", home), Path::new("/home/ada/a.txt"));
        assert_eq!(expanded("~", home), Path::new("/home/ada"));
        assert_eq!(expanded("~ada/a.txt", home), Path::new("~ada/a.txt"));
        assert_eq!(expanded("a~b", home), Path::new("a~b"));
        assert_eq!(expanded("~/a.txt", None), Path::new("~/a.txt"));
    }
}
