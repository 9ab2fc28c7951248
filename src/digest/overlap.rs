//! How much of each source is found in each other one.

use crate::article::SentenceId;
use crate::comparison::{Certainty, Comparison};

/// What one article has in common with another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Overlap {
    /// The share of its words, 0..1, that stand in sentences with a certain match in the other.
    pub found: f64,
    /// The share of its words, 0..1, that stand in sentences which the other took over, or which were taken over from it.
    pub copied: f64,
    /// The words of the longest stretch that both have.
    pub longest: usize,
}

/// For each article, for each article: what the first has in common with the second; with itself nothing.
#[must_use]
pub fn overlaps(comparison: &Comparison) -> Vec<Vec<Overlap>> {
    let articles = comparison.articles.len();
    let mut overlaps = vec![vec![Overlap::default(); articles]; articles];
    for (article, row) in overlaps.iter_mut().enumerate() {
        let (mut all, mut found, mut copied) = (0, vec![0; articles], vec![0; articles]);
        for sentence in 0..comparison.articles[article].sentences.len() {
            let id = SentenceId::new(article, sentence);
            if !comparison.takes_part(id) {
                continue;
            }
            let words = words(&comparison.wording(id));
            all += words;
            let (mut here, mut taken) = (vec![false; articles], vec![false; articles]);
            for pair in comparison.matches_of(id).filter(|pair| pair.certainty == Certainty::Certain) {
                let Some(other) = pair.other(id) else { continue };
                here[other.article] = true;
                taken[other.article] |= pair.relation.is_reuse();
                let text = &comparison.articles[pair.a.article].text;
                let longest = pair.runs.iter().map(|run| self::words(run.a.of(text))).max().unwrap_or(0);
                row[other.article].longest = row[other.article].longest.max(longest);
            }
            for other in 0..articles {
                found[other] += if here[other] { words } else { 0 };
                copied[other] += if taken[other] { words } else { 0 };
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "counts of words")]
        let share = |words: usize| words as f64 / all.max(1) as f64;
        for other in (0..articles).filter(|&other| other != article) {
            row[other].found = share(found[other]);
            row[other].copied = share(copied[other]);
        }
    }
    overlaps
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::comparison::{Settings, compare};

    #[test]
    fn shares_are_of_the_first_and_stretches_of_both() {
        let common = "The ferry sank off Ellery on Friday night with nine people on board.";
        let articles = vec![
            Article::from_text("a.txt", format!("{common}\n")),
            Article::from_text(
                "b.txt",
                format!("{common}\n\nDivers will look at the wreck when the storm is over at last.\n"),
            ),
        ];
        let overlaps = overlaps(&compare(articles, Settings::default()));
        assert!((overlaps[0][1].found - 1.0).abs() < 1e-9);
        assert!((overlaps[1][0].found - 0.5).abs() < 0.05, "{overlaps:?}");
        assert_eq!((overlaps[0][1].longest, overlaps[1][0].longest), (13, 13));
        assert_eq!(overlaps[0][0], Overlap::default());
    }
}
