//! The lines over a column: whose article it is and what is in it; below, what it has for the cursor.

use super::standing::Standing;
use crate::comparison::Counts;
use crate::say::{Sign, letter};
use crate::tui::cells::glyphs::width;
use crate::tui::cells::paint::Painter;
use crate::tui::theme::Meaning;
use crate::tui::view::compare::state::Sight;

/// Cells of a name that no count takes from it.
const NAME: u16 = 16;
/// Cells from which a headline says something beside the name of its outlet.
const HEADLINE: u16 = 14;
/// The row of what an article has for the cursor, where there is one.
pub(super) const STANDING: u16 = 1;

pub(super) fn draw(painter: &mut Painter<'_>, sight: &Sight<'_>, article: usize, x: u16, end: u16) {
    let current = sight.compare.cursor.article == article;
    let [letter_meaning, name_meaning] = if current {
        [Meaning::Cursor, Meaning::CurrentTitle]
    } else {
        [Meaning::CurrentTitle, Meaning::Title]
    };
    let text = painter.put(x + 1, 0, end, &letter(article), letter_meaning) + 1;
    let counts_x = draw_counts(painter, sight, article, text, end);
    let names = &sight.comparison().names[article];
    let style = painter.theme.style(name_meaning);
    let page = sight.comparison().articles[article].page.as_ref();
    let address = page.and_then(|page| page.address.as_deref());
    let Some(outlet) = &names.outlet else {
        let behind = painter.fit(text, 0, counts_x, &names.label, style);
        address.into_iter().for_each(|address| painter.link(text, 0, behind, address));
        draw_standing(painter, sight, article, text, end);
        return;
    };
    let behind = painter.fit(text, 0, counts_x, outlet, style);
    address.into_iter().for_each(|address| painter.link(text, 0, behind, address));
    if names.title.is_some() && behind + HEADLINE < counts_x {
        let quiet = painter.theme.style(Meaning::Quiet);
        painter.fit(behind + 2, 0, counts_x, &names.label, quiet);
    }
    draw_standing(painter, sight, article, text, end);
}

/// Writes as many counts as there is room for, the least telling left out first; hands back where the name ends.
fn draw_counts(painter: &mut Painter<'_>, sight: &Sight<'_>, article: usize, name: u16, end: u16) -> u16 {
    let alone = sight.comparison().articles.len() < 2;
    let mut counts = counts(painter, sight.compare.flows[article].counts, alone);
    let cells = |text: &str| u16::try_from(width(text, painter.charset)).unwrap_or(u16::MAX);
    let whole = |counts: &[Count]| {
        let texts = counts.iter().map(|count| cells(&count.text).saturating_add(1));
        texts.fold(0, u16::saturating_add)
    };
    while end.saturating_sub(name + NAME + 1) < whole(&counts) {
        let Some(least) = counts.iter().map(|count| count.rank).max() else { return end.saturating_sub(1) };
        counts.retain(|count| count.rank != least);
    }
    let start = end.saturating_sub(whole(&counts));
    let mut x = start;
    for Count { text, meaning, .. } in &counts {
        x = painter.put(x, 0, end, text, *meaning) + 1;
    }
    start.saturating_sub(if counts.is_empty() { 1 } else { 2 })
}

/// How many sentences of an article became something.
struct Count {
    text: String,
    meaning: Meaning,
    /// The highest is left out first.
    rank: u8,
}

fn counts(painter: &Painter<'_>, counts: Counts, alone: bool) -> Vec<Count> {
    let signed = |sign: Sign, count: usize, meaning: Meaning, rank: u8| {
        (count > 0).then(|| Count { text: format!("{}{count}", sign.glyph(painter.charset)), meaning, rank })
    };
    let shared = Count { text: format!("{} shared", counts.shared), meaning: Meaning::Quiet, rank: 2 };
    let in_company = [
        Some(shared),
        signed(Sign::Disputed, counts.disputed, Meaning::Disputed, 1),
        signed(Sign::OnlyHere, counts.unique, Meaning::Quiet, 3),
    ];
    let off_topic = signed(Sign::OffTopic, counts.off_topic_blocks, Meaning::Quiet, 4);
    in_company.into_iter().filter(|_| !alone).chain([off_topic]).flatten().collect()
}

fn draw_standing(painter: &mut Painter<'_>, sight: &Sight<'_>, article: usize, x: u16, end: u16) {
    if sight.regions.body.y <= STANDING {
        return;
    }
    // The line below the titles, with the answer on it.
    painter.rule(x.saturating_sub(3), STANDING, end);
    let Some(standing) = Standing::of(sight, article) else { return };
    let end = end.saturating_sub(2);
    let mut x = painter.put(x - 1, STANDING, end, " ", Meaning::Rule);
    if let Some(sign) = standing.sign {
        x = painter.put(x, STANDING, end, sign.glyph(painter.charset), sign.meaning());
        x = painter.put(x, STANDING, end, " ", Meaning::Rule);
    }
    for (text, meaning) in standing.parts {
        let style = painter.theme.style(meaning);
        x = painter.fit(x, STANDING, end, &text, style);
    }
    painter.put(x, STANDING, end + 1, " ", Meaning::Rule);
}
