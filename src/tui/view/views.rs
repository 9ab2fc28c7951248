//! The table of views, and those of it that are open.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui::layout::Position;

use super::overview::Overview;
use super::{Target, View, compare, list};
use crate::article::SentenceId;
use crate::tui::action::Action;
use crate::tui::cells::paint::Painter;
use crate::tui::dialog::note::NoteLine;
use crate::tui::keymap::Context;
use crate::tui::linear::AtCursor;
use crate::tui::mode::Answer;
use crate::tui::mode::{Outcome, Request};
use crate::tui::notice::Notice;
use crate::tui::pointer::{Gesture, Pointer};
use crate::tui::scene::Scene;
use crate::tui::story::Story;

/// A way to look at a story, as the program knows it.
struct ViewKind {
    /// What it is called on the screen.
    name: &'static str,
    /// Its name as that of the section of its keys, and in kept places.
    context: Context,
    /// Looks at a story for the first time.
    open: fn(&mut Story, &Scene) -> Box<dyn View>,
}

/// Every view; the reader opens with the first.
const VIEWS: &[ViewKind] = &[
    ViewKind { name: "Compare", context: compare::CONTEXT, open: compare::open },
    ViewKind { name: "Merged", context: list::MERGED, open: list::open_merged },
    ViewKind { name: "Matrix", context: list::MATRIX, open: list::open_matrix },
    ViewKind { name: "Quotes", context: list::QUOTES, open: list::open_quotes },
    ViewKind { name: "Conflicts", context: list::CONFLICTS, open: list::open_conflicts },
    #[cfg(test)]
    ViewKind { name: "Tiny", context: Context("tiny"), open: super::tiny::open },
];

/// What the views are called, in the order of the table.
pub fn names() -> impl Iterator<Item = &'static str> {
    VIEWS.iter().map(|kind| kind.name)
}

/// Another view that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// The view at this place of the table.
    To(usize),
    /// So many views further, around the end.
    By(isize),
    /// Compare, at this sentence.
    Compare(SentenceId),
}

/// What stands for the name of the view that is shown, in a kept place.
const SHOWN: &str = "view";

/// The views of an open story: a view is opened when it is first shown, and stays.
#[derive(Debug)]
pub struct Views {
    shown: usize,
    open: BTreeMap<usize, Box<dyn View>>,
    /// The whole story in a few rows, set when first asked for.
    overview: OnceCell<Overview>,
}

impl Views {
    /// The first view of a story.
    #[must_use]
    pub fn open(story: &mut Story, scene: &Scene) -> Self {
        let mut views = Self { shown: 0, open: BTreeMap::new(), overview: OnceCell::new() };
        views.show(story, scene, 0);
        views
    }

    /// Shows a view, by its index in the table.
    fn show(&mut self, story: &mut Story, scene: &Scene, view: usize) {
        let Some(kind) = VIEWS.get(view) else { return };
        self.shown = view;
        match self.open.get_mut(&view) {
            // What is selected may have changed since.
            Some(view) => view.renew(story, scene),
            None => {
                self.open.insert(view, (kind.open)(story, scene));
            }
        }
    }

    /// Shows another view, which begins where one was in the last.
    pub fn switch(&mut self, story: &mut Story, scene: &Scene, switch: Switch) -> Outcome {
        let here = self.current().and_then(View::sentence);
        let (view, id) = match switch {
            Switch::To(view) => (view.min(VIEWS.len() - 1), here),
            Switch::By(step) => {
                let count = isize::try_from(VIEWS.len()).unwrap_or(1);
                let at = isize::try_from(self.shown).unwrap_or(0);
                (usize::try_from((at + step).rem_euclid(count)).unwrap_or(0), here)
            }
            Switch::Compare(id) => (0, Some(id)),
        };
        let from = self.shown;
        self.show(story, scene, view);
        let Some(view) = self.open.get_mut(&self.shown) else { return Outcome::default() };
        view.resize(story, scene);
        match id {
            // A sentence that a list does not have keeps it where it was.
            Some(id) if from != self.shown || matches!(switch, Switch::Compare(_)) => {
                let outcome = view.heed(story, scene, Answer::Sentence(id));
                if outcome.switch.is_some() { Outcome::default() } else { outcome }
            }
            _ => Outcome::default(),
        }
    }

    /// Where the keys of the view that is shown are set.
    #[must_use]
    pub fn context(&self) -> Context {
        VIEWS.get(self.shown).map_or(Context::GLOBAL, |kind| kind.context)
    }

    /// What the view that is shown is called.
    #[must_use]
    pub fn name(&self) -> &'static str {
        VIEWS.get(self.shown).map_or("", |kind| kind.name)
    }

    fn current(&self) -> Option<&dyn View> {
        self.open.get(&self.shown).map(Box::as_ref)
    }

    /// Has the view that is shown do something; all views follow where that changed the comparison.
    fn change(
        &mut self,
        story: &mut Story,
        scene: &Scene,
        what: impl FnOnce(&mut dyn View, &mut Story) -> Outcome,
    ) -> Outcome {
        let Some(view) = self.open.get_mut(&self.shown) else { return Outcome::default() };
        let before = Arc::clone(&story.comparison);
        let outcome = what(view.as_mut(), story);
        if !Arc::ptr_eq(&before, &story.comparison) {
            self.renew(story, scene);
        }
        outcome
    }

    /// Does what a key asks for; with a number before it that is not 0, so often or there.
    pub fn act(&mut self, story: &mut Story, scene: &Scene, action: Action, count: usize) -> Outcome {
        let down = action == Action::NextStatement;
        if down || action == Action::PreviousStatement {
            return self.by_statement(story, scene, down, count.max(1));
        }
        self.change(story, scene, |view, story| view.act(story, scene, action, count))
    }

    /// Has the view do what is done with the mouse.
    pub fn point(
        &mut self,
        story: &mut Story,
        scene: &Scene,
        pointer: Pointer,
        target: Option<Target>,
    ) -> Outcome {
        if let Some(Target::Statement(id)) = target {
            return match pointer.gesture {
                Gesture::Press => self.go_to(story, scene, id),
                _ => Outcome::default(),
            };
        }
        // The rows of the overview are none of the view's.
        let Some(y) = pointer.cell.y.checked_sub(scene.above) else { return Outcome::default() };
        let pointer = Pointer { cell: Position { y, ..pointer.cell }, ..pointer };
        self.change(story, scene, |view, story| view.point(story, scene, pointer, target))
    }

    /// Takes the answer of a dialog.
    pub fn heed(&mut self, story: &mut Story, scene: &Scene, answer: Answer) -> Outcome {
        self.change(story, scene, |view, story| view.heed(story, scene, answer))
    }

    /// Has the story do what is asked of it; all views follow.
    pub fn grant(&mut self, story: &mut Story, scene: &Scene, request: Request) -> Outcome {
        let outcome = match request {
            Request::OpenNote(id) => return Outcome::open(NoteLine::of(story, id)),
            Request::Note(id, text) => Outcome::say(story.note(id, &text)),
            Request::Select(ids) => {
                story.selection.set(ids);
                Outcome::default()
            }
        };
        self.renew(story, scene);
        outcome
    }

    /// Follows a story that was compared again.
    pub fn renew(&mut self, story: &mut Story, scene: &Scene) {
        self.overview.take();
        self.open.values_mut().for_each(|view| view.renew(story, scene));
    }

    /// Follows a screen of another size.
    pub fn resize(&mut self, story: &mut Story, scene: &Scene) {
        self.open.values_mut().for_each(|view| view.resize(story, scene));
    }

    /// Draws the view that is shown.
    pub fn draw(&self, painter: &mut Painter<'_>, story: &Story, scene: &Scene, said: Option<&Notice>) {
        if let Some(view) = self.current() {
            view.draw(painter, story, scene, said);
        }
    }

    /// What is at the cursor of the view that is shown, in words.
    #[must_use]
    pub fn at_cursor(&self, story: &Story, scene: &Scene) -> AtCursor {
        self.current().map(|view| view.at_cursor(story, scene)).unwrap_or_default()
    }

    /// What lies at a cell of the screen.
    #[must_use]
    pub fn hit(&self, story: &Story, scene: &Scene, said: Option<&Notice>, cell: Position) -> Option<Target> {
        let view = self.current().filter(|_| scene.fits())?;
        match cell.y.checked_sub(scene.above) {
            Some(y) => view.hit(story, scene, said, Position { y, ..cell }),
            None => self.overview(story).hit((scene.size.width, scene.above), view.sentence(), cell),
        }
    }

    fn overview(&self, story: &Story) -> &Overview {
        self.overview.get_or_init(|| Overview::of(&story.comparison))
    }

    /// Draws the whole story over the view, where that is wanted.
    pub fn draw_overview(&self, painter: &mut Painter<'_>, story: &Story, scene: &Scene) {
        if scene.above > 0 {
            let here = self.current().and_then(View::sentence);
            self.overview(story).draw(painter, scene.above, here);
        }
    }

    /// To another statement of the story.
    fn by_statement(&mut self, story: &mut Story, scene: &Scene, down: bool, count: usize) -> Outcome {
        let mut here = self.current().and_then(View::sentence);
        let article = here.map_or(0, |id| id.article);
        for _ in 0..count {
            let Some(next) = self.overview(story).step(here, article, down) else {
                return Outcome::say(if down {
                    "that is the last statement"
                } else {
                    "that is the first statement"
                });
            };
            here = Some(next);
        }
        here.map(|id| self.go_to(story, scene, id)).unwrap_or_default()
    }

    fn go_to(&mut self, story: &mut Story, scene: &Scene, id: SentenceId) -> Outcome {
        let outcome = self.heed(story, scene, Answer::Sentence(id));
        match outcome.switch {
            // A list that does not have it.
            Some(switch) => self.switch(story, scene, switch),
            None => outcome,
        }
    }

    /// Where one is in the story, for another time: in each view that was opened, and in which of them.
    #[must_use]
    pub fn place(&self, story: &Story) -> toml::Table {
        let mut place = toml::Table::new();
        for (kind, view) in
            VIEWS.iter().enumerate().filter_map(|(at, kind)| Some((kind, self.open.get(&at)?)))
        {
            place.insert(kind.context.0.to_owned(), view.place(story).into());
        }
        if let Some(kind) = VIEWS.get(self.shown) {
            place.insert(SHOWN.to_owned(), kind.context.0.into());
        }
        place
    }

    /// Goes back to such a place, as far as there is one in this story.
    pub fn restore(&mut self, story: &mut Story, scene: &Scene, place: &toml::Table) {
        for (at, kind) in VIEWS.iter().enumerate() {
            if let Some(kept) = place.get(kind.context.0).and_then(toml::Value::as_table) {
                let view = self.open.entry(at).or_insert_with(|| (kind.open)(story, scene));
                view.restore(story, scene, kept);
            }
        }
        let shown = place.get(SHOWN).and_then(toml::Value::as_str);
        if let Some(view) = VIEWS.iter().position(|kind| Some(kind.context.0) == shown) {
            self.show(story, scene, view);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Settings, compare};
    use crate::tui::env::Environment;
    use crate::tui::rehearsal::Rehearsal;

    fn open() -> Rehearsal {
        let story = compare(crate::sample::articles(), Settings::default());
        Rehearsal::new(story, Environment::of(|_| None), 80, 24).unwrap()
    }

    #[test]
    fn a_view_is_a_file_and_a_line_in_the_table() {
        let mut reader = open();
        reader.press("jj").unwrap();
        let compared = reader.place();
        reader.restore(&"view = \"tiny\"".parse().unwrap()).unwrap();
        reader.press("jj<Space>").unwrap();
        let screen = reader.screen();
        assert!(screen.lines().nth(4).unwrap().starts_with("  Twitter challenges"), "{screen}");
        assert!(reader.meanings().lines().nth(2).unwrap().starts_with("  T"), "{}", reader.meanings());
        assert_eq!(reader.hit(5, 3), Some(Target::Title(3)));
        assert_eq!(reader.hit(5, 9), None);
        // What it says and what lies over it are drawn as over any other view.
        reader.press("s").unwrap();
        assert!(reader.screen().contains("only titles here"), "{}", reader.screen());
        reader.press("?").unwrap();
        assert!(reader.screen().contains("Signs and keys"), "{}", reader.screen());
        reader.press("<Esc>").unwrap();

        // Each view keeps its own place, and all of them share the selection.
        let place = reader.place();
        assert_eq!(place["view"].as_str(), Some("tiny"));
        assert_eq!(place["tiny"]["article"].as_integer(), Some(2));
        assert_eq!(place["compare"], compared["compare"]);
        reader.restore(&"view = \"compare\"".parse().unwrap()).unwrap();
        assert!(reader.screen().contains("*1 selected - 3/"), "{}", reader.screen());
        let mut again = open();
        again.restore(&place).unwrap();
        assert_eq!(again.place(), place);
    }
}
