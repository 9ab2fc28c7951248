//! What the program has to say.

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
