//! The contract for programs: `parallax/comparison/1`, described by `assets/comparison.schema.json`.
//!
//! What an object holds is decided here, apart from the types that the program works with, so that a field
//! added to one of those adds nothing to the contract. Small values (settings, counts, the words of
//! enumerations) are written as they are; a test holds the output against the schema.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, Serializer};

use super::Scope;
use crate::article::{Article, MarkKind, PagePart, Role, SentenceId, Span};
use crate::comparison::{
    Annotations, Certainty, Comparison, CorrectionEntry, Counts, Match, Nearest, Relation, Score, Settings,
    Status, Via,
};
use crate::matching::{Disagreements, Runs};
use crate::naming::Names;
use crate::offtopic::OffTopic;
use crate::source::LeftOut;
use crate::text::invisible::{Showing, showings, shows};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    settings: Settings,
    articles: Vec<ArticleOut<'a>>,
    matches: Vec<MatchOut<'a>>,
    statements: Vec<StatementOut<'a>>,
    corrections: Vec<CorrectionEntry>,
    selected: Vec<SentenceId>,
    left_out: Vec<LeftOutOut>,
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    id: &'a str,
    label: &'a str,
    location: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<&'a str>,
    address: Option<&'a str>,
    source_kind: &'static str,
    language: &'a str,
    encoding: &'a str,
    notes: &'a [String],
    text: &'a str,
    blocks: Vec<BlockOut<'a>>,
    marks: Vec<MarkOut>,
    sentences: Vec<SentenceOut<'a>>,
    counts: Counts,
}

#[derive(Serialize)]
struct BlockOut<'a> {
    span: Span,
    role: Role,
    repeats: Option<usize>,
    part: Option<PagePart>,
    off_topic: Option<&'a OffTopic>,
}

#[derive(Serialize)]
struct MarkOut {
    span: Span,
    block: usize,
    kind: MarkKind,
}

#[derive(Serialize)]
struct SentenceOut<'a> {
    index: usize,
    span: Span,
    text: Cow<'a, str>,
    block: usize,
    status: Status,
    statements: &'a [usize],
    nearest: Option<Nearest>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct MatchOut<'a> {
    a: SentenceId,
    b: SentenceId,
    relation: Relation,
    score: Score,
    certainty: Certainty,
    via: Via,
    runs: &'a Runs,
    disagreements: &'a Disagreements,
}

#[derive(Serialize)]
struct StatementOut<'a> {
    sentences: &'a [SentenceId],
    core: SentenceId,
    articles: &'a [usize],
}

#[derive(Serialize)]
struct LeftOutOut {
    source: String,
    reason: String,
}

/// Writes the sentences in scope, the matches that touch one of them, and everything else whole.
pub(super) fn write(
    out: &mut dyn Write,
    comparison: &Comparison,
    left_out: &[LeftOut],
    (scope, annotations): (&Scope, &Annotations),
) -> io::Result<()> {
    let holds = |id| scope.holds(comparison, id);
    let document = Document {
        schema: "parallax/comparison/1",
        settings: comparison.settings,
        articles: (0..comparison.articles.len())
            .map(|index| article(comparison, index, scope, annotations))
            .collect(),
        matches: comparison.matches.iter().filter(|m| holds(m.a) || holds(m.b)).map(match_out).collect(),
        statements: comparison
            .statements
            .iter()
            .map(|statement| StatementOut {
                sentences: &statement.sentences,
                core: statement.core,
                articles: &statement.articles,
            })
            .collect(),
        corrections: comparison.corrections.entries().collect(),
        selected: annotations.selected.clone(),
        left_out: left_out.iter().map(left_out_out).collect(),
    };
    line(out, &document)
}

/// Writes `value` as a line of harmless JSON.
pub(super) fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Harmless))?;
    writeln!(out)
}

fn article<'a>(
    comparison: &'a Comparison,
    index: usize,
    scope: &Scope,
    annotations: &'a Annotations,
) -> ArticleOut<'a> {
    // Taken apart in full, so that a field added to the article has to be thought about here.
    let Article { id, location, outlet: _, language, encoding, notes, text, blocks, marks, sentences, page } =
        &comparison.articles[index];
    let Names { label, title, outlet, byline, published, headline: _ } = &comparison.names[index];
    ArticleOut {
        id,
        label,
        location,
        title: title.as_deref(),
        outlet: outlet.as_deref(),
        byline: byline.as_deref(),
        published: published.as_deref(),
        address: page.as_ref().and_then(|page| page.address.as_deref()),
        source_kind: match page {
            Some(page) if page.record.is_some() || page.parts.is_empty() => "record",
            Some(_) => "web_page",
            None => "text",
        },
        language,
        encoding,
        notes,
        text,
        blocks: blocks
            .iter()
            .enumerate()
            .map(|(b, block)| BlockOut {
                span: block.span,
                role: block.role,
                repeats: block.repeats,
                part: page.as_ref().and_then(|page| page.parts.get(b)).copied(),
                off_topic: comparison.flag(index, b),
            })
            .collect(),
        marks: marks
            .iter()
            .map(|mark| MarkOut { span: mark.span, block: mark.block, kind: mark.kind })
            .collect(),
        sentences: sentences
            .iter()
            .enumerate()
            .filter(|&(s, _)| scope.holds(comparison, SentenceId::new(index, s)))
            .map(|(s, sentence)| {
                let finding = comparison.finding(SentenceId::new(index, s));
                SentenceOut {
                    index: s,
                    span: sentence.span,
                    text: comparison.wording(SentenceId::new(index, s)),
                    block: sentence.block,
                    status: finding.status,
                    statements: &finding.statements,
                    nearest: finding.nearest,
                    note: annotations.notes.get(&SentenceId::new(index, s)).map(String::as_str),
                }
            })
            .collect(),
        counts: comparison.counts(index),
    }
}

fn match_out(found: &Match) -> MatchOut<'_> {
    let &Match { a, b, relation, score, certainty, via, ref runs, ref disagreements } = found;
    MatchOut { a, b, relation, score, certainty, via, runs, disagreements }
}

fn left_out_out(left_out: &LeftOut) -> LeftOutOut {
    let LeftOut { source, reason } = left_out;
    LeftOutOut { source: source.to_string(), reason: reason.to_string() }
}

/// Compact JSON in which characters that act on a terminal, reorder a line or don't show are escaped, but for those
/// that shape the letter before them.
///
/// JSON itself demands that of C0 controls only. The decoded strings stay the same, so spans stay valid.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if shows(fragment) {
            return writer.write_all(fragment.as_bytes());
        }
        let (mut rest, mut plain) = (fragment, 0);
        for (c, showing) in showings(fragment) {
            if showing == Showing::Plain {
                plain += c.len_utf8();
                continue;
            }
            let (before, from) = rest.split_at(plain);
            writer.write_all(before.as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = from.get(c.len_utf8()..).unwrap_or_default();
            plain = 0;
        }
        writer.write_all(rest.as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, writer: &mut W, escape: CharEscape) -> io::Result<()> {
        CompactFormatter.write_char_escape(writer, escape)
    }
}
