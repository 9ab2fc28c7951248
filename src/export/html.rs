//! A web page that needs nothing else: articles side by side, each sentence with what the others have for it.
//!
//! Everything that comes from an article is text, whatever it looks like: it is escaped, and the page's own policy
//! (Content-Security-Policy) allows no style and no script but the two that are built in, and nothing from elsewhere.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};

use html_escape::encode_double_quoted_attribute as attribute;
use html_escape::encode_text;

use super::Scope;
use super::report::summary;
use crate::article::{Article, Role, SentenceId, Span};
use crate::comparison::{Annotations, Certainty, Comparison, Status};
use crate::digest::{Counterpart, best_in_each, contradicted, disputes};
use crate::say::{self, Sign, badge, letter, one_line};
use crate::source::LeftOut;

const STYLE: &str = include_str!("../../assets/export/page.css");
const SCRIPT: &str = include_str!("../../assets/export/page.js");
/// What the policy knows the two by: SHA-256 in base 64. A test holds them against the files.
const STYLE_HASH: &str = "sha256-8voM9e/gbEisZ+7nhdmss/HSBI0aUQEPZAnm8NMpDQg=";
const SCRIPT_HASH: &str = "sha256-bhWnnzpORRpccyzKnPQbbAFz7kLW23pz1hW+yNLSeJE=";

/// The parts of a story that are shown alone: name, what the label says, whether it is offered.
const SHOWN: [(&str, &str); 6] = [
    ("all", "everything"),
    ("disputed", "where they differ"),
    ("shared", "shared"),
    ("possible", "possible"),
    ("unique", "only here"),
    ("selected", "selected"),
];

/// Writes the page: of every article the blocks that have a sentence in scope.
pub(super) fn write(
    out: &mut dyn Write,
    comparison: &Comparison,
    left_out: &[LeftOut],
    (scope, annotations): (&Scope, &Annotations),
) -> io::Result<()> {
    let title = comparison.names.first().map_or("", |names| &names.label);
    let title = one_line(title);
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{STYLE_HASH}'; \
         script-src '{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'\">"
    )?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<meta name=\"generator\" content=\"parallax {}\">", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>", encode_text(&title))?;
    head(out, comparison, &title)?;
    bar(out, comparison, annotations)?;
    differ(out, comparison, scope)?;
    writeln!(out, "<main class=\"sources\">")?;
    for index in 0..comparison.articles.len() {
        Column { comparison, scope, annotations, index }.article(out)?;
    }
    writeln!(out, "</main>")?;
    if !left_out.is_empty() {
        writeln!(out, "<section class=\"left-out\">\n<h2>Left out</h2>\n<ul>")?;
        for LeftOut { source, reason } in left_out {
            writeln!(out, "<li>{}</li>", escaped(&format!("{source}: {reason}")))?;
        }
        writeln!(out, "</ul>\n</section>")?;
    }
    writeln!(
        out,
        "<aside id=\"beside\" aria-live=\"polite\"></aside>\n<script>{SCRIPT}</script>\n</body>\n</html>"
    )
}

/// Text from outside on one line, with nothing in it that acts or is markup.
fn escaped(text: &str) -> String {
    encode_text(&one_line(text)).into_owned()
}

fn head(out: &mut dyn Write, comparison: &Comparison, title: &str) -> io::Result<()> {
    let summary = summary(comparison, &disputes(comparison));
    writeln!(out, "<header class=\"top\">\n<h1>{}</h1>", encode_text(title))?;
    writeln!(out, "<p class=\"quiet\">{}</p>\n<p class=\"quiet legend\">", encode_text(&summary))?;
    for &sign in Sign::ALL {
        writeln!(
            out,
            "<span title=\"{}\"><span class=\"sign {}\">{}</span> {}</span>",
            attribute(sign.explanation()),
            class(sign),
            sign.unicode(),
            sign.word()
        )?;
    }
    writeln!(out, "</p>\n</header>")
}

/// What chooses what is shown: it works without the script, but for the search.
fn bar(out: &mut dyn Write, comparison: &Comparison, annotations: &Annotations) -> io::Result<()> {
    let count = |name: &str| match name {
        "all" => usize::MAX,
        "selected" => annotations.selected.len(),
        name => comparison.sentences().filter(|&id| status(comparison, id) == name).count(),
    };
    writeln!(out, "<nav class=\"bar\" aria-label=\"What is shown\">")?;
    for (name, label) in SHOWN {
        let count = count(name);
        if count == 0 {
            continue;
        }
        let checked = if name == "all" { " checked" } else { "" };
        let count =
            if name == "all" { String::new() } else { format!(" <span class=\"count\">{count}</span>") };
        writeln!(
            out,
            "<label><input type=\"radio\" name=\"show\" id=\"show-{name}\"{checked}> {label}{count}</label>"
        )?;
    }
    writeln!(
        out,
        "<span class=\"scripted\"><input type=\"search\" id=\"search\" aria-label=\"Find words\" \
         placeholder=\"find words ( / )\"> <span class=\"count\" id=\"found\" role=\"status\"></span></span>"
    )?;
    writeln!(out, "<span class=\"scripted quiet\">j k sentence · Enter who else says it · Esc</span>\n</nav>")
}

fn differ(out: &mut dyn Write, comparison: &Comparison, scope: &Scope) -> io::Result<()> {
    let disputes = disputes(comparison);
    let mut shown = disputes
        .iter()
        .filter(|dispute| dispute.sentences().any(|id| scope.holds(comparison, id)))
        .peekable();
    if shown.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "<section class=\"differ\">\n<h2>Where sources differ</h2>\n<ul>")?;
    for dispute in shown {
        let kinds: Vec<&str> = dispute.kinds.iter().map(|&kind| say::disagreement(kind)).collect();
        writeln!(out, "<li><span class=\"sign disputed\">≠</span> {}\n<ul>", kinds.join(", "))?;
        for side in &dispute.sides {
            let id = side.sentence;
            writeln!(
                out,
                "<li><a class=\"letter\" href=\"#{}\">{}</a> {}</li>",
                anchor(id),
                badge(&side.articles),
                emphasised(comparison, id, &side.words)
            )?;
        }
        writeln!(out, "</ul></li>")?;
    }
    writeln!(out, "</ul>\n</section>")
}

/// What writes one article.
struct Column<'a> {
    comparison: &'a Comparison,
    scope: &'a Scope,
    annotations: &'a Annotations,
    index: usize,
}

impl Column<'_> {
    fn source(&self) -> &Article {
        &self.comparison.articles[self.index]
    }

    fn article(&self, out: &mut dyn Write) -> io::Result<()> {
        let source = self.source();
        let language = source.language.as_str();
        let language =
            if language.len() == 2 { format!(" lang=\"{}\"", attribute(language)) } else { String::new() };
        writeln!(out, "<article id=\"a{}\"{language} dir=\"auto\">", self.index)?;
        self.head(out)?;
        let blocks = source.blocks.len();
        let mut block = 0;
        while block < blocks {
            let flagged = |block: usize| self.comparison.flag(self.index, block).is_some();
            if flagged(block) {
                let end = (block..blocks).find(|&block| !flagged(block)).unwrap_or(blocks);
                self.off_topic(out, block, end)?;
                block = end;
            } else {
                self.block(out, block)?;
                block += 1;
            }
        }
        writeln!(out, "</article>")
    }

    fn head(&self, out: &mut dyn Write) -> io::Result<()> {
        let (source, names) = (self.source(), &self.comparison.names[self.index]);
        let counts = self.comparison.counts(self.index);
        let name = names.outlet.as_deref().unwrap_or(&names.label);
        writeln!(out, "<header><span class=\"letter\">{}</span> {}", letter(self.index), escaped(name))?;
        let mut told = vec![format!("{} shared", counts.shared)];
        told.extend((counts.disputed > 0).then(|| format!("≠ {}", counts.disputed)));
        told.extend((counts.possible > 0).then(|| format!("? {}", counts.possible)));
        told.push(format!("{} only here", counts.unique));
        writeln!(out, "<div class=\"count\">{}</div>", told.join(" · "))?;
        let about: Vec<String> =
            [names.byline.as_deref(), names.published.as_deref(), Some(&source.location)]
                .into_iter()
                .flatten()
                .map(escaped)
                .collect();
        writeln!(out, "<div class=\"origin\">{}</div>", about.join(" · "))?;
        let address = source.page.as_ref().and_then(|page| page.address.as_deref());
        if let Some(address) =
            address.filter(|address| address.starts_with("https://") || address.starts_with("http://"))
        {
            writeln!(
                out,
                "<div class=\"origin\"><a rel=\"noreferrer noopener\" href=\"{}\">{}</a></div>",
                attribute(&one_line(address)),
                escaped(address)
            )?;
        }
        for note in &source.notes {
            writeln!(out, "<div class=\"origin\">{}</div>", escaped(note))?;
        }
        writeln!(out, "</header>")
    }

    /// A folded run of blocks that are not the story.
    fn off_topic(&self, out: &mut dyn Write, first: usize, end: usize) -> io::Result<()> {
        let source = self.source();
        let in_scope = |block: usize| self.sentences(block).next().is_some();
        if *self.scope != Scope::Everything && !(first..end).any(in_scope) {
            return Ok(());
        }
        let lines = say::count(end - first, "line");
        writeln!(out, "<details class=\"off\"><summary>× {lines} that are not the story</summary>")?;
        for block in first..end {
            let flag = self.comparison.flag(self.index, block).map(say::flag).unwrap_or_default();
            writeln!(out, "<p>{}: {}</p>", encode_text(&flag), escaped(source.block_text(block)))?;
        }
        writeln!(out, "</details>")
    }

    /// The sentences of a block that are in scope.
    fn sentences(&self, block: usize) -> impl Iterator<Item = SentenceId> + '_ {
        let of_block = self.source().sentences_of(block);
        let all = of_block.map(|sentence| SentenceId::new(self.index, sentence));
        all.filter(|&id| self.scope.holds(self.comparison, id))
    }

    fn block(&self, out: &mut dyn Write, block: usize) -> io::Result<()> {
        let source = self.source();
        let Some(of) = source.blocks.get(block) else { return Ok(()) };
        let mut sentences = self.sentences(block).peekable();
        if sentences.peek().is_none() {
            if *self.scope == Scope::Everything {
                writeln!(out, "<p class=\"mark\">{}</p>", escaped(source.block_text(block)))?;
            }
            return Ok(());
        }
        let (open, close) = match of.role {
            Role::Headline => ("<h3>", "</h3>"),
            Role::Subheading => ("<h4>", "</h4>"),
            Role::Caption | Role::Byline | Role::Dateline => ("<p class=\"quiet\">", "</p>"),
            Role::ListItem => ("<p>• ", "</p>"),
            Role::Body => ("<p>", "</p>"),
        };
        write!(out, "{open}")?;
        let mut end = of.span.start;
        for id in sentences {
            let span = source.sentences[id.sentence].span;
            self.mark(out, Span::new(end, span.start))?;
            self.sentence(out, id)?;
            end = span.end;
        }
        self.mark(out, Span::new(end, of.span.end))?;
        writeln!(out, "{close}")
    }

    /// What stands between sentences: a dateline, a credit. Not where sentences are left out.
    fn mark(&self, out: &mut dyn Write, span: Span) -> io::Result<()> {
        let text = one_line(span.of(&self.source().text)).into_owned();
        if *self.scope == Scope::Everything && !text.is_empty() {
            write!(out, "<span class=\"mark\">{}</span> ", encode_text(&text))?;
        }
        Ok(())
    }

    fn sentence(&self, out: &mut dyn Write, id: SentenceId) -> io::Result<()> {
        let comparison = self.comparison;
        let sign = Sign::of_sentence(comparison, id);
        let mut classes = vec!["s", status(comparison, id)];
        classes.extend(sign.map(class));
        if self.annotations.selected.contains(&id) {
            classes.push("selected");
        }
        let classes: BTreeSet<&str> = classes.into_iter().collect();
        let classes: Vec<&str> = classes.into_iter().collect();
        write!(out, "<span class=\"{}\" id=\"{}\" tabindex=\"0\">", classes.join(" "), anchor(id))?;
        if let Some(sign) = sign {
            write!(out, "<i title=\"{}\">{}</i>", attribute(sign.explanation()), sign.unicode())?;
        }
        let words = contradicted(comparison, id, None);
        write!(out, "<span class=\"w\">{}</span>", emphasised(comparison, id, &words))?;
        let others: Vec<Counterpart> = best_in_each(comparison, id).collect();
        if !others.is_empty() {
            write!(out, "<span class=\"to\">")?;
            for other in others {
                let sign = Sign::of_counterpart(&other);
                write!(
                    out,
                    "<a href=\"#{}\" title=\"{}\">{}{}</a>",
                    anchor(other.id),
                    attribute(&told(&other, sign)),
                    letter(other.id.article),
                    sign.unicode()
                )?;
            }
            write!(out, "</span>")?;
        }
        write!(out, "</span> ")?;
        match self.annotations.notes.get(&id) {
            Some(note) => write!(out, "<span class=\"note\">{}</span>", escaped(note)),
            None => Ok(()),
        }
    }
}

/// What a counterpart is: "B, edited, almost certainly (99 %)".
fn told(other: &Counterpart, sign: Sign) -> String {
    let name = letter(other.id.article);
    match (other.certainty, other.by_hand) {
        (_, true) => format!("{name}, {}, by hand", sign.word()),
        (Certainty::Certain, _) => format!("{name}, {}, {}", sign.word(), say::odds(other.score)),
        (Certainty::Possible, _) => format!("{name}, {}", say::odds(other.score)),
    }
}

/// Where a sentence stands in the page.
fn anchor(id: SentenceId) -> String {
    format!("s{}-{}", id.article, id.sentence)
}

/// The wording of a sentence with some words loud.
fn emphasised(comparison: &Comparison, id: SentenceId, words: &[Span]) -> String {
    let article = &comparison.articles[id.article];
    let wording: Cow<'_, str> = comparison.wording(id);
    let (mut html, mut at) = (String::new(), 0);
    for span in article.spans_in_wording(id.sentence, words) {
        let (start, end) = (span.start.max(at), span.end);
        let (Some(before), Some(loud)) = (wording.get(at..start), wording.get(start..end)) else { continue };
        html += &pieces(before);
        html += &format!("<em>{}</em>", pieces(loud));
        at = end;
    }
    html + &pieces(wording.get(at..).unwrap_or_default())
}

/// A piece of a sentence on one line, with the spaces at its ends.
fn pieces(text: &str) -> String {
    let apart = |blank: bool| if blank { " " } else { "" };
    let inner = escaped(text);
    if inner.is_empty() {
        return apart(!text.is_empty()).to_owned();
    }
    let (before, behind) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    format!("{}{inner}{}", apart(before), apart(behind))
}

/// The class of a sentence for what became of it.
fn status(comparison: &Comparison, id: SentenceId) -> &'static str {
    match comparison.finding(id).status {
        Status::Shared => "shared",
        Status::Disputed => "disputed",
        Status::Possible => "possible",
        Status::Unique => "unique",
        Status::Apart => "apart",
        Status::Repeat => "repeat",
        Status::OffTopic => "off-topic",
    }
}

/// The class of a sign: what colour it has.
const fn class(sign: Sign) -> &'static str {
    match sign {
        Sign::Disputed => "disputed",
        Sign::Identical | Sign::Edited | Sign::Partial | Sign::SameQuote => "copied",
        Sign::Paraphrase => "reworded",
        Sign::OnlyHere => "unique",
        Sign::Possible => "possible",
        Sign::OffTopic | Sign::Repeat => "faint",
    }
}
