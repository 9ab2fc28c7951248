//! What surrounds a view or a dialog: the screen, what the environment says, the keys and the settings.

use ratatui::layout::Size;

use super::env::{Charset, Environment};
use super::keymap::Keymap;
use super::settings::ReaderSettings;

/// The smallest screen that can be worked with.
pub const SMALLEST: Size = Size { width: 40, height: 8 };

/// What surrounds a view or a dialog.
#[derive(Debug)]
pub struct Scene {
    /// Cells of the view.
    pub size: Size,
    /// Rows over it that the overview takes.
    pub above: u16,
    /// What the environment says.
    pub environment: Environment,
    /// Which key does what.
    pub keymap: Keymap,
    /// How the reader is wanted.
    pub settings: ReaderSettings,
}

impl Scene {
    /// Cells of the terminal.
    #[must_use]
    pub const fn screen(&self) -> Size {
        Size::new(self.size.width, self.size.height + self.above)
    }

    /// Whether the screen is large enough to work with.
    #[must_use]
    pub const fn fits(&self) -> bool {
        self.size.width >= SMALLEST.width && self.size.height >= SMALLEST.height
    }

    /// Which characters the terminal has.
    #[must_use]
    pub const fn charset(&self) -> Charset {
        self.environment.charset
    }
}
