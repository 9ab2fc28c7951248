//! The files that the sources are: what no output may ever be written over.

use std::ffi::{OsStr, OsString};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::files::{self, Folder};

/// Every file that the user's sources are, whether it was read or left out, named itself or in a folder.
///
/// A file is known by the place it was read from and by the number that Unix gives it, so that every other
/// name of it is known as well: relative or whole, through links of either kind, in another case where the
/// file system folds case, behind standard input. Elsewhere hard links and standard input are not known.
#[derive(Clone, Debug, Default)]
pub struct Originals {
    places: Vec<PathBuf>,
    identities: Vec<Identity>,
    crowds: Vec<Crowd>,
}

/// A folder that holds more files than were listed.
#[derive(Clone, Debug)]
struct Crowd {
    folder: PathBuf,
    /// The name of the last file that was listed; none where none was.
    last: Option<OsString>,
}

impl Originals {
    /// Whether to write to `path` would change an original.
    #[must_use]
    pub fn hold(&self, path: &Path) -> bool {
        let Ok(metadata) = fs::metadata(path) else {
            // Nothing is there that could be lost; what can't be reached can't be written to either.
            return false;
        };
        if !keeps_content(&metadata) {
            return false;
        }
        let place = whole(path);
        place.is_some_and(|place| {
            self.places.contains(&place) || self.crowds.iter().any(|crowd| crowd.holds_place(&place))
        }) || Identity::of(&metadata).is_some_and(|identity| self.know(&identity))
    }

    fn know(&self, identity: &Identity) -> bool {
        self.identities.contains(identity)
            // A source that was saved anew since is another file at the same place.
            || self.places.iter().any(|place| is_at(identity, place))
            || self.crowds.iter().any(|crowd| crowd.holds(identity))
    }

    /// Adds what stands at a path that the user named. Of a folder, all that is in it: it could not be listed.
    pub(super) fn add(&mut self, path: &Path) {
        let Some(place) = whole(path) else { return };
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.crowds.push(Crowd { folder: place, last: None }),
            Ok(metadata) => {
                self.places.push(place);
                self.identities.extend(Identity::of(&metadata));
            }
            Err(_) => self.places.push(place),
        }
    }

    /// Adds the files of a folder that was named.
    pub(super) fn add_folder(&mut self, path: &Path, folder: &Folder) {
        for file in &folder.files {
            self.add(file);
        }
        if folder.more {
            let last = folder.files.last().and_then(|file| file.file_name()).map(OsStr::to_owned);
            self.crowds.extend(whole(path).map(|folder| Crowd { folder, last }));
        }
    }

    /// Adds the file that standard input comes from, if it comes from one.
    pub(super) fn add_standard_input(&mut self) {
        self.identities.extend(standard_input().ok().as_ref().and_then(Identity::of));
    }
}

impl Crowd {
    /// Whether a file of this name would stand behind those that were listed.
    fn is_behind(&self, name: &OsStr) -> bool {
        !files::is_hidden(name) && self.last.as_deref().is_none_or(|last| name > last)
    }

    fn holds_place(&self, place: &Path) -> bool {
        place.parent() == Some(&self.folder) && place.file_name().is_some_and(|name| self.is_behind(name))
    }

    /// Whether the folder has this file under whatever name, looked up now: it may hold millions.
    fn holds(&self, identity: &Identity) -> bool {
        fs::read_dir(&self.folder).is_ok_and(|entries| {
            entries
                .flatten()
                .any(|entry| self.is_behind(&entry.file_name()) && is_at(identity, &entry.path()))
        })
    }
}

fn is_at(identity: &Identity, path: &Path) -> bool {
    fs::metadata(path).ok().as_ref().and_then(Identity::of).as_ref() == Some(identity)
}

/// Whether it holds something that writing would destroy: a terminal or a pipe does not.
#[cfg(unix)]
fn keeps_content(metadata: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    metadata.is_file() || metadata.file_type().is_block_device()
}

/// Whether it holds something that writing would destroy.
#[cfg(not(unix))]
fn keeps_content(metadata: &Metadata) -> bool {
    metadata.is_file()
}

/// The one spelling of a path, even where nothing stands at it.
fn whole(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok().or_else(|| {
        let folder = match path.parent()? {
            folder if folder == Path::new("") => Path::new("."),
            folder => folder,
        };
        Some(folder.canonicalize().ok()?.join(path.file_name()?))
    })
}

/// What makes a file the same under every name.
#[cfg(unix)]
#[derive(Clone, Debug, PartialEq, Eq)]
struct Identity {
    device: u64,
    number: u64,
}

#[cfg(unix)]
impl Identity {
    fn of(metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self { device: metadata.dev(), number: metadata.ino() })
    }
}

/// Files have no number here: only their places tell them apart.
#[cfg(not(unix))]
#[derive(Clone, Debug, PartialEq, Eq)]
enum Identity {}

#[cfg(not(unix))]
impl Identity {
    fn of(_metadata: &Metadata) -> Option<Self> {
        None
    }
}

/// What the system says of the file that standard input comes from.
#[cfg(unix)]
fn standard_input() -> io::Result<Metadata> {
    use std::os::fd::AsFd;
    // A second handle on it, which closes without closing standard input.
    fs::File::from(io::stdin().as_fd().try_clone_to_owned()?).metadata()
}

/// What the system says of standard input is nothing that a file could be known by.
#[cfg(not(unix))]
fn standard_input() -> io::Result<Metadata> {
    Err(io::ErrorKind::Unsupported.into())
}
