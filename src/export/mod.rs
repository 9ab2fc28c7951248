//! A comparison as text, Markdown or JSON.

mod filter;
mod json;
mod markdown;
mod report;
mod sheet;
mod text;

use std::io;

use crate::comparison::Comparison;
use crate::source::LeftOut;

pub use filter::Scope;

/// What an export looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// A report for people.
    Text,
    /// The same with headings and lists.
    Markdown,
    /// The contract for programs: `parallax/comparison/1`.
    Json,
}

/// Writes what `scope` holds of a comparison.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(
    out: &mut dyn io::Write,
    comparison: &Comparison,
    left_out: &[LeftOut],
    scope: &Scope,
    format: Format,
) -> io::Result<()> {
    match format {
        Format::Text => report::put(&mut text::Text::new(out), comparison, left_out, scope),
        Format::Markdown => report::put(&mut markdown::Markdown::new(out), comparison, left_out, scope),
        Format::Json => json::write(out, comparison, left_out, scope),
    }
}
