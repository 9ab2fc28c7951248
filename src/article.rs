//! What every stage shares: an article's text and the spans that reading found in it.
//!
//! All positions are UTF-8 byte offsets into [`Article::text`]. What later stages find out
//! (flags, matches, statuses) stands beside the article in a
//! [`Comparison`](crate::comparison::Comparison), never inside it.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range `[start, end)` of UTF-8 byte offsets into an article's text.
///
/// Spans made by this crate lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, and without, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans have a byte in common.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The text under the span; empty when the span does not lie on character boundaries of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The same as a standard range.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The span without the white space at both ends of its text.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let inside = self.of(text);
        let start = self.start + (inside.len() - inside.trim_start().len());
        Self::new(start, start + inside.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end) = <(usize, usize)>::deserialize(deserializer)?;
        Ok(Self { start, end })
    }
}

/// A [`Span`] in half the room, for what a story has many of: no text reaches so far that it would not fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortSpan {
    start: u32,
    end: u32,
}

impl From<Span> for ShortSpan {
    fn from(span: Span) -> Self {
        // What lies behind is no place of any text.
        let [start, end] = [span.start, span.end].map(|place| u32::try_from(place).unwrap_or(u32::MAX));
        Self { start, end }
    }
}

impl From<ShortSpan> for Span {
    fn from(span: ShortSpan) -> Self {
        Self::new(span.start as usize, span.end as usize)
    }
}

/// Whether `c` ends a line: line feed, carriage return and the Unicode separators that show as one.
#[must_use]
pub const fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What a block is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// The title, or a second title in other words.
    Headline,
    /// A standfirst, a crosshead, "Story highlights".
    Subheading,
    /// "By …" on a line of its own.
    Byline,
    /// A line of its own with the time of posting, the place or the agency.
    Dateline,
    /// The text that goes with a picture.
    Caption,
    /// A paragraph.
    Body,
    /// An item of a list.
    ListItem,
}

/// A paragraph, heading, list item or caption.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// Where it stands; bullets and indentation lie outside. Hard-wrapped paragraphs hold line breaks.
    pub span: Span,
    /// What it is on the page.
    pub role: Role,
    /// The index of the earlier block of this article that it prints again, word for word or nearly.
    pub repeats: Option<usize>,
}

/// The part of a web page that a block stands in, as its markup and its article's extractor tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PagePart {
    /// The article.
    Story,
    /// Nothing is known: no extractor found an article on the page.
    Unknown,
    /// Around the article, in no part that has a name.
    Around,
    /// What goes with a picture.
    Picture,
    /// A menu.
    Navigation,
    /// The page's foot.
    Footer,
    /// A button.
    Control,
    /// Nothing but links.
    Links,
    /// Beside the text.
    Aside,
    /// Links and summaries of other articles.
    Related,
    /// Readers' comments.
    Comments,
    /// Advertisements, calls to subscribe.
    Promotion,
    /// Buttons to share and follow.
    Sharing,
    /// What asks to let the page keep something.
    Consent,
}

/// A block of a web page, before it is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageBlock {
    /// Where it stands.
    pub span: Span,
    /// What its tag says that it is.
    pub role: Option<Role>,
    /// The part of the page that it stands in.
    pub part: PagePart,
}

/// What a web page says of the article on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebPage {
    /// For each block of the article the part of the page that it stands in.
    pub parts: Vec<PagePart>,
    /// The article's title.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published: year, month and day, and whatever follows.
    pub published: Option<String>,
    /// A sentence about it, as search engines show it.
    pub description: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// The language that the page names.
    pub language: Option<String>,
    /// What an archive calls it, where it was one of several in a file.
    pub record: Option<String>,
}

/// What a stretch inside a block is that does not belong to the wording of its sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MarkKind {
    /// Place and agency before the first sentence: "WASHINGTON (AFP) – ", "AFP | ".
    Dateline,
    /// Who made the picture: "(AFP Photo/…)".
    Credit,
    /// The publisher's name behind a title: " - KWWL - Eastern Iowa Breaking News, Weather, Closings".
    SiteName,
    /// Text that is not this story, glued to a paragraph; or in the middle of a sentence, and then inside its span.
    OffTopic,
}

/// A stretch inside a block that is not part of the wording of its sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mark {
    /// Where it stands, inside its block.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
    /// What it is.
    pub kind: MarkKind,
}

/// A sentence: a span inside one block.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// Where it stands, without surrounding white space and without the marks at its ends.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
}

/// Names a sentence of a story: the index of its article and its index there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId {
    /// Index of the article in the story.
    pub article: usize,
    /// Index of the sentence in its article.
    pub sentence: usize,
}

impl SentenceId {
    /// Names sentence `sentence` of article `article`.
    #[must_use]
    pub const fn new(article: usize, sentence: usize) -> Self {
        Self { article, sentence }
    }
}

impl Serialize for SentenceId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.article, self.sentence).serialize(serializer)
    }
}

/// What the language of an article is called that is too short to tell, or two languages are as likely.
pub const UNDETERMINED: &str = "und";

/// One article, as it was read and cut.
///
/// Blocks are in the order of the text and disjoint; sentences are in order, disjoint, each inside
/// one block, and leave out the marks, but for an off-topic one that interrupts a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Article {
    /// Stable name made from the content alone.
    pub id: String,
    /// The source as the user named it: a path, or `-`.
    pub location: String,
    /// Who published it, where the page's title or a line of its own says so: found with the text, since it helps to tell
    /// which lines are not the story.
    pub outlet: Option<String>,
    /// ISO 639-1 code of the language, or [`UNDETERMINED`].
    pub language: String,
    /// Name of the encoding that the bytes were decoded from, in lower case.
    pub encoding: String,
    /// What was done to the bytes that the user may want to know.
    pub notes: Vec<String>,
    /// The decoded text.
    pub text: String,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Stretches inside blocks that are not wording, in order.
    pub marks: Vec<Mark>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// What the web page says of it that it was on, if it was on one.
    pub page: Option<WebPage>,
}

impl Article {
    /// The article without the blocks that the page around it is made of, and for each block that is left its index here;
    /// nothing where all of them are, or none is known to be its story.
    pub(crate) fn story_alone(&self) -> Option<(Self, Vec<usize>)> {
        let parts = &self.page.as_ref()?.parts;
        let left: Vec<usize> = (0..self.blocks.len())
            .filter(|&block| {
                parts.get(block).is_none_or(|part| matches!(part, PagePart::Story | PagePart::Unknown))
            })
            .collect();
        if left.is_empty() || left.len() == self.blocks.len() {
            return None;
        }
        let number = |block: usize| left.binary_search(&block).ok();
        let mut alone = self.clone();
        alone.blocks = left.iter().map(|&block| self.blocks[block].clone()).collect();
        for block in &mut alone.blocks {
            block.repeats = block.repeats.and_then(number);
        }
        alone.marks.retain_mut(|mark| number(mark.block).map(|block| mark.block = block).is_some());
        alone
            .sentences
            .retain_mut(|sentence| number(sentence.block).map(|block| sentence.block = block).is_some());
        Some((alone, left))
    }

    /// The text of block `index`.
    #[must_use]
    pub fn block_text(&self, index: usize) -> &str {
        self.blocks.get(index).map_or("", |block| block.span.of(&self.text))
    }

    /// The text of sentence `index`, with the marks that interrupt it; [`wording`](Self::wording) is without.
    #[must_use]
    pub fn sentence_text(&self, index: usize) -> &str {
        self.sentences.get(index).map_or("", |sentence| sentence.span.of(&self.text))
    }

    /// The stretches of sentence `index` that are its wording: all of it, but for marks that interrupt it.
    pub(crate) fn wording_spans(&self, index: usize) -> impl Iterator<Item = Span> + '_ {
        let whole = self.sentences.get(index).map_or(Span::default(), |sentence| sentence.span);
        let marks = self.marks_in(whole);
        let starts = std::iter::once(whole.start).chain(marks.iter().map(|mark| mark.span.end));
        let ends = marks.iter().map(|mark| mark.span.start).chain(std::iter::once(whole.end));
        let spans = starts.zip(ends).map(|(start, end)| Span::new(start, end).trimmed(&self.text));
        spans.filter(|span| !span.is_empty())
    }

    /// The wording of sentence `index`: its text without the marks that interrupt it.
    #[must_use]
    pub fn wording(&self, index: usize) -> Cow<'_, str> {
        let mut wording = Cow::Borrowed("");
        let mut end = None;
        for span in self.wording_spans(index) {
            let inside = span.of(&self.text);
            if let Some(between) = end.and_then(|end| self.text.get(end..span.start)) {
                let wording: &mut String = wording.to_mut();
                wording.extend(between.ends_with(char::is_whitespace).then_some(' '));
                wording.push_str(inside);
            } else {
                wording = Cow::Borrowed(inside);
            }
            end = Some(span.end);
        }
        wording
    }

    /// Stretches of the text that are of the wording of sentence `index`, as spans of that.
    pub(crate) fn spans_in_wording(&self, index: usize, spans: &[Span]) -> Vec<Span> {
        let at = |place| self.in_wording(index, place);
        spans.iter().map(|span| Span::new(at(span.start), at(span.end))).collect()
    }

    /// Where byte `at` of the text, which is of the wording of sentence `index`, stands in it.
    pub(crate) fn in_wording(&self, index: usize, at: usize) -> usize {
        let mut before = 0;
        let mut end = None;
        for span in self.wording_spans(index).take_while(|span| span.start <= at) {
            let between = end.and_then(|end| self.text.get(end..span.start)).unwrap_or_default();
            before += usize::from(between.ends_with(char::is_whitespace));
            if at < span.end {
                return before + at - span.start;
            }
            before += span.len();
            end = Some(span.end);
        }
        before
    }

    /// The marks in the stretch `span`, in order.
    #[must_use]
    pub fn marks_in(&self, span: Span) -> &[Mark] {
        let start = self.marks.partition_point(|mark| mark.span.start < span.start);
        let end = self.marks.partition_point(|mark| mark.span.end <= span.end);
        self.marks.get(start..end).unwrap_or_default()
    }

    /// The marks inside sentence `index` and around it, up to its neighbours in the block, in order; none where there
    /// is no such sentence.
    #[must_use]
    pub fn marks_of(&self, index: usize) -> &[Mark] {
        let Some(sentence) = self.sentences.get(index) else { return &[] };
        let block = self.blocks.get(sentence.block).map_or(sentence.span, |block| block.span);
        let of_block = self.sentences_of(sentence.block);
        let neighbour = |index: Option<usize>| {
            index.filter(|index| of_block.contains(index)).map(|index| self.sentences[index].span)
        };
        let start = neighbour(index.checked_sub(1)).map_or(block.start, |before| before.end);
        // What goes before the next sentence is shown with it, but for the last.
        let end = if index + 1 == of_block.end { block.end } else { sentence.span.end };
        self.marks_in(Span::new(start, end))
    }

    /// The indices of the sentences that lie in block `index`.
    #[must_use]
    pub fn sentences_of(&self, block: usize) -> Range<usize> {
        let start = self.sentences.partition_point(|sentence| sentence.block < block);
        let end = self.sentences.partition_point(|sentence| sentence.block <= block);
        start..end
    }

    /// What stands between the start of the block's line and the block: indentation and bullet.
    #[must_use]
    pub fn lead_in(&self, block: usize) -> &str {
        let Some(block) = self.blocks.get(block) else { return "" };
        let before = self.text.get(..block.span.start).unwrap_or_default();
        let last_break = before.char_indices().rev().find(|&(_, c)| is_line_break(c));
        let line = last_break.map_or(0, |(at, c)| at + c.len_utf8());
        before.get(line..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_text_is_found_in_the_wording() {
        let text = "It was Jane Roe Jane Ann RoeWhat is next? MORE’s aide, and Carl Dow Carl Otto DowNothing MORE (D-Ohio).";
        let article = Article::from_text("", text);
        assert_eq!(article.wording(0), "It was Jane Roe’s aide, and Carl Dow (D-Ohio).");
        for word in ["It", "Roe", "aide", "Carl", "(D-Ohio)"] {
            let at = article.in_wording(0, text.find(word).unwrap());
            assert!(article.wording(0).get(at..).unwrap().starts_with(word), "{word} at {at}");
        }
    }
}
