//! The export dialog: what, in which format, to which file.

use std::path::Path;

use ratatui::layout::{Position, Rect};

use crate::export::{Format, Scope};
use crate::save::Existing;
use crate::tui::action::Action;
use crate::tui::cells::field::TextField;
use crate::tui::cells::frame;
use crate::tui::cells::paint::Painter;
use crate::tui::effect::Exported;
use crate::tui::keymap::{Context, Key};
use crate::tui::mode::{Mode, Outcome, Reply};
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;

/// A scope that can be chosen, with its name and how much it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// "3 selected".
    pub label: String,
    /// What it holds.
    pub scope: Scope,
}

/// Which field keys go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Scope,
    Format,
    Path,
}

/// The state of the dialog.
#[derive(Clone, Debug)]
pub struct ExportDialog {
    choices: Vec<Choice>,
    choice: usize,
    format: Format,
    /// Whether the format was chosen, so that the name of the file no longer says it.
    format_chosen: bool,
    /// The path as it was typed.
    pub path: TextField,
    focus: Focus,
    /// Why the last attempt failed.
    pub error: Option<String>,
    replacing: Option<String>,
    /// Whether it is being written.
    pub writing: bool,
}

impl ExportDialog {
    /// A dialog with these scopes, the one at `choice` chosen, for a text file named `stem`.
    #[must_use]
    pub fn new(choices: Vec<Choice>, choice: usize, stem: &str) -> Self {
        Self {
            choices,
            choice,
            format: Format::Text,
            format_chosen: false,
            path: TextField::new(format!("{stem}.{}", Format::Text.extension())),
            focus: Focus::Scope,
            error: None,
            replacing: None,
            writing: false,
        }
    }

    /// The scope that is chosen.
    #[must_use]
    pub fn choice(&self) -> &Choice {
        &self.choices[self.choice]
    }

    /// The format that is chosen.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// Asks before the file at `path` is replaced.
    pub fn ask_to_replace(&mut self, path: &Path) {
        self.replacing = Some(path.display().to_string());
        self.error = None;
    }

    /// Goes by the name of the file, as the command line does, until a format is chosen.
    fn path_changed(&mut self) {
        self.error = None;
        if self.format_chosen {
            return;
        }
        let text = self.path.text();
        self.format = Format::of_file(Path::new(text.trim())).unwrap_or(self.format);
    }

    /// Goes to the next choice of the field that keys go to (1), or the one before (-1).
    fn step(&mut self, step: i32) {
        match self.focus {
            Focus::Scope => self.choice = stepped(self.choice, step, self.choices.len()),
            Focus::Format => {
                self.format_chosen = true;
                let before = self.format.extension();
                let at = Format::ALL.iter().position(|&format| format == self.format).unwrap_or(0);
                self.format = Format::ALL[stepped(at, step, Format::ALL.len())];
                let text = self.path.text();
                if let Some(stem) = text.strip_suffix(before).filter(|stem| stem.ends_with('.')) {
                    self.path = TextField::new(format!("{stem}{}", self.format.extension()));
                }
            }
            Focus::Path => {}
        }
    }

    /// What a key does while it is asked whether to replace a file.
    fn answer(&mut self, action: Option<Action>, scene: &Scene) -> Reply {
        match action {
            Some(Action::Replace) => {
                self.replacing = None;
                return Reply { outcome: self.write(Existing::Replace, scene), ..Reply::stay() };
            }
            Some(Action::Keep | Action::Close) => {
                self.replacing = None;
                self.focus = Focus::Path;
            }
            _ => {}
        }
        Reply::stay()
    }

    /// Whether a key is for the text of the path.
    fn edits(&self, key: Key, action: Option<Action>) -> bool {
        let moves = matches!(action, Some(Action::PreviousChoice | Action::NextChoice) | None);
        self.focus == Focus::Path && (key.is_typed() || moves)
    }
}

impl Mode for ExportDialog {
    fn key(&mut self, key: Key, action: Option<Action>, scene: &Scene) -> Reply {
        if self.writing {
            // It goes on without the dialog.
            return if action == Some(Action::Close) { Reply::close() } else { Reply::stay() };
        }
        if self.replacing.is_some() {
            return self.answer(action, scene);
        }
        if self.edits(key, action) {
            if self.path.key(key) {
                self.path_changed();
            }
            return Reply::stay();
        }
        match action {
            Some(Action::Close) => return Reply::close(),
            Some(Action::Accept) => {
                return Reply { outcome: self.write(Existing::Keep, scene), ..Reply::stay() };
            }
            Some(Action::NextField | Action::NextSentence) => self.focus = self.focus.next(),
            Some(Action::PreviousField | Action::PreviousSentence) => self.focus = self.focus.next().next(),
            Some(Action::NextChoice | Action::Select) => self.step(1),
            Some(Action::PreviousChoice) => self.step(-1),
            _ if self.focus == Focus::Path && self.path.key(key) => self.path_changed(),
            _ => {}
        }
        Reply::stay()
    }

    /// Puts pasted text into the path.
    fn paste(&mut self, text: &str) -> Reply {
        if self.replacing.is_none() && !self.writing {
            self.focus = Focus::Path;
            self.path.insert(text);
            self.path_changed();
        }
        Reply::stay()
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn exported(&mut self, exported: Exported) -> Result<Reply, Exported> {
        if !self.writing {
            return Err(exported);
        }
        self.writing = false;
        Ok(match exported {
            Exported::Written(path) => {
                let what = self.choice().label.clone();
                let outcome = Outcome::say(format!("written to {}: {what}", path.display()));
                Reply { outcome, ..Reply::close() }
            }
            Exported::Exists(path) => {
                self.ask_to_replace(&path);
                Reply::stay()
            }
            Exported::Failed(error) => {
                self.error = Some(error);
                Reply::stay()
            }
        })
    }

    fn draw(
        &self,
        painter: &mut Painter<'_>,
        screen: Rect,
        scene: &Scene,
        _story: Option<&Story>,
    ) -> Option<Position> {
        let key = |action| scene.keymap.shown(Context::DIALOG, action);
        let inside = frame::open(painter, screen, "Export", 74, 8);
        if inside.height == 0 {
            return None;
        }
        // On a low screen the message matters more than the air above it.
        let rows = if inside.height >= 8 { [1, 2, 3, 5, 7] } else { [0, 1, 2, 3, 5] };
        let [scope, format, path, message, hint] = rows.map(|row| inside.y + row);
        self.draw_label(painter, inside, scope, "What", Focus::Scope);
        self.draw_label(painter, inside, format, "Format", Focus::Format);
        self.draw_label(painter, inside, path, "File", Focus::Path);
        let left = inside.x + LABEL_WIDTH;
        let labels: Vec<&str> = self.choices.iter().map(|choice| choice.label.as_str()).collect();
        self.draw_options(painter, inside, scope, &labels, self.choice, Focus::Scope);
        let formats: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        let at = Format::ALL.iter().position(|&format| format == self.format).unwrap_or(0);
        self.draw_options(painter, inside, format, &formats, at, Focus::Format);
        let cursor = self.path.draw(painter, left, path, inside.right());
        if inside.bottom() > message {
            if let Some(path) = &self.replacing {
                let text = format!("{path} exists already.");
                let style = painter.theme.style(Meaning::Error);
                painter.fit(inside.x, message, inside.right(), &text, style);
                let hints = [(key(Action::Replace), "replace it"), (key(Action::Keep), "another name")];
                frame::hints(painter, inside.x, message + 1, inside.right(), &hints);
            } else if let Some(error) = &self.error {
                self.draw_error(painter, inside, message, error);
            } else if self.writing {
                let text = format!("writing{}", painter.drawing().ellipsis);
                painter.put(inside.x, message, inside.right(), &text, Meaning::Notice);
            }
        }
        if self.replacing.is_none() && hint < inside.bottom() {
            let choose = format!("{} {}", key(Action::PreviousChoice), key(Action::NextChoice));
            let hints = [
                (key(Action::Accept), "write"),
                (key(Action::Close), "close"),
                (key(Action::NextField), "field"),
                (choose, "choose"),
            ];
            frame::hints(painter, inside.x, hint, inside.right(), &hints);
        }
        (self.focus == Focus::Path && self.replacing.is_none()).then_some(cursor)
    }
}

impl ExportDialog {
    fn draw_label(&self, painter: &mut Painter<'_>, inside: Rect, y: u16, label: &str, focus: Focus) {
        let meaning = if self.focus == focus { Meaning::CurrentTitle } else { Meaning::Title };
        painter.put(inside.x, y, inside.right(), label, meaning);
    }

    fn draw_options(
        &self,
        painter: &mut Painter<'_>,
        inside: Rect,
        y: u16,
        options: &[&str],
        chosen: usize,
        focus: Focus,
    ) {
        // As many as fit, the chosen one always among them.
        let mut first = 0;
        let ellipsis = painter.drawing().ellipsis;
        // One cell more for what is left out on either side.
        let room = usize::from(inside.width.saturating_sub(LABEL_WIDTH + 2));
        let cells = |from: usize| -> usize {
            options.get(from..=chosen).unwrap_or_default().iter().map(|o| o.chars().count() + 3).sum()
        };
        while first < chosen && cells(first) > room {
            first += 1;
        }
        let mut x = inside.x + LABEL_WIDTH;
        if first > 0 {
            x = painter.put(x, y, inside.right(), ellipsis, Meaning::Quiet);
        }
        for (index, option) in options.iter().enumerate().skip(first) {
            let meaning = match (index == chosen, self.focus == focus) {
                (true, true) => Meaning::Choice,
                (true, false) => Meaning::CurrentTitle,
                (false, _) => Meaning::Quiet,
            };
            let text = if index == chosen { format!("[{option}]") } else { format!(" {option} ") };
            let last = index + 1 == options.len();
            if usize::from(inside.right().saturating_sub(x)) < text.chars().count() + usize::from(!last) {
                painter.put(x, y, inside.right(), ellipsis, Meaning::Quiet);
                break;
            }
            x = painter.put(x, y, inside.right(), &text, meaning) + 1;
        }
    }

    fn draw_error(&self, painter: &mut Painter<'_>, inside: Rect, y: u16, error: &str) {
        let style = painter.theme.style(Meaning::Error);
        let whole = [(crate::article::Span::new(0, error.len()), crate::tui::cells::wrap::Tone::Sentence)];
        let lines = crate::tui::cells::wrap::wrap(error, &whole, usize::from(inside.width), painter.charset);
        for (y, line) in (y..inside.bottom()).zip(lines.iter().take(2)) {
            for part in line {
                painter.fit(inside.x, y, inside.right(), part.span.of(error), style);
            }
        }
    }
}

/// Cells before the fields.
const LABEL_WIDTH: u16 = 9;

impl Focus {
    const fn next(self) -> Self {
        match self {
            Self::Scope => Self::Format,
            Self::Format => Self::Path,
            Self::Path => Self::Scope,
        }
    }
}

fn stepped(at: usize, step: i32, count: usize) -> usize {
    match step {
        1 => (at + 1) % count,
        -1 => (at + count - 1) % count,
        _ => at,
    }
}
