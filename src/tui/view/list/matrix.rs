//! The view Matrix: statements down, sources across, and below how much of each source is found in each other one.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{List, Listing, Row};
use crate::article::SentenceId;
use crate::comparison::{Comparison, Status};
use crate::digest::{self, Overlap};
use crate::say::{Sign, letter, one_line};
use crate::tui::action::Action;
use crate::tui::env::Charset;
use crate::tui::keymap::Context;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::view::View;

/// The section of its keys.
pub const MATRIX: Context = Context("matrix");

/// How the statements are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// As they are told.
    #[default]
    Told,
    /// Those that most sources have first.
    Coverage,
    /// Those that disagree first, then those of one source only.
    Alone,
}

/// What the view shows.
#[derive(Debug, Default)]
struct Statements {
    order: Order,
}

/// Looks at who says what for the first time.
pub fn open_matrix(story: &mut Story, scene: &Scene) -> Box<dyn View> {
    Box::new(List::new(Statements::default(), story, scene))
}

impl Listing for Statements {
    fn context(&self) -> Context {
        MATRIX
    }

    fn has_cells(&self) -> bool {
        true
    }

    fn rows(&self, comparison: &Comparison, _charset: Charset) -> Vec<Row> {
        let mut rows = statements(comparison);
        let coverage = |row: &Row| row.cells.iter().flatten().filter(|&&sign| sign != Sign::Possible).count();
        match self.order {
            Order::Told => {}
            Order::Coverage => rows.sort_by_key(|row| Reverse(coverage(row))),
            Order::Alone => rows.sort_by_key(|row| (row.sign != Some(Sign::Disputed), coverage(row))),
        }
        rows.push(Row::blank());
        rows.extend(shares(comparison));
        rows
    }

    fn summary(&self, comparison: &Comparison) -> String {
        let alone = comparison.findings.iter().flatten().filter(|of| of.status == Status::Unique).count();
        let order = match self.order {
            Order::Told => "as they are told",
            Order::Coverage => "the most told first",
            Order::Alone => "disagreements and single sources first",
        };
        format!("{} shared statements, {alone} sentences of one source; {order}", comparison.statements.len())
    }

    fn nothing(&self) -> &'static str {
        "there is nothing that could be said by several sources"
    }

    fn act(&mut self, action: Action) -> Option<&'static str> {
        if action != Action::Sort {
            return None;
        }
        let (order, said) = match self.order {
            Order::Told => (Order::Coverage, "ordered by how many sources have it"),
            Order::Coverage => (Order::Alone, "disagreements first, then what one source has"),
            Order::Alone => (Order::Told, "ordered as they are told"),
        };
        self.order = order;
        Some(said)
    }
}

/// A row for each statement, and one for each sentence that is in none, in the order of their first sentences.
fn statements(comparison: &Comparison) -> Vec<Row> {
    let sources = comparison.articles.len();
    let mut rows: Vec<(SentenceId, Row)> = Vec::new();
    let mut placed: BTreeSet<SentenceId> = BTreeSet::new();
    for statement in &comparison.statements {
        let core = statement.core;
        let mut cells = vec![None; sources];
        let mut disputed = false;
        for &id in &statement.sentences {
            let sign = match comparison.match_between(core, id) {
                _ if id == core => Sign::Identical,
                Some(found) => Sign::of_match(found),
                None => Sign::Paraphrase,
            };
            disputed |= sign == Sign::Disputed;
            let cell: &mut Option<Sign> = &mut cells[id.article];
            *cell = Some(cell.map_or(sign, |known: Sign| known.min(sign)));
        }
        placed.extend(&statement.sentences);
        let sign = if disputed {
            Sign::Disputed
        } else {
            cells.iter().flatten().copied().max().unwrap_or(Sign::Identical)
        };
        let first = statement.sentences.first().copied().unwrap_or(core);
        rows.push((first, row(comparison, core, statement.sentences.clone(), cells, Some(sign))));
    }
    // Bylines and captions of one source say nothing that the others could.
    let alone = |id: &SentenceId| {
        matches!(comparison.finding(*id).status, Status::Unique | Status::Possible) && !placed.contains(id)
    };
    for id in comparison.sentences().filter(alone) {
        let mut cells = vec![None; sources];
        let own = Sign::of_sentence(comparison, id);
        cells[id.article] = own.or(Some(Sign::OnlyHere));
        for found in comparison.matches_of(id) {
            if let Some(other) = found.other(id) {
                cells[other.article] = cells[other.article].or(Some(Sign::Possible));
            }
        }
        rows.push((id, row(comparison, id, vec![id], cells, own)));
    }
    rows.sort_by_key(|(first, _)| *first);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn row(
    comparison: &Comparison,
    id: SentenceId,
    sentences: Vec<SentenceId>,
    cells: Vec<Option<Sign>>,
    sign: Option<Sign>,
) -> Row {
    let wording = comparison.wording(id);
    Row {
        sign,
        cells,
        text: one_line(&wording).into_owned(),
        sentence: Some(id),
        sentences,
        ..Row::default()
    }
}

/// How much of each source is found in each other one, in words.
fn shares(comparison: &Comparison) -> Vec<Row> {
    if comparison.articles.len() < 2 {
        return Vec::new();
    }
    let mut rows = vec![Row::heading(
        "How much of each source is found in the others (taken over word for word; longest stretch)",
    )];
    for (article, of) in digest::overlaps(comparison).iter().enumerate() {
        let mut others: Vec<(usize, &Overlap)> =
            of.iter().enumerate().filter(|(_, overlap)| overlap.found > 0.0).collect();
        others.sort_by(|a, b| b.1.found.total_cmp(&a.1.found).then(a.0.cmp(&b.0)));
        let told: Vec<String> = others
            .iter()
            .map(|(other, overlap)| {
                let percent = |share: f64| format!("{:.0} %", share * 100.0);
                format!(
                    "{} in {} ({}; {} words)",
                    percent(overlap.found),
                    letter(*other),
                    percent(overlap.copied),
                    overlap.longest
                )
            })
            .collect();
        let names = &comparison.names[article];
        let published = names.published.as_deref().map(|date| format!(", published {}", one_line(date)));
        let told = if told.is_empty() { "nothing in any other".to_owned() } else { told.join(", ") };
        rows.push(Row::heading(format!("{}{}: {told}", letter(article), published.unwrap_or_default())));
    }
    rows
}
