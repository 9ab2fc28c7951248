//! The story read once: the fullest article in its own order, with what the others add put in where it belongs.
//!
//! After the reading texts of collation (Dekker & Middell, "Computer-supported collation with CollateX", 2011), but of
//! statements, not of words: a sentence that others took over stands once, in its fullest wording.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{SentenceId, Span};
use crate::comparison::{Certainty, Comparison, Match, Relation};

/// So much of a sentence stands in another that took over a part of it, or more: then nothing is lost where it is folded.
const HELD: f64 = 0.85;

/// The story read once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merged {
    /// The index of the fullest article, whose order the story is told in.
    pub base: usize,
    /// Its lines, in order.
    pub lines: Vec<MergedLine>,
    /// How many sentences all articles have that are their story.
    pub sentences: usize,
}

/// What a line is to the one that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum LineKind {
    /// It is told in the fullest article.
    Told,
    /// Only others tell it.
    Added,
    /// It says what the line above says, in other words or in part.
    Reworded(Relation),
    /// It says differently what the line above says.
    Disputed,
}

impl LineKind {
    /// Whether the line belongs to the one above it.
    #[must_use]
    pub const fn is_below(self) -> bool {
        matches!(self, Self::Reworded(_) | Self::Disputed)
    }
}

/// A line of the merged story.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MergedLine {
    /// The sentence that is shown: of those that are folded into one the longest.
    pub sentence: SentenceId,
    /// What it is.
    pub kind: LineKind,
    /// The articles that have it, this one or one that is folded into it.
    pub articles: BTreeSet<usize>,
    /// The sentences that it stands for beside itself.
    pub folded: Vec<SentenceId>,
}

impl Merged {
    /// The lines that have to be read to know all that is said: what says the line above in other words is none of them.
    #[must_use]
    pub fn to_read(&self) -> usize {
        self.lines.iter().filter(|line| !matches!(line.kind, LineKind::Reworded(_))).count()
    }

    /// How much reading it is: those as a share of all sentences, 0..1; 1 where there is nothing to read.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of sentences")]
    pub fn share(&self) -> f64 {
        if self.sentences == 0 { 1.0 } else { self.to_read() as f64 / self.sentences as f64 }
    }
}

/// A statement on its way into the story.
struct Head {
    first: SentenceId,
    added: bool,
    folded: Vec<SentenceId>,
    below: Vec<(LineKind, SentenceId)>,
    /// The statement behind it.
    next: Option<usize>,
}

/// The story of a comparison, read once. Every sentence that is neither off-topic nor a repeat is a line, or folded into
/// one that holds it.
#[must_use]
pub fn merged(comparison: &Comparison) -> Merged {
    let story: Vec<Vec<SentenceId>> = (0..comparison.articles.len())
        .map(|article| {
            let sentences = 0..comparison.articles[article].sentences.len();
            let ids = sentences.map(|sentence| SentenceId::new(article, sentence));
            ids.filter(|&id| comparison.takes_part(id)).collect()
        })
        .collect();
    let fullest = |&article: &usize| (story[article].len(), std::cmp::Reverse(article));
    let Some(base) = (0..story.len()).max_by_key(fullest) else { return Merged::default() };
    let mut order: Vec<usize> = (0..story.len()).filter(|&article| article != base).collect();
    order.sort_by_key(|&article| std::cmp::Reverse(fullest(&article)));

    let mut heads: Vec<Head> = Vec::new();
    let mut head_of: BTreeMap<SentenceId, usize> = BTreeMap::new();
    let mut last: Option<usize> = None;
    for &id in &story[base] {
        last = Some(put_behind(&mut heads, last, id, false));
        head_of.extend(last.map(|head| (id, head)));
    }
    for article in order {
        // What stands before everything that others have comes behind the first line, a headline.
        let mut before = if heads.is_empty() { None } else { Some(0) };
        for &id in &story[article] {
            let known = comparison
                .matches_of(id)
                .filter(|found| found.certainty == Certainty::Certain)
                .find_map(|found| Some((found, *head_of.get(&found.other(id)?)?)));
            let head = match known {
                Some((found, head)) => {
                    join(comparison, &mut heads[head], id, found);
                    head
                }
                None => put_behind(&mut heads, before, id, true),
            };
            head_of.insert(id, head);
            before = Some(head);
        }
    }
    let sentences = story.iter().map(Vec::len).sum();
    Merged { base, lines: lines(comparison, heads), sentences }
}

/// Puts a statement of its own behind another one.
fn put_behind(heads: &mut Vec<Head>, before: Option<usize>, first: SentenceId, added: bool) -> usize {
    let index = heads.len();
    let next = before.and_then(|before| heads[before].next.replace(index));
    heads.push(Head { first, added, folded: Vec::new(), below: Vec::new(), next });
    index
}

/// Takes a sentence into a statement: folded where its first sentence holds it or is held by it, else below that.
fn join(comparison: &Comparison, head: &mut Head, id: SentenceId, found: &Match) {
    let with_first = comparison.match_between(id, head.first);
    if with_first.is_some_and(|found| is_held(comparison, found)) {
        return head.folded.push(id);
    }
    let kind = match with_first.unwrap_or(found) {
        found if found.is_disputed() => LineKind::Disputed,
        found => LineKind::Reworded(found.relation),
    };
    head.below.push((kind, id));
}

/// Whether one of two sentences holds the other: they are the same but for light edits, or the shorter stands in the
/// longer, and they don't disagree.
fn is_held(comparison: &Comparison, found: &Match) -> bool {
    if found.certainty != Certainty::Certain || !found.disagreements.is_empty() {
        return false;
    }
    match found.relation {
        Relation::Identical | Relation::Edited => true,
        Relation::Partial | Relation::SameQuote => {
            let length = |id| comparison.wording(id).len();
            let (a, b) = (length(found.a), length(found.b));
            let of_shorter = |span: (Span, Span)| if a <= b { span.0.len() } else { span.1.len() };
            let common: usize = found.runs.iter().map(|run| of_shorter((run.a, run.b))).sum();
            #[expect(clippy::cast_precision_loss, reason = "lengths of sentences")]
            let share = common as f64 / a.min(b).max(1) as f64;
            share >= HELD
        }
        _ => false,
    }
}

fn lines(comparison: &Comparison, heads: Vec<Head>) -> Vec<MergedLine> {
    let mut lines: Vec<MergedLine> = Vec::new();
    let mut at = if heads.is_empty() { None } else { Some(0) };
    while let Some(head) = at.and_then(|at| heads.get(at)) {
        let mut members: Vec<SentenceId> =
            std::iter::once(head.first).chain(head.folded.iter().copied()).collect();
        let length = |id: &SentenceId| comparison.wording(*id).len();
        // Of wordings of one length that of the fullest article.
        let longest = (0..members.len()).rev().max_by_key(|&at| length(&members[at])).unwrap_or(0);
        let sentence = members.remove(longest);
        let kind = if head.added { LineKind::Added } else { LineKind::Told };
        let begin = lines.len() + 1;
        lines.push(line(sentence, kind, members));
        for &(kind, id) in &head.below {
            let mut above = begin..lines.len();
            let same = above.find(|&above| {
                let found = comparison.match_between(id, lines[above].sentence);
                found.is_some_and(|found| is_held(comparison, found))
            });
            match same {
                Some(same) => {
                    lines[same].folded.push(id);
                    lines[same].articles.insert(id.article);
                }
                None => lines.push(line(id, kind, Vec::new())),
            }
        }
        at = head.next;
    }
    lines
}

fn line(sentence: SentenceId, kind: LineKind, folded: Vec<SentenceId>) -> MergedLine {
    let articles = folded.iter().chain([&sentence]).map(|id| id.article).collect();
    MergedLine { sentence, kind, articles, folded }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Settings, compare};

    #[test]
    fn every_sentence_of_the_story_is_a_line_or_folded_into_one_that_holds_it() {
        let story = compare(crate::sample::articles(), Settings::default());
        let merged = merged(&story);
        let mut seen: Vec<SentenceId> = merged
            .lines
            .iter()
            .flat_map(|line| line.folded.iter().chain([&line.sentence]))
            .copied()
            .collect();
        seen.sort_unstable();
        let all: Vec<SentenceId> = story.sentences().filter(|&id| story.takes_part(id)).collect();
        assert_eq!(seen, all);
        assert_eq!(merged.sentences, all.len());
        // It saves a third of the reading of the sample story.
        assert!(merged.share() <= 0.667, "{} of {}", merged.to_read(), merged.sentences);
        let told = merged
            .lines
            .iter()
            .filter(|line| line.kind == LineKind::Told)
            .map(|line| line.articles.contains(&merged.base));
        assert!(told.into_iter().all(|told| told));
    }
}
