//! Sources → articles: the only place that opens what the user names.

mod decode;
#[cfg(feature = "html")]
mod feeds;
mod files;
#[cfg(feature = "html")]
mod html;
mod markdown;
mod mojibake;
#[cfg(feature = "net")]
mod net;
mod originals;
mod own;
mod quoting;
mod records;
mod session;
mod western;

use std::io;
use std::path::Path;

pub use self::files::input_is_piped;
pub use self::originals::Originals;
pub use self::session::Session;
pub use crate::source::{LeftOut, Refusal, Source};

use crate::article::Article;
use decode::Decoded;

/// The largest article, in bytes: several books. No more of a source is ever held in memory.
pub const LARGEST: u64 = 8 << 20;

/// The largest file of many articles, in bytes.
pub const LARGEST_COLLECTION: u64 = 512 << 20;

/// The most files of one folder that are read.
pub const MOST_FILES: usize = 500;

/// What was read of the sources.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Reading {
    /// The articles, in the order of the sources.
    pub articles: Vec<Article>,
    /// What could not be read.
    pub left_out: Vec<LeftOut>,
    /// The files of all of them.
    pub originals: Originals,
    /// What addresses answered, until their turn comes.
    #[cfg(feature = "net")]
    fetched: Vec<(String, Result<net::Fetched, Refusal>)>,
    /// What was done with the articles where they were read from an exported comparison, which was the only source.
    pub session: Option<Session>,
}

impl From<Vec<Article>> for Reading {
    /// Of articles that come from no source.
    fn from(articles: Vec<Article>) -> Self {
        Self { articles, ..Self::default() }
    }
}

/// Reads every source, in order; `input` stands for standard input.
///
/// A folder stands for the files in it, in the order of their names, without hidden files and without
/// the folders inside. A named pipe is read when it was named itself, and waited for as any program
/// does; devices and sockets never are. A source that is named twice is read twice, but for standard
/// input, which can only be read once.
pub fn sources(sources: &[Source], input: &mut dyn io::Read) -> Reading {
    sources_with(sources, input, &|_, _| {})
}

/// The same; `progress` hears how many of so many addresses have answered.
pub fn sources_with(
    sources: &[Source],
    input: &mut dyn io::Read,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Reading {
    let mut reading = Reading::default();
    let mut input = Some(input);
    if let [Source::Path(path)] = sources
        && is_named(&sources[0], &["json"])
    {
        reading.add_json(path);
        return reading;
    }
    reading.fetch(sources, progress);
    for source in sources {
        reading.add_source(source, &mut input);
    }
    reading
}

impl Reading {
    fn add_source(&mut self, source: &Source, input: &mut Option<&mut dyn io::Read>) {
        match source {
            Source::StandardInput => {
                self.originals.add_standard_input();
                let bytes =
                    input.take().ok_or(Refusal::ReadAlready).and_then(|input| files::bounded(input, LARGEST));
                self.add(source.clone(), bytes);
            }
            Source::Path(path) => self.add_path(path),
            Source::Address(address) => self.add_address(source, address),
            Source::Named { outlet, source } => {
                let first = self.articles.len();
                self.add_source(source, input);
                for article in self.articles.iter_mut().skip(first) {
                    article.outlet = Some(outlet.clone());
                }
            }
        }
    }

    fn add(&mut self, source: Source, bytes: Result<Vec<u8>, Refusal>) {
        let decoded = match bytes.and_then(decode::decode) {
            Ok(decoded) => decoded,
            Err(reason) => return self.leave_out(source, reason),
        };
        #[cfg(feature = "html")]
        if feeds::is_feed(&decoded.text) {
            return match feeds::articles(&source.to_string(), &decoded.text) {
                Ok((articles, without)) => {
                    self.articles.extend(articles);
                    if without > 0 {
                        self.leave_out(source, Refusal::EmptyItems { items: without });
                    }
                }
                Err(reason) => self.leave_out(source, reason),
            };
        }
        match records::of(&source.to_string(), &decoded.text) {
            Some(Ok(records)) => {
                self.articles.extend(records.articles);
                records.faults.into_iter().for_each(|fault| self.leave_out(source.clone(), fault));
            }
            Some(Err(reason)) => self.leave_out(source, reason),
            None => match cut(&source, decoded) {
                Ok(article) => self.articles.push(article),
                Err(reason) => self.leave_out(source, reason),
            },
        }
    }

    /// Adds the articles of a JSON file that is the only source: it may be an exported comparison.
    fn add_json(&mut self, path: &Path) {
        let Ok(files::AtPath::File(bytes)) = files::at(path) else { return self.add_path(path) };
        self.originals.add(path);
        let source = Source::Path(path.to_owned());
        match session::document(&bytes).map(session::restored) {
            // What is no such comparison is read as anything else is.
            None => self.add(source, Ok(bytes)),
            Some(Ok((articles, session))) => {
                self.articles = articles;
                self.session = Some(session);
            }
            Some(Err(said)) => self.leave_out(source, Refusal::NoSession { said }),
        }
    }

    /// Fetches all addresses among the sources.
    #[cfg(feature = "net")]
    fn fetch(&mut self, sources: &[Source], progress: &(dyn Fn(usize, usize) + Sync)) {
        let addresses: Vec<&str> = sources
            .iter()
            .filter_map(|source| match source.bare() {
                Source::Address(address) => Some(address.as_str()),
                _ => None,
            })
            .collect();
        if !addresses.is_empty() {
            let pages = net::fetch(&addresses, progress);
            self.fetched = addresses.into_iter().map(str::to_owned).zip(pages).collect();
        }
    }

    #[cfg(not(feature = "net"))]
    fn fetch(&mut self, _sources: &[Source], _progress: &(dyn Fn(usize, usize) + Sync)) {}

    /// Adds the page of an address that was fetched.
    #[cfg(feature = "net")]
    fn add_address(&mut self, source: &Source, address: &str) {
        let Some(at) = self.fetched.iter().position(|(of, _)| of == address) else {
            return self.leave_out(source.clone(), Refusal::ReadAlready);
        };
        match self.fetched.swap_remove(at).1 {
            Ok(page) => {
                let first = self.articles.len();
                self.add(source.clone(), Ok(page.bytes));
                for article in self.articles.iter_mut().skip(first) {
                    article.notes.extend(page.notes.iter().cloned());
                    let page = article.page.get_or_insert_default();
                    page.address.get_or_insert_with(|| address.to_owned());
                }
            }
            Err(reason) => self.leave_out(source.clone(), reason),
        }
    }

    #[cfg(not(feature = "net"))]
    fn add_address(&mut self, source: &Source, _address: &str) {
        self.leave_out(source.clone(), Refusal::Address);
    }

    fn add_path(&mut self, path: &Path) {
        match files::at(path) {
            Ok(files::AtPath::Folder(folder)) => self.add_folder(path, &folder),
            Ok(files::AtPath::File(bytes)) => {
                self.originals.add(path);
                self.add(Source::Path(path.to_owned()), Ok(bytes));
            }
            Err(reason) => {
                self.originals.add(path);
                self.leave_out(Source::Path(path.to_owned()), reason);
            }
        }
    }

    fn add_folder(&mut self, path: &Path, folder: &files::Folder) {
        self.originals.add_folder(path, folder);
        for file in &folder.files {
            self.add(Source::Path(file.clone()), files::regular(file));
        }
        if folder.files.is_empty() {
            self.leave_out(Source::Path(path.to_owned()), Refusal::NoArticles);
        }
        if folder.more {
            self.leave_out(Source::Path(path.to_owned()), Refusal::TooMany { most: MOST_FILES });
        }
    }

    fn leave_out(&mut self, source: Source, reason: Refusal) {
        self.left_out.push(LeftOut { source, reason });
    }
}

/// Whether the name of a source ends in one of `extensions`.
fn is_named(source: &Source, extensions: &[&str]) -> bool {
    let Source::Path(path) = source.bare() else { return false };
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn cut(source: &Source, decoded: Decoded) -> Result<Article, Refusal> {
    let Decoded { mut text, encoding, mut notes } = decoded;
    own::refused(&text)?;
    #[cfg(feature = "html")]
    if html::is_page(&text, is_named(source, &["html", "htm", "xhtml"])) {
        let article = html::article(source.to_string(), &text).ok_or(Refusal::Empty)?;
        return Ok(Article { encoding, notes, ..article });
    }
    if markdown::is_markdown(&text, is_named(source, &["md", "markdown"])) {
        let article = markdown::article(source.to_string(), &text).ok_or(Refusal::Empty)?;
        notes.push("read as Markdown".to_owned());
        return Ok(Article { encoding, notes, ..article });
    }
    if let Some(unquoted) = quoting::unquoted(&text) {
        text = unquoted;
        notes.push("signs before the lines of a quoted mail left out".to_owned());
    }
    let article = Article { encoding, notes, ..Article::from_text(source.to_string(), text) };
    if article.blocks.is_empty() { Err(Refusal::Empty) } else { Ok(article) }
}
