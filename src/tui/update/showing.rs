//! What is shown: filter, folding, how close counts as a match, following, the choice of columns.

use super::{moving, with_reader};
use crate::tui::action::Action;
use crate::tui::cells::scroll::Scroll;
use crate::tui::model::{Model, Overlay, Phase};
use crate::tui::reader::{Filter, Place, Reader};
use crate::tui::view::compare::regions::Regions;

/// Shows the next kind of sentences only.
pub(super) fn filter(model: &mut Model) {
    with_reader(model, |reader, regions| {
        if reader.filter == Filter::All {
            reader.places = places(reader);
        }
        reader.filter = reader.filter.next();
        if reader.filter == Filter::Selected && reader.selection.all().is_empty() {
            reader.filter = Filter::All;
        }
        let places = if reader.filter == Filter::All { reader.places.clone() } else { places(reader) };
        remake(reader, regions, &places);
    });
    if let Some(word) = model.reader().map(|reader| reader.filter.word()) {
        model.say(format!("shown: {word}"));
    }
}

/// Shows what is still selected where that is the filter; once nothing is, everything.
pub(super) fn keep_to_selection(reader: &mut Reader, regions: &Regions) {
    if reader.filter != Filter::Selected {
        return;
    }
    if reader.selection.all().is_empty() {
        reader.filter = Filter::All;
        let places = reader.places.clone();
        remake(reader, regions, &places);
    } else {
        renew(reader, regions);
    }
}

/// Folds runs of off-topic lines, or shows them.
pub(super) fn fold(model: &mut Model) {
    with_reader(model, |reader, regions| {
        reader.folded = !reader.folded;
        renew(reader, regions);
    });
    let folded = model.reader().is_some_and(|reader| reader.folded);
    model.say(if folded { "off-topic lines are folded" } else { "off-topic lines are shown" });
}

/// Makes the pages anew after a change of what they show; every column stays where it is.
pub(super) fn renew(reader: &mut Reader, regions: &Regions) {
    let places = places(reader);
    remake(reader, regions, &places);
}

/// Where each column begins.
fn places(reader: &Reader) -> Vec<Option<Place>> {
    let columns = reader.pages.iter().zip(&reader.scrolls);
    columns.map(|(page, scroll)| page.items.get(scroll.item).map(|item| (item.spot(), scroll.y))).collect()
}

/// Makes the pages anew: the cursor keeps its row, the other columns begin at `places`.
fn remake(reader: &mut Reader, regions: &Regions, places: &[Option<Place>]) {
    let article = reader.cursor.article;
    let row = reader.at().and_then(|at| reader.view(article, regions).row_of(reader.scrolls[article], at));
    reader.set_pages();
    for ((scroll, page), place) in reader.scrolls.iter_mut().zip(&reader.pages).zip(places) {
        let found = place.and_then(|(spot, y)| Some(Scroll { item: page.find(spot)?, y }));
        *scroll = found.unwrap_or_default();
    }
    if let Some(item) = reader.at() {
        if let Some(here) = reader.pages[article].items.get(item) {
            reader.cursor.spot = here.spot();
        }
        reader.scrolls[article] = Scroll { item, y: row.unwrap_or(0) };
    }
    reader.tour = None;
    // To fill all of hundreds of columns would take longer than a key may.
    reader.unfilled = (0..reader.pages.len()).collect();
    moving::resettle(reader, regions);
}

/// Lets the other columns follow the cursor, or not.
pub(super) fn follow(model: &mut Model) {
    with_reader(model, |reader, regions| {
        reader.following = !reader.following;
        moving::follow(reader, regions);
    });
    let following = model.reader().is_some_and(|reader| reader.following);
    model.say(if following {
        "the columns follow the cursor"
    } else {
        "the columns no longer follow the cursor"
    });
}

/// Opens the choice of columns.
pub(super) fn open_columns(model: &mut Model) {
    model.overlay = model.reader().map(|reader| Overlay::Columns(reader.cursor.article));
}

/// What an action does while columns are chosen; hands back what stays open.
pub(super) fn choose_columns(model: &mut Model, at: usize, action: Action) -> Option<Overlay> {
    let articles = model.reader()?.comparison.articles.len();
    let last = articles.saturating_sub(1);
    let at = match action {
        Action::NextSentence | Action::NextSource => (at + 1).min(last),
        Action::PreviousSentence | Action::PreviousSource => at.saturating_sub(1),
        Action::FirstSentence => 0,
        Action::LastSentence => last,
        Action::Select => {
            toggle_column(model, at);
            at
        }
        Action::Close | Action::NextMember | Action::Columns => return None,
        _ => at,
    };
    Some(Overlay::Columns(at))
}

fn toggle_column(model: &mut Model, article: usize) {
    let Phase::Open(reader) = &mut model.phase else { return };
    match reader.chosen.binary_search(&article) {
        Ok(_) if reader.chosen.len() == 1 => return model.say("one column has to stay"),
        Ok(place) => {
            reader.chosen.remove(place);
        }
        Err(place) => reader.chosen.insert(place, article),
    }
    if reader.chosen.binary_search(&reader.cursor.article).is_err() {
        // The cursor goes to the nearest article that has a column.
        let place = reader.chosen.partition_point(|&chosen| chosen < reader.cursor.article);
        let nearest = reader.chosen.get(place).or(reader.chosen.last()).copied().unwrap_or(0);
        super::selecting::keep_range(reader);
        reader.cursor.article = nearest;
        let first = reader.scrolls[nearest].item;
        reader.cursor.spot =
            reader.pages[nearest].items.get(first).map(|item| item.spot()).unwrap_or_default();
    }
    with_reader(model, moving::resettle);
}
