//! Sentences as weighted terms: what off-topic detection and matching both work on.

mod acronyms;
mod background;
mod compounds;
mod dictionary;
mod embeds;
mod fold;
mod forms;
mod language;
mod names;
mod opposites;
mod terms;
mod thesaurus;
mod tokens;
mod weights;

pub use terms::TermId;
pub use thesaurus::{GroupId, Thesaurus};
pub use tokens::{Lexis, Token, TokenKind};
pub use weights::Weights;
