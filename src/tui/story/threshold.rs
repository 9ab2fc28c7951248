//! How close counts as a match.

use super::Story;
use crate::comparison::{Certainty, Score, Settings};
use crate::tui::effect::Effect;
use crate::tui::notice::Notice;

/// Hundredths of probability by which one key changes how close counts as a match.
const STEP: i32 = 5;

impl Story {
    /// Moves by so many steps how close counts as a match. Hands back what there is to say and to do.
    pub fn move_threshold(&mut self, steps: i32) -> (Notice, Vec<Effect>) {
        let percent = (percent(self.comparing.settings()) + steps * STEP) / STEP * STEP;
        let percent = percent.clamp(STEP, 100 - STEP);
        let certain = Score::from_probability(f64::from(percent) / 100.0);
        let possible = Settings::default().possible.min(certain);
        self.comparing.want_settings(Settings { certain, possible });
        let effects = self.ask();
        let is_there = self.comparing.ready().is_some();
        let said = if is_there { self.threshold_with_matches() } else { certain_from(percent) };
        (Notice::plain(said), effects)
    }

    /// How close counts as a match in what is shown, in words.
    #[must_use]
    pub fn threshold(&self) -> String {
        certain_from(percent(self.comparison.settings))
    }

    /// The same with the number of matches that it leads to.
    #[must_use]
    pub fn threshold_with_matches(&self) -> String {
        let matches = self.comparison.matches.iter();
        let count = matches.filter(|found| found.certainty == Certainty::Certain).count();
        format!("{}: {count} matches", self.threshold())
    }
}

fn percent(settings: Settings) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
    let percent = (settings.certain.probability() * 100.0).round() as i32;
    percent
}

fn certain_from(percent: i32) -> String {
    format!("certain from {percent} %")
}
