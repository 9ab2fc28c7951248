//! Who is quoted, with which words, and by whom: direct quotations across the sources.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::article::{Article, SentenceId, Span};
use crate::comparison::{Certainty, Comparison};
use crate::matching::quotations_of;
use crate::text::sets::DisjointSets;

/// So many words make a quotation; fewer are a term.
const FEWEST: usize = 3;
/// So much of the shorter of two quotations has to stand in the other, in words, to be the same.
const ALIKE: f64 = 0.6;
/// The most words of a name.
const LONGEST_NAME: usize = 4;

/// Words around who speaks.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Speech {
    /// Words that tell that somebody speaks.
    verbs: BTreeSet<String>,
    /// Words that stand where a name does, or before it, and are none.
    no_names: BTreeSet<String>,
}

/// The lists as they are built in; a test holds that they can be read.
static SPEECH: LazyLock<Speech> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/digest/speech.toml")).unwrap_or_default());

/// A direct quotation in one sentence of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quotation {
    /// The sentence.
    pub sentence: SentenceId,
    /// What stands between the quotation marks, in the article's text.
    pub spans: Vec<Span>,
    /// Who is said to speak, as far as the sentence tells by a name beside a word such as "said".
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
            let speaker = speaker(article, of.span, &spans);
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

/// The name beside a word that tells that somebody speaks, outside of the quotations: before it, else behind it.
fn speaker(article: &Article, sentence: Span, quotations: &[Span]) -> Option<String> {
    let text = &article.text;
    let mut words: Vec<&str> = Vec::new();
    let mut at = sentence.start;
    let ends = quotations.iter().map(|span| (span.start, span.end)).chain([(sentence.end, sentence.end)]);
    for (start, end) in ends {
        words.extend(Span::new(at, start.max(at)).of(text).split_whitespace());
        // What stands on either side of a quotation is not beside one another.
        words.push("");
        at = end;
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let verb = words.iter().position(|word| SPEECH.verbs.contains(&bare(word).to_lowercase()))?;
    let is_name = |word: &&&str| bare(word).starts_with(char::is_uppercase);
    // A comma ends a name, unless it is the last sign of it.
    let before: Vec<&str> =
        words[..verb].iter().rev().take_while(is_name).take(LONGEST_NAME).copied().collect();
    let mut name: Vec<String> = before.iter().rev().map(|word| bare(word)).collect();
    if name.is_empty() {
        for word in words.iter().skip(verb + 1).take(LONGEST_NAME).take_while(is_name) {
            name.push(bare(word));
            if word.ends_with([',', '.', ';']) {
                break;
            }
        }
    }
    name.retain(|word| !SPEECH.no_names.contains(&word.to_lowercase()));
    (!name.is_empty()).then(|| name.join(" "))
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
        assert!(!SPEECH.verbs.is_empty() && !SPEECH.no_names.is_empty());
        assert_eq!(of("\"It was not our fault,\" he said."), None);
        assert_eq!(of("A sign read \"no smoking on board\" in red."), None);
    }
}
