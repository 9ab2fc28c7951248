//! The reader in lines, one after the other, for ears and for braille: what a key led to, in words. Nothing is drawn, and
//! nothing that was said changes.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Color;

use super::action::Action;
use super::cells::paint::Painter;
use super::drawing::drawing;
use super::model::{Model, Phase};
use super::theme::{Meaning, Theme};
use crate::article::SentenceId;
use crate::comparison::Comparison;
use crate::export::remark;
use crate::say::{count, letter, one_line};

/// The screen that pages and dialogs are measured by.
pub const SIZE: Size = Size { width: 80, height: 24 };

/// A line that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// It stands below what was said before.
    Line(String),
    /// It takes the place of the last line: someone is typing in it.
    Again(String),
}

/// What was said last.
#[derive(Debug, Default)]
pub struct Speaker {
    /// How many keys had been pressed.
    keys: u64,
    /// The view.
    view: &'static str,
    /// The line at the cursor.
    line: String,
    /// The source that it is of.
    article: Option<usize>,
    /// What the program had to say.
    notice: String,
    /// How many dialogs were open.
    modes: usize,
    /// The rows of the topmost.
    rows: BTreeSet<String>,
}

/// What a view has at its cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtCursor {
    /// The source that it is of.
    pub article: Option<usize>,
    /// What it says and what became of it, in words.
    pub text: String,
}

impl AtCursor {
    /// A sentence with what the other sources have for it.
    #[must_use]
    pub fn sentence(comparison: &Comparison, id: SentenceId) -> Self {
        let text = format!("{} ({})", one_line(&comparison.wording(id)), remark(comparison, id));
        Self { article: Some(id.article), text }
    }
}

impl Speaker {
    /// What there is to say of the model that was not said before. A key that changes nothing is answered as well.
    pub fn speak(&mut self, model: &Model) -> Vec<Spoken> {
        let mut spoken = Vec::new();
        let pressed = model.keys != self.keys;
        self.keys = model.keys;
        let closed = model.modes.len() < self.modes;
        self.of_dialog(model, &mut spoken);
        match &model.phase {
            Phase::Loading { doing, .. } => self.say_line(doing.clone(), &mut spoken),
            Phase::Open { story, views } if model.modes.is_empty() => {
                if self.view != views.name() {
                    if self.view.is_empty() {
                        spoken.extend(opening(model).map(Spoken::Line));
                    }
                    self.view = views.name();
                    spoken.push(Spoken::Line(format!("View {}.", self.view)));
                    self.line.clear();
                }
                let AtCursor { article, text } = views.at_cursor(story, &model.scene);
                if closed {
                    self.line.clear();
                }
                if article != self.article && text != self.line {
                    self.article = article;
                    if let Some(names) = article.and_then(|article| story.comparison.names.get(article)) {
                        let name = names.outlet.as_deref().unwrap_or(&names.label);
                        let name = format!("Source {}: {}.", letter(article.unwrap_or(0)), one_line(name));
                        spoken.push(Spoken::Line(name));
                    }
                }
                self.say_line(text, &mut spoken);
            }
            Phase::Open { .. } => {}
        }
        let said = model.said().filter(|_| model.banner.is_none() || model.notice.is_some());
        let notice = said.map(|said| one_line(&said.text).into_owned()).unwrap_or_default();
        let again = pressed && spoken.is_empty();
        if !notice.is_empty() && (notice != self.notice || again) {
            spoken.push(Spoken::Line(notice.clone()));
        } else if again && !self.line.is_empty() && model.modes.is_empty() {
            spoken.push(Spoken::Line(self.line.clone()));
        }
        self.notice = notice;
        spoken
    }

    fn say_line(&mut self, line: String, spoken: &mut Vec<Spoken>) {
        if line != self.line && !line.is_empty() {
            spoken.push(Spoken::Line(line.clone()));
        }
        self.line = line;
    }

    /// The rows of the topmost dialog that it did not have before; of those, where there is one, the row at its cursor.
    fn of_dialog(&mut self, model: &Model, spoken: &mut Vec<Spoken>) {
        let opened = model.modes.len() > self.modes;
        self.modes = model.modes.len();
        let Some(mode) = model.modes.last() else { return self.rows.clear() };
        let screen = Rect::from((Position::ORIGIN, SIZE));
        let (mut buffer, theme) = (Buffer::empty(screen), Theme::numbered());
        let charset = model.scene.charset();
        let mut painter = Painter { buffer: &mut buffer, theme: &theme, charset, links: Vec::new() };
        let cursor = mode.draw(&mut painter, screen, &model.scene, model.story());
        let rows: Vec<Row> = (0..SIZE.height).filter_map(|y| row(&buffer, y, model, cursor)).collect();
        let new: Vec<&Row> = rows.iter().filter(|row| opened || !self.rows.contains(&row.text)).collect();
        let here = new.iter().any(|row| row.here) && !opened;
        for row in new.into_iter().filter(|row| row.here || !here) {
            let typed = row.typed && !opened;
            spoken.push(if typed { Spoken::Again } else { Spoken::Line }(row.text.clone()));
        }
        self.rows = rows.into_iter().map(|row| row.text).collect();
    }
}

/// A row of a dialog.
struct Row {
    text: String,
    /// Whether the dialog's cursor is on it.
    here: bool,
    /// Whether someone types in it.
    typed: bool,
}

/// A row without what is drawn around it; none where nothing is left.
fn row(buffer: &Buffer, y: u16, model: &Model, cursor: Option<Position>) -> Option<Row> {
    let drawing = drawing(model.scene.charset());
    let cells = || (0..SIZE.width).filter_map(|x| buffer.cell((x, y)));
    let text: String = cells().map(ratatui::buffer::Cell::symbol).collect();
    let drawn: Vec<&str> = [drawing.separator, drawing.rule].into_iter().chain(drawing.corners).collect();
    let mut text = text.trim();
    while let Some(rest) = drawn.iter().find_map(|mark| text.strip_prefix(mark)) {
        text = rest.trim_start();
    }
    while let Some(rest) = drawn.iter().find_map(|mark| text.strip_suffix(mark)) {
        text = rest.trim_end();
    }
    let current = [Meaning::Current, Meaning::Cursor].map(|meaning| {
        let number = Meaning::ALL.iter().position(|&known| known == meaning);
        number.and_then(|number| u8::try_from(number).ok()).map(Color::Indexed)
    });
    let here = cells().any(|cell| current.contains(&Some(cell.fg)));
    let typed = cursor.is_some_and(|cursor| cursor.y == y);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(Row { text, here: here || typed, typed })
}

/// How many sources there are, and how to go through them.
fn opening(model: &Model) -> [String; 2] {
    let keys = |action: Action| model.scene.keymap.shown(model.context(), action);
    let sources = model.story().map_or(0, |story| story.comparison.articles.len());
    let sample = if model.banner.is_some() { "This is the sample story. " } else { "" };
    let keys = format!(
        "{} and {} go through the sentences, {} to the next source, {} tells the keys, {} ends.",
        keys(Action::NextSentence),
        keys(Action::PreviousSentence),
        keys(Action::NextSource),
        keys(Action::Help),
        keys(Action::Quit)
    );
    [format!("{sample}{}.", count(sources, "source")), keys]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Settings, compare};
    use crate::read::Originals;
    use crate::tui::Loaded;
    use crate::tui::env::Environment;
    use crate::tui::keymap::Keymap;
    use crate::tui::settings::ReaderSettings;
    use crate::tui::update::{Message, update};

    struct Listener {
        model: Model,
        speaker: Speaker,
    }

    impl Listener {
        fn new() -> Self {
            let environment = Environment::of(|name| (name == "LANG").then(|| "C.UTF-8".to_owned()));
            let keymap = Keymap::preset().unwrap();
            let mut model = Model::new(SIZE, environment, keymap, ReaderSettings::default());
            let loaded = Loaded {
                comparison: compare(crate::sample::articles(), Settings::default()),
                left_out: Vec::new(),
                originals: Originals::default(),
                sample: true,
                kept: None,
            };
            update(&mut model, Message::Loaded(Box::new(loaded)));
            Self { model, speaker: Speaker::default() }
        }

        fn hears(&mut self) -> Vec<String> {
            let text = |spoken| match spoken {
                Spoken::Line(text) | Spoken::Again(text) => text,
            };
            self.speaker.speak(&self.model).into_iter().map(text).collect()
        }

        fn presses(&mut self, key: &str) -> Vec<String> {
            update(&mut self.model, Message::Key(key.parse().unwrap()));
            self.hears()
        }
    }

    #[test]
    fn a_key_is_answered_with_what_it_led_to_and_nothing_twice() {
        let mut listener = Listener::new();
        let opening = listener.hears().join("\n");
        for told in ["the sample story. 5 sources.", "j and k go", "View Compare.", "Source A: ", "(shared: "]
        {
            assert!(opening.contains(told), "{opening}");
        }
        assert_eq!(listener.hears(), Vec::<String>::new());
        let first = listener.presses("j");
        assert_eq!(first.len(), 1);
        assert!(first[0].contains("unmask anti Trump users (shared"), "{first:?}");
        // At the end of a source the same line answers again.
        let last = listener.presses("G");
        assert_eq!(listener.presses("j"), last);
        assert!(listener.presses("Tab")[0].starts_with("Source B: "));
        assert_eq!(listener.presses("]")[0], "View Merged.");
    }

    #[test]
    fn dialogs_are_read_out_without_what_is_drawn_around_them() {
        let mut listener = Listener::new();
        listener.hears();
        for key in ["?", ":", "e", "i", "c"] {
            let heard = listener.presses(key);
            assert!(heard.len() > 2, "{key}: {heard:?}");
            let drawn = |line: &&String| line.contains(['─', '│', '╭', '╯', '┃']);
            assert_eq!(heard.iter().find(drawn), None, "{key}");
            listener.presses("Esc");
        }
        listener.presses("a");
        listener.presses("h");
        assert_eq!(listener.speaker.rows.iter().filter(|row| row.ends_with(": h")).count(), 1);
        let spoken = {
            update(&mut listener.model, Message::Key("i".parse().unwrap()));
            listener.speaker.speak(&listener.model)
        };
        assert!(matches!(spoken.as_slice(), [Spoken::Again(row)] if row.ends_with(": hi")), "{spoken:?}");
    }
}
