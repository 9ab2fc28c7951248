//! What each source tells its story with: who speaks, who is not named, who says nothing, what it leads with. Counts, no
//! grades.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::speakers::{Speaker, is_refusal, speakers};
use crate::article::{Role, SentenceId, Span};
use crate::comparison::{Certainty, Comparison};
use crate::facts::{self, Value};
use crate::lexis::{Lexis, TokenKind};
use crate::matching::quotations_of;

/// What a source tells its story with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Profile {
    /// Sentences of its text, without headlines, captions and whatever is not the story.
    pub sentences: usize,
    /// Words of these.
    pub words: usize,
    /// Direct quotations.
    pub quotations: usize,
    /// Words between quotation marks.
    pub quoted_words: usize,
    /// Who is named as speaking, and in how many sentences, the most first.
    pub named: Vec<(String, usize)>,
    /// Who speaks without a name, and in how many sentences, the most first.
    pub unnamed: Vec<(String, usize)>,
    /// Sentences that say of somebody that they said nothing.
    pub refusals: Vec<SentenceId>,
    /// Names of people, places and organisations, and how often, the most first.
    pub names: Vec<(String, usize)>,
    /// Dates, days and times, as they are printed, each once, in order.
    pub times: Vec<String>,
    /// The first sentence of its text.
    pub lead: Option<SentenceId>,
    /// Where it has what each other source leads with.
    pub leads_elsewhere: Vec<LeadElsewhere>,
}

/// Where a source has what another one leads with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeadElsewhere {
    /// The other one.
    pub article: usize,
    /// The place among the sentences of its text, from 1; none where it does not have it.
    pub place: Option<usize>,
}

/// What each source tells its story with, in the order of the articles.
#[must_use]
pub fn profiles(comparison: &Comparison) -> Vec<Profile> {
    let lexis = Lexis::of(&comparison.articles);
    let texts: Vec<Vec<SentenceId>> =
        (0..comparison.articles.len()).map(|article| text_of(comparison, article)).collect();
    (0..texts.len()).map(|article| profile(comparison, &lexis, &texts, article)).collect()
}

/// The sentences of an article's text that are its story.
fn text_of(comparison: &Comparison, index: usize) -> Vec<SentenceId> {
    let article = &comparison.articles[index];
    let is_text = |id: &SentenceId| {
        let block = article.sentences[id.sentence].block;
        let role = article.blocks.get(block).map(|block| block.role);
        comparison.takes_part(*id) && matches!(role, Some(Role::Body | Role::ListItem))
    };
    (0..article.sentences.len()).map(|sentence| SentenceId::new(index, sentence)).filter(is_text).collect()
}

fn profile(comparison: &Comparison, lexis: &Lexis, texts: &[Vec<SentenceId>], index: usize) -> Profile {
    let (article, text) = (&comparison.articles[index], &texts[index]);
    let quoted = quotations_of(article);
    let speakers = speakers(article, &quoted);
    let mut profile = Profile { sentences: text.len(), lead: text.first().copied(), ..Profile::default() };
    let (mut named, mut unnamed) = (BTreeMap::new(), BTreeMap::new());
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for &id in text {
        let wording = comparison.wording(id);
        let span = article.sentences[id.sentence].span;
        profile.words += wording.split_whitespace().count();
        match speakers.get(id.sentence) {
            Some(Some(Speaker::Named(name))) => *named.entry(name.clone()).or_default() += 1,
            Some(Some(Speaker::Unnamed(word))) => *unnamed.entry(word.clone()).or_default() += 1,
            _ => {}
        }
        if is_refusal(&wording) {
            profile.refusals.push(id);
        }
        let facts = facts::of(lexis.tokens(id), &article.text, span, lexis.language_of(article));
        let times: Vec<Span> =
            facts.iter().filter(|fact| is_time(&fact.value)).map(|fact| fact.span).collect();
        for time in &times {
            let printed = time.of(&article.text).to_owned();
            if !profile.times.contains(&printed) {
                profile.times.push(printed);
            }
        }
        let is_time = |name: &Span| times.iter().any(|time| time.overlaps(*name));
        for name in names_in(lexis, &article.text, id).into_iter().filter(|name| !is_time(name)) {
            *names.entry(as_name(&article.text, name)).or_default() += 1;
        }
    }
    let whole = text.first().zip(text.last()).map(|(first, last)| {
        Span::new(article.sentences[first.sentence].span.start, article.sentences[last.sentence].span.end)
    });
    for span in quoted.iter().filter(|span| whole.is_some_and(|whole| whole.contains(**span))) {
        profile.quotations += 1;
        profile.quoted_words += span.of(&article.text).split_whitespace().count();
    }
    profile.named = by_surname(named);
    profile.unnamed = most_first(unnamed);
    profile.names = most_first(names);
    let others = (0..texts.len()).filter(|&other| other != index);
    profile.leads_elsewhere = others
        .filter_map(|other| {
            let lead = *texts.get(other)?.first()?;
            Some(LeadElsewhere { article: other, place: place_of(comparison, text, lead) })
        })
        .collect();
    profile
}

/// The place of what another source says, among some sentences, from 1.
fn place_of(comparison: &Comparison, text: &[SentenceId], other: SentenceId) -> Option<usize> {
    let says = |id: &SentenceId| {
        comparison.match_between(*id, other).is_some_and(|found| found.certainty == Certainty::Certain)
    };
    text.iter().position(says).map(|at| at + 1)
}

const fn is_time(value: &Value) -> bool {
    matches!(
        value,
        Value::Clock(_) | Value::Weekday(_) | Value::Date { .. } | Value::Month(..) | Value::Year(_)
    )
}

/// The names in a sentence: words that are names, as far as nothing but a blank stands between them.
fn names_in(lexis: &Lexis, text: &str, id: SentenceId) -> Vec<Span> {
    let mut names: Vec<Span> = Vec::new();
    let is_name = |kind| matches!(kind, TokenKind::Name | TokenKind::GivenName);
    for token in lexis.tokens(id).iter().filter(|token| is_name(token.kind)) {
        let span = token.span();
        match names.last_mut() {
            Some(last) if last.end <= span.start && Span::new(last.end, span.start).of(text) == " " => {
                last.end = span.end;
            }
            _ => names.push(span),
        }
    }
    names
}

/// A name as it is told: without the sign of possession, with the last point of an abbreviation.
fn as_name(text: &str, span: Span) -> String {
    let name = span.of(text);
    let bare = ["'s", "\u{2019}s", "'", "\u{2019}"].into_iter().find_map(|ending| name.strip_suffix(ending));
    let name = bare.unwrap_or(name);
    let abbreviated = name.contains('.') && text.get(span.end..).is_some_and(|rest| rest.starts_with('.'));
    if abbreviated { format!("{name}.") } else { name.to_owned() }
}

/// A surname alone counts for the one who was named with it.
fn by_surname(counts: BTreeMap<String, usize>) -> Vec<(String, usize)> {
    let mut joined: BTreeMap<String, usize> = BTreeMap::new();
    let full = |name: &str| {
        let ends_so = |other: &&String| other.len() > name.len() && other.ends_with(&format!(" {name}"));
        let mut with: Vec<&String> = counts.keys().filter(ends_so).collect();
        with.sort_by_key(|other| Reverse(other.len()));
        with.first().map_or_else(|| name.to_owned(), |other| (*other).clone())
    };
    for (name, count) in &counts {
        *joined.entry(full(name)).or_default() += count;
    }
    most_first(joined)
}

fn most_first(counts: BTreeMap<String, usize>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::comparison::{Settings, compare};

    #[test]
    fn speakers_refusals_and_leads_are_counted() {
        let gate = "The rotten gate at Harper Bend broke on Monday, officials said.";
        let wait = "\"We were told to wait for the spring,\" Mayor Jane Roe said.";
        let articles = vec![
            Article::from_text(
                "a.txt",
                format!(
                    "Flood in the valley\n\n{gate} {wait}\n\n\"I am sorry for that,\" Roe said. The ministry declined to comment.\n"
                ),
            ),
            Article::from_text(
                "b.txt",
                format!(
                    "Water in the valley\n\n{wait}\n\nHundreds of people left their houses in the night. {gate}\n"
                ),
            ),
        ];
        let profiles = profiles(&compare(articles, Settings::default()));
        let first = &profiles[0];
        assert_eq!((first.sentences, first.quotations, first.refusals.len()), (4, 2, 1));
        assert_eq!(first.named, [("Mayor Jane Roe".to_owned(), 2)]);
        assert_eq!(first.unnamed, [("officials".to_owned(), 1)]);
        assert_eq!(first.times, ["Monday"]);
        assert!(first.names.iter().any(|(name, _)| name == "Harper Bend"), "{:?}", first.names);
        assert_eq!(first.leads_elsewhere[0].place, Some(2));
        assert_eq!(profiles[1].leads_elsewhere[0].place, Some(3));
    }
}
