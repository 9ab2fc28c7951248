//! What stands out in one wording beside another.

use super::differences::differences;
use super::disputes::contradicted;
use crate::article::{SentenceId, Span};
use crate::comparison::{Comparison, Relation};

/// Bytes of a sentence beyond which nothing stands out in it: it is no sentence that someone edited.
const LONGEST: usize = 20_000;

/// What stands out in a wording, as spans of its own text: whichever of the two is the exception in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// What it has and the other wording lacks: of a sentence that was lightly edited.
    Changed(Vec<Span>),
    /// What the other wording contradicts.
    Disputed(Vec<Span>),
    /// What both have: of a sentence that took over a clause or a quotation.
    Common(Vec<Span>),
}

impl Contrast {
    /// Nothing stands out.
    pub const NOTHING: Self = Self::Changed(Vec::new());

    /// The same in a text that has so many bytes before the wording.
    #[must_use]
    pub fn behind(self, bytes: usize) -> Self {
        let shift = |spans: Vec<Span>| {
            spans.into_iter().map(|span| Span::new(span.start + bytes, span.end + bytes)).collect()
        };
        match self {
            Self::Changed(spans) => Self::Changed(shift(spans)),
            Self::Disputed(spans) => Self::Disputed(shift(spans)),
            Self::Common(spans) => Self::Common(shift(spans)),
        }
    }
}

/// What stands out in the [wording](Comparison::wording) of a sentence beside that of `first`, in itself what anybody
/// contradicts; nothing where no match joins them, or none that took over words or contradicts.
///
/// # Panics
/// When the story has no such sentences.
#[must_use]
pub fn contrast(comparison: &Comparison, first: SentenceId, sentence: SentenceId) -> Contrast {
    let source = &comparison.articles[sentence.article];
    let inside = |at| source.in_wording(sentence.sentence, at);
    let in_wording = |span: Span| Span::new(inside(span.start), inside(span.end));
    if first == sentence {
        let words = contradicted(comparison, sentence, None);
        return Contrast::Disputed(words.into_iter().map(in_wording).collect());
    }
    let Some(found) = comparison.match_between(first, sentence) else { return Contrast::NOTHING };
    let (old, new) = (comparison.wording(first), comparison.wording(sentence));
    if old.len().max(new.len()) > LONGEST {
        return Contrast::NOTHING;
    }
    if found.is_disputed() {
        let words = contradicted(comparison, sentence, Some(first));
        return Contrast::Disputed(words.into_iter().map(in_wording).collect());
    }
    match found.relation {
        Relation::Identical | Relation::Edited => {
            let changed = differences(&old, &new).into_iter().filter(|stretch| stretch.changed);
            Contrast::Changed(changed.map(|stretch| stretch.span.trimmed(&new)).collect())
        }
        Relation::Partial | Relation::SameQuote => {
            let runs = found.runs.iter().map(|run| if found.a == sentence { run.a } else { run.b });
            let mut common: Vec<Span> = runs.map(in_wording).collect();
            common.sort_unstable();
            Contrast::Common(common)
        }
        Relation::Paraphrase => Contrast::NOTHING,
    }
}
