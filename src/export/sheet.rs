//! What a report is set on: text and Markdown say the same and look different.

use std::io;

use crate::article::Span;
use crate::comparison::Counts;
use crate::say::Sign;

/// One line of a list.
#[derive(Debug, Default)]
pub(super) struct SheetItem<'a> {
    /// Whether it belongs to the item before it.
    pub nested: bool,
    /// Letters of the sources that say it.
    pub badge: String,
    /// What became of it, or how it relates to the item it belongs to.
    pub sign: Option<Sign>,
    /// What it is, in words, before its text.
    pub lead: String,
    /// Its text, as it stands in the article.
    pub text: &'a str,
    /// The words of the text that stand out, as spans of it, in order and apart from one another.
    pub loud: Vec<Span>,
}

/// A source in the list of sources.
#[derive(Debug)]
pub(super) struct SourceLine<'a> {
    pub letter: String,
    pub label: &'a str,
    /// Who published it and where it was read, as far as the label does not say so.
    pub origin: String,
    /// What was done to read it.
    pub notes: &'a [String],
    pub counts: Counts,
}

/// Takes the parts of a report in order. All texts come as they stand in the articles; making them
/// harmless is up to the sheet.
pub(super) trait Sheet {
    /// The title and a line in short.
    fn title(&mut self, title: &str, summary: &str) -> io::Result<()>;
    /// The list of sources.
    fn sources(&mut self, sources: &[SourceLine<'_>]) -> io::Result<()>;
    /// Starts a list whose badges take up to `badges` cells.
    fn section(&mut self, heading: &str, badges: usize) -> io::Result<()>;
    /// One line of the list.
    fn item(&mut self, item: &SheetItem<'_>) -> io::Result<()>;
    /// A sentence on its own, with what is known of it.
    fn quote(&mut self, text: &str, remark: &str) -> io::Result<()>;
    /// What someone wrote beside the sentence before.
    fn note(&mut self, text: &str) -> io::Result<()>;
    /// The signs and their meaning, in one line.
    fn legend(&mut self, signs: &[Sign]) -> io::Result<()> {
        let signs: Vec<String> =
            signs.iter().map(|sign| format!("{} {}", self.sign(*sign), sign.word())).collect();
        self.line(&signs.join(", "))
    }
    /// How a sign is written.
    fn sign(&self, sign: Sign) -> &'static str {
        sign.unicode()
    }
    /// A line of words in between.
    fn line(&mut self, text: &str) -> io::Result<()>;
}
