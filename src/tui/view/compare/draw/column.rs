//! A column: the rows of an article that are on the screen.

use ratatui::style::Style;

use super::flags;
use crate::article::{Article, Role, SentenceId, Span};
use crate::comparison::Status;
use crate::digest;
use crate::say::Sign;
use crate::tui::cells::glyphs::glyphs;
use crate::tui::cells::paint::Painter;
use crate::tui::cells::wrap::{LinePart, Tone};
use crate::tui::search::Hit;
use crate::tui::theme::Meaning;
use crate::tui::view::Target;
use crate::tui::view::compare::flow::{Item, Shown, bullet_width};
use crate::tui::view::compare::regions::GUTTER;
use crate::tui::view::compare::state::{Filter, Sight, sentences_of};

/// How an item is drawn.
pub(super) struct ItemStyle {
    pub(super) sign: Option<Sign>,
    sentence: Style,
    mark: Style,
    run: Style,
    /// What the sentence at the cursor has as well.
    runs: Vec<Span>,
    disputed: Style,
    /// What another source contradicts.
    contradicted: Vec<Span>,
    /// How words look that are looked for.
    found: Style,
}

pub(super) fn draw(painter: &mut Painter<'_>, sight: &Sight<'_>, article: usize, (x, end): (u16, u16)) {
    let window = sight.window(article);
    let visible = window.visible(sight.compare.scrolls[article]);
    if sight.compare.flows[article].items.is_empty() {
        let text = match sight.compare.filter {
            Filter::All => "nothing to read here",
            Filter::Shared => "nothing here is shared",
            Filter::Disputed => "nothing here is told differently",
            Filter::Possible => "nothing here is merely possible",
            Filter::OnlyHere => "nothing is only here",
            Filter::Selected => "nothing here is selected",
        };
        painter.put(x + sight.regions.gutter, sight.regions.body.y, end, text, Meaning::Quiet);
    }
    let source = &sight.comparison().articles[article];
    let found = sight.compare.found.within(article);
    let body = sight.regions.body;
    let row = |y: i32| u16::try_from(y).ok().filter(|&y| y < body.height).map(|y| body.y + y);
    for (item, y) in visible {
        let shown = sight.compare.flows[article].items[item];
        let look = look(painter, sight, article, shown);
        for (line, y) in (0..window.rows(item)).zip(y..window.height) {
            let Some(y) = row(y) else { continue };
            gutter(painter, sight, article, shown, look.sign, (x, y), line == 0);
            let left = x + sight.regions.gutter;
            if let Shown::Fold { .. } = shown.shown {
                draw_summary(painter, sight, (article, item), (left, y), end, look.sentence);
                continue;
            }
            let lines = window.items.flow.lines(sight.comparison(), item, window.items.width);
            let indent = u16::try_from(bullet_width(source, shown)).unwrap_or(0);
            let first_of_block = sight.compare.flows[article].items.get(item.wrapping_sub(1));
            if indent > 0 && line == 0 && first_of_block.is_none_or(|above| above.block != shown.block) {
                let bullet = painter.drawing().bullet;
                painter.put(left, y, end, bullet, Meaning::Quiet);
            }
            let parts = usize::try_from(line).ok().and_then(|line| lines.get(line));
            let parts = parts.map_or(&[][..], Vec::as_slice);
            draw_line(painter, (source, found), parts, &look, (left + indent, y), end);
        }
    }
}

/// Draws a folded run on its row, with its sign.
pub(super) fn draw_fold(
    painter: &mut Painter<'_>,
    sight: &Sight<'_>,
    (article, item): (usize, usize),
    (x, y): (u16, u16),
    end: u16,
) {
    let shown = sight.compare.flows[article].items[item];
    let look = look(painter, sight, article, shown);
    gutter(painter, sight, article, shown, look.sign, (x, y), true);
    draw_summary(painter, sight, (article, item), (x + sight.regions.gutter, y), end, look.sentence);
}

/// What a folded run holds.
fn draw_summary(
    painter: &mut Painter<'_>,
    sight: &Sight<'_>,
    (article, item): (usize, usize),
    (x, y): (u16, u16),
    end: u16,
    style: Style,
) {
    let cells = usize::from(end.saturating_sub(x));
    let tally = sight.compare.flows[article].tally(sight.comparison(), item);
    let summary = flags::summary(&tally, cells, painter.drawing().ellipsis);
    painter.fit(x, y, end, &summary, style);
}

/// What lies at a row of the screen in the column of an article.
pub(super) fn hit(sight: &Sight<'_>, article: usize, row: u16) -> Option<Target> {
    let window = sight.window(article);
    let row = i32::from(row) - i32::from(sight.regions.body.y);
    let at_row = |&(item, y): &(usize, i32)| (y..y + window.rows(item)).contains(&row);
    let (item, _) = window.visible(sight.compare.scrolls[article]).into_iter().find(at_row)?;
    let Item { shown, block, .. } = sight.compare.flows[article].items[item];
    Some(match shown {
        Shown::Sentence(sentence) => Target::Sentence(SentenceId::new(article, sentence)),
        Shown::Block => Target::Block { article, block },
        Shown::Fold { last } => Target::Fold { article, first: block, last },
    })
}

fn gutter(
    painter: &mut Painter<'_>,
    sight: &Sight<'_>,
    article: usize,
    item: Item,
    sign: Option<Sign>,
    (x, y): (u16, u16),
    first: bool,
) {
    let drawing = painter.drawing();
    let here = sight.compare.cursor.article == article && sight.compare.item() == Some(item);
    let relation =
        item.sentence(article).and_then(|id| sight.compare.counterparts.get(id)).map(Sign::of_counterpart);
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
    let mut sentences = sentences_of(sight.comparison(), article, item).peekable();
    let noted = item.sentence(article).is_some_and(|id| sight.story.notes.contains_key(&id));
    let selected = sentences.peek().is_some() && sentences.all(|id| sight.story.selection.holds(id));
    match (noted, selected) {
        (true, true) => painter.put(x + 2, y, x + 3, drawing.noted, Meaning::Selected),
        (true, false) => painter.put(x + 2, y, x + 3, drawing.noted, Meaning::Quiet),
        (false, true) => painter.put(x + 2, y, x + 3, drawing.selected, Meaning::Selected),
        (false, false) => x,
    };
    if let Some(id) = item.sentence(article).filter(|_| sight.regions.gutter > GUTTER) {
        draw_heat(painter, sight, id, (x + GUTTER, y));
    }
}

/// How many of the sources have a sentence: the more, the louder.
fn draw_heat(painter: &mut Painter<'_>, sight: &Sight<'_>, id: SentenceId, (x, y): (u16, u16)) {
    let comparison = sight.comparison();
    if !comparison.takes_part(id) {
        return;
    }
    let (have, all) = (digest::coverage(comparison, id), comparison.articles.len());
    let meaning = match have {
        1 => Meaning::Quiet,
        have if have == all => Meaning::Cursor,
        have if have * 2 > all => Meaning::CurrentTitle,
        _ => Meaning::Title,
    };
    let digits = all.to_string().len();
    painter.put(x, y, x + sight.regions.gutter - GUTTER, &format!("{have:>digits$}/{all}"), meaning);
}

pub(super) fn look(painter: &Painter<'_>, sight: &Sight<'_>, article: usize, item: Item) -> ItemStyle {
    let theme = painter.theme;
    let id = item.sentence(article);
    let role = sight.comparison().articles[article].blocks.get(item.block).map(|block| block.role);
    let flagged = sight.comparison().flag(article, item.block).is_some();
    let status = id.map(|id| sight.comparison().finding(id).status);
    let base = match (status, role) {
        _ if flagged => theme.style(Meaning::OffTopic),
        (Some(Status::Repeat), _) => theme.style(Meaning::Repeat),
        (_, Some(Role::Headline | Role::Subheading)) => theme.style(Meaning::Headline),
        (_, Some(Role::Byline | Role::Dateline | Role::Caption)) => theme.style(Meaning::Apart),
        _ => Style::new(),
    };
    let here = sight.compare.cursor.article == article && sight.compare.item() == Some(item);
    let sentence = if here { base.patch(theme.style(Meaning::Current)) } else { base };
    let mark = if flagged { base } else { theme.style(Meaning::Mark) };
    let sign = match id {
        Some(id) => sight.sign_of(id),
        None => flagged.then_some(Sign::OffTopic),
    };
    let runs = id.map(|id| runs_with_cursor(sight, id)).unwrap_or_default();
    let contradicted = id.map(|id| contradicted(sight, id)).unwrap_or_default();
    let [run, disputed] = [Meaning::Run, Meaning::Disputed].map(|meaning| base.patch(theme.style(meaning)));
    let found = theme.style(Meaning::Found);
    ItemStyle { sign, sentence, mark, run, runs, disputed, contradicted, found }
}

/// The words of a sentence that others contradict: at the cursor any other, elsewhere the one at the cursor.
fn contradicted(sight: &Sight<'_>, id: SentenceId) -> Vec<Span> {
    match sight.compare.sentence() {
        Some(here) if here == id => digest::contradicted(sight.comparison(), id, None),
        Some(here) => digest::contradicted(sight.comparison(), id, Some(here)),
        None => Vec::new(),
    }
}

/// The stretches of a counterpart that the sentence at the cursor has as well.
fn runs_with_cursor(sight: &Sight<'_>, id: SentenceId) -> Vec<Span> {
    let Some(found) = sight.compare.sentence().and_then(|here| sight.comparison().match_between(here, id))
    else {
        return Vec::new();
    };
    let mut runs: Vec<Span> =
        found.runs.iter().map(|run| if found.a == id { run.a } else { run.b }).collect();
    runs.sort_unstable();
    runs
}

/// Draws the parts of a line; hands back the column behind them.
pub(super) fn draw_line(
    painter: &mut Painter<'_>,
    (source, found): (&Article, &[Hit]),
    parts: &[LinePart],
    look: &ItemStyle,
    (x, y): (u16, u16),
    end: u16,
) -> u16 {
    let mut x = x;
    for part in parts {
        x += u16::from(part.spaced);
        let near = |run: &&Span| run.start < part.span.end && part.span.start < run.end;
        let runs: Vec<&Span> = look.runs.iter().filter(near).collect();
        let contradicted: Vec<&Span> = look.contradicted.iter().filter(near).collect();
        let first = found.partition_point(|hit| hit.span.end <= part.span.start);
        let mut found = found.get(first..).unwrap_or_default().iter().map(|hit| hit.span).peekable();
        let sign = match part.tone {
            Tone::Folded => Some((Sign::OffTopic, look.mark)),
            Tone::Sign => look.sign.map(|sign| (sign, painter.theme.style(sign.meaning()))),
            Tone::Sentence | Tone::Mark => None,
        };
        if let Some((sign, style)) = sign {
            if x < end {
                painter.cell(x, y, 1, sign.glyph(painter.charset), style);
            }
            x += 1;
            continue;
        }
        for glyph in glyphs(part.span.of(&source.text), painter.charset) {
            let at = part.span.start + glyph.start;
            let within = |spans: &[&Span]| spans.iter().any(|span| span.start <= at && at < span.end);
            while found.next_if(|span| span.end <= at).is_some() {}
            let style = match part.tone {
                _ if found.peek().is_some_and(|span| span.start <= at) => look.found,
                Tone::Mark | Tone::Folded | Tone::Sign => look.mark,
                Tone::Sentence if within(&contradicted) => look.disputed,
                Tone::Sentence if within(&runs) => look.run,
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
    x
}
