//! Round-ups: articles that go on, section by section, to other stories of the day.
//!
//! A section that the other articles say nothing of may be the background that only this source has. Several in a row up
//! to the end, below an article that the others do share, are other stories, if they don't speak of the article's own
//! matter either.

use std::ops::Range;

use super::line::End;
use super::page::Page;
use super::sidebar::Sidebar;
use super::support::Support;
use crate::article::Role;
use crate::text::words::WordSet;

/// With fewer other outlets, what they don't say proves nothing.
const OTHERS: usize = 3;
/// A heading has at most so many words.
const HEADING: usize = 8;
/// A section has at least so many paragraphs, or it ends nothing.
const PARAGRAPHS: usize = 2;
/// So many sections in a row are a round-up.
const SECTIONS: usize = 2;
/// The article before them has at least so many paragraphs.
const ARTICLE: usize = 3;
/// Below this share of words that the others have, a section is about something else …
const FOREIGN: f32 = 0.12;
/// … where the article before it has at least so much …
const SHARED: f32 = 0.3;
/// … and the section itself shares less than so much of its words with that article.
const OWN: f32 = 0.25;
/// Of the flags with so much, eight in ten should be right; few round-ups were seen.
const CONFIDENCE: f64 = 0.8;

/// The sections of other stories at the end of a page, as a list.
pub(super) fn find(page: &Page, support: &Support) -> Option<Sidebar> {
    if !support.says() || support.others < OTHERS || page.raw {
        return None;
    }
    let headings: Vec<usize> =
        (page.body.start()..page.lines.len()).filter(|&line| is_heading(page, line)).collect();
    let ends = headings.iter().skip(1).copied().chain([page.lines.len()]);
    let sections: Vec<Range<usize>> = headings.iter().zip(ends).map(|(&start, end)| start..end).collect();
    let is_foreign = |section: &Range<usize>| {
        // A heading without a text may be the first of a list that was cut off.
        shared(page, support, section).is_none_or(|(share, _)| share < FOREIGN)
    };
    let kept = sections.iter().rposition(|section| !is_foreign(section)).map_or(0, |last| last + 1);
    let run = sections.get(kept..).filter(|run| !run.is_empty())?;
    let paragraphs =
        |section: &Range<usize>| shared(page, support, section).map_or(0, |(_, paragraphs)| paragraphs);
    let first = run.iter().position(|section| paragraphs(section) >= PARAGRAPHS)?;
    let run = run.get(first..)?;
    if run.iter().filter(|section| paragraphs(section) >= PARAGRAPHS).count() < SECTIONS {
        return None;
    }
    let start = run.first()?.start;
    let (article, length) = shared(page, support, &(0..start))?;
    let above: WordSet = page.lines.iter().take(start).flat_map(|line| line.stems.iter().copied()).collect();
    let own = run.iter().map(|section| likeness(page, &above, section)).fold(0.0, f32::max);
    (length >= ARTICLE && article >= SHARED && own < OWN).then(|| Sidebar {
        items: run.to_vec(),
        reason: format!("stands in a section of which the {} other articles say nothing", support.others),
        confidence: CONFIDENCE,
    })
}

/// Whether a line is built like the heading of a section.
fn is_heading(page: &Page, index: usize) -> bool {
    let (line, position) = (&page.lines[index], &page.positions[index]);
    let next = page.positions.get(index + 1).is_none_or(|next| next.long || next.sentence);
    matches!(line.role, Role::Subheading | Role::Body)
        && (1..=HEADING).contains(&line.words)
        && line.end == End::Open
        && line.letters > 0
        && line.phrase.is_none()
        && !(position.long || position.sentence)
        && next
}

/// The share of words that the others have of the paragraphs of a stretch, and how many paragraphs it has; none where
/// it has none.
fn shared(page: &Page, support: &Support, lines: &Range<usize>) -> Option<(f32, usize)> {
    let (mut sum, mut words, mut paragraphs) = (0.0, 0.0, 0);
    for index in lines.clone().filter(|&index| page.positions[index].long || page.positions[index].sentence) {
        let Some(share) = support.own.get(index).copied().flatten() else { continue };
        #[expect(clippy::cast_precision_loss, reason = "a count of words")]
        let weight = page.lines[index].words as f32;
        sum += share * weight;
        words += weight;
        paragraphs += 1;
    }
    (paragraphs > 0).then(|| (sum / words, paragraphs))
}

/// The share of the words of a section's paragraphs that are among those of the article above.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn likeness(page: &Page, above: &WordSet, section: &Range<usize>) -> f32 {
    let paragraphs =
        section.clone().filter(|&line| page.positions[line].long || page.positions[line].sentence);
    let stems: Vec<u64> = paragraphs.flat_map(|line| page.lines[line].stems.iter().copied()).collect();
    let found = stems.iter().filter(|stem| above.contains(stem)).count();
    found as f32 / stems.len().max(1) as f32
}
