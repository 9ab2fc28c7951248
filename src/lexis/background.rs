//! How common a term is in general news: what a story's own sentences are too few to tell.
//!
//! The tables are data: `assets/lexis/background.*.txt`, made by `examples/background.rs`.

use std::sync::LazyLock;

use crate::text::hashing::HashMap;

/// The probability of a term that no table holds.
pub(super) const UNSEEN: f64 = 0.0002;

static ENGLISH: LazyLock<HashMap<&'static str, f64>> =
    LazyLock::new(|| parse(include_str!("../../assets/lexis/background.en.txt")));

/// A line is a term and the share of sentences that hold it, in 1/100,000; `#` begins a comment.
fn parse(table: &'static str) -> HashMap<&'static str, f64> {
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let (term, share) = line.split_once(' ')?;
        Some((term, share.parse::<f64>().ok()? / 100_000.0))
    })
    .collect()
}

/// The probability that a sentence of general news in `language` holds `term`.
pub(super) fn probability(language: &str, term: &str) -> f64 {
    match language {
        "en" => ENGLISH.get(term).copied().unwrap_or(UNSEEN),
        _ => UNSEEN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_common() {
        let of = |term| probability("en", term);
        assert!(of("the") > 0.5);
        assert!(of("presid") > of("lawsuit"));
        assert!((of("xylophonist") - UNSEEN).abs() < f64::EPSILON);
        assert!((probability("de", "the") - UNSEEN).abs() < f64::EPSILON);
    }
}
