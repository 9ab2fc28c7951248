//! What speaks for and against a line, weighed; with the reasons in words.
//!
//! The weights come from logistic regressions on pages labelled line by line, rounded to quarters by hand; those of
//! phrases were raised where no labelled line spoke against it. A page pasted whole and an article as somebody extracted
//! it have weights of their own, since a short line means something else in each.

use super::line::{End, Line};
use super::page::Page;
use super::phrases::Proof;
use super::support::Support;
use crate::article::Role;

/// A piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// How common such lines are, everything else aside.
    Base,
    Paragraph,
    Sentence,
    InBody,
    Before,
    Behind,
    AmongParagraphs,
    AmongPhrases,
    LikeBody,
    LikeLead,
    OverByline,
    UnderHeadline,
    SmallPart,
    Numbers,
    Hint,
    Phrase,
    PhraseInParagraph,
    CertainPhrase,
    Announced,
    Author,
    Heading,
    Menu,
    WholePhrase,
    Listed,
    Words,
    Capitals,
    Bars,
    Again,
    Elsewhere,
    TrailingTitle,
    NoWords,
    LoneBullet,
    Supported,
}

/// What a piece of evidence weighs, in logits for each unit of its value.
struct Weight {
    sign: Sign,
    /// On a page pasted whole.
    raw: f32,
    /// In an article as somebody extracted it.
    clean: f32,
}

const fn weight(sign: Sign, raw: f32, clean: f32) -> Weight {
    Weight { sign, raw, clean }
}

const WEIGHTS: [Weight; 33] = [
    weight(Sign::Base, -0.25, -0.75),
    weight(Sign::Paragraph, -0.5, 0.0),
    weight(Sign::Sentence, 0.0, -2.25),
    weight(Sign::InBody, 0.0, -1.0),
    weight(Sign::Before, 1.25, 0.0),
    weight(Sign::Behind, 2.0, 0.0),
    weight(Sign::AmongParagraphs, -1.75, 0.0),
    weight(Sign::AmongPhrases, 0.75, 1.5),
    weight(Sign::LikeBody, -1.5, -1.25),
    weight(Sign::LikeLead, -2.0, 0.0),
    weight(Sign::OverByline, -1.0, 0.0),
    weight(Sign::UnderHeadline, -1.5, 0.0),
    weight(Sign::SmallPart, -1.5, -2.0),
    weight(Sign::Numbers, -1.5, -0.75),
    weight(Sign::Hint, 1.0, 0.0),
    weight(Sign::Phrase, 2.5, 4.75),
    weight(Sign::PhraseInParagraph, 2.0, 4.75),
    weight(Sign::CertainPhrase, 5.0, 8.0),
    weight(Sign::Announced, 2.0, 2.25),
    weight(Sign::Author, 0.0, 5.5),
    weight(Sign::Heading, 1.0, 2.25),
    weight(Sign::Menu, 1.0, 0.0),
    weight(Sign::WholePhrase, 1.5, 1.25),
    weight(Sign::Listed, 0.5, 3.0),
    weight(Sign::Words, -0.75, 0.0),
    weight(Sign::Capitals, 0.0, 2.75),
    weight(Sign::Bars, 1.5, 0.0),
    weight(Sign::Again, 1.0, 0.0),
    weight(Sign::Elsewhere, 2.75, 2.5),
    weight(Sign::TrailingTitle, 0.0, 1.5),
    weight(Sign::NoWords, 0.0, 1.25),
    weight(Sign::LoneBullet, 0.0, 1.0),
    weight(Sign::Supported, -3.0, -1.25),
];

/// A reason is given for evidence that adds at least so much.
const REASON: f32 = 0.5;
/// The most reasons that a line is given.
const REASONS: usize = 3;
/// Share of its words that make a line supported by the other articles.
const SUPPORTED: f32 = 0.5;

/// The evidence on one line.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'p> {
    page: &'p Page,
    support: &'p Support,
    index: usize,
}

impl<'p> Evidence<'p> {
    /// Looks at line `index`.
    pub const fn of(page: &'p Page, support: &'p Support, index: usize) -> Self {
        Self { page, support, index }
    }

    fn line(&self) -> &'p Line {
        &self.page.lines[self.index]
    }

    /// The sum of all evidence, in logits: from 0 the line is off-topic.
    pub fn score(&self) -> f32 {
        self.contributions().map(|(_, gain)| gain).sum()
    }

    /// The evidence against the line, which reads `text`, in words; the strongest first.
    pub fn reasons(&self, text: &str) -> Vec<String> {
        let mut found: Vec<(Sign, f32)> = self.contributions().filter(|&(_, gain)| gain >= REASON).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        let mut reasons: Vec<String> = Vec::new();
        for reason in found.iter().filter_map(|&(sign, _)| self.words(sign, text)) {
            if reasons.len() < REASONS && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        if reasons.is_empty() {
            reasons.push("is no sentence, and stands apart from the article's text".to_owned());
        }
        reasons
    }

    fn contributions(self) -> impl Iterator<Item = (Sign, f32)> {
        WEIGHTS.iter().map(move |weight| {
            let by = if self.page.raw { weight.raw } else { weight.clean };
            (weight.sign, if by == 0.0 { 0.0 } else { by * self.value(weight.sign) })
        })
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of words and lines")]
    fn value(&self, sign: Sign) -> f32 {
        let line = self.line();
        let place = &self.page.places[self.index];
        let ln = |count: usize| (1.0 + count as f32).ln();
        let yes = |is: bool| f32::from(u8::from(is));
        let has = |proof: Proof| line.phrase.is_some_and(|found| found.proof == proof);
        match sign {
            Sign::Base => 1.0,
            Sign::Paragraph => yes(place.long),
            Sign::Sentence => yes(place.sentence),
            Sign::InBody => yes(self.page.body.contains(self.index)),
            Sign::Before => ln(self.page.body.before(self.index)),
            Sign::Behind => ln(self.page.body.behind(self.index)),
            Sign::AmongParagraphs => place.near_long,
            Sign::AmongPhrases => place.near_phrase,
            Sign::LikeBody => place.similarity,
            Sign::LikeLead => yes(place.headline),
            Sign::OverByline => yes(place.over_byline),
            Sign::UnderHeadline => yes(place.under_headline),
            Sign::SmallPart => yes(self.page.is_small_part(self.index)),
            Sign::Numbers => line.numbers,
            Sign::Hint => yes(has(Proof::Hint) && !place.long),
            Sign::Phrase => yes(has(Proof::Strong) && !place.long),
            Sign::PhraseInParagraph => {
                yes(has(Proof::Strong) && place.long && line.phrase.is_some_and(|found| !found.closes))
            }
            Sign::CertainPhrase => yes(has(Proof::Certain)),
            Sign::Announced => {
                yes(line.phrase.is_some_and(|found| found.announces && found.proof >= Proof::Strong))
            }
            Sign::Author => yes(self.page.is_about_author(self.index)),
            Sign::Heading => yes(has(Proof::Heading)),
            Sign::Menu => yes(has(Proof::Menu)),
            Sign::WholePhrase => yes(line
                .phrase
                .is_some_and(|found| found.whole && !matches!(found.proof, Proof::Menu | Proof::Author))),
            Sign::Listed => yes(place.heading.is_some() && !place.sentence),
            Sign::Words => ln(line.words),
            // A crosshead in capitals is shorter.
            Sign::Capitals if line.in_capitals && line.end == End::Open => match line.words {
                ..5 => 0.0,
                5..7 => 1.0,
                _ => 1.5,
            },
            Sign::Capitals => 0.0,
            Sign::Bars => yes(line.bars >= 2),
            Sign::Again => yes(place.again),
            Sign::Elsewhere => yes(place.elsewhere),
            Sign::TrailingTitle => {
                yes(self.is_trailing() && self.page.is_title(self.index) && is_other_title(line))
            }
            Sign::NoWords => yes(line.letters == 0),
            Sign::LoneBullet => {
                yes(self.is_lone_bullet() && !place.sentence && self.page.body.behind(self.index) > 0)
            }
            Sign::Supported => {
                yes(self.support.says() && self.own_support() >= Some(SUPPORTED) && line.words >= 4)
            }
        }
    }

    fn own_support(&self) -> Option<f32> {
        self.support.own.get(self.index).copied().flatten()
    }

    /// Whether the line has a bullet, and its neighbours have none.
    fn is_lone_bullet(&self) -> bool {
        let bullet = |index: Option<usize>| {
            index.and_then(|index| self.page.lines.get(index)).is_some_and(|line| line.bullet)
        };
        self.line().bullet && !bullet(self.index.checked_sub(1)) && !bullet(Some(self.index + 1))
    }

    /// Whether the line is one of the few behind the last paragraph, short ones included.
    fn is_trailing(&self) -> bool {
        /// So many lines may be titles of other stories; more are a part of the article.
        const FEW: usize = 8;
        let behind = self.page.places.get(self.index..).unwrap_or_default();
        behind.iter().all(|place| !place.long && !place.sentence)
            && self.page.body.behind(self.index) > 0
            && self.page.lines.len() - self.page.body.end() <= FEW
    }

    /// A piece of evidence in words for the reader.
    fn words(&self, sign: Sign, text: &str) -> Option<String> {
        let line = self.line();
        let quoted = || {
            let phrase = line.phrase.map_or("", |found| if found.whole { text } else { found.span.of(text) });
            format!("“{}”", phrase.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let phrase = || {
            let found = line.phrase?;
            Some(match (found.whole, found.start) {
                (true, _) => format!("says only {}, {}", quoted(), found.kind.habit()),
                (false, true) => format!("begins with {}, {}", quoted(), found.kind.habit()),
                (false, false) => format!("says {}, {}", quoted(), found.kind.habit()),
            })
        };
        let said = |reason: &str| Some(reason.to_owned());
        match sign {
            Sign::Phrase
            | Sign::PhraseInParagraph
            | Sign::CertainPhrase
            | Sign::Heading
            | Sign::WholePhrase
            | Sign::Menu
            | Sign::Hint => phrase(),
            Sign::Author => said("tells who the author is"),
            Sign::Before => said("stands before the article's text"),
            Sign::Behind => said("stands behind the article's text"),
            Sign::TrailingTitle => said("is a title behind the article's last paragraph"),
            Sign::AmongPhrases => said("stands among links and buttons"),
            Sign::Listed => {
                let heading = self.page.places[self.index].heading.and_then(|line| self.page.lines.get(line));
                let phrase = heading.and_then(|line| line.phrase).map(|found| found.kind);
                said(match phrase {
                    Some(super::Kind::Comment) => "stands under the heading of the readers' comments",
                    _ => "stands under the heading of a list of links",
                })
            }
            Sign::Capitals => said("is a title in capitals, as links between paragraphs are"),
            Sign::Bars => said("is a row of links"),
            Sign::Again => said("is printed more than once on the page"),
            Sign::Elsewhere => said("stands word for word in another article of this outlet"),
            Sign::NoWords => said("has no words"),
            Sign::LoneBullet => said("is a stray item of a list"),
            Sign::Base
            | Sign::Paragraph
            | Sign::Sentence
            | Sign::InBody
            | Sign::AmongParagraphs
            | Sign::LikeBody
            | Sign::LikeLead
            | Sign::OverByline
            | Sign::UnderHeadline
            | Sign::SmallPart
            | Sign::Numbers
            | Sign::Words
            | Sign::Announced
            | Sign::Supported => None,
        }
    }
}

/// Whether a title may be that of another article: not of a table, a speaker or an item of a list.
fn is_other_title(line: &Line) -> bool {
    const WORDS: usize = 4;
    const NUMBERS: f32 = 0.25;
    line.words >= WORDS && line.numbers <= NUMBERS && !line.bullet && !line.quoted
}

/// Whether a role alone keeps a line of an extracted article.
pub(super) const fn keeps(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Byline | Role::Dateline | Role::Caption)
}
