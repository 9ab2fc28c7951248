//! The export: what the dialog is opened with, what its answers lead to.

use std::path::{Path, PathBuf};

use crate::comparison::Status;
use crate::export::Scope;
use crate::tui::dialog::export::{Answer, Choice, ExportDialog};
use crate::tui::effect::{Effect, Export, Exported};
use crate::tui::keymap::Key;
use crate::tui::model::{Model, Notice, Overlay};
use crate::tui::reader::{Filter, Reader};

/// Words of the title that go into the name of the file.
const WORDS_IN_NAME: usize = 5;

/// Opens the dialog with what the reader most likely means to export.
pub(super) fn open(model: &mut Model) {
    let Some(reader) = model.reader() else { return };
    if model.exporting {
        model.say("the last export is still being written");
        return;
    }
    if reader.comparing.ready().is_none() {
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
            dialog.writing = true;
            model.exporting = true;
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

/// What became of the export: the dialog closes only when the file is written. Where it was closed before, all that is
/// left is to say it. What could not be written holds back who is leaving.
pub(super) fn answered(model: &mut Model, exported: Exported) -> Vec<Effect> {
    model.exporting = false;
    let leaves = std::mem::take(&mut model.leaving) && matches!(exported, Exported::Written(_));
    match (&mut model.overlay, exported) {
        (Some(Overlay::Export(dialog)), exported) if dialog.writing => {
            dialog.writing = false;
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
        (_, Exported::Written(path)) => model.say(format!("written to {}", path.display())),
        (_, Exported::Exists(path)) => fail(model, format!("{} exists already: not written", path.display())),
        (_, Exported::Failed(error)) => fail(model, error),
    }
    if leaves { vec![Effect::Quit] } else { Vec::new() }
}

fn fail(model: &mut Model, text: String) {
    model.notice = Some(Notice { text, error: true });
}

/// Ends the reader, an export that is being written first; asked again, without it.
pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    if model.exporting && !model.leaving {
        model.leaving = true;
        model.say("leaving once the export is written; again, without it");
        return Vec::new();
    }
    vec![Effect::Quit]
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
    use ratatui::layout::Size;

    use super::*;
    use crate::comparison::{Settings, compare};
    use crate::read::Originals;
    use crate::tui::Loaded;
    use crate::tui::action::Action;
    use crate::tui::env::Environment;
    use crate::tui::keymap::Keymap;
    use crate::tui::settings::ReaderSettings;
    use crate::tui::update::{Message, update};

    #[test]
    fn a_tilde_is_the_home_folder() {
        let home = Some(Path::new("/home/ada"));
        assert_eq!(expanded("~/a.txt", home), Path::new("/home/ada/a.txt"));
        assert_eq!(expanded("~", home), Path::new("/home/ada"));
        assert_eq!(expanded("~ada/a.txt", home), Path::new("~ada/a.txt"));
        assert_eq!(expanded("a~b", home), Path::new("a~b"));
        assert_eq!(expanded("~/a.txt", None), Path::new("~/a.txt"));
    }

    /// A reader that writes an export.
    fn writing() -> Model {
        let environment = Environment::of(|_| None);
        let keymap = Keymap::preset().unwrap();
        let mut model = Model::new(Size::new(80, 24), environment, keymap, ReaderSettings::default());
        let comparison = compare(crate::sample::articles(), Settings::default());
        let loaded = Loaded { comparison, left_out: Vec::new(), originals: Originals::default() };
        update(&mut model, Message::Loaded(Box::new(loaded)));
        update(&mut model, Message::Do(Action::Export));
        let effects = update(&mut model, Message::Export("Enter".parse().unwrap()));
        assert!(matches!(effects.as_slice(), [Effect::Export(_)]), "{effects:?}");
        model
    }

    fn said(model: &Model) -> &str {
        model.notice.as_ref().map_or("", |notice| notice.text.as_str())
    }

    #[test]
    fn keys_are_answered_while_an_export_is_written() {
        let mut model = writing();
        // Nothing is written twice.
        assert_eq!(update(&mut model, Message::Export("Enter".parse().unwrap())), []);
        update(&mut model, Message::Export("Esc".parse().unwrap()));
        assert!(model.overlay.is_none());
        let cursor = model.reader().unwrap().cursor;
        update(&mut model, Message::Do(Action::NextSentence));
        assert_ne!(model.reader().unwrap().cursor, cursor);
        update(&mut model, Message::Do(Action::Export));
        assert!(model.overlay.is_none() && said(&model).contains("still being written"));
        assert_eq!(update(&mut model, Message::Exported(Exported::Written("a.txt".into()))), []);
        assert_eq!(said(&model), "written to a.txt");
    }

    #[test]
    fn leaving_waits_for_the_export_unless_asked_again() {
        let mut model = writing();
        assert_eq!(update(&mut model, Message::Do(Action::Quit)), []);
        assert!(said(&model).starts_with("leaving once"), "{}", said(&model));
        let written = Message::Exported(Exported::Written("a.txt".into()));
        assert_eq!(update(&mut model, written), [Effect::Quit]);
        let mut model = writing();
        update(&mut model, Message::Do(Action::Quit));
        assert_eq!(update(&mut model, Message::Do(Action::Quit)), [Effect::Quit]);
    }

    #[test]
    fn an_export_that_fails_is_told_and_can_be_written_again() {
        let failed = || Message::Exported(Exported::Failed("the disk is full".to_owned()));
        let mut model = writing();
        update(&mut model, failed());
        let Some(Overlay::Export(dialog)) = &model.overlay else { panic!("the dialog is closed") };
        assert_eq!(dialog.error.as_deref(), Some("the disk is full"));
        assert_eq!(update(&mut model, Message::Export("Enter".parse().unwrap())).len(), 1);
        update(&mut model, Message::Export("Esc".parse().unwrap()));
        update(&mut model, Message::Do(Action::Quit));
        assert_eq!(update(&mut model, failed()), []);
        assert_eq!(said(&model), "the disk is full");
    }
}
