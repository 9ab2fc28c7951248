//! Corrections: what the user says of a line is asked for at once; what follows is worked out in the background.

use std::ops::RangeInclusive;

use super::Story;
use crate::comparison::Correction;
use crate::tui::effect::Effect;
use crate::tui::notice::Notice;

impl Story {
    /// Says the opposite of what is said of the first of these blocks, for all of them. Hands back that in words, and
    /// what there is to do.
    pub fn overrule(&mut self, article: usize, blocks: RangeInclusive<usize>) -> (String, Vec<Effect>) {
        let first = *blocks.start();
        let source = &self.comparison.articles[article];
        let before = self.comparing.corrections();
        // What was said last counts, whether it is shown yet or not.
        let said_of = before.of(source, first);
        let flagged = said_of
            .map_or_else(|| self.comparison.was_flagged(article, first), |said| said == Correction::OffTopic);
        let correction = if flagged { Correction::Story } else { Correction::OffTopic };
        let subject = match blocks.clone().count() {
            1 if source.sentences_of(first).len() > 1 => "this paragraph is".to_owned(),
            1 => "this line is".to_owned(),
            lines => format!("these {lines} lines are"),
        };
        let mut corrections = before.clone();
        for block in blocks {
            if self.comparison.was_flagged(article, block) == flagged {
                corrections.set(source, block, correction);
            } else {
                // Back to what was found, with its reasons.
                corrections.forget(source, block);
            }
        }
        self.corrected.push(before.clone());
        self.comparing.want_corrections(corrections);
        let said = match correction {
            Correction::Story => format!("{subject} the story"),
            Correction::OffTopic => format!("{subject} not the story"),
        };
        (said, self.ask())
    }

    /// Takes the last correction back. Hands back what there is to say and to do.
    pub fn take_correction_back(&mut self) -> (Notice, Vec<Effect>) {
        let Some(before) = self.corrected.pop() else {
            return (Notice::plain("nothing is corrected"), Vec::new());
        };
        self.comparing.want_corrections(before);
        (Notice::plain("the last correction is taken back"), self.ask())
    }
}
