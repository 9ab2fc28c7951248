//! What this program wrote itself: it is about a story, and none.

use crate::source::Refusal;

/// So far into a page its generator is told, in bytes.
const HEAD: usize = 4_096;

/// Refuses a report, a table or a web page of this program.
pub(super) fn refused(text: &str) -> Result<(), Refusal> {
    let own = |what: &str| Err(Refusal::OwnExport { schema: what.to_owned() });
    let head: String = text.chars().take(HEAD).collect();
    if head.starts_with("<!DOCTYPE html>") && head.contains("<meta name=\"generator\" content=\"parallax ") {
        return own("a web page");
    }
    if ["source_a,outlet_a,location_a,", "source_a\toutlet_a\tlocation_a\t"]
        .iter()
        .any(|row| head.starts_with(row))
    {
        return own("a table");
    }
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    match (lines.next(), lines.next()) {
        (Some(_), Some(summary)) if is_summary(summary) => own("a report"),
        _ => Ok(()),
    }
}

/// Whether a line is the second of every report: "5 sources: 18 statements in more than one, …; 39 off-topic lines".
fn is_summary(line: &str) -> bool {
    let counted = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let sources = counted.len() < line.len() && counted.starts_with(" source");
    let told =
        line.contains("; ") && (line.ends_with(" off-topic line") || line.ends_with(" off-topic lines"));
    sources && told
}
