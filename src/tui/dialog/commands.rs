//! Every command by name: typed in part, found whole.

use std::cmp::Reverse;

use crossterm::event::KeyCode;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::{Position, Rect};

use crate::tui::action::{Action, Group};
use crate::tui::cells::field::TextField;
use crate::tui::cells::frame;
use crate::tui::cells::glyphs::width;
use crate::tui::cells::paint::Painter;
use crate::tui::keymap::{Context, Key};
use crate::tui::mode::{Mode, Reply};
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::theme::Meaning;

/// Cells that the list takes, at most.
const WIDTH: u16 = 76;
/// Rows of commands, at most.
const ROWS: u16 = 16;

/// The list, with what was typed.
#[derive(Clone, Debug)]
pub struct Commands {
    /// The view whose commands are listed.
    view: Context,
    field: TextField,
    at: usize,
}

impl Commands {
    /// The commands of a view.
    #[must_use]
    pub fn of(view: Context) -> Self {
        Self { view, field: TextField::default(), at: 0 }
    }

    /// What fits to what was typed, the best first; everything in the order of the help page while nothing is.
    fn found(&self, scene: &Scene) -> Vec<Action> {
        let can = |action: &Action| {
            !matches!(action.group(), Group::Dialog)
                && !matches!(action, Action::Commands | Action::Close)
                && scene.keymap.does_something(self.view.0, *action)
        };
        let all = Action::ALL.iter().copied().filter(can);
        let typed = self.field.text();
        if typed.trim().is_empty() {
            return all.collect();
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(typed.trim(), CaseMatching::Ignore, Normalization::Smart);
        let mut letters = Vec::new();
        let mut found: Vec<(u32, Action)> = all
            .filter_map(|action| {
                let text = format!("{} {}", action.doc(), action.name().replace('_', " "));
                Some((pattern.score(Utf32Str::new(&text, &mut letters), &mut matcher)?, action))
            })
            .collect();
        found.sort_by_key(|&(score, _)| Reverse(score));
        found.into_iter().map(|(_, action)| action).collect()
    }
}

impl Mode for Commands {
    fn key(&mut self, key: Key, action: Option<Action>, scene: &Scene) -> Reply {
        let last = self.found(scene).len().saturating_sub(1);
        match action.filter(|_| !key.is_typed()) {
            Some(Action::Accept) => {
                let run = self.found(scene).get(self.at.min(last)).copied();
                return Reply { run, ..Reply::close() };
            }
            Some(Action::Close) => return Reply::close(),
            Some(Action::NextSentence | Action::NextField) => self.at = (self.at + 1).min(last),
            Some(Action::PreviousSentence | Action::PreviousField) => self.at = self.at.saturating_sub(1),
            _ if key.code == KeyCode::Backspace && self.field == TextField::default() => {
                return Reply::close();
            }
            _ if self.field.key(key) => self.at = 0,
            _ => {}
        }
        Reply::stay()
    }

    fn paste(&mut self, text: &str) -> Reply {
        self.field.insert(text);
        self.at = 0;
        Reply::stay()
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn draw(
        &self,
        painter: &mut Painter<'_>,
        screen: Rect,
        scene: &Scene,
        _story: Option<&Story>,
    ) -> Option<Position> {
        let found = self.found(scene);
        let inside = frame::open(painter, screen, "Commands", WIDTH, ROWS + 2);
        if inside.height == 0 {
            return None;
        }
        let left = painter.put(inside.x, inside.y, inside.right(), ": ", Meaning::Notice);
        let cursor = self.field.draw(painter, left, inside.y, inside.right());
        let top = inside.y + 2;
        let rows = usize::from(inside.bottom().saturating_sub(top));
        let at = self.at.min(found.len().saturating_sub(1));
        let first = (at + 1).saturating_sub(rows);
        for (y, (index, action)) in (top..inside.bottom()).zip(found.iter().enumerate().skip(first)) {
            let style = painter.theme.style(if index == at { Meaning::Choice } else { Meaning::Title });
            let key = scene.keymap.shown(self.view, *action);
            let cells = u16::try_from(width(&key, painter.charset)).unwrap_or(0);
            let right = inside.right().saturating_sub(cells);
            painter.fit(inside.x, y, right.saturating_sub(1), &format!(" {}", action.doc()), style);
            painter.put(right, y, inside.right(), &key, Meaning::Key);
        }
        if found.is_empty() {
            painter.put(inside.x, top, inside.right(), "no command has these letters", Meaning::Quiet);
        }
        Some(cursor)
    }
}
