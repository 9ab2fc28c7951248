//! What a reader leaves behind in a story, as a file: it comes back when the same articles are opened again.
//!
//! A file is named after the contents of the articles. Where there is none, the state of the story that has most of these
//! articles is taken, and what it says of an article that has changed goes along as far as the same words are still there.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::corrections::corrections_of;
use crate::article::{Article, SentenceId};
use crate::comparison::{CorrectionEntry, Corrections, Passage, PassagePair};
use crate::read::{Originals, Session};
use crate::save::{Existing, SaveError, save};
use crate::text::hashing::fnv;

/// What the files call themselves.
const SCHEMA: &str = "parallax/state/1";
/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;
/// So many other stories are looked through for one that has the same articles: the latest.
const MOST_OTHERS: usize = 200;
/// The file that programs hold while they write.
const LOCK: &str = ".lock";

/// What is kept of a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    schema: String,
    /// The articles, in their order.
    articles: Vec<KeptArticle>,
    /// What was corrected.
    corrections: Vec<CorrectionEntry>,
    /// What is selected, in order.
    pub selected: Vec<Passage>,
    /// What was written beside sentences.
    pub notes: Vec<Note>,
    /// Where one was.
    pub place: toml::Table,
}

/// An article of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptArticle {
    id: String,
    location: String,
}

/// What was written beside a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The sentence.
    pub at: Passage,
    /// What was written.
    pub note: String,
}

impl State {
    /// The state of a story.
    #[must_use]
    pub fn new(
        articles: &[Article],
        corrections: &Corrections,
        selected: Vec<Passage>,
        notes: Vec<Note>,
        place: toml::Table,
    ) -> Self {
        let kept =
            |article: &Article| KeptArticle { id: article.id.clone(), location: article.location.clone() };
        Self {
            schema: SCHEMA.to_owned(),
            articles: articles.iter().map(kept).collect(),
            corrections: corrections.entries().collect(),
            selected,
            notes,
            place,
        }
    }

    /// The state of a story that was read from an exported comparison.
    #[must_use]
    pub fn of_session(articles: &[Article], session: &Session) -> Self {
        let passage = |id: SentenceId| Passage::of_sentence(articles.get(id.article)?, id.sentence);
        let selected = session.selected.iter().filter_map(|&id| passage(id));
        let notes = session.notes.iter();
        let notes = notes.filter_map(|(id, note)| Some(Note { at: passage(*id)?, note: note.clone() }));
        let corrections = corrections_of(session);
        Self::new(articles, &corrections, selected.collect(), notes.collect(), toml::Table::new())
    }

    /// This state with that of an exported comparison, which says more where both say something of the same place.
    #[must_use]
    pub fn opened_with(self, session: Self) -> Self {
        let place = self.place.clone();
        Self { place, ..session.with(self) }
    }

    /// What was corrected.
    #[must_use]
    pub fn corrections(&self) -> Corrections {
        self.corrections.iter().cloned().collect()
    }

    /// Whether nothing was selected, written or corrected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.selected.is_empty() && self.notes.is_empty() && self.corrections.is_empty()
    }

    /// The same for articles of which some were changed since: what is said of those goes to the same words in what
    /// stands there now, and stays as it was where they are gone.
    #[must_use]
    pub fn fitted(mut self, articles: &[Article]) -> Self {
        let known = |id: &str| articles.iter().any(|article| article.id == id);
        let now: BTreeMap<&str, &Article> = self
            .articles
            .iter()
            .filter(|kept| !known(&kept.id))
            .filter_map(|kept| {
                let same = |article: &&Article| article.location == kept.location;
                Some((kept.id.as_str(), articles.iter().find(same)?))
            })
            .collect();
        if now.is_empty() {
            return self;
        }
        let moved = |passage: Passage| match now.get(passage.article.as_str()) {
            Some(article) => passage.moved_to(article).unwrap_or(passage),
            None => passage,
        };
        let pair = |PassagePair { a, b }| PassagePair { a: moved(a), b: moved(b) };
        let entry = |entry| match entry {
            CorrectionEntry::Story(passage) => CorrectionEntry::Story(moved(passage)),
            CorrectionEntry::OffTopic(passage) => CorrectionEntry::OffTopic(moved(passage)),
            CorrectionEntry::SentenceOffTopic(passage) => CorrectionEntry::SentenceOffTopic(moved(passage)),
            CorrectionEntry::Same(both) => CorrectionEntry::Same(pair(both)),
            CorrectionEntry::Different(both) => CorrectionEntry::Different(pair(both)),
            CorrectionEntry::NoDisagreement(both) => CorrectionEntry::NoDisagreement(pair(both)),
        };
        self.corrections = self.corrections.into_iter().map(entry).collect();
        self.selected = self.selected.into_iter().map(moved).collect();
        self.notes = self.notes.into_iter().map(|Note { at, note }| Note { at: moved(at), note }).collect();
        self
    }

    /// This state with what another program kept of the story meanwhile. Where both say something of the same place, this
    /// one does.
    fn with(mut self, other: Self) -> Self {
        let mine: Vec<CorrectionEntry> = std::mem::take(&mut self.corrections);
        let both: Corrections = other.corrections.into_iter().chain(mine).collect();
        self.corrections = both.entries().collect();
        let new = other.selected.into_iter().filter(|passage| !self.selected.contains(passage));
        let new: Vec<Passage> = new.collect();
        self.selected.extend(new);
        let unknown = |note: &Note| !self.notes.iter().any(|mine| mine.at == note.at);
        let new: Vec<Note> = other.notes.into_iter().filter(unknown).collect();
        self.notes.extend(new);
        self
    }
}

/// No more of a state than which articles it is of.
#[derive(Deserialize)]
struct Roll {
    schema: String,
    articles: Vec<KeptArticle>,
}

impl Roll {
    /// How many of these articles it has, by content and by name.
    fn knows(&self, articles: &[Article]) -> (usize, usize) {
        let by = |same: &dyn Fn(&KeptArticle, &Article) -> bool| {
            articles.iter().filter(|article| self.articles.iter().any(|kept| same(kept, article))).count()
        };
        (by(&|kept, article| kept.id == article.id), by(&|kept, article| kept.location == article.location))
    }
}

/// Why a state can't be kept or had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StateError {
    /// The file says nothing that can be understood: it was set aside.
    #[error("what was kept of this story can't be read; it is now {}", .0.display())]
    SetAside(PathBuf),
    /// The file can't be read or written.
    #[error("can't keep what you do in this story: {0}")]
    Io(#[from] io::Error),
    /// The file can't be written.
    #[error("can't keep what you do in this story: {0}")]
    Save(#[from] SaveError),
}

/// Keeps the state of one story.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    /// What the file held when it was read or written last, as a hash; none where there was no file.
    seen: Option<u64>,
}

impl Keeper {
    /// Keeps the state of the story of these articles in a folder, which is made when it is first needed.
    #[must_use]
    pub fn new(folder: &Path, articles: &[Article]) -> Self {
        let mut ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        let name = format!("{:016x}.json", fnv(&ids.join(" ")));
        Self { path: folder.join(name), seen: None }
    }

    /// What was kept of the story, or of one that has most of its articles.
    ///
    /// # Errors
    /// When there is a file that can't be read. One that can't be understood is given another name first.
    pub fn state(&mut self, articles: &[Article]) -> Result<Option<State>, StateError> {
        match content(&self.path) {
            Ok(bytes) => {
                let Some(state) = parsed(&bytes) else { return Err(self.set_aside()) };
                self.seen = Some(hash(&bytes));
                Ok(Some(state.fitted(articles)))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(self.nearest(articles)),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(self.set_aside()),
            Err(error) => Err(error.into()),
        }
    }

    /// The state of another story that has at least half of these articles, by content or by name.
    fn nearest(&self, articles: &[Article]) -> Option<State> {
        let mut files: Vec<(std::time::SystemTime, PathBuf)> = fs::read_dir(self.path.parent()?)
            .ok()?
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let path = entry.path();
                let is_state = path.extension().is_some_and(|extension| extension == "json");
                is_state.then(|| Some((entry.metadata().ok()?.modified().ok()?, path))).flatten()
            })
            .collect();
        files.sort_unstable_by_key(|(modified, path)| (Reverse(*modified), path.clone()));
        let mut best: Option<((usize, usize), Vec<u8>)> = None;
        for (_, path) in files.into_iter().take(MOST_OTHERS) {
            let Ok(bytes) = content(&path) else { continue };
            let roll = serde_json::from_slice(&bytes).ok().filter(|roll: &Roll| roll.schema == SCHEMA);
            let Some(roll) = roll else { continue };
            let known = roll.knows(articles);
            let most = articles.len().max(roll.articles.len());
            if known.0.max(known.1) * 2 >= most && best.as_ref().is_none_or(|(best, _)| known > *best) {
                best = Some((known, bytes));
            }
        }
        best.and_then(|(_, bytes)| parsed(&bytes)).map(|state| state.fitted(articles))
    }

    /// Writes the state. Where another program has written one meanwhile, what that holds is kept as well.
    ///
    /// # Errors
    /// When it can't be written; what was kept before then stays.
    pub fn keep(&mut self, state: State) -> Result<(), StateError> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let lock = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
        lock.lock()?;
        let there = content(&self.path).ok();
        let changed = there.as_deref().filter(|bytes| self.seen != Some(hash(bytes)));
        let state = match changed.map(parsed) {
            Some(Some(other)) => state.with(other),
            Some(None) => return Err(self.set_aside()),
            None => state,
        };
        let bytes = serde_json::to_vec(&state).map_err(io::Error::other)?;
        if there.as_deref() != Some(&bytes) {
            save(&self.path, Existing::Replace, &Originals::default(), |out| out.write_all(&bytes))?;
        }
        self.seen = Some(hash(&bytes));
        Ok(())
    }

    /// Gives the file another name, under which nothing is lost.
    fn set_aside(&self) -> StateError {
        let aside = (0..).map(|number| self.path.with_extension(format!("unreadable-{number}")));
        let Some(aside) = aside.take(1_000).find(|path| !path.exists()) else {
            return StateError::Io(io::Error::other("too many files that can't be read"));
        };
        match fs::rename(&self.path, &aside) {
            Ok(()) => StateError::SetAside(aside),
            Err(error) => StateError::Io(error),
        }
    }
}

/// What a file holds.
///
/// # Errors
/// When it can't be read, or is larger than any state.
fn content(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST { Err(io::ErrorKind::InvalidData.into()) } else { Ok(bytes) }
}

fn parsed(bytes: &[u8]) -> Option<State> {
    serde_json::from_slice(bytes).ok().filter(|state: &State| state.schema == SCHEMA)
}

fn hash(bytes: &[u8]) -> u64 {
    fnv(&String::from_utf8_lossy(bytes))
}
