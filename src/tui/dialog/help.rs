//! The keys, as they are set: made from the table of actions and the key map.

use ratatui::layout::{Position, Rect};

use super::scrolling::moved;
use crate::article::Span;
use crate::say::Sign;
use crate::tui::action::{Action, Group};
use crate::tui::cells::field::TextField;
use crate::tui::cells::frame;
use crate::tui::cells::paint::Painter;
use crate::tui::cells::wrap::{ScreenLine, Tone, wrap};
use crate::tui::drawing::drawing;
use crate::tui::env::Charset;
use crate::tui::keymap::{Context, Key, Keymap, Keys};
use crate::tui::mode::{Mode, Reply};
use crate::tui::pointer::{Gesture, NOTCH, Pointer};
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;

/// Cells that keys take before what they do.
const KEYS_WIDTH: u16 = 20;
/// Cells that the page takes.
const PAGE_WIDTH: u16 = 76;
/// Cells of the box around it.
const FRAME_WIDTH: u16 = 4;

/// A line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum HelpLine {
    /// Nothing.
    Blank,
    /// The heading of a group.
    Heading(&'static str),
    /// Keys or a sign, and what they do or say; without either, the rest of what the line above says.
    Entry { mark: String, meaning: Meaning, text: String },
}

/// The lines that have what was typed, each with the heading that it stands below and all that is said of it.
fn filtered(lines: Vec<HelpLine>, typed: &str) -> Vec<HelpLine> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return lines;
    }
    let mut entries: Vec<(Option<&'static str>, Vec<HelpLine>)> = Vec::new();
    let mut heading = None;
    for line in lines {
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(words) => heading = Some(words),
            HelpLine::Entry { ref mark, .. } if mark.is_empty() => {
                entries.iter_mut().last().into_iter().for_each(|(_, rows)| rows.push(line.clone()));
            }
            HelpLine::Entry { .. } => entries.push((heading, vec![line])),
        }
    }
    let has = |rows: &[HelpLine]| {
        let words: Vec<String> = rows
            .iter()
            .filter_map(|line| match line {
                HelpLine::Entry { mark, text, .. } => Some(format!("{mark} {text}")),
                HelpLine::Blank | HelpLine::Heading(_) => None,
            })
            .collect();
        words.join(" ").to_lowercase().contains(&typed)
    };
    let mut shown = Vec::new();
    let mut above = None;
    for (heading, rows) in entries.into_iter().filter(|(_, rows)| has(rows)) {
        if let Some(heading) = heading.filter(|_| above != heading) {
            shown.push(HelpLine::Heading(heading));
        }
        above = heading;
        shown.extend(rows);
    }
    shown
}

/// The whole page for a view, on a screen of a width.
fn lines(keymap: &Keymap, view: Context, charset: Charset, screen: u16) -> Vec<HelpLine> {
    let page = PAGE_WIDTH.min(screen.saturating_sub(FRAME_WIDTH));
    let cells = usize::from(page.saturating_sub(KEYS_WIDTH));
    let mut lines = Vec::new();
    lines.push(HelpLine::Heading("Signs"));
    for sign in Sign::ALL {
        lines.extend(entry(sign.glyph(charset), sign.meaning(), sign.explanation(), cells, charset));
    }
    let drawing = drawing(charset);
    let beside = [
        (drawing.cursor, Meaning::Cursor, "the sentence at the cursor"),
        (drawing.counterpart, Meaning::Cursor, "its other rows, and what says the same in other columns"),
        (drawing.selected, Meaning::Selected, "selected for the export"),
        (drawing.core, Meaning::Title, "in Matrix: this source's wording is the one that is shown"),
        (drawing.noted, Meaning::Quiet, "you wrote a note beside it; bright where it is selected as well"),
    ];
    let [disputed, only_here, off_topic] =
        [Sign::Disputed, Sign::OnlyHere, Sign::OffTopic].map(|sign| format!("{}2", sign.glyph(charset)));
    let over = [
        ("3 shared", Meaning::Quiet, "so many sentences of the source are shared"),
        (&disputed, Meaning::Disputed, "so many of them are told differently elsewhere"),
        (&only_here, Meaning::Quiet, "so many of them are only here"),
        (&off_topic, Meaning::Quiet, "so many lines of the source are off-topic"),
        (
            "says it",
            Meaning::Quiet,
            "below: what the source has for the sentence at the cursor, and how it puts it",
        ),
        (
            "1 of 2",
            Meaning::Quiet,
            "the source says it twice: the first place is in sight, or where the arrow points",
        ),
        ("not here", Meaning::Quiet, "the source doesn't say it"),
    ];
    for (heading, marks) in
        [("Beside the text", beside.as_slice()), ("In the title of a column", over.as_slice())]
    {
        lines.extend([HelpLine::Blank, HelpLine::Heading(heading)]);
        lines.extend(
            marks.iter().flat_map(|(mark, meaning, text)| entry(mark, *meaning, text, cells, charset)),
        );
    }
    for group in Group::ALL {
        lines.extend([HelpLine::Blank, HelpLine::Heading(group.heading())]);
        for &action in Action::ALL.iter().filter(|action| action.group() == group) {
            let context = if group == Group::Dialog { Context::DIALOG } else { view };
            let keys: Vec<String> = keymap.keys(context, action).iter().map(Keys::to_string).collect();
            lines.extend(entry(&keys.join(" "), Meaning::Key, action.doc(), cells, charset));
        }
    }
    lines
}

/// Keys or a sign with what is to be said of them, on as many lines as that takes.
fn entry(mark: &str, meaning: Meaning, text: &str, cells: usize, charset: Charset) -> Vec<HelpLine> {
    let whole = [(Span::new(0, text.len()), Tone::Sentence)];
    let rows = wrap(text, &whole, cells, charset);
    let marks = std::iter::once(mark).chain(std::iter::repeat(""));
    let line = |(row, mark): (&ScreenLine, &str)| HelpLine::Entry {
        mark: mark.to_owned(),
        meaning,
        text: row.first().map_or("", |part| part.span.of(text)).to_owned(),
    };
    rows.iter().zip(marks).map(line).collect()
}

/// The page, scrolled by some rows.
#[derive(Clone, Debug)]
pub struct Help {
    /// The view whose keys are told.
    view: Context,
    scroll: usize,
    /// What is typed of what is looked for; none while nothing is.
    sought: Option<TextField>,
    /// Whether keys go there.
    typing: bool,
}

/// The page as it is laid out on a screen.
struct Layout {
    lines: Vec<HelpLine>,
    /// Columns of lines beside one another.
    columns: usize,
    /// Rows of a column.
    rows: usize,
}

impl Help {
    /// The keys of a view.
    #[must_use]
    pub const fn of(view: Context) -> Self {
        Self { view, scroll: 0, sought: None, typing: false }
    }

    fn layout(&self, scene: &Scene) -> Layout {
        let lines = lines(&scene.keymap, self.view, scene.charset(), scene.size.width);
        let lines = match &self.sought {
            Some(sought) => filtered(lines, &sought.text()),
            None => lines,
        };
        let columns = if scene.size.width >= 2 * (PAGE_WIDTH + FRAME_WIDTH) { 2 } else { 1 };
        let half = lines.len().div_ceil(columns);
        // No group is parted where one begins near the middle.
        let blank = |at: &usize| lines.get(*at) == Some(&HelpLine::Blank);
        let rows = (half..lines.len()).find(blank).filter(|_| columns > 1).map_or(half, |at| at + 1);
        Layout { lines, columns, rows }
    }

    /// Scrolls the page, where an action does that.
    fn scroll(&mut self, action: Action, scene: &Scene) {
        let page = usize::from(scene.size.height.saturating_sub(2)).max(1);
        let last = self.layout(scene).rows.saturating_sub(page);
        // The screen may have grown since.
        let scroll = self.scroll.min(last);
        let action = if action == Action::Select { Action::PageDown } else { action };
        self.scroll = moved(action, scroll, page, last).unwrap_or(scroll);
    }
}

impl Mode for Help {
    fn key(&mut self, key: Key, action: Option<Action>, scene: &Scene) -> Reply {
        if self.typing {
            match (action.filter(|_| !key.is_typed()), &mut self.sought) {
                (Some(Action::Close), _) => (self.sought, self.typing) = (None, false),
                (Some(Action::Accept), _) => self.typing = false,
                (action, Some(sought)) => {
                    if sought.key(key) {
                        self.scroll = 0;
                    } else if let Some(action) = action {
                        self.scroll(action, scene);
                    }
                }
                _ => self.typing = false,
            }
            return Reply::stay();
        }
        match action {
            Some(Action::Search) => {
                self.sought = Some(TextField::default());
                self.typing = true;
            }
            Some(Action::Close) if self.sought.is_some() => self.sought = None,
            Some(Action::Help) => return Reply { run: Some(Action::Explain), ..Reply::close() },
            Some(Action::Close | Action::Accept) => return Reply::close(),
            Some(action) => self.scroll(action, scene),
            None => {}
        }
        Reply::stay()
    }

    fn takes_text(&self) -> bool {
        self.typing
    }

    fn paste(&mut self, text: &str) -> Reply {
        if let Some(sought) = self.sought.as_mut().filter(|_| self.typing) {
            sought.insert(text);
        }
        Reply::stay()
    }

    fn point(&mut self, pointer: Pointer, scene: &Scene) -> Reply {
        let Gesture::Wheel { upwards } = pointer.gesture else { return Reply::stay() };
        let action = if upwards { Action::ScrollUp } else { Action::ScrollDown };
        (0..NOTCH).for_each(|_| self.scroll(action, scene));
        Reply::stay()
    }

    /// Draws the page.
    fn draw(
        &self,
        painter: &mut Painter<'_>,
        screen: Rect,
        scene: &Scene,
        _story: Option<&Story>,
    ) -> Option<Position> {
        let Layout { lines, columns, rows } = self.layout(scene);
        let height = u16::try_from(rows).unwrap_or(u16::MAX);
        let shown = usize::from(screen.height.saturating_sub(2)).min(rows);
        let first = self.scroll.min(rows.saturating_sub(shown));
        let key = |action| scene.keymap.shown(Context::DIALOG, action);
        let mut title = vec!["Signs and keys".to_owned()];
        if rows > shown {
            let percent = (first + shown) * 100 / rows.max(1);
            let (down, up) = (key(Action::NextSentence), key(Action::PreviousSentence));
            title.push(format!("{down} {up} scroll ({percent} %)"));
        }
        title.push(format!("{} finds", key(Action::Search)));
        title.push(format!("{} this line", key(Action::Help)));
        title.push(format!("{} closes", key(Action::Close)));
        let dot = format!(" {} ", painter.drawing().dot);
        let apart = u16::try_from(columns - 1).unwrap_or(0) * FRAME_WIDTH;
        let width = PAGE_WIDTH * u16::try_from(columns).unwrap_or(1) + apart;
        let height = height.max(u16::from(self.sought.is_some()) * 3);
        let inside = frame::open(painter, screen, &title.join(&dot), width, height);
        for column in 0..columns {
            let x = inside.x + u16::try_from(column).unwrap_or(0) * (PAGE_WIDTH + FRAME_WIDTH);
            let right = (x + PAGE_WIDTH).min(inside.right());
            let start = column * rows + first;
            let of_column = lines.iter().take((column + 1) * rows).skip(start);
            for (y, line) in (inside.y..inside.bottom()).zip(of_column) {
                draw_line(painter, line, (x, y), right);
            }
        }
        let sought = self.sought.as_ref()?;
        let y = inside.bottom().checked_sub(1)?;
        painter.blank(Rect::new(inside.x, y, inside.width, 1));
        let left = painter.put(inside.x, y, inside.right(), "find: ", Meaning::Notice);
        let cursor = sought.draw(painter, left, y, inside.right());
        Some(cursor).filter(|_| self.typing)
    }
}

fn draw_line(painter: &mut Painter<'_>, line: &HelpLine, (x, y): (u16, u16), right: u16) {
    match line {
        HelpLine::Blank => {}
        HelpLine::Heading(heading) => {
            painter.put(x, y, right, heading, Meaning::CurrentTitle);
        }
        HelpLine::Entry { mark, meaning, text } => {
            let left = x + KEYS_WIDTH;
            painter.put(x + 2, y, left.min(right), mark, *meaning);
            painter.put(left, y, right, text, Meaning::Title);
        }
    }
}
