//! A report as plain text: one line for each sentence, like the output of a search tool.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::sheet::{Sheet, SheetItem, SourceLine};
use crate::say::{Sign, count, one_line};

/// What signs and rules are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signs {
    /// All of Unicode.
    Unicode,
    /// ASCII alone.
    Ascii,
}

/// Plain text.
pub(super) struct Text<'a> {
    out: &'a mut dyn Write,
    signs: Signs,
    badges: usize,
    /// Whether something was written that the next part has to keep a distance from.
    begun: bool,
}

impl<'a> Text<'a> {
    pub(super) fn new(out: &'a mut dyn Write, signs: Signs) -> Self {
        Self { out, signs, badges: 0, begun: false }
    }

    fn gap(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) { writeln!(self.out) } else { Ok(()) }
    }
}

impl Sheet for Text<'_> {
    fn title(&mut self, title: &str, summary: &str) -> io::Result<()> {
        self.gap()?;
        writeln!(self.out, "{}\n{summary}", one_line(title))
    }

    fn sources(&mut self, sources: &[SourceLine<'_>]) -> io::Result<()> {
        let width = sources.iter().map(|source| source.letter.len()).max().unwrap_or(0);
        for source in sources {
            self.gap()?;
            let SourceLine { letter, label, origin, notes, counts } = source;
            writeln!(self.out, "{letter:width$}  {}", one_line(label))?;
            if !origin.is_empty() {
                writeln!(self.out, "{:width$}  {}", "", one_line(origin))?;
            }
            for note in *notes {
                writeln!(self.out, "{:width$}  note: {}", "", one_line(note))?;
            }
            writeln!(
                self.out,
                "{:width$}  {}: {} shared, {} disputed, {} possible, {} only here; {}",
                "",
                count(counts.sentences, "sentence"),
                counts.shared,
                counts.disputed,
                counts.possible,
                counts.unique,
                count(counts.off_topic_blocks, "off-topic line"),
            )?;
        }
        Ok(())
    }

    fn section(&mut self, heading: &str, badges: usize) -> io::Result<()> {
        self.badges = badges;
        self.gap()?;
        let heading = one_line(heading);
        writeln!(
            self.out,
            "{heading}\n{}",
            if self.signs == Signs::Ascii { "-" } else { "─" }.repeat(heading.width())
        )
    }

    fn item(&mut self, item: &SheetItem<'_>) -> io::Result<()> {
        let SheetItem { nested, badge, sign, lead, text, loud: _ } = item;
        let indent = if *nested { 2 + self.badges } else { 0 };
        let badges = if *nested { badge.len() } else { self.badges };
        write!(self.out, "{:indent$}", "")?;
        if badges > 0 {
            write!(self.out, "{badge:badges$}  ")?;
        }
        match sign {
            Some(sign) => write!(self.out, "{} ", self.sign(*sign))?,
            // Kept free, so that the texts stand in line.
            None => write!(self.out, "  ")?,
        }
        if !lead.is_empty() {
            write!(self.out, "{lead}: ")?;
        }
        writeln!(self.out, "{}", one_line(text))
    }

    fn quote(&mut self, text: &str, remark: &str) -> io::Result<()> {
        self.gap()?;
        writeln!(self.out, "{}\n    {remark}", one_line(text))
    }

    fn note(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "    note: {}", one_line(text))
    }

    fn sign(&self, sign: Sign) -> &'static str {
        match self.signs {
            Signs::Unicode => sign.unicode(),
            Signs::Ascii => sign.ascii(),
        }
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        self.gap()?;
        writeln!(self.out, "{}", one_line(text))
    }
}
