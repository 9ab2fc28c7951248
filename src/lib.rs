//! One story, several sources: compares what several outlets wrote about one event.
//!
//! ```
//! use parallax::comparison::{Settings, compare};
//!
//! let comparison = compare(parallax::sample::articles(), Settings::default());
//! assert_eq!(comparison.articles.len(), 5);
//! ```

pub mod article;
pub mod comparison;
pub mod digest;
pub mod disagreement;
pub mod export;
pub mod lexis;
pub mod matching;
pub mod naming;
pub mod offtopic;
pub mod read;
pub mod sample;
pub mod save;
pub mod say;
pub mod score;
pub mod segment;
pub mod source;
pub mod statements;
mod text;
#[cfg(feature = "tui")]
pub mod tui;
