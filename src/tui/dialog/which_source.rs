//! The question which source is meant: a letter, or a number that may have several digits.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

use crate::say::letter;
use crate::tui::action::Action;
use crate::tui::cells::paint::Painter;
use crate::tui::keymap::Key;
use crate::tui::mode::{Answer, Mode, Outcome, Reply};
use crate::tui::scene::Scene;
use crate::tui::story::Story;

/// The question, and what was typed for an answer.
#[derive(Clone, Debug)]
pub struct WhichSource {
    /// How many articles there are.
    articles: usize,
    typed: String,
}

impl WhichSource {
    /// Asks for a source of this story.
    #[must_use]
    pub fn of(story: &Story) -> Self {
        Self { articles: story.comparison.articles.len(), typed: String::new() }
    }

    /// Which names of a source can be typed, and what was typed of one.
    fn words(&self) -> String {
        let Self { articles, typed } = self;
        let last = letter(articles.saturating_sub(1));
        if last.len() == 1 && typed.is_empty() {
            format!("to which source? A to {last}")
        } else {
            format!("to which source? a letter, or a number to {articles}: {typed}")
        }
    }
}

impl Mode for WhichSource {
    /// What a key does. Where no lower-case letter names a source, case does not matter; a number that could go on
    /// waits for its next digit, or for being accepted.
    fn key(&mut self, key: Key, action: Option<Action>, _scene: &Scene) -> Reply {
        let accepts = action == Some(Action::Accept) && !self.typed.is_empty();
        match key.code {
            _ if accepts && !key.is_typed() => {}
            // With these held it is no letter.
            _ if key.ctrl || key.alt => return Reply::close(),
            KeyCode::Char(character) => self.typed.push(character),
            KeyCode::Backspace if self.typed.pop().is_some() => return Reply::stay(),
            _ => return Reply::close(),
        }
        let digits = self.typed.bytes().all(|byte| byte.is_ascii_digit());
        let number = self.typed.parse::<usize>().ok().filter(|_| digits);
        let goes_on = number.is_some_and(|number| number > 0 && number.saturating_mul(10) <= self.articles);
        if goes_on && (!accepts || key.is_typed()) {
            return Reply::stay();
        }
        let named = |name: &str| (0..self.articles).find(|&article| letter(article) == name);
        let article = match number {
            Some(number) => number.checked_sub(1).filter(|&article| article < self.articles),
            None => named(&self.typed).or_else(|| named(&self.typed.to_ascii_uppercase())),
        };
        match article {
            Some(article) => Reply { answer: Some(Answer::Source(article)), ..Reply::close() },
            None => {
                let outcome = Outcome::say(format!("there is no source {}", self.typed));
                Reply { outcome, ..Reply::close() }
            }
        }
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn question(&self) -> Option<String> {
        Some(self.words())
    }

    /// The question stands on the last row of the screen, whatever is over it.
    fn draw(
        &self,
        _painter: &mut Painter<'_>,
        _screen: Rect,
        _scene: &Scene,
        _story: Option<&Story>,
    ) -> Option<Position> {
        None
    }
}
