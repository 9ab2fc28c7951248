//! One source on a page: the sentences of a paragraph flow, each with its sign before it.

use ratatui::layout::Position;

use super::column::{draw_fold, draw_line, look};
use crate::article::SentenceId;
use crate::tui::cells::glyphs::glyphs;
use crate::tui::cells::paint::Painter;
use crate::tui::cells::wrap::{LinePart, Tone};
use crate::tui::theme::Meaning;
use crate::tui::view::Target;
use crate::tui::view::compare::flow::{Item, Shown};
use crate::tui::view::compare::page::{PageLine, PagePart};
use crate::tui::view::compare::regions::GUTTER;
use crate::tui::view::compare::state::{Sight, sentences_of};

pub(super) fn draw(painter: &mut Painter<'_>, sight: &Sight<'_>, article: usize, (x, end): (u16, u16)) {
    let Some((window, scroll)) = sight.page() else { return };
    let body = sight.regions.body;
    for (number, y) in window.visible(scroll) {
        let Some(y) = u16::try_from(y).ok().filter(|&y| y < body.height).map(|y| body.y + y) else {
            continue;
        };
        let Some(line) = window.items.lines.get(number) else { continue };
        let first = |item: usize| window.items.lines_of(item).start == number;
        draw_cursor(painter, sight, line, &first, (x, y));
        let left = x + GUTTER;
        let flow = &sight.compare.flows[article];
        if let Shown::Fold { .. } = flow.items[line.item].shown {
            draw_fold(painter, sight, (article, line.item), (x, y), end);
            continue;
        }
        let indent = u16::try_from(line.indent).unwrap_or(0);
        if indent > 0 && line.begins {
            let bullet = painter.drawing().bullet;
            painter.put(left, y, end, bullet, Meaning::Quiet);
        }
        draw_parts(painter, sight, (article, line), &first, (left + indent, y), end);
    }
}

/// The cursor, where a line has something of its item.
fn draw_cursor(
    painter: &mut Painter<'_>,
    sight: &Sight<'_>,
    line: &PageLine,
    first: &impl Fn(usize) -> bool,
    (x, y): (u16, u16),
) {
    let Some(at) = sight.compare.at() else { return };
    if line.item == at || line.parts.iter().any(|part| part.item == at) {
        let drawing = painter.drawing();
        let bar = if first(at) { drawing.cursor } else { drawing.counterpart };
        painter.put(x, y, x + 1, bar, Meaning::Cursor);
    }
}

fn draw_parts(
    painter: &mut Painter<'_>,
    sight: &Sight<'_>,
    (article, line): (usize, &PageLine),
    first: &impl Fn(usize) -> bool,
    (left, y): (u16, u16),
    end: u16,
) {
    let source = &sight.comparison().articles[article];
    let found = sight.compare.found.within(article);
    let mut x = left;
    let mut before = None;
    for PagePart { item, part } in &line.parts {
        let shown = sight.compare.flows[article].items[*item];
        let look = look(painter, sight, article, shown);
        let begins = first(*item) && before != Some(*item);
        let behind = draw_line(painter, (source, found), std::slice::from_ref(part), &look, (x, y), end);
        if begins && is_selected(sight, article, shown) {
            // Between the sign and the words; where there is no sign, before them.
            let at =
                if part.tone == Tone::Sign { behind } else { (x + u16::from(part.spaced)).saturating_sub(1) };
            let selected = painter.drawing().selected;
            painter.put(at, y, end, selected, Meaning::Selected);
        }
        if let (Shown::Block, Some(sign), true) = (shown.shown, look.sign, begins) {
            painter.put(left.saturating_sub(2), y, left, sign.glyph(painter.charset), sign.meaning());
        }
        x = behind;
        before = Some(*item);
    }
}

fn is_selected(sight: &Sight<'_>, article: usize, item: Item) -> bool {
    let mut sentences = sentences_of(sight.comparison(), article, item).peekable();
    sentences.peek().is_some() && sentences.all(|id| sight.story.selection.holds(id))
}

/// What lies at a cell of the page.
pub(super) fn hit(sight: &Sight<'_>, article: usize, left: u16, cell: Position) -> Option<Target> {
    let (window, scroll) = sight.page()?;
    let row = i32::from(cell.y) - i32::from(sight.regions.body.y);
    let (number, _) = window.visible(scroll).into_iter().find(|&(_, y)| y == row)?;
    let line = window.items.lines.get(number)?;
    let source = &sight.comparison().articles[article];
    let cells = |part: &LinePart| -> usize {
        let text = glyphs(part.span.of(&source.text), sight.scene.charset()).map(|glyph| glyph.width).sum();
        usize::from(part.spaced) + if matches!(part.tone, Tone::Folded | Tone::Sign) { 1 } else { text }
    };
    let mut x = usize::from(left + GUTTER) + line.indent;
    let under = line.parts.iter().find(|part| {
        x += cells(&part.part);
        usize::from(cell.x) < x
    });
    let item = under.or(line.parts.last()).map_or(line.item, |part| part.item);
    let Item { shown, block, .. } = *sight.compare.flows[article].items.get(item)?;
    Some(match shown {
        Shown::Sentence(sentence) => Target::Sentence(SentenceId::new(article, sentence)),
        Shown::Block => Target::Block { article, block },
        Shown::Fold { last } => Target::Fold { article, first: block, last },
    })
}
