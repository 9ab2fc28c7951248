//! The line that words to look for are typed in, at the bottom of the screen.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

use crate::tui::action::Action;
use crate::tui::cells::field::TextField;
use crate::tui::cells::paint::Painter;
use crate::tui::keymap::Key;
use crate::tui::mode::{Answer, Mode, Reply};
use crate::tui::scene::Scene;
use crate::tui::story::Story;

/// Before what is typed.
const PROMPT: &str = "find: ";

/// What was typed of the words.
#[derive(Clone, Debug, Default)]
pub struct SearchLine {
    field: TextField,
}

impl SearchLine {
    fn typing(&self) -> Reply {
        Reply { answer: Some(Answer::Typing(self.field.text())), ..Reply::stay() }
    }
}

impl Mode for SearchLine {
    fn key(&mut self, key: Key, action: Option<Action>, _scene: &Scene) -> Reply {
        match action.filter(|_| !key.is_typed()) {
            Some(Action::Accept) => {
                Reply { answer: Some(Answer::Search(self.field.text())), ..Reply::close() }
            }
            Some(Action::Close) => Reply { answer: Some(Answer::NoSearch), ..Reply::close() },
            _ if key.code == KeyCode::Backspace && self.field == TextField::default() => {
                Reply { answer: Some(Answer::NoSearch), ..Reply::close() }
            }
            _ if self.field.key(key) => self.typing(),
            _ => Reply::stay(),
        }
    }

    fn paste(&mut self, text: &str) -> Reply {
        self.field.insert(text);
        self.typing()
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
        self.field.ask(painter, screen, PROMPT)
    }
}
