//! Lines with the author that don't open as bylines do: a name, and behind it the paper, the time or what the author is.

use super::cues::CUES;
use super::line::{is_dateline, is_names, is_publisher};
use super::times::is_time;

/// What parts the name from what follows.
const PARTS: [char; 8] = [',', '|', '•', '·', '–', '—', '/', '／'];
/// The most characters of a line in a script without spaces.
const UNSPACED: usize = 24;

/// The names in a line that says who wrote the article, without an opening: "Jane Doe, The Courier",
/// "Jane Doe May 4, 2023". Behind a headline such a line can be nothing else; elsewhere it may be anything.
pub(crate) fn authors(text: &str) -> Option<&str> {
    if text.len() > 120 {
        return None;
    }
    let before_time = || {
        let mut words = text.match_indices(' ').map(|(at, _)| text.split_at(at));
        words.find(|(_, rest)| is_time(rest) || is_dateline(rest.trim())).map(|(names, _)| names)
    };
    let before_affiliation = || {
        let at = text.find(PARTS)?;
        let (names, rest) = text.split_at_checked(at)?;
        let rest = rest.trim_start_matches(PARTS).trim();
        is_affiliation(rest).then_some(names)
    };
    let trimmed = |names: &'_ str| names.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.').len();
    let names = before_time().or_else(before_affiliation)?;
    let names = names.get(..trimmed(names))?.trim();
    is_names(names).then_some(names)
}

/// Whether `text` says for whom somebody writes, as what, or when it was written.
fn is_affiliation(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let few = text.split_whitespace().nth(5).is_none();
    let writes = |word: &str| {
        CUES.outlet_words.has(word) || CUES.byline_groups.has(word) || CUES.contribution_words.has(word)
    };
    let name = text.split_once(' ').filter(|(article, _)| article.eq_ignore_ascii_case("the"));
    few && (is_publisher(text)
        || name.is_some_and(|(_, name)| is_publisher(name))
        || is_time(text)
        || is_dateline(text)
        || words.any(|word| word.len() > 3 && writes(word)))
}

/// Whether `text` names its author in a script without spaces: "記者王芳／台北報導".
pub(super) fn is_unspaced_byline(text: &str) -> bool {
    let opening = CUES.unspaced_bylines.iter().any(|opening| text.starts_with(opening));
    let closing = || CUES.unspaced_byline_ends.iter().any(|end| text.ends_with(end));
    text.chars().count() <= UNSPACED
        && !text.contains(['。', '，', '、', '「', '“', '？', '！'])
        && (opening || closing())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_before_the_paper_and_the_time() {
        for (text, names) in [
            ("Nora Quist, Wendle Gazette", "Nora Quist"),
            ("Nora Quist | The Herald", "Nora Quist"),
            ("Nora Quist and Carl Dow, staff writers", "Nora Quist and Carl Dow"),
            ("Nora Quist June 3, 2021 5:30 PM", "Nora Quist"),
            ("Nora Quist – Updated 2 hours ago", "Nora Quist"),
        ] {
            assert_eq!(authors(text), Some(names), "{text}");
        }
        for text in
            ["Nora Quist, 43, fell", "Kite festival moved, mayor says", "Nora Quist, Wendle", "May 4, 2023"]
        {
            assert_eq!(authors(text), None, "{text}");
        }
    }
}
