//! An exported comparison, opened again: its articles as they were read then, whatever became of their files.

use serde::Deserialize;

use crate::article::{Article, Block, Mark, MarkKind, PagePart, Role, Sentence, SentenceId, Span, WebPage};

/// What an exported comparison calls itself.
const SCHEMA: &str = "parallax/comparison/1";

/// So far into an exported comparison its name is told, in bytes.
const HEAD: usize = 256;

/// What someone did in the story of an exported comparison.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Session {
    /// Its corrections, as they are written.
    pub corrections: Vec<serde_json::Value>,
    /// What was selected, in order.
    pub selected: Vec<SentenceId>,
    /// What was written beside sentences.
    pub notes: Vec<(SentenceId, String)>,
}

#[derive(Deserialize)]
struct Document {
    articles: Vec<KeptArticle>,
    #[serde(default)]
    corrections: Vec<serde_json::Value>,
    #[serde(default)]
    selected: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct KeptArticle {
    id: String,
    location: String,
    title: Option<String>,
    outlet: Option<String>,
    byline: Option<String>,
    published: Option<String>,
    address: Option<String>,
    source_kind: String,
    language: String,
    encoding: String,
    notes: Vec<String>,
    text: String,
    blocks: Vec<KeptBlock>,
    marks: Vec<KeptMark>,
    sentences: Vec<KeptSentence>,
}

#[derive(Deserialize)]
struct KeptBlock {
    span: Span,
    role: Role,
    repeats: Option<usize>,
    part: Option<PagePart>,
}

#[derive(Deserialize)]
struct KeptMark {
    span: Span,
    block: usize,
    kind: MarkKind,
}

#[derive(Deserialize)]
struct KeptSentence {
    index: usize,
    span: Span,
    block: usize,
    note: Option<String>,
}

/// What a file says, where it is an exported comparison.
pub(super) fn document(bytes: &[u8]) -> Option<serde_json::Value> {
    let head = &bytes[..bytes.len().min(HEAD)];
    // A file of articles may be hundreds of megabytes: most aren't parsed for this.
    head.windows(SCHEMA.len()).any(|here| here == SCHEMA.as_bytes()).then_some(())?;
    let document: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    (document.get("schema").and_then(serde_json::Value::as_str) == Some(SCHEMA)).then_some(document)
}

/// The articles of an exported comparison and what was done with them; else what is wrong with it, in words.
pub(super) fn restored(document: serde_json::Value) -> Result<(Vec<Article>, Session), String> {
    let Document { articles, corrections, selected } =
        serde_json::from_value(document).map_err(|error| error.to_string())?;
    let mut session = Session { corrections, ..Session::default() };
    let mut restored = Vec::with_capacity(articles.len());
    for (index, mut article) in articles.into_iter().enumerate() {
        for (number, sentence) in article.sentences.iter_mut().enumerate() {
            if sentence.index != number {
                return Err("only a part of it was exported; export everything to open it again".to_owned());
            }
            let id = SentenceId::new(index, number);
            session.notes.extend(sentence.note.take().map(|note| (id, note)));
        }
        let name = article.location.clone();
        restored.push(article.restored().ok_or_else(|| format!("its article {name} is damaged"))?);
    }
    let has = |id: &SentenceId| {
        restored.get(id.article).is_some_and(|article: &Article| id.sentence < article.sentences.len())
    };
    let selected = selected.into_iter().map(|(article, sentence)| SentenceId::new(article, sentence));
    session.selected = selected.filter(has).collect();
    Ok((restored, session))
}

impl KeptArticle {
    /// The article, where everything in it is where it can be.
    fn restored(self) -> Option<Article> {
        let text = self.text.as_str();
        let lies_in = |span: Span, within: Span| {
            let whole = text.is_char_boundary(span.start) && text.is_char_boundary(span.end);
            whole && span.start < span.end && within.contains(span)
        };
        let everything = Span::new(0, text.len());
        let block = |index: usize| self.blocks.get(index).map(|block| block.span);
        let in_order =
            |spans: Vec<Span>| spans.windows(2).all(|pair| matches!(pair, [a, b] if a.end <= b.start));
        let holds = self.blocks.iter().enumerate().all(|(index, block)| {
            lies_in(block.span, everything) && block.repeats.is_none_or(|earlier| earlier < index)
        }) && self
            .marks
            .iter()
            .all(|mark| block(mark.block).is_some_and(|block| lies_in(mark.span, block)))
            && self.sentences.iter().all(|of| block(of.block).is_some_and(|block| lies_in(of.span, block)))
            && in_order(self.blocks.iter().map(|block| block.span).collect())
            && in_order(self.sentences.iter().map(|sentence| sentence.span).collect());
        if !holds {
            return None;
        }
        let parts: Vec<PagePart> = self.blocks.iter().filter_map(|block| block.part).collect();
        let parts = if parts.len() == self.blocks.len() { parts } else { Vec::new() };
        let page = (self.source_kind != "text").then(|| WebPage {
            parts,
            title: self.title,
            outlet: self.outlet.clone(),
            byline: self.byline,
            published: self.published,
            address: self.address,
            record: (self.source_kind == "record").then(|| self.location.clone()),
            ..WebPage::default()
        });
        let blocks = self.blocks.into_iter();
        let marks = self.marks.into_iter();
        let sentences = self.sentences.into_iter();
        Some(Article {
            id: self.id,
            location: self.location,
            outlet: self.outlet,
            language: self.language,
            encoding: self.encoding,
            notes: self.notes,
            blocks: blocks
                .map(|KeptBlock { span, role, repeats, .. }| Block { span, role, repeats })
                .collect(),
            marks: marks.map(|KeptMark { span, block, kind }| Mark { span, block, kind }).collect(),
            sentences: sentences.map(|KeptSentence { span, block, .. }| Sentence { span, block }).collect(),
            text: self.text,
            page,
        })
    }
}
