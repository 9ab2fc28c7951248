//! The flag of an off-topic block.

use serde::Serialize;

use super::kind::Kind;
use super::topics::Topic;
use crate::score::Score;

/// Why a block is off-topic that someone marked by hand.
pub const BY_HAND: &str = "you said so";

/// Why a block is off-topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OffTopic {
    /// What it is.
    pub kind: Kind,
    /// What it is about, for sidebars and teasers.
    pub topic: Option<Topic>,
    /// Of the flags with .9, nine in ten are right.
    pub confidence: Score,
    /// The evidence, in words for the user; at least one.
    pub reasons: Vec<String>,
}

impl OffTopic {
    /// The flag of a block that someone marked by hand.
    #[must_use]
    pub fn by_hand() -> Self {
        let reasons = vec![BY_HAND.to_owned()];
        Self { kind: Kind::Manual, topic: None, confidence: Score::ONE, reasons }
    }
}
