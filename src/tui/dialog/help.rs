//! The keys, as they are set: made from the table of actions and the key map.

use ratatui::layout::{Position, Rect};

use crate::article::Span;
use crate::say::Sign;
use crate::tui::action::{Action, Group};
use crate::tui::cells::frame;
use crate::tui::cells::paint::Painter;
use crate::tui::cells::wrap::{ScreenLine, Tone, wrap};
use crate::tui::drawing::drawing;
use crate::tui::env::Charset;
use crate::tui::keymap::{Context, Key, Keymap};
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

/// The whole page for a view, on a screen of a width.
fn lines(keymap: &Keymap, view: Context, charset: Charset, screen: u16) -> Vec<HelpLine> {
    let page = PAGE_WIDTH.min(screen.saturating_sub(FRAME_WIDTH));
    let cells = usize::from(page.saturating_sub(KEYS_WIDTH));
    let mut lines = Vec::new();
    for group in Group::ALL {
        lines.push(HelpLine::Heading(group.heading()));
        for &action in Action::ALL.iter().filter(|action| action.group() == group) {
            let context = if group == Group::Dialog { Context::DIALOG } else { view };
            let keys: Vec<String> = keymap.keys(context, action).iter().map(Key::to_string).collect();
            lines.extend(entry(&keys.join(" "), Meaning::Key, action.doc(), cells, charset));
        }
        lines.push(HelpLine::Blank);
    }
    lines.push(HelpLine::Heading("Signs"));
    for sign in Sign::ALL {
        lines.extend(entry(sign.glyph(charset), sign.meaning(), sign.explanation(), cells, charset));
    }
    let drawing = drawing(charset);
    let beside = [
        (drawing.cursor, Meaning::Cursor, "the sentence at the cursor"),
        (drawing.counterpart, Meaning::Cursor, "its other rows, and what says the same in other columns"),
        (drawing.selected, Meaning::Selected, "selected for the export"),
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

/// The page, scrolled by some lines.
#[derive(Clone, Copy, Debug)]
pub struct Help {
    /// The view whose keys are told.
    view: Context,
    scroll: usize,
}

impl Help {
    /// The keys of a view.
    #[must_use]
    pub const fn of(view: Context) -> Self {
        Self { view, scroll: 0 }
    }

    /// Scrolls the page, where an action does that.
    fn scroll(&mut self, action: Action, scene: &Scene) {
        let page = usize::from(scene.size.height.saturating_sub(2)).max(1);
        let lines = lines(&scene.keymap, self.view, scene.charset(), scene.size.width);
        let last = lines.len().saturating_sub(page);
        // The screen may have grown since.
        let scroll = self.scroll.min(last);
        let to = match action {
            Action::NextSentence | Action::ScrollDown => scroll + 1,
            Action::PreviousSentence | Action::ScrollUp => scroll.saturating_sub(1),
            Action::HalfPageDown => scroll + page / 2,
            Action::HalfPageUp => scroll.saturating_sub(page / 2),
            Action::PageDown | Action::Select => scroll + page,
            Action::PageUp => scroll.saturating_sub(page),
            Action::FirstSentence => 0,
            Action::LastSentence => last,
            _ => scroll,
        };
        self.scroll = to.min(last);
    }
}

impl Mode for Help {
    fn key(&mut self, _key: Key, action: Option<Action>, scene: &Scene) -> Reply {
        match action {
            Some(Action::Help | Action::Close | Action::Accept) => return Reply::close(),
            Some(action) => self.scroll(action, scene),
            None => {}
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
        let keymap = &scene.keymap;
        let lines = lines(keymap, self.view, painter.charset, screen.width);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let more = height > screen.height.saturating_sub(2);
        let key = |action| keymap.shown(Context::DIALOG, action);
        let closes = format!("{} closes", key(Action::Close));
        let title = if more {
            let (down, up) = (key(Action::NextSentence), key(Action::PreviousSentence));
            format!("Keys and signs: {down} {up} scroll, {closes}")
        } else {
            format!("Keys and signs: {closes}")
        };
        let inside = frame::open(painter, screen, &title, PAGE_WIDTH, height);
        let right = inside.right();
        let left = inside.x + KEYS_WIDTH;
        // On a screen that has grown, the page ends at the bottom as before.
        let first = self.scroll.min(lines.len().saturating_sub(usize::from(inside.height)));
        for (y, line) in (inside.y..inside.bottom()).zip(lines.iter().skip(first)) {
            match line {
                HelpLine::Blank => {}
                HelpLine::Heading(heading) => {
                    painter.put(inside.x, y, right, heading, Meaning::CurrentTitle);
                }
                HelpLine::Entry { mark, meaning, text } => {
                    painter.put(inside.x + 2, y, left.min(right), mark, *meaning);
                    painter.put(left, y, right, text, Meaning::Title);
                }
            }
        }
        None
    }
}
