//! The view Quotes: who is quoted with which words, and by whom.

use std::collections::BTreeSet;

use super::{List, Listing, Row};
use crate::article::{SentenceId, Span};
use crate::comparison::{Comparison, DisagreementKind};
use crate::digest::{self, Quotation, QuotationGroup};
use crate::say::{self, badge_within, count, letter, one_line};
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
pub fn open_quotes(story: &mut Story, _scene: &Scene) -> Box<dyn View> {
    Box::new(List::new(Quotations, story))
}

impl Listing for Quotations {
    fn context(&self) -> Context {
        QUOTES
    }

    fn lay_out(&self, comparison: &Comparison) -> (Vec<Row>, String) {
        let groups = digest::quotations(comparison);
        let mut rows = Vec::new();
        for group in &groups {
            if !rows.is_empty() {
                rows.push(Row::blank());
            }
            rows.push(Row::heading(heading(group)));
            rows.extend(of_group(comparison, group));
        }
        if groups.is_empty() {
            rows.push(Row::remark(self.nothing()));
        }
        rows.extend(profiles(comparison));
        let alone = groups.iter().filter(|group| group.articles.len() == 1).count();
        let changed = groups.iter().filter(|group| is_changed(comparison, group)).count();
        let quotations = count(groups.len(), "quotation");
        (rows, format!("{quotations}: {alone} in one source only, {changed} with changed words"))
    }

    fn nothing(&self) -> &'static str {
        "nobody is quoted here with more than two words"
    }
}

/// What each source tells its story with.
fn profiles(comparison: &Comparison) -> Vec<Row> {
    let mut rows = Vec::new();
    for (article, profile) in digest::profiles(comparison).iter().enumerate() {
        rows.push(Row::blank());
        let names = &comparison.names[article];
        let name = names.outlet.as_deref().unwrap_or(&names.label);
        rows.push(Row::heading(format!(
            "{}, {}: what it tells the story with",
            letter(article),
            one_line(name)
        )));
        rows.extend(say::profile(comparison, profile).into_iter().map(Row::remark));
    }
    rows
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

/// The sentences of a group, those of the same words in one row.
fn of_group(comparison: &Comparison, group: &QuotationGroup) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut sources: Vec<BTreeSet<usize>> = Vec::new();
    for quotation in &group.quotations {
        let row = row(comparison, quotation);
        let same = rows.iter().position(|other| other.text.to_lowercase() == row.text.to_lowercase());
        match same {
            Some(at) => drop(sources[at].insert(quotation.sentence.article)),
            None => {
                sources.push(BTreeSet::from([quotation.sentence.article]));
                rows.push(row);
            }
        }
    }
    let all: Vec<SentenceId> = group.quotations.iter().map(|quotation| quotation.sentence).collect();
    let rows = rows.into_iter().zip(sources);
    rows.map(|(row, sources)| Row { badge: badge_within(&sources, BADGE), sentences: all.clone(), ..row })
        .collect()
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
    let changed = changed(comparison, quotation.sentence);
    if changed.is_empty() {
        Row::of(comparison, quotation.sentence, &quotation.spans, Meaning::Run)
    } else {
        Row::of(comparison, quotation.sentence, &changed, Meaning::Disputed)
    }
}
