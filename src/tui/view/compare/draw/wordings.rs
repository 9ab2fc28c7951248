//! The distinct wordings of what is said at the cursor, each with everyone who has it.

use std::cmp::Reverse;

use crate::article::{SentenceId, Span};
use crate::comparison::{Comparison, Relation, Score};
use crate::differences;
use crate::tui::counterparts::{Counterpart, Counterparts};
use crate::tui::signs::Sign;

/// Bytes of a sentence beyond which nothing is marked in it: it is no sentence that someone edited.
const LONGEST_MARKED: usize = 20_000;

/// One wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wording {
    /// The articles that have it, in order.
    pub articles: Vec<usize>,
    /// How it relates to the sentence at the cursor; none for that sentence itself.
    pub sign: Option<Sign>,
    /// How likely it says the same, where no wording was taken over that would prove it.
    pub likely: Option<Score>,
    /// The sentence whose text stands for it.
    pub sentence: SentenceId,
    /// What stands out in it, as spans of its own text; only for reuse.
    pub marked: Marked,
}

/// What stands out in a wording: whichever of the two is the exception in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marked {
    /// What it has and the sentence at the cursor lacks: of a sentence that was lightly edited.
    Changed(Vec<Span>),
    /// What both have: of a sentence that took over a clause or a quotation.
    Common(Vec<Span>),
}

impl Marked {
    /// Nothing stands out.
    pub(super) const NOTHING: Self = Self::Changed(Vec::new());
}

/// The wording at the cursor, then those of its counterparts, the closest first; what is merely possible
/// comes last, the likeliest first.
pub(super) fn of(comparison: &Comparison, here: SentenceId, counterparts: &Counterparts) -> Vec<Wording> {
    let own = Wording {
        articles: vec![here.article],
        sign: None,
        likely: None,
        sentence: here,
        marked: Marked::NOTHING,
    };
    let mut wordings = vec![own];
    let mut found: Vec<_> = counterparts.all().chain(counterparts.possible()).collect();
    found.sort_by_key(|counterpart| {
        let likely = likely(counterpart);
        (counterpart.sign, Reverse(likely), counterpart.id)
    });
    for counterpart in found {
        let id = counterpart.id;
        let likely = likely(counterpart);
        let same = |wording: &&mut Wording| {
            wording.likely.is_some() == likely.is_some() && same_words(comparison, wording.sentence, id)
        };
        if let Some(wording) = wordings.iter_mut().find(same) {
            wording.articles.push(id.article);
            continue;
        }
        let marked = marked(comparison, here, id);
        wordings.push(Wording {
            articles: vec![id.article],
            sign: Some(counterpart.sign),
            likely,
            sentence: id,
            marked,
        });
    }
    for wording in &mut wordings {
        wording.articles.sort_unstable();
        wording.articles.dedup();
    }
    wordings
}

fn likely(counterpart: &Counterpart) -> Option<Score> {
    let reworded = matches!(counterpart.sign, Sign::Possible | Sign::Paraphrase);
    // Two sentences of one article are never scored.
    reworded.then_some(counterpart.score).filter(|&score| score > Score::ZERO)
}

fn same_words(comparison: &Comparison, a: SentenceId, b: SentenceId) -> bool {
    comparison.match_between(a, b).is_some_and(|found| found.relation == Relation::Identical)
        || comparison.wording(a) == comparison.wording(b)
}

fn marked(comparison: &Comparison, here: SentenceId, other: SentenceId) -> Marked {
    let Some(found) = comparison.match_between(here, other) else { return Marked::NOTHING };
    let text = comparison.wording(other);
    if comparison.wording(here).len().max(text.len()) > LONGEST_MARKED {
        return Marked::NOTHING;
    }
    match found.relation {
        Relation::Identical | Relation::Edited => {
            let stretches = differences::words(&comparison.wording(here), &text);
            let changed = stretches.into_iter().filter(|stretch| stretch.changed);
            Marked::Changed(changed.map(|stretch| stretch.span.trimmed(&text)).collect())
        }
        Relation::Partial | Relation::SameQuote => {
            let source = &comparison.articles[other.article];
            let inside = |at| source.in_wording(other.sentence, at);
            let runs = found.runs.iter().map(|run| if found.a == other { run.a } else { run.b });
            let mut common: Vec<Span> =
                runs.map(|run| Span::new(inside(run.start), inside(run.end))).collect();
            common.sort_unstable();
            Marked::Common(common)
        }
        Relation::Paraphrase => Marked::NOTHING,
    }
}
