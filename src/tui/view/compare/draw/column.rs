//! A column: the rows of an article that are on the screen.

use ratatui::style::Style;

use super::flags;
use crate::article::{Article, Role, SentenceId, Span};
use crate::comparison::Status;
use crate::say::Sign;
use crate::tui::cells::glyphs::glyphs;
use crate::tui::cells::paint::Painter;
use crate::tui::cells::wrap::{Part, Tone};
use crate::tui::reader::{Filter, Reader};
use crate::tui::theme::Meaning;
use crate::tui::view::compare::column::{Item, Shown, bullet_width};
use crate::tui::view::compare::regions::{GUTTER, Regions};

/// How an item is drawn.
struct Look {
    sign: Option<Sign>,
    sentence: Style,
    mark: Style,
    run: Style,
    runs: Vec<Span>,
}

pub(super) fn draw(painter: &mut Painter<'_>, reader: &Reader, regions: &Regions, article: usize, x: u16) {
    let view = reader.view(article, regions);
    let end = x + regions.column_width;
    let visible = view.visible(reader.scrolls[article]);
    if reader.pages[article].items.is_empty() {
        let text = match reader.filter {
            Filter::All => "nothing to read here",
            Filter::Shared => "nothing here is shared",
            Filter::OnlyHere => "nothing is only here",
            Filter::Selected => "nothing here is selected",
        };
        painter.put(x + GUTTER, regions.body.y, end, text, Meaning::Quiet);
    }
    let source = &reader.comparison.articles[article];
    let row = |y: i32| u16::try_from(y).ok().filter(|&y| y < regions.body.height).map(|y| regions.body.y + y);
    for (item, y) in visible {
        let shown = reader.pages[article].items[item];
        let look = look(painter, reader, article, shown);
        for (line, y) in (0..view.rows(item)).zip(y..view.height) {
            let Some(y) = row(y) else { continue };
            gutter(painter, reader, article, shown, look.sign, (x, y), line == 0);
            let left = x + GUTTER;
            if let Shown::Fold { .. } = shown.shown {
                let cells = usize::from(end.saturating_sub(left));
                let ellipsis = painter.drawing().ellipsis;
                let tally = view.page.tally(&reader.comparison, item);
                let summary = flags::summary(&tally, cells, ellipsis);
                painter.fit(left, y, end, &summary, look.sentence);
                continue;
            }
            let lines = view.page.lines(&reader.comparison, item, view.width);
            let indent = u16::try_from(bullet_width(source, shown)).unwrap_or(0);
            let first_of_block = reader.pages[article].items.get(item.wrapping_sub(1));
            if indent > 0 && line == 0 && first_of_block.is_none_or(|above| above.block != shown.block) {
                let bullet = painter.drawing().bullet;
                painter.put(left, y, end, bullet, Meaning::Quiet);
            }
            let parts = usize::try_from(line).ok().and_then(|line| lines.get(line));
            draw_line(painter, source, parts.map_or(&[], Vec::as_slice), &look, (left + indent, y), end);
        }
    }
}

fn gutter(
    painter: &mut Painter<'_>,
    reader: &Reader,
    article: usize,
    item: Item,
    sign: Option<Sign>,
    (x, y): (u16, u16),
    first: bool,
) {
    let drawing = painter.drawing();
    let here = reader.cursor.article == article && reader.item() == Some(item);
    let relation =
        item.sentence(article).and_then(|id| reader.counterparts.get(id)).map(Sign::of_counterpart);
    if here {
        let bar = if first { drawing.cursor } else { drawing.counterpart };
        painter.put(x, y, x + 1, bar, Meaning::Cursor);
    } else if let Some(relation) = relation {
        painter.put(x, y, x + 1, drawing.counterpart, relation.meaning());
    }
    if !first {
        return;
    }
    if let Some(sign) = sign {
        painter.put(x + 1, y, x + 2, sign.glyph(painter.charset), sign.meaning());
    }
    let mut sentences = reader.sentences_of(article, item).peekable();
    if sentences.peek().is_some() && sentences.all(|id| reader.selection.holds(id)) {
        painter.put(x + 2, y, x + 3, drawing.selected, Meaning::Selected);
    }
}

fn look(painter: &Painter<'_>, reader: &Reader, article: usize, item: Item) -> Look {
    let theme = painter.theme;
    let id = item.sentence(article);
    let role = reader.comparison.articles[article].blocks.get(item.block).map(|block| block.role);
    let flagged = reader.comparison.flag(article, item.block).is_some();
    let status = id.map(|id| reader.comparison.finding(id).status);
    let base = match (status, role) {
        _ if flagged => theme.style(Meaning::OffTopic),
        (Some(Status::Repeat), _) => theme.style(Meaning::Repeat),
        (_, Some(Role::Headline | Role::Subheading)) => theme.style(Meaning::Headline),
        (_, Some(Role::Byline | Role::Dateline | Role::Caption)) => theme.style(Meaning::Apart),
        _ => Style::new(),
    };
    let here = reader.cursor.article == article && reader.item() == Some(item);
    let sentence = if here { base.patch(theme.style(Meaning::Current)) } else { base };
    let mark = if flagged { base } else { theme.style(Meaning::Mark) };
    let sign = match id {
        Some(id) => reader
            .counterparts
            .get(id)
            .map(Sign::of_counterpart)
            .or_else(|| Sign::of_sentence(&reader.comparison, id)),
        None => flagged.then_some(Sign::OffTopic),
    };
    let runs = id.map(|id| runs_with_cursor(reader, id)).unwrap_or_default();
    Look { sign, sentence, mark, run: base.patch(theme.style(Meaning::Run)), runs }
}

/// The stretches of a counterpart that the sentence at the cursor has as well.
fn runs_with_cursor(reader: &Reader, id: SentenceId) -> Vec<Span> {
    let Some(found) = reader.sentence().and_then(|here| reader.comparison.match_between(here, id)) else {
        return Vec::new();
    };
    let mut runs: Vec<Span> =
        found.runs.iter().map(|run| if found.a == id { run.a } else { run.b }).collect();
    runs.sort_unstable();
    runs
}

fn draw_line(
    painter: &mut Painter<'_>,
    source: &Article,
    parts: &[Part],
    look: &Look,
    (x, y): (u16, u16),
    end: u16,
) {
    let mut x = x;
    for part in parts {
        x += u16::from(part.spaced);
        let near = |run: &&Span| run.start < part.span.end && part.span.start < run.end;
        let runs: Vec<&Span> = look.runs.iter().filter(near).collect();
        if part.tone == Tone::Folded {
            if x < end {
                painter.cell(x, y, 1, Sign::OffTopic.glyph(painter.charset), look.mark);
            }
            x += 1;
            continue;
        }
        for glyph in glyphs(part.span.of(&source.text), painter.charset) {
            let at = part.span.start + glyph.start;
            let run = runs.iter().any(|run| run.start <= at && at < run.end);
            let style = match part.tone {
                Tone::Mark | Tone::Folded => look.mark,
                Tone::Sentence if run => look.run,
                Tone::Sentence => look.sentence,
            };
            let width = u16::try_from(glyph.width).unwrap_or(1);
            if x + width > end {
                break;
            }
            painter.cell(x, y, width, &glyph.text, style);
            x += width;
        }
    }
}
