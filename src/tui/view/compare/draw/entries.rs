//! What the panel says of the line at the cursor.

use std::collections::BTreeSet;

use super::flags;
use crate::article::{MarkKind, Role, SentenceId, Span};
use crate::comparison::{Certainty, Comparison, Status};
use crate::digest::{self, Contrast, Wording};
use crate::offtopic::{BY_HAND, Kind, Topic};
use crate::say::{self, Sign, letter};
use crate::tui::theme::Meaning;
use crate::tui::view::compare::flow::Shown;
use crate::tui::view::compare::state::Sight;

/// The most letters of a badge; the rest is counted.
const LONGEST_BADGE: usize = 8;

/// The most rows that go before what was left out of a sentence.
const BEFORE_LEFT_OUT: usize = 2;
/// What is said of a sentence that nothing surely matches.
const POSSIBLE: &str = "only possible: none of these surely says the same";

/// A paragraph of the panel.
pub(super) struct Entry {
    /// The letters of those who say it.
    pub(super) badge: String,
    /// How it relates to what is at the cursor.
    pub(super) sign: Option<Sign>,
    /// In words.
    pub(super) text: String,
    /// What stands out in them.
    contrast: Contrast,
    /// Whether it matters less.
    pub(super) quiet: bool,
    /// The sentence that it quotes.
    pub(super) sentence: Option<SentenceId>,
    /// How many wordings it stands for.
    stands_for: usize,
}

impl Entry {
    fn saying(sign: Option<Sign>, text: impl Into<String>) -> Self {
        Self {
            badge: String::new(),
            sign,
            text: text.into(),
            contrast: Contrast::NOTHING,
            quiet: false,
            sentence: None,
            stands_for: 1,
        }
    }

    fn quietly(text: impl Into<String>) -> Self {
        Self { quiet: true, ..Self::saying(None, text) }
    }

    /// What stands out in its text, and as what.
    pub(super) fn marks(&self) -> (&[Span], Meaning) {
        match &self.contrast {
            Contrast::Changed(spans) => (spans, Meaning::Changed),
            Contrast::Disputed(spans) => (spans, Meaning::Disputed),
            Contrast::Common(spans) => (spans, Meaning::Run),
        }
    }
}

/// The paragraphs of the panel: those that there may be room for, and how many lie behind them.
#[derive(Default)]
pub(super) struct Entries {
    pub(super) list: Vec<Entry>,
    behind: Behind,
}

/// What lies behind what is shown.
#[derive(Clone, Copy, Default)]
struct Behind {
    /// What is sure.
    sure: usize,
    /// What is only possible.
    possible: usize,
}

impl Behind {
    /// The sum of things with a sign, each with how many there are of them.
    fn of(signs: impl Iterator<Item = (Option<Sign>, usize)>) -> Self {
        signs.fold(Self::default(), |Self { sure, possible }, (sign, count)| match sign {
            Some(Sign::Possible) => Self { sure, possible: possible + count },
            _ => Self { sure: sure + count, possible },
        })
    }

    /// In words.
    fn words(self) -> String {
        match (self.sure, self.possible) {
            (sure, 0) => format!("and {sure} more"),
            (0, possible) => format!("and {possible} possible"),
            (sure, possible) => format!("and {sure} more, {possible} possible"),
        }
    }
}

impl Entries {
    pub(super) fn len(&self) -> usize {
        self.list.len() + self.behind.sure + self.behind.possible
    }

    /// All of them; the last one counts what is behind.
    pub(super) fn whole(mut self) -> Vec<Entry> {
        if self.behind.sure + self.behind.possible > 0 {
            self.list.push(Entry::quietly(self.behind.words()));
        }
        self.list
    }

    /// As many as there are rows; the last one counts what is behind.
    pub(super) fn cut(mut self, rows: usize) -> Vec<Entry> {
        if rows <= 1 {
            self.list.truncate(rows);
        } else if self.len() > rows {
            let cut = self.list.split_off((rows - 1).min(self.list.len()));
            let Behind { sure, possible } =
                Behind::of(cut.iter().map(|entry| (entry.sign, entry.stands_for)));
            let behind = Behind { sure: sure + self.behind.sure, possible: possible + self.behind.possible };
            self.list.push(Entry::quietly(behind.words()));
        }
        self.list
    }
}

impl From<Vec<Entry>> for Entries {
    fn from(list: Vec<Entry>) -> Self {
        Self { list, behind: Behind::default() }
    }
}

/// How much is made of what there is to say: the panel has no room for more.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// Paragraphs.
    pub(super) entries: usize,
    /// Bytes of each: the text of a sentence may have millions.
    pub(super) bytes: usize,
}

/// The paragraphs on what is at the cursor.
pub(super) fn entries(sight: &Sight<'_>, room: Room) -> Entries {
    let article = sight.compare.cursor.article;
    let Some(item) = sight.compare.item() else { return Entries::default() };
    if let Some(flag) = sight.comparison().flag(article, item.block) {
        return match item.shown {
            Shown::Fold { last } if last > item.block => folded(sight, item.block, last, room),
            _ => {
                let what = format!("not this story: {}", flags::verdict(flag));
                let mut entries = vec![Entry::saying(Some(Sign::OffTopic), what)];
                if flag.kind != Kind::Manual {
                    entries.extend(flag.reasons.iter().map(|reason| Entry::quietly(reason.clone())));
                }
                if let Shown::Fold { .. } = item.shown {
                    entries.push(block_text(sight, item.block, room.bytes));
                }
                entries.into()
            }
        };
    }
    match sight.compare.sentence() {
        Some(id) => sentence(sight, id, room),
        None => vec![Entry::quietly(role(sight, item.block))].into(),
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
fn block_text(sight: &Sight<'_>, block: usize, most: usize) -> Entry {
    let source = &sight.comparison().articles[sight.compare.cursor.article];
    Entry { quiet: true, ..Entry::saying(None, beginning(source.block_text(block).trim(), most)) }
}

fn folded(sight: &Sight<'_>, first: usize, last: usize, room: Room) -> Entries {
    let article = sight.compare.cursor.article;
    let Some(at) = sight.compare.at() else { return Entries::default() };
    let tally = sight.compare.flows[article].tally(sight.comparison(), at);
    let summary = flags::breakdown(&tally);
    let mut list = vec![Entry::saying(Some(Sign::OffTopic), format!("not this story: {summary}"))];
    if let Some((reason, count)) = &tally.reason {
        let who =
            if *count == tally.lines { "each".to_owned() } else { format!("{count} of {}", tally.lines) };
        list.push(Entry::quietly(format!("{who}: {reason}")));
    }
    let shown = (first..=last).take(room.entries);
    list.extend(shown.filter_map(|block| {
        let flag = sight.comparison().flag(article, block)?;
        let what = flag.topic.map_or(flag.kind.name(), Topic::name);
        let mut entry = block_text(sight, block, room.bytes);
        entry.text = format!("{what}: {}", entry.text);
        Some(entry)
    }));
    Entries { list, behind: Behind { sure: tally.lines.saturating_sub(room.entries), possible: 0 } }
}

fn sentence(sight: &Sight<'_>, id: SentenceId, room: Room) -> Entries {
    let source = &sight.comparison().articles[id.article];
    let marks = source.marks_of(id.sentence).iter().filter(|mark| mark.kind == MarkKind::OffTopic);
    let left_out = marks.map(|mark| {
        let text = format!("left out: {}", beginning(mark.span.of(&source.text), room.bytes));
        Entry { quiet: true, ..Entry::saying(Some(Sign::OffTopic), text) }
    });
    let mut entries = said(sight, id, room);
    // Before what is only possible.
    let sure = entries.list.iter().take_while(|entry| entry.sign != Some(Sign::Possible)).count();
    let at = sure.clamp(1, BEFORE_LEFT_OUT).min(entries.list.len());
    entries.list.splice(at..at, left_out);
    if let Some(note) = sight.story.notes.get(&id) {
        entries.list.insert(0, Entry::saying(None, format!("your note: {}", beginning(note, room.bytes))));
    }
    entries
}

/// Who else says what a sentence says, or what else there is to say of it.
fn said(sight: &Sight<'_>, id: SentenceId, room: Room) -> Entries {
    let comparison = sight.comparison();
    let finding = comparison.finding(id);
    if !sight.compare.counterparts.is_empty() {
        let only_possible = sight.compare.counterparts.only_possible();
        let wordings = sight.compare.wordings(comparison);
        let (rows, doubtful) = match sight.compare.panel {
            Some(_) => (wordings.iter().collect(), Vec::new()),
            None => parted(wordings, only_possible),
        };
        let (shown, behind) = rows.split_at(room.entries.min(rows.len()));
        let mut list: Vec<Entry> =
            shown.iter().map(|wording| worded(comparison, id, wording, room.bytes)).collect();
        if only_possible {
            // The sentence itself stands at the cursor; the row is better spent on what is not known.
            list.splice(..1, [Entry::saying(Some(Sign::Possible), POSSIBLE)]);
        }
        list.extend(folded_doubts(comparison, id, &doubtful, room.bytes));
        let signs = behind.iter().map(|wording| (wording.tie.as_ref().map(Sign::of_counterpart), 1));
        return Entries { list, behind: Behind::of(signs) };
    }
    let block = comparison.articles[id.article].sentences[id.sentence].block;
    let mut entries = match finding.status {
        Status::Repeat => {
            let earlier = comparison.articles[id.article].blocks[block].repeats;
            let text = format!("{} prints this a second time", letter(id.article));
            let mut entries = vec![Entry::saying(Some(Sign::Repeat), text)];
            entries.extend(earlier.map(|earlier| block_text(sight, earlier, room.bytes)));
            return entries.into();
        }
        Status::OffTopic => {
            return vec![Entry::saying(Some(Sign::OffTopic), format!("not this story: {BY_HAND}"))].into();
        }
        Status::Apart => {
            vec![Entry::saying(None, format!("{}; no other source has it", role(sight, block)))]
        }
        _ if comparison.articles.len() < 2 => {
            vec![Entry::quietly("there is no other source to compare with")]
        }
        _ => {
            vec![Entry::saying(Some(Sign::OnlyHere), "only here: no clear counterpart in the other sources")]
        }
    };
    if let Some(nearest) = finding.nearest {
        entries.push(Entry {
            badge: letter(nearest.sentence.article),
            sign: None,
            text: format!(
                "nearest, {}: {}",
                say::odds(nearest.score),
                beginning(&comparison.wording(nearest.sentence), room.bytes)
            ),
            contrast: Contrast::NOTHING,
            quiet: true,
            sentence: Some(nearest.sentence),
            stands_for: 1,
        });
    }
    entries.into()
}

/// The wordings that get a row each, and those that share one: beside what is sure all that is only possible, and where
/// nothing is, all but the likeliest of each source.
fn parted(wordings: &[Wording], only_possible: bool) -> (Vec<&Wording>, Vec<&Wording>) {
    let mut seen = BTreeSet::new();
    wordings.iter().partition(|wording| {
        let sure = wording.tie.is_none_or(|tie| tie.certainty == Certainty::Certain);
        let first = wording.articles.iter().filter(|&&article| seen.insert(article)).count() > 0;
        sure || (only_possible && first)
    })
}

/// The row of a wording.
fn worded(comparison: &Comparison, id: SentenceId, wording: &Wording, most: usize) -> Entry {
    let sign = wording.tie.as_ref().map(Sign::of_counterpart);
    let likely = wording.tie.and_then(|tie| tie.likely());
    let text = beginning(&comparison.wording(wording.sentence), most);
    let by_hand = wording.tie.is_some_and(|tie| tie.by_hand);
    let before = match likely {
        Some(score) => format!("{}: ", say::odds(score)),
        None if by_hand => format!("{BY_HAND}: "),
        None => String::new(),
    };
    let contrast = digest::contrast(comparison, id, wording.sentence);
    Entry {
        badge: say::badge_within(&wording.articles, LONGEST_BADGE),
        sign,
        contrast: if likely.is_none() || matches!(contrast, Contrast::Disputed(_)) {
            contrast.behind(before.len())
        } else {
            Contrast::NOTHING
        },
        text: before + &text,
        quiet: sign == Some(Sign::Possible),
        sentence: Some(wording.sentence),
        stands_for: 1,
    }
}

/// What is only possible, in one row: how much there is, and the likeliest of it.
fn folded_doubts(
    comparison: &Comparison,
    id: SentenceId,
    doubtful: &[&Wording],
    most: usize,
) -> Option<Entry> {
    let (likeliest, others) = doubtful.split_first()?;
    let entry = worded(comparison, id, likeliest, most);
    Some(match others.len() {
        0 => entry,
        others => Entry {
            text: format!("{} doubtful; the likeliest, {}, {}", others + 1, entry.badge, entry.text),
            badge: String::new(),
            stands_for: others + 1,
            ..entry
        },
    })
}

fn role(sight: &Sight<'_>, block: usize) -> &'static str {
    match sight.comparison().articles[sight.compare.cursor.article].blocks.get(block).map(|block| block.role)
    {
        Some(Role::Headline) => "a headline",
        Some(Role::Subheading) => "a subheading",
        Some(Role::Byline) => "a byline",
        Some(Role::Dateline) => "a dateline",
        Some(Role::Caption) => "a caption",
        Some(Role::Body | Role::ListItem) | None => "a line without a sentence",
    }
}
