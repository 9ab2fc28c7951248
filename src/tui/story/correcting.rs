//! Corrections: what the user says of a line is asked for at once; what follows is worked out in the background.

use std::ops::RangeInclusive;

use super::Story;
use crate::article::SentenceId;
use crate::comparison::{Correction, Corrections, Status, Verdict};
use crate::say::letter;
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
        let effects = self.correct(corrections);
        let said = match correction {
            Correction::Story => format!("{subject} the story"),
            Correction::OffTopic => format!("{subject} not the story"),
        };
        (said, effects)
    }

    /// Says of a sentence alone that it is not the story, or takes that back.
    pub fn set_aside(&mut self, id: SentenceId) -> (String, Vec<Effect>) {
        let article = &self.comparison.articles[id.article];
        let mut corrections = self.comparing.corrections().clone();
        let aside = !corrections.is_aside(article, id.sentence);
        corrections.set_aside(article, id.sentence, aside);
        let said = if aside { "this sentence is not the story" } else { "this sentence is the story" };
        (said.to_owned(), self.correct(corrections))
    }

    /// Says of two sentences whether they say the same; said again, it is taken back.
    ///
    /// # Errors
    /// Why nothing can be said of them, in words.
    pub fn judge(
        &mut self,
        a: SentenceId,
        b: SentenceId,
        verdict: Verdict,
    ) -> Result<(String, Vec<Effect>), &'static str> {
        if a.article == b.article {
            return Err("both are of one source; only sentences of two are compared");
        }
        if let Some(id) = [a, b].into_iter().find(|&id| !self.comparison.takes_part(id)) {
            return Err(match self.comparison.finding(id).status {
                Status::OffTopic => "one of them is not the story: correct that first",
                _ => "one of them is not compared: its source prints it twice, or it is a date",
            });
        }
        let of = |id: SentenceId| (&self.comparison.articles[id.article], id.sentence);
        let mut corrections = self.comparing.corrections().clone();
        let again = corrections.verdict(of(a), of(b)) == Some(verdict);
        corrections.judge(of(a), of(b), Some(verdict).filter(|_| !again));
        let pair = format!("{} and {}", letter(a.article), letter(b.article));
        let said = match verdict {
            _ if again => format!("{pair}: as it was found"),
            Verdict::Different => format!("{pair} don't say the same here"),
            Verdict::NoDisagreement => format!("{pair} don't disagree here"),
            _ => format!("{pair} say the same here"),
        };
        Ok((said, self.correct(corrections)))
    }

    /// Says of everyone who tells a sentence differently that there is no disagreement.
    ///
    /// # Errors
    /// Why there is nothing to say, in words.
    pub fn agree(&mut self, id: SentenceId) -> Result<(String, Vec<Effect>), &'static str> {
        let of = |id: SentenceId| (&self.comparison.articles[id.article], id.sentence);
        let mut corrections = self.comparing.corrections().clone();
        let disputed = self.comparison.matches_of(id).filter(|found| found.is_disputed());
        let others: Vec<SentenceId> = disputed.filter_map(|found| found.other(id)).collect();
        if others.is_empty() {
            return Err("no source tells this differently");
        }
        for &other in &others {
            corrections.judge(of(id), of(other), Some(Verdict::NoDisagreement));
        }
        let said = match others.as_slice() {
            [other] => format!("{} and {} don't disagree here", letter(id.article), letter(other.article)),
            others => format!("{} don't disagree with {} here", others.len(), letter(id.article)),
        };
        Ok((said, self.correct(corrections)))
    }

    /// Asks for other corrections, to be taken back later.
    fn correct(&mut self, corrections: Corrections) -> Vec<Effect> {
        self.corrected.push(self.comparing.corrections().clone());
        self.taken_back.clear();
        self.changes += 1;
        self.comparing.want_corrections(corrections);
        self.ask()
    }

    /// Takes the last correction back. Hands back what there is to say and to do.
    pub fn take_correction_back(&mut self) -> (Notice, Vec<Effect>) {
        let Some(before) = self.corrected.pop() else {
            return (Notice::plain("nothing is corrected"), Vec::new());
        };
        self.taken_back.push(self.comparing.corrections().clone());
        self.changes += 1;
        self.comparing.want_corrections(before);
        (Notice::plain("the last correction is taken back"), self.ask())
    }

    /// Makes the correction again that was taken back last. Hands back what there is to say and to do.
    pub fn make_correction_again(&mut self) -> (Notice, Vec<Effect>) {
        let Some(after) = self.taken_back.pop() else {
            return (Notice::plain("nothing was taken back"), Vec::new());
        };
        self.corrected.push(self.comparing.corrections().clone());
        self.changes += 1;
        self.comparing.want_corrections(after);
        (Notice::plain("the correction is made again"), self.ask())
    }

    /// Points at a sentence to say something of it and the next one.
    pub const fn point(&mut self, id: SentenceId, verdict: Verdict) {
        self.pending = Some((id, verdict));
    }

    /// The sentence that was pointed at for this, which it is no longer.
    pub fn take_pointed(&mut self, verdict: Verdict) -> Option<SentenceId> {
        let (id, of) = self.pending?;
        self.pending = None;
        (of == verdict).then_some(id)
    }

    /// Points at nothing any more; false where nothing was pointed at.
    pub const fn point_no_longer(&mut self) -> bool {
        self.pending.take().is_some()
    }

    /// What is pointed at, and what is to be said of it and the next.
    #[must_use]
    pub const fn pointed(&self) -> Option<(SentenceId, Verdict)> {
        self.pending
    }
}
