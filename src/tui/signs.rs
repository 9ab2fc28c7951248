//! The signs: what is never told by colour alone.

use super::env::Charset;
use super::theme::Meaning;
use crate::article::SentenceId;
use crate::comparison::{Certainty, Comparison, Match, Status};

pub(super) use crate::export::{Sign, letter};

impl Sign {
    /// The sign of a match: its relation where it is certain.
    pub(super) fn of_match(found: &Match) -> Self {
        match found.certainty {
            Certainty::Possible => Self::Possible,
            Certainty::Certain => Self::of_relation(found.relation),
        }
    }

    /// The strongest sign that a sentence has; none for a headline or caption that stands apart,
    /// and for the sentences of an article without company: it says nothing to be alone there.
    pub(super) fn of_sentence(comparison: &Comparison, id: SentenceId) -> Option<Self> {
        match comparison.finding(id).status {
            Status::Shared => comparison.matches_of(id).map(Self::of_match).min().or(Some(Self::Paraphrase)),
            Status::Unique if comparison.articles.len() < 2 => None,
            status => Self::of_status(status),
        }
    }

    /// How it is written on this terminal.
    pub(super) const fn glyph(self, charset: Charset) -> &'static str {
        match charset {
            Charset::Utf8 => self.unicode(),
            Charset::Ascii => self.ascii(),
        }
    }

    /// Its colour.
    pub(super) const fn meaning(self) -> Meaning {
        match self {
            Self::Identical | Self::Edited | Self::Partial | Self::SameQuote => Meaning::Copied,
            Self::Paraphrase | Self::Possible => Meaning::Reworded,
            Self::OnlyHere => Meaning::Unique,
            Self::OffTopic => Meaning::OffTopic,
            Self::Repeat => Meaning::Repeat,
        }
    }

    /// What it says, in a word or two.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Identical => "identical",
            Self::Edited => "edited",
            Self::Partial => "partial",
            Self::SameQuote => "same quote",
            Self::Paraphrase => "paraphrase",
            Self::Possible => "possible",
            Self::OnlyHere => "only here",
            Self::OffTopic => "off-topic",
            Self::Repeat => "repeat",
        }
    }
}

impl Sign {
    /// What it says, in a sentence.
    pub(super) const fn explanation(self) -> &'static str {
        match self {
            Self::Identical => "another source has the same words",
            Self::Edited => "another source has the sentence, lightly reworded",
            Self::Partial => "another source has a part of it, or merges it with another",
            Self::SameQuote => "another source has the same quotation in a different frame",
            Self::Paraphrase => "another source says the same in other words",
            Self::Possible => "another source perhaps says the same",
            Self::OnlyHere => "no other source has anything like it",
            Self::OffTopic => "not this story: a link, an advertisement, another article",
            Self::Repeat => "the article prints it a second time",
        }
    }
}

/// The characters that the screen is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Beside the first row of the sentence at the cursor.
    pub cursor: &'static str,
    /// Beside the rows of its counterparts.
    pub counterpart: &'static str,
    /// Before what is selected.
    pub selected: &'static str,
    /// Between columns.
    pub separator: &'static str,
    /// Between the parts of the screen.
    pub rule: &'static str,
    /// Where text was cut.
    pub ellipsis: &'static str,
    /// Before an item of a list.
    pub bullet: &'static str,
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
            separator: "│",
            rule: "─",
            ellipsis: "…",
            bullet: "•",
            dot: "·",
            corners: ["╭", "╮", "╰", "╯"],
        },
        Charset::Ascii => Drawing {
            cursor: ">",
            counterpart: "#",
            selected: "*",
            separator: "|",
            rule: "-",
            ellipsis: "...",
            bullet: "-",
            dot: "-",
            corners: ["+", "+", "+", "+"],
        },
    }
}
