//! What a web page says of its blocks: those in its menus, at its foot, beside the article.

use super::flag::OffTopic;
use super::kind::Kind;
use super::line::Line;
use super::phrases::Proof;
use super::topics;
use crate::article::{Article, PagePart};
use crate::score::Score;

/// A block has at least so many words that is more than a title.
const PARAGRAPH: usize = 12;
/// A title has at least so many.
const TITLE: usize = 4;

/// The flag of a block that does not stand in the article, by the part of the page that it stands in; nothing where the
/// page has no say.
pub(super) fn flag(article: &Article, block: usize) -> Option<OffTopic> {
    let part = article.page.as_ref()?.parts.get(block)?;
    if matches!(part, PagePart::Story | PagePart::Unknown) {
        return None;
    }
    let line = &Line::read(article, block, &mut Vec::new());
    let (kind, confidence, reason) = match part {
        PagePart::Story | PagePart::Unknown => return None,
        PagePart::Around => (around(line), 0.8, "stands outside of the article on its page"),
        PagePart::Picture => (Kind::Navigation, 0.8, "goes with a picture on the page"),
        PagePart::Navigation => (Kind::Navigation, 0.97, "stands in the page's navigation"),
        PagePart::Footer => (Kind::Notice, 0.97, "stands at the page's foot"),
        PagePart::Control => (Kind::Navigation, 0.97, "is a button"),
        PagePart::Links => (around(line), 0.9, "is nothing but links"),
        PagePart::Aside => (around(line), 0.9, "stands beside the article on its page"),
        PagePart::Related => (titled(line), 0.9, "stands in a box of related links"),
        PagePart::Comments => (Kind::Comment, 0.9, "stands among readers' comments"),
        PagePart::Promotion => (Kind::Promotion, 0.9, "stands in a box that sells or advertises"),
        PagePart::Sharing => (Kind::Navigation, 0.9, "stands among buttons to share and follow"),
        PagePart::Consent => (Kind::Notice, 0.9, "asks to let the page keep something"),
    };
    // What the line says of itself tells its kind better than where it stands.
    let kind = line.phrase.filter(|found| found.proof >= Proof::Strong).map_or(kind, |found| found.kind);
    Some(OffTopic {
        kind,
        topic: kind.has_topic().then(|| topics::of([article.block_text(block)])),
        confidence: Score::from_probability(confidence),
        reasons: vec![reason.to_owned()],
    })
}

/// What a line outside of the article is: a title of another, or a part of the page.
fn around(line: &Line) -> Kind {
    if line.words >= PARAGRAPH { Kind::Sidebar } else { titled(line) }
}

const fn titled(line: &Line) -> Kind {
    if line.words >= TITLE { Kind::Teaser } else { Kind::Navigation }
}
