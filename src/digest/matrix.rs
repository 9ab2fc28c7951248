//! Who says what: statements down, sources across.

use std::collections::BTreeSet;

use super::disputes::disputed_statements;
use crate::article::SentenceId;
use crate::comparison::{Certainty, Comparison, Match, Relation, Status};

/// What a source has for a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Cell {
    /// The wording that stands for the statement.
    Core,
    /// Something that disagrees with that.
    Disputed,
    /// Something that surely says the same, and how it relates to it.
    Told(Relation),
    /// Something that possibly says the same.
    Possible,
}

/// A statement, or a sentence that only one source has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MatrixRow {
    /// The sentence whose wording stands for it.
    pub core: SentenceId,
    /// Everyone who surely says it, in order.
    pub sentences: Vec<SentenceId>,
    /// What each source has for it.
    pub cells: Vec<Option<Cell>>,
    /// Whether two of those who say it disagree.
    pub disputed: bool,
}

impl MatrixRow {
    /// The sources that surely say it.
    #[must_use]
    pub fn articles(&self) -> BTreeSet<usize> {
        self.sentences.iter().map(|id| id.article).collect()
    }
}

/// Every statement, and every sentence of a body that is in none, in the order of their first sentences. Headlines,
/// captions and bylines of one source say nothing that the others could, and are left out.
#[must_use]
pub fn matrix(comparison: &Comparison) -> Vec<MatrixRow> {
    let sources = comparison.articles.len();
    let differ = disputed_statements(comparison);
    let mut placed: BTreeSet<SentenceId> = BTreeSet::new();
    let mut rows: Vec<MatrixRow> = Vec::new();
    for (index, statement) in comparison.statements.iter().enumerate() {
        let core = statement.core;
        let mut cells: Vec<Option<Cell>> = vec![None; sources];
        for &id in &statement.sentences {
            let cell = match comparison.match_between(core, id) {
                _ if id == core => Cell::Core,
                Some(found) if found.is_disputed() => Cell::Disputed,
                Some(found) => Cell::Told(found.relation),
                // The core's own article says it a second time.
                None => Cell::Told(Relation::Paraphrase),
            };
            let known = &mut cells[id.article];
            *known = Some(known.map_or(cell, |known| known.min(cell)));
        }
        placed.extend(&statement.sentences);
        let sentences = statement.sentences.clone();
        rows.push(MatrixRow { core, sentences, cells, disputed: differ.contains(&index) });
    }
    let alone = |id: &SentenceId| {
        matches!(comparison.finding(*id).status, Status::Unique | Status::Possible) && !placed.contains(id)
    };
    for id in comparison.sentences().filter(alone) {
        let mut cells: Vec<Option<Cell>> = vec![None; sources];
        let possible = |found: &&Match| found.certainty == Certainty::Possible;
        for other in comparison.matches_of(id).filter(possible).filter_map(|found| found.other(id)) {
            cells[other.article] = Some(Cell::Possible);
        }
        cells[id.article] = Some(Cell::Core);
        rows.push(MatrixRow { core: id, sentences: vec![id], cells, disputed: false });
    }
    rows.sort_by_key(|row| row.sentences.first().copied());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Settings, compare};

    #[test]
    fn it_adds_up_to_the_counts_of_the_sources() {
        let story = compare(crate::sample::articles(), Settings::default());
        let rows = matrix(&story);
        for article in 0..story.articles.len() {
            let counts = story.counts(article);
            let alone = rows.iter().filter(|row| row.sentences.len() == 1 && row.core.article == article);
            assert_eq!(alone.count(), counts.unique + counts.possible);
            for row in &rows {
                let has = row.articles().contains(&article);
                assert_eq!(
                    has,
                    matches!(row.cells[article], Some(Cell::Core | Cell::Disputed | Cell::Told(_)))
                );
            }
        }
        assert!(
            rows.iter().all(|row| row.cells.iter().filter(|cell| **cell == Some(Cell::Core)).count() == 1)
        );
    }
}
