//! What is kept of a story from one time to the next.

mod corrections;

pub use self::corrections::{CorrectionsError, corrections};
