//! The whole screen: the story as its view shows it, and what lies over it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::action::Action;
use super::cells::links::Link;
use super::cells::paint::Painter;
use super::keymap::Key;
use super::model::{Model, Phase};
use super::scene::SMALLEST;
use super::theme::{Meaning, Theme};

/// What a terminal has to know of a screen beside its cells.
#[derive(Debug, Default)]
pub struct Drawn {
    /// Where its cursor belongs, if it is to be seen.
    pub cursor: Option<Position>,
    /// The addresses that are behind cells.
    pub links: Vec<Link>,
}

/// Draws the screen.
pub fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) -> Drawn {
    let Model { scene, phase, modes, .. } = model;
    let mut painter = Painter { buffer, theme, charset: scene.charset(), links: Vec::new() };
    let screen = Rect::from((Position::ORIGIN, scene.screen())).intersection(painter.buffer.area);
    painter.blank(screen);
    if !scene.fits() {
        draw_too_small(&mut painter, screen);
        return Drawn::default();
    }
    match phase {
        Phase::Loading { doing, seconds } => draw_loading(&mut painter, model, screen, doing, *seconds),
        Phase::Open { story, views } => {
            match scene.above {
                0 => views.draw(&mut painter, story, scene, model.said().as_ref()),
                above => draw_below(&mut painter, above, scene.size, |painter| {
                    views.draw(painter, story, scene, model.said().as_ref());
                }),
            }
            views.draw_overview(&mut painter, story, scene);
            draw_pending(&mut painter, screen, model);
        }
    }
    let mut cursor = None;
    for mode in modes {
        cursor = mode.draw(&mut painter, screen, scene, model.story());
    }
    Drawn { cursor, links: painter.links }
}

/// Draws something of a size so many rows below the top.
fn draw_below(painter: &mut Painter<'_>, rows: u16, size: Size, draw: impl FnOnce(&mut Painter<'_>)) {
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, size)));
    let mut inner =
        Painter { buffer: &mut buffer, theme: painter.theme, charset: painter.charset, links: Vec::new() };
    draw(&mut inner);
    painter.links.extend(inner.links.into_iter().map(|link| Link { row: link.row + rows, ..link }));
    for Position { x, y } in buffer.area.positions() {
        if let (Some(cell), Some(to)) = (buffer.cell((x, y)), painter.buffer.cell_mut((x, y + rows))) {
            *to = cell.clone();
        }
    }
}

/// The number that is typed before a key, and keys that are the beginning of others, at the right end of the last row.
fn draw_pending(painter: &mut Painter<'_>, screen: Rect, model: &Model) {
    let count = (model.count > 0).then(|| model.count.to_string());
    let keys = model.begun.iter().map(Key::to_string);
    let pending: Vec<String> = count.into_iter().chain(keys).collect();
    let text = format!(" {} ", pending.join(" "));
    if let Some(x) =
        u16::try_from(text.chars().count()).ok().and_then(|cells| screen.right().checked_sub(cells))
        && !pending.is_empty()
    {
        painter.put(x, screen.bottom() - 1, screen.right(), &text, Meaning::Key);
    }
}

fn draw_loading(painter: &mut Painter<'_>, model: &Model, screen: Rect, doing: &str, seconds: u64) {
    let ellipsis = painter.drawing().ellipsis;
    let style = painter.theme.style(Meaning::CurrentTitle);
    // A wait that goes on shows that the program lives.
    let waited = if seconds > 0 { format!(" {seconds} s") } else { String::new() };
    painter.fit(2, 1, screen.right(), &format!("{doing}{ellipsis}{waited}"), style);
    let keys = model.scene.keymap.keys(model.context(), Action::Quit);
    let hint = keys.first().map(|key| format!("{key} gives up")).unwrap_or_default();
    painter.put(2, 3, screen.right(), &hint, Meaning::Quiet);
}

fn draw_too_small(painter: &mut Painter<'_>, screen: Rect) {
    let lines = [
        "Too small to read in.".to_owned(),
        format!("Please make it {} x {}.", SMALLEST.width, SMALLEST.height),
    ];
    let top = screen.height.saturating_sub(2) / 2;
    for (y, line) in (top..screen.height).zip(&lines) {
        let length = u16::try_from(line.len()).unwrap_or(u16::MAX);
        let x = screen.width.saturating_sub(length) / 2;
        painter.put(x, y, screen.right(), line, Meaning::Notice);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::env::Environment;
    use crate::tui::keymap::Keymap;
    use crate::tui::settings::ReaderSettings;
    use crate::tui::update::{Message, update};

    #[test]
    fn a_slow_story_says_what_is_done_and_for_how_long_and_how_to_give_it_up() {
        let environment = Environment::of(|_| None);
        let (theme, keymap) = (Theme::preset(&environment).unwrap(), Keymap::preset().unwrap());
        let mut model = Model::new(Size::new(80, 24), environment, keymap, ReaderSettings::default());
        update(&mut model, Message::Progress("comparing 30 articles".to_owned()));
        update(&mut model, Message::Waited(3));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        draw(&model, &theme, &mut buffer);
        let screen: String = buffer.content().iter().map(|cell| cell.symbol()).collect();
        assert!(screen.contains("comparing 30 articles... 3 s"), "{screen}");
        assert!(screen.contains("q gives up"), "{screen}");
    }
}
