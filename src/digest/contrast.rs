//! What stands out in one wording beside another.

use super::differences::differences;
use crate::article::{SentenceId, Span};
use crate::comparison::{Comparison, Relation};

/// Bytes of a sentence beyond which nothing stands out in it: it is no sentence that someone edited.
const LONGEST: usize = 20_000;

/// What stands out in a wording, as spans of its own text: whichever of the two is the exception in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// What it has and the other wording lacks: of a sentence that was lightly edited.
    Changed(Vec<Span>),
    /// What both have: of a sentence that took over a clause or a quotation.
    Common(Vec<Span>),
}

impl Contrast {
    /// Nothing stands out.
    pub const NOTHING: Self = Self::Changed(Vec::new());
}

/// What stands out in the [wording](Comparison::wording) of a sentence beside that of `first`; nothing where no
/// match joins them, or none that took over words.
///
/// # Panics
/// When the story has no such sentences.
#[must_use]
pub fn contrast(comparison: &Comparison, first: SentenceId, sentence: SentenceId) -> Contrast {
    let Some(found) = comparison.match_between(first, sentence) else { return Contrast::NOTHING };
    let (old, new) = (comparison.wording(first), comparison.wording(sentence));
    if old.len().max(new.len()) > LONGEST {
        return Contrast::NOTHING;
    }
    match found.relation {
        Relation::Identical | Relation::Edited => {
            let changed = differences(&old, &new).into_iter().filter(|stretch| stretch.changed);
            Contrast::Changed(changed.map(|stretch| stretch.span.trimmed(&new)).collect())
        }
        Relation::Partial | Relation::SameQuote => {
            let source = &comparison.articles[sentence.article];
            let inside = |at| source.in_wording(sentence.sentence, at);
            let runs = found.runs.iter().map(|run| if found.a == sentence { run.a } else { run.b });
            let mut common: Vec<Span> =
                runs.map(|run| Span::new(inside(run.start), inside(run.end))).collect();
            common.sort_unstable();
            Contrast::Common(common)
        }
        Relation::Paraphrase => Contrast::NOTHING,
    }
}
