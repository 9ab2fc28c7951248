//! Where things stand: characters in cells, sentences in rows, rows in columns, columns on the screen.

pub mod glyphs;
pub mod page;
pub mod regions;
pub mod scroll;
pub mod wrap;
