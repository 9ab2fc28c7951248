//! How well scores tell the pairs that people joined from the others.

use parallax::matching::LogOdds;
use parallax::score::Score;

use crate::story::Story;

/// The precision at which a share found is quoted.
const PRECISE: f64 = 0.9;

/// A score with whether the labellers say the same of its pair.
pub type Scored = (Score, bool);

/// The scores of the pairs of a story, the highest first.
pub fn scored(story: &Story, weights: &LogOdds) -> Vec<Scored> {
    let mut scored: Vec<Scored> = story.pairs.iter().map(|pair| (pair.score(weights), pair.same)).collect();
    sort(&mut scored);
    scored
}

/// Puts the highest score first.
pub fn sort(scored: &mut [Scored]) {
    scored.sort_unstable_by(|a, b| b.cmp(a));
}

/// At each threshold, from the highest: precision, and the share of the `agreed` pairs that is found.
fn curve(scored: &[Scored], agreed: usize) -> impl Iterator<Item = (f64, f64)> {
    let (mut told, mut right) = (0, 0);
    // Pairs of the same score are told together.
    scored.chunk_by(|a, b| a.0 == b.0).map(move |same| {
        told += same.len();
        right += same.iter().filter(|pair| pair.1).count();
        (right as f64 / told as f64, right as f64 / agreed.max(1) as f64)
    })
}

/// Precision, averaged over the pairs that people joined; one that is not found counts 0.
pub fn average_precision(scored: &[Scored], agreed: usize) -> f64 {
    let mut before = 0.0;
    curve(scored, agreed)
        .map(|(precision, found)| precision * (found - std::mem::replace(&mut before, found)))
        .sum()
}

/// The greatest share found at a threshold from which on nine of ten are right.
pub fn found_precisely(scored: &[Scored], agreed: usize) -> f64 {
    curve(scored, agreed).filter(|point| point.0 >= PRECISE).map(|point| point.1).fold(0.0, f64::max)
}

/// Both figures for stories with the scores of their pairs: the first as a mean over the stories, the second at one
/// threshold for all.
pub fn of_stories(stories: &[(Vec<Scored>, usize)]) -> (f64, f64) {
    let sum: f64 = stories.iter().map(|(scored, agreed)| average_precision(scored, *agreed)).sum();
    let mut all: Vec<Scored> = stories.iter().flat_map(|(scored, _)| scored).copied().collect();
    sort(&mut all);
    let agreed = stories.iter().map(|(_, agreed)| agreed).sum();
    (sum / stories.len().max(1) as f64, found_precisely(&all, agreed))
}
