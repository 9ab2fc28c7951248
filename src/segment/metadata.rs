//! What an article is called, where it is from, who wrote it and when.

use super::cues::CUES;

/// The longest name kept, in characters; a page can claim anything.
const LONGEST: usize = 300;

/// `text` on one line: without control characters and the marks that turn the direction of writing,
/// which could garble a terminal or pass for another name.
pub(crate) fn clean(text: &str) -> String {
    let mut clean = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let visible = word.chars().filter(|&c| !is_invisible(c));
        let before = clean.len();
        if !clean.is_empty() {
            clean.push(' ');
        }
        let gap = clean.len();
        clean.extend(visible.take(LONGEST + 1));
        if clean.len() == gap {
            clean.truncate(before);
        }
        if clean.len() > 4 * LONGEST {
            break;
        }
    }
    match clean.char_indices().nth(LONGEST) {
        Some((at, _)) => clean.get(..at).unwrap_or_default().trim_end().to_owned() + "…",
        None => clean,
    }
}

const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

/// When the article was published, from a line with the time; nothing when it gives none.
pub(crate) fn published(line: &str) -> Option<String> {
    let mut rest = line;
    while let Some(next) = CUES.dateline_openings.opening(rest.trim_start_matches([':', ' ', '|', ','])) {
        rest = next;
    }
    // Of "Published: … | Updated: …" the first.
    let first = rest.split(['|', '•', '·']).find(|part| part.contains(|c: char| c.is_ascii_digit()))?;
    let stamp = clean(first.trim_matches([':', ' ', '-', '–', '—']));
    (!stamp.is_empty()).then_some(stamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleans_names() {
        assert_eq!(clean("\u{1b}[31mRed\n  title\u{202e}x "), "[31mRed titlex");
        assert_eq!(clean("\u{202e} \u{7}"), "");
        assert_eq!(clean(&"a".repeat(1000)).chars().count(), LONGEST + 1);
    }

    #[test]
    fn takes_the_time_as_the_page_says_it() {
        assert_eq!(
            published("Published: 6 April 2017 | Updated: 7 April 2017").as_deref(),
            Some("6 April 2017")
        );
        assert_eq!(published("Posted: Updated:"), None);
    }
}
