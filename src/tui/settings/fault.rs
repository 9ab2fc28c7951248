//! What is wrong with a settings file, and where.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The names that lead to it; none where it is about the whole file.
    path: Vec<String>,
    /// What is wrong, and what is allowed.
    pub said: String,
}

impl Fault {
    /// What is wrong with what stands at a path of names.
    pub fn new(path: &[&str], said: impl Into<String>) -> Self {
        Self { path: path.iter().map(|&name| name.to_owned()).collect(), said: said.into() }
    }
}

/// The faults in words, each with its line and column, in the order of the file; what is about the whole file comes last.
pub fn located(file: &str, faults: Vec<Fault>) -> Vec<String> {
    let places = places(file);
    let mut faults: Vec<(usize, String)> = faults
        .into_iter()
        .map(|Fault { path, said }| match places.get(&path) {
            Some(&at) => {
                let (line, column) = line_and_column(file, at);
                (at, format!("line {line}, column {column}: {said}"))
            }
            None => (usize::MAX, said),
        })
        .collect();
    faults.sort_by_key(|(at, _)| *at);
    faults.into_iter().map(|(_, said)| said).collect()
}

/// Line and column of a place, from 1; columns count characters.
pub fn line_and_column(file: &str, at: usize) -> (usize, usize) {
    let before = file.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// Where each name stands in the file, by the names that lead to it.
fn places(file: &str) -> BTreeMap<Vec<String>, usize> {
    let mut places = BTreeMap::new();
    if let Ok(table) = DeTable::parse(file) {
        walk(table.get_ref(), &mut Vec::new(), &mut places);
    }
    places
}

fn walk(table: &DeTable<'_>, path: &mut Vec<String>, places: &mut BTreeMap<Vec<String>, usize>) {
    for (name, value) in table {
        path.push(name.get_ref().to_string());
        places.insert(path.clone(), Spanned::span(name).start);
        if let DeValue::Table(inside) = value.get_ref() {
            walk(inside, path, places);
        }
        path.pop();
    }
}
