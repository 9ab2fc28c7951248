//! What led to the verdict on each line, for those who want to see it.

use super::case::Case;
use super::clues::{self, CLUES, Clue};
use super::flag::OffTopic;
use super::judge;
use super::page::Page;
use super::parts;
use super::phrases;
use super::support::Support;
use crate::article::{Article, Span};

/// What led to the verdict on a block.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Whether its page was pasted whole; otherwise it is an article as somebody extracted it.
    pub whole_page: bool,
    /// The clues that add or take away something, in the order in which they are added up.
    pub contributions: Vec<Contribution>,
    /// The sum of the contributions, in logits: from 0 on they make the block off-topic.
    pub sum: f32,
    /// What settled it, in words: the contributions, or something that overrules them.
    pub ruling: &'static str,
    /// Whether the contributions settled it.
    pub by_contributions: bool,
    /// The phrase of newspapers on it.
    pub phrase: Option<FoundPhrase>,
    /// Its flag, if it is off-topic.
    pub flag: Option<OffTopic>,
}

/// What a clue adds to the sum of a line.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The name of the clue.
    pub name: &'static str,
    /// What it finds: goes on from "the line …".
    pub finds: &'static str,
    /// What it adds, in logits: above 0 it speaks against the line.
    pub gain: f32,
}

/// A phrase of newspapers on a line.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPhrase {
    /// As the line prints it.
    pub printed: String,
    /// The group of the lexicon that it belongs to: `assets/offtopic/phrases.toml`.
    pub group: &'static str,
    /// What the group is for, in a sentence.
    pub finds: &'static str,
    /// What it proves.
    pub proof: &'static str,
}

/// The name of each clue, and what it finds.
#[doc(hidden)]
pub fn clues() -> impl Iterator<Item = (&'static str, &'static str)> {
    CLUES.iter().map(|clue| (clue.name, clue.finds))
}

/// Explains the verdicts on an article's blocks.
pub(super) fn of(article: &Article, page: &Page, support: &Support) -> Vec<Explanation> {
    let verdicts = judge::page(article, page, support).into_iter().enumerate();
    verdicts
        .map(|(index, verdict)| {
            let case = Case { page, support, index };
            let contribution =
                |(clue, gain): (&Clue, f32)| Contribution { name: clue.name, finds: clue.finds, gain };
            Explanation {
                whole_page: page.raw,
                contributions: clues::gains(&case)
                    .filter(|&(_, gain)| gain != 0.0)
                    .map(contribution)
                    .collect(),
                sum: clues::sum(&case),
                ruling: verdict.ruling.words(),
                by_contributions: verdict.ruling == judge::Ruling::Clues,
                phrase: case.line().phrase.map(|found| FoundPhrase {
                    printed: printed(article, index, found.span),
                    group: found.group,
                    finds: phrases::finds(found.group),
                    proof: found.proof.name(),
                }),
                flag: verdict.flag,
            }
        })
        .collect()
}

/// Explains the verdict on a block that is no part of the article on its web page.
pub(super) fn of_page_part(article: &Article, block: usize) -> Explanation {
    Explanation {
        whole_page: true,
        contributions: Vec::new(),
        sum: 0.0,
        ruling: judge::Ruling::Markup.words(),
        by_contributions: false,
        phrase: None,
        flag: parts::flag(article, block),
    }
}

/// What stands under a span of a line, on one line.
fn printed(article: &Article, index: usize, span: Span) -> String {
    let text = super::line::text(article, index);
    span.of(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
