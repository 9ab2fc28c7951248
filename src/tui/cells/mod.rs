//! Characters in cells: what any text terminal program needs, with no word about stories.

pub mod field;
pub mod frame;
pub mod glyphs;
pub mod links;
pub mod paint;
pub mod scroll;
pub mod wrap;
