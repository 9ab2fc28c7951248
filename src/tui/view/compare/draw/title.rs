//! The line over a column: letter, headline, and how the article stands to the cursor.

use crate::say::{Sign, letter};
use crate::tui::cells::glyphs::width;
use crate::tui::cells::paint::Painter;
use crate::tui::theme::Meaning;
use crate::tui::view::compare::state::Sight;

/// Cells of a column from which both the outlet and a count fit beside the headline.
const ROOMY: u16 = 60;
/// The longest name of an outlet beside a headline, in cells.
const LONGEST_OUTLET: usize = 14;

pub(super) fn draw(painter: &mut Painter<'_>, sight: &Sight<'_>, article: usize, x: u16, end: u16) {
    let current = sight.compare.cursor.article == article;
    let style = painter.theme.style(if current { Meaning::CurrentTitle } else { Meaning::Title });
    let label = &sight.comparison().names[article].label;
    let letter_meaning = if current { Meaning::Cursor } else { Meaning::CurrentTitle };
    let text = painter.put(x + 1, 0, end, &letter(article), letter_meaning) + 1;
    let aside = aside(painter, sight, article, end - x);
    let cells = u16::try_from(width(&aside, painter.charset)).unwrap_or(0);
    let headline_end = end.saturating_sub(cells + if aside.is_empty() { 1 } else { 3 });
    painter.fit(text, 0, headline_end, label, style);
    if !aside.is_empty() {
        painter.put(end.saturating_sub(cells + 1), 0, end, &aside, Meaning::Quiet);
    }
}

/// What stands at the right: what the article has for the cursor, its outlet, or its count.
fn aside(painter: &Painter<'_>, sight: &Sight<'_>, article: usize, cells: u16) -> String {
    let others = sight.compare.counterparts.within(article).len();
    if sight.compare.cursor.article == article {
        if let Some(tour) = &sight.compare.tour {
            let here: Vec<_> = tour.members.iter().filter(|id| id.article == article).collect();
            if here.len() > 1 {
                let at = here.iter().position(|&&id| Some(&id) == tour.members.get(tour.at)).unwrap_or(0);
                return format!("{} of {}", at + 1, here.len());
            }
        }
    } else if others == 0 {
        return "none here".to_owned();
    } else if others > 1 {
        return format!("1 of {others}");
    }
    let counts = sight.compare.flows[article].counts;
    let off_topic = match counts.off_topic_blocks {
        0 => String::new(),
        lines => format!(" {}{lines}", Sign::OffTopic.glyph(painter.charset)),
    };
    if sight.comparison().articles.len() < 2 {
        let outlet = sight.comparison().names[article].outlet.as_deref().unwrap_or_default();
        return format!("{outlet}{off_topic}").trim_start().to_owned();
    }
    let disputed = match counts.disputed {
        0 => String::new(),
        disputed => format!(" {}{disputed}", Sign::Disputed.glyph(painter.charset)),
    };
    let shared = format!("{} shared{disputed}{off_topic}", counts.shared);
    let outlet = sight.comparison().names[article].outlet.as_deref().unwrap_or_default();
    let ellipsis = painter.drawing().ellipsis;
    let outlet = crate::tui::cells::glyphs::fitted(outlet, LONGEST_OUTLET, ellipsis, painter.charset);
    match (outlet.is_empty(), cells >= ROOMY) {
        (true, _) => shared,
        (false, true) => format!("{outlet} {} {shared}", painter.drawing().dot),
        (false, false) => format!("{outlet}{disputed}{off_topic}"),
    }
}
