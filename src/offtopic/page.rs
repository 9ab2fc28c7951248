//! Where a line stands on its page: around the article's text, or in it.

use super::bare::Bare;
use super::body::Body;
use super::line::{End, Line};
use super::phrases::Proof;
use super::position::Position;
use crate::article::{Article, Role};
use crate::segment::mail::Mail;
use crate::text::words::{Word, WordMap};

/// A page, read line by line.
#[derive(Debug)]
pub(super) struct Page {
    /// Its lines: one for each block.
    pub lines: Vec<Line>,
    /// Whether it was pasted whole, with its menus; otherwise it is an article as somebody extracted it.
    pub raw: bool,
    /// The lines that hold the article's text.
    pub body: Body,
    /// What is known of each line from where it stands.
    pub positions: Vec<Position>,
}

/// So many lines of the text are its beginning.
const LEAD: usize = 4;
/// How many lines on each side are "around".
const NEAR: usize = 3;
/// So many lines before the body a headline or a standfirst is expected.
const CLOSE: usize = 4;
/// A headline with its author or date stands at most so many lines before the body.
const HEAD: usize = 25;
/// So many lines below a headline its author and date are expected.
const BELOW: usize = 3;
/// Words of a headline.
const TITLE: std::ops::RangeInclusive<usize> = 4..=24;
/// Share of function words that prose has at least.
const FUNCTION_WORDS: f32 = 0.18;
/// A page of another language than those whose function words are known has less of them in its prose.
const FUNCTION_WORDS_KNOWN: f32 = 0.12;
/// A line with fewer words stands on two pages by chance.
pub(super) const FURNITURE: usize = 4;
/// The same on a page pasted whole, most of whose short lines are menus.
const MENU: usize = 2;
/// A line that announces a list has at least so many words; more on a page with menus.
const INTRODUCTION: usize = 2;
const SENTENCE: usize = 6;
/// The most lines that a heading's list has.
const LIST: usize = 40;

#[expect(clippy::cast_precision_loss, reason = "counts of lines")]
fn ratio(part: usize, of: usize) -> f32 {
    if of == 0 { 0.0 } else { part as f32 / of as f32 }
}

impl Page {
    /// Reads the blocks of an article.
    pub fn read(article: &Article) -> Self {
        let mut scratch: Vec<Word> = Vec::new();
        let mut lines: Vec<Line> =
            (0..article.blocks.len()).map(|block| Line::read(article, block, &mut scratch)).collect();
        let mail = Mail::of((0..lines.len()).map(|block| article.block_text(block)));
        for (_, line) in lines.iter_mut().enumerate().filter(|(index, _)| mail.holds(*index)) {
            line.bare = Some(Bare::Mail);
        }
        let function_words = expected_function_words(&lines);
        let mut positions: Vec<Position> = lines
            .iter()
            .map(|line| Position {
                long: line.is_long_sentence(function_words),
                sentence: line.is_sentence(function_words),
                ..Position::default()
            })
            .collect();
        let body = Body::of(&lines, &positions);
        let raw = is_raw(&lines, &positions, &body);
        let mut page = Self { lines, raw, body, positions: Vec::new() };
        page.look_around(&mut positions);
        page.compare_with_body(&mut positions);
        page.find_head(&mut positions);
        page.find_lists(&mut positions);
        page.find_introduced(&mut positions);
        page.find_again(&mut positions);
        page.positions = positions;
        page
    }

    fn look_around(&self, positions: &mut [Position]) {
        let sums = |is: &dyn Fn(usize) -> bool| -> Vec<usize> {
            std::iter::once(0)
                .chain((0..self.lines.len()).scan(0, |sum, line| {
                    *sum += usize::from(is(line));
                    Some(*sum)
                }))
                .collect()
        };
        let long = sums(&|line| positions[line].long);
        let phrase = sums(&|line| {
            self.lines[line].phrase.is_some_and(|found| found.proof >= Proof::Menu) && !positions[line].long
        });
        let count = self.lines.len();
        for (line, position) in positions.iter_mut().enumerate() {
            let (from, to) = (line.saturating_sub(NEAR), (line + NEAR + 1).min(count));
            let own_phrase = phrase[line + 1] - phrase[line];
            position.near_long = ratio(long[to] - long[from] - usize::from(position.long), to - from - 1);
            position.near_phrase = ratio(phrase[to] - phrase[from] - own_phrase, to - from - 1);
        }
    }

    fn compare_with_body(&self, positions: &mut [Position]) {
        let mut counts: WordMap<u32> = WordMap::default();
        for line in self.body.lines() {
            for &stem in &self.lines[line].stems {
                *counts.entry(stem).or_default() += 1;
            }
        }
        let mut lead: Vec<u64> =
            self.body.lines().take(LEAD).flat_map(|line| self.lines[line].stems.iter().copied()).collect();
        lead.sort_unstable();
        for (index, (line, position)) in self.lines.iter().zip(positions).enumerate() {
            let own = u32::from(self.body.contains(index));
            let found =
                line.stems.iter().filter(|stem| counts.get(stem).copied().unwrap_or_default() > own).count();
            position.similarity = ratio(found, line.stems.len());
            let in_lead = line.stems.iter().filter(|stem| lead.binary_search(stem).is_ok()).count();
            let close = self.body.before(index) <= CLOSE;
            position.headline = index < self.body.start()
                && (3..=24).contains(&line.words)
                && matches!(line.end, End::Open | End::Stop)
                && ratio(in_lead, line.stems.len()) >= if close { 0.3 } else { 0.45 };
        }
    }

    /// Looks for headlines and the lines with author and date below them, as they keep together on any page.
    fn find_head(&self, positions: &mut [Position]) {
        let signed = |line: usize| {
            self.lines.get(line).is_some_and(|line| {
                line.byline || line.dated || matches!(line.role, Role::Byline | Role::Dateline)
            })
        };
        let mut headline: Option<usize> = None;
        for (index, position) in positions.iter_mut().enumerate().take(self.body.start()) {
            let line = &self.lines[index];
            position.over_byline = self.body.before(index) <= HEAD
                && TITLE.contains(&line.words)
                && !position.long
                && signed(index + 1);
            position.under_headline =
                headline.is_some_and(|headline| index - headline <= BELOW) && signed(index);
            if position.headline || line.role == Role::Headline {
                headline = Some(index);
            }
        }
    }

    fn find_lists(&self, positions: &mut [Position]) {
        let mut heading: Option<usize> = None;
        for (index, line) in self.lines.iter().enumerate() {
            let opens = line.phrase.is_some_and(|found| found.proof == Proof::Heading && found.whole);
            if opens && !positions[index].long {
                heading = Some(index);
            } else if let Some(at) = heading {
                if positions[index].long || index - at > LIST {
                    heading = None;
                } else {
                    positions[index].heading = Some(at);
                }
            }
        }
    }

    /// Looks for the lists that the article announces: "The coastguard named the dead as:".
    fn find_introduced(&self, positions: &mut [Position]) {
        let mut since: Option<usize> = None;
        for (index, line) in self.lines.iter().enumerate() {
            let named = line.phrase.is_some_and(|found| found.proof >= Proof::Menu);
            let position = &mut positions[index];
            let opens =
                line.end == End::Colon && line.words >= if self.raw { SENTENCE } else { INTRODUCTION };
            let in_text = self.body.contains(index) || self.body.behind(index) == 1;
            let button = line.phrase.is_some_and(|found| found.whole && found.proof != Proof::Heading);
            if opens && !named && (!self.raw || in_text) {
                since = Some(index);
            } else if let Some(at) = since {
                if named && button && index - at <= LIST {
                    // An advertisement between two items.
                    continue;
                }
                if named || index - at > LIST || (position.long && !line.bullet) {
                    since = None;
                } else {
                    position.introduced = line.letters > 0;
                }
            }
        }
    }

    fn find_again(&self, positions: &mut [Position]) {
        let mut counts: WordMap<u32> = WordMap::default();
        for line in &self.lines {
            *counts.entry(line.identity).or_default() += 1;
        }
        for (line, position) in self.lines.iter().zip(positions) {
            position.again = !position.long && counts.get(&line.identity).is_some_and(|&count| count > 1);
        }
    }

    /// Whether a line is a small part of the story: a headline, a byline, a dateline or a caption.
    pub fn is_small_part(&self, index: usize) -> bool {
        /// How far before and behind the text such parts may stand.
        const REACH: (usize, usize) = (10, 3);
        let line = &self.lines[index];
        let near = self.body.before(index) <= REACH.0 && self.body.behind(index) <= REACH.1;
        let standfirst = line.role == Role::Subheading && (1..=CLOSE).contains(&self.body.before(index));
        line.has_small_role() || (near && (line.dated || line.byline || line.caption || standfirst))
    }

    /// Whether a line tells who the author is: nothing but such lines goes behind it, the text says nothing of the person
    /// before, and it is the author's name that opens it, or it goes on as such notes do.
    pub fn is_about_author(&self, index: usize) -> bool {
        /// So many lines at the end of a page such notes stand in.
        const LAST: usize = 8;
        if index + LAST < self.lines.len() {
            return false;
        }
        let (line, position) = (&self.lines[index], &self.positions[index]);
        let behind = self.lines.iter().zip(&self.positions).skip(index + 1);
        let last = behind.into_iter().all(|(line, position)| {
            let apart = line.presents || line.phrase.is_some_and(|found| found.proof >= Proof::Menu);
            !(position.long || position.sentence) || apart || line.role == Role::Byline
        });
        let (Some(name), true) = (line.name, last && (position.sentence || position.long)) else {
            return false;
        };
        let named = |other: &Line| name.iter().all(|stem| other.stems.binary_search(stem).is_ok());
        let above = self.lines.get(..index).unwrap_or_default();
        let is_byline = |other: &Line| other.byline || other.role == Role::Byline;
        let in_byline = above.iter().any(|other| other.author == Some(name));
        let text_above = self.positions.iter().take(index).any(|position| position.long);
        (line.presents || in_byline)
            && text_above
            && !above.iter().any(|other| !is_byline(other) && named(other))
    }

    /// Whether a line is furniture of the page if it stands on another one, too: it has some words, stands outside the
    /// text, and is no sentence, no item of a list, no small part of the story and no headline, to which other pages link.
    pub fn may_be_furniture(&self, index: usize) -> bool {
        let (line, position) = (&self.lines[index], &self.positions[index]);
        let form = if self.raw {
            line.words >= MENU && !position.sentence
        } else {
            line.words >= FURNITURE && matches!(line.end, End::Open | End::Dots)
        };
        let listed = line.bullet || line.role == Role::ListItem || position.introduced;
        let story = position.long || position.headline || position.over_byline || self.body.contains(index);
        form && !listed && !story && !self.is_small_part(index)
    }

    /// Whether a line is prose of the article's text.
    pub fn is_prose(&self, index: usize) -> bool {
        self.body.contains(index)
            && self.positions.get(index).is_some_and(|position| position.long || position.sentence)
    }

    /// Whether a line has the form of a title.
    pub fn is_title(&self, index: usize) -> bool {
        let line = &self.lines[index];
        !self.positions[index].long && line.words >= 3 && line.end == End::Open && line.capitalised >= 0.5
    }
}

/// The share of function words to expect of prose: none where the language's are not known.
fn expected_function_words(lines: &[Line]) -> f32 {
    let prose = || lines.iter().filter(|line| line.words >= 12 && line.end == End::Stop);
    let count = prose().count();
    let mean = ratio(1, count) * prose().map(|line| line.function_words).sum::<f32>();
    if mean < FUNCTION_WORDS_KNOWN { 0.0 } else { FUNCTION_WORDS }
}

/// Whether a page was pasted whole: by the entries of its menus, and by buttons around the body.
fn is_raw(lines: &[Line], positions: &[Position], body: &Body) -> bool {
    let whole = |proofs: &[Proof]| {
        let outside = lines.iter().enumerate().filter(|(index, _)| !body.contains(*index));
        let mut found: Vec<u64> = outside
            .filter(|(_, line)| line.phrase.is_some_and(|found| found.whole && proofs.contains(&found.proof)))
            .map(|(_, line)| line.identity)
            .collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    };
    let menu = whole(&[Proof::Menu]);
    let buttons = whole(&[Proof::Strong, Proof::Heading, Proof::Certain]);
    let long = positions.iter().filter(|position| position.long).count();
    let share = ratio(long, lines.len());
    menu >= 4 || menu + buttons >= 5 || (menu + buttons >= 2 && share < 0.35 && lines.len() >= 12)
}
