//! The characters that the screen is drawn with, signs aside.

use super::env::Charset;

/// The characters that the screen is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Beside the first row of the sentence at the cursor.
    pub cursor: &'static str,
    /// Beside the rows of its counterparts.
    pub counterpart: &'static str,
    /// Before what is selected.
    pub selected: &'static str,
    /// Before what something is written beside.
    pub noted: &'static str,
    /// In the cell of the source whose wording stands for a statement.
    pub core: &'static str,
    /// For a statement that a source has, in the overview.
    pub told: &'static str,
    /// Between columns.
    pub separator: &'static str,
    /// In place of that, where a scroll bar says what is in sight.
    pub thumb: &'static str,
    /// Between the parts of the screen.
    pub rule: &'static str,
    /// Where text was cut.
    pub ellipsis: &'static str,
    /// Before an item of a list.
    pub bullet: &'static str,
    /// For what lies above what is in sight, and below it.
    pub above: &'static str,
    /// See [`Self::above`].
    pub below: &'static str,
    /// Between facts in a line.
    pub dot: &'static str,
    /// The corners of a box: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
}

/// The characters for a terminal.
#[must_use]
pub const fn drawing(charset: Charset) -> Drawing {
    match charset {
        Charset::Utf8 => Drawing {
            cursor: "▶",
            counterpart: "▌",
            selected: "*",
            noted: "✎",
            core: "●",
            told: "■",
            separator: "│",
            thumb: "┃",
            rule: "─",
            ellipsis: "…",
            bullet: "•",
            above: "↑",
            below: "↓",
            dot: "·",
            corners: ["╭", "╮", "╰", "╯"],
        },
        Charset::Ascii => Drawing {
            cursor: ">",
            counterpart: "#",
            selected: "*",
            noted: "'",
            core: "o",
            told: "#",
            separator: "|",
            thumb: "#",
            rule: "-",
            ellipsis: "...",
            bullet: "-",
            above: "^",
            below: "v",
            dot: "-",
            corners: ["+", "+", "+", "+"],
        },
    }
}
