//! The view Compare: sources side by side, with a panel on what is at the cursor.

mod bar;
mod copying;
mod correcting;
mod counting;
mod draw;
mod editing;
mod explaining;
mod finding;
mod flow;
mod found;
mod moving;
mod page;
mod panel;
mod place;
mod pointing;
pub mod regions;
mod searching;
mod selecting;
mod showing;
mod state;
mod tally;
mod telling;
mod zoom;

use ratatui::layout::Position;

use self::finding::Sought;
use self::regions::Regions;
pub use self::state::CONTEXT;
use self::state::Compare;
use super::about::about;
use super::{Target, View};
use crate::article::SentenceId;
use crate::comparison::Verdict;
use crate::tui::action::Action;
use crate::tui::cells::paint::Painter;
use crate::tui::dialog::export::ExportDialog;
use crate::tui::dialog::selection::SelectionList;
use crate::tui::dialog::which_source::WhichSource;
use crate::tui::linear::AtCursor;
use crate::tui::mode::Answer;
use crate::tui::mode::Outcome;
use crate::tui::notice::Notice;
use crate::tui::pointer::Pointer;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

/// Looks at a story for the first time: at the first sentence of its first article.
pub fn open(story: &mut Story, scene: &Scene) -> Box<dyn View> {
    let mut compare = Compare::open(story, scene.charset(), &scene.settings);
    compare.resize(story, scene);
    Box::new(compare)
}

impl View for Compare {
    fn act(&mut self, story: &mut Story, scene: &Scene, action: Action, count: usize) -> Outcome {
        self.introduced = true;
        let Some(regions) = self.regions(scene).filter(|_| !self.chosen.is_empty()) else {
            return Outcome::default();
        };
        match count {
            0 => self.act_once(story, scene, &regions, action),
            _ => self.act_counted(story, scene, &regions, action, count),
        }
    }

    fn point(
        &mut self,
        story: &mut Story,
        scene: &Scene,
        pointer: Pointer,
        target: Option<Target>,
    ) -> Outcome {
        let regions = self.regions(scene).filter(|_| !self.chosen.is_empty());
        regions.map(|regions| self.point_at(story, scene, &regions, (pointer, target))).unwrap_or_default()
    }

    fn heed(&mut self, story: &mut Story, scene: &Scene, answer: Answer) -> Outcome {
        match answer {
            Answer::Source(article) => self.jump(story, scene, article),
            Answer::Columns(chosen) => {
                self.choose_columns(story, scene, chosen);
                Outcome::default()
            }
            Answer::Sentence(id) => self.go_anywhere(story, scene, id),
            Answer::Typing(words) => self.type_search(story, scene, &words),
            Answer::Search(words) => self.search(story, scene, &words),
            Answer::NoSearch => self.give_search_up(story, scene),
        }
    }

    fn renew(&mut self, story: &mut Story, scene: &Scene) {
        self.found.renew(&story.comparison);
        match self.regions(scene) {
            Some(regions) => self.remake_in_place(story, &regions),
            None => self.remake_out_of_sight(story),
        }
    }

    fn resize(&mut self, story: &mut Story, scene: &Scene) {
        if let Some(regions) = self.regions(scene) {
            self.resettle(story, &regions);
        }
    }

    fn draw(&self, painter: &mut Painter<'_>, story: &Story, scene: &Scene, said: Option<&Notice>) {
        if let Some(regions) = self.regions(scene) {
            draw::draw(painter, &self.sight(story, scene, &regions), said);
        }
    }

    fn hit(&self, story: &Story, scene: &Scene, said: Option<&Notice>, cell: Position) -> Option<Target> {
        let regions = self.regions(scene)?;
        draw::hit(&self.sight(story, scene, &regions), said, cell)
    }

    fn place(&self, story: &Story) -> toml::Table {
        self.kept(story)
    }

    fn restore(&mut self, story: &mut Story, scene: &Scene, place: &toml::Table) {
        self.go_back_to(story, scene, place);
    }

    fn sentence(&self) -> Option<SentenceId> {
        self.sentence()
    }

    fn at_cursor(&self, story: &Story, scene: &Scene) -> AtCursor {
        self.told(story, scene)
    }
}

impl Compare {
    /// Does what a key asks for.
    fn act_once(&mut self, story: &mut Story, scene: &Scene, regions: &Regions, action: Action) -> Outcome {
        if let Some(outcome) = self.act_in_panel(story, scene, regions, action) {
            return outcome;
        }
        match action {
            Action::NextSentence => self.by_item(story, regions, false),
            Action::PreviousSentence => self.by_item(story, regions, true),
            Action::HalfPageDown => self.by_rows(story, regions, 1, 2),
            Action::HalfPageUp => self.by_rows(story, regions, -1, 2),
            Action::PageDown => self.by_rows(story, regions, 1, 1),
            Action::PageUp => self.by_rows(story, regions, -1, 1),
            Action::FirstSentence => self.go_to_end(story, regions, true),
            Action::LastSentence => self.go_to_end(story, regions, false),
            Action::ScrollDown => self.scroll(story, regions, 1),
            Action::ScrollUp => self.scroll(story, regions, -1),
            Action::NextSource => self.by_source(story, regions, false),
            Action::PreviousSource => self.by_source(story, regions, true),
            Action::JumpToSource => return Outcome::open(WhichSource::of(story)),
            Action::NextMember => return self.tour(story, regions),
            Action::Back => return self.back(story, regions),
            Action::Search => return self.begin_search(),
            Action::NextFound => return self.next_found(story, regions, scene, false),
            Action::PreviousFound => return self.next_found(story, regions, scene, true),
            Action::NextShared => return self.find(story, regions, Sought::Shared, false),
            Action::PreviousShared => return self.find(story, regions, Sought::Shared, true),
            Action::NextOnlyHere => return self.find(story, regions, Sought::OnlyHere, false),
            Action::PreviousOnlyHere => return self.find(story, regions, Sought::OnlyHere, true),
            Action::NextDisputed => return self.find(story, regions, Sought::Disputed, false),
            Action::PreviousDisputed => return self.find(story, regions, Sought::Disputed, true),
            Action::NextPossible => return self.find(story, regions, Sought::Possible, false),
            Action::PreviousPossible => return self.find(story, regions, Sought::Possible, true),
            Action::NextOffTopic => return self.find(story, regions, Sought::OffTopic, false),
            Action::PreviousOffTopic => return self.find(story, regions, Sought::OffTopic, true),
            Action::Select => return self.select(story, regions),
            Action::SelectRange => return self.select_range(story),
            Action::SelectStatement => return self.select_statement(story, regions),
            Action::ClearSelection => return self.clear_selection(story, scene, regions),
            Action::Close => return self.close(story, scene),
            Action::Note => return self.note(story),
            Action::Selection => return SelectionList::open(story, self.sentence()),
            Action::Copy => return self.copy(story, scene),
            Action::Export => return ExportDialog::open(story, scene, self.filter.scope()),
            Action::Correct => return self.overrule(story, scene),
            Action::SetAside => return self.set_aside(story, scene),
            Action::JudgeSame => return self.judge(story, scene, Verdict::Same),
            Action::JudgeDifferent => return self.judge(story, scene, Verdict::Different),
            Action::Agree => return self.agree(story, scene),
            Action::UndoCorrection => return story.take_correction_back().into(),
            Action::RedoCorrection => return story.make_correction_again().into(),
            Action::Filter => return self.next_filter(story, regions),
            Action::Fold => return self.fold(story, regions),
            Action::Compact => return self.compact_or_not(story, regions),
            Action::Looser => return story.move_threshold(-1).into(),
            Action::Stricter => return story.move_threshold(1).into(),
            Action::Heat => return self.heat_or_not(story, scene),
            Action::Follow => return self.follow_or_not(story, regions),
            Action::Panel => self.enter_or_leave_panel(story, scene),
            Action::Zoom => return self.zoom_or_not(story, scene),
            Action::Columns => return self.open_columns(story),
            Action::Edit => return self.edit(story, scene),
            Action::Explain => return self.explain(story, scene),
            Action::About => return about(&story.comparison, self.cursor.article),
            // These are the program's and those of dialogs.
            Action::Help
            | Action::Commands
            | Action::Overview
            | Action::NextStatement
            | Action::PreviousStatement
            | Action::Reload
            | Action::Redraw
            | Action::Suspend
            | Action::Quit => {}
            Action::Accept | Action::NextField | Action::PreviousField | Action::NextChoice => {}
            Action::PreviousChoice | Action::Replace | Action::Keep => {}
            Action::MoveDown | Action::MoveUp | Action::Sort => {}
            Action::ViewCompare | Action::ViewMerged | Action::ViewMatrix | Action::ViewQuotes => {}
            Action::ViewConflicts | Action::NextView | Action::PreviousView => {}
        }
        Outcome::default()
    }
}
