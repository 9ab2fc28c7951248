//! The ways to look at a story.

pub mod compare;
