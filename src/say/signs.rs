//! The signs: how a sentence relates to another one, or what became of it, in one character.

use super::status::told;
use crate::article::SentenceId;
use crate::comparison::{Certainty, Comparison, Match, Relation, Status};
use crate::digest::{Counterpart, LineKind, MergedLine};

macro_rules! signs {
    ($($variant:ident $unicode:literal $ascii:literal $word:literal $explanation:literal)*) => {
        /// What a sign says of a sentence; the strongest first.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Sign {
            $(#[doc = $explanation] $variant,)*
        }

        impl Sign {
            /// Every sign, in the order in which they are explained.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// How it is written.
            #[must_use]
            pub const fn unicode(self) -> &'static str {
                match self { $(Self::$variant => $unicode,)* }
            }

            /// How it is written where there is only ASCII.
            #[must_use]
            pub const fn ascii(self) -> &'static str {
                match self { $(Self::$variant => $ascii,)* }
            }

            /// What it says, in a word or two.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// What it says, in a sentence.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation,)* }
            }
        }
    };
}

signs! {
    Disputed "≠" "!" "disputed" "another source says it differently: a number, a name, a time, or the opposite"
    Identical "=" "=" "identical" "another source has the same words"
    Edited "≈" "e" "edited" "another source has the sentence, lightly reworded"
    Partial "⊂" "c" "partial" "another source has a part of it, or merges it with another"
    SameQuote "»" "q" "same quote" "another source has the same quotation in a different frame"
    Paraphrase "~" "~" "paraphrase" "another source says the same in other words"
    Possible "?" "?" "possible" "another source perhaps says the same"
    OnlyHere "+" "+" "only here" "no other source has a clear counterpart"
    OffTopic "×" "x" "off-topic" "not this story: a link, an advertisement, another article"
    Repeat "↻" "r" "repeat" "the article prints it a second time"
}

impl Sign {
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
        told(status).sign
    }

    /// The sign of a relation where it is certain; however alike the words, it is else no more than possible.
    const fn of_certain(relation: Relation, certainty: Certainty) -> Self {
        match certainty {
            Certainty::Possible => Self::Possible,
            Certainty::Certain => Self::of_relation(relation),
        }
    }

    /// The sign of a match.
    #[must_use]
    pub fn of_match(found: &Match) -> Self {
        if found.is_disputed() { Self::Disputed } else { Self::of_certain(found.relation, found.certainty) }
    }

    /// The sign of a counterpart: how it relates to the sentence that it is one of.
    #[must_use]
    pub const fn of_counterpart(counterpart: &Counterpart) -> Self {
        if counterpart.disputed {
            return Self::Disputed;
        }
        Self::of_certain(counterpart.relation, counterpart.certainty)
    }

    /// The sign of a line of the story read once: of one below another, what it is to that.
    #[must_use]
    pub fn of_line(comparison: &Comparison, line: &MergedLine) -> Option<Self> {
        match line.kind {
            LineKind::Disputed => Some(Self::Disputed),
            LineKind::Reworded(relation) => Some(Self::of_relation(relation)),
            LineKind::Told | LineKind::Added => Self::of_sentence(comparison, line.sentence),
        }
    }

    /// The strongest sign that a sentence has; none for a headline or caption that stands apart,
    /// and for the sentences of an article without company: it says nothing to be alone there.
    ///
    /// # Panics
    /// When the story has no such sentence.
    #[must_use]
    pub fn of_sentence(comparison: &Comparison, id: SentenceId) -> Option<Self> {
        match comparison.finding(id).status {
            Status::Shared => comparison.matches_of(id).map(Self::of_match).min().or(Some(Self::Paraphrase)),
            Status::Unique if comparison.articles.len() < 2 => None,
            status => Self::of_status(status),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_signs_look_alike() {
        for glyph in [Sign::unicode, Sign::ascii, Sign::word] {
            let glyphs: BTreeSet<&str> = Sign::ALL.iter().map(|&sign| glyph(sign)).collect();
            assert_eq!(glyphs.len(), Sign::ALL.len());
        }
        assert!(Sign::ALL.iter().all(|sign| sign.ascii().is_ascii() && sign.ascii().len() == 1));
    }
}
