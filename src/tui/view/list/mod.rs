//! Views that are a list: each row is something that was found of the story, with a sentence behind it. What is done at the
//! cursor is the same in all of them; what stands in the rows, a view says by its [`Listing`].

mod conflicts;
mod draw;
mod finding;
mod matrix;
mod merged;
mod quotes;
mod row;

use std::sync::Arc;

use ratatui::layout::Position;

use self::finding::Sought;
use self::row::Lines;
pub use self::row::Row;
use super::about::about;
use super::outcomes::{NO_SENTENCE, clear_selection, copy, judge, judged, note, set_aside};
use super::views::Switch;
use super::{Target, View};
use crate::article::SentenceId;
use crate::comparison::{Comparison, Verdict};
use crate::export::remark;
use crate::tui::action::Action;
use crate::tui::cells::paint::Painter;
use crate::tui::cells::scroll::{Scroll, Window};
use crate::tui::dialog::export::ExportDialog;
use crate::tui::dialog::search::SearchLine;
use crate::tui::dialog::selection::SelectionList;
use crate::tui::effect::Effect;
use crate::tui::keymap::Context;
use crate::tui::linear::AtCursor;
use crate::tui::mode::{Answer, Outcome};
use crate::tui::notice::Notice;
use crate::tui::pointer::{Gesture, Pointer, rows};
use crate::tui::scene::Scene;
use crate::tui::story::Story;

pub use conflicts::{CONFLICTS, open_conflicts};
pub use matrix::{MATRIX, open_matrix};
pub use merged::{MERGED, open_merged};
pub use quotes::{QUOTES, open_quotes};

/// What a list shows.
pub trait Listing: std::fmt::Debug {
    /// The section of its keys.
    fn context(&self) -> Context;

    /// The rows of a story, and what they say as a whole, in a line.
    fn lay_out(&self, comparison: &Comparison) -> (Vec<Row>, String);

    /// What is said where there are no rows.
    fn nothing(&self) -> &'static str;

    /// Whether its rows have a cell for each source.
    fn has_cells(&self) -> bool {
        false
    }

    /// Does something that only this list does; none where it does nothing then.
    fn act(&mut self, _action: Action) -> Option<&'static str> {
        None
    }

    /// What `x` says of a row: none where it is said of its line, as everywhere.
    fn correct(&self, _story: &mut Story, _row: &Row) -> Option<Result<(String, Vec<Effect>), &'static str>> {
        None
    }
}

/// A view that is a list.
#[derive(Debug)]
pub struct List<L> {
    listing: L,
    /// The comparison whose rows these are.
    of: Arc<Comparison>,
    rows: Vec<Row>,
    /// What they say as a whole.
    summary: String,
    /// Cells that their badges take.
    badge: usize,
    /// The row at the cursor.
    at: usize,
    /// How far it is scrolled.
    scroll: Scroll,
    /// What is looked for.
    sought: Option<Sought>,
    /// The row that it was looked for from.
    sought_from: usize,
}

impl<L: Listing> List<L> {
    /// The list of a story, at its first row.
    pub fn new(listing: L, story: &Story) -> Self {
        let of = Arc::clone(&story.comparison);
        let (rows, summary) = listing.lay_out(&of);
        let badge = draw::badge_width(&rows);
        let scroll = Scroll::default();
        let mut list =
            Self { listing, of, rows, summary, badge, at: 0, scroll, sought: None, sought_from: 0 };
        list.at = list.first_from(0).unwrap_or(0);
        list
    }

    /// Makes the rows anew; the cursor stays with its sentence.
    fn remake(&mut self, story: &Story, scene: &Scene) {
        let here = self.sentence_here();
        self.of = Arc::clone(&story.comparison);
        (self.rows, self.summary) = self.listing.lay_out(&self.of);
        self.badge = draw::badge_width(&self.rows);
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        if let Some(id) = here {
            self.go_to(id);
        }
        self.at = self.first_from(self.at).or_else(|| self.last_up_to(self.at)).unwrap_or(0);
        self.show(scene);
    }

    /// What a screen shows the rows through.
    fn window(&self, scene: &Scene) -> Window<Lines<'_>> {
        let items =
            Lines { rows: &self.rows, width: draw::text_width(scene, self), charset: scene.charset() };
        Window { items, height: i32::try_from(draw::height(scene)).unwrap_or(i32::MAX) }
    }

    fn row(&self) -> Option<&Row> {
        self.rows.get(self.at)
    }

    fn sentence_here(&self) -> Option<SentenceId> {
        self.row()?.sentence
    }

    /// The first row from `at` on that the cursor can be on.
    fn first_from(&self, at: usize) -> Option<usize> {
        (at..self.rows.len()).find(|&at| self.rows[at].sentence.is_some())
    }

    fn last_up_to(&self, at: usize) -> Option<usize> {
        (0..self.rows.len().min(at + 1)).rev().find(|&at| self.rows[at].sentence.is_some())
    }

    /// To the row of a sentence, where there is one.
    fn go_to(&mut self, id: SentenceId) {
        let own = self.rows.iter().position(|row| row.sentence == Some(id));
        let folded = || self.rows.iter().position(|row| row.sentences.contains(&id));
        self.at = own.or_else(folded).unwrap_or(self.at);
    }

    fn step(&mut self, down: bool) -> bool {
        let to = if down {
            self.first_from(self.at + 1)
        } else {
            self.at.checked_sub(1).and_then(|at| self.last_up_to(at))
        };
        self.at = to.unwrap_or(self.at);
        to.is_some()
    }

    /// Moves by so many lines of the screen, at least a row.
    fn page(&mut self, scene: &Scene, lines: usize, down: bool) {
        let lines = i32::try_from(lines.max(1)).unwrap_or(i32::MAX);
        let mut gone = 0;
        while gone < lines && self.step(down) {
            gone += self.window(scene).rows(self.at);
        }
    }

    /// Brings the cursor's row onto the screen; with the first row what stands over it.
    fn show(&mut self, scene: &Scene) {
        let window = self.window(scene);
        let first = self.first_from(0) == Some(self.at);
        let scroll = if first { Scroll::default() } else { self.scroll };
        // What fits is seen whole.
        self.scroll = window.filled(window.revealed(scroll, self.at, false));
    }

    fn correct(&self, story: &mut Story, scene: &Scene) -> Outcome {
        let Some(row) = self.row() else { return Outcome::default() };
        let Some(id) = row.sentence else { return Outcome::default() };
        let said = self.listing.correct(story, row).unwrap_or_else(|| {
            let block = story.comparison.articles[id.article].sentences[id.sentence].block;
            Ok(story.overrule(id.article, block..=block))
        });
        judged(scene, self.listing.context(), said)
    }

    /// Says something of the sentence at the cursor that corrects the machine.
    fn say_of_sentence(&self, story: &mut Story, scene: &Scene, action: Action) -> Outcome {
        let Some(here) = self.sentence_here() else { return Outcome::say(NO_SENTENCE) };
        let context = self.listing.context();
        match action {
            Action::SetAside => set_aside(story, scene, context, here),
            Action::JudgeSame => judge(story, scene, context, here, Verdict::Same),
            Action::JudgeDifferent => judge(story, scene, context, here, Verdict::Different),
            _ => judged(scene, context, story.agree(here)),
        }
    }

    fn select(&mut self, story: &mut Story, ids: Vec<SentenceId>) -> Outcome {
        if ids.is_empty() {
            return Outcome::default();
        }
        let selects = ids.iter().any(|&id| !story.selection.holds(id));
        story.selection.toggle(ids);
        if selects {
            self.step(true);
        }
        Outcome::say(story.selection.words())
    }

    fn act_once(&mut self, story: &mut Story, scene: &Scene, action: Action) -> Outcome {
        if let Some(said) = self.listing.act(action) {
            self.remake(story, scene);
            return Outcome::say(said);
        }
        let height = draw::height(scene);
        match action {
            Action::NextSentence => drop(self.step(true)),
            Action::PreviousSentence => drop(self.step(false)),
            Action::HalfPageDown => self.page(scene, height / 2, true),
            Action::HalfPageUp => self.page(scene, height / 2, false),
            Action::PageDown => self.page(scene, height, true),
            Action::PageUp => self.page(scene, height, false),
            Action::FirstSentence => self.at = self.first_from(0).unwrap_or(0),
            Action::LastSentence => self.at = self.last_up_to(self.rows.len()).unwrap_or(0),
            Action::ScrollDown => self.scroll(scene, 1),
            Action::ScrollUp => self.scroll(scene, -1),
            Action::NextSource => return Outcome::switch(Switch::By(1)),
            Action::PreviousSource => return Outcome::switch(Switch::By(-1)),
            Action::NextMember => {
                return match self.sentence_here() {
                    Some(id) => Outcome::switch(Switch::Compare(id)),
                    None => Outcome::default(),
                };
            }
            Action::Search => {
                self.sought_from = self.at;
                return Outcome::open(SearchLine::default());
            }
            Action::NextFound => return self.find_words(true),
            Action::PreviousFound => return self.find_words(false),
            Action::NextShared
            | Action::PreviousShared
            | Action::NextOnlyHere
            | Action::PreviousOnlyHere
            | Action::NextPossible
            | Action::PreviousPossible
            | Action::NextDisputed
            | Action::PreviousDisputed => return self.find_kind(action),
            Action::Select => {
                let here = self.sentence_here().into_iter().collect();
                return self.select(story, here);
            }
            Action::SelectStatement => {
                let all = self.row().map(|row| row.sentences.clone()).unwrap_or_default();
                return self.select(story, all);
            }
            Action::ClearSelection => return clear_selection(story, scene, self.listing.context()),
            Action::Note => return note(story, self.sentence_here()),
            Action::About => {
                let here = self.sentence_here();
                return here.map_or(Outcome::say(NO_SENTENCE), |id| about(&story.comparison, id.article));
            }
            Action::Selection => return SelectionList::open(story, self.sentence_here()),
            Action::Copy => {
                let here = self.sentence_here().into_iter().collect();
                return copy(story, scene, self.listing.context(), here);
            }
            Action::Export => return ExportDialog::open(story, scene, None),
            Action::Correct => return self.correct(story, scene),
            Action::SetAside | Action::JudgeSame | Action::JudgeDifferent | Action::Agree => {
                return self.say_of_sentence(story, scene, action);
            }
            Action::UndoCorrection => return story.take_correction_back().into(),
            Action::RedoCorrection => return story.make_correction_again().into(),
            Action::Looser => return story.move_threshold(-1).into(),
            Action::Stricter => return story.move_threshold(1).into(),
            Action::Close => {
                self.sought = None;
                story.point_no_longer();
            }
            _ => return Outcome::say("that is for the view Compare"),
        }
        Outcome::default()
    }

    fn scroll(&mut self, scene: &Scene, rows: i32) {
        let window = self.window(scene);
        self.scroll = window.filled(window.scrolled(self.scroll, rows));
    }
}

impl<L: Listing> View for List<L> {
    fn act(&mut self, story: &mut Story, scene: &Scene, action: Action, count: usize) -> Outcome {
        let mut outcome = Outcome::default();
        let times = if action.is_motion() { count.max(1) } else { 1 };
        let from = self.at;
        for _ in 0..times {
            let before = self.at;
            outcome = self.act_once(story, scene, action);
            if self.at == before {
                break;
            }
        }
        let page = i32::try_from(draw::height(scene)).unwrap_or(i32::MAX);
        match action {
            Action::ScrollDown | Action::ScrollUp => {}
            // What stands below the last row that the cursor can be on is read by going on.
            Action::NextSentence if self.at == from => self.scroll(scene, 1),
            Action::HalfPageDown if self.at == from => self.scroll(scene, page / 2),
            Action::PageDown if self.at == from => self.scroll(scene, page),
            Action::LastSentence if self.at == from => self.scroll(scene, i32::MAX / 4),
            _ => self.show(scene),
        }
        outcome
    }

    fn point(
        &mut self,
        story: &mut Story,
        scene: &Scene,
        pointer: Pointer,
        target: Option<Target>,
    ) -> Outcome {
        match (pointer.gesture, target) {
            (Gesture::Wheel { upwards }, _) => self.scroll(scene, rows(upwards)),
            (Gesture::Press, Some(Target::Row(row))) => {
                if self.at == row {
                    return self.act(story, scene, Action::NextMember, 0);
                }
                self.at = row;
            }
            (Gesture::Press, Some(Target::Tab(view))) => return Outcome::switch(Switch::To(view)),
            _ => {}
        }
        Outcome::default()
    }

    fn heed(&mut self, _story: &mut Story, scene: &Scene, answer: Answer) -> Outcome {
        match answer {
            Answer::Sentence(id) => {
                if !self.rows.iter().any(|row| row.sentence == Some(id) || row.sentences.contains(&id)) {
                    return Outcome::switch(Switch::Compare(id));
                }
                self.go_to(id);
            }
            Answer::Typing(words) => self.type_search(&words),
            Answer::Search(words) => {
                let outcome = self.search(&words);
                self.show(scene);
                return outcome;
            }
            Answer::NoSearch => {
                self.at = self.sought_from;
                self.sought = None;
            }
            Answer::Source(_) | Answer::Columns(_) => {}
        }
        self.show(scene);
        Outcome::default()
    }

    fn renew(&mut self, story: &mut Story, scene: &Scene) {
        if !Arc::ptr_eq(&self.of, &story.comparison) {
            self.remake(story, scene);
        }
    }

    fn resize(&mut self, _story: &mut Story, scene: &Scene) {
        self.show(scene);
    }

    fn draw(&self, painter: &mut Painter<'_>, story: &Story, scene: &Scene, said: Option<&Notice>) {
        draw::draw(painter, self, story, scene, said);
    }

    fn hit(&self, _story: &Story, scene: &Scene, said: Option<&Notice>, cell: Position) -> Option<Target> {
        draw::hit(self, scene, said, cell)
    }

    fn place(&self, story: &Story) -> toml::Table {
        let id = self.sentence_here();
        let article = id.and_then(|id| story.comparison.articles.get(id.article));
        let kept = [
            ("article", article.map(|article| article.id.as_str().into())),
            ("sentence", id.and_then(|id| i64::try_from(id.sentence).ok()).map(toml::Value::from)),
        ];
        kept.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }

    fn restore(&mut self, story: &mut Story, scene: &Scene, place: &toml::Table) {
        let id = place.get("article").and_then(toml::Value::as_str);
        let article = story.comparison.articles.iter().position(|article| Some(article.id.as_str()) == id);
        let sentence = place.get("sentence").and_then(toml::Value::as_integer);
        let sentence = sentence.and_then(|sentence| usize::try_from(sentence).ok());
        if let (Some(article), Some(sentence)) = (article, sentence) {
            self.go_to(SentenceId::new(article, sentence));
        }
        self.show(scene);
    }

    fn sentence(&self) -> Option<SentenceId> {
        self.sentence_here()
    }

    fn at_cursor(&self, _story: &Story, _scene: &Scene) -> AtCursor {
        let Some(row) = self.row() else {
            return AtCursor { article: None, text: self.listing.nothing().to_owned() };
        };
        let badge = if row.badge.is_empty() { String::new() } else { format!("{}: ", row.badge) };
        let remark = row.sentence.map(|id| format!(" ({})", remark(&self.of, id))).unwrap_or_default();
        AtCursor { article: None, text: format!("{badge}{}{remark}", row.text) }
    }
}
