//! The reader's views as reports: the story read once, who says what, quotations, disagreements.

use std::io;

use super::report;
use super::sheet::{Sheet, SheetItem};
use crate::comparison::Comparison;
use crate::digest;
use crate::say::{self, Sign, badge, letter};

/// A view of a story that can be exported by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoryView {
    /// The story read once.
    Merged,
    /// Who says what, and how much of each source is found in each other one.
    Matrix,
    /// Who is quoted with which words, and by whom.
    Quotes,
    /// Where sources differ.
    Conflicts,
}

/// Puts a view on `sheet`.
pub(super) fn put(sheet: &mut dyn Sheet, comparison: &Comparison, view: StoryView) -> io::Result<()> {
    let title = comparison.names.first().map_or("", |names| &names.label);
    let disputes = digest::disputes(comparison);
    match view {
        StoryView::Merged => {
            let merged = digest::merged(comparison);
            sheet.title(title, &say::merged(&merged, "indented"))?;
            put_merged(sheet, comparison, &merged)
        }
        StoryView::Matrix => {
            sheet.title(title, &report::summary(comparison, &disputes))?;
            put_matrix(sheet, comparison)
        }
        StoryView::Quotes => {
            let groups = digest::quotations(comparison);
            sheet.title(title, &say::count(groups.len(), "quotation"))?;
            put_quotes(sheet, comparison, &groups)
        }
        StoryView::Conflicts => {
            sheet.title(title, &report::summary(comparison, &disputes))?;
            if disputes.is_empty() {
                return sheet.line("No source was found to contradict another.");
            }
            report::disputed(sheet, comparison, &disputes, &super::Scope::Everything).map(drop)
        }
    }
}

fn put_merged(sheet: &mut dyn Sheet, comparison: &Comparison, merged: &digest::Merged) -> io::Result<()> {
    let badges = merged.lines.iter().map(|line| badge(&line.articles).len()).max().unwrap_or(0);
    sheet.section("The story read once", badges)?;
    for line in &merged.lines {
        let id = line.sentence;
        sheet.item(&SheetItem {
            nested: line.kind.is_below(),
            badge: badge(&line.articles),
            sign: Sign::of_line(comparison, line),
            text: &comparison.wording(id),
            loud: comparison.articles[id.article]
                .spans_in_wording(id.sentence, &digest::contradicted(comparison, id, None)),
            ..SheetItem::default()
        })?;
    }
    Ok(())
}

fn put_matrix(sheet: &mut dyn Sheet, comparison: &Comparison) -> io::Result<()> {
    let badges = comparison.articles.len();
    sheet.section("Who says what", badges)?;
    for row in digest::matrix(comparison) {
        let id = row.core;
        sheet.item(&SheetItem {
            badge: badge(&row.articles()),
            sign: if row.disputed { Some(Sign::Disputed) } else { Sign::of_sentence(comparison, id) },
            text: &comparison.wording(id),
            ..SheetItem::default()
        })?;
    }
    if comparison.articles.len() < 2 {
        return Ok(());
    }
    sheet.section("How much of each source is found in the others", badges)?;
    for (article, of) in digest::overlaps(comparison).iter().enumerate() {
        for (other, overlap) in of.iter().enumerate().filter(|(_, overlap)| overlap.found > 0.0) {
            let text = format!(
                "{:.0} % in {}; {:.0} % taken over, the longest stretch {}",
                overlap.found * 100.0,
                letter(other),
                overlap.copied * 100.0,
                say::count(overlap.longest, "word")
            );
            sheet.item(&SheetItem { badge: letter(article), text: &text, ..SheetItem::default() })?;
        }
    }
    Ok(())
}

fn put_quotes(
    sheet: &mut dyn Sheet,
    comparison: &Comparison,
    groups: &[digest::QuotationGroup],
) -> io::Result<()> {
    let badges = groups.iter().map(|group| badge(&group.articles).len()).max().unwrap_or(0);
    sheet.section("Quotations", badges)?;
    for group in groups {
        for (number, quotation) in group.quotations.iter().enumerate() {
            let id = quotation.sentence;
            let badge = if number == 0 { badge(&group.articles) } else { letter(id.article) };
            sheet.item(&SheetItem {
                nested: number > 0,
                badge,
                sign: Sign::of_sentence(comparison, id),
                lead: quotation.speaker.clone().unwrap_or_default(),
                text: &comparison.wording(id),
                loud: comparison.articles[id.article].spans_in_wording(id.sentence, &quotation.spans),
            })?;
        }
    }
    Ok(())
}
