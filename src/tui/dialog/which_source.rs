//! The question which source is meant: a letter, or a number that may have several digits.

use crossterm::event::KeyCode;

use super::{Answer, Reply};
use crate::say::letter;
use crate::tui::keymap::Key;
use crate::tui::outcome::Outcome;
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

    /// What a key does. Where no lower-case letter names a source, case does not matter; a number that could go on
    /// waits for its next digit, or for Enter.
    pub fn key(&mut self, key: Key) -> Reply {
        match key.code {
            // With these held it is no letter.
            _ if key.ctrl || key.alt => return Reply::close(),
            KeyCode::Char(character) => self.typed.push(character),
            KeyCode::Backspace if self.typed.pop().is_some() => return Reply::stay(),
            KeyCode::Enter if !self.typed.is_empty() => {}
            _ => return Reply::close(),
        }
        let digits = self.typed.bytes().all(|byte| byte.is_ascii_digit());
        let number = self.typed.parse::<usize>().ok().filter(|_| digits);
        let goes_on = number.is_some_and(|number| number > 0 && number.saturating_mul(10) <= self.articles);
        if goes_on && key.code != KeyCode::Enter {
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

    /// Which names of a source can be typed, and what was typed of one.
    #[must_use]
    pub fn words(&self) -> String {
        let Self { articles, typed } = self;
        let last = letter(articles.saturating_sub(1));
        if last.len() == 1 && typed.is_empty() {
            format!("to which source? A to {last}")
        } else {
            format!("to which source? a letter, or a number to {articles}: {typed}")
        }
    }
}
