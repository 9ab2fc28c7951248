//! The pairs of a labelled story, with the evidence that the library gathers of them.

use parallax::article::Article;
use parallax::comparison::{Settings, compare};
use parallax::lexis::{Lexis, Thesaurus, Weights};
use parallax::matching::{self, Features, LogOdds};
use parallax::score::Score;

use crate::gold::Gold;

/// Which of the library's tables help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    All,
    WithoutThesaurus,
    WithoutBackground,
}

/// A pair that was judged.
pub struct Pair {
    pub features: Features,
    least: Score,
    /// Whether the labellers say that it says the same.
    pub same: bool,
}

impl Pair {
    /// What it scores by these weights.
    pub fn score(&self, weights: &LogOdds) -> Score {
        weights.score(&self.features).max(self.least)
    }
}

/// A story, or two articles of one.
pub struct Story {
    pub name: String,
    pub pairs: Vec<Pair>,
    /// How many pairs the labellers agree on; not all of them are among `pairs`.
    pub agreed: usize,
}

impl Story {
    /// The pairs of a whole story.
    pub fn of(gold: &Gold, tables: Tables) -> Self {
        let all: Vec<usize> = (0..gold.articles.len()).collect();
        Self { name: gold.name.clone(), pairs: pairs(gold, &all, tables), agreed: gold.agreed(None) }
    }

    /// The pairs of each two articles of a story, compared alone, put together.
    pub fn by_two(gold: &Gold) -> Self {
        let mut story = Self { name: gold.name.clone(), pairs: Vec::new(), agreed: 0 };
        for a in 0..gold.articles.len() {
            for b in a + 1..gold.articles.len() {
                story.pairs.extend(pairs(gold, &[a, b], Tables::All));
                story.agreed += gold.agreed(Some([a, b]));
            }
        }
        story
    }
}

/// The judged pairs of some articles of a story; without those that people differ about.
fn pairs(gold: &Gold, numbers: &[usize], tables: Tables) -> Vec<Pair> {
    let articles: Vec<Article> = numbers.iter().map(|&number| gold.articles[number].clone()).collect();
    let comparison = compare(articles, Settings::default());
    let articles = &comparison.articles;
    let lexis = Lexis::of(articles);
    let takes_part = |id| comparison.takes_part(id);
    let thesaurus = match tables {
        Tables::WithoutThesaurus => Thesaurus::default(),
        Tables::All | Tables::WithoutBackground => Thesaurus::new(&lexis),
    };
    let weights = match tables {
        Tables::WithoutBackground => Weights::without_background(articles, &lexis, takes_part),
        Tables::All | Tables::WithoutThesaurus => Weights::new(articles, &lexis, takes_part),
    };
    let judged = matching::evidence(articles, &lexis, takes_part, &thesaurus, &weights);
    judged
        .into_iter()
        .filter_map(|pair| {
            let [a, b] = [pair.a, pair.b].map(|mut id| {
                id.article = numbers[id.article];
                id
            });
            let same = gold.same(a, b)?;
            Some(Pair { features: pair.features, least: pair.least, same })
        })
        .collect()
}
