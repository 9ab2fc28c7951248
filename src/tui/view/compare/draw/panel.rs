//! The panel: what is known of the line at the cursor.

use ratatui::style::Style;

use super::flags;
use crate::article::{MarkKind, Role, SentenceId, Span};
use crate::comparison::Status;
use crate::digest::{self, Contrast};
use crate::offtopic::{Kind, Topic};
use crate::say::{self, Sign, letter};
use crate::tui::cells::glyphs::{fitted, glyphs};
use crate::tui::cells::paint::Painter;
use crate::tui::cells::wrap::{Line, Tone, wrap};
use crate::tui::env::Charset;
use crate::tui::reader::Reader;
use crate::tui::theme::Meaning;
use crate::tui::view::compare::column::Shown;
use crate::tui::view::compare::regions::Regions;

/// The most letters of a badge; the rest is counted.
const LONGEST_BADGE: usize = 8;

/// The most rows that go before what was left out of a sentence.
const BEFORE_LEFT_OUT: usize = 2;
/// Bytes of an entry for each cell of the panel: far more than what is legible takes, also in scripts of
/// long letters and where a line begins late. Of a longer text, only the beginning is looked at.
const BYTES_PER_CELL: usize = 16;
/// Words that stay before the first marked one when a line begins late.
const WORDS_BEFORE_MARK: usize = 2;

/// What is said of a sentence that nothing surely matches.
const POSSIBLE: &str = "only possible: none of these surely says the same";

/// A paragraph of the panel.
struct Entry {
    badge: String,
    sign: Option<Sign>,
    text: String,
    contrast: Contrast,
    quiet: bool,
}

impl Entry {
    fn saying(sign: Option<Sign>, text: impl Into<String>) -> Self {
        Self { badge: String::new(), sign, text: text.into(), contrast: Contrast::NOTHING, quiet: false }
    }

    fn quietly(text: impl Into<String>) -> Self {
        Self { quiet: true, ..Self::saying(None, text) }
    }

    /// What stands out in its text, and as what.
    fn marks(&self) -> (&[Span], Meaning) {
        match &self.contrast {
            Contrast::Changed(spans) => (spans, Meaning::Changed),
            Contrast::Common(spans) => (spans, Meaning::Run),
        }
    }
}

pub(super) fn draw(painter: &mut Painter<'_>, reader: &Reader, regions: &Regions) {
    let panel = regions.panel;
    if panel.height == 0 {
        return;
    }
    let rows = usize::from(panel.height);
    let most = rows * usize::from(panel.width) * BYTES_PER_CELL;
    let mut entries = entries(reader, most);
    let alone = letter(reader.cursor.article);
    if entries.len() > rows && entries.first().is_some_and(|own| own.sign.is_none() && own.badge == alone) {
        // It can be read at the cursor, and nobody else has its words.
        entries.remove(0);
    }
    if rows == 1 {
        entries.truncate(1);
    } else if entries.len() > rows {
        let rest = entries.split_off(rows - 1);
        entries.push(Entry::quietly(more(&rest)));
    }
    let badge = entries.iter().map(|entry| entry.badge.chars().count()).max().unwrap_or(0);
    let badge = u16::try_from(badge).unwrap_or(0);
    let signed = entries.iter().any(|entry| entry.sign.is_some());
    let sign_x = if badge == 0 { 1 } else { badge + 3 };
    let left = if signed { sign_x + 3 } else { sign_x + 1 };
    let right = panel.right().saturating_sub(1);
    let width = usize::from(right.saturating_sub(left));
    let lines: Vec<Vec<Line>> = entries
        .iter()
        .map(|entry| {
            let whole = [(Span::new(0, entry.text.len()), Tone::Sentence)];
            wrap(&entry.text, &whole, width, painter.charset)
        })
        .collect();
    let shares = shares(&lines, rows);
    let mut y = panel.y;
    for ((entry, lines), share) in entries.iter().zip(&lines).zip(shares) {
        painter.put(1, y, left, &entry.badge, Meaning::CurrentTitle);
        if let Some(sign) = entry.sign {
            painter.put(sign_x, y, left, sign.glyph(painter.charset), sign.meaning());
        }
        if lines.len() > share {
            draw_cut(painter, entry, lines, share, (left, y), right);
        } else {
            for (y, line) in (y..).zip(lines) {
                let end = line.first().map_or(Span::default(), |part| part.span);
                draw_text(painter, entry, end, (left, y), right);
            }
        }
        y += u16::try_from(share).unwrap_or(0);
    }
}

/// What did not fit, in words.
fn more(rest: &[Entry]) -> String {
    let possible = rest.iter().filter(|entry| entry.sign == Some(Sign::Possible)).count();
    match (rest.len() - possible, possible) {
        (sure, 0) => format!("and {sure} more"),
        (0, possible) => format!("and {possible} possible"),
        (sure, possible) => format!("and {sure} more, {possible} possible"),
    }
}

/// Rows for each entry: one, and then what is left, from the top.
fn shares(lines: &[Vec<Line>], rows: usize) -> Vec<usize> {
    let mut left = rows.saturating_sub(lines.len());
    lines
        .iter()
        .map(|lines| {
            let extra = (lines.len() - 1).min(left);
            left -= extra;
            1 + extra
        })
        .collect()
}

/// As many lines as there are rows. A single line begins shortly before what stands out first.
fn draw_cut(
    painter: &mut Painter<'_>,
    entry: &Entry,
    lines: &[Line],
    rows: usize,
    (x, y): (u16, u16),
    right: u16,
) {
    let ellipsis = painter.drawing().ellipsis;
    let start_of = |line: usize| lines.get(line).and_then(|l| l.first()).map_or(0, |part| part.span.start);
    let mut from = start_of(rows - 1);
    for (line, y) in lines.iter().take(rows - 1).zip(y..) {
        draw_text(painter, entry, line.first().map_or(Span::default(), |part| part.span), (x, y), right);
    }
    let y = y + u16::try_from(rows - 1).unwrap_or(0);
    let mut x = x;
    if let (1, Some(mark)) = (rows, entry.marks().0.first()) {
        let begin = before(&entry.text, mark.start);
        let hidden = Span::new(0, begin).of(&entry.text);
        let room = usize::from(right.saturating_sub(x));
        if crate::tui::cells::glyphs::width(hidden, painter.charset) > room / 3 {
            x = painter.put(x, y, right, ellipsis, Meaning::Quiet) + 1;
            from = begin;
        }
    }
    let rest = Span::new(from, entry.text.len());
    let cells = usize::from(right.saturating_sub(x));
    let kept = kept(rest.of(&entry.text), cells, ellipsis, painter.charset);
    let behind = draw_text(painter, entry, Span::new(from, from + kept), (x, y), right);
    if from + kept < entry.text.trim_end().len() {
        painter.put(behind, y, right, ellipsis, Meaning::Quiet);
    }
}

/// Where the word begins that stands some words before `at`.
fn before(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    head.char_indices()
        .rev()
        .filter(|(_, c)| c.is_whitespace())
        .nth(WORDS_BEFORE_MARK)
        .map_or(0, |(space, c)| space + c.len_utf8())
}

/// Bytes of `text` that fit into `cells` with an ellipsis behind them, or all of them.
fn kept(text: &str, cells: usize, ellipsis: &str, charset: Charset) -> usize {
    if fitted(text, cells, ellipsis, charset) == fitted(text, usize::MAX, ellipsis, charset) {
        return text.len();
    }
    let room = cells.saturating_sub(ellipsis.chars().count());
    let (mut used, mut end) = (0, 0);
    for glyph in glyphs(text, charset) {
        if used + glyph.width > room {
            break;
        }
        used += glyph.width;
        if !glyph.is_space() {
            end = glyph.end;
        }
    }
    end
}

/// Draws a stretch of an entry with what stands out in it.
fn draw_text(painter: &mut Painter<'_>, entry: &Entry, span: Span, (x, y): (u16, u16), right: u16) -> u16 {
    let plain = if entry.quiet { painter.theme.style(Meaning::Quiet) } else { Style::new() };
    let (spans, meaning) = entry.marks();
    let marked = painter.theme.style(meaning);
    let mut x = x;
    for glyph in glyphs(span.of(&entry.text), painter.charset) {
        let at = span.start + glyph.start;
        let is_marked = spans.iter().any(|span| span.start <= at && at < span.end);
        let width = u16::try_from(glyph.width).unwrap_or(1);
        if x + width > right {
            break;
        }
        painter.cell(x, y, width, &glyph.text, if is_marked { marked } else { plain });
        x += width;
    }
    x
}

/// The paragraphs, each of `most` bytes at the most: the text of a sentence may have millions.
fn entries(reader: &Reader, most: usize) -> Vec<Entry> {
    let article = reader.cursor.article;
    let Some(item) = reader.item() else { return Vec::new() };
    if let Some(flag) = reader.comparison.flag(article, item.block) {
        return match item.shown {
            Shown::Fold { last } if last > item.block => folded(reader, item.block, last, most),
            _ => {
                let what = format!("not this story: {}", flags::verdict(flag));
                let mut entries = vec![Entry::saying(Some(Sign::OffTopic), what)];
                if flag.kind != Kind::Manual {
                    entries.extend(flag.reasons.iter().map(|reason| Entry::quietly(reason.clone())));
                }
                if let Shown::Fold { .. } = item.shown {
                    entries.push(block_text(reader, item.block, most));
                }
                entries
            }
        };
    }
    match reader.sentence() {
        Some(id) => sentence(reader, id, most),
        None => vec![Entry::quietly(role(reader, item.block))],
    }
}

/// The first `most` bytes of a text, to the end of a character, with an ellipsis where it goes on.
fn beginning(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let cut = (0..=most).rev().find_map(|end| text.get(..end));
    format!("{}…", cut.unwrap_or_default())
}

/// A line of a fold: its text, as a quotation of the page.
fn block_text(reader: &Reader, block: usize, most: usize) -> Entry {
    let source = &reader.comparison.articles[reader.cursor.article];
    Entry { quiet: true, ..Entry::saying(None, beginning(source.block_text(block).trim(), most)) }
}

fn folded(reader: &Reader, first: usize, last: usize, most: usize) -> Vec<Entry> {
    let article = reader.cursor.article;
    let summary = flags::breakdown(&reader.comparison, article, first, last);
    let mut entries = vec![Entry::saying(Some(Sign::OffTopic), format!("not this story: {summary}"))];
    if let Some((reason, count)) = flags::common_reason(&reader.comparison, article, first, last) {
        let all = last + 1 - first;
        let who = if count == all { "each".to_owned() } else { format!("{count} of {all}") };
        entries.push(Entry::quietly(format!("{who}: {reason}")));
    }
    entries.extend((first..=last).filter_map(|block| {
        let flag = reader.comparison.flag(article, block)?;
        let what = flag.topic.map_or(flag.kind.name(), Topic::name);
        let mut entry = block_text(reader, block, most);
        entry.text = format!("{what}: {}", entry.text);
        Some(entry)
    }));
    entries
}

fn sentence(reader: &Reader, id: SentenceId, most: usize) -> Vec<Entry> {
    let source = &reader.comparison.articles[id.article];
    let marks = source.marks_of(id.sentence).iter().filter(|mark| mark.kind == MarkKind::OffTopic);
    let left_out = marks.map(|mark| {
        let text = format!("left out: {}", beginning(mark.span.of(&source.text), most));
        Entry { quiet: true, ..Entry::saying(Some(Sign::OffTopic), text) }
    });
    let mut entries = said(reader, id, most);
    // Before what is only possible.
    let sure = entries.iter().take_while(|entry| entry.sign != Some(Sign::Possible)).count();
    let at = sure.clamp(1, BEFORE_LEFT_OUT).min(entries.len());
    entries.splice(at..at, left_out);
    entries
}

/// Who else says what a sentence says, or what else there is to say of it.
fn said(reader: &Reader, id: SentenceId, most: usize) -> Vec<Entry> {
    let comparison = &reader.comparison;
    let finding = comparison.finding(id);
    if !reader.counterparts.is_empty() {
        let mut entries: Vec<Entry> = digest::wordings_with(comparison, id, &reader.counterparts)
            .into_iter()
            .map(|wording| {
                let sign = wording.tie.as_ref().map(Sign::of_counterpart);
                let likely = wording.tie.and_then(|tie| tie.likely());
                let text = beginning(&comparison.wording(wording.sentence), most);
                Entry {
                    badge: say::badge_within(&wording.articles, LONGEST_BADGE),
                    sign,
                    text: match likely {
                        Some(score) => format!("{}: {text}", say::percent(score)),
                        None => text,
                    },
                    // The spans are those of the sentence, without what stands before it.
                    contrast: match likely {
                        None => digest::contrast(comparison, id, wording.sentence),
                        Some(_) => Contrast::NOTHING,
                    },
                    quiet: sign == Some(Sign::Possible),
                }
            })
            .collect();
        if reader.counterparts.only_possible() {
            // The sentence itself stands at the cursor; the row is better spent on what is not known.
            entries.splice(..1, [Entry::saying(Some(Sign::Possible), POSSIBLE)]);
        }
        return entries;
    }
    let block = comparison.articles[id.article].sentences[id.sentence].block;
    let mut entries = match finding.status {
        Status::Repeat => {
            let earlier = comparison.articles[id.article].blocks[block].repeats;
            let text = format!("{} prints this a second time", letter(id.article));
            let mut entries = vec![Entry::saying(Some(Sign::Repeat), text)];
            entries.extend(earlier.map(|earlier| block_text(reader, earlier, most)));
            return entries;
        }
        Status::Apart => {
            vec![Entry::saying(None, format!("{}; no other source has it", role(reader, block)))]
        }
        _ if comparison.articles.len() < 2 => {
            vec![Entry::quietly("there is no other source to compare with")]
        }
        _ => {
            vec![Entry::saying(Some(Sign::OnlyHere), "only here: nothing like it found in the other sources")]
        }
    };
    if let Some(nearest) = finding.nearest {
        entries.push(Entry {
            badge: letter(nearest.sentence.article),
            sign: None,
            text: format!(
                "nearest, {}: {}",
                say::odds(nearest.score),
                beginning(&comparison.wording(nearest.sentence), most)
            ),
            contrast: Contrast::NOTHING,
            quiet: true,
        });
    }
    entries
}

fn role(reader: &Reader, block: usize) -> &'static str {
    match reader.comparison.articles[reader.cursor.article].blocks.get(block).map(|block| block.role) {
        Some(Role::Headline) => "a headline",
        Some(Role::Subheading) => "a subheading",
        Some(Role::Byline) => "a byline",
        Some(Role::Dateline) => "a dateline",
        Some(Role::Caption) => "a caption",
        Some(Role::Body | Role::ListItem) | None => "a line without a sentence",
    }
}
