//! What a report for people says, and in which order.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::Scope;
use super::sheet::{Sheet, SheetItem, SourceLine};
use crate::article::{Article, MarkKind, SentenceId};
use crate::comparison::{Annotations, Certainty, Comparison, Counts, Relation, Status};
use crate::digest::{
    Counterpart, Counterparts, Dispute, Side, Wording, best_in_each, disputed_statements, disputes,
    wordings_of_statement, wordings_with,
};
use crate::naming::Names;
use crate::offtopic::BY_HAND;
use crate::say::{self, Sign, badge, count, letter};
use crate::source::LeftOut;

/// Puts the report on `sheet`.
pub(super) fn put(
    sheet: &mut dyn Sheet,
    comparison: &Comparison,
    left_out: &[LeftOut],
    (scope, annotations): (&Scope, &Annotations),
) -> io::Result<()> {
    if let Scope::Selection(selected) = scope {
        return selection(sheet, comparison, selected, annotations);
    }
    let disputes = disputes(comparison);
    head(sheet, comparison, &disputes)?;
    notes(sheet, comparison, scope, annotations)?;
    let mut said = disputed(sheet, comparison, &disputes, scope)?;
    said |= shared(sheet, comparison, scope)?;
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
            sheet.item(&SheetItem { text: &format!("{source}: {reason}"), ..SheetItem::default() })?;
        }
    }
    if *scope == Scope::Everything { sheet.legend(Sign::ALL) } else { Ok(()) }
}

fn head(sheet: &mut dyn Sheet, comparison: &Comparison, disputes: &[Dispute]) -> io::Result<()> {
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
    let title = comparison.names.first().map_or("", |names| &names.label);
    sheet.title(title, &summary(comparison, disputes))?;
    sheet.sources(&sources)
}

/// The whole story in one line: how many sources, and how much of it they share.
pub(super) fn summary(comparison: &Comparison, disputes: &[Dispute]) -> String {
    let sources = comparison.articles.len();
    let counts: Vec<Counts> = (0..sources).map(|index| comparison.counts(index)).collect();
    let unique: usize = counts.iter().map(|counts| counts.unique).sum();
    let flagged: usize = counts.iter().map(|counts| counts.off_topic_blocks).sum();
    let mut summary = count(sources, "source");
    if sources > 1 {
        let differently = match disputes.len() {
            0 => String::new(),
            disputes => format!(", {disputes} told differently"),
        };
        summary += &format!(
            ": {} in more than one{differently}, {} in one only",
            count(comparison.statements.len() - disputed_statements(comparison).len(), "statement"),
            count(unique, "sentence"),
        );
    }
    summary + &format!("; {}", count(flagged, "off-topic line"))
}

/// Who published an article and where it was read; nothing that its label says already.
fn origin(article: &Article, names: &Names) -> String {
    let location = Some(article.location.as_str()).filter(|location| *location != names.label);
    let parts: Vec<&str> = names.outlet.as_deref().into_iter().chain(location).collect();
    parts.join(", ")
}

/// What sources say differently, with who says which, where one of the sentences is in scope. Whether there was one.
pub(super) fn disputed(
    sheet: &mut dyn Sheet,
    comparison: &Comparison,
    disputes: &[Dispute],
    scope: &Scope,
) -> io::Result<bool> {
    let in_scope = |dispute: &&Dispute| dispute.sentences().any(|id| scope.holds(comparison, id));
    let lines: Vec<(String, &Dispute)> = disputes
        .iter()
        .filter(in_scope)
        .map(|dispute| {
            (badge(&dispute.sides.iter().flat_map(|side| &side.articles).copied().collect()), dispute)
        })
        .collect();
    let Some(widest) = lines.iter().map(|(badge, _)| badge.len()).max() else { return Ok(false) };
    sheet.section("Where sources differ", widest)?;
    for (badge_of_all, dispute) in lines {
        let kinds: Vec<&str> = dispute.kinds.iter().map(|&kind| say::disagreement(kind)).collect();
        let told: Vec<String> = dispute.sides.iter().map(|side| told(comparison, side)).collect();
        sheet.item(&SheetItem {
            badge: badge_of_all,
            sign: Some(Sign::Disputed),
            lead: kinds.join(", "),
            text: &told.join(" / "),
            ..SheetItem::default()
        })?;
        for side in &dispute.sides {
            let article = &comparison.articles[side.sentence.article];
            sheet.item(&SheetItem {
                nested: true,
                badge: badge(&side.articles),
                text: &comparison.wording(side.sentence),
                loud: article.spans_in_wording(side.sentence.sentence, &side.words),
                ..SheetItem::default()
            })?;
        }
    }
    Ok(true)
}

/// The words of a side, with who says them: "three (AC)".
fn told(comparison: &Comparison, side: &Side) -> String {
    let text = &comparison.articles[side.sentence.article].text;
    let words: Vec<Cow<'_, str>> = side.words.iter().map(|span| say::one_line(span.of(text))).collect();
    format!("{} ({})", words.join(", "), badge(&side.articles))
}

/// What is told alike, with a sentence in scope, one line for each wording. Whether there was something.
///
/// Nobody who disagrees stands under a sentence here: of a statement that is told differently only those members are
/// shown that nobody contradicts, each with what surely says the same.
fn shared(sheet: &mut dyn Sheet, comparison: &Comparison, scope: &Scope) -> io::Result<bool> {
    let differ = disputed_statements(comparison);
    let certain =
        |id: &SentenceId| scope.holds(comparison, *id) && comparison.finding(*id).status == Status::Shared;
    let mut lines: Vec<Vec<Wording>> = Vec::new();
    let mut shown: BTreeSet<SentenceId> = BTreeSet::new();
    for (index, statement) in comparison.statements.iter().enumerate() {
        let alike = !differ.contains(&index);
        if alike && statement.sentences.iter().any(certain) {
            shown.extend(&statement.sentences);
            lines.push(wordings_of_statement(comparison, statement));
        }
    }
    for id in comparison.sentences().filter(certain) {
        if shown.insert(id) {
            let counterparts = Counterparts::of(comparison, id);
            let mut wordings = wordings_with(comparison, id, &counterparts);
            wordings.retain(|wording| {
                wording.tie.is_none_or(|tie| tie.certainty == Certainty::Certain && !tie.disputed)
            });
            shown.extend(counterparts.all().filter(|other| certain(&other.id)).map(|other| other.id));
            lines.push(wordings);
        }
    }
    lines.sort_by_key(|wordings| wordings.first().map(|wording| wording.sentence));
    let badge_of_all = |wordings: &[Wording]| {
        badge(&wordings.iter().flat_map(|wording| &wording.articles).copied().collect())
    };
    let lines: Vec<(String, Vec<Wording>)> =
        lines.into_iter().map(|wordings| (badge_of_all(&wordings), wordings)).collect();
    let Some(widest) = lines.iter().map(|(badge, _)| badge.len()).max() else { return Ok(false) };
    sheet.section("Said by more than one source", widest)?;
    for (badge_of_all, wordings) in lines {
        let same_words = (wordings.len() == 1).then_some(Relation::Identical);
        for wording in wordings {
            let relation = wording.tie.map(|tie| tie.relation);
            let lead = relation.is_none();
            // What it says besides is told differently, and stands above.
            if !lead && comparison.finding(wording.sentence).status == Status::Disputed {
                continue;
            }
            sheet.item(&SheetItem {
                nested: !lead,
                badge: if lead { badge_of_all.clone() } else { badge(&wording.articles) },
                sign: relation.or(same_words).map(Sign::of_relation),
                text: &comparison.wording(wording.sentence),
                ..SheetItem::default()
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
        sheet.item(&SheetItem {
            badge: letter(id.article),
            sign: Some(Sign::Possible),
            text: &comparison.wording(id),
            ..SheetItem::default()
        })?;
        for other in others {
            sheet.item(&SheetItem {
                nested: true,
                badge: letter(other.id.article),
                // However alike the words, it is no more than possible.
                sign: Some(Sign::Possible),
                text: &format!("{}: {}", say::odds(other.score), comparison.wording(other.id)),
                ..SheetItem::default()
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
        sheet.item(&SheetItem {
            sign: Sign::of_status(comparison.finding(id).status),
            text: &comparison.wording(id),
            ..SheetItem::default()
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
        sheet.item(&SheetItem {
            badge: letter(article),
            sign: Some(sign),
            lead,
            text,
            ..SheetItem::default()
        })?;
    }
    Ok(true)
}

/// The selected sentences, article by article, with what is known of each.
fn selection(
    sheet: &mut dyn Sheet,
    comparison: &Comparison,
    selected: &BTreeSet<SentenceId>,
    annotations: &Annotations,
) -> io::Result<()> {
    let mut current = None;
    let known: BTreeSet<SentenceId> = annotations.selected.iter().copied().collect();
    let ordered = annotations.selected.iter().filter(|id| selected.contains(id));
    for &id in ordered.chain(selected.difference(&known)) {
        if current.replace(id.article) != Some(id.article) {
            let names = &comparison.names[id.article];
            sheet.section(&format!("{}: {}", letter(id.article), names.label), 0)?;
            let origin = origin(&comparison.articles[id.article], names);
            if !origin.is_empty() {
                sheet.line(&origin)?;
            }
        }
        sheet.quote(&comparison.wording(id), &remark(comparison, id))?;
        if let Some(note) = annotations.notes.get(&id) {
            sheet.note(note)?;
        }
    }
    Ok(())
}

/// What was written beside sentences in scope.
fn notes(
    sheet: &mut dyn Sheet,
    comparison: &Comparison,
    scope: &Scope,
    annotations: &Annotations,
) -> io::Result<()> {
    let in_scope = |id: &SentenceId| scope.holds(comparison, *id);
    let notes: Vec<(&SentenceId, &String)> =
        annotations.notes.iter().filter(|(id, _)| in_scope(id)).collect();
    let Some(widest) = notes.iter().map(|(id, _)| letter(id.article).len()).max() else { return Ok(()) };
    sheet.section("Notes", widest)?;
    for (&id, note) in notes {
        let badge = letter(id.article);
        sheet.item(&SheetItem { badge, text: &comparison.wording(id), ..SheetItem::default() })?;
        sheet.item(&SheetItem { nested: true, text: note, ..SheetItem::default() })?;
    }
    Ok(())
}

/// What became of a sentence and who else says it: "shared: identical in E, edited in BC".
#[must_use]
pub fn remark(comparison: &Comparison, id: SentenceId) -> String {
    let finding = comparison.finding(id);
    let status = say::status(finding.status);
    let block = comparison.articles[id.article].sentences[id.sentence].block;
    match finding.status {
        Status::Shared | Status::Disputed | Status::Possible => {
            let mut others: BTreeMap<Sign, BTreeSet<usize>> = BTreeMap::new();
            for other in best_in_each(comparison, id) {
                let sign = if other.disputed { Sign::Disputed } else { Sign::of_relation(other.relation) };
                others.entry(sign).or_default().insert(other.id.article);
            }
            let others: Vec<String> = others
                .iter()
                .map(|(sign, articles)| match sign {
                    Sign::Disputed => format!("told differently in {}", badge(articles)),
                    sign => format!("{} in {}", sign.word(), badge(articles)),
                })
                .collect();
            format!("{status}: {}", others.join(", "))
        }
        Status::OffTopic => match comparison.flag(id.article, block) {
            Some(flag) => format!("{status}: {}", say::flag(flag)),
            None => format!("{status}: {BY_HAND}"),
        },
        Status::Unique | Status::Apart | Status::Repeat => status.to_owned(),
    }
}
