//! The mouse in the view.

use ratatui::layout::Position;

use super::flow::{Shown, Spot};
use super::regions::Regions;
use super::state::{Compare, Cursor};
use crate::article::SentenceId;
use crate::tui::mode::Outcome;
use crate::tui::pointer::{Gesture, Pointer, rows};
use crate::tui::scene::Scene;
use crate::tui::story::Story;
use crate::tui::view::Target;

impl Compare {
    /// Does what is done with the mouse, at what lies under it.
    pub(super) fn point_at(
        &mut self,
        story: &mut Story,
        scene: &Scene,
        regions: &Regions,
        (pointer, target): (Pointer, Option<Target>),
    ) -> Outcome {
        match pointer.gesture {
            Gesture::Press => {
                self.introduced = true;
                self.pressed = None;
                return target.map(|target| self.click(story, scene, regions, target)).unwrap_or_default();
            }
            Gesture::Drag => self.drag(story, regions, pointer.cell, target),
            Gesture::Release => {
                if self.pressed.take().is_some_and(|pressed| self.anchor == Some(pressed)) {
                    return self.end_range(story);
                }
            }
            Gesture::Wheel { upwards } => {
                if self.zoom.is_some() {
                    self.scroll(story, regions, rows(upwards));
                } else if let Some(article) = self.column_at(regions, pointer.cell) {
                    let window = self.window(&story.comparison, article, regions);
                    self.scrolls[article] = window.scrolled(self.scrolls[article], rows(upwards));
                }
            }
        }
        Outcome::default()
    }

    /// The article whose column a cell is in, with or without text.
    fn column_at(&self, regions: &Regions, cell: Position) -> Option<usize> {
        let inside = |place: &u16| {
            let x = regions.column_x(*place);
            (x..=x + regions.column_width).contains(&cell.x) && cell.y < regions.body.bottom()
        };
        let place = (0..regions.columns).find(inside)?;
        self.on_screen(regions).get(usize::from(place)).copied()
    }

    fn click(&mut self, story: &mut Story, scene: &Scene, regions: &Regions, target: Target) -> Outcome {
        match target {
            Target::Sentence(id) => {
                self.visit(story, regions, id.article, sentence_spot(story, id));
                self.pressed = Some(self.cursor);
            }
            Target::Block { article, block } => {
                self.visit(story, regions, article, Spot { block, sentence: None });
            }
            Target::Fold { article, first, .. } => {
                let spot = Spot { block: first, sentence: None };
                let again = self.cursor.article == article
                    && self
                        .item()
                        .is_some_and(|item| item.block == first && matches!(item.shown, Shown::Fold { .. }));
                if again {
                    return self.fold(story, regions);
                }
                self.visit(story, regions, article, spot);
            }
            Target::Title(article) | Target::Letter(article) => return self.jump(story, scene, article),
            Target::Bar { article, item } => {
                if let Some(item) = self.flows.get(article).and_then(|flow| flow.items.get(item)) {
                    let spot = item.spot();
                    self.visit(story, regions, article, spot);
                }
            }
            Target::Entry(Some(id)) if self.panel.is_some() => return self.leave_for(story, scene, Some(id)),
            Target::Entry(Some(id)) if self.chosen.contains(&id.article) => {
                self.visit(story, regions, id.article, sentence_spot(story, id));
            }
            Target::Entry(_) | Target::Hint(_) | Target::Row(_) | Target::Tab(_) | Target::Statement(_) => {}
        }
        Outcome::default()
    }

    /// Puts the cursor on a spot of an article, to come back from by the trail.
    fn visit(&mut self, story: &mut Story, regions: &Regions, article: usize, spot: Spot) {
        let Some(item) = self.flows.get(article).and_then(|flow| flow.find(spot)) else { return };
        if self.cursor.article == article && self.at() == Some(item) {
            return;
        }
        self.leave_trail();
        self.enter(story, article);
        self.put(story, regions, item, false);
    }

    /// A range from where the button went down to what is under the pointer; beyond the ends of the column to what is
    /// not yet in sight.
    fn drag(&mut self, story: &mut Story, regions: &Regions, cell: Position, target: Option<Target>) {
        let Some(pressed) = self.pressed else { return };
        let Cursor { article, .. } = pressed;
        let beyond = if cell.y < regions.body.y {
            Some(true)
        } else if cell.y >= regions.body.bottom() {
            Some(false)
        } else {
            None
        };
        let to = match (beyond, target) {
            (Some(upwards), _) => {
                self.begin_drag(story, pressed);
                return self.by_item(story, regions, upwards);
            }
            (None, Some(Target::Sentence(id))) if id.article == article => {
                self.flows[article].item_of(&story.comparison, id)
            }
            _ => None,
        };
        if let Some(item) = to.filter(|&item| self.at() != Some(item)) {
            self.begin_drag(story, pressed);
            self.put(story, regions, item, false);
        }
    }

    fn begin_drag(&mut self, story: &mut Story, pressed: Cursor) {
        if self.anchor != Some(pressed) {
            self.keep_range(story);
            self.anchor = Some(pressed);
        }
    }
}

pub(super) fn sentence_spot(story: &Story, id: SentenceId) -> Spot {
    let sentences = &story.comparison.articles[id.article].sentences;
    let block = sentences.get(id.sentence).map_or(0, |sentence| sentence.block);
    Spot { block, sentence: Some(id.sentence) }
}
