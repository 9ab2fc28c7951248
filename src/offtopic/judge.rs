//! The verdict on each line of a page: off-topic or not, of which kind, how surely.

use super::evidence::{self, Evidence};
use super::line;
use super::page::Page;
use super::phrases::Proof;
use super::sidebar::{self, Sidebar};
use super::support::Support;
use super::{Kind, OffTopic, topics};
use crate::article::Article;
use crate::comparison::Score;

/// Flags the lines of one article.
pub(super) fn page(article: &Article, support: &Support) -> Vec<Option<OffTopic>> {
    let page = Page::read(article);
    let mut flags: Vec<Option<OffTopic>> =
        (0..page.lines.len()).map(|index| line(article, &page, support, index)).collect();
    for list in sidebar::find(&page, support) {
        flag_sidebar(article, &page, &list, &mut flags);
    }
    if flags.iter().all(Option::is_some) {
        // Whatever it is, it is what the reader asked for.
        flags.fill(None);
    }
    flags
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
    let text = line::text(article, index);
    let kind = kind(page, index);
    Some(OffTopic {
        kind,
        topic: kind.has_topic().then(|| topics::of([text])),
        confidence: confidence(page, score),
        reasons: evidence.reasons(text),
    })
}

/// Whether a line is kept whatever speaks against it: the small parts of an extracted article and its first line, unless
/// they are nothing but a phrase of newspapers; and every line of a page without any text.
fn is_kept(page: &Page, index: usize) -> bool {
    let line = &page.lines[index];
    let whole = line.phrase.is_some_and(|found| found.proof >= Proof::Strong && found.whole);
    let opens = line.phrase.is_some_and(|found| found.proof >= Proof::Strong && found.start);
    let named = whole || opens;
    if page.body.is_empty() {
        return !named;
    }
    !page.raw && ((evidence::keeps(line.role) && !whole) || (index == 0 && !named))
}

/// What kind of thing a line is that is not the story.
fn kind(page: &Page, index: usize) -> Kind {
    let (line, place) = (&page.lines[index], &page.places[index]);
    let heading = place.heading.and_then(|at| page.lines[at].phrase).map(|found| found.kind);
    if heading == Some(Kind::Comment) {
        return Kind::Comment;
    }
    match line.phrase {
        Some(found) if found.proof == Proof::Hint && found.kind == Kind::Comment => Kind::Comment,
        Some(found) => found.kind,
        None if place.sentence => Kind::Sidebar,
        None if line.words >= 4 && line.bars < 2 && (page.is_title(index) || place.heading.is_some()) => {
            Kind::Teaser
        }
        None => Kind::Navigation,
    }
}

fn flag_sidebar(article: &Article, page: &Page, list: &Sidebar, flags: &mut [Option<OffTopic>]) {
    let confidence = Score::from_probability(if list.supported { 0.97 } else { 0.95 });
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
/// of labelled pages, each within three points of what was right in the other half from .85 on.
fn confidence(page: &Page, score: f32) -> Score {
    let (slope, offset) = if page.raw { (1.3, 1.5) } else { (1.4, 0.4) };
    let logit = f64::from(slope * score + offset);
    Score::from_probability((1.0 / (1.0 + (-logit).exp())).clamp(0.5, 0.99))
}
