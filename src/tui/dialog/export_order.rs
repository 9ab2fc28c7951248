//! The export that a story is most likely meant for, and the one that a dialog asks for.

use std::path::{Path, PathBuf};

use super::export::{Choice, ExportDialog};
use crate::comparison::Status;
use crate::export::Scope;
use crate::save::Existing;
use crate::tui::effect::{Effect, Export};
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

/// Words of the title that go into the name of the file.
const WORDS_IN_NAME: usize = 5;

impl ExportDialog {
    /// Opens the dialog with what is selected, else with what is shown: all of it where that is no `scope`.
    pub fn open(story: &Story, scene: &Scene, scope: Option<Scope>) -> Outcome {
        if story.exporting {
            return Outcome::say("the last export is still being written");
        }
        if story.comparing.ready().is_none() {
            // Matches and statuses don't follow the corrections yet.
            return Outcome::say("still comparing again: export in a moment");
        }
        let choices = choices(story);
        let at = choices.iter().position(|choice| Some(&choice.scope) == scope.as_ref());
        let at = at.filter(|_| story.selection.is_empty()).unwrap_or(0);
        let stem = file_stem(story);
        let stem = match &scene.settings.export_folder {
            Some(folder) => format!("{}/{stem}", folder.trim_end_matches(std::path::is_separator)),
            None => stem,
        };
        Outcome::open(Self::new(choices, at, &stem))
    }

    /// Has the export written; without a name for the file, asks for one.
    pub(super) fn write(&mut self, existing: Existing, scene: &Scene) -> Outcome {
        let typed = self.path.text().trim().to_owned();
        if typed.is_empty() {
            self.error = Some("give the file a name".to_owned());
            return Outcome::default();
        }
        self.writing = true;
        let path = expanded(&typed, scene.environment.home.as_deref());
        let (scope, format) = (self.choice().scope.clone(), self.format());
        Effect::Export(Export { path, existing, scope, format }).into()
    }
}

fn choices(story: &Story) -> Vec<Choice> {
    let only = |status, word: &str| Choice {
        label: format!("{word}: {}", story.count(status)),
        scope: Scope::Only(status),
    };
    let selected = story.selection.all();
    let mut choices = Vec::new();
    if !selected.is_empty() {
        let label = format!("{} selected", selected.len());
        choices.push(Choice { label, scope: Scope::Selection(selected) });
    }
    choices.extend([
        Choice { label: "everything".to_owned(), scope: Scope::Everything },
        only(Status::Shared, "shared"),
    ]);
    // Many stories have none.
    if story.count(Status::Disputed) > 0 {
        choices.push(only(Status::Disputed, "disputed"));
    }
    choices.extend([
        only(Status::Unique, "only here"),
        Choice { label: off_topic_label(story), scope: Scope::Only(Status::OffTopic) },
    ]);
    choices
}

/// Off-topic lines are counted as the columns count them: a block is a line.
fn off_topic_label(story: &Story) -> String {
    let articles = 0..story.comparison.articles.len();
    match articles.map(|article| story.comparison.counts(article).off_topic_blocks).sum() {
        1 => "off-topic: 1 line".to_owned(),
        lines => format!("off-topic: {lines} lines"),
    }
}

/// A name for the file, from the first title: "twitter-sues-feds-over-attempt".
fn file_stem(story: &Story) -> String {
    let title = story.comparison.names.first().and_then(|names| names.title.as_deref());
    let words: Vec<String> = title
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && word.chars().count() <= 24)
        .take(WORDS_IN_NAME)
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { "story".to_owned() } else { words.join("-") }
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
