//! The terminal's own background, as it tells it (OSC 11).

use std::time::Duration;

use terminal_colorsaurus::{QueryOptions, background_color};

use crate::tui::env::Background;

/// How long an answer is waited for, while the story is being read.
const PATIENCE: Duration = Duration::from_millis(100);

/// What the terminal says of its background; none where it says nothing. It must not be ours yet: the answer comes the
/// way that keys come.
#[must_use]
pub fn background() -> Option<Background> {
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    let light = background_color(options).ok()?.perceived_lightness() >= 0.5;
    Some(if light { Background::Light } else { Background::Dark })
}
