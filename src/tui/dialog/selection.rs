//! The list of what is selected and noted: to look it over, put it in order, and go there.

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};

use super::scrolling::moved;
use crate::article::SentenceId;
use crate::say::letter;
use crate::tui::action::Action;
use crate::tui::cells::frame;
use crate::tui::cells::paint::Painter;
use crate::tui::drawing::drawing;
use crate::tui::keymap::{Context, Key};
use crate::tui::mode::{Answer, Mode, Outcome, Reply, Request};
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;

/// Cells that the list takes, at most.
const WIDTH: u16 = 96;
/// Rows below the list.
const BELOW: u16 = 2;

/// The list, with its cursor on a row.
#[derive(Clone, Debug)]
pub struct SelectionList {
    /// What it lists: what was selected when it was opened, in its order, then what is only noted.
    rows: Vec<SentenceId>,
    /// Those of them that are selected now.
    selected: BTreeSet<SentenceId>,
    at: usize,
}

impl SelectionList {
    /// Opens the list at a sentence, where that is in it.
    #[must_use]
    pub fn open(story: &Story, here: Option<SentenceId>) -> Outcome {
        let mut rows = story.selection.ordered();
        let selected: BTreeSet<SentenceId> = rows.iter().copied().collect();
        rows.extend(story.notes.keys().filter(|id| !selected.contains(id)));
        if rows.is_empty() {
            return Outcome::say("nothing is selected or noted yet");
        }
        let at = rows.iter().position(|&id| Some(id) == here).unwrap_or(0);
        Outcome::open(Self { rows, selected, at })
    }

    /// Asks for what the list has become.
    fn changed(&self) -> Reply {
        let selected = self.rows.iter().filter(|id| self.selected.contains(id)).copied().collect();
        Reply { request: Some(Request::Select(selected)), ..Reply::stay() }
    }

    /// Moves the row at the cursor to another place.
    fn move_to(&mut self, place: usize) -> Reply {
        if place >= self.rows.len() {
            return Reply::stay();
        }
        self.rows.swap(self.at, place);
        self.at = place;
        self.changed()
    }
}

impl Mode for SelectionList {
    fn key(&mut self, _key: Key, action: Option<Action>, scene: &Scene) -> Reply {
        let last = self.rows.len().saturating_sub(1);
        let page = usize::from(scene.size.height / 2).max(1);
        let here = self.rows.get(self.at).copied();
        match (action, here) {
            (Some(Action::MoveDown), _) => return self.move_to(self.at + 1),
            (Some(Action::MoveUp), _) => return self.move_to(self.at.wrapping_sub(1)),
            (Some(Action::Select), Some(id)) => {
                if !self.selected.remove(&id) {
                    self.selected.insert(id);
                }
                return self.changed();
            }
            (Some(Action::Note), Some(id)) => {
                return Reply { request: Some(Request::OpenNote(id)), ..Reply::stay() };
            }
            (Some(Action::Accept), Some(id)) => {
                return Reply { answer: Some(Answer::Sentence(id)), ..Reply::close() };
            }
            (Some(Action::Close | Action::Selection), _) => return Reply::close(),
            (Some(action), _) => self.at = moved(action, self.at, page, last).unwrap_or(self.at),
            (None, _) => {}
        }
        Reply::stay()
    }

    fn draw(
        &self,
        painter: &mut Painter<'_>,
        screen: Rect,
        scene: &Scene,
        story: Option<&Story>,
    ) -> Option<Position> {
        let story = story?;
        let noted = |id: &SentenceId| story.notes.contains_key(id);
        let rows_of = |id: &SentenceId| if noted(id) { 2 } else { 1 };
        let rows: u16 = self.rows.iter().map(rows_of).fold(0, u16::saturating_add);
        let title = format!("{} selected", self.selected.len());
        let inside = frame::open(painter, screen, &title, WIDTH, rows.saturating_add(BELOW));
        let bottom = inside.bottom().saturating_sub(BELOW);
        // As much of what lies above as fits with the row at the cursor.
        let mut first = self.at;
        let mut taken = self.rows.get(first).map_or(0, rows_of);
        while let Some(above) = first.checked_sub(1).and_then(|above| self.rows.get(above)) {
            taken += rows_of(above);
            if taken > bottom.saturating_sub(inside.y) {
                break;
            }
            first -= 1;
        }
        let marks = drawing(painter.charset);
        let mut y = inside.y;
        for (index, id) in self.rows.iter().enumerate().skip(first) {
            if y >= bottom {
                break;
            }
            let here = index == self.at;
            let style = painter.theme.style(if here { Meaning::Choice } else { Meaning::Title });
            if self.selected.contains(id) {
                painter.put(inside.x, y, inside.right(), marks.selected, Meaning::Selected);
            }
            let row = format!("{} {}", letter(id.article), story.comparison.wording(*id));
            let end = painter.fit(inside.x + 2, y, inside.right(), &row, style);
            if here {
                painter.text(end, y, inside.right(), " ", style);
            }
            y += 1;
            if let Some(note) = story.notes.get(id).filter(|_| y < bottom) {
                let style = painter.theme.style(Meaning::Quiet);
                painter.fit(inside.x + 4, y, inside.right(), &format!("{} {note}", marks.noted), style);
                y += 1;
            }
        }
        let key = |action| scene.keymap.shown(Context::DIALOG, action);
        let moves = format!("{} {}", key(Action::MoveDown), key(Action::MoveUp));
        let hints = [
            (key(Action::Accept), "go there"),
            (key(Action::Select), "select or not"),
            (key(Action::Note), "note"),
            (moves, "order"),
            (key(Action::Close), "done"),
        ];
        if let Some(y) = inside.bottom().checked_sub(1).filter(|_| inside.height > 0) {
            frame::hints(painter, inside.x, y, inside.right(), &hints);
        }
        None
    }
}
