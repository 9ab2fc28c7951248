//! A line of text that can be edited.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::glyphs::verbatim;
use super::paint::Painter;
use crate::say::acts;
use crate::tui::keymap::Key;
use crate::tui::theme::Meaning;

/// A line of text with a cursor between its grapheme clusters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextField {
    before: String,
    after: String,
}

impl TextField {
    /// A field that holds `text`, with the cursor at its end.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { before: text.into(), after: String::new() }
    }

    /// Its whole text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// Draws it on the last row of the screen, behind what it asks for. Hands back where its cursor is.
    pub fn ask(&self, painter: &mut Painter<'_>, screen: Rect, prompt: &str) -> Option<Position> {
        let y = screen.bottom().checked_sub(1)?;
        painter.blank(Rect::new(screen.x, y, screen.width, 1));
        let right = screen.right().saturating_sub(1);
        let left = painter.put(screen.x + 1, y, right, prompt, Meaning::Notice);
        Some(self.draw(painter, left, y, right))
    }

    /// Draws it from `left` up to `right`, shifted so that its cursor is in sight. Hands back where that is.
    pub fn draw(&self, painter: &mut Painter<'_>, left: u16, y: u16, right: u16) -> Position {
        let room = usize::from(right.saturating_sub(left).saturating_sub(1));
        let cells: usize = verbatim(&self.before, painter.charset).map(|glyph| glyph.width).sum();
        let mut hidden = cells.saturating_sub(room);
        let mut from = 0;
        for glyph in verbatim(&self.before, painter.charset) {
            if hidden == 0 {
                break;
            }
            hidden = hidden.saturating_sub(glyph.width);
            from = glyph.end;
        }
        let style = painter.theme.style(Meaning::Key);
        let x = painter.typed(left, y, right, self.before.get(from..).unwrap_or_default(), style);
        painter.typed(x, y, right, &self.after, style);
        Position::new(x, y)
    }

    /// Puts text in at the cursor, without what would act on the terminal.
    pub fn insert(&mut self, text: &str) {
        self.before.extend(text.chars().filter(|&c| !acts(c)));
    }

    /// What a key does to it. Hands back whether the text changed.
    pub fn key(&mut self, key: Key) -> bool {
        let length = self.before.len() + self.after.len();
        match (key.code, key.ctrl) {
            (KeyCode::Char('a'), true) | (KeyCode::Home, _) => {
                self.after.insert_str(0, &std::mem::take(&mut self.before));
            }
            (KeyCode::Char('e'), true) | (KeyCode::End, _) => {
                self.before.push_str(&std::mem::take(&mut self.after));
            }
            (KeyCode::Char('u'), true) => self.before.clear(),
            (KeyCode::Char('k'), true) => self.after.clear(),
            (KeyCode::Char('w'), true) => {
                let kept = self.before.trim_end().trim_end_matches(|c: char| !c.is_whitespace() && c != '/');
                let kept = if kept.len() == self.before.len() { kept.trim_end_matches('/') } else { kept };
                self.before.truncate(kept.len());
            }
            (KeyCode::Left, _) => {
                if let Some(cluster) = last_cluster(&self.before) {
                    let at = self.before.len() - cluster;
                    self.after.insert_str(0, &self.before.split_off(at));
                }
            }
            (KeyCode::Right, _) => {
                if let Some(cluster) = self.after.graphemes(true).next().map(str::len) {
                    self.before.extend(self.after.drain(..cluster));
                }
            }
            (KeyCode::Backspace, _) | (KeyCode::Char('h'), true) => {
                if let Some(cluster) = last_cluster(&self.before) {
                    self.before.truncate(self.before.len() - cluster);
                }
            }
            (KeyCode::Delete, _) => {
                if let Some(cluster) = self.after.graphemes(true).next().map(str::len) {
                    self.after.drain(..cluster);
                }
            }
            (KeyCode::Char(typed), false) if !key.alt => {
                self.insert(typed.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
        self.before.len() + self.after.len() != length
    }
}

fn last_cluster(text: &str) -> Option<usize> {
    text.graphemes(true).next_back().map(str::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(start: &str, keys: &[&str]) -> String {
        let mut field = TextField::new(start);
        for key in keys {
            field.key(key.parse().unwrap());
        }
        format!("{}|{}", field.before, field.after)
    }

    #[test]
    fn a_line_is_edited_by_what_a_reader_sees_as_one_character() {
        assert_eq!(after("abc", &["Left", "x", "Delete"]), "abx|");
        assert_eq!(after("ne\u{301}", &["Backspace"]), "n|");
        assert_eq!(after("abc", &["Home", "Right", "Ctrl-k"]), "a|");
        assert_eq!(after("~/out/story.md", &["Ctrl-w"]), "~/out/|");
        assert_eq!(after("~/out/", &["Ctrl-w"]), "~/out|");
        assert_eq!(after("abc", &["Left", "Ctrl-u", "Ctrl-e"]), "c|");
        assert_eq!(after("abc", &["Ctrl-x", "Up"]), "abc|");
    }

    #[test]
    fn pasted_escapes_are_left_out() {
        let mut field = TextField::default();
        field.insert("a\u{1b}[31m\nb\u{202e}");
        assert_eq!(field.text(), "a[31mb");
    }
}
