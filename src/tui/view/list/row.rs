//! A row of a list.

use crate::article::{SentenceId, Span};
use crate::say::Sign;
use crate::tui::cells::wrap::{ScreenLine, Tone, wrap};
use crate::tui::env::Charset;
use crate::tui::theme::Meaning;

/// Words that stand out, and as what.
pub type Loud = (Vec<Span>, Meaning);

/// A row of a list.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// How far it is indented, in steps.
    pub indent: u16,
    /// The letters of those who have it.
    pub badge: String,
    /// What became of it, or what it is to the row above.
    pub sign: Option<Sign>,
    /// What each source has for it, in the order of the sources.
    pub cells: Vec<Option<Sign>>,
    /// What it says; a heading where it has no sentence.
    pub text: String,
    /// What stands out in that.
    pub loud: Option<Loud>,
    /// Whether it matters less.
    pub quiet: bool,
    /// The sentence behind it; none of a heading.
    pub sentence: Option<SentenceId>,
    /// All sentences that it stands for.
    pub sentences: Vec<SentenceId>,
}

impl Row {
    /// A row that only says something.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A row between others.
    #[must_use]
    pub fn blank() -> Self {
        Self::default()
    }

    /// Its lines in a width, before which its indentation is taken.
    #[must_use]
    pub fn lines(&self, width: usize, charset: Charset) -> Vec<ScreenLine> {
        let width = width.saturating_sub(usize::from(self.indent) * 2);
        wrap(&self.text, &[(Span::new(0, self.text.len()), Tone::Sentence)], width, charset)
    }

    /// How many lines it takes.
    #[must_use]
    pub fn height(&self, width: usize, charset: Charset) -> usize {
        if self.text.is_empty() { 1 } else { self.lines(width, charset).len() }
    }

    /// Whether it has these words, which are in small letters.
    #[must_use]
    pub fn has(&self, words: &str) -> bool {
        !words.is_empty() && self.sentence.is_some() && self.text.to_lowercase().contains(words)
    }
}
