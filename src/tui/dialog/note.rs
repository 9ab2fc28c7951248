//! The line that a note is written in, at the bottom of the screen.

use ratatui::layout::{Position, Rect};

use crate::article::SentenceId;
use crate::say::letter;
use crate::tui::action::Action;
use crate::tui::cells::field::TextField;
use crate::tui::cells::paint::Painter;
use crate::tui::keymap::Key;
use crate::tui::mode::{Mode, Reply, Request};
use crate::tui::scene::Scene;
use crate::tui::story::Story;

/// What is written beside a sentence, as far as it is typed.
#[derive(Clone, Debug)]
pub struct NoteLine {
    id: SentenceId,
    field: TextField,
}

impl NoteLine {
    /// The line for a note beside a sentence, with what is written there already.
    #[must_use]
    pub fn of(story: &Story, id: SentenceId) -> Self {
        Self { id, field: TextField::new(story.notes.get(&id).cloned().unwrap_or_default()) }
    }
}

impl Mode for NoteLine {
    fn key(&mut self, key: Key, action: Option<Action>, _scene: &Scene) -> Reply {
        match action.filter(|_| !key.is_typed()) {
            Some(Action::Accept) => {
                let request = Some(Request::Note(self.id, self.field.text()));
                return Reply { request, ..Reply::close() };
            }
            Some(Action::Close) => return Reply::close(),
            _ => self.field.key(key),
        };
        Reply::stay()
    }

    fn paste(&mut self, text: &str) -> Reply {
        self.field.insert(text);
        Reply::stay()
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn draw(
        &self,
        painter: &mut Painter<'_>,
        screen: Rect,
        _scene: &Scene,
        _story: Option<&Story>,
    ) -> Option<Position> {
        self.field.ask(painter, screen, &format!("note beside {}: ", letter(self.id.article)))
    }
}
