//! How much of what: "more than 1,300 people", "€5 million", "a third of", "two in three", "34-year-old", "3-2".

use super::amount::{Amount, Hedge};
use super::lexicon::{Lexicon, Share};
use super::numbers::{self, Number};
use super::words::{Words, is_currency, is_hyphen, is_minus};
use super::{Measure, Unit, Value};
use crate::lexis::TokenKind;

/// Larger numbers are no part of a score.
const MOST_SCORED: f64 = 200.0;
/// Nobody is older, in years.
const OLDEST: f64 = 112.0;
/// Shares are told in small numbers: "nine in ten".
const LARGEST_SHARE: f64 = 1000.0;
/// How long a year is in the lists of units.
const YEAR: f64 = 31_557_600.0;

/// A value, the word that it begins with, and the word behind it.
type Found = (usize, usize, Value);

/// The quantity that begins with the word `at`, or with a hedge before it.
pub(super) fn at(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Found> {
    if let Some((count, &(least, most))) = lexicon.many.at(words, at) {
        let amount = Amount { upto: most, ..Amount::exactly(least, 1.0) };
        return Some((at, at + count, Value::Quantity(amount, Measure::Plain)));
    }
    share(words, at, lexicon).or_else(|| numbered(words, at, lexicon)).or_else(|| rank(words, at, lexicon))
}

/// "third", "21st".
fn rank(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Found> {
    let (count, &value) = lexicon.ordinals.at(words, at)?;
    Some((at, at + count, Value::Quantity(Amount::exactly(value, 1.0), Measure::Rank)))
}

/// "half of", "a third of", "two thirds of", "two in three".
fn share(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Found> {
    let share = |value: f64, end: usize| {
        let (begin, hedge) = hedged(words, at, lexicon);
        Some((begin, end, Value::Quantity(Amount { hedge, ..Amount::exactly(value, 0.01) }, Measure::Share)))
    };
    let number = numbers::at(words, at, lexicon).filter(|number| number.rest.is_empty());
    if let Some(number) = number {
        if let Some((count, &parts)) =
            lexicon.fractions.at(words, number.end).filter(|_| words.follows(number.end))
            && number.value < parts
        {
            return share(number.value / parts, number.end + count);
        }
        let (count, _) = lexicon.shares.at(words, number.end).filter(|(_, share)| **share == Share::In)?;
        let whole = numbers::at(words, number.end + count, lexicon).filter(|whole| whole.rest.is_empty())?;
        let told = words.follows(number.end) && words.follows(number.end + count) && words.follows(whole.end);
        let small = number.value < whole.value && whole.value <= LARGEST_SHARE;
        let measured = lexicon.units.at(words, whole.end).is_some();
        return if told && small && !measured { share(number.value / whole.value, whole.end) } else { None };
    }
    let article = lexicon.articles.at(words, at).map_or(0, |found| found.0);
    let (count, &parts) = lexicon.fractions.at(words, at + article)?;
    let end = at + article + count;
    // "half a million".
    if let Some(number) =
        numbers::at(words, end, lexicon).filter(|number| words.follows(end) && number.step >= 1000.0)
    {
        let (begin, hedge) = hedged(words, at, lexicon);
        let amount = Amount { hedge, ..Amount::exactly(number.value / parts, number.step / 10.0) };
        return Some((begin, number.end, Value::Quantity(amount, Measure::Plain)));
    }
    let ordinal = lexicon.ordinals.at(words, at + article).is_some();
    let of = lexicon.shares.at(words, end).is_some_and(|(_, share)| *share == Share::Of);
    (of && (article > 0 || !ordinal) && words.follows(end)).then(|| share(1.0 / parts, end))?
}

/// A number with what it measures.
fn numbered(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Found> {
    let number = numbers::at(words, at, lexicon)?;
    if is_part_of_more(words, at, number.end)
        || (is_one(words, at, &number) && !counts_one(words, at, lexicon))
    {
        return None;
    }
    if let Some(found) = to(words, at, &number, lexicon) {
        return Some(found);
    }
    let (end, measure) = measured(words, at, &number, lexicon)?;
    let (before, behind) = &lexicon.below_zero;
    // "au moins trois": at least three, and not three below zero.
    let hedges = lexicon.hedges.before(words, at).is_some();
    let minus = before.before(words, at).filter(|_| !hedges && words.follows(at)).map_or(0, |found| found.0);
    let below = behind.at(words, end).filter(|_| words.follows(end)).map_or(0, |found| found.0);
    let (begin, mut hedge) = hedged(words, at - minus, lexicon);
    let end = end + below;
    if number.about && hedge == Hedge::Exact {
        hedge = Hedge::About;
    }
    let negative = minus + below > 0 || is_below_zero(words, at);
    let sign = if negative { -1.0 } else { 1.0 };
    let amount = Amount { hedge, ..Amount::exactly(sign * number.value, number.step) };
    Some((begin, end, Value::Quantity(amount, measure)))
}

/// A range, or the two numbers of a score: "30 to 40 minutes", "3-2".
fn to(words: &Words<'_>, at: usize, number: &Number<'_>, lexicon: &Lexicon) -> Option<Found> {
    let dashed = matches!(words.gap(number.end), "-" | "\u{2013}" | "\u{2010}" | "\u{2011}");
    let between = lexicon.between.before(words, at);
    let joining = if dashed {
        0
    } else if let Some((_, word)) = between {
        (words.key(number.end) == word).then_some(1)?
    } else {
        lexicon.ranges.at(words, number.end).filter(|_| words.follows(number.end))?.0
    };
    let second_at = number.end + joining;
    let second = numbers::at(words, second_at, lexicon)?;
    let (end, measure) = measured(words, second_at, &second, lexicon)?;
    // "from 43 to 45 percent" is a change and no range.
    if joining > 0 && between.is_none() && measure == Measure::Plain {
        return None;
    }
    let both_digits = number.digits.is_some() && second.digits.is_some();
    if dashed && measure == Measure::Plain && both_digits && number.value.max(second.value) <= MOST_SCORED {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most MOST_SCORED")]
        let score = Value::Score(number.value as u32, second.value as u32);
        return Some((at, end, score));
    }
    if second.value <= number.value || is_change(words, at, lexicon) {
        return None;
    }
    let (begin, hedge) = hedged(words, between.map_or(at, |(count, _)| at - count), lexicon);
    let amount = Amount { hedge, upto: second.value, ..Amount::exactly(number.value, second.step) };
    Some((begin, end, Value::Quantity(amount, measure)))
}

/// Whether "from" or the like stands before: what follows is where something began.
fn is_change(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> bool {
    at.checked_sub(1).is_some_and(|before| lexicon.changes.word(words.key(before)).is_some())
}

/// What a number measures, and the word behind that; none where it is no number but a part of a name.
fn measured(
    words: &Words<'_>,
    at: usize,
    number: &Number<'_>,
    lexicon: &Lexicon,
) -> Option<(usize, Measure)> {
    let end = number.end;
    let behind = words.gap(end).trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let sign = words.gap(at).chars().next_back().filter(|&c| is_currency(c));
    let sign = sign.or_else(|| behind.chars().next().filter(|&c| is_currency(c)));
    if let Some(unit) = sign.and_then(currency) {
        // "$5m" is five million of them.
        return matches!(number.rest, "").then_some((end, Measure::Unit(unit)));
    }
    if behind.starts_with(['%', '％']) && number.rest.is_empty() {
        return Some((end, Measure::Unit(Unit { of: "percent", each: 1.0 })));
    }
    let rest = number.rest.to_lowercase();
    if !rest.is_empty() {
        if lexicon.rank_endings.contains(&rest) {
            return Some((end, Measure::Rank));
        }
        if lexicon.age_endings.contains(&rest) {
            return Some((end, Measure::Age));
        }
        return lexicon.units.word(&rest).map(|&unit| (end, Measure::Unit(unit)));
    }
    if behind.starts_with('°') {
        return Some((end, Measure::Unit(Unit { of: "degree", each: 1.0 })));
    }
    if words.follows(end) {
        if let Some((count, &unit)) = lexicon.units.at(words, end) {
            let behind = end + count;
            let old = lexicon.ages.at(words, behind).filter(|_| words.follows(behind) && unit.each == YEAR);
            let aged = unit.each == YEAR && lexicon.ages_before.before(words, at).is_some();
            return Some(match old {
                Some((more, ())) => (behind + more, Measure::Age),
                None if aged => (behind, Measure::Age),
                None => (behind, Measure::Unit(unit)),
            });
        }
        if lexicon.age_endings.iter().any(|ending| ending == words.key(end)) {
            return Some((end + 1, Measure::Age));
        }
    }
    let aged =
        lexicon.ages_before.before(words, at).is_some() || stands_behind_person(words, at, end, lexicon);
    let measure = if aged && (1.0..OLDEST).contains(&number.value) && number.digits.is_some() {
        Measure::Age
    } else {
        Measure::Plain
    };
    Some((end, measure))
}

/// Whether a number stands by itself behind somebody: "Roe, 34, of Port Ellery", "Roe (34)", "the suspect, 34,".
fn stands_behind_person(words: &Words<'_>, at: usize, end: usize, lexicon: &Lexicon) -> bool {
    let (before, behind) = (words.gap(at).trim_end(), words.gap(end));
    let alone = before == "," && (behind.starts_with([',', ';', '.']) || behind.is_empty())
        || before == "(" && behind.starts_with(')');
    alone && (words.behind_name(at) || lexicon.persons.before(words, at).is_some())
}

/// How exactly the number that begins with the word `at` is meant, and the word with which that is said.
fn hedged(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> (usize, Hedge) {
    match lexicon.hedges.before(words, at) {
        Some((count, &hedge))
            if words.gap(at).trim_end_matches(|c| is_currency(c) || is_minus(c)).trim().is_empty() =>
        {
            (at - count, hedge)
        }
        _ => (at, Hedge::Exact),
    }
}

/// Whether a number is a part of a date, a fraction or another number in slashes or dots: "9/11", "1/2/2013".
fn is_part_of_more(words: &Words<'_>, at: usize, end: usize) -> bool {
    let digit = |index: usize| {
        words.get(index).is_some_and(|word| word.raw.starts_with(|c: char| c.is_ascii_digit()))
    };
    let joins = |gap: &str| matches!(gap, "/" | ":" | "." | ",");
    let before = joins(words.gap(at)) && at.checked_sub(1).is_some_and(digit);
    let behind = joins(words.gap(end)) && digit(end);
    // "555-0134-22".
    let dashed = |index: usize| {
        words.gap(index).starts_with(is_hyphen) && words.gap(index).chars().count() == 1 && digit(index)
    };
    before
        || behind
        || (dashed(end) && dashed(end + 1))
        || (dashed(at) && at.checked_sub(1).is_some_and(digit))
}

/// Whether a number is the word "one".
fn is_one(words: &Words<'_>, at: usize, number: &Number<'_>) -> bool {
    number.value == 1.0
        && number.end == at + 1
        && words.get(at).is_some_and(|word| word.raw.starts_with(char::is_alphabetic))
}

/// Whether "one" counts: it stands before what there is one of, and not behind a word that makes it somebody.
fn counts_one(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let behind =
        at.checked_sub(1).is_some_and(|before| lexicon.no_number_behind.word(words.key(before)).is_some());
    let counted = words.get(at + 1).is_some_and(|word| word.kind != TokenKind::Function);
    !behind && counted && words.follows(at + 1)
}

/// Whether a minus sign stands before a number: "−3", "at -3".
fn is_below_zero(words: &Words<'_>, at: usize) -> bool {
    let before = words.gap(at).trim_end_matches(is_currency);
    let mut signs = before.chars().rev();
    let Some(sign) = signs.next().filter(|&c| is_minus(c)) else { return false };
    sign == '\u{2212}' || signs.next().map_or(at == 0, |c| c.is_whitespace() || c == '(')
}

/// The currency of a sign.
fn currency(sign: char) -> Option<Unit> {
    let of = match sign {
        '$' => "dollar",
        '€' => "euro",
        '£' | '￡' => "pound",
        '¥' | '￥' => "yen",
        '₹' => "rupee",
        '₽' => "ruble",
        '₩' => "won",
        '₺' => "lira",
        '₴' => "hryvnia",
        '₪' => "shekel",
        _ => return None,
    };
    Some(Unit { of, each: 1.0 })
}
