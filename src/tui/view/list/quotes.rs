//! The view Quotes: who is quoted with which words, and by whom.

use std::collections::BTreeSet;

use super::{List, Listing, Row};
use crate::article::{SentenceId, Span};
use crate::comparison::{Comparison, DisagreementKind};
use crate::digest::{self, Quotation, QuotationGroup};
use crate::say::{Sign, badge_within, count, letter, one_line};
use crate::tui::env::Charset;
use crate::tui::keymap::Context;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;
use crate::tui::view::View;

/// The section of its keys.
pub const QUOTES: Context = Context("quotes");
/// The most letters of a badge.
const BADGE: usize = 8;

/// What the view shows.
#[derive(Debug)]
struct Quotations;

/// Looks at the quotations of a story for the first time.
pub fn open_quotes(story: &mut Story, scene: &Scene) -> Box<dyn View> {
    Box::new(List::new(Quotations, story, scene))
}

impl Listing for Quotations {
    fn context(&self) -> Context {
        QUOTES
    }

    fn rows(&self, comparison: &Comparison, _charset: Charset) -> Vec<Row> {
        let mut rows = Vec::new();
        for group in digest::quotations(comparison) {
            if !rows.is_empty() {
                rows.push(Row::blank());
            }
            rows.push(Row::heading(heading(&group)));
            let all: Vec<SentenceId> = group.quotations.iter().map(|quotation| quotation.sentence).collect();
            let mut shown: Vec<(usize, Row)> = Vec::new();
            for quotation in &group.quotations {
                // The same words in another source are one row.
                let same = shown.iter_mut().find(|(of, _)| {
                    let other = &group.quotations[*of];
                    quoted(comparison, other) == quoted(comparison, quotation)
                        && frame(comparison, other) == frame(comparison, quotation)
                });
                match same {
                    Some((_, row)) => {
                        let mut articles: BTreeSet<usize> =
                            row.sentences.iter().map(|id| id.article).collect();
                        articles.insert(quotation.sentence.article);
                        row.badge = badge_within(&articles, BADGE);
                        row.sentences.push(quotation.sentence);
                    }
                    None => {
                        let at = shown.len();
                        let of = group.quotations.iter().position(|other| other == quotation).unwrap_or(at);
                        shown.push((of, row(comparison, quotation)));
                    }
                }
            }
            rows.extend(shown.into_iter().map(|(_, row)| Row { sentences: all.clone(), ..row }));
        }
        rows
    }

    fn summary(&self, comparison: &Comparison) -> String {
        let groups = digest::quotations(comparison);
        let alone = groups.iter().filter(|group| group.articles.len() == 1).count();
        let changed = groups.iter().filter(|group| is_changed(comparison, group)).count();
        format!(
            "{}: {alone} in one source only, {changed} with changed words",
            count(groups.len(), "quotation")
        )
    }

    fn nothing(&self) -> &'static str {
        "nobody is quoted here with more than two words"
    }
}

/// Who speaks, and how many have it.
fn heading(group: &QuotationGroup) -> String {
    let mut speakers: Vec<&str> =
        group.quotations.iter().filter_map(|quotation| quotation.speaker.as_deref()).collect();
    speakers.sort_by_key(|speaker| std::cmp::Reverse(speaker.len()));
    let who = if group.speakers_differ {
        let mut named: Vec<String> = Vec::new();
        for quotation in &group.quotations {
            let Some(speaker) = &quotation.speaker else { continue };
            let told = format!("{speaker} ({})", letter(quotation.sentence.article));
            if !named.contains(&told) {
                named.push(told);
            }
        }
        format!("who speaks is told differently: {}", named.join(", "))
    } else {
        speakers.first().map_or("speaker not named beside it".to_owned(), |speaker| (*speaker).to_owned())
    };
    match group.articles.len() {
        1 => format!("{who}; only in {}", badge_within(&group.articles, BADGE)),
        many => format!("{who}; {many} sources"),
    }
}

/// The words of a quotation, on one line.
fn quoted(comparison: &Comparison, quotation: &Quotation) -> String {
    let text = &comparison.articles[quotation.sentence.article].text;
    let parts: Vec<String> =
        quotation.spans.iter().map(|span| one_line(span.of(text)).to_lowercase()).collect();
    parts.join(" ")
}

/// What stands around it.
fn frame(comparison: &Comparison, quotation: &Quotation) -> String {
    let wording = comparison.wording(quotation.sentence);
    one_line(&wording).to_lowercase()
}

/// Whether sources quote it in different words.
fn is_changed(comparison: &Comparison, group: &QuotationGroup) -> bool {
    group.quotations.iter().any(|quotation| !changed(comparison, quotation.sentence).is_empty())
}

/// The words of a sentence that other sources quote differently.
fn changed(comparison: &Comparison, id: SentenceId) -> Vec<Span> {
    let of_quote = comparison.matches_of(id).filter(|found| found.is_disputed()).flat_map(|found| {
        let first = found.a == id;
        let quotes = found.disagreements.iter().filter(|of| of.kind == DisagreementKind::Quote);
        quotes.map(move |of| if first { of.a } else { of.b }).collect::<Vec<Span>>()
    });
    of_quote.collect()
}

fn row(comparison: &Comparison, quotation: &Quotation) -> Row {
    let id = quotation.sentence;
    let article = &comparison.articles[id.article];
    let wording = comparison.wording(id);
    let text = one_line(&wording).into_owned();
    let inside = |at| article.in_wording(id.sentence, at);
    let within =
        |spans: &[Span]| spans.iter().map(|span| Span::new(inside(span.start), inside(span.end))).collect();
    let changed = changed(comparison, id);
    let (spans, meaning) = if changed.is_empty() {
        (within(&quotation.spans), Meaning::Run)
    } else {
        (within(&changed), Meaning::Disputed)
    };
    Row {
        badge: letter(id.article),
        sign: Sign::of_sentence(comparison, id),
        loud: (text.len() == wording.len()).then_some((spans, meaning)),
        text,
        sentence: Some(id),
        sentences: vec![id],
        ..Row::default()
    }
}
