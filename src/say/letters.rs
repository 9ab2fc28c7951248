//! Letters stand for articles.

use std::collections::BTreeSet;

/// The name of article `index`, on screen and in reports: `A` to `Z`, then `a` to `z`, then its number.
#[must_use]
pub fn letter(index: usize) -> String {
    ('A'..='Z').chain('a'..='z').nth(index).map_or_else(|| (index + 1).to_string(), String::from)
}

/// The letters of several articles: `ABE`, or with spaces between where one is a number, `A Z 53`.
#[must_use]
pub fn badge(articles: &BTreeSet<usize>) -> String {
    let letters: Vec<String> = articles.iter().map(|&index| letter(index)).collect();
    let between = if letters.iter().all(|letter| letter.len() == 1) { "" } else { " " };
    letters.join(between)
}

/// The letters of several articles in `most` characters, and a count of those that it would take more to name:
/// `ABCDEFGH+4`.
#[must_use]
pub fn badge_within(articles: &BTreeSet<usize>, most: usize) -> String {
    let of = |count| badge(&articles.iter().take(count).copied().collect());
    let fits = |&count: &usize| of(count).chars().count() <= most;
    let count = (1..=articles.len()).take_while(fits).last().unwrap_or(1);
    let letters = of(count);
    // A number is told apart from the count by a space.
    let between = if letters.contains(char::is_numeric) { " " } else { "" };
    match articles.len().saturating_sub(count) {
        0 => letters,
        more => format!("{letters}{between}+{more}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 99].map(letter), ["A", "Z", "a", "z", "53", "100"]);
    }

    #[test]
    fn badges_stay_readable_with_many_sources() {
        assert_eq!(badge(&BTreeSet::from([4, 0, 1])), "ABE");
        assert_eq!(badge(&BTreeSet::from([0, 27])), "Ab");
        assert_eq!(badge(&BTreeSet::from([0, 52])), "A 53");
    }

    #[test]
    fn badges_stay_short_and_keep_numbers_apart() {
        let badge = |articles: &[usize]| badge_within(&articles.iter().copied().collect(), 8);
        assert_eq!(badge(&[0, 1, 4]), "ABE");
        assert_eq!(badge(&(0..12).collect::<Vec<_>>()), "ABCDEFGH+4");
        assert_eq!(badge(&[0, 52, 53, 54]), "A 53 54 +1");
        assert_eq!(badge(&[]), "");
    }
}
