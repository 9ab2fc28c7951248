//! Sentences as weighted terms: what off-topic detection and matching both work on.

mod acronyms;
mod background;
mod compounds;
mod dictionary;
mod embeds;
mod fold;
mod language;
mod opposites;
mod thesaurus;
mod tokens;
mod weights;

pub use thesaurus::{GroupId, Thesaurus};
pub use tokens::{Lexis, TermId, Token, TokenKind};
pub use weights::Weights;
