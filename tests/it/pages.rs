//! The pages of `tests/pages`: what each line of them is, as a careful reader says it in the margin.
//!
//! `tests/pages/README.md` says how a page is written. `PAGES=write cargo test pages::` writes what the program says
//! today beside what is right, wherever the two differ.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use parallax::article::{Article, Span};
use parallax::comparison::{Comparison, Settings, compare};

/// Between the margin and the text.
const BAR: &str = " | ";
/// Stands before the name of each article of a page that has several.
const ARTICLE: &str = "=== ";
/// A line that goes on with the block of the line above.
const GOES_ON: &str = "…";
/// Something inside the line above.
const INSIDE: &str = "^ ";
/// The margin of a paragraph.
const PARAGRAPH: &str = "body";
/// What isn't there.
const NOTHING: &str = "none";

/// Of so many verdicts one may be wrong today.
const WRONG: usize = 8;
/// At least so many pages, in so many languages.
const PAGES: usize = 44;
const LANGUAGES: usize = 10;

/// A line with its verdict.
#[derive(Debug, PartialEq)]
struct Line {
    /// What it is.
    right: String,
    /// What the program says, where that is something else.
    today: Option<String>,
    text: String,
}

/// What stands on a line of a page's file.
#[derive(Debug, PartialEq)]
enum Entry {
    /// A remark, a blank line, the name of an article.
    Other(String),
    Line(Line),
    /// A stretch inside the line before: a mark, or one of its sentences.
    Inside(Line),
}

fn parse(line: &str) -> Entry {
    let other = line.trim().is_empty() || line.starts_with('#') || line.starts_with(ARTICLE);
    // An editor may have taken the white space from the end of a margin.
    let parts = line.split_once(BAR).or_else(|| Some((line.strip_suffix(" |")?, "")));
    let Some((margin, text)) = parts.filter(|_| !other) else { return Entry::Other(line.to_owned()) };
    let margin = margin.trim();
    let (inside, margin) = margin.strip_prefix(INSIDE).map_or((false, margin), |rest| (true, rest.trim()));
    let (right, today) = match margin.split_once("(today: ") {
        Some((right, today)) => (right.trim(), today.strip_suffix(')')),
        None => (margin, None),
    };
    let right = if right.is_empty() { PARAGRAPH } else { right }.to_owned();
    let line = Line { right, today: today.map(str::to_owned), text: text.to_owned() };
    if inside { Entry::Inside(line) } else { Entry::Line(line) }
}

/// A page as its file has it.
struct Page {
    entries: Vec<Entry>,
}

impl Page {
    fn parse(file: &str) -> Self {
        Self { entries: file.lines().map(parse).collect() }
    }

    /// The entries of each article, with the number of the first.
    fn articles(&self) -> Vec<(usize, &[Entry])> {
        let begins = |entry: &Entry| matches!(entry, Entry::Other(line) if line.starts_with(ARTICLE));
        let mut starts: Vec<usize> =
            (0..self.entries.len()).filter(|&at| begins(&self.entries[at])).collect();
        if starts.is_empty() {
            starts.push(0);
        }
        let ends = starts.iter().skip(1).copied().chain([self.entries.len()]);
        starts.iter().zip(ends).map(|(&start, end)| (start, &self.entries[start..end])).collect()
    }

    /// The page with what the program says of it today, each bar in one column.
    fn write(&self, today: &[Option<String>]) -> String {
        /// Where the bars stand, unless a margin needs more.
        const MARGIN: usize = 14;
        let mut file = String::new();
        for (entry, today) in self.entries.iter().zip(today) {
            let (line, sign) = match entry {
                Entry::Other(line) => {
                    let _ = writeln!(file, "{line}");
                    continue;
                }
                Entry::Line(line) => (line, ""),
                Entry::Inside(line) => (line, INSIDE),
            };
            let today = today.as_ref().filter(|today| !agree(&line.right, today));
            let right = if line.right == PARAGRAPH && today.is_none() { "" } else { &line.right };
            let today = today.map(|today| format!(" (today: {today})")).unwrap_or_default();
            let margin = format!("{sign}{right}{today}");
            let _ = writeln!(file, "{}", format!("{margin:MARGIN$}{BAR}{}", line.text).trim_end());
        }
        file
    }
}

/// Whether `today` is the verdict `right`; a reader need not say what a teaser is about.
fn agree(right: &str, today: &str) -> bool {
    let kind = |verdict: &str| verdict.split(' ').take(2).collect::<Vec<_>>().join(" ");
    right == today
        || (right.starts_with('×') && !right.trim_start_matches("× ").contains(' ') && right == kind(today))
}

/// A name as the JSON has it.
fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// What the program says of each entry of a page; nothing of those that are no lines.
fn verdicts(page: &Page) -> Vec<Option<String>> {
    let parts = page.articles();
    let texts = parts.iter().map(|(_, entries)| {
        let lines = entries.iter().filter_map(|entry| match entry {
            Entry::Line(line) => Some(line.text.as_str()),
            Entry::Other(line) if line.is_empty() => Some(""),
            _ => None,
        });
        lines.fold(String::new(), |text, line| text + line + "\n")
    });
    let comparison =
        compare(texts.map(|text| Article::from_text("page.txt", text)).collect(), Settings::default());
    let mut verdicts: Vec<Option<String>> = vec![None; page.entries.len()];
    for (article, (first, entries)) in parts.iter().enumerate() {
        let mut at = 0;
        let mut line_span = Span::default();
        for (index, entry) in entries.iter().enumerate() {
            verdicts[first + index] = match entry {
                Entry::Line(line) => {
                    line_span = Span::new(at, at + line.text.len());
                    at = line_span.end + 1;
                    Some(line_verdict(&comparison, article, line_span))
                }
                Entry::Inside(inside) => Some(inside_verdict(
                    &comparison.articles[article],
                    line_span,
                    &inside.text,
                    &inside.right,
                )),
                Entry::Other(line) => {
                    at += usize::from(line.is_empty());
                    None
                }
            };
        }
    }
    verdicts
}

/// What a line of an article is.
fn line_verdict(comparison: &Comparison, article: usize, line: Span) -> String {
    let found = &comparison.articles[article];
    let line = line.trimmed(&found.text);
    let mut verdicts = Vec::new();
    for (index, block) in found.blocks.iter().enumerate().filter(|(_, block)| block.span.overlaps(line)) {
        verdicts.push(match comparison.flag(article, index) {
            _ if block.span.start < line.start => GOES_ON.to_owned(),
            Some(flag) => match flag.topic {
                Some(topic) => format!("× {} {}", flag.kind.name(), topic.name()),
                None => format!("× {}", flag.kind.name()),
            },
            None if block.repeats.is_some() => format!("{} ↻", name(block.role)),
            None => name(block.role),
        });
    }
    if verdicts.is_empty() { NOTHING.to_owned() } else { verdicts.join(" + ") }
}

/// What the stretch `text` of a line is, if it is anything; it was expected to be `right`.
fn inside_verdict(article: &Article, line: Span, text: &str, right: &str) -> String {
    let is = |span: Span| line.overlaps(span) && span.of(&article.text).trim() == text.trim();
    let mark = article.marks.iter().find(|mark| is(mark.span)).map(|mark| name(mark.kind));
    let sentence = article.sentences.iter().any(|sentence| is(sentence.span)).then(|| SENTENCE.to_owned());
    let found = if right == SENTENCE { sentence.or(mark) } else { mark.or(sentence) };
    found.unwrap_or_else(|| NOTHING.to_owned())
}

/// A stretch that is a sentence. The other stretches are marks.
const SENTENCE: &str = "sentence";

/// Marks that the program finds and a page doesn't speak of, each with the number of its line's entry.
fn unsaid(page: &Page) -> Vec<(usize, String)> {
    let mut unsaid = Vec::new();
    for (first, entries) in page.articles() {
        let mut text = String::new();
        let mut lines = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            match entry {
                Entry::Line(line) => {
                    lines.push((first + index, text.len(), Vec::new()));
                    text = text + &line.text + "\n";
                }
                Entry::Inside(inside) => {
                    if let Some((_, _, said)) = lines.last_mut() {
                        said.push(inside.text.trim());
                    }
                }
                Entry::Other(line) if line.is_empty() => text.push('\n'),
                Entry::Other(_) => {}
            }
        }
        let article = Article::from_text("page.txt", text.as_str());
        for mark in &article.marks {
            let at = lines.partition_point(|&(_, start, _)| start <= mark.span.start);
            let Some((index, _, said)) = at.checked_sub(1).and_then(|at| lines.get(at)) else { continue };
            let marked = mark.span.of(&article.text).trim();
            if !said.contains(&marked) {
                unsaid.push((*index, format!("^ {} | {marked}", name(mark.kind))));
            }
        }
    }
    unsaid
}

/// What became of a page's verdicts.
#[derive(Default)]
struct Outcome {
    /// How many there are.
    verdicts: usize,
    /// How many the program has wrong, as the page says.
    wrong: usize,
    /// Where the page has to change, or the program.
    changes: String,
}

fn check(file: &str, page: &Page, today: &[Option<String>], outcome: &mut Outcome) {
    for (index, (entry, got)) in page.entries.iter().zip(today).enumerate() {
        let at = index + 1;
        let (Entry::Line(line) | Entry::Inside(line)) = entry else {
            if matches!(entry, Entry::Other(line) if !line.is_empty() && !line.starts_with(['#', '='])) {
                let _ = writeln!(outcome.changes, "{file}:{at}  neither a remark nor a line with a margin");
            }
            continue;
        };
        let Some(got) = got else { continue };
        outcome.verdicts += 1;
        let right = agree(&line.right, got);
        outcome.wrong += usize::from(!right);
        let said = line.today.as_deref();
        if right && said.is_none() || !right && said == Some(got) {
            continue;
        }
        let said = said.map(|said| format!(", which the page says is {said} today")).unwrap_or_default();
        let mended = if right { "  (mended: take the margin's second verdict out)" } else { "" };
        let (want, text) = (&line.right, &line.text);
        let _ =
            writeln!(outcome.changes, "{file}:{at}  want {want}{said}\n    got  {got}{mended}\n    | {text}");
    }
    for (index, mark) in unsaid(page) {
        let _ = writeln!(
            outcome.changes,
            "{file}:{}  has a mark that the page doesn't speak of\n    {mark}",
            index + 1
        );
    }
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files
}

#[test]
fn every_line_of_the_pages_is_what_their_margins_say() {
    let mut outcome = Outcome::default();
    let mut languages = BTreeSet::new();
    let files = files();
    for path in &files {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        languages.extend(file.split_once('-').map(|(language, _)| language.to_owned()));
        let page = Page::parse(&fs::read_to_string(path).unwrap());
        let today = verdicts(&page);
        if env::var("PAGES").is_ok_and(|what| what == "write") {
            fs::write(path, page.write(&today)).unwrap();
        }
        check(&file, &page, &today, &mut outcome);
    }
    let Outcome { verdicts, wrong, changes } = outcome;
    println!("{} pages, {verdicts} verdicts, {wrong} of them wrong today", files.len());
    assert!(
        changes.is_empty(),
        "the pages have to follow, or the program (tests/pages/README.md):\n\n{changes}"
    );
    assert!(
        wrong * WRONG <= verdicts,
        "{wrong} of {verdicts} verdicts are wrong today: more than one in {WRONG}"
    );
    assert!(files.len() >= PAGES, "{} pages", files.len());
    assert!(languages.len() >= LANGUAGES, "{languages:?}");
}

const STORY: &str = "\
# A remark.
headline       | Council closes the old harbour bridge

               | The council voted on Tuesday to close the old harbour bridge before the winter storms arrive.

× promotion    | Sign up for our morning newsletter

               | WAREN (AP) - Drivers will have to take the ferry until the work is done, the council said in a statement.
^ dateline     | WAREN (AP) -
";

fn changes(file: &str) -> String {
    let page = Page::parse(file);
    let mut outcome = Outcome::default();
    check("page.txt", &page, &verdicts(&page), &mut outcome);
    outcome.changes
}

#[test]
fn a_page_that_is_right_needs_no_change() {
    assert_eq!(changes(STORY), "");
    let page = Page::parse(STORY);
    assert_eq!(page.write(&verdicts(&page)), STORY);
}

#[test]
fn a_verdict_that_moves_either_way_is_reported() {
    let other = STORY.replace("× promotion  ", "× teaser  ");
    assert!(
        changes(&other).contains("page.txt:6  want × teaser\n    got  × promotion\n"),
        "{}",
        changes(&other)
    );
    let mended = STORY.replace("× promotion  ", "× promotion (today: body)  ");
    assert!(changes(&mended).contains("mended"), "{}", changes(&mended));
    let known = STORY.replace("× promotion  ", "× teaser (today: × promotion)  ");
    assert_eq!(changes(&known), "");
    let unspoken = STORY.replace("^ dateline     | WAREN (AP) -\n", "");
    assert!(changes(&unspoken).contains("page.txt:8  has a mark"), "{}", changes(&unspoken));
}
