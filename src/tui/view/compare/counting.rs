//! A number that was typed before a key: how many times, or which sentence.

use super::regions::Regions;
use super::state::Compare;
use crate::tui::action::Action;
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

impl Compare {
    /// Does what a key asks for `count` times, as far as that leads on, or to the sentence of that number; what is no
    /// motion is done once.
    pub(super) fn act_counted(
        &mut self,
        story: &mut Story,
        scene: &Scene,
        regions: &Regions,
        action: Action,
        count: usize,
    ) -> Outcome {
        match action {
            Action::FirstSentence | Action::LastSentence if self.panel.is_none() => {
                self.go_to_number(story, regions, count)
            }
            _ if !action.is_motion() => return self.act_once(story, scene, regions, action),
            _ => {
                let place = |compare: &Self| {
                    let scroll = compare.zoom.map(|zoom| zoom.scroll);
                    (
                        compare.cursor,
                        compare.panel,
                        scroll.or(compare.scrolls.get(compare.cursor.article).copied()),
                    )
                };
                for _ in 0..count {
                    let before = place(self);
                    let outcome = self.act_once(story, scene, regions, action);
                    if place(self) == before {
                        return outcome;
                    }
                }
            }
        }
        Outcome::default()
    }

    /// To the item of this number, counted from 1 as the strip does; to the last where there are fewer.
    fn go_to_number(&mut self, story: &mut Story, regions: &Regions, number: usize) {
        let items = self.flows[self.cursor.article].items.len();
        let Some(at) = number.min(items).checked_sub(1) else { return };
        let upwards = self.at().is_some_and(|here| at < here);
        self.leave_trail();
        self.put(story, regions, at, upwards);
    }
}
