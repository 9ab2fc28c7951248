//! Numbers in digits: "1,200", "1.200", "2.5m", "21st".

/// A number in digits and what hangs on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Digits<'a> {
    pub(super) value: f64,
    /// What its last digit counts.
    pub(super) step: f64,
    /// How many digits it has before the decimals.
    pub(super) whole: usize,
    /// Whether it is nothing but digits.
    pub(super) plain: bool,
    /// What follows within the word: "m", "st", "pm".
    pub(super) rest: &'a str,
}

/// Whether `c` may stand between the groups of a number.
const fn separates(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '\u{2019}')
}

/// Reads the number that a word begins with, where `decimal` stands before decimals.
pub(super) fn read(raw: &str, decimal: char) -> Option<Digits<'_>> {
    let end = raw
        .char_indices()
        .find(|&(_, c)| !c.is_ascii_digit() && !separates(c))
        .map_or(raw.len(), |(at, _)| at);
    let number = raw.get(..end)?.trim_end_matches(separates);
    let rest = raw.get(number.len()..)?;
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let groups: Vec<&str> = number.split(separates).collect();
    let marks: Vec<char> = number.chars().filter(|&c| separates(c)).collect();
    let decimals = decimals(&groups, &marks, decimal)?;
    let (whole, part) = groups.split_at(groups.len() - usize::from(decimals));
    let (whole, part) = (whole.concat(), part.concat());
    let value: f64 = format!("{whole}.{part}0").parse().ok()?;
    let step = (0..part.len()).fold(1.0, |step, _| step / 10.0);
    Some(Digits { value, step, whole: whole.len(), plain: marks.is_empty(), rest })
}

/// Whether the last of the groups of digits is decimals; none where they are no number.
fn decimals(groups: &[&str], marks: &[char], decimal: char) -> Option<bool> {
    let thousands = |groups: &[&str]| {
        groups.first().is_some_and(|first| (1..=3).contains(&first.len()) && *first != "0")
            && groups.iter().skip(1).all(|group| group.len() == 3)
    };
    match marks {
        [] => Some(false),
        [only] => Some(*only == decimal || !thousands(groups)),
        [others @ .., last] => {
            let alike = others.iter().all(|mark| mark == &others[0]);
            let (before, part) = groups.split_at(groups.len() - 1);
            if alike && *last == others[0] {
                // Groups of two, too: 1,20,000.
                let grouped = groups.iter().skip(1).all(|group| (2..=3).contains(&group.len()));
                (grouped && groups.last().is_some_and(|last| last.len() == 3)).then_some(false)
            } else {
                (alike && thousands(before) && !part.is_empty()).then_some(true)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(raw: &str, decimal: char) -> Option<f64> {
        read(raw, decimal).map(|digits| digits.value)
    }

    #[test]
    fn separators_follow_the_language() {
        assert_eq!(value("1,200", '.'), Some(1200.0));
        assert_eq!(value("1.200", ','), Some(1200.0));
        assert_eq!(value("1.200", '.'), Some(1.2));
        assert_eq!(value("2,5", ','), Some(2.5));
        assert_eq!(value("1.234.567,8", ','), Some(1_234_567.8));
        assert_eq!(value("1,20,000", '.'), Some(120_000.0));
        assert_eq!(value("1\u{2019}200", '.'), Some(1200.0));
        assert_eq!(value("192.168.0.1", '.'), None);
        assert_eq!(value("abc", '.'), None);
    }

    #[test]
    fn what_hangs_on_a_number_is_left() {
        assert_eq!(read("21st", '.').map(|digits| (digits.value, digits.rest)), Some((21.0, "st")));
        assert_eq!(read("2.5bn", '.').map(|digits| (digits.step, digits.rest)), Some((0.1, "bn")));
    }
}
