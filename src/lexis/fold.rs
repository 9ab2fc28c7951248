//! One word, folded so that case, quotation marks, dots and separators don't stand between spellings.

/// Folds a word: lower case, straight apostrophes, no possessive ending, no thousands separators.
///
/// "US" in capitals becomes "usa", so that it does not meet the pronoun.
pub(super) fn fold(word: &str) -> String {
    if word == "US" {
        return "usa".to_owned();
    }
    let mut folded = if word.is_ascii() {
        word.to_ascii_lowercase()
    } else {
        let shown = word.replace(is_invisible, "");
        shown.replace(['\u{2018}', '\u{2019}', '\u{02BC}', '\u{FF07}'], "'").to_lowercase()
    };
    for possessive in ["'s", "'"] {
        if let Some(stem) = folded.strip_suffix(possessive) {
            folded.truncate(stem.len());
            break;
        }
    }
    if folded.starts_with(|c: char| c.is_ascii_digit()) && folded.contains(',') {
        return without_separators(&folded);
    }
    folded
}

/// Soft hyphens, joiners and variation selectors: inside a word, and nothing of it.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FE0E}' | '\u{FE0F}')
}

/// "10,000" → "10000", but "1,5" and "3.50" stay.
fn without_separators(number: &str) -> String {
    let groups: Vec<&str> = number.split(',').collect();
    match groups.split_first() {
        Some((first, rest))
            if !rest.is_empty()
                && first.len() <= 3
                && rest
                    .iter()
                    .all(|group| group.split('.').next().is_some_and(|digits| digits.len() == 3)) =>
        {
            groups.concat()
        }
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_quotes_and_possessives_do_not_matter() {
        assert_eq!(fold("Twitter’s"), "twitter");
        assert_eq!(fold("users'"), "users");
        assert_eq!(fold("Don’t"), "don't");
        assert_eq!(fold("sta\u{AD}di\u{200D}um"), "stadium");
    }

    #[test]
    fn the_country_is_not_the_pronoun() {
        assert_eq!(fold("US"), "usa");
        assert_eq!(fold("us"), "us");
        assert_eq!(fold("Us"), "us");
    }

    #[test]
    fn thousands_separators_go_and_decimals_stay() {
        assert_eq!(fold("2,304"), "2304");
        assert_eq!(fold("1,200,000.5"), "1200000.5");
        assert_eq!(fold("1,5"), "1,5");
        assert_eq!(fold("9.11"), "9.11");
    }
}
