//! What sentences state in numbers and times, read by value: "twelve", "12" and "a dozen" are one number.
//!
//! The words of each language are data: `assets/facts/*.toml`.

mod agreement;
mod amount;
mod digits;
mod lexicon;
mod numbers;
mod quantities;
mod times;
mod words;

use std::ops::Range;

pub use self::amount::{Amount, Hedge};
use self::lexicon::Lexicon;
use self::words::Words;
use crate::article::Span;
use crate::lexis::Token;

/// Something that a sentence states in a number or a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it states.
    pub value: Value,
    /// Its words, by their place among those of the sentence.
    pub words: Range<usize>,
    /// Where it stands in the text, with the signs around it.
    pub span: Span,
}

/// What is stated.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// How much of what.
    Quantity(Amount, Measure),
    /// The two numbers of a score or a vote.
    Score(u32, u32),
    /// A time of day.
    Clock(Clock),
    /// A day of the week, from 1, Monday.
    Weekday(u32),
    /// A day of a month, with its year where it is told.
    Date {
        /// From 1.
        month: u32,
        /// From 1.
        day: u32,
        /// The year.
        year: Option<u32>,
    },
    /// A month, from 1, with its year where it is told.
    Month(u32, Option<u32>),
    /// A year.
    Year(u32),
}

/// Minutes of half a day.
const HALF_DAY: u32 = 12 * 60;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Minutes since midnight; since noon or midnight where `half` isn't known.
    pub minutes: u32,
    /// Whether it is known which half of the day it is in.
    pub half: bool,
    /// Whether it is told to be about so late.
    pub about: bool,
    /// What the clock goes by, where that is told.
    pub zone: Option<&'static str>,
}

impl Clock {
    /// How many minutes lie between two times of day, or at least so many where it isn't known which half of the day
    /// one of them is in.
    #[must_use]
    pub fn apart(self, other: Self) -> u32 {
        let around = if self.half && other.half { 2 * HALF_DAY } else { HALF_DAY };
        let apart = (self.minutes % around).abs_diff(other.minutes % around);
        apart.min(around - apart)
    }
}

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// A number of what the words behind it say, if anything.
    Plain,
    /// So many of a unit or a currency.
    Unit(Unit),
    /// An age in years.
    Age,
    /// A place in a row: "second".
    Rank,
    /// A part of a whole, 0..=1.
    Share,
}

/// A unit or a currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// What it measures, by the name of that in the lists: "m" of all lengths.
    pub of: &'static str,
    /// How much of that it is.
    pub each: f64,
}

/// Kinds of values, of which one can stand in the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A [`Value::Quantity`].
    Quantity,
    /// A [`Value::Quantity`] that is a place in a row.
    Rank,
    /// A [`Value::Score`].
    Score,
    /// A [`Value::Clock`].
    Clock,
    /// A [`Value::Weekday`].
    Weekday,
    /// A [`Value::Date`].
    Date,
    /// A [`Value::Month`].
    Month,
    /// A [`Value::Year`].
    Year,
}

impl Value {
    /// What kind of value it is.
    #[must_use]
    pub const fn sort(&self) -> Sort {
        match self {
            Self::Quantity(_, Measure::Rank) => Sort::Rank,
            Self::Quantity(..) => Sort::Quantity,
            Self::Score(..) => Sort::Score,
            Self::Clock(_) => Sort::Clock,
            Self::Weekday(_) => Sort::Weekday,
            Self::Date { .. } => Sort::Date,
            Self::Month(..) => Sort::Month,
            Self::Year(_) => Sort::Year,
        }
    }

    /// Whether two values can't both be right, of the same thing: neither is the other rounded, hedged or in another unit.
    ///
    /// Values that can't be held against one another don't exclude one another.
    #[must_use]
    pub fn excludes(&self, other: &Self) -> bool {
        agreement::excludes(self, other)
    }

    /// Whether two values say the same, or may: one is the other rounded, hedged, in another unit or less exact.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        agreement::agree(self, other)
    }
}

/// What the words of a sentence state, in order; `sentence` is its place in `text`.
#[must_use]
pub fn of(tokens: &[Token], text: &str, sentence: Span, language: &str) -> Vec<Fact> {
    let lexicon = Lexicon::of(language);
    let words = Words::of(tokens, text, sentence);
    let mut facts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = times::at(&words, at, lexicon).or_else(|| quantities::at(&words, at, lexicon));
        match found {
            Some((begin, end, value)) if end > at => {
                let begin = begin.max(facts.last().map_or(0, |fact: &Fact| fact.words.end));
                facts.push(Fact { value, words: begin..end, span: words.span(begin, end) });
                at = end;
            }
            _ => at += 1,
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::lexis::Lexis;

    /// The facts of the first sentence, each as its words and its value in short.
    fn facts(text: &str, language: &str) -> Vec<(String, String)> {
        let article = Article::from_text("facts.txt", text);
        let lexis = Lexis::of(std::slice::from_ref(&article));
        let id = crate::article::SentenceId::new(0, 0);
        let found = of(lexis.tokens(id), &article.text, article.sentences[0].span, language);
        found.into_iter().map(|fact| (fact.span.of(&article.text).to_owned(), short(&fact.value))).collect()
    }

    fn short(value: &Value) -> String {
        match value {
            Value::Quantity(amount, measure) => {
                let upto =
                    if amount.upto > amount.value { format!("-{}", amount.upto) } else { String::new() };
                let hedge =
                    if amount.hedge == Hedge::Exact { String::new() } else { format!("{:?} ", amount.hedge) };
                let measure = match measure {
                    Measure::Unit(unit) => format!(" x{} {}", unit.each, unit.of),
                    Measure::Plain => String::new(),
                    other => format!(" {other:?}"),
                };
                format!("{hedge}{}{upto}{measure}", amount.value).to_lowercase()
            }
            Value::Clock(clock) => format!(
                "{}:{:02}{}",
                clock.minutes / 60,
                clock.minutes % 60,
                if clock.half { "" } else { "?" }
            ),
            other => format!("{other:?}").to_lowercase(),
        }
    }

    #[track_caller]
    fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
        let found = facts(text, language);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(words, value)| (words.as_str(), value.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_are_read_by_value() {
        check(
            "en",
            "Police said 1,300 people and two dozen dogs died.",
            &[("1,300", "1300"), ("two dozen", "about 24")],
        );
        check(
            "en",
            "It cost $2.5 million, or €5m, said 250 firms.",
            &[("$2.5 million", "2500000 x1 dollar"), ("€5m", "5000000 x1 euro"), ("250", "250")],
        );
        check(
            "en",
            "More than two hundred and five men left.",
            &[("More than two hundred and five", "over 205")],
        );
        check("en", "The eight-and-a-half-minute film ends.", &[("eight-and-a-half-minute", "8.5 x60 s")]);
        check("en", "Half a million people saw it.", &[("Half a million", "500000")]);
        check(
            "en",
            "It fell to -3 degrees, 43% less, or 2 percentage points.",
            &[
                ("-3 degrees", "-3 x1 degree"),
                ("43%", "43 x1 percent"),
                ("2 percentage points", "2 x1 point"),
            ],
        );
        check("en", "Hundreds of people fled, no one knew why.", &[("Hundreds", "150-1500")]);
    }

    #[test]
    fn ages_ranks_shares_and_scores_are_told_apart() {
        check(
            "en",
            "The 34-year-old and Jane Roe, 43, won 3-2 again.",
            &[("34-year-old", "34 age"), ("43", "43 age"), ("3-2", "score(3, 2)")],
        );
        check("en", "It was the second of 21st places.", &[("second", "2 rank"), ("21st", "21 rank")]);
        check(
            "en",
            "A third of them and two in three voters left.",
            &[("A third", "0.3333333333333333 share"), ("two in three", "0.6666666666666666 share")],
        );
        check("en", "It takes 30 to 40 minutes.", &[("30 to 40 minutes", "30-40 x60 s")]);
        check("en", "Turnout went from 43 to 45 percent.", &[("43", "43"), ("45 percent", "45 x1 percent")]);
    }

    #[test]
    fn times_are_read() {
        check(
            "en",
            "He came at 9:30 p.m. on Friday, May 3, 2013.",
            &[
                ("9:30 p.m", "21:30"),
                ("Friday", "weekday(5)"),
                ("May 3, 2013", "date { month: 5, day: 3, year: some(2013) }"),
            ],
        );
        check(
            "en",
            "It may end at noon or 11pm in May or 2014.",
            &[("noon", "12:00"), ("11pm", "23:00"), ("May", "month(5, none)"), ("2014", "year(2014)")],
        );
        check(
            "de",
            "Am 3. Mai um 21.30 Uhr kamen sie, wie die Polizei in der Stadt mitteilte, nicht nach Hause.",
            &[("3. Mai", "date { month: 5, day: 3, year: none }"), ("21.30 Uhr", "21:30")],
        );
        check(
            "es",
            "El 3 de mayo de 2013 vinieron.",
            &[("3 de mayo de 2013", "date { month: 5, day: 3, year: some(2013) }")],
        );
        check(
            "fr",
            "Le 1er mai à 21h30 ils vinrent.",
            &[("1er mai", "date { month: 5, day: 1, year: none }"), ("21h30", "21:30")],
        );
    }

    #[test]
    fn other_languages_count_alike() {
        check(
            "de",
            "Dabei starben zwölf Menschen und 1.200 Tiere für 2,5 Mio. Euro.",
            &[("zwölf", "12"), ("1.200", "1200"), ("2,5 Mio. Euro", "2500000 x1 euro")],
        );
        check(
            "de",
            "Die 34-Jährige zahlte einundzwanzig Euro für die Hälfte der Kosten.",
            &[("34-Jährige", "34 age"), ("einundzwanzig Euro", "21 x1 euro"), ("Hälfte", "0.5 share")],
        );
        check(
            "fr",
            "L'accident a fait quatorze morts et soixante-dix blessés sur 1 200 personnes.",
            &[("quatorze", "14"), ("soixante-dix", "70"), ("1 200", "1200")],
        );
        check(
            "es",
            "Murieron treinta y dos personas y hubo doscientos cinco heridos.",
            &[("treinta y dos", "32"), ("doscientos cinco", "205")],
        );
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        check("en", "On 9/11 the 1990s ended, one of them said on page 1.2.3 of MH370.", &[]);
        check("de", "Ein Mann hatte Zweifel und achtete darauf.", &[]);
    }
}
