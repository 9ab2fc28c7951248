//! A comparison as text, Markdown, a web page, JSON or a table.

mod filter;
mod html;
mod json;
mod linear;
mod markdown;
mod profile;
mod report;
mod sheet;
mod stories;
mod table;
mod text;
mod views;

use std::io;
use std::path::Path;

use crate::comparison::{Annotations, Comparison};
use crate::source::LeftOut;

pub use filter::Scope;
pub use linear::write_linear;
pub use profile::{ProfileFormat, write_profiles};
pub use report::remark;
pub use stories::{StoriesFormat, write_stories};
pub use views::StoryView;

/// What an export looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// A report for people.
    Text,
    /// The same with signs and rules in ASCII, for a terminal that shows nothing else.
    Ascii,
    /// The same with headings and lists.
    Markdown,
    /// A web page of its own: the articles side by side, in a browser.
    Html,
    /// The contract for programs: `parallax/comparison/1`.
    Json,
    /// A table with a row for each match and each sentence without one, as comma-separated values (RFC 4180).
    Csv,
    /// The same as tab-separated values, without quotation marks around them.
    Tsv,
}

impl Format {
    /// Every format that is offered, in this order: of text, the terminal says which.
    pub const ALL: &'static [Self] =
        &[Self::Text, Self::Markdown, Self::Html, Self::Json, Self::Csv, Self::Tsv];

    /// What people call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Ascii => "ASCII",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
        }
    }

    /// How the name of a file in it ends, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text | Self::Ascii => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
        }
    }

    /// The format that the name of a file says, in any case; none where it says none.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        let extension = match extension.as_str() {
            "markdown" => "md",
            "htm" => "html",
            extension => extension,
        };
        Self::ALL.iter().copied().find(|format| format.extension() == extension)
    }
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
    write_annotated(out, comparison, left_out, (scope, &Annotations::default()), format)
}

/// Writes one view of a comparison, as text or Markdown; none where the format is another one.
///
/// # Errors
/// When `out` can't be written to.
pub fn write_view(
    out: &mut dyn io::Write,
    comparison: &Comparison,
    view: StoryView,
    format: Format,
) -> io::Result<()> {
    match format {
        Format::Markdown => views::put(&mut markdown::Markdown::new(out), comparison, view),
        Format::Ascii => views::put(&mut text::Text::new(out, text::Signs::Ascii), comparison, view),
        _ => views::put(&mut text::Text::new(out, text::Signs::Unicode), comparison, view),
    }
}

/// The same with what someone picked and wrote beside it. A selection keeps the order that it has there.
///
/// # Errors
/// When `out` can't be written to.
pub fn write_annotated(
    out: &mut dyn io::Write,
    comparison: &Comparison,
    left_out: &[LeftOut],
    (scope, annotations): (&Scope, &Annotations),
    format: Format,
) -> io::Result<()> {
    let report =
        |sheet: &mut dyn sheet::Sheet| report::put(sheet, comparison, left_out, (scope, annotations));
    match format {
        Format::Text => report(&mut text::Text::new(out, text::Signs::Unicode)),
        Format::Ascii => report(&mut text::Text::new(out, text::Signs::Ascii)),
        Format::Markdown => report(&mut markdown::Markdown::new(out)),
        Format::Html => html::write(out, comparison, left_out, (scope, annotations)),
        Format::Json => json::write(out, comparison, left_out, (scope, annotations)),
        Format::Csv => table::write(out, comparison, scope, table::Separator::Comma),
        Format::Tsv => table::write(out, comparison, scope, table::Separator::Tab),
    }
}
