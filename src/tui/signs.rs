//! The signs as a terminal shows them.

use super::env::Charset;
use super::theme::Meaning;
use crate::say::Sign;

impl Sign {
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
            Self::Disputed => Meaning::Disputed,
            Self::Identical | Self::Edited | Self::Partial | Self::SameQuote => Meaning::Copied,
            Self::Paraphrase => Meaning::Reworded,
            Self::Possible => Meaning::Quiet,
            Self::OnlyHere => Meaning::Unique,
            Self::OffTopic => Meaning::OffTopic,
            Self::Repeat => Meaning::Repeat,
        }
    }
}
