//! The reader without a terminal: keys in, screens out. For tests, pictures and documentation.

use std::io;
use std::sync::mpsc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Color;

use super::background::Job;
use super::effect::Edit;
use super::env::Environment;
use super::event::Event;
use super::keymap::{Key, Keymap, UnknownKey};
use super::model::{Model, Phase};
use super::pointer::{Gesture, Pointer};
use super::screen;
use super::session::{self, Ended};
use super::settings::ReaderSettings;
use super::terminal::Display;
use super::theme::{Meaning, Theme};
use super::view::Target;
use super::{Loaded, update};
use crate::read::Originals;

/// A reader that runs its real loop on given keys and draws into memory.
///
/// ```
/// use parallax::comparison::{Settings, compare};
/// use parallax::tui::env::Environment;
/// use parallax::tui::rehearsal::Rehearsal;
///
/// let story = compare(parallax::sample::articles(), Settings::default());
/// let mut reader = Rehearsal::new(story, Environment::of(|_| None), 80, 24)?;
/// reader.press("jj<Tab>")?;
/// assert!(reader.screen().contains("Twitter"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Rehearsal {
    model: Model,
    memory: Memory,
}

struct Memory {
    size: Size,
    theme: Theme,
    buffer: Buffer,
    suspended: usize,
    copied: Option<String>,
    edited: Option<Edit>,
}

impl Display for Memory {
    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn show(&mut self, model: &Model) -> io::Result<()> {
        self.buffer = Buffer::empty(Rect::from((Position::ORIGIN, self.size)));
        screen::draw(model, &self.theme, &mut self.buffer);
        Ok(())
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        self.copied = Some(text.to_owned());
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.suspended += 1;
        Ok(())
    }

    fn lend(&mut self, edit: &Edit) -> io::Result<()> {
        self.edited = Some(edit.clone());
        Ok(())
    }

    fn retake(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Rehearsal {
    /// Opens a story on a screen of a size.
    ///
    /// # Errors
    /// When a file in `assets/` is damaged.
    pub fn new(
        comparison: crate::comparison::Comparison,
        environment: Environment,
        width: u16,
        height: u16,
    ) -> io::Result<Self> {
        Self::with_settings(comparison, environment, ReaderSettings::default(), width, height)
    }

    /// Opens a story as someone wants the reader to be.
    ///
    /// # Errors
    /// When a file in `assets/` is damaged.
    pub fn with_settings(
        comparison: crate::comparison::Comparison,
        environment: Environment,
        settings: ReaderSettings,
        width: u16,
        height: u16,
    ) -> io::Result<Self> {
        let loaded = Loaded {
            comparison,
            left_out: Vec::new(),
            originals: Originals::default(),
            sample: false,
            kept: None,
        };
        Self::of(loaded, environment, settings, width, height)
    }

    /// Opens what was read of sources.
    ///
    /// # Errors
    /// When a file in `assets/` is damaged.
    pub fn of(
        loaded: Loaded,
        environment: Environment,
        settings: ReaderSettings,
        width: u16,
        height: u16,
    ) -> io::Result<Self> {
        let theme = Theme::preset(&environment).map_err(io::Error::other)?;
        let keymap = Keymap::preset().map_err(io::Error::other)?.rebound(&settings.keys);
        let size = Size::new(width, height);
        let mut model = Model::new(size, environment, keymap, settings);
        update::update(&mut model, update::Message::Loaded(Box::new(loaded)));
        let memory =
            Memory { size, theme, buffer: Buffer::default(), suspended: 0, copied: None, edited: None };
        let mut rehearsal = Self { model, memory };
        rehearsal.run(Vec::new())?;
        Ok(rehearsal)
    }

    /// Presses keys: characters stand for themselves, others are named in angle brackets, as in
    /// `jj<Tab><Ctrl-d>`; `<lt>` is `<`. Hands back how the reader was left, if it was.
    ///
    /// # Errors
    /// When a name is no key.
    pub fn press(&mut self, keys: &str) -> io::Result<Option<Ended>> {
        // Every key gets a picture of its own, as it would from a hand.
        for key in parse(keys).map_err(io::Error::other)? {
            let ended = self.run(vec![Event::Key(key)])?;
            if ended.is_some() {
                return Ok(ended);
            }
        }
        Ok(None)
    }

    /// Does something with the mouse at a cell, counted from the top left. Hands back how the reader was left, if it was.
    ///
    /// # Errors
    /// Never, in memory.
    pub fn point(&mut self, gesture: Gesture, x: u16, y: u16) -> io::Result<Option<Ended>> {
        self.run(vec![Event::Pointer(Pointer { gesture, cell: Position::new(x, y) })])
    }

    /// Pastes text.
    ///
    /// # Errors
    /// Never, in memory.
    pub fn paste(&mut self, text: &str) -> io::Result<()> {
        self.run(vec![Event::Paste(text.to_owned())]).map(drop)
    }

    /// Gives the screen another size.
    ///
    /// # Errors
    /// Never, in memory.
    pub fn resize(&mut self, width: u16, height: u16) -> io::Result<()> {
        self.memory.size = Size::new(width, height);
        self.run(vec![Event::Resized]).map(drop)
    }

    fn run(&mut self, mut events: Vec<Event>) -> io::Result<Option<Ended>> {
        loop {
            let (send, receive) = mpsc::channel();
            for event in events {
                // The other end lives until the loop is through.
                let _ = send.send(event);
            }
            drop(send);
            let mut jobs: Vec<Job> = Vec::new();
            let mut background = |job| {
                jobs.push(job);
                Ok(())
            };
            let ended = session::run(&mut self.memory, &mut self.model, &receive, &mut background)?;
            if ended.is_some() || jobs.is_empty() {
                return Ok(ended);
            }
            // Nobody waits: the work is done between two pictures.
            events = jobs.into_iter().map(Job::done).collect();
        }
    }

    /// The cells as they were drawn last.
    #[must_use]
    pub fn buffer(&self) -> &Buffer {
        &self.memory.buffer
    }

    /// How often the terminal was given back to the shell.
    #[must_use]
    pub fn suspensions(&self) -> usize {
        self.memory.suspended
    }

    /// What was copied last.
    #[must_use]
    pub fn copied(&self) -> Option<&str> {
        self.memory.copied.as_deref()
    }

    /// The file that was given to an editor last, and the line.
    #[must_use]
    pub fn edited(&self) -> Option<(&std::path::Path, Option<usize>)> {
        self.memory.edited.as_ref().map(|edit| (edit.path.as_path(), edit.line))
    }

    /// Reads the sources again in this way from now on.
    pub fn load_by(&mut self, load: super::Load) {
        self.model.load = Some(load);
    }

    /// A source has changed.
    ///
    /// # Errors
    /// Never, in memory.
    pub fn changed(&mut self) -> io::Result<()> {
        self.run(vec![Event::Changed]).map(drop)
    }

    /// What lies at a cell, counted from the top left, under whatever lies over the view.
    #[must_use]
    pub fn hit(&self, x: u16, y: u16) -> Option<Target> {
        let Phase::Open { story, views } = &self.model.phase else { return None };
        views.hit(story, &self.model.scene, self.model.said().as_ref(), Position::new(x, y))
    }

    /// Where one is in the story, for another time.
    #[must_use]
    pub fn place(&self) -> toml::Table {
        let Phase::Open { story, views } = &self.model.phase else { return toml::Table::new() };
        views.place(story)
    }

    /// Keeps what was done in the story, as leaving the reader does.
    ///
    /// # Errors
    /// When that can't be written.
    pub fn keep(&self) -> Result<(), crate::kept::StateError> {
        self.model.keep()
    }

    /// Goes back to such a place, as far as there is one in this story.
    ///
    /// # Errors
    /// Never, in memory.
    pub fn restore(&mut self, place: &toml::Table) -> io::Result<()> {
        if let Phase::Open { story, views } = &mut self.model.phase {
            views.restore(story, &self.model.scene, place);
        }
        self.run(Vec::new()).map(drop)
    }

    /// The screen as text, a line for each row, without the blanks at the ends of lines.
    #[must_use]
    pub fn screen(&self) -> String {
        grid(&self.memory.buffer, |cell| cell.symbol().to_owned())
    }

    /// What each cell of the screen means: the letter of its [`Meaning`], `.` for plain text.
    #[must_use]
    pub fn meanings(&self) -> String {
        let mut buffer = Buffer::empty(self.memory.buffer.area);
        screen::draw(&self.model, &Theme::numbered(), &mut buffer);
        grid(&buffer, |cell| {
            let meaning = match cell.fg {
                Color::Indexed(number) => Meaning::ALL.get(usize::from(number)),
                _ => None,
            };
            let letter = if cell.symbol() == " " { ' ' } else { meaning.map_or('.', |m| m.letter()) };
            letter.to_string()
        })
    }
}

fn grid(buffer: &Buffer, show: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
    let mut grid = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut line = String::new();
        let mut skip = false;
        for x in buffer.area.left()..buffer.area.right() {
            let Some(cell) = buffer.cell((x, y)).filter(|_| !skip) else {
                skip = false;
                continue;
            };
            skip = unicode_width::UnicodeWidthStr::width(cell.symbol()) > 1;
            line.push_str(&show(cell));
        }
        grid.push_str(line.trim_end());
        grid.push('\n');
    }
    grid
}

fn parse(keys: &str) -> Result<Vec<Key>, UnknownKey> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
        let (name, behind) = named.unwrap_or_else(|| rest.split_at(first.len_utf8()));
        parsed.push(if name == "lt" {
            "<".parse()?
        } else if name == " " {
            "Space".parse()?
        } else {
            name.parse()?
        });
        rest = behind;
    }
    Ok(parsed)
}
