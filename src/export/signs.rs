//! The signs: how a sentence relates to another one, or what became of it, in one character.

use crate::comparison::{Relation, Status};

/// What a sign says of a sentence; the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The same words.
    Identical,
    /// Lightly reworded.
    Edited,
    /// A copied clause, or a merger.
    Partial,
    /// The same quotation in another frame.
    SameQuote,
    /// The same in other words.
    Paraphrase,
    /// Perhaps the same.
    Possible,
    /// Nothing like it elsewhere.
    OnlyHere,
    /// Not this story.
    OffTopic,
    /// Printed before in the same article.
    Repeat,
}

impl Sign {
    /// Every sign, in the order in which they are explained.
    pub const ALL: [Self; 9] = [
        Self::Identical,
        Self::Edited,
        Self::Partial,
        Self::SameQuote,
        Self::Paraphrase,
        Self::Possible,
        Self::OnlyHere,
        Self::OffTopic,
        Self::Repeat,
    ];

    /// The sign of a relation.
    #[must_use]
    pub const fn of_relation(relation: Relation) -> Self {
        match relation {
            Relation::Identical => Self::Identical,
            Relation::Edited => Self::Edited,
            Relation::Partial => Self::Partial,
            Relation::SameQuote => Self::SameQuote,
            Relation::Paraphrase => Self::Paraphrase,
        }
    }

    /// The sign of what became of a sentence; none for a headline without a counterpart, and none for a
    /// shared sentence, whose sign is that of its relation.
    #[must_use]
    pub const fn of_status(status: Status) -> Option<Self> {
        match status {
            Status::Shared | Status::Apart => None,
            Status::Possible => Some(Self::Possible),
            Status::Unique => Some(Self::OnlyHere),
            Status::Repeat => Some(Self::Repeat),
            Status::OffTopic => Some(Self::OffTopic),
        }
    }

    /// How it is written.
    #[must_use]
    pub const fn unicode(self) -> &'static str {
        match self {
            Self::Identical => "=",
            Self::Edited => "≈",
            Self::Partial => "⊂",
            Self::SameQuote => "»",
            Self::Paraphrase => "~",
            Self::Possible => "?",
            Self::OnlyHere => "+",
            Self::OffTopic => "×",
            Self::Repeat => "↻",
        }
    }

    /// How it is written where there is only ASCII.
    #[must_use]
    pub const fn ascii(self) -> &'static str {
        match self {
            Self::Edited => "e",
            Self::Partial => "c",
            Self::SameQuote => "q",
            Self::OffTopic => "x",
            Self::Repeat => "r",
            Self::Identical | Self::Paraphrase | Self::Possible | Self::OnlyHere => self.unicode(),
        }
    }
}
