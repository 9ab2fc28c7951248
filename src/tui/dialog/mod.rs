//! What can lie over a view.

pub mod columns;
pub mod export;
pub mod help;
