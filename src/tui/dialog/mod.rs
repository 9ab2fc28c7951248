//! What can lie over a view and takes the keys while it does.

pub mod columns;
pub mod commands;
pub mod export;
mod export_order;
pub mod help;
pub mod note;
mod scrolling;
pub mod search;
pub mod selection;
pub mod text;
pub mod which_source;
