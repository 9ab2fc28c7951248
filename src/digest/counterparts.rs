//! What the other articles have for a sentence.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::article::SentenceId;
use crate::comparison::{Certainty, Comparison, Match, Relation, Score, Via};

/// A sentence that says the same as another one, surely or perhaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counterpart {
    /// Which sentence.
    pub id: SentenceId,
    /// How it relates to the other one.
    pub relation: Relation,
    /// How sure it is that it says the same.
    pub certainty: Certainty,
    /// How sure the match is; zero between two sentences of one article.
    pub score: Score,
    /// Whether it surely says the same and disagrees in something.
    pub disputed: bool,
    /// Whether the user says that it says the same.
    pub by_hand: bool,
}

impl Counterpart {
    /// What a match has on the other side from `id`, when `id` is one of the two.
    #[must_use]
    pub fn of(found: &Match, id: SentenceId) -> Option<Self> {
        let Match { relation, certainty, score, .. } = *found;
        let (disputed, by_hand) = (found.is_disputed(), found.via == Via::Correction);
        found.other(id).map(|id| Self { id, relation, certainty, score, disputed, by_hand })
    }

    /// How likely it says the same, where no wording was taken over that would prove it and nobody said so; none where
    /// nothing was scored, as between two sentences of one article.
    #[must_use]
    pub fn likely(&self) -> Option<Score> {
        let proved = self.by_hand || self.certainty == Certainty::Certain && self.relation.is_reuse();
        Some(self.score).filter(|&score| !proved && score > Score::ZERO)
    }
}

/// The surest match of a sentence in each other article, the surest first.
///
/// # Panics
/// When the story has no such sentence.
pub fn best_in_each(comparison: &Comparison, id: SentenceId) -> impl Iterator<Item = Counterpart> {
    let mut seen = BTreeSet::new();
    let counterparts = comparison.matches_of(id).filter_map(move |found| Counterpart::of(found, id));
    counterparts.filter(move |found| seen.insert(found.id.article))
}

/// The counterparts of one sentence, by article, the best first.
///
/// A sentence that others surely repeat has only those: what is merely possible beside them would make
/// the columns restless. Where nothing is sure, the likeliest sentence of each article stands for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counterparts {
    by_article: Vec<Vec<Counterpart>>,
    /// The place of each within its article: there may be thousands.
    places: BTreeMap<SentenceId, usize>,
    possible: Vec<Counterpart>,
}

impl Counterparts {
    /// The counterparts of a sentence, from its matches and from what its own article says again.
    #[must_use]
    pub fn of(comparison: &Comparison, id: SentenceId) -> Self {
        let mut by_article: Vec<Vec<Counterpart>> = vec![Vec::new(); comparison.articles.len()];
        let mut known = BTreeSet::from([id]);
        for found in comparison.matches_of(id) {
            if let Some(counterpart) = Counterpart::of(found, id) {
                known.insert(counterpart.id);
                by_article[counterpart.id.article].push(counterpart);
            }
        }
        for &statement in &comparison.finding(id).statements {
            let members = &comparison.statements[statement].sentences;
            // What another article says without a match of its own is not said to be the same.
            for &member in members.iter().filter(|member| member.article == id.article) {
                if known.insert(member) {
                    by_article[member.article].push(Counterpart {
                        id: member,
                        relation: Relation::Paraphrase,
                        certainty: Certainty::Certain,
                        score: Score::ZERO,
                        disputed: false,
                        by_hand: false,
                    });
                }
            }
        }
        let is_sure = |found: &Counterpart| found.certainty == Certainty::Certain;
        let some_are_sure = by_article.iter().flatten().any(is_sure);
        let mut possible = Vec::new();
        for counterparts in &mut by_article {
            counterparts.sort_by_key(|found| (found.certainty, Reverse(found.score), found.id));
            let (kept, aside): (Vec<_>, Vec<_>) = if some_are_sure {
                counterparts.iter().copied().partition(is_sure)
            } else {
                let behind = counterparts.split_off(counterparts.len().min(1));
                (std::mem::take(counterparts), behind)
            };
            *counterparts = kept;
            possible.extend(aside);
        }
        let places = by_article.iter().flat_map(|of| of.iter().enumerate());
        let places = places.map(|(place, counterpart)| (counterpart.id, place)).collect();
        Self { by_article, places, possible }
    }

    /// What is possible beside those that [`Self::within`] the articles stand for the sentence.
    #[must_use]
    pub fn possible(&self) -> &[Counterpart] {
        &self.possible
    }

    /// Whether nothing that was found is sure.
    #[must_use]
    pub fn only_possible(&self) -> bool {
        self.all().all(|found| found.certainty == Certainty::Possible)
    }

    /// Those in one article, the best first.
    #[must_use]
    pub fn within(&self, article: usize) -> &[Counterpart] {
        self.by_article.get(article).map_or(&[], Vec::as_slice)
    }

    /// All of them, article by article.
    pub fn all(&self) -> impl Iterator<Item = &Counterpart> {
        self.by_article.iter().flatten()
    }

    /// A sentence as a counterpart, if it is one.
    #[must_use]
    pub fn get(&self, id: SentenceId) -> Option<&Counterpart> {
        self.within(id.article).get(*self.places.get(&id)?)
    }

    /// Whether there is none at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_article.iter().all(Vec::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Settings, compare};

    #[test]
    fn what_is_merely_possible_never_stands_beside_what_is_sure() {
        let story = compare(crate::sample::articles(), Settings::default());
        let (mut sure, mut unsure) = (0, 0);
        for id in story.sentences() {
            let counterparts = Counterparts::of(&story, id);
            let matches = story.matches_of(id);
            let (certain, possible): (Vec<_>, Vec<_>) =
                matches.partition(|found| found.certainty == Certainty::Certain);
            if certain.is_empty() {
                unsure += possible.len();
                let most = (0..story.articles.len()).map(|article| counterparts.within(article).len()).max();
                assert!(most <= Some(1), "{id:?}");
            } else {
                sure += 1;
                assert!(counterparts.all().all(|found| found.certainty == Certainty::Certain));
            }
            // Nothing is lost, only told apart.
            let kept = counterparts.all().chain(counterparts.possible()).count();
            assert!(kept >= certain.len() + possible.len());
        }
        assert!(sure > 0 && unsure > 0);
    }
}
