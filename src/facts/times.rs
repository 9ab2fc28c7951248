//! When: "9:30 p.m.", "noon", "Friday", "3 May 2013", "in May", "2013".

use super::amount::Hedge;
use super::lexicon::Lexicon;
use super::numbers;
use super::words::Words;
use super::{Clock, Value};

/// A value, the word that it begins with, and the word behind it.
type Found = (usize, usize, Value);

/// Hours that a clock shows.
const HOURS: u32 = 24;
/// Years that newspapers speak of without saying that they are years.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// The time that begins with the word `at`.
pub(super) fn at(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Found> {
    clock(words, at, lexicon)
        .or_else(|| date(words, at, lexicon))
        .or_else(|| lexicon.weekdays.at(words, at).map(|(count, &day)| (at, at + count, Value::Weekday(day))))
        .or_else(|| year(words, at, lexicon).map(|year| (at, at + 1, Value::Year(year))))
}

/// A time of day.
fn clock(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Found> {
    let about = lexicon.hedges.before(words, at).filter(|(_, hedge)| **hedge != Hedge::Exact);
    let begin = at - about.map_or(0, |(count, _)| count);
    let told = |minutes: u32, half: bool, end: usize| {
        let zone = lexicon.zones.at(words, end).filter(|_| words.follows(end));
        let end = end + zone.map_or(0, |(count, _)| count);
        let clock = Clock { minutes, half, about: about.is_some(), zone: zone.map(|(_, &zone)| zone) };
        Some((begin, end, Value::Clock(clock)))
    };
    if let Some((count, &minutes)) = lexicon.times.at(words, at) {
        return told(minutes, true, at + count);
    }
    let (shown_hours, mut minutes, mut end, mut rest) = shown(words, at, lexicon)?;
    let colon = words.gap(at + 1) == ":" && end == at + 2;
    let half = lexicon.clocks.at(words, end).filter(|_| rest.is_empty() && words.follows(end));
    let mut of_day = half.map(|(_, &hours)| hours).or_else(|| lexicon.clocks.word(rest).copied());
    end += half.map_or(0, |(count, _)| count);
    if let Some(count) = hours(words, at, end, lexicon).filter(|_| of_day.is_none()) {
        of_day = Some(HOURS);
        end += count;
    }
    // "21 h 30", "21 Uhr 30".
    let more = words.get(end).filter(|word| of_day == Some(HOURS) && minutes == 0 && word.gap == " ");
    if let Some(more) = more.filter(|word| word.raw.len() == 2).and_then(|word| word.raw.parse().ok()) {
        minutes = more;
        end += 1;
    }
    if of_day.is_some() {
        rest = "";
    }
    if !rest.is_empty() || minutes >= 60 || shown_hours > HOURS {
        return None;
    }
    match of_day {
        Some(part) if part < HOURS => told((shown_hours % 12 + part) * 60 + minutes, true, end),
        Some(_) => told(shown_hours % HOURS * 60 + minutes, shown_hours > 12, end),
        None if colon => told(shown_hours % HOURS * 60 + minutes, shown_hours > 12, end),
        None => None,
    }
}

/// How many words behind a number make it a time of day together with what stands before it.
fn hours(words: &Words<'_>, at: usize, end: usize, lexicon: &Lexicon) -> Option<usize> {
    let (before, behind) = &lexicon.hours;
    before.before(words, at).filter(|_| words.follows(at))?;
    behind.at(words, end).filter(|_| words.follows(end)).map(|(count, ())| count)
}

/// The hours and minutes that begin with the word `at`, the word behind them, and what hangs on them: "9:30", "9.30pm",
/// "21h30", "nine".
fn shown<'a>(words: &Words<'a>, at: usize, lexicon: &Lexicon) -> Option<(u32, u32, usize, &'a str)> {
    let raw = words.get(at)?.raw;
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        let number = numbers::at(words, at, lexicon)?;
        let hours = (1..=HOURS).find(|&hours| f64::from(hours) == number.value)?;
        return Some((hours, 0, number.end, ""));
    }
    let hours = raw.get(..digits).filter(|_| digits <= 2)?.parse().ok()?;
    let rest = raw.get(digits..)?;
    let two_digits = |text: &str| text.get(..2)?.parse::<u32>().ok();
    let more = |index: usize| {
        words.gap(index) == ":" && words.get(index).is_some_and(|word| two_digits(word.raw).is_some())
    };
    if rest.is_empty() && more(at + 1) {
        // A third number would make it a time that something took.
        if more(at + 2) || words.gap(at) == ":" {
            return None;
        }
        let minutes = words.get(at + 1)?.raw;
        return Some((hours, two_digits(minutes)?, at + 2, minutes.get(2..)?));
    }
    if let Some(minutes) = rest.strip_prefix(['.', 'h', 'H']).filter(|rest| !rest.is_empty()) {
        let after = minutes.get(2..)?;
        return Some((hours, two_digits(minutes)?, at + 1, if rest.starts_with('.') { after } else { "h" }));
    }
    Some((hours, 0, at + 1, rest))
}

/// A day of a month, or a month.
fn date(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Found> {
    if let Some((count, &month)) = lexicon.months.at(words, at) {
        let end = at + count;
        if let Some(day) = day(words, end, lexicon).filter(|_| follows(words, end)) {
            let (end, year) = with_year(words, end + 1, lexicon);
            return Some((at, end, Value::Date { month, day, year }));
        }
        let (end, year) = with_year(words, end, lexicon);
        // What begins a sentence or stands behind a name may be another word, or a name: "May said", "Theresa May".
        let name = words.get(at).is_some_and(|word| word.raw.starts_with(char::is_uppercase))
            || !lexicon.capital_months;
        return (year.is_some() || (at > 0 && name && !words.behind_name(at))).then_some((
            at,
            end,
            Value::Month(month, year),
        ));
    }
    let day = day(words, at, lexicon)?;
    let of = lexicon.shares.at(words, at + 1).map_or(0, |found| found.0);
    let month_at = at + 1 + of;
    let (count, &month) = lexicon.months.at(words, month_at)?;
    let dotted = words.gap(at + 1).trim() == ".";
    if !(dotted || words.follows(at + 1)) || (of > 0 && !words.follows(month_at)) {
        return None;
    }
    let (end, year) = with_year(words, month_at + count, lexicon);
    Some((at, end, Value::Date { month, day, year }))
}

/// The day of a month that the word `at` is: "3", "3rd".
fn day(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<u32> {
    let raw = words.get(at)?.raw;
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    let ending = raw.get(digits..)?;
    let day = raw.get(..digits)?.parse().ok()?;
    ((1..=31).contains(&day)
        && (ending.is_empty() || lexicon.rank_endings.iter().any(|known| known == ending)))
    .then_some(day)
}

/// The year that may follow, and the word behind it.
fn with_year(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> (usize, Option<u32>) {
    let of = lexicon.shares.at(words, at).map_or(0, |found| found.0);
    let near = matches!(words.gap(at).trim(), "" | ",") && (of == 0 || words.follows(at + of));
    match year(words, at + of, lexicon).filter(|_| near) {
        Some(year) => (at + of + 1, Some(year)),
        None => (at, None),
    }
}

/// The year that the word `at` is.
fn year(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<u32> {
    let raw = words.get(at)?.raw;
    let year = raw.parse().ok().filter(|year| raw.len() == 4 && YEARS.contains(year))?;
    let counts = words.follows(at + 1)
        && (lexicon.units.at(words, at + 1).is_some() || lexicon.multipliers.at(words, at + 1).is_some());
    let signs = |c: char| super::words::is_currency(c) || matches!(c, '/' | '-' | '%' | '\u{2013}');
    let alone = !words.gap(at).ends_with(signs) && !words.gap(at + 1).trim_start().starts_with(signs);
    let hedged = lexicon.hedges.before(words, at).is_some_and(|(_, hedge)| *hedge != Hedge::About);
    (alone && !counts && !hedged).then_some(year)
}

/// Whether nothing but space or a dot stands before the word `at`.
fn follows(words: &Words<'_>, at: usize) -> bool {
    words.follows(at) || words.gap(at).trim() == "."
}
