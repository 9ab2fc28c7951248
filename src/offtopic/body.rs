//! Which lines of a page hold the article's text.
//!
//! The text is the run of lines with the largest sum, where paragraphs add and other lines take away. A share bar or a
//! box of links in its middle parts it: what stands beyond such a box, and speaks of the same things, is its next part.
//! Beyond a few advertisements and nothing else the story simply goes on.

use std::ops::Range;

use super::kind::Kind;
use super::line::Line;
use super::phrases::Proof;
use super::position::Position;
use crate::text::words::WordSet;

/// The lines that hold the article's text: its parts, in order; none where there is no text.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    parts: Vec<Range<usize>>,
}

/// So many lines may lie between two parts.
const GAP: usize = 40;
/// With fewer different words the text says too little to tell what is like it.
const STEMS: usize = 20;
/// A part shares so much of its words with the text …
const ALIKE: f32 = 0.3;
/// … and more, if it is a single paragraph.
const ALIKE_ALONE: f32 = 0.4;
/// So many advertisements and links in a row may break a story …
const BREAK: usize = 9;
/// … and so many titles stand below the heading of a list in it.
const BREAK_TITLES: usize = 3;
/// Behind a break of so few lines the story goes on whatever it says; behind a longer one with so much of its words …
const BRIEF: usize = 4;
const GOES_ON: f32 = 0.05;
/// … and with more, where the break ends with a title, whose summary it could be.
const GOES_ON_BELOW_TITLE: f32 = 0.14;
/// So many lines above readers' comments their heading stands, with a reader's name between.
const ABOVE: usize = 3;
/// A box in the text has at least so many lines, and so many of them are phrases of newspapers.
const BOX: usize = 4;
const PHRASES: usize = 2;

impl Body {
    /// Finds the text among the lines of a page.
    pub fn of(lines: &[Line], positions: &[Position]) -> Self {
        let gains: Vec<f32> =
            lines.iter().zip(positions).map(|(line, position)| gain(line, position)).collect();
        let larger =
            |best: (f32, Range<usize>), run: (f32, Range<usize>)| if run.0 > best.0 { run } else { best };
        let Some((_, first)) = runs(&gains, 0..lines.len()).into_iter().reduce(larger) else {
            return Self::default();
        };
        let stems_of = |part: &Range<usize>| part.clone().flat_map(|line| lines[line].stems.iter().copied());
        let mut stems: WordSet = stems_of(&first).collect();
        let mut body = Self { parts: vec![first] };
        while let Some(part) = body
            .next_part(lines, positions, &gains, &stems)
            .or_else(|| body.beyond_break(lines, positions, &stems))
        {
            stems.extend(stems_of(&part));
            let place = body.parts.partition_point(|other| other.start < part.start);
            body.parts.insert(place, part);
        }
        body.without_boxes(lines, positions)
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The first line of the text.
    pub fn start(&self) -> usize {
        self.parts.first().map_or(0, |part| part.start)
    }

    /// The line behind the last of the text.
    pub fn end(&self) -> usize {
        self.parts.last().map_or(0, |part| part.end)
    }

    /// Whether a line is part of the text.
    pub fn contains(&self, line: usize) -> bool {
        self.part_before(line).is_some_and(|part| part.contains(&line))
    }

    /// The lines of the text.
    pub fn lines(&self) -> impl Iterator<Item = usize> + '_ {
        self.parts.iter().cloned().flatten()
    }

    /// How far a line lies before the text; 0 inside and behind it.
    pub fn before(&self, line: usize) -> usize {
        self.start().saturating_sub(line)
    }

    /// How far a line lies behind the last part that goes before it; 0 inside the text and before it.
    pub fn behind(&self, line: usize) -> usize {
        self.part_before(line).map_or(0, |part| (line + 1).saturating_sub(part.end))
    }

    /// The last part that begins at or before a line.
    fn part_before(&self, line: usize) -> Option<&Range<usize>> {
        let behind = self.parts.partition_point(|part| part.start <= line);
        behind.checked_sub(1).and_then(|index| self.parts.get(index))
    }

    /// The next part: the nearest run before or behind the text, whose words are `stems`, that is about the same.
    fn next_part(
        &self,
        lines: &[Line],
        positions: &[Position],
        gains: &[f32],
        stems: &WordSet,
    ) -> Option<Range<usize>> {
        if stems.len() < STEMS {
            return None;
        }
        let before = self.start().saturating_sub(GAP)..self.start();
        let behind = self.end()..lines.len().min(self.end() + GAP);
        let before = runs(gains, before).into_iter().rev();
        before.chain(runs(gains, behind)).map(|(_, part)| part).find(|part| {
            let between =
                if part.start < self.start() { part.end..self.start() } else { self.end()..part.start };
            let is_comment = |line: usize| {
                lines[line].comments || lines[line].phrase.is_some_and(|found| found.kind == Kind::Comment)
            };
            let (mut found, mut all, mut long) = (0_usize, 0_usize, 0_usize);
            for line in part.clone().filter(|&line| positions[line].long) {
                long += 1;
                all += lines[line].stems.len();
                found += lines[line].stems.iter().filter(|stem| stems.contains(*stem)).count();
            }
            #[expect(clippy::cast_precision_loss, reason = "counts of words")]
            let share = found as f32 / all.max(1) as f32;
            let enough = if long == 1 { ALIKE_ALONE } else { ALIKE };
            // A count of comments stands among the buttons as well; a heading stands right above them.
            let above = part.start.saturating_sub(ABOVE)..part.start;
            let commented = above.filter(|line| between.contains(line)).any(is_comment);
            long > 0 && share >= enough && !commented
        })
    }

    /// The paragraphs right behind the text, or right before it, from which advertisements alone part them.
    fn beyond_break(&self, lines: &[Line], positions: &[Position], stems: &WordSet) -> Option<Range<usize>> {
        let is_prose = |&line: &usize| is_prose(&lines[line], positions[line]);
        let behind = break_behind(lines, positions, self.end()).map(|found| {
            let prose = (found.behind..lines.len()).take_while(is_prose).count();
            (found.behind..found.behind + prose, found.needs())
        });
        // Above the text there are more things that look like it.
        let before = break_before(lines, positions, self.start()).map(|found| {
            let prose = (0..found.start).rev().take_while(is_prose).count();
            (found.start - prose..found.start, found.needs().max(GOES_ON))
        });
        behind.into_iter().chain(before).filter(|(part, _)| !part.is_empty()).find_map(|(part, needs)| {
            let (mut known, mut all) = (0_usize, 0_usize);
            for stem in part.clone().flat_map(|line| &lines[line].stems) {
                all += 1;
                known += usize::from(stems.contains(stem));
            }
            #[expect(clippy::cast_precision_loss, reason = "counts of words")]
            let share = known as f32 / all.max(1) as f32;
            (share >= needs).then_some(part)
        })
    }

    /// The same without the boxes of links and buttons inside.
    fn without_boxes(self, lines: &[Line], positions: &[Position]) -> Self {
        let is_short = |line: usize| !(positions[line].long || positions[line].sentence);
        let is_phrase = |line: usize| {
            lines[line].phrase.is_some_and(|found| found.proof >= Proof::Menu && (found.whole || found.start))
        };
        let mut parts: Vec<Range<usize>> = Vec::new();
        for part in self.parts {
            let mut start = part.start;
            let mut at = part.start;
            while at < part.end {
                let mut run = at..(at..part.end).find(|&line| !is_short(line)).unwrap_or(part.end);
                // A short title right behind the buttons, before the text goes on, is the text's.
                let title = run.end.checked_sub(2).filter(|&line| run.contains(&line) && is_phrase(line));
                if title.is_some_and(|line| !is_phrase(line + 1)) && run.end < part.end {
                    run.end -= 1;
                }
                if run.len() >= BOX && run.clone().filter(|&line| is_phrase(line)).count() >= PHRASES {
                    parts.push(start..run.start);
                    start = run.end;
                }
                at = run.end.max(at + 1);
            }
            parts.push(start..part.end);
        }
        parts.retain(|part| !part.is_empty());
        Self { parts }
    }
}

/// Whether a line reads like the story, and nothing on it says otherwise.
fn is_prose(line: &Line, position: Position) -> bool {
    (position.long || position.sentence) && line.phrase.is_none_or(|found| found.proof < Proof::Menu)
}

/// Whether a line is an advertisement, a link or a button, as they stand between a story's paragraphs.
fn is_break(line: &Line) -> bool {
    let named = line.phrase.is_some_and(|found| {
        found.proof >= Proof::Strong && !found.closes && !matches!(found.kind, Kind::Comment)
    });
    named || line.bare.is_some()
}

/// Advertisements and links between two paragraphs.
#[derive(Clone, Copy)]
struct Break {
    /// Its first line.
    start: usize,
    /// The line behind its last.
    behind: usize,
    /// Whether it ends with the title of another story.
    titled: bool,
}

impl Break {
    /// The share of its words that the story must have behind the break.
    const fn needs(self) -> f32 {
        match self.behind - self.start {
            _ if self.titled => GOES_ON_BELOW_TITLE,
            ..=BRIEF => 0.0,
            _ => GOES_ON,
        }
    }
}

/// The break that begins at `start`, behind which a paragraph follows.
fn break_behind(lines: &[Line], positions: &[Position], start: usize) -> Option<Break> {
    let mut titles = 0;
    for at in start..lines.len().min(start + BREAK + 1) {
        let line = &lines[at];
        if is_break(line) {
            let heads = line.phrase.is_some_and(|found| found.proof == Proof::Heading);
            titles = if heads { BREAK_TITLES } else { 0 };
        } else if at > start && is_prose(line, positions[at]) {
            return Some(Break { start, behind: at, titled: !is_break(&lines[at - 1]) });
        } else if titles > 0 && !positions[at].long && !positions[at].sentence {
            titles -= 1;
        } else {
            return None;
        }
    }
    None
}

/// The break that ends before `end`, before which a paragraph stands.
fn break_before(lines: &[Line], positions: &[Position], end: usize) -> Option<Break> {
    (end.saturating_sub(BREAK + 1)..end.saturating_sub(1)).rev().find_map(|above| {
        let found = break_behind(lines, positions, above + 1)?;
        (found.behind == end && is_prose(&lines[above], positions[above])).then_some(found)
    })
}

/// What a line adds to a run, or takes away.
fn gain(line: &Line, position: &Position) -> f32 {
    let phrase = line.phrase.is_some_and(|found| {
        found.proof == Proof::Certain || (found.proof >= Proof::Menu && (found.whole || found.start))
    });
    #[expect(clippy::cast_precision_loss, reason = "at most 40")]
    if position.long {
        line.words.min(40) as f32 * if phrase { 0.4 } else { 1.0 }
    } else if position.sentence && !phrase {
        2.0
    } else if phrase {
        -13.5
    } else {
        -9.0
    }
}

/// The runs of lines in `range` whose sums stay above zero, in order, each up to where its sum is largest, with that sum.
fn runs(gains: &[f32], range: Range<usize>) -> Vec<(f32, Range<usize>)> {
    let mut runs: Vec<(f32, Range<usize>)> = Vec::new();
    let mut sum = 0.0_f32;
    for index in range {
        let begins = sum <= 0.0;
        sum = sum.max(0.0) + gains[index];
        match runs.last_mut().filter(|_| !begins) {
            Some((most, run)) if sum > *most => (*most, run.end) = (sum, index + 1),
            None if sum > 0.0 => runs.push((sum, index..index + 1)),
            _ => {}
        }
    }
    runs
}
