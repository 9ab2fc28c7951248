//! Sources → articles: the only place that opens what the user names.

mod decode;
mod files;
mod refusal;

use std::io;
use std::path::PathBuf;

pub use crate::article::LeftOut;

use crate::article::Article;
use crate::segment::{self, Document};
use decode::Decoded;
use refusal::Refusal;

/// The largest article, in bytes: several books. No more of a source is ever held in memory.
pub const LARGEST: u64 = 8 << 20;

/// The most files of one folder that are read.
pub const MOST_FILES: usize = 500;

/// What was read of the sources.
#[derive(Debug, Default)]
pub struct Reading {
    /// The articles, in the order of the sources.
    pub articles: Vec<Article>,
    /// What could not be read.
    pub left_out: Vec<LeftOut>,
}

/// What the user named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file or a folder.
    Path(PathBuf),
    /// `-`.
    StandardInput,
}

/// Reads every source, in order; `input` stands for standard input.
///
/// A folder stands for the files in it, in the order of their names, without hidden files and without
/// the folders inside. A named pipe is read when it was named itself, and waited for as any program
/// does; devices and sockets never are. A source that is named twice is read twice, but for standard
/// input, which can only be read once.
pub fn sources(sources: &[Source], input: &mut dyn io::Read) -> Reading {
    let mut reading = Reading::default();
    let mut input = Some(input);
    for source in sources {
        match source {
            Source::StandardInput => {
                let bytes = input.take().ok_or(Refusal::ReadAlready).and_then(files::bounded);
                reading.add("-".to_owned(), bytes);
            }
            Source::Path(path) => match files::at(path) {
                Ok(files::Found::File(bytes)) => reading.add(name(path), Ok(bytes)),
                Ok(files::Found::Folder(folder)) => reading.add_folder(path, &folder),
                Err(refusal) => reading.leave_out(name(path), &refusal),
            },
        }
    }
    reading
}

impl Reading {
    fn add(&mut self, location: String, bytes: Result<Vec<u8>, Refusal>) {
        match bytes.and_then(decode::decode).and_then(|decoded| cut(&location, decoded)) {
            Ok(article) => self.articles.push(article),
            Err(refusal) => self.leave_out(location, &refusal),
        }
    }

    fn add_folder(&mut self, path: &std::path::Path, folder: &files::Folder) {
        for file in &folder.files {
            self.add(name(file), files::regular(file));
        }
        if folder.files.is_empty() {
            self.leave_out(name(path), &Refusal::NoArticles);
        }
        if folder.more {
            self.leave_out(name(path), &Refusal::TooMany);
        }
    }

    fn leave_out(&mut self, source: String, refusal: &Refusal) {
        self.left_out.push(LeftOut { source, reason: refusal.to_string() });
    }
}

fn cut(location: &str, decoded: Decoded) -> Result<Article, Refusal> {
    let Decoded { text, encoding, notes } = decoded;
    let article = segment::article(Document { location: location.to_owned(), text, encoding, notes });
    if article.blocks.is_empty() { Err(Refusal::Empty) } else { Ok(article) }
}

fn name(path: &std::path::Path) -> String {
    path.display().to_string()
}
