//! The choice of columns.

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};

use super::scrolling::moved;
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
    /// All articles, in the order in which their columns stand or would stand.
    order: Vec<usize>,
    /// Those that have a column.
    chosen: BTreeSet<usize>,
    /// The row at the cursor.
    at: usize,
}

impl Columns {
    /// A choice among so many articles, of which some are `chosen`, in order, with the cursor `at` one.
    #[must_use]
    pub fn new(articles: usize, chosen: &[usize], at: usize) -> Self {
        let mut order = chosen.to_vec();
        // What has no column stands where it would without an order of one's own.
        for article in (0..articles).filter(|article| !chosen.contains(article)) {
            let place = order.iter().position(|&other| other > article).unwrap_or(order.len());
            order.insert(place, article);
        }
        let at = order.iter().position(|&article| article == at).unwrap_or(0);
        Self { order, chosen: chosen.iter().copied().collect(), at }
    }

    fn changed(&self) -> Reply {
        let chosen = self.order.iter().filter(|article| self.chosen.contains(article)).copied().collect();
        Reply { answer: Some(Answer::Columns(chosen)), ..Reply::stay() }
    }

    /// Moves the row at the cursor to another place.
    fn move_to(&mut self, place: usize) -> Reply {
        if place >= self.order.len() {
            return Reply::stay();
        }
        self.order.swap(self.at, place);
        self.at = place;
        self.changed()
    }

    fn toggle(&mut self) -> Reply {
        let Some(&here) = self.order.get(self.at) else { return Reply::stay() };
        if self.chosen.len() == 1 && self.chosen.contains(&here) {
            return Reply { outcome: Outcome::say("one column has to stay"), ..Reply::stay() };
        }
        if !self.chosen.remove(&here) {
            self.chosen.insert(here);
        }
        self.changed()
    }
}

impl Mode for Columns {
    fn key(&mut self, _key: Key, action: Option<Action>, _scene: &Scene) -> Reply {
        let last = self.order.len().saturating_sub(1);
        match action {
            Some(Action::NextChoice) => self.at = (self.at + 1).min(last),
            Some(Action::PreviousChoice) => self.at = self.at.saturating_sub(1),
            Some(Action::Select) => return self.toggle(),
            Some(Action::MoveDown) => return self.move_to(self.at + 1),
            Some(Action::MoveUp) => return self.move_to(self.at.wrapping_sub(1)),
            Some(Action::Close | Action::Accept | Action::Columns) => return Reply::close(),
            Some(action) => self.at = moved(action, self.at, last / 2 + 1, last).unwrap_or(self.at),
            None => {}
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
        let rows = self.order.iter().enumerate().skip(first);
        for (y, (row, &article)) in (inside.y..inside.bottom().saturating_sub(2)).zip(rows) {
            let mark = if self.chosen.contains(&article) { "[*]" } else { "[ ]" };
            let here = row == self.at;
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
        let moves = format!("{} {}", key(Action::MoveDown), key(Action::MoveUp));
        let hints = [(key(Action::Select), "column or not"), (moves, "order"), (key(Action::Close), "done")];
        if let Some(y) = inside.bottom().checked_sub(1).filter(|_| inside.height > 0) {
            frame::hints(painter, inside.x, y, inside.right(), &hints);
        }
        None
    }
}
