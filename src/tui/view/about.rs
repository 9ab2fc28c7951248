//! A source in words: what it is called, where it is from, how it was read, and what became of it.

use crate::article::Article;
use crate::comparison::{Comparison, Counts};
use crate::say::{self, letter, one_line};
use crate::tui::dialog::text::TextDialog;
use crate::tui::mode::Outcome;

/// Opens what there is to say of a source.
pub fn about(comparison: &Comparison, article: usize) -> Outcome {
    let (Some(source), Some(names)) = (comparison.articles.get(article), comparison.names.get(article))
    else {
        return Outcome::say("there is no source here");
    };
    let page = source.page.as_ref();
    let told = |name: &str, text: &str| format!("{name}: {}", one_line(text));
    let facts = [
        ("Title", &names.title),
        ("Outlet", &names.outlet),
        ("Author", &names.byline),
        ("Published", &names.published),
    ];
    let mut text: Vec<String> =
        facts.iter().filter_map(|(name, fact)| Some(told(name, fact.as_deref()?))).collect();
    let missing: Vec<String> =
        facts.iter().filter(|(_, fact)| fact.is_none()).map(|(name, _)| name.to_lowercase()).collect();
    if !missing.is_empty() {
        text.push(told("Not told", &missing.join(", ")));
    }
    let address = page.and_then(|page| page.address.as_deref());
    let address_row = address.map(|address| {
        text.push(told("Address", address));
        (text.len() - 1, address)
    });
    text.push(told("Read from", &source.location));
    text.push(String::new());
    text.push(how_read(source));
    text.extend(source.notes.iter().map(|note| format!("- {}", one_line(note))));
    text.push(String::new());
    text.push(what_became(source, comparison.counts(article)));
    text.extend(left_out(comparison, article));
    let dialog = TextDialog::new(format!("Source {}", letter(article)), text);
    Outcome::open(match address_row {
        Some((row, address)) => dialog.linked(row, address),
        None => dialog,
    })
}

fn how_read(source: &Article) -> String {
    let kind = if source.page.is_some() { "A page" } else { "A text" };
    let language = &source.language;
    let words = source.text.split_whitespace().count();
    format!(
        "{kind}: language {language}, {}, {}, read as {}.",
        say::count(source.blocks.len(), "line"),
        say::count(words, "word"),
        source.encoding
    )
}

fn what_became(source: &Article, counts: Counts) -> String {
    let Counts { sentences, shared, disputed, possible, unique, off_topic_blocks, .. } = counts;
    let lines = source.blocks.len();
    format!(
        "{}: {shared} shared, {disputed} told differently, {possible} possible, {unique} only here. \
         Left out as not the story: {off_topic_blocks} of {}.",
        say::count(sentences, "sentence"),
        say::count(lines, "line")
    )
}

/// What was left out, by kind.
fn left_out(comparison: &Comparison, article: usize) -> Vec<String> {
    let blocks = comparison.articles.get(article).map_or(0, |source| source.blocks.len());
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for flag in (0..blocks).filter_map(|block| comparison.flag(article, block)) {
        let kind = say::flag(flag);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    kinds.into_iter().map(|(kind, count)| format!("- {}: {kind}", say::count(count, "line"))).collect()
}
