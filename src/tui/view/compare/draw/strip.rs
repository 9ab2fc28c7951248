//! The line between columns and panel: every source with what it has for the cursor.

use ratatui::style::Style;

use crate::say::{Sign, letter};
use crate::tui::cells::glyphs::width;
use crate::tui::cells::paint::Painter;
use crate::tui::reader::{Filter, Reader};
use crate::tui::theme::Meaning;
use crate::tui::view::compare::regions::Regions;

pub(super) fn draw(painter: &mut Painter<'_>, reader: &Reader, regions: &Regions, y: u16) {
    let right = regions.body.right();
    painter.rule(0, y, right);
    let state = format!(" {} ", state(painter, reader).join(&format!(" {} ", painter.drawing().dot)));
    let cells = u16::try_from(width(&state, painter.charset)).unwrap_or(right);
    let state_x = right.saturating_sub(cells + 2);
    painter.put(state_x, y, right, &state, Meaning::Quiet);

    let on_screen = reader.on_screen(regions);
    let articles = reader.comparison.articles.len();
    let place =
        |painter: &Painter<'_>, article| place(painter, reader, article, on_screen.contains(&article));
    // Where not all fit, those before the cursor's give way.
    let room = usize::from(state_x.saturating_sub(6));
    let mut first = reader.cursor.article;
    let near = first..(first + 2).min(articles);
    let mut cells: usize = near.map(|article| place(painter, article).cells + 1).sum();
    while let Some(before) = first.checked_sub(1) {
        cells += place(painter, before).cells + 1;
        if cells > room {
            break;
        }
        first = before;
    }
    let mut x = painter.put(2, y, right, " ", Meaning::Rule);
    if first > 0 {
        x = painter.put(x, y, right, painter.drawing().ellipsis, Meaning::Quiet);
        x = painter.put(x, y, right, " ", Meaning::Rule);
    }
    for article in first..articles {
        let place = place(painter, article);
        if usize::from(x) + place.cells + 2 > usize::from(state_x) {
            let ellipsis = painter.drawing().ellipsis;
            x = painter.put(x, y, state_x, ellipsis, Meaning::Quiet);
            painter.put(x, y, state_x, " ", Meaning::Rule);
            break;
        }
        for (text, style) in &place.parts {
            x = painter.text(x, y, state_x, text, *style);
        }
        x = painter.put(x, y, state_x, " ", Meaning::Rule);
    }
}

struct Place {
    parts: Vec<(String, Style)>,
    cells: usize,
}

/// One source: in brackets where it has a column on the screen, with its relation to the cursor.
fn place(painter: &Painter<'_>, reader: &Reader, article: usize, visible: bool) -> Place {
    let theme = painter.theme;
    let sign = reader.counterparts.within(article).first().map(Sign::of_counterpart);
    let meaning = match (reader.cursor.article == article, sign) {
        (true, _) => Meaning::Cursor,
        (false, Some(_)) => Meaning::CurrentTitle,
        (false, None) => Meaning::Quiet,
    };
    let quiet = theme.style(Meaning::Quiet);
    let mut parts =
        vec![(if visible { "[" } else { " " }.to_owned(), quiet), (letter(article), theme.style(meaning))];
    if let Some(sign) = sign.filter(|_| reader.cursor.article != article) {
        parts.push((" ".to_owned(), quiet));
        parts.push((sign.glyph(painter.charset).to_owned(), theme.style(sign.meaning())));
    }
    if visible {
        parts.push(("]".to_owned(), quiet));
    }
    let cells = parts.iter().map(|(text, _)| width(text, painter.charset)).sum();
    Place { parts, cells }
}

/// What differs from how the reader opens, and where the cursor is.
fn state(painter: &Painter<'_>, reader: &Reader) -> Vec<String> {
    let mut state = Vec::new();
    let selected = reader.selection.count();
    if reader.selection.anchor.is_some() {
        state.push(format!("range, {selected} selected"));
    } else if selected > 0 {
        state.push(format!("{}{selected} selected", painter.drawing().selected));
    }
    if reader.filter != Filter::All {
        state.push(format!("shown: {}", reader.filter.word()));
    }
    if !reader.following {
        state.push("not following".to_owned());
    }
    let items = reader.pages.get(reader.cursor.article).map_or(0, |page| page.items.len());
    state.push(format!("{}/{items}", reader.at().map_or(0, |at| at + 1)));
    state
}
