//! The cursor: where it goes, how its column keeps it in sight, and how the others follow calmly.

use crossterm::event::KeyCode;

use super::with_reader;
use crate::article::SentenceId;
use crate::say::letter;
use crate::tui::cells::scroll::Scroll;
use crate::tui::keymap::Key;
use crate::tui::model::Model;
use crate::tui::reader::{Cursor, Reader, Tour};
use crate::tui::view::compare::column::Spot;
use crate::tui::view::compare::regions::Regions;

/// How many jumps can be taken back.
const LONGEST_TRAIL: usize = 200;

/// Puts the cursor on an item of its own article.
pub(super) fn place(reader: &mut Reader, regions: &Regions, item: usize, upwards: bool) {
    let article = reader.cursor.article;
    if let Some(item) = reader.pages[article].items.get(item) {
        reader.cursor.spot = item.spot();
    }
    arrive(reader, regions, upwards);
}

/// Puts the cursor on a sentence of any article, where the article shows it.
pub(super) fn go(reader: &mut Reader, regions: &Regions, id: SentenceId) {
    let Some(item) = reader.pages[id.article].item_of(&reader.comparison, id) else { return };
    let upwards = reader.cursor.article == id.article && reader.at().is_some_and(|at| item < at);
    enter(reader, id.article);
    place(reader, regions, item, upwards);
}

/// Remembers where the cursor is, to come back.
pub(super) fn leave_trail(reader: &mut Reader) {
    if reader.trail.len() == LONGEST_TRAIL {
        reader.trail.remove(0);
    }
    reader.trail.push(reader.cursor);
}

fn enter(reader: &mut Reader, article: usize) {
    if reader.cursor.article != article {
        // A range lies within one article.
        super::selecting::keep_range(reader);
        reader.cursor = Cursor { article, spot: Spot::default() };
    }
}

/// All that follows from another place of the cursor.
fn arrive(reader: &mut Reader, regions: &Regions, upwards: bool) {
    reader.meet();
    let here = reader.sentence();
    if reader.tour.as_ref().is_some_and(|tour| tour.members.get(tour.at).copied() != here) {
        reader.tour = None;
    }
    super::selecting::stretch_range(reader);
    show_column(reader, regions);
    fill_columns(reader, regions);
    reveal(reader, regions, upwards);
    follow(reader, regions);
}

/// Moves the window of columns as little as brings the cursor's on the screen.
fn show_column(reader: &mut Reader, regions: &Regions) {
    let columns = usize::from(regions.columns);
    let place = reader.chosen.iter().position(|&article| article == reader.cursor.article).unwrap_or(0);
    let last = reader.chosen.len().saturating_sub(columns);
    reader.leftmost = reader.leftmost.clamp((place + 1).saturating_sub(columns), place).min(last);
}

/// Fills the columns on the screen whose pages were made anew.
fn fill_columns(reader: &mut Reader, regions: &Regions) {
    for article in reader.on_screen(regions).to_vec() {
        if reader.unfilled.remove(&article) {
            reader.scrolls[article] = reader.view(article, regions).filled(reader.scrolls[article]);
        }
    }
}

fn reveal(reader: &mut Reader, regions: &Regions, upwards: bool) {
    let article = reader.cursor.article;
    if let Some(item) = reader.at() {
        reader.scrolls[article] =
            reader.view(article, regions).revealed(reader.scrolls[article], item, upwards);
    }
}

/// Lets the other columns follow: what is wholly visible stays where it is, anything else comes to the
/// height of the cursor, and an article without a counterpart stands still.
pub(super) fn follow(reader: &mut Reader, regions: &Regions) {
    if !reader.following {
        return;
    }
    let row = cursor_row(reader, regions);
    for article in reader.on_screen(regions).to_vec() {
        if article == reader.cursor.article {
            continue;
        }
        let view = reader.view(article, regions);
        let shown = |id| reader.pages[article].item_of(&reader.comparison, id);
        let Some(item) = reader.counterparts.within(article).iter().find_map(|found| shown(found.id)) else {
            continue;
        };
        if !view.shows_whole(reader.scrolls[article], item) {
            reader.scrolls[article] = view.settled(Scroll { item, y: row });
        }
    }
}

/// The row of the column at which the cursor's sentence begins, or the nearest on the screen.
fn cursor_row(reader: &Reader, regions: &Regions) -> i32 {
    let article = reader.cursor.article;
    let Some(view) = reader.pages.get(article).map(|_| reader.view(article, regions)) else { return 0 };
    let row = reader.at().and_then(|item| view.row_of(reader.scrolls[article], item)).unwrap_or(0);
    row.clamp(0, (view.height - 1).max(0))
}

/// To the item below or above; a sentence that is taller than the column is read to its end first.
pub(super) fn by_item(reader: &mut Reader, regions: &Regions, upwards: bool) {
    let article = reader.cursor.article;
    let Some(at) = reader.at() else { return };
    let view = reader.view(article, regions);
    let scroll = reader.scrolls[article];
    if let Some(y) = view.row_of(scroll, at) {
        let hidden = if upwards { -y } else { y + view.rows(at) - view.height };
        if hidden > 0 && view.rows(at) > view.height {
            let rows = hidden.min((view.height / 2).max(1));
            let rows = if upwards { -rows } else { rows };
            reader.scrolls[article] = view.settled(Scroll { item: at, y: y - rows });
            return;
        }
    }
    let to = if upwards { at.checked_sub(1) } else { Some(at + 1) };
    if let Some(to) = to.filter(|&to| to < reader.pages[article].items.len()) {
        place(reader, regions, to, upwards);
    } else {
        // Nothing lies beyond, but the cursor may have been scrolled out of sight.
        reveal(reader, regions, upwards);
    }
}

/// A page, or a part of one: the text moves, the cursor keeps its height where it can.
pub(super) fn by_rows(reader: &mut Reader, regions: &Regions, direction: i32, part: i32) {
    let article = reader.cursor.article;
    let Some(at) = reader.at() else { return };
    let view = reader.view(article, regions);
    let rows = direction * (view.height / part).max(1);
    let row = cursor_row(reader, regions);
    let scroll = reader.scrolls[article];
    let last = view.page.items.len() - 1;
    let scrolled = view.scrolled(scroll, rows);
    let ended = if direction > 0 {
        view.visible(scroll).iter().any(|&(item, y)| item == last && y + view.rows(last) <= view.height)
    } else {
        view.visible(scroll).first().is_some_and(|&(item, y)| item == 0 && y >= 0)
    };
    if ended {
        place(reader, regions, if direction > 0 { last } else { 0 }, direction < 0);
        return;
    }
    let to = view.item_at(scrolled, row).unwrap_or(at);
    let to = if direction > 0 { to.max(at) } else { to.min(at) };
    reader.scrolls[article] = view.filled(scrolled);
    place(reader, regions, to, direction < 0);
}

/// To the first or the last item.
pub(super) fn to_end(reader: &mut Reader, regions: &Regions, first: bool) {
    let Some(last) = reader.pages[reader.cursor.article].items.len().checked_sub(1) else { return };
    leave_trail(reader);
    let article = reader.cursor.article;
    let item = if first { 0 } else { last };
    let view = reader.view(article, regions);
    let hidden = view.rows(item) - view.height;
    if hidden > 0 {
        // Of what is taller than the column, the end that was asked for.
        reader.scrolls[article] = Scroll { item, y: if first { 0 } else { -hidden } };
    }
    place(reader, regions, item, !first);
}

/// Scrolls every column; the cursor stays where it is in the text.
pub(super) fn scroll(reader: &mut Reader, regions: &Regions, rows: i32) {
    for article in reader.on_screen(regions).to_vec() {
        reader.scrolls[article] = reader.view(article, regions).scrolled(reader.scrolls[article], rows);
    }
}

/// To the source beside, round the ends.
pub(super) fn by_source(reader: &mut Reader, regions: &Regions, backwards: bool) {
    let count = reader.chosen.len();
    let place = reader.chosen.iter().position(|&article| article == reader.cursor.article).unwrap_or(0);
    let step = if backwards { count.saturating_sub(1) } else { 1 };
    if let Some(&article) = reader.chosen.get((place + step) % count.max(1)) {
        to_source(reader, regions, article);
    }
}

/// To another source: on the counterpart where it has one, else at the same height.
fn to_source(reader: &mut Reader, regions: &Regions, article: usize) {
    if article == reader.cursor.article {
        return;
    }
    let shown = |id| reader.pages[article].item_of(&reader.comparison, id);
    let counterpart = reader.counterparts.within(article).iter().find_map(|found| shown(found.id));
    let row = cursor_row(reader, regions);
    let beside = || reader.view(article, regions).item_at(reader.scrolls[article], row);
    let Some(item) = counterpart.or_else(beside) else {
        enter(reader, article);
        return arrive(reader, regions, false);
    };
    leave_trail(reader);
    enter(reader, article);
    place(reader, regions, item, false);
}

/// To the source whose letter or number was typed. Where no lower-case letter names a source, case does not matter;
/// a number that could go on waits for its next digit, or for Enter.
pub(super) fn jump(model: &mut Model, key: Key) {
    let Some(mut typed) = model.awaits_source.take() else { return };
    let Some(reader) = model.reader() else { return };
    let articles = reader.comparison.articles.len();
    match key.code {
        // With these held it is no letter.
        _ if key.ctrl || key.alt => return,
        KeyCode::Char(character) => typed.push(character),
        KeyCode::Backspace if typed.pop().is_some() => {
            model.awaits_source = Some(typed);
            return;
        }
        KeyCode::Enter if !typed.is_empty() => {}
        _ => return,
    }
    let number = typed.parse::<usize>().ok().filter(|_| typed.bytes().all(|byte| byte.is_ascii_digit()));
    let goes_on = number.is_some_and(|number| number > 0 && number.saturating_mul(10) <= articles);
    if goes_on && key.code != KeyCode::Enter {
        model.awaits_source = Some(typed);
        return;
    }
    let named = |name: &str| (0..articles).find(|&article| letter(article) == name);
    let article = match number {
        Some(number) => number.checked_sub(1).filter(|&article| article < articles),
        None => named(&typed).or_else(|| named(&typed.to_ascii_uppercase())),
    };
    match article {
        Some(article) if reader.chosen.contains(&article) => {
            with_reader(model, |reader, regions| to_source(reader, regions, article));
        }
        Some(article) => {
            let name = letter(article);
            model.say(format!("{name} has no column; choose the columns to bring it back"));
        }
        None => model.say(format!("there is no source {typed}")),
    }
}

/// To the next sentence that says the same, through all the sources and round again.
pub(super) fn tour(model: &mut Model) {
    let mut alone = false;
    with_reader(model, |reader, regions| {
        let Some(here) = reader.sentence() else {
            alone = true;
            return;
        };
        let tour = reader.tour.take().unwrap_or_else(|| Tour { members: members(reader, here), at: 0 });
        if tour.members.len() < 2 {
            alone = true;
            return;
        }
        let at = (tour.at + 1) % tour.members.len();
        let to = tour.members[at];
        leave_trail(reader);
        reader.tour = Some(Tour { at, ..tour });
        go(reader, regions, to);
    });
    if alone {
        model.say("no other source says this");
    }
}

/// The sentence itself, then its counterparts by article, beginning behind its own.
fn members(reader: &Reader, here: SentenceId) -> Vec<SentenceId> {
    let articles = reader.comparison.articles.len();
    let others = (1..=articles).map(|step| (here.article + step) % articles);
    let shown = |id: &SentenceId| reader.pages[id.article].item_of(&reader.comparison, *id).is_some();
    let of = |article: usize| reader.counterparts.within(article).iter().map(|found| found.id);
    let others = others.filter(|article| reader.chosen.contains(article)).flat_map(of).filter(shown);
    std::iter::once(here).chain(others).collect()
}

/// Back to where the cursor was before its last jump.
pub(super) fn back(model: &mut Model) {
    let mut nowhere = true;
    with_reader(model, |reader, regions| {
        while let Some(Cursor { article, spot }) = reader.trail.pop() {
            let known = reader.chosen.contains(&article);
            if let Some(item) = reader.pages[article].find(spot).filter(|_| known) {
                enter(reader, article);
                place(reader, regions, item, false);
                nowhere = false;
                break;
            }
        }
    });
    if nowhere {
        model.say("this is where the reading began");
    }
}

/// Brings the cursor and its counterparts back in sight after a change of size or of what is shown.
pub(super) fn resettle(reader: &mut Reader, regions: &Regions) {
    if !reader.chosen.is_empty() {
        arrive(reader, regions, false);
    }
}
