//! What is copied to the clipboard of the terminal: sentences, with their sources.

use std::collections::BTreeSet;

use super::Story;
use crate::article::SentenceId;
use crate::say::one_line;

/// Bytes that most terminals take at once.
pub const MOST_COPIED: usize = 64 << 10;

impl Story {
    /// Sentences as text: those of a source one a line, then who published it and where it was read.
    #[must_use]
    pub fn quoted(&self, sentences: &BTreeSet<SentenceId>) -> String {
        let mut text = String::new();
        let mut rest = sentences.iter().peekable();
        while let Some(&id) = rest.next() {
            text.push_str(&one_line(&self.comparison.wording(id)));
            text.push('\n');
            if rest.peek().is_none_or(|next| next.article != id.article) {
                let paragraph = if rest.peek().is_some() { "\n" } else { "" };
                text.push_str(&format!("({})\n{paragraph}", self.source(id.article)));
            }
        }
        text
    }

    /// Who published an article, or else what it is called, and where it was read.
    fn source(&self, article: usize) -> String {
        let names = &self.comparison.names[article];
        let location = one_line(&self.comparison.articles[article].location).into_owned();
        match names.outlet.as_ref().or(names.title.as_ref()) {
            Some(name) => format!("{}, {location}", one_line(name)),
            None => location,
        }
    }
}
