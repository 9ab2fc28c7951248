//! One story, several sources: compares what several outlets wrote about one event.

pub mod article;
pub mod lexis;
pub mod read;
pub mod sample;
pub mod segment;
