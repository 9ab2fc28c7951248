//! The view Compare: sources side by side, with a panel on what is at the cursor.

pub mod column;
pub mod draw;
pub mod regions;
pub mod tally;
