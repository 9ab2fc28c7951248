//! The view Matrix: statements down, sources across, and below how much of each source is found in each other one.

use std::cmp::Reverse;

use super::{List, Listing, Row};
use crate::comparison::Comparison;
use crate::digest::{self, MatrixRow, Overlap};
use crate::say::{Sign, count, letter, one_line};
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;
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

impl Order {
    const fn words(self) -> &'static str {
        match self {
            Self::Told => "as they are told",
            Self::Coverage => "the most told first",
            Self::Alone => "disagreements and single sources first",
        }
    }
}

/// What the view shows.
#[derive(Debug, Default)]
struct Statements {
    order: Order,
}

/// Looks at who says what for the first time.
pub fn open_matrix(story: &mut Story, _scene: &Scene) -> Box<dyn View> {
    Box::new(List::new(Statements::default(), story))
}

impl Listing for Statements {
    fn context(&self) -> Context {
        MATRIX
    }

    fn has_cells(&self) -> bool {
        true
    }

    fn lay_out(&self, comparison: &Comparison) -> (Vec<Row>, String) {
        let mut of = digest::matrix(comparison);
        let coverage = |row: &MatrixRow| row.articles().len();
        match self.order {
            Order::Told => {}
            Order::Coverage => of.sort_by_key(|row| Reverse(coverage(row))),
            Order::Alone => of.sort_by_key(|row| (!row.disputed, coverage(row))),
        }
        let alone = of.iter().filter(|row| row.sentences.len() == 1).count();
        let summary = format!(
            "{}, {} of one source; {}",
            count(of.len() - alone, "shared statement"),
            count(alone, "sentence"),
            self.order.words()
        );
        let mut rows: Vec<Row> = of.into_iter().map(|of| row(comparison, of)).collect();
        rows.push(Row::blank());
        rows.extend(shares(comparison));
        (rows, summary)
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

fn row(comparison: &Comparison, MatrixRow { core, sentences, cells, disputed, .. }: MatrixRow) -> Row {
    let of = Row::of(comparison, core, &[], Meaning::Disputed);
    let sign = if disputed { Some(Sign::Disputed) } else { of.sign };
    Row { sign, cells, sentences, ..of }
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
