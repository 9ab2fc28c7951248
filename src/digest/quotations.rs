//! Who is quoted, with which words, and by whom: direct quotations across the sources.

use std::collections::BTreeSet;

use super::speakers::{Speaker, speakers};
use crate::article::{Article, SentenceId, Span};
use crate::comparison::{Certainty, Comparison};
use crate::matching::quotations_of;
use crate::text::sets::DisjointSets;

/// So many words make a quotation; fewer are a term.
const FEWEST: usize = 3;
/// So much of the shorter of two quotations has to stand in the other, in words, to be the same.
const ALIKE: f64 = 0.6;

/// A direct quotation in one sentence of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quotation {
    /// The sentence.
    pub sentence: SentenceId,
    /// What stands between the quotation marks, in the article's text.
    pub spans: Vec<Span>,
    /// Who is said to speak, as far as that is told by a name beside a word such as "said".
    pub speaker: Option<String>,
}

/// One thing that was said, as the sources quote it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotationGroup {
    /// The quotations, in the order of the articles.
    pub quotations: Vec<Quotation>,
    /// The articles that have it.
    pub articles: BTreeSet<usize>,
    /// Whether named speakers differ.
    pub speakers_differ: bool,
}

/// The quotations of a story, those that are the same in one group, in the order of their first sentences.
#[must_use]
pub fn quotations(comparison: &Comparison) -> Vec<QuotationGroup> {
    let mut all: Vec<Quotation> = Vec::new();
    for (index, article) in comparison.articles.iter().enumerate() {
        all.extend(of_article(comparison, index, article));
    }
    let words: Vec<Vec<String>> = all.iter().map(|quotation| quoted_words(comparison, quotation)).collect();
    let mut sets = DisjointSets::new(all.len());
    for (at, quotation) in all.iter().enumerate() {
        let certain = comparison.matches_of(quotation.sentence);
        for pair in certain.filter(|pair| pair.certainty == Certainty::Certain) {
            let Some(other) = pair.other(quotation.sentence) else { continue };
            if let Ok(other) = all.binary_search_by_key(&other, |quotation| quotation.sentence)
                && alike(&words[at], &words[other])
            {
                sets.join(at, other);
            }
        }
    }
    let mut groups: Vec<QuotationGroup> = Vec::new();
    let mut group_of: Vec<Option<usize>> = vec![None; all.len()];
    for (at, quotation) in all.into_iter().enumerate() {
        let first = sets.least(at);
        let group = *group_of[first].get_or_insert_with(|| {
            groups.push(QuotationGroup {
                quotations: Vec::new(),
                articles: BTreeSet::new(),
                speakers_differ: false,
            });
            groups.len() - 1
        });
        groups[group].articles.insert(quotation.sentence.article);
        groups[group].quotations.push(quotation);
    }
    for group in &mut groups {
        let named: BTreeSet<String> = group
            .quotations
            .iter()
            .filter_map(|quotation| quotation.speaker.as_deref()?.split_whitespace().next_back())
            .map(str::to_lowercase)
            .collect();
        group.speakers_differ = named.len() > 1;
    }
    groups
}

/// The sentences of an article with a quotation of several words, that are its story.
fn of_article(comparison: &Comparison, index: usize, article: &Article) -> Vec<Quotation> {
    let quoted = quotations_of(article);
    let speakers = speakers(article, &quoted);
    let mut found = Vec::new();
    for (sentence, of) in article.sentences.iter().enumerate() {
        let id = SentenceId::new(index, sentence);
        if !comparison.takes_part(id) {
            continue;
        }
        let inside = |span: &Span| {
            let cut = Span::new(span.start.max(of.span.start), span.end.min(of.span.end));
            (!cut.is_empty()).then(|| cut.trimmed(&article.text))
        };
        let spans: Vec<Span> =
            quoted.iter().filter(|span| span.overlaps(of.span)).filter_map(inside).collect();
        let words = |span: &Span| span.of(&article.text).split_whitespace().count();
        if spans.iter().map(words).max().unwrap_or(0) >= FEWEST {
            let speaker = match speakers.get(sentence) {
                Some(Some(Speaker::Named(name))) => Some(name.clone()),
                _ => None,
            };
            found.push(Quotation { sentence: id, spans, speaker });
        }
    }
    found
}

/// The words of a quotation, folded.
fn quoted_words(comparison: &Comparison, quotation: &Quotation) -> Vec<String> {
    let text = &comparison.articles[quotation.sentence.article].text;
    let fold = |word: &str| -> String {
        word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let words = quotation.spans.iter().flat_map(|span| span.of(text).split_whitespace());
    words.map(fold).filter(|word| !word.is_empty()).collect()
}

/// Whether two quotations have most words of the shorter in common.
fn alike(a: &[String], b: &[String]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let many: BTreeSet<&String> = many.iter().collect();
    let common = few.iter().filter(|word| many.contains(word)).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    let share = common as f64 / few.len().max(1) as f64;
    share >= ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Settings, compare};

    #[test]
    fn the_same_words_are_one_quotation_whoever_is_said_to_speak() {
        let articles = vec![
            Article::from_text("a.txt", "\"We told them the pumps were broken,\" Captain Piet Cohen said.\n"),
            Article::from_text(
                "b.txt",
                "\"We told them the pumps were broken,\" said mate Anna Dow.\n\nThe mayor called it a \"sad day\" for the town.\n",
            ),
        ];
        let groups = quotations(&compare(articles, Settings::default()));
        assert_eq!(groups.len(), 1, "{groups:?}");
        let speakers: Vec<Option<&str>> =
            groups[0].quotations.iter().map(|quotation| quotation.speaker.as_deref()).collect();
        assert_eq!(speakers[0], Some("Captain Piet Cohen"));
        assert!(groups[0].articles.len() == 2);
    }

    #[test]
    fn names_are_found_on_either_side_of_the_verb() {
        let of = |text: &str| {
            let story = compare(vec![Article::from_text("a.txt", format!("{text}\n"))], Settings::default());
            quotations(&story).first().and_then(|group| group.quotations[0].speaker.clone())
        };
        assert_eq!(
            of("\"It was not our fault,\" said Jane Roe, who owns the ship.").as_deref(),
            Some("Jane Roe")
        );
        assert_eq!(of("Jane Roe said, \"It was not our fault at all.\"").as_deref(), Some("Jane Roe"));
        assert_eq!(of("But Roe said, \"It was not our fault at all.\"").as_deref(), Some("Roe"));
        assert_eq!(of("\"It was not our fault,\" he said."), None);
        assert_eq!(of("A sign read \"no smoking on board\" in red."), None);
    }
}
