//! What an action leads to beside what it changes.

use super::dialog::Mode;
use super::effect::Effect;

/// What an action leads to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What there is to say of it.
    pub said: Option<Notice>,
    /// What has to be done outside of the model.
    pub effects: Vec<Effect>,
    /// What takes the keys from now on.
    pub opened: Option<Mode>,
}

impl Outcome {
    /// Something is said.
    #[must_use]
    pub fn say(text: impl Into<String>) -> Self {
        Self { said: Some(Notice::plain(text)), ..Self::default() }
    }

    /// Something is opened, which takes the keys.
    #[must_use]
    pub fn open(mode: Mode) -> Self {
        Self { opened: Some(mode), ..Self::default() }
    }
}

impl From<Effect> for Outcome {
    fn from(effect: Effect) -> Self {
        Self { effects: vec![effect], ..Self::default() }
    }
}

/// What the program has to say until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// In words.
    pub text: String,
    /// Whether something went wrong.
    pub error: bool,
}

impl Notice {
    /// Something that is worth knowing.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), error: false }
    }

    /// Something that went wrong.
    #[must_use]
    pub fn failure(text: impl Into<String>) -> Self {
        Self { text: text.into(), error: true }
    }
}
