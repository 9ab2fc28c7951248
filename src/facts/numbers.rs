//! Whole numbers of several words: "two hundred and five", "2.5 million", "einundzwanzig", "1 200".

use super::digits::{self, Digits};
use super::lexicon::Lexicon;
use super::words::Words;

/// A number and where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number<'a> {
    pub(super) value: f64,
    /// What its last digit counts.
    pub(super) step: f64,
    /// The word behind it.
    pub(super) end: usize,
    /// Whether it is told in dozens.
    pub(super) about: bool,
    /// Whether it is nothing but digits, and how many.
    pub(super) digits: Option<usize>,
    /// What hangs on its digits and is no part of it.
    pub(super) rest: &'a str,
}

/// What is counted in less than this, as in dozens, is about so much.
const HUNDRED: f64 = 100.0;
/// Larger than any number of a newspaper.
const LARGEST: f64 = 1e18;

/// The number that begins with the word `at`.
pub(super) fn at<'a>(words: &Words<'a>, at: usize, lexicon: &Lexicon) -> Option<Number<'a>> {
    let raw = words.get(at)?.raw;
    let number = if raw.starts_with(|c: char| c.is_ascii_digit()) {
        in_digits(words, at, digits::read(raw, lexicon.decimal)?, lexicon)
    } else {
        in_words(words, at, lexicon)?
    };
    (number.value < LARGEST).then_some(number)
}

fn in_digits<'a>(words: &Words<'a>, at: usize, digits: Digits<'a>, lexicon: &Lexicon) -> Number<'a> {
    let Digits { mut value, mut step, mut whole, plain, rest } = digits;
    let mut end = at + 1;
    // Groups of three behind spaces.
    while plain
        && rest.is_empty()
        && whole >= 1
        && is_group(words, end, lexicon)
        && (end > at + 1 || whole <= 3)
    {
        let group = words.get(end).map_or("", |word| word.raw);
        value = value * 1000.0 + group.parse::<f64>().unwrap_or_default();
        whole += 3;
        end += 1;
    }
    let mut number =
        Number { value, step, end, about: false, digits: (plain && rest.is_empty()).then_some(whole), rest };
    let small = rest.to_lowercase();
    if let Some(&times) = lexicon.multipliers.word(&small).filter(|_| !rest.is_empty()) {
        step *= times;
        value *= times;
        return Number { value, step, rest: "", digits: None, ..number };
    }
    if rest.is_empty() {
        multiply(words, &mut number, lexicon);
        halves(words, &mut number, lexicon);
    }
    number
}

/// Whether the word at `index` is a group of three digits of the number before it.
fn is_group(words: &Words<'_>, index: usize, lexicon: &Lexicon) -> bool {
    let Some(word) = words.get(index) else { return false };
    let joined = matches!(word.gap, "\u{a0}" | "\u{202f}" | "\u{2009}") || lexicon.spaces && word.gap == " ";
    joined && word.raw.len() == 3 && word.raw.bytes().all(|b| b.is_ascii_digit())
}

fn in_words<'a>(words: &Words<'a>, at: usize, lexicon: &Lexicon) -> Option<Number<'a>> {
    let (mut end, mut value) = match cardinal(words, at, lexicon) {
        Some((count, value)) => (at + count, value),
        None => {
            // "a dozen", "half a million": an article stands for one, but for the definite ones of other languages.
            let (count, _) = lexicon.articles.at(words, at)?;
            multiplier(words, at + count, lexicon).filter(|_| words.follows(at + count))?;
            (at + count, 1.0)
        }
    };
    // What is added up before it is multiplied: "two hundred" + "five" in "two hundred and five thousand".
    let mut total = 0.0;
    let mut about = false;
    let mut step = 1.0;
    loop {
        if !words.follows(end) {
            break;
        }
        if let Some((count, times)) = multiplier(words, end, lexicon) {
            end += count;
            if times >= 1000.0 {
                total += value.max(1.0) * times;
                value = 0.0;
                step = times;
            } else {
                value = value.max(1.0) * times;
                about |= times < HUNDRED;
                step = if times < HUNDRED { 1.0 } else { times };
            }
            continue;
        }
        let current = if value == 0.0 { total } else { value };
        let joined =
            lexicon.joins.at(words, end).filter(|_| current >= lexicon.joins_from).map_or(0, |found| found.0);
        let Some((count, more)) = addend(words, end + joined, lexicon, joined > 0) else { break };
        if !(joined == 0 || words.follows(end + joined)) || !adds(current, more) {
            break;
        }
        value += more;
        step = 1.0;
        end += joined + count;
    }
    let mut number = Number { value: total + value, step, end, about, digits: None, rest: "" };
    halves(words, &mut number, lexicon);
    Some(number)
}

/// Whether a number goes on with a smaller one: "twenty five", "two hundred five", "soixante-quinze", but not "two five".
fn adds(current: f64, more: f64) -> bool {
    let room = if current % 1000.0 == 0.0 {
        1000.0
    } else if current % 100.0 == 0.0 {
        100.0
    } else if current % 20.0 == 0.0 && current % 100.0 >= 60.0 {
        20.0
    } else if current % 10.0 == 0.0 && current % 100.0 >= 20.0 {
        10.0
    } else {
        0.0
    };
    current > 0.0 && more > 0.0 && more < room
}

/// The number word at `at`.
fn cardinal(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, f64)> {
    if let Some((count, &value)) = lexicon.cardinals.at(words, at) {
        return Some((count, value));
    }
    lexicon.compounds.then(|| compound(words.key(at), lexicon)).flatten().map(|value| (1, value))
}

/// A number word that may follow another.
fn addend(words: &Words<'_>, at: usize, lexicon: &Lexicon, joined: bool) -> Option<(usize, f64)> {
    let part = || lexicon.parts.at(words, at).filter(|_| joined).map(|(count, &value)| (count, value));
    cardinal(words, at, lexicon).or_else(part)
}

/// The word at `at` that multiplies what stands before it.
fn multiplier(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, f64)> {
    // Single letters hang on digits only: "5m".
    let (count, &times) = lexicon.multipliers.at(words, at).filter(|_| words.key(at).chars().count() > 1)?;
    Some((count, times))
}

/// "2.5 million", "2 dozen".
fn multiply(words: &Words<'_>, number: &mut Number<'_>, lexicon: &Lexicon) {
    while words.follows(number.end)
        && let Some((count, times)) = multiplier(words, number.end, lexicon)
    {
        number.value *= times;
        number.step *= if times < HUNDRED { 1.0 } else { times };
        number.end += count;
        number.about |= times < HUNDRED;
        number.digits = None;
    }
}

/// "eight and a half", "huit et demi".
fn halves(words: &Words<'_>, number: &mut Number<'_>, lexicon: &Lexicon) {
    let Some((joined, _)) = lexicon.joins.at(words, number.end).filter(|_| words.follows(number.end)) else {
        return;
    };
    let article = lexicon.articles.at(words, number.end + joined).map_or(0, |found| found.0);
    let at = number.end + joined + article;
    let fraction = lexicon.fractions.at(words, at).filter(|_| words.follows(at));
    if let Some((count, &parts)) = fraction.filter(|&(_, &parts)| parts == 2.0 || parts == 4.0) {
        number.value += number.step / parts;
        number.step /= 10.0;
        number.end = at + count;
        number.digits = None;
    }
}

/// A number that is one word of several: "einundzwanzig", "dreihundertfünfzig", "achteinhalb".
fn compound(word: &str, lexicon: &Lexicon) -> Option<f64> {
    let mut rest = word;
    let (mut total, mut value, mut pending) = (0.0, 0.0, 0.0);
    let mut parts = 0;
    while !rest.is_empty() {
        parts += 1;
        if let Some((found, &times)) = lexicon.multipliers.beginning(rest) {
            if times >= 1000.0 {
                total += f64::max(value, 1.0) * times;
                value = 0.0;
            } else {
                value = f64::max(value, 1.0) * times;
            }
            rest = rest.get(found.len()..)?;
        } else if let Some((found, &number)) =
            lexicon.cardinals.beginning(rest).or_else(|| lexicon.parts.beginning(rest))
        {
            // "einundzwanzig": the ones stand before the tens.
            value += number + pending;
            pending = 0.0;
            rest = rest.get(found.len()..)?;
            if let Some(tens) = lexicon.joined(rest).filter(|_| (1.0..10.0).contains(&number)) {
                pending = number;
                value -= number;
                rest = tens;
            }
        } else {
            return None;
        }
    }
    (parts > 1 && pending == 0.0).then_some(total + value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_read_from_their_parts() {
        let german = Lexicon::of("de");
        for (word, value) in [
            ("einundzwanzig", 21.0),
            ("dreihundertfünfzig", 350.0),
            ("zweitausend", 2000.0),
            ("fünftausenddreihundert", 5300.0),
            ("achteinhalb", 8.5),
        ] {
            assert_eq!(compound(word, german), Some(value), "{word}");
        }
        for word in ["achtung", "einen", "zweifel", "dreieck"] {
            assert_eq!(compound(word, german), None, "{word}");
        }
    }
}
