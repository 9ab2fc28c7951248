//! Web pages: every visible block in order, and what the page says of the article in it.
//!
//! Bytes → [`tame`] → one parse → [`walk`] (blocks) and an extractor's vote ([`votes`]) on which of them are the article →
//! [`metadata`]. Nothing that shows is lost: what is not the article is a part of the page with a name.

mod metadata;
mod parts;
mod tame;
mod votes;
mod walk;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use dom_query::Document;

use crate::article::{Article, PageBlock, PagePart, Role, WebPage};
use crate::text::script::is_unspaced;
use walk::Piece;

/// A parser's tree is taken down by recursion: so much stack holds the deepest that taming leaves.
const STACK: usize = 256 << 20;
/// A page that takes longer to understand is judged by its lines alone.
const DEADLINE: Duration = Duration::from_secs(20);

/// Whether a text is a web page: its first tag says so, whatever the file is called.
pub(super) fn is_page(text: &str, named_so: bool) -> bool {
    /// Bytes in which a page shows what it is.
    const HEAD: usize = 2_048;
    let head = text
        .get(..text.floor_char_boundary(HEAD))
        .unwrap_or_default()
        .trim_start_matches('\u{feff}')
        .trim_start();
    let opens = |tag: &str| {
        head.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag))
            && head.get(tag.len()..).is_none_or(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let lower = head.to_ascii_lowercase();
    let declares = opens("<!doctype html") || opens("<html") || opens("<head") || opens("<body");
    let hidden = (head.starts_with("<!--") || head.starts_with("<?xml")) && lower.contains("<html");
    declares || hidden || (named_so && head.starts_with('<') && lower.contains('>'))
}

/// Reads a page. `location` is what its source is called.
///
/// Nothing where no block of it shows anything.
pub(super) fn article(location: String, html: &str) -> Option<Article> {
    let tamed = tame::tamed(html);
    let (send, receive) = mpsc::channel();
    let page = thread::Builder::new().stack_size(STACK).spawn({
        let tamed = tamed.clone();
        move || {
            let document = Document::from(tamed.as_str());
            let pieces = walk::pieces(&document);
            let about = metadata::of(&document);
            // The receiver may have given up.
            let _ = send.send((pieces, about));
            // An extractor that fails loses its vote.
            let first = catch_unwind(AssertUnwindSafe(|| votes::of(document))).unwrap_or_default();
            #[cfg(feature = "second-opinion")]
            let second = catch_unwind(AssertUnwindSafe(|| votes::second(&tamed))).unwrap_or_default();
            #[cfg(not(feature = "second-opinion"))]
            let second = None;
            first.into_iter().chain(second).collect()
        }
    });
    let page = page.ok()?;
    let (pieces, about) = receive.recv_timeout(DEADLINE).ok()?;
    let vote = finished(page);
    let blocks = blocks(&pieces, &about, &vote);
    let mut text = String::new();
    let mut placed = Vec::with_capacity(blocks.len());
    for (piece, (role, part)) in pieces.iter().zip(blocks) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&piece.text);
        placed.push(PageBlock { span: (start..text.len()).into(), role, part });
    }
    (!placed.is_empty()).then(|| Article::from_blocks(location, text, &placed, Some(about)))
}

/// What a thread worked out, if it did so in time.
fn finished(page: thread::JoinHandle<Vec<String>>) -> Vec<String> {
    /// How often it is looked at.
    const STEP: Duration = Duration::from_millis(1);
    let mut waited = Duration::ZERO;
    while !page.is_finished() {
        if waited >= DEADLINE {
            // It goes on by itself, and nobody listens.
            return Vec::new();
        }
        thread::sleep(STEP);
        waited += STEP;
    }
    page.join().unwrap_or_default()
}

/// For each piece its role, where the page says it, and the part of the page it is in.
fn blocks(pieces: &[Piece], about: &WebPage, outputs: &[String]) -> Vec<(Option<Role>, PagePart)> {
    let votes = votes::Vote::agreed(outputs);
    let mut parts: Vec<PagePart> = pieces.iter().map(|piece| part(piece, votes.as_deref())).collect();
    fill(pieces, &mut parts);
    let headline = headline(pieces, about, &parts);
    let first = parts.iter().position(|&part| part == PagePart::Story);
    if let (Some(headline), Some(first)) = (headline, first) {
        let standfirst = |index: &usize| {
            let text = pieces[*index].text.as_str();
            about.description.as_deref().is_some_and(|description| votes::alike(text, description))
        };
        if let Some(index) = (headline + 1..first).find(standfirst) {
            parts[index] = PagePart::Story;
        }
    }
    if let Some(headline) = headline {
        parts[headline] = PagePart::Story;
    }
    let roles = pieces
        .iter()
        .enumerate()
        .map(|(index, piece)| if Some(index) == headline { Some(Role::Headline) } else { piece.role });
    roles.zip(parts).collect()
}

/// The part of the page that a piece is in.
fn part(piece: &Piece, votes: Option<&[votes::Vote]>) -> PagePart {
    /// From this share of linked characters on a block is nothing but links.
    const LINKS: f32 = 0.6;
    let outside = piece.outside;
    if let Some(outside @ (PagePart::Navigation | PagePart::Footer | PagePart::Control)) = outside {
        return outside;
    }
    let links = piece.links > LINKS;
    let prose = is_prose(&piece.text);
    match votes {
        Some(votes) if (!links || prose) && votes.iter().all(|vote| vote.holds(&piece.text)) => match outside
        {
            _ if piece.role == Some(Role::Caption) => PagePart::Picture,
            // An article may stand in a part that is called "more"; a title or a call there is none of it.
            Some(outside) if !prose => outside,
            _ => PagePart::Story,
        },
        Some(_) => outside.unwrap_or(if links { PagePart::Links } else { PagePart::Around }),
        None if links => PagePart::Links,
        None => outside.unwrap_or(PagePart::Unknown),
    }
}

/// Takes into the story what an extractor dropped from its middle: prose in no part with a name, beside which on both sides
/// the story stands.
fn fill(pieces: &[Piece], parts: &mut [PagePart]) {
    /// How many blocks away the story may be.
    const NEAR: usize = 2;
    let found = parts.to_vec();
    let story = |part: &PagePart| *part == PagePart::Story;
    for (index, part) in parts.iter_mut().enumerate() {
        let before = found[index.saturating_sub(NEAR)..index].iter().any(story);
        let behind = found[index + 1..].iter().take(NEAR).any(story);
        let plain = matches!(*part, PagePart::Around | PagePart::Links) && pieces[index].outside.is_none();
        if plain && before && behind && pieces[index].role.is_none() && is_prose(&pieces[index].text) {
            *part = PagePart::Story;
        }
    }
}

/// Whether a block is built like a sentence of an article.
fn is_prose(text: &str) -> bool {
    /// Words of a sentence that is no call.
    const WORDS: usize = 8;
    /// Words of what is no call however it ends.
    const LONG: usize = 25;
    let end = text.trim_end_matches(['"', '”', '’', '“', '‘', '»', '«', ')', '\'']);
    let unspaced = text.chars().filter(|&c| is_unspaced(c)).count();
    let words = text.split_whitespace().count();
    let stops = end.ends_with(['.', '!', '?', '…', '。', '！', '？', ':', '।', '؟']);
    (stops && (unspaced >= WORDS || words >= WORDS)) || words >= LONG
}

/// The piece that is the title: that of the page, or the first heading of the first order before the story.
fn headline(pieces: &[Piece], about: &WebPage, parts: &[PagePart]) -> Option<usize> {
    let first = parts.iter().position(|&part| part == PagePart::Story).unwrap_or(pieces.len());
    let before = || (0..pieces.len().min(first + 3)).filter(|&index| pieces[index].heading > 0);
    let title = about.title.as_deref();
    let titled =
        || before().find(|&index| title.is_some_and(|title| votes::alike(&pieces[index].text, title)));
    titled().or_else(|| before().rfind(|&index| pieces[index].heading == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html><html lang=en><head><title>Ferry sinks off Lowhaven - The Courier</title></head><body>\
        <nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article><h1>Ferry sinks off Lowhaven</h1>\
        <p>The ferry Island Star sank off Lowhaven on Tuesday morning, the coast guard said, and all on board were saved.</p>\
        <p>It had struck a rock in thick fog, according to its captain, who was the last to leave the ship.</p>\
        <figure><img src=x><figcaption>The ferry in May</figcaption></figure>\
        <p>The owner of the line said that the ferry had been checked in March, and that nobody had found any fault.</p>\
        <p>Divers will look at the wreck as soon as the weather allows it, which may be a matter of days.</p></article>\
        <aside class=related><h3>More stories</h3><a href=/p>Plums are late this year</a></aside>\
        <footer>All rights reserved by The Courier</footer></body></html>";

    fn part_of(article: &Article, start: &str) -> PagePart {
        let block =
            (0..article.blocks.len()).find(|&block| article.block_text(block).starts_with(start)).unwrap();
        article.page.as_ref().unwrap().parts[block]
    }

    #[test]
    fn the_article_is_told_from_the_page_around_it() {
        let article = article("x.html".to_owned(), PAGE).unwrap();
        for start in ["Ferry sinks off", "The ferry Island", "It had struck", "The owner", "Divers"] {
            assert_eq!(part_of(&article, start), PagePart::Story, "{start}");
        }
        assert_eq!(part_of(&article, "Home"), PagePart::Navigation);
        assert_eq!(part_of(&article, "The ferry in May"), PagePart::Picture);
        assert_ne!(part_of(&article, "Plums"), PagePart::Story);
        assert_ne!(part_of(&article, "All rights"), PagePart::Story);
        assert_eq!(article.outlet.as_deref(), Some("The Courier"));
        assert_eq!(article.language, "en");
        assert_eq!(article.blocks[1].role, Role::Headline);
    }

    #[test]
    fn a_page_is_told_by_its_content_before_its_name() {
        for page in
            ["<!doctype HTML><p>x", "\u{feff} <html>", "<!-- saved --><html>", "<?xml version='1.0'?><html>"]
        {
            assert!(is_page(page, false), "{page}");
        }
        for text in ["The <html> tag", "<htmlx>", "<3 ferries", "", "<p>One paragraph</p>"] {
            assert!(!is_page(text, false), "{text}");
        }
        assert!(is_page("<p>One paragraph</p>", true) && !is_page("Plain text", true));
    }

    #[test]
    fn no_page_breaks_the_reader() {
        let deep = format!("<html>{}deep{}", "<span>".repeat(100_000), "</span>".repeat(100_000));
        let wide = format!("<html><p {}>wide</p>", "a=1 ".repeat(100_000));
        let open = format!("<html>{}", "<p><b><div><table><tr><td>open ".repeat(3_000));
        for (page, says) in [(deep, "deep"), (wide, "wide"), (open, "open")] {
            let article = article(String::new(), &page).unwrap();
            assert!(article.text.contains(says));
        }
        for nothing in
            ["<html>", "<html><script>x</script>", "<html><svg><text>x</text></svg>", "<html><p> | </p>"]
        {
            assert!(article(String::new(), nothing).is_none(), "{nothing}");
        }
    }
}
