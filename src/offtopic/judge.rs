//! The verdict on each line of a page: off-topic or not, of which kind, how surely.

use super::evidence::{self, Evidence};
use super::line;
use super::page::Page;
use super::phrases::Proof;
use super::sections;
use super::sidebar::{self, Sidebar};
use super::support::Support;
use super::{Kind, OffTopic, Topic, topics};
use crate::article::{Article, Role};
use crate::score::Score;

/// Flags the lines of one article.
pub(super) fn page(article: &Article, page: &Page, support: &Support) -> Vec<Option<OffTopic>> {
    let mut flags: Vec<Option<OffTopic>> =
        (0..page.lines.len()).map(|index| line(article, page, support, index)).collect();
    name_related(article, page, &mut flags);
    for list in sidebar::find(page, support) {
        flag_sidebar(article, page, &list, &mut flags);
    }
    if let Some(round_up) = sections::find(page, support) {
        let found = flags.clone();
        flag_sidebar(article, page, &round_up, &mut flags);
        for (index, found) in found.into_iter().enumerate() {
            // What was flagged for what it says, or is the page's own, stays so.
            if found.is_some() || evidence::keeps(page.lines[index].role) {
                flags[index] = found;
            }
        }
    }
    if flags.iter().all(Option::is_some) {
        // Whatever it is, it is what the reader asked for.
        flags.fill(None);
    }
    flags
}

/// Gives the links to articles about the same affair the topic of the story, where their own words name none.
fn name_related(article: &Article, page: &Page, flags: &mut [Option<OffTopic>]) {
    /// A link about the affair shares so much of its words with the text.
    const RELATED: f32 = 0.3;
    let nameless = |flag: &OffTopic| flag.topic == Some(Topic::Other);
    let mut of_story = None;
    for (flag, place) in flags.iter_mut().zip(&page.places) {
        let Some(flag) = flag.as_mut().filter(|flag| nameless(flag) && place.similarity >= RELATED) else {
            continue;
        };
        let story = || topics::of(page.body.lines().map(|index| article.block_text(index)));
        flag.topic = Some(*of_story.get_or_insert_with(story));
    }
}

fn line(article: &Article, page: &Page, support: &Support, index: usize) -> Option<OffTopic> {
    if is_kept(page, index) {
        return None;
    }
    let evidence = Evidence::of(page, support, index);
    let score = evidence.score();
    if score < 0.0 {
        return None;
    }
    let text = &*line::text(article, index);
    let kind = kind(page, index);
    Some(OffTopic {
        kind,
        topic: kind.has_topic().then(|| topics::of([text])),
        confidence: confidence(page, score),
        reasons: evidence.reasons(text),
    })
}

/// The most words of a picture's credit: "Photos: Jane Doe and Carl Dow".
const CREDIT: usize = 6;

/// Whether a line is kept whatever speaks against it: the small parts of an extracted article and its first line, unless
/// they are nothing but a phrase of newspapers; and every line of a page without any text.
fn is_kept(page: &Page, index: usize) -> bool {
    let line = &page.lines[index];
    let whole = line.phrase.is_some_and(|found| found.proof >= Proof::Strong && found.whole);
    let opens = line.phrase.is_some_and(|found| found.proof >= Proof::Strong && found.start);
    let certain = line.phrase.is_some_and(|found| found.proof == Proof::Certain);
    let named = whole || opens || certain;
    if page.body.is_empty() {
        return !named;
    }
    // A credit opens like a link, but is shorter than one with its title.
    let link = line.phrase.is_some_and(|found| found.announces) && (line.bracketed || line.words > CREDIT);
    let overruled = whole || certain || (link && line.role == Role::Caption);
    let kept = evidence::keeps(line.role) || page.places[index].introduced;
    (!page.raw || page.places[index].introduced) && ((kept && !overruled) || (index == 0 && !named))
}

/// What kind of thing a line is that is not the story.
fn kind(page: &Page, index: usize) -> Kind {
    let (line, place) = (&page.lines[index], &page.places[index]);
    let heading = place.heading.and_then(|at| page.lines[at].phrase).map(|found| found.kind);
    if heading == Some(Kind::Comment) {
        return Kind::Comment;
    }
    match line.phrase {
        None if page.is_about_author(index) => Kind::Notice,
        Some(found) => found.kind,
        None if place.sentence => Kind::Sidebar,
        None if line.words >= 4 && line.bars < 2 && (page.is_title(index) || place.heading.is_some()) => {
            Kind::Teaser
        }
        None => Kind::Navigation,
    }
}

fn flag_sidebar(article: &Article, page: &Page, list: &Sidebar, flags: &mut [Option<OffTopic>]) {
    let confidence = Score::from_probability(list.confidence);
    for item in &list.items {
        let topic = topics::of(item.clone().map(|index| article.block_text(index)));
        for index in item.clone() {
            let mut reasons = vec![list.reason.clone()];
            if page.places[index].again {
                reasons.push("is printed more than once on the page".to_owned());
            }
            flags[index] = Some(OffTopic { kind: Kind::Sidebar, topic: Some(topic), confidence, reasons });
        }
    }
}

/// The share of lines with this score that readers call off-topic: round values between the logistic fits on two halves
/// of labelled pages; from .8 on within four points of what was right.
fn confidence(page: &Page, score: f32) -> Score {
    let (slope, offset) = if page.raw { (1.3, 1.5) } else { (1.4, 0.4) };
    let logit = f64::from(slope * score + offset);
    Score::from_probability((1.0 / (1.0 + (-logit).exp())).clamp(0.5, 0.99))
}
