//! What is kept of a story from one time to the next.

mod corrections;
mod state;

pub use self::corrections::{CorrectionsError, corrections, corrections_of};
pub use self::state::{Keeper, Note, State, StateError};
