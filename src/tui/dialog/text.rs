//! A text to be read, over the view: what is known of a line, in words.

use ratatui::layout::{Position, Rect};

use super::scrolling::moved;
use crate::article::Span;
use crate::tui::action::Action;
use crate::tui::cells::frame;
use crate::tui::cells::paint::Painter;
use crate::tui::cells::wrap::{ScreenLine, Tone, wrap};
use crate::tui::env::Charset;
use crate::tui::keymap::{Context, Key};
use crate::tui::mode::{Mode, Reply};
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;

/// Cells that it takes, at most.
const WIDTH: u16 = 76;
/// Cells of the box around it.
const FRAME: u16 = 4;

/// Paragraphs, scrolled by some rows.
#[derive(Clone, Debug)]
pub struct TextDialog {
    title: String,
    paragraphs: Vec<String>,
    /// A paragraph that an address is behind.
    link: Option<(usize, String)>,
    scroll: usize,
}

impl TextDialog {
    /// These paragraphs; an empty one is a blank row.
    #[must_use]
    pub fn new(title: impl Into<String>, paragraphs: Vec<String>) -> Self {
        Self { title: title.into(), paragraphs, link: None, scroll: 0 }
    }

    /// The same, with an address behind a paragraph.
    #[must_use]
    pub fn linked(self, paragraph: usize, address: &str) -> Self {
        Self { link: Some((paragraph, address.to_owned())), ..self }
    }

    /// Its rows on a screen of a width, each with the index of its paragraph.
    fn rows(&self, screen: u16, charset: Charset) -> Vec<(usize, String)> {
        let cells = usize::from(WIDTH.min(screen.saturating_sub(FRAME)));
        let rows = |(index, text): (usize, &String)| -> Vec<(usize, String)> {
            if text.is_empty() {
                return vec![(index, String::new())];
            }
            let whole = [(Span::new(0, text.len()), Tone::Sentence)];
            let lines = wrap(text, &whole, cells, charset);
            let text = |line: &ScreenLine| line.first().map_or("", |part| part.span.of(text)).to_owned();
            lines.iter().map(|line| (index, text(line))).collect()
        };
        self.paragraphs.iter().enumerate().flat_map(rows).collect()
    }
}

impl Mode for TextDialog {
    fn key(&mut self, _key: Key, action: Option<Action>, scene: &Scene) -> Reply {
        let page = usize::from(scene.size.height.saturating_sub(2)).max(1);
        let last = self.rows(scene.size.width, scene.charset()).len().saturating_sub(page);
        let scroll = self.scroll.min(last);
        match action {
            Some(Action::Close | Action::Accept | Action::Explain | Action::Help) => {
                return Reply::close();
            }
            Some(Action::Select) => self.scroll = (scroll + page).min(last),
            action => {
                let to = action.and_then(|action| moved(action, scroll, page, last));
                self.scroll = to.unwrap_or(scroll);
            }
        }
        Reply::stay()
    }

    fn draw(
        &self,
        painter: &mut Painter<'_>,
        screen: Rect,
        scene: &Scene,
        _story: Option<&Story>,
    ) -> Option<Position> {
        let rows = self.rows(screen.width, painter.charset);
        let closes = scene.keymap.shown(Context::DIALOG, Action::Close);
        let title = format!("{} {} {closes} closes", self.title, painter.drawing().dot);
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let inside = frame::open(painter, screen, &title, WIDTH, height);
        let first = self.scroll.min(rows.len().saturating_sub(usize::from(inside.height)));
        for (y, (paragraph, row)) in (inside.y..inside.bottom()).zip(rows.iter().skip(first)) {
            let end = painter.put(inside.x, y, inside.right(), row, Meaning::Title);
            if let Some((_, address)) = self.link.as_ref().filter(|(linked, _)| linked == paragraph) {
                painter.link(inside.x, y, end, address);
            }
        }
        None
    }
}
