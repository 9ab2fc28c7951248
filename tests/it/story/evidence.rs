//! The evidence that weights are fitted to is that which the program judges by.

use parallax::comparison::{Settings, compare};
use parallax::lexis::{Lexis, Thesaurus, Weights};
use parallax::matching::{self, LogOdds};

#[test]
fn scores_follow_from_the_evidence_and_its_bounds() {
    let comparison = compare(parallax::sample::articles(), Settings::default());
    let articles = &comparison.articles;
    let lexis = Lexis::of(articles);
    let takes_part = |id| comparison.takes_part(id);
    let weights = Weights::new(articles, &lexis, takes_part);
    let judged = matching::evidence(articles, &lexis, takes_part, &Thesaurus::new(&lexis), &weights);
    let scored = comparison.matches.iter();
    assert!(scored.clone().count() > 50);
    for found in scored {
        let pair = judged.iter().find(|pair| (pair.a, pair.b) == (found.a, found.b)).unwrap();
        let likely = LogOdds::in_story_of(articles.len()).score(&pair.features);
        assert_eq!(likely.max(pair.least), found.score, "{found:?}");
    }
}
