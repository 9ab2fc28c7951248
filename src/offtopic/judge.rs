//! The verdict on each line of a page: off-topic or not, of which kind, how surely.

use super::case::Case;
use super::clues;
use super::flag::OffTopic;
use super::kind::Kind;
use super::line;
use super::page::Page;
use super::phrases::Proof;
use super::sections;
use super::sidebar::{self, Sidebar};
use super::support::Support;
use super::topics::{self, Topic};
use crate::article::{Article, Role};
use crate::score::Score;

/// What settled whether a line is the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ruling {
    /// The page has no text around which something could stand, and no phrase begins the line.
    NoText,
    /// The line stands in a list that the article announces.
    Announced,
    /// It is the headline, the author, the date or a caption of an extracted article.
    SmallPart,
    /// It opens an extracted article.
    FirstLine,
    /// The web page's markup, and what takes the article out of it.
    Markup,
    /// The clues, added up.
    Clues,
    /// It stands in a list of other stories.
    List,
    /// It stands in one of the last sections of a round-up.
    RoundUp,
    /// Nothing would be left of the article.
    NothingLeft,
}

impl Ruling {
    /// What it goes by, in words: of a line that is off-topic, or is not.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoText => "kept: the page has no text that it could stand beside",
            Self::Announced => "kept: in a list that the article announces",
            Self::SmallPart => "kept: headline, author, date or caption of an extracted article",
            Self::FirstLine => "kept: opens an extracted article",
            Self::Markup => "by where it stands on the web page",
            Self::Clues => "by its evidence",
            Self::List => "in a list of other stories",
            Self::RoundUp => "in one of the last sections of a round-up",
            Self::NothingLeft => "kept: nothing would be left of the article",
        }
    }
}

/// What was found of a line.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub ruling: Ruling,
    /// Its flag, if it is off-topic.
    pub flag: Option<OffTopic>,
}

/// Judges the lines of one article.
pub(super) fn page(article: &Article, page: &Page, support: &Support) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> =
        (0..page.lines.len()).map(|index| line(article, &Case { page, support, index })).collect();
    name_related(article, page, &mut verdicts);
    for list in sidebar::find(page, support) {
        flag_list(article, page, &list, Ruling::List, &mut verdicts);
    }
    if let Some(round_up) = sections::find(page, support) {
        let found = verdicts.clone();
        flag_list(article, page, &round_up, Ruling::RoundUp, &mut verdicts);
        for (index, found) in found.into_iter().enumerate() {
            // What was flagged for what it says, or is the page's own, stays so.
            if found.flag.is_some() || page.lines[index].has_small_role() {
                verdicts[index] = found;
            }
        }
    }
    if verdicts.iter().all(|verdict| verdict.flag.is_some()) {
        // Whatever it is, it is what the user asked for.
        verdicts.fill(Verdict { ruling: Ruling::NothingLeft, flag: None });
    }
    verdicts
}

/// Gives the links to articles about the same affair the topic of the story, where their own words name none.
fn name_related(article: &Article, page: &Page, verdicts: &mut [Verdict]) {
    /// A link about the affair shares so much of its words with the text.
    const RELATED: f32 = 0.3;
    let nameless = |flag: &OffTopic| flag.topic == Some(Topic::Other);
    let mut of_story = None;
    for (verdict, position) in verdicts.iter_mut().zip(&page.positions) {
        let Some(flag) =
            verdict.flag.as_mut().filter(|flag| nameless(flag) && position.similarity >= RELATED)
        else {
            continue;
        };
        let story = || topics::of(page.body.lines().map(|index| article.block_text(index)));
        flag.topic = Some(*of_story.get_or_insert_with(story));
    }
}

fn line(article: &Article, case: &Case) -> Verdict {
    if let Some(ruling) = keeping(case) {
        return Verdict { ruling, flag: None };
    }
    let sum = clues::sum(case);
    let flag = (sum >= 0.0).then(|| {
        let text = &*line::text(article, case.index);
        let kind = kind(case.page, case.index);
        OffTopic {
            kind,
            topic: kind.has_topic().then(|| topics::of([text])),
            confidence: confidence(case.page, sum),
            reasons: clues::reasons(case, text),
        }
    });
    Verdict { ruling: Ruling::Clues, flag }
}

/// The most words of a picture's credit: "Photos: Jane Doe and Carl Dow".
const CREDIT: usize = 6;

/// What keeps a line whatever speaks against it: the small parts of an extracted article and its first line are kept,
/// unless they are nothing but a phrase of newspapers; and every line of a page without any text.
fn keeping(case: &Case) -> Option<Ruling> {
    let (page, line) = (case.page, case.line());
    let strong = line.phrase.filter(|found| found.proof >= Proof::Strong);
    let whole = strong.is_some_and(|found| found.whole);
    let certain = strong.is_some_and(|found| found.proof == Proof::Certain);
    let bare = line.bare.is_some();
    let named = whole || certain || bare || strong.is_some_and(|found| found.start);
    if page.body.is_empty() {
        return (!named).then_some(Ruling::NoText);
    }
    let announced = case.position().introduced;
    if page.raw && !announced {
        return None;
    }
    // A credit opens like a link, but is shorter than one with its title.
    let link = line.phrase.is_some_and(|found| found.announces) && (line.bracketed || line.words > CREDIT);
    let overruled = whole || certain || (link && line.role == Role::Caption);
    if announced && !overruled {
        return Some(Ruling::Announced);
    }
    if line.has_small_role() && !overruled && !bare {
        return Some(Ruling::SmallPart);
    }
    (case.index == 0 && !named).then_some(Ruling::FirstLine)
}

/// What kind of thing a line is that is not the story.
fn kind(page: &Page, index: usize) -> Kind {
    let (line, position) = (&page.lines[index], &page.positions[index]);
    let heading = position.heading.and_then(|at| page.lines[at].phrase).map(|found| found.kind);
    if heading == Some(Kind::Comment) {
        return Kind::Comment;
    }
    match line.phrase {
        None if let Some(bare) = line.bare => bare.kind(),
        None if page.is_about_author(index) => Kind::Notice,
        Some(found) => found.kind,
        None if position.sentence => Kind::Sidebar,
        None if line.words >= 4 && line.bars < 2 && (page.is_title(index) || position.heading.is_some()) => {
            Kind::Teaser
        }
        None => Kind::Navigation,
    }
}

fn flag_list(article: &Article, page: &Page, list: &Sidebar, ruling: Ruling, verdicts: &mut [Verdict]) {
    let confidence = Score::from_probability(list.confidence);
    for item in &list.items {
        let topic = topics::of(item.clone().map(|index| article.block_text(index)));
        for index in item.clone() {
            let mut reasons = vec![list.reason.clone()];
            if page.positions[index].again {
                reasons.push("is printed more than once on the page".to_owned());
            }
            let flag = Some(OffTopic { kind: Kind::Sidebar, topic: Some(topic), confidence, reasons });
            verdicts[index] = Verdict { ruling, flag };
        }
    }
}

/// The share of lines with this sum that people call off-topic: round values between the logistic fits on two halves
/// of labelled pages. `examples/evidence` fits them to any, and prints how right flags of each confidence are.
fn confidence(page: &Page, sum: f32) -> Score {
    let (slope, offset) = if page.raw { (1.3, 1.5) } else { (1.4, 0.4) };
    let logit = f64::from(slope * sum + offset);
    Score::from_probability((1.0 / (1.0 + (-logit).exp())).clamp(0.5, 0.99))
}
