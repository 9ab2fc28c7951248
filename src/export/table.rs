//! A table of the pairs: a row for each match, in the order of its first sentence, and one for each sentence without
//! any. A spreadsheet opens it, and takes nothing in it for a formula.

use std::borrow::Cow;
use std::io;

use csv::{QuoteStyle, WriterBuilder};
use serde::Serialize;

use super::Scope;
use crate::article::{SentenceId, Span};
use crate::comparison::{Certainty, Comparison, Match, Relation, Status};
use crate::say::{self, letter};

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// A comma; a cell that holds one stands in quotation marks.
    Comma,
    /// A tab, which no cell holds.
    Tab,
}

/// The names of the columns are those of these fields.
#[derive(Serialize)]
struct Row<'a> {
    source_a: String,
    outlet_a: Cow<'a, str>,
    location_a: Cow<'a, str>,
    /// The index of the sentence in its article, as in JSON.
    sentence_a: usize,
    status_a: Status,
    text_a: Cow<'a, str>,
    source_b: String,
    outlet_b: Cow<'a, str>,
    location_b: Cow<'a, str>,
    sentence_b: Option<usize>,
    status_b: Option<Status>,
    text_b: Cow<'a, str>,
    relation: Option<Relation>,
    score: Option<f64>,
    certainty: Option<Certainty>,
    /// What they say differently: "number: 112 / 140".
    disagreements: String,
}

/// Writes the rows that have a sentence in scope.
///
/// # Errors
/// When `out` can't be written to.
pub(super) fn write(
    out: &mut dyn io::Write,
    comparison: &Comparison,
    scope: &Scope,
    separator: Separator,
) -> io::Result<()> {
    let (delimiter, quote_style) = match separator {
        Separator::Comma => (b',', QuoteStyle::Necessary),
        Separator::Tab => (b'\t', QuoteStyle::Never),
    };
    let mut table = WriterBuilder::new().delimiter(delimiter).quote_style(quote_style).from_writer(out);
    for id in comparison.sentences() {
        let mut matched = false;
        for found in comparison.matches_of(id) {
            matched = true;
            let in_scope = scope.holds(comparison, found.a) || scope.holds(comparison, found.b);
            if found.a == id && in_scope {
                table.serialize(Row::of_match(comparison, found))?;
            }
        }
        if !matched && scope.holds(comparison, id) {
            table.serialize(Row::of_sentence(comparison, id))?;
        }
    }
    table.flush()
}

impl<'a> Row<'a> {
    fn of_sentence(comparison: &'a Comparison, id: SentenceId) -> Self {
        Self {
            source_a: letter(id.article),
            outlet_a: outlet(comparison, id),
            location_a: location(comparison, id),
            sentence_a: id.sentence,
            status_a: comparison.finding(id).status,
            text_a: text(comparison, id),
            source_b: String::new(),
            outlet_b: Cow::Borrowed(""),
            location_b: Cow::Borrowed(""),
            sentence_b: None,
            status_b: None,
            text_b: Cow::Borrowed(""),
            relation: None,
            score: None,
            certainty: None,
            disagreements: String::new(),
        }
    }

    fn of_match(comparison: &'a Comparison, found: &Match) -> Self {
        let Match { a, b, .. } = *found;
        Self {
            source_b: letter(b.article),
            outlet_b: outlet(comparison, b),
            location_b: location(comparison, b),
            sentence_b: Some(b.sentence),
            status_b: Some(comparison.finding(b).status),
            text_b: text(comparison, b),
            relation: Some(found.relation),
            score: Some(found.score.probability()),
            certainty: Some(found.certainty),
            disagreements: disagreements(comparison, found),
            ..Self::of_sentence(comparison, a)
        }
    }
}

fn disagreements(comparison: &Comparison, found: &Match) -> String {
    let words = |id: SentenceId, span: Span| {
        say::one_line(span.of(&comparison.articles[id.article].text)).into_owned()
    };
    let said: Vec<String> = found
        .disagreements
        .iter()
        .map(|said| {
            let [a, b] = [words(found.a, said.a), words(found.b, said.b)];
            format!("{}: {a} / {b}", say::disagreement(said.kind))
        })
        .collect();
    said.join("; ")
}

fn outlet(comparison: &Comparison, id: SentenceId) -> Cow<'_, str> {
    shown(Cow::Borrowed(comparison.names[id.article].outlet.as_deref().unwrap_or_default()))
}

fn location(comparison: &Comparison, id: SentenceId) -> Cow<'_, str> {
    shown(Cow::Borrowed(&comparison.articles[id.article].location))
}

fn text(comparison: &Comparison, id: SentenceId) -> Cow<'_, str> {
    shown(comparison.wording(id))
}

/// A text on one line; before what a spreadsheet would take for a formula, an apostrophe, which it doesn't show.
fn shown(text: Cow<'_, str>) -> Cow<'_, str> {
    let line = match text {
        Cow::Borrowed(text) => say::one_line(text),
        Cow::Owned(text) => Cow::Owned(say::one_line(&text).into_owned()),
    };
    if line.starts_with(['=', '+', '-', '@']) { Cow::Owned(format!("'{line}")) } else { line }
}
