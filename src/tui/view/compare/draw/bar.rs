//! The scroll bar at the right edge of a column.

use std::ops::Range;
use std::rc::Rc;

use ratatui::style::Modifier;

use crate::say::Sign;
use crate::tui::cells::paint::Painter;
use crate::tui::theme::Meaning;
use crate::tui::view::Target;
use crate::tui::view::compare::bar::{Bar, Mark};
use crate::tui::view::compare::state::Sight;

/// The bar of an article and the rows of it that are in sight; none where all of the article is.
fn of(sight: &Sight<'_>, article: usize) -> Option<(Rc<Bar>, Range<usize>)> {
    let visible = sight.in_sight(article);
    let (&first, &last) = (visible.first()?, visible.last()?);
    let bar = sight.compare.flows[article].bar(sight.comparison(), sight.regions.body.height);
    let thumb = bar.thumb(first..last + 1)?;
    Some((bar, thumb))
}

pub(super) fn draw(painter: &mut Painter<'_>, sight: &Sight<'_>, article: usize, x: u16) {
    let Some((bar, thumb)) = of(sight, article) else { return };
    let drawing = painter.drawing();
    for (row, (y, &Mark { sign, .. })) in (sight.regions.body.y..).zip(&bar.marks).enumerate() {
        let seen = thumb.contains(&row);
        let line = if seen { drawing.thumb } else { drawing.separator };
        let (glyph, meaning) = match sign {
            Some(sign @ (Sign::Disputed | Sign::OnlyHere | Sign::OffTopic)) => {
                (sign.glyph(painter.charset), sign.meaning())
            }
            Some(Sign::Possible | Sign::Repeat) | None => {
                (line, if seen { Meaning::Quiet } else { Meaning::Rule })
            }
            Some(sign) => (line, sign.meaning()),
        };
        // Calm beside the text, but for what nobody should miss.
        let plain = painter.theme.style(meaning).remove_modifier(Modifier::UNDERLINED | Modifier::BOLD);
        let style = match sign {
            _ if seen => plain.add_modifier(Modifier::BOLD),
            Some(Sign::Disputed) => plain,
            _ => plain.add_modifier(Modifier::DIM),
        };
        painter.cell(x, y, 1, glyph, style);
    }
}

/// What a row of the screen stands for in the bar of an article.
pub(super) fn hit(sight: &Sight<'_>, article: usize, row: u16) -> Option<Target> {
    let (bar, _) = of(sight, article)?;
    let row = row.checked_sub(sight.regions.body.y)?;
    let &Mark { item, .. } = bar.marks.get(usize::from(row))?;
    Some(Target::Bar { article, item })
}
