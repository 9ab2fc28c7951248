//! What speaks for and against a line: a table, one block a clue.
//!
//! The weights come from logistic regressions on pages labelled line by line, rounded to quarters by hand; those of
//! phrases were raised where no labelled line spoke against it. A page pasted whole and an article as somebody extracted
//! it have weights of their own, since a short line means something else in each. `examples/evidence` prints how often
//! each clue speaks on labelled pages, and how right the flags are without it.

use super::case::Case;
use super::kind::Kind;
use super::line::End;
use super::phrases::Proof;

/// A piece of evidence: what is looked for on a line, what it weighs, and what the user is told.
#[derive(Debug)]
pub(super) struct Clue {
    /// Its name, which no other clue has.
    pub name: &'static str,
    /// What it finds, as a phrase that goes on from "the line …".
    pub finds: &'static str,
    /// How much of it there is: 1 for what is simply so.
    value: fn(&Case) -> f32,
    /// What the user is told where it speaks against a line.
    says: Says,
    /// What it weighs on a page pasted whole, in logits for each unit of its value.
    raw: f32,
    /// What it weighs in an article as somebody extracted it.
    clean: f32,
}

/// What the user is told of a clue.
#[derive(Debug)]
enum Says {
    /// Nothing: it speaks for the line, or says nothing to the user.
    Nothing,
    /// This.
    Words(&'static str),
    /// The phrase that was found, and what such lines do.
    Phrase,
    /// Of what the list is under whose heading the line stands.
    List,
}

/// All clues, in the order in which they are added up.
pub(super) static CLUES: [Clue; 35] = [
    Clue {
        name: "base",
        finds: "is a line: how common those are that are not the story",
        value: |_| 1.0,
        says: Says::Nothing,
        raw: -0.25,
        clean: -0.75,
    },
    Clue {
        name: "paragraph",
        finds: "reads like a paragraph",
        value: |case| yes(case.position().long),
        says: Says::Nothing,
        raw: -0.5,
        clean: 0.0,
    },
    Clue {
        name: "sentence",
        finds: "reads like a sentence",
        value: |case| yes(case.position().sentence),
        says: Says::Nothing,
        raw: 0.0,
        clean: -2.25,
    },
    Clue {
        name: "in the text",
        finds: "stands in the article's text",
        value: |case| yes(case.page.body.contains(case.index)),
        says: Says::Nothing,
        raw: 0.0,
        clean: -1.0,
    },
    Clue {
        name: "before the text",
        finds: "stands before the text; the farther, the more",
        value: |case| logarithm(case.page.body.before(case.index)),
        says: Says::Words("stands before the article's text"),
        raw: 1.25,
        clean: 0.0,
    },
    Clue {
        name: "behind the text",
        finds: "stands behind the text, or behind a part of it; the farther, the more",
        value: |case| logarithm(case.page.body.behind(case.index)),
        says: Says::Words("stands behind the article's text"),
        raw: 2.0,
        clean: 0.0,
    },
    Clue {
        name: "among paragraphs",
        finds: "has paragraphs around; by their share",
        value: |case| case.position().near_long,
        says: Says::Nothing,
        raw: -1.75,
        clean: 0.0,
    },
    Clue {
        name: "among links",
        finds: "has links and buttons around; by their share",
        value: |case| case.position().near_phrase,
        says: Says::Words("stands among links and buttons"),
        raw: 0.75,
        clean: 1.5,
    },
    Clue {
        name: "like the text",
        finds: "has words of the text; by their share",
        value: |case| case.position().similarity,
        says: Says::Nothing,
        raw: -1.5,
        clean: -1.25,
    },
    Clue {
        name: "headline's words",
        finds: "stands before the text and has words of its beginning, as headlines do",
        value: |case| yes(case.position().headline),
        says: Says::Nothing,
        raw: -2.0,
        clean: 0.0,
    },
    Clue {
        name: "over a byline",
        finds: "is built like a title and stands over the author or the date",
        value: |case| yes(case.position().over_byline),
        says: Says::Nothing,
        raw: -1.0,
        clean: 0.0,
    },
    Clue {
        name: "under a headline",
        finds: "has the author or the date, shortly below a headline",
        value: |case| yes(case.position().under_headline),
        says: Says::Nothing,
        raw: -1.5,
        clean: 0.0,
    },
    Clue {
        name: "small part",
        finds: "is a small part of the story: headline, byline, dateline or caption",
        value: |case| yes(case.page.is_small_part(case.index)),
        says: Says::Nothing,
        raw: -1.5,
        clean: -2.0,
    },
    Clue {
        name: "numbers",
        finds: "has numbers; by their share of its words",
        value: |case| case.line().numbers,
        says: Says::Nothing,
        raw: -1.5,
        clean: -0.75,
    },
    Clue {
        name: "hint",
        finds: "has a phrase that stories say, too, and is no paragraph",
        value: |case| yes(case.phrase_that(Proof::Hint).is_some() && !case.position().long),
        says: Says::Phrase,
        raw: 1.0,
        clean: 0.0,
    },
    Clue {
        name: "phrase",
        finds: "has a phrase of newspapers, and is no paragraph",
        value: |case| yes(case.phrase_that(Proof::Strong).is_some() && !case.position().long),
        says: Says::Phrase,
        raw: 2.5,
        clean: 4.75,
    },
    Clue {
        name: "phrase in a paragraph",
        finds: "is a paragraph with a phrase of newspapers, which does not merely hang on its end",
        value: |case| {
            let found = case.phrase_that(Proof::Strong);
            yes(case.position().long && found.is_some_and(|found| !found.closes))
        },
        says: Says::Phrase,
        raw: 2.0,
        clean: 4.75,
    },
    Clue {
        name: "certain phrase",
        finds: "has a phrase that no story says",
        value: |case| yes(case.phrase_that(Proof::Certain).is_some()),
        says: Says::Phrase,
        raw: 5.0,
        clean: 8.0,
    },
    Clue {
        name: "announced title",
        finds: "opens with a phrase and a colon, and a title follows",
        value: |case| {
            let found = case.line().phrase;
            yes(found.is_some_and(|found| found.announces && found.proof >= Proof::Strong))
        },
        says: Says::Nothing,
        raw: 2.0,
        clean: 2.25,
    },
    Clue {
        name: "author",
        finds: "tells who the author is",
        value: |case| yes(case.page.is_about_author(case.index)),
        says: Says::Words("tells who the author is"),
        raw: 0.0,
        clean: 5.5,
    },
    Clue {
        name: "heading",
        finds: "is the heading of a list of links",
        value: |case| yes(case.phrase_that(Proof::Heading).is_some()),
        says: Says::Phrase,
        raw: 1.0,
        clean: 2.25,
    },
    Clue {
        name: "menu",
        finds: "is an entry of a menu",
        value: |case| yes(case.phrase_that(Proof::Menu).is_some()),
        says: Says::Phrase,
        raw: 1.0,
        clean: 0.0,
    },
    Clue {
        name: "whole phrase",
        finds: "is nothing but a phrase, which is no entry of a menu",
        value: |case| {
            let is_whole = |proof| !matches!(proof, Proof::Menu | Proof::Author);
            yes(case.line().phrase.is_some_and(|found| found.whole && is_whole(found.proof)))
        },
        says: Says::Phrase,
        raw: 1.5,
        clean: 1.25,
    },
    Clue {
        name: "listed",
        finds: "stands under the heading of a list, and is no sentence",
        value: |case| yes(case.position().heading.is_some() && !case.position().sentence),
        says: Says::List,
        raw: 0.5,
        clean: 3.0,
    },
    Clue {
        name: "words",
        finds: "has words; the more, the more",
        value: |case| logarithm(case.line().words),
        says: Says::Nothing,
        raw: -0.75,
        clean: 0.0,
    },
    Clue {
        name: "capitals",
        finds: "is a title in capitals, longer than a crosshead",
        value: |case| match case.line().words {
            _ if !case.line().in_capitals || case.line().end != End::Open => 0.0,
            ..5 => 0.0,
            5..7 => 1.0,
            _ => 1.5,
        },
        says: Says::Words("is a title in capitals, as links between paragraphs are"),
        raw: 0.0,
        clean: 2.75,
    },
    Clue {
        name: "row of links",
        finds: "is parted by two bars or more",
        value: |case| yes(case.line().bars >= 2),
        says: Says::Words("is a row of links"),
        raw: 1.5,
        clean: 0.0,
    },
    Clue {
        name: "printed again",
        finds: "is printed more than once on the page, and is no paragraph",
        value: |case| yes(case.position().again),
        says: Says::Words("is printed more than once on the page"),
        raw: 1.0,
        clean: 0.0,
    },
    Clue {
        name: "elsewhere",
        finds: "stands word for word in another story of this outlet",
        value: |case| yes(case.position().elsewhere),
        says: Says::Words("stands word for word in another article of this outlet"),
        raw: 2.75,
        clean: 2.5,
    },
    Clue {
        name: "trailing title",
        finds: "is one of a few titles behind the last paragraph",
        value: |case| yes(case.is_trailing_title()),
        says: Says::Words("is a title behind the article's last paragraph"),
        raw: 0.0,
        clean: 1.5,
    },
    Clue {
        name: "bare",
        finds: "is nothing but addresses, counts, tags or the head of a mail",
        value: |case| yes(case.line().bare.is_some() && case.line().phrase.is_none()),
        says: Says::Words("is nothing but addresses, counts, tags or the head of a mail"),
        raw: 2.5,
        clean: 4.75,
    },
    Clue {
        name: "below a heading",
        finds: "is a title right below the heading of a list, in the article's text or behind it",
        value: |case| yes(case.is_below_heading()),
        says: Says::List,
        raw: 2.25,
        clean: 0.0,
    },
    Clue {
        name: "no words",
        finds: "has no words",
        value: |case| yes(case.line().letters == 0),
        says: Says::Words("has no words"),
        raw: 0.0,
        clean: 1.25,
    },
    Clue {
        name: "stray item",
        finds: "has a bullet, alone and outside the text",
        value: |case| yes(case.is_stray_item()),
        says: Says::Words("is a stray item of a list"),
        raw: 0.0,
        clean: 1.0,
    },
    Clue {
        name: "supported",
        finds: "has words that the articles of other outlets have, too",
        value: |case| yes(case.is_supported()),
        says: Says::Nothing,
        raw: -3.0,
        clean: -1.25,
    },
];

fn yes(is: bool) -> f32 {
    f32::from(u8::from(is))
}

#[expect(clippy::cast_precision_loss, reason = "counts of words and lines")]
fn logarithm(count: usize) -> f32 {
    (1.0 + count as f32).ln()
}

impl Clue {
    /// What it adds to the sum of a line, in logits.
    pub fn gain(&self, case: &Case) -> f32 {
        let weight = if case.page.raw { self.raw } else { self.clean };
        if weight == 0.0 { 0.0 } else { weight * (self.value)(case) }
    }

    /// What the user is told of it, on a line that reads `text`.
    fn words(&self, case: &Case, text: &str) -> Option<String> {
        match self.says {
            Says::Nothing => None,
            Says::Words(words) => Some(words.to_owned()),
            Says::Phrase => phrase(case, text),
            Says::List => {
                let heading = case.position().heading.and_then(|line| case.page.lines.get(line));
                Some(match heading.and_then(|line| line.phrase).map(|found| found.kind) {
                    Some(Kind::Comment) => "stands under the heading of the readers' comments".to_owned(),
                    _ => "stands under the heading of a list of links".to_owned(),
                })
            }
        }
    }
}

/// The phrase on a line that reads `text`, and what such lines do.
fn phrase(case: &Case, text: &str) -> Option<String> {
    let found = case.line().phrase?;
    let printed = if found.whole { text } else { found.span.of(text) };
    let quoted = format!("“{}”", printed.split_whitespace().collect::<Vec<_>>().join(" "));
    let habit = found.kind.habit();
    Some(match (found.whole, found.start) {
        (true, _) => format!("says only {quoted}, {habit}"),
        (false, true) => format!("begins with {quoted}, {habit}"),
        (false, false) => format!("says {quoted}, {habit}"),
    })
}

/// What the clues add to a line, each with its gain, in logits.
pub(super) fn gains(case: &Case) -> impl Iterator<Item = (&'static Clue, f32)> {
    CLUES.iter().map(|clue| (clue, clue.gain(case)))
}

/// The sum of all clues, in logits: from 0 on the line is off-topic.
pub(super) fn sum(case: &Case) -> f32 {
    gains(case).map(|(_, gain)| gain).sum()
}

/// A reason is given for a clue that adds at least so much.
const REASON: f32 = 0.5;
/// The most reasons that a line is given.
const REASONS: usize = 3;

/// What speaks against a line that reads `text`, in words; the strongest first.
pub(super) fn reasons(case: &Case, text: &str) -> Vec<String> {
    let mut found: Vec<(&Clue, f32)> = gains(case).filter(|&(_, gain)| gain >= REASON).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut reasons: Vec<String> = Vec::new();
    for reason in found.iter().filter_map(|(clue, _)| clue.words(case, text)) {
        if reasons.len() < REASONS && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    if reasons.is_empty() {
        reasons.push("is no sentence, and stands apart from the article's text".to_owned());
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clue_has_a_name_of_its_own_and_says_what_it_finds() {
        for (at, clue) in CLUES.iter().enumerate() {
            assert!(!clue.name.is_empty() && !clue.finds.is_empty(), "clue {at}");
            assert!(CLUES.iter().skip(at + 1).all(|other| other.name != clue.name), "{}", clue.name);
        }
    }

    #[test]
    fn what_is_told_to_readers_speaks_against_a_line() {
        for clue in &CLUES {
            let told = !matches!(clue.says, Says::Nothing);
            assert!(!told || clue.raw.max(clue.clean) > 0.0, "{}", clue.name);
        }
    }
}
