//! Pages that were labelled line by line, with what the program says of each line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use parallax::article::{Article, Span};
use parallax::lexis::Lexis;
use parallax::offtopic::{self, Explanation};

/// A labelled line with all that led to its verdict.
pub struct Line {
    /// Whether the number of its page is even.
    pub even: bool,
    /// Whether its label says that it is not the story.
    pub off_topic: bool,
    pub verdict: Explanation,
}

impl Line {
    pub fn is_flagged(&self) -> bool {
        self.verdict.flag.is_some()
    }

    /// What the clue adds to its sum.
    pub fn gain(&self, clue: &str) -> f32 {
        let of_clue = self.verdict.contributions.iter().find(|contribution| contribution.name == clue);
        of_clue.map_or(0.0, |contribution| contribution.gain)
    }

    /// Whether it would be flagged without the clue.
    pub fn is_flagged_without(&self, clue: &str) -> bool {
        if !self.verdict.by_contributions {
            return self.is_flagged();
        }
        let others = self.verdict.contributions.iter().filter(|contribution| contribution.name != clue);
        others.map(|contribution| contribution.gain).sum::<f32>() >= 0.0
    }
}

/// Reads the labelled pages of the folders, in the order of their names.
///
/// # Errors
///
/// Where a folder, a page or its labels can't be read, or a page has not one label a line.
pub fn read(folders: &[OsString]) -> io::Result<Vec<Line>> {
    let mut lines = Vec::new();
    for folder in folders {
        // A page alone is a story of one.
        let mut stories: Vec<Vec<PathBuf>> = Vec::new();
        for path in entries(Path::new(folder))? {
            if path.is_dir() {
                stories.push(entries(&path)?.into_iter().filter(|path| is_page(path)).collect());
            } else if is_page(&path) {
                stories.push(vec![path]);
            }
        }
        for (number, pages) in stories.iter().enumerate() {
            read_story(pages, number % 2 == 0, &mut lines)?;
        }
    }
    Ok(lines)
}

/// What a folder holds, in the order of the names.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| naming(folder, &error))?;
    let mut paths =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}

fn is_page(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "txt")
}

fn naming(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn read_story(pages: &[PathBuf], even: bool, lines: &mut Vec<Line>) -> io::Result<()> {
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| naming(path, &error));
    let mut articles = Vec::new();
    let mut labels = Vec::new();
    for page in pages {
        articles.push(Article::from_text(page.display().to_string(), read(page)?));
        labels.push(read(&page.with_extension("lab"))?);
    }
    let verdicts = offtopic::explain(&articles, &Lexis::of(&articles));
    for ((article, labels), verdicts) in articles.iter().zip(&labels).zip(verdicts) {
        if article.text.lines().count() != labels.lines().count() {
            return Err(io::Error::other(format!("{}: has not one label a line", article.location)));
        }
        let mut at = 0;
        for (line, label) in article.text.split('\n').zip(labels.lines()) {
            let span = Span::new(at, at + line.len());
            at = span.end + 1;
            if matches!(label, "" | "comment" | "partial" | "?") {
                continue;
            }
            let common = |block: Span| block.end.min(span.end).saturating_sub(block.start.max(span.start));
            let blocks = article.blocks.iter().zip(&verdicts).filter(|(block, _)| common(block.span) > 0);
            let Some((_, verdict)) = blocks.max_by_key(|(block, _)| common(block.span)) else { continue };
            let off_topic = matches!(label, "boiler" | "related");
            lines.push(Line { even, off_topic, verdict: verdict.clone() });
        }
    }
    Ok(())
}
