//! Who speaks in a sentence: a name beside a word such as "said", or somebody who is not named.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::article::{Article, Span};

/// The most words of a name.
const LONGEST_NAME: usize = 4;
/// So many words before and behind the verb somebody without a name is looked for.
const NEAR: usize = 5;
/// So many sentences may stand between "he said" and the one who was named last.
const REACH: usize = 3;

/// Words around who speaks.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Speech {
    /// Words that tell that somebody speaks.
    verbs: BTreeSet<String>,
    /// Words that stand where a name does, or before it, and are none.
    no_names: BTreeSet<String>,
    /// Words for somebody whose name was told before.
    pronouns: BTreeSet<String>,
    /// Words for people who speak and are not named.
    unnamed: BTreeSet<String>,
    /// What is written of those who say nothing.
    refusals: BTreeSet<String>,
}

/// The lists as they are built in; a test holds that they can be read.
static SPEECH: LazyLock<Speech> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/digest/speech.toml")).unwrap_or_default());

/// Who is said to speak.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// Somebody with a name.
    Named(String),
    /// Somebody without: "officials".
    Unnamed(String),
}

/// Who speaks in each sentence of an article, where that is told. `quotations` are the stretches between quotation marks.
///
/// A name is what stands with a capital directly before the verb, else behind it. "He said" is said of the one who was
/// named last as speaking, within a few sentences.
pub fn speakers(article: &Article, quotations: &[Span]) -> Vec<Option<Speaker>> {
    let mut last: Option<(usize, String)> = None;
    let mut told = Vec::with_capacity(article.sentences.len());
    for (number, sentence) in article.sentences.iter().enumerate() {
        let inside: Vec<Span> =
            quotations.iter().copied().filter(|span| span.overlaps(sentence.span)).collect();
        let speaker = match beside(article, sentence.span, &inside) {
            Some(Beside::Speaker(speaker)) => Some(speaker),
            Some(Beside::Pronoun) => last
                .as_ref()
                .filter(|(at, _)| number - at <= REACH)
                .map(|(_, name)| Speaker::Named(name.clone())),
            None => None,
        };
        if let Some(Speaker::Named(name)) = &speaker {
            last = Some((number, name.clone()));
        }
        told.push(speaker);
    }
    told
}

/// Whether a sentence says of somebody that they said nothing.
#[must_use]
pub fn is_refusal(wording: &str) -> bool {
    let wording = wording.to_lowercase().replace('\u{2019}', "'");
    SPEECH.refusals.iter().any(|phrase| wording.contains(phrase.as_str()))
}

/// What stands beside the verb.
enum Beside {
    Speaker(Speaker),
    Pronoun,
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

fn beside(article: &Article, sentence: Span, quotations: &[Span]) -> Option<Beside> {
    let words = outside(article, sentence, quotations);
    let small = |word: &&str| bare(word).to_lowercase();
    let verb = words.iter().position(|word| SPEECH.verbs.contains(&small(word)))?;
    let is_name = |word: &&&str| bare(word).starts_with(char::is_uppercase);
    let mut name: Vec<&str> =
        words[..verb].iter().rev().take_while(is_name).take(LONGEST_NAME).copied().collect();
    name.reverse();
    name.retain(|word| !SPEECH.no_names.contains(&small(word)));
    // Who stands directly before the verb speaks, named or not.
    let subject = words[..verb].last().map(small).unwrap_or_default();
    if name.is_empty() && SPEECH.unnamed.contains(&subject) {
        return Some(Beside::Speaker(Speaker::Unnamed(subject)));
    }
    if name.is_empty() && SPEECH.pronouns.contains(&subject) {
        return Some(Beside::Pronoun);
    }
    if name.is_empty() {
        for word in words.iter().skip(verb + 1).take(LONGEST_NAME).take_while(is_name) {
            name.push(word);
            // A comma ends a name.
            if word.ends_with([',', '.', ';']) {
                break;
            }
        }
        name.retain(|word| !SPEECH.no_names.contains(&small(word)));
    }
    if !name.is_empty() {
        let name: Vec<String> = name.into_iter().map(bare).collect();
        return Some(Beside::Speaker(Speaker::Named(name.join(" "))));
    }
    let behind = words.get(verb + 1).map(small).unwrap_or_default();
    if SPEECH.pronouns.contains(&behind) {
        return Some(Beside::Pronoun);
    }
    let near = words.iter().skip(verb + 1).take(NEAR);
    let before = words[..verb].iter().rev().take(NEAR);
    let unnamed = before.chain(near).map(small).find(|word| SPEECH.unnamed.contains(word));
    unnamed.map(|word| Beside::Speaker(Speaker::Unnamed(word)))
}

/// The words of a sentence that stand outside of quotations, and an empty one where a quotation stands.
fn outside<'a>(article: &'a Article, sentence: Span, quotations: &[Span]) -> Vec<&'a str> {
    let mut words: Vec<&str> = Vec::new();
    let mut at = sentence.start;
    let ends = quotations.iter().map(|span| (span.start, span.end)).chain([(sentence.end, sentence.end)]);
    for (start, end) in ends {
        let start = start.clamp(at, sentence.end);
        words.extend(Span::new(at, start).of(&article.text).split_whitespace());
        // What stands on either side of a quotation is not beside one another.
        words.push("");
        at = end.clamp(start, sentence.end);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::quotations_of;

    fn of(text: &str) -> Vec<Option<Speaker>> {
        let article = Article::from_text("a.txt", format!("{text}\n"));
        speakers(&article, &quotations_of(&article))
    }

    fn named(name: &str) -> Option<Speaker> {
        Some(Speaker::Named(name.to_owned()))
    }

    fn unnamed(word: &str) -> Option<Speaker> {
        Some(Speaker::Unnamed(word.to_owned()))
    }

    #[test]
    fn who_is_not_named_speaks_as_well() {
        assert_eq!(of("The gate was rotten, two harbour officials said Thursday."), [unnamed("officials")]);
        assert_eq!(
            of("Divers found nothing, according to what a spokeswoman told reporters."),
            [unnamed("spokeswoman")]
        );
        assert_eq!(of("Captain Piet Cohen said officials knew."), [named("Captain Piet Cohen")]);
        assert_eq!(of("The gate was rotten on Thursday."), [None]);
    }

    #[test]
    fn he_is_the_one_who_spoke_last() {
        let told = of(
            "The gate was rotten, Piet Cohen said. Nobody had looked at it. \"We were told to wait for spring,\" he said.",
        );
        assert_eq!(told, [named("Piet Cohen"), None, named("Piet Cohen")]);
        assert_eq!(of("\"We were told to wait for spring,\" he said."), [None]);
    }

    #[test]
    fn who_says_nothing_is_told() {
        assert!(is_refusal("The ministry did not respond to a request for comment."));
        assert!(is_refusal("A spokesman didn\u{2019}t return calls."));
        assert!(is_refusal("Die Polizei wollte sich nicht äußern."));
        assert!(!is_refusal("The mayor commented on the wreck."));
        assert!(!SPEECH.verbs.is_empty() && !SPEECH.no_names.is_empty());
    }
}
