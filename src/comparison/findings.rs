//! What became of each sentence.

use serde::Serialize;

use crate::article::SentenceId;
use crate::score::Score;

/// What became of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// It has a certain match, and none that disagrees with it.
    Shared,
    /// It has a certain match that disagrees with it in something.
    Disputed,
    /// It has possible matches only.
    Possible,
    /// A sentence of the body without a clear counterpart elsewhere.
    Unique,
    /// An unmatched headline, caption, crosshead or byline.
    Apart,
    /// It belongs to a block that prints an earlier one again.
    Repeat,
    /// It belongs to an off-topic block.
    OffTopic,
}

/// The candidate that comes closest to a sentence without a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Nearest {
    /// The candidate, in another article.
    pub sentence: SentenceId,
    /// Its calibrated score, below [`Settings::possible`](super::Settings::possible).
    pub score: Score,
}

/// What the comparison says of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What became of it.
    pub status: Status,
    /// The statements it belongs to, the first being its own.
    pub statements: Vec<usize>,
    /// The closest candidate, where it has no match.
    pub nearest: Option<Nearest>,
}

/// How many sentences of an article have which status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// Sentences that are shared, disputed, possible or unique.
    pub sentences: usize,
    /// With a certain match, and none that disagrees.
    pub shared: usize,
    /// With a certain match that disagrees.
    pub disputed: usize,
    /// With possible matches only.
    pub possible: usize,
    /// Only here.
    pub unique: usize,
    /// Blocks that are flagged as off-topic.
    pub off_topic_blocks: usize,
}
