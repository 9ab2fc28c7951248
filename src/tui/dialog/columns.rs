//! The choice of columns.

use ratatui::layout::{Position, Rect};

use crate::say::letter;
use crate::tui::action::Action;
use crate::tui::cells::frame;
use crate::tui::cells::paint::Painter;
use crate::tui::keymap::{Context, Key};
use crate::tui::mode::{Answer, Mode, Outcome, Reply};
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;

/// The choice of columns, with its cursor on an article.
#[derive(Clone, Debug)]
pub struct Columns {
    articles: usize,
    /// The articles that have a column, in order.
    chosen: Vec<usize>,
    at: usize,
}

impl Columns {
    /// A choice among so many articles, of which some are `chosen`, in order, with the cursor `at` one.
    #[must_use]
    pub const fn new(articles: usize, chosen: Vec<usize>, at: usize) -> Self {
        Self { articles, chosen, at }
    }

    fn toggle(&mut self) -> Reply {
        match self.chosen.binary_search(&self.at) {
            Ok(_) if self.chosen.len() == 1 => {
                return Reply { outcome: Outcome::say("one column has to stay"), ..Reply::stay() };
            }
            Ok(place) => {
                self.chosen.remove(place);
            }
            Err(place) => self.chosen.insert(place, self.at),
        }
        Reply { answer: Some(Answer::Columns(self.chosen.clone())), ..Reply::stay() }
    }
}

impl Mode for Columns {
    fn key(&mut self, _key: Key, action: Option<Action>, _scene: &Scene) -> Reply {
        let last = self.articles.saturating_sub(1);
        match action {
            Some(Action::NextSentence | Action::NextField | Action::NextChoice) => {
                self.at = (self.at + 1).min(last);
            }
            Some(Action::PreviousSentence | Action::PreviousField | Action::PreviousChoice) => {
                self.at = self.at.saturating_sub(1);
            }
            Some(Action::FirstSentence) => self.at = 0,
            Some(Action::LastSentence) => self.at = last,
            Some(Action::Select) => return self.toggle(),
            Some(Action::Close | Action::Accept | Action::Columns) => return Reply::close(),
            _ => {}
        }
        Reply::stay()
    }

    /// Draws the sources, each with a mark where it has a column.
    fn draw(
        &self,
        painter: &mut Painter<'_>,
        screen: Rect,
        scene: &Scene,
        story: Option<&Story>,
    ) -> Option<Position> {
        let names = &story?.comparison.names;
        let rows = u16::try_from(names.len()).unwrap_or(u16::MAX);
        let inside = frame::open(painter, screen, "Columns", 64, rows.saturating_add(2));
        let shown = usize::from(inside.height.saturating_sub(2));
        let first = self.at.saturating_sub(shown.saturating_sub(1));
        for (y, article) in (inside.y..inside.bottom().saturating_sub(2)).zip(first..names.len()) {
            let mark = if self.chosen.binary_search(&article).is_ok() { "[*]" } else { "[ ]" };
            let here = article == self.at;
            let style = painter.theme.style(if here { Meaning::Choice } else { Meaning::Title });
            let outlet = names[article].outlet.as_deref().map(|outlet| format!("  {outlet}"));
            let outlet = outlet.unwrap_or_default();
            let row = format!(" {mark} {} {}{outlet}", letter(article), names[article].label);
            let end = painter.fit(inside.x, y, inside.right(), &row, style);
            if here {
                painter.text(end, y, inside.right(), " ", style);
            }
        }
        let key = |action| scene.keymap.shown(Context::DIALOG, action);
        let hints = [(key(Action::Select), "column or not"), (key(Action::Close), "done")];
        if let Some(y) = inside.bottom().checked_sub(1).filter(|_| inside.height > 0) {
            frame::hints(painter, inside.x, y, inside.right(), &hints);
        }
        None
    }
}
