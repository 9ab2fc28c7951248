//! What a report for people says, and in which order.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::Scope;
use super::sheet::{Item, Sheet, SourceLine};
use crate::article::{Article, MarkKind, SentenceId};
use crate::comparison::{Comparison, Relation, Status};
use crate::digest::{Counterpart, best_in_each, wordings_of_statement};
use crate::naming::Names;
use crate::say::{self, Sign, badge, count, letter};
use crate::source::LeftOut;

/// Puts the report on `sheet`.
pub(super) fn put(
    sheet: &mut dyn Sheet,
    comparison: &Comparison,
    left_out: &[LeftOut],
    scope: &Scope,
) -> io::Result<()> {
    if let Scope::Selection(selected) = scope {
        return selection(sheet, comparison, selected);
    }
    head(sheet, comparison)?;
    let mut said = shared(sheet, comparison, scope)?;
    said |= possible(sheet, comparison, scope)?;
    for article in 0..comparison.articles.len() {
        said |= alone(sheet, comparison, article, scope)?;
    }
    said |= off_topic(sheet, comparison, scope)?;
    said |= repeats(sheet, comparison, scope)?;
    match scope {
        Scope::Only(status) if !said => sheet.line(say::nothing(*status))?,
        _ => {}
    }
    if !left_out.is_empty() {
        sheet.section("Left out", 0)?;
        for LeftOut { source, reason } in left_out {
            sheet.item(&Item { text: &format!("{source}: {reason}"), ..Item::default() })?;
        }
    }
    if *scope == Scope::Everything { sheet.line(&legend()) } else { Ok(()) }
}

fn head(sheet: &mut dyn Sheet, comparison: &Comparison) -> io::Result<()> {
    let sources: Vec<SourceLine<'_>> = comparison
        .articles
        .iter()
        .enumerate()
        .map(|(index, article)| SourceLine {
            letter: letter(index),
            label: &comparison.names[index].label,
            origin: origin(article, &comparison.names[index]),
            notes: &article.notes,
            counts: comparison.counts(index),
        })
        .collect();
    let unique: usize = sources.iter().map(|source| source.counts.unique).sum();
    let flagged: usize = sources.iter().map(|source| source.counts.off_topic_blocks).sum();
    let mut summary = count(sources.len(), "source");
    if sources.len() > 1 {
        summary += &format!(
            ": {} in more than one, {} in one only",
            count(comparison.statements.len(), "statement"),
            count(unique, "sentence"),
        );
    }
    summary += &format!("; {}", count(flagged, "off-topic line"));
    let title = comparison.names.first().map_or("", |names| &names.label);
    sheet.title(title, &summary)?;
    sheet.sources(&sources)
}

/// Who published an article and where it was read; nothing that its label says already.
fn origin(article: &Article, names: &Names) -> String {
    let location = Some(article.location.as_str()).filter(|location| *location != names.label);
    let parts: Vec<&str> = names.outlet.as_deref().into_iter().chain(location).collect();
    parts.join(", ")
}

/// The statements with a sentence in scope, one line for each wording. Whether there was one.
fn shared(sheet: &mut dyn Sheet, comparison: &Comparison, scope: &Scope) -> io::Result<bool> {
    let certain =
        |id: &SentenceId| scope.holds(comparison, *id) && comparison.finding(*id).status == Status::Shared;
    let statements: Vec<(String, _)> = comparison
        .statements
        .iter()
        .filter(|statement| statement.sentences.iter().any(certain))
        .map(|statement| (badge(&statement.articles.iter().copied().collect()), statement))
        .collect();
    let Some(widest) = statements.iter().map(|(badge, _)| badge.len()).max() else { return Ok(false) };
    sheet.section("Said by more than one source", widest)?;
    for (badge_of_all, statement) in statements {
        let wordings = wordings_of_statement(comparison, statement);
        let same_words = (wordings.len() == 1).then_some(Relation::Identical);
        for wording in wordings {
            let relation = wording.tie.map(|tie| tie.relation);
            let lead = relation.is_none();
            sheet.item(&Item {
                nested: !lead,
                badge: if lead { badge_of_all.clone() } else { badge(&wording.articles) },
                sign: relation.or(same_words).map(Sign::of_relation),
                text: &comparison.wording(wording.sentence),
                ..Item::default()
            })?;
        }
    }
    Ok(true)
}

/// The sentences with possible matches only, and what may say the same. Whether there was one.
fn possible(sheet: &mut dyn Sheet, comparison: &Comparison, scope: &Scope) -> io::Result<bool> {
    let mut shown = BTreeSet::new();
    let mut lines = Vec::new();
    for id in comparison.sentences() {
        let is_possible = comparison.finding(id).status == Status::Possible;
        if is_possible && scope.holds(comparison, id) && shown.insert(id) {
            let others: Vec<Counterpart> = best_in_each(comparison, id).collect();
            // Two that may say the same are one line, not one in each direction.
            shown.extend(others.iter().map(|other| other.id));
            lines.push((id, others));
        }
    }
    let Some(widest) = lines.iter().map(|(id, _)| letter(id.article).len()).max() else { return Ok(false) };
    sheet.section("Possibly said by more than one source", widest)?;
    for (id, others) in lines {
        sheet.item(&Item {
            badge: letter(id.article),
            sign: Some(Sign::Possible),
            text: &comparison.wording(id),
            ..Item::default()
        })?;
        for other in others {
            sheet.item(&Item {
                nested: true,
                badge: letter(other.id.article),
                // However alike the words, it is no more than possible.
                sign: Some(Sign::Possible),
                text: &format!("{}: {}", say::percent(other.score), comparison.wording(other.id)),
                ..Item::default()
            })?;
        }
    }
    Ok(true)
}

/// What only `article` says. Whether there was something.
fn alone(sheet: &mut dyn Sheet, comparison: &Comparison, article: usize, scope: &Scope) -> io::Result<bool> {
    let lines: Vec<SentenceId> = (0..comparison.articles[article].sentences.len())
        .map(|sentence| SentenceId::new(article, sentence))
        .filter(|&id| scope.holds(comparison, id))
        .filter(|&id| matches!(comparison.finding(id).status, Status::Unique | Status::Apart))
        .collect();
    if lines.is_empty() {
        return Ok(false);
    }
    let heading = if comparison.articles.len() > 1 { "Only in " } else { "Sentences of " };
    sheet.section(&format!("{heading}{}: {}", letter(article), comparison.names[article].label), 0)?;
    for id in lines {
        sheet.item(&Item {
            sign: Sign::of_status(comparison.finding(id).status),
            text: &comparison.wording(id),
            ..Item::default()
        })?;
    }
    Ok(true)
}

/// The flagged blocks and stretches. Whether there was one.
fn off_topic(sheet: &mut dyn Sheet, comparison: &Comparison, scope: &Scope) -> io::Result<bool> {
    if !scope.may_hold(Status::OffTopic) {
        return Ok(false);
    }
    let mut lines: Vec<(usize, String, &str)> = Vec::new();
    for (a, article) in comparison.articles.iter().enumerate() {
        let mut marks = article.marks.iter().filter(|mark| mark.kind == MarkKind::OffTopic).peekable();
        for block in 0..article.blocks.len() {
            if let Some(flag) = comparison.flag(a, block) {
                lines.push((a, say::flag(flag), article.block_text(block)));
            }
            while let Some(mark) = marks.next_if(|mark| mark.block <= block) {
                if comparison.flag(a, mark.block).is_none() {
                    lines.push((a, "inside a paragraph".to_owned(), mark.span.of(&article.text)));
                }
            }
        }
    }
    list(sheet, "Off-topic", Sign::OffTopic, lines)
}

/// The blocks that print an earlier one again. Whether there was one.
fn repeats(sheet: &mut dyn Sheet, comparison: &Comparison, scope: &Scope) -> io::Result<bool> {
    if !scope.may_hold(Status::Repeat) {
        return Ok(false);
    }
    let mut lines = Vec::new();
    for (a, article) in comparison.articles.iter().enumerate() {
        for (b, block) in article.blocks.iter().enumerate() {
            if block.repeats.is_some() && comparison.flag(a, b).is_none() {
                lines.push((a, String::new(), article.block_text(b)));
            }
        }
    }
    list(sheet, "Printed again", Sign::Repeat, lines)
}

fn list(
    sheet: &mut dyn Sheet,
    heading: &str,
    sign: Sign,
    lines: Vec<(usize, String, &str)>,
) -> io::Result<bool> {
    let Some(widest) = lines.iter().map(|&(article, ..)| letter(article).len()).max() else {
        return Ok(false);
    };
    sheet.section(heading, widest)?;
    for (article, lead, text) in lines {
        sheet.item(&Item { badge: letter(article), sign: Some(sign), lead, text, ..Item::default() })?;
    }
    Ok(true)
}

/// The selected sentences, article by article, with what is known of each.
fn selection(
    sheet: &mut dyn Sheet,
    comparison: &Comparison,
    selected: &BTreeSet<SentenceId>,
) -> io::Result<()> {
    let mut current = None;
    for &id in selected {
        if current.replace(id.article) != Some(id.article) {
            let names = &comparison.names[id.article];
            sheet.section(&format!("{}: {}", letter(id.article), names.label), 0)?;
            let origin = origin(&comparison.articles[id.article], names);
            if !origin.is_empty() {
                sheet.line(&origin)?;
            }
        }
        sheet.quote(&comparison.wording(id), &remark(comparison, id))?;
    }
    Ok(())
}

/// What became of a sentence and who else says it: "shared: identical in E, edited in BC".
fn remark(comparison: &Comparison, id: SentenceId) -> String {
    let finding = comparison.finding(id);
    let status = say::status(finding.status);
    let block = comparison.articles[id.article].sentences[id.sentence].block;
    match finding.status {
        Status::Shared | Status::Possible => {
            let mut others: BTreeMap<Relation, BTreeSet<usize>> = BTreeMap::new();
            for other in best_in_each(comparison, id) {
                others.entry(other.relation).or_default().insert(other.id.article);
            }
            let others: Vec<String> = others
                .iter()
                .map(|(&relation, articles)| {
                    format!("{} in {}", Sign::of_relation(relation).word(), badge(articles))
                })
                .collect();
            format!("{status}: {}", others.join(", "))
        }
        Status::OffTopic => match comparison.flag(id.article, block) {
            Some(flag) => format!("{status}: {}", say::flag(flag)),
            None => status.to_owned(),
        },
        Status::Unique | Status::Apart | Status::Repeat => status.to_owned(),
    }
}

/// The signs and their meaning, in one line.
fn legend() -> String {
    let signs: Vec<String> =
        Sign::ALL.iter().map(|sign| format!("{} {}", sign.unicode(), sign.word())).collect();
    signs.join(", ")
}
