//! What can lie over the columns.

pub mod columns;
pub mod export;
pub mod field;
pub mod frame;
pub mod help;
