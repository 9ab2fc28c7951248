//! A row of a list.

use crate::article::{SentenceId, Span};
use crate::comparison::Comparison;
use crate::digest::Cell;
use crate::say::{Sign, one_line};
use crate::tui::cells::scroll::Items;
use crate::tui::cells::wrap::{ScreenLine, Tone, wrap};
use crate::tui::env::Charset;
use crate::tui::search::Pattern;
use crate::tui::theme::Meaning;

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
    pub cells: Vec<Option<Cell>>,
    /// What it says; a heading where it has no sentence.
    pub text: String,
    /// What stands out in that.
    pub loud: Vec<Span>,
    /// As what it stands out.
    pub loudness: Option<Meaning>,
    /// Whether it matters less.
    pub quiet: bool,
    /// The sentence behind it; none of a heading.
    pub sentence: Option<SentenceId>,
    /// All sentences that it stands for.
    pub sentences: Vec<SentenceId>,
}

impl Row {
    /// The row of a sentence, in which some words of its article's text stand out.
    #[must_use]
    pub fn of(comparison: &Comparison, id: SentenceId, words: &[Span], meaning: Meaning) -> Self {
        let wording = comparison.wording(id);
        let text = one_line(&wording).into_owned();
        // Spans hold where nothing had to be made harmless.
        let loud = if text.len() == wording.len() {
            comparison.articles[id.article].spans_in_wording(id.sentence, words)
        } else {
            Vec::new()
        };
        let sign = Sign::of_sentence(comparison, id);
        let (sentence, sentences) = (Some(id), vec![id]);
        Self { sign, text, loud, loudness: Some(meaning), sentence, sentences, ..Self::default() }
    }

    /// A row that only says something.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A row that only says something, and less than a heading does.
    #[must_use]
    pub fn remark(text: impl Into<String>) -> Self {
        Self { quiet: true, indent: 1, ..Self::heading(text) }
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

    /// Whether it has these words.
    #[must_use]
    pub fn has(&self, pattern: &Pattern) -> bool {
        self.sentence.is_some() && !self.places(pattern).is_empty()
    }

    /// The places of its text that have these words.
    #[must_use]
    pub fn places(&self, pattern: &Pattern) -> Vec<Span> {
        let mut places = Vec::new();
        pattern.find(&self.text, &mut Vec::new(), |found| places.push(found));
        places
    }
}

/// Rows as a window sees them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines<'a> {
    pub(super) rows: &'a [Row],
    /// Cells of a line of text.
    pub(super) width: usize,
    pub(super) charset: Charset,
}

impl Items for Lines<'_> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn rows(&self, item: usize) -> i32 {
        match self.rows.get(item) {
            Some(row) if !row.text.is_empty() => {
                i32::try_from(row.lines(self.width, self.charset).len()).unwrap_or(i32::MAX / 4)
            }
            _ => 1,
        }
    }

    fn gap(&self, _item: usize) -> bool {
        false
    }
}
