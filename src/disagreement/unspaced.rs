//! What two sentences say differently that are written without spaces between words: they are held against one another
//! character by character.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::lexicon::Lexicon;
use super::sentence::Sentence;
use super::{Disagreement, DisagreementKind};
use crate::article::Span;

/// Characters of a sentence that are looked at.
const MOST: usize = 400;
/// So much of the shorter sentence must stand in the other.
const ALIKE: f64 = 0.75;
/// Longer differences are another wording, in characters.
const SLOT: usize = 4;
/// So many characters are shown of what is denied.
const DENIED: usize = 2;

/// What two sentences say differently in the same place.
pub(super) fn disagreements(a: &Sentence<'_>, b: &Sentence<'_>) -> Vec<Disagreement> {
    let (mine, theirs) = (Characters::of(a), Characters::of(b));
    let operations = capture_diff_slices(Algorithm::Myers, &mine.characters, &theirs.characters);
    let equal: usize = operations
        .iter()
        .filter(|operation| is_equal(operation))
        .map(|operation| operation.old_range().len())
        .sum();
    #[expect(clippy::cast_precision_loss, reason = "counts of characters")]
    let alike = equal as f64 / mine.characters.len().min(theirs.characters.len()).max(1) as f64;
    if alike < ALIKE {
        return Vec::new();
    }
    let slots = operations.split(is_equal).filter_map(|slot| {
        let (first, last) = (slot.first()?, slot.last()?);
        Some((first.old_range().start..last.old_range().end, first.new_range().start..last.new_range().end))
    });
    let turned = mine.negations(a) != theirs.negations(b);
    let told = slots.filter_map(|(x, y)| {
        let numbers = mine.number(&x).zip(theirs.number(&y));
        if let Some(((x, value), (y, other))) = numbers {
            let told = (value - other).abs() > 0.0;
            return told.then(|| Some((DisagreementKind::Number, mine.span(&x)?, theirs.span(&y)?)))?;
        }
        let short = x.len().max(y.len()) <= SLOT;
        let negates = turned && short && mine.negates(a, &x) != theirs.negates(b, &y);
        negates.then(|| {
            let (before, behind) = mine.denied(&x, a.lexicon);
            let behind =
                behind.max(usize::from(a.lexicon.negates_behind() && (x.is_empty() || y.is_empty())));
            let with = |range: &Range<usize>| range.start.saturating_sub(before)..range.end + behind;
            Some((DisagreementKind::Negation, mine.span(&with(&x))?, theirs.span(&with(&y))?))
        })?
    });
    told.map(|(kind, a, b)| Disagreement { kind, a, b }).collect()
}

const fn is_equal(operation: &DiffOp) -> bool {
    matches!(operation, DiffOp::Equal { .. })
}

/// The letters and digits of a sentence, and where they stand.
struct Characters {
    characters: Vec<char>,
    places: Vec<usize>,
}

impl Characters {
    fn of(sentence: &Sentence<'_>) -> Self {
        let told = sentence.text().char_indices().filter(|(_, c)| c.is_alphanumeric()).take(MOST);
        let (places, characters) = told.map(|(at, c)| (sentence.span.start + at, c)).unzip();
        Self { characters, places }
    }

    /// Where some characters stand; none where there are none.
    fn span(&self, range: &Range<usize>) -> Option<Span> {
        let last = range.end.checked_sub(1)?;
        let end = self.places.get(last)? + self.characters.get(last)?.len_utf8();
        (!range.is_empty()).then_some(Span::new(*self.places.get(range.start)?, end))
    }

    /// How many characters before and behind a stretch are a part of what it denies.
    fn denied(&self, range: &Range<usize>, lexicon: &Lexicon) -> (usize, usize) {
        let adjoins = |index: usize| {
            let places = self.places.get(index).zip(self.places.get(index + 1));
            let width = self.characters.get(index).map_or(0, |c| c.len_utf8());
            places.is_some_and(|(place, next)| place + width == *next)
        };
        let at = |index: usize| self.characters.get(index).copied();
        if !lexicon.negates_behind() {
            let behind = (0..DENIED).take_while(|more| {
                let last = range.end + more;
                at(last).is_some() && (last == 0 || adjoins(last - 1))
            });
            let alone = at(range.end).is_some_and(|c| lexicon.is_auxiliary(c));
            return (0, if alone { 1 } else { behind.count() });
        }
        let before = |from: usize, most: usize, is: fn(char) -> bool| {
            let back = (0..most).take_while(|more| {
                let index = from.checked_sub(more + 1);
                index.is_some_and(|index| at(index).is_some_and(is) && adjoins(index))
            });
            back.count()
        };
        let ending = before(range.start, DENIED, is_hiragana);
        let stem = before(range.start - ending, SLOT, |c| !is_hiragana(c));
        (ending + stem, 0)
    }

    /// The number that a stretch is a part of, where all of it is digits.
    fn number(&self, range: &Range<usize>) -> Option<(Range<usize>, f64)> {
        let digit = |index: &usize| self.characters.get(*index).copied().is_some_and(is_digit);
        let inside = range.clone().all(|index| digit(&index));
        let start = (0..range.start).rev().take_while(digit).last().unwrap_or(range.start);
        let end =
            (range.end..self.characters.len()).take_while(digit).last().map_or(range.end, |last| last + 1);
        let number = self.characters.get(start..end).filter(|number| inside && !number.is_empty())?;
        Some((start..end, value(number)?))
    }

    /// How many words turn something around.
    fn negations(&self, sentence: &Sentence<'_>) -> usize {
        (0..self.characters.len()).filter(|&at| self.negation_at(sentence, at).is_some()).count()
    }

    /// Whether a word that turns something around touches a stretch.
    fn negates(&self, sentence: &Sentence<'_>, range: &Range<usize>) -> bool {
        let from = range.start.saturating_sub(SLOT);
        (from..range.end).any(|at| self.negation_at(sentence, at).is_some_and(|len| at + len > range.start))
    }

    /// How long the word is that begins there and turns something around.
    fn negation_at(&self, sentence: &Sentence<'_>, at: usize) -> Option<usize> {
        let rest = self.characters.get(at..)?;
        let begins = |text: &[char], word: &str| {
            word.chars().zip(text).filter(|(x, y)| x == *y).count() == word.chars().count()
        };
        let word = sentence.lexicon.negations().iter().find(|word| begins(rest, word))?;
        let excepted = sentence.lexicon.no_negations().iter().any(|word| {
            (0..=word.chars().count()).any(|back| {
                let start = at.checked_sub(back);
                start
                    .and_then(|start| self.characters.get(start..))
                    .is_some_and(|text| begins(text, word) && back < word.chars().count())
            })
        });
        (!excepted).then(|| word.chars().count())
    }
}

/// Whether a character is one of those in which Japanese writes endings.
const fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

/// Whether a character is a digit, or written as one in Chinese and Japanese.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some() || times(c).is_some()
}

fn digit(c: char) -> Option<f64> {
    let digit = match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        c => return c.to_digit(10).map(f64::from),
    };
    Some(f64::from(digit))
}

fn times(c: char) -> Option<f64> {
    match c {
        '十' => Some(10.0),
        '百' => Some(100.0),
        '千' => Some(1000.0),
        '万' | '萬' => Some(1e4),
        '亿' | '億' => Some(1e8),
        _ => None,
    }
}

/// The value of a number in either digits.
fn value(number: &[char]) -> Option<f64> {
    let (mut total, mut part, mut digits) = (0.0, 0.0, None);
    for &c in number {
        if let Some(digit) = digit(c) {
            digits = Some(digits.unwrap_or(0.0) * 10.0 + digit);
        } else {
            let times = times(c)?;
            if times >= 1e4 {
                total += f64::max(part + digits.unwrap_or(0.0), 1.0) * times;
                part = 0.0;
            } else {
                part += digits.unwrap_or(1.0) * times;
            }
            digits = None;
        }
    }
    Some(total + part + digits.unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_either_digits() {
        let of = |text: &str| value(&text.chars().collect::<Vec<char>>());
        assert_eq!(of("十二"), Some(12.0));
        assert_eq!(of("三百五十"), Some(350.0));
        assert_eq!(of("4万"), Some(40_000.0));
        assert_eq!(of("2013"), Some(2013.0));
    }
}
