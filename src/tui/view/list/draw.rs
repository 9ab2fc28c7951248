//! A list on the screen: the views over it, its rows, and hints or what is said below.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::finding::Sought;
use super::{List, Listing, Row};
use crate::article::Span;
use crate::digest::Cell;
use crate::say::{Sign, letter};
use crate::tui::action::Action;
use crate::tui::cells::frame;
use crate::tui::cells::glyphs::{glyphs, width};
use crate::tui::cells::paint::Painter;
use crate::tui::drawing::drawing;
use crate::tui::env::Charset;
use crate::tui::keymap::Keys;
use crate::tui::notice::Notice;
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;
use crate::tui::view::Target;
use crate::tui::view::views::names;

/// The rows over the list, and the one below.
const OVER: u16 = 2;
const BELOW: u16 = 1;
/// Cells for the cursor, the sign, and what is selected.
const GUTTER: u16 = 3;
/// The most cells of a badge.
const WIDEST_BADGE: usize = 8;
/// The most cells of a line of text: longer ones are hard to read.
const WIDEST: usize = 100;
/// More sources than this have no blanks between their cells.
const SPACED: usize = 16;

/// What keys do in a list.
const HINTS: [(&[Action], &str); 8] = [
    (&[Action::NextSentence, Action::PreviousSentence], "row"),
    (&[Action::NextMember], "in Compare"),
    (&[Action::NextDisputed], "where they differ"),
    (&[Action::Search], "find"),
    (&[Action::Select], "select"),
    (&[Action::Sort], "order"),
    (&[Action::Export], "export"),
    (&[Action::Help], "keys"),
];

/// Rows for the list.
pub(super) fn height(scene: &Scene) -> usize {
    usize::from(scene.size.height.saturating_sub(OVER + BELOW))
}

/// Cells that the badges of rows take.
pub(super) fn badge_width(rows: &[Row]) -> usize {
    match rows.iter().map(|row| row.badge.chars().count()).max().unwrap_or(0) {
        0 => 0,
        badge => badge.min(WIDEST_BADGE) + 1,
    }
}

/// Cells before the text.
fn before<L: Listing>(list: &List<L>) -> u16 {
    u16::try_from(usize::from(GUTTER) + list.badge + cells_width(list)).unwrap_or(GUTTER)
}

fn cells_width<L: Listing>(list: &List<L>) -> usize {
    let sources = list.of.articles.len();
    match (list.listing.has_cells(), sources > SPACED) {
        (false, _) => 0,
        (true, false) => sources * 2 + 1,
        (true, true) => sources + 1,
    }
}

/// Cells of a line of text.
pub(super) fn text_width<L: Listing>(scene: &Scene, list: &List<L>) -> usize {
    usize::from(scene.size.width.saturating_sub(before(list) + 1)).clamp(10, WIDEST)
}

/// What lies at a cell.
pub(super) fn hit<L: Listing>(
    list: &List<L>,
    scene: &Scene,
    said: Option<&Notice>,
    cell: Position,
) -> Option<Target> {
    if cell.y == 0 {
        let at = |(_, cells): &(usize, std::ops::Range<u16>)| cells.contains(&cell.x);
        return tabs(scene.charset()).into_iter().find(at).map(|(view, _)| Target::Tab(view));
    }
    if cell.y + BELOW >= scene.size.height {
        if said.is_some() {
            return None;
        }
        let (actions, hints) = hints(list, scene);
        let texts: Vec<(String, &str)> = hints.iter().map(|(keys, what)| (keys.clone(), *what)).collect();
        let places = frame::places(1, scene.size.width.saturating_sub(1), &texts, scene.charset());
        let at = places.iter().position(|cells| cells.contains(&cell.x))?;
        return actions.get(at).map(|&action| Target::Hint(action));
    }
    let y = i32::from(cell.y.checked_sub(OVER)?);
    let window = list.window(scene);
    let visible = window.visible(list.scroll);
    let (row, _) = visible.into_iter().find(|&(row, top)| (top..top + window.rows(row)).contains(&y))?;
    list.rows.get(row)?.sentence.map(|_| Target::Row(row))
}

/// The cells of each view's name.
fn tabs(charset: Charset) -> Vec<(usize, std::ops::Range<u16>)> {
    let mut x = 1;
    let mut tabs: Vec<(usize, std::ops::Range<u16>)> = Vec::new();
    for (view, name) in names().enumerate() {
        let end = x + u16::try_from(width(name, charset) + 2).unwrap_or(0);
        tabs.push((view, x..end));
        x = end + 2;
    }
    tabs
}

pub(super) fn draw<L: Listing>(
    painter: &mut Painter<'_>,
    list: &List<L>,
    story: &Story,
    scene: &Scene,
    said: Option<&Notice>,
) {
    let right = scene.size.width;
    for (view, cells) in tabs(painter.charset) {
        let shown = names().nth(view).unwrap_or_default();
        let here = shown.eq_ignore_ascii_case(list.listing.context().0);
        let x = painter.put(cells.start, 0, right, &(view + 1).to_string(), Meaning::Key);
        painter.put(x + 1, 0, right, shown, if here { Meaning::CurrentTitle } else { Meaning::Quiet });
    }
    draw_head(painter, list, scene);
    draw_rows(painter, list, story, scene);
    let y = scene.size.height.saturating_sub(BELOW);
    let end = right.saturating_sub(1);
    match said {
        Some(notice) => {
            let meaning = if notice.error { Meaning::Error } else { Meaning::Notice };
            let style = painter.theme.style(meaning);
            painter.fit(1, y, end, &notice.text, style);
        }
        None => {
            let (_, hints) = hints(list, scene);
            let texts: Vec<(String, &str)> = hints.into_iter().collect();
            frame::hints(painter, 1, y, end, &texts);
        }
    }
}

/// The row over the list: what it says as a whole, and the letters over its cells.
fn draw_head<L: Listing>(painter: &mut Painter<'_>, list: &List<L>, scene: &Scene) {
    let right = scene.size.width;
    painter.rule(0, 1, right);
    let mut x = GUTTER - 1;
    if list.listing.has_cells() {
        let step = if list.of.articles.len() > SPACED { 1 } else { 2 };
        for article in 0..list.of.articles.len() {
            let name = letter(article);
            let name = name.get(..1).unwrap_or_default();
            painter.put(
                GUTTER + u16::try_from(article * step).unwrap_or(right),
                1,
                right,
                name,
                Meaning::Title,
            );
        }
        x = before(list);
    }
    let rows = list.rows.iter().filter(|row| row.sentence.is_some());
    let at = list.rows.iter().take(list.at + 1).filter(|row| row.sentence.is_some()).count();
    let mut state = format!(" {at}/{} ", rows.count());
    let text = format!(" {} ", list.summary);
    let cells = u16::try_from(width(&state, painter.charset)).unwrap_or(0);
    let end = right.saturating_sub(cells + 2);
    let style = painter.theme.style(Meaning::Title);
    painter.fit(x, 1, end, &text, style);
    if list.rows.is_empty() {
        state.clear();
    }
    painter.put(end, 1, right, &state, Meaning::Quiet);
}

fn draw_rows<L: Listing>(painter: &mut Painter<'_>, list: &List<L>, story: &Story, scene: &Scene) {
    let (cells, end) = (text_width(scene, list), scene.size.width);
    let bottom = scene.size.height.saturating_sub(BELOW);
    if list.rows.is_empty() {
        painter.put(GUTTER, OVER, end, list.listing.nothing(), Meaning::Quiet);
    }
    for (index, y) in list.window(scene).visible(list.scroll) {
        let Some(row) = list.rows.get(index) else { continue };
        draw_row(painter, list, story, (index, row), y + i32::from(OVER), (cells, bottom));
    }
}

fn draw_row<L: Listing>(
    painter: &mut Painter<'_>,
    list: &List<L>,
    story: &Story,
    (index, row): (usize, &Row),
    y: i32,
    (cells, bottom): (usize, u16),
) {
    let right = painter.buffer.area.right();
    let on_screen = |y: i32| u16::try_from(y).ok().filter(|y| (OVER..bottom).contains(y));
    let marks = drawing(painter.charset);
    let here = index == list.at && row.sentence.is_some();
    let left = before(list) + row.indent * 2;
    let base = match (row.sentence, row.quiet) {
        (None, false) => painter.theme.style(Meaning::CurrentTitle),
        (_, true) => painter.theme.style(Meaning::Quiet),
        (_, false) => Style::new(),
    };
    let base = if here { base.patch(painter.theme.style(Meaning::Current)) } else { base };
    let lines = if row.text.is_empty() { Vec::new() } else { row.lines(cells, painter.charset) };
    for (number, parts) in lines.iter().enumerate() {
        let Some(y) = on_screen(y + i32::try_from(number).unwrap_or(0)) else { continue };
        if here {
            painter.put(0, y, 1, if number == 0 { marks.cursor } else { marks.counterpart }, Meaning::Cursor);
        }
        if number == 0 {
            draw_gutter(painter, list, story, row, y);
        }
        let span = parts.first().map_or(Span::default(), |part| part.span);
        draw_text(
            painter,
            row,
            span,
            (if row.sentence.is_none() { 1 + row.indent * 2 } else { left }, y),
            right,
            base,
            list.sought.as_ref(),
        );
    }
}

/// Sign, mark, badge and cells of a row.
fn draw_gutter<L: Listing>(painter: &mut Painter<'_>, list: &List<L>, story: &Story, row: &Row, y: u16) {
    let right = painter.buffer.area.right();
    let Some(id) = row.sentence else { return };
    let marks = drawing(painter.charset);
    if let Some(sign) = row.sign {
        painter.put(1, y, 2, sign.glyph(painter.charset), sign.meaning());
    }
    let noted = story.notes.contains_key(&id);
    if story.selection.holds(id) {
        painter.put(2, y, 3, if noted { marks.noted } else { marks.selected }, Meaning::Selected);
    } else if noted {
        painter.put(2, y, 3, marks.noted, Meaning::Quiet);
    }
    let mut x = GUTTER;
    if list.listing.has_cells() {
        let step = if list.of.articles.len() > SPACED { 1 } else { 2 };
        for (article, cell) in row.cells.iter().enumerate() {
            let x = GUTTER + u16::try_from(article * step).unwrap_or(right);
            let sign = match cell {
                None => None,
                Some(Cell::Disputed) => Some(Sign::Disputed),
                Some(Cell::Told(relation)) => Some(Sign::of_relation(*relation)),
                Some(Cell::Possible) => Some(Sign::Possible),
                Some(_) => {
                    painter.put(x, y, right, marks.core, Meaning::Title);
                    continue;
                }
            };
            match sign {
                Some(sign) => painter.put(x, y, right, sign.glyph(painter.charset), sign.meaning()),
                None => painter.put(x, y, right, marks.dot, Meaning::Rule),
            };
        }
        x += u16::try_from(cells_width(list)).unwrap_or(0);
    }
    painter.put(x, y, before(list), &row.badge, Meaning::Title);
}

fn draw_text(
    painter: &mut Painter<'_>,
    row: &Row,
    span: Span,
    (x, y): (u16, u16),
    right: u16,
    base: Style,
    sought: Option<&Sought>,
) {
    let found = sought.map(|sought| row.places(&sought.pattern)).unwrap_or_default();
    let loud = row.loudness.map(|meaning| base.patch(painter.theme.style(meaning)));
    let mut x = x;
    for glyph in glyphs(span.of(&row.text), painter.charset) {
        let at = span.start + glyph.start;
        let within = |spans: &[Span]| spans.iter().any(|span| span.start <= at && at < span.end);
        let style = match loud {
            _ if within(&found) => painter.theme.style(Meaning::Found),
            Some(loud) if within(&row.loud) => loud,
            _ => base,
        };
        let width = u16::try_from(glyph.width).unwrap_or(1);
        if x + width > right {
            break;
        }
        painter.cell(x, y, width, &glyph.text, style);
        x += width;
    }
}

/// Keys and what they do, as they are set: with the action that a click runs.
fn hints<L: Listing>(list: &List<L>, scene: &Scene) -> (Vec<Action>, Vec<(String, &'static str)>) {
    let context = list.listing.context();
    let mut actions = Vec::new();
    let mut hints = Vec::new();
    for (of, what) in HINTS {
        let keys: Vec<String> = of
            .iter()
            .filter(|&&action| action != Action::Sort || list.listing.has_cells())
            .filter_map(|&action| scene.keymap.keys(context, action).first().map(Keys::to_string))
            .collect();
        if let (false, Some(&action)) = (keys.is_empty(), of.first()) {
            actions.push(action);
            hints.push((keys.join(" "), what));
        }
    }
    (actions, hints)
}
