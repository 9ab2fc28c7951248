//! How people are told: letters, signs and words, the same in every export and on the screen.
//!
//! Nothing here knows what a screen or a page is; what is said of a comparison is a function of it.

mod letters;
mod odds;
mod profile;
mod signs;
mod status;
mod visible;
mod words;

pub use letters::{badge, badge_within, letter};
pub use odds::{odds, percent};
pub use profile::profile;
pub use signs::Sign;
pub use status::{nothing, status};
pub use visible::{acts, one_line};
pub use words::{count, disagreement, flag, mark, merged, role};
