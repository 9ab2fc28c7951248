//! Writes a file whole or not at all, never over a source, and never over anything else without being told to.

mod draft;

use std::fs::{self, File, FileType, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::read::Originals;
use draft::Draft;

/// What to do with a file that is already there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it and fail.
    Keep,
    /// Replace it.
    Replace,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SaveError {
    /// The file is one of the sources.
    #[error("{} is one of the sources; give another name", .0.display())]
    Original(PathBuf),
    /// The file is there already.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// The path names a folder.
    #[error("{} is a folder; give the name of a file in it", .0.display())]
    Folder(PathBuf),
    /// There is no such folder to write into.
    #[error("can't write {}: there is no folder {}; make it first", .path.display(), .folder.display())]
    NoFolder {
        /// The file that was to be written.
        path: PathBuf,
        /// The folder that is missing.
        folder: PathBuf,
    },
    /// The file is there and may not be changed.
    #[error("{} is read-only; give another name", .0.display())]
    ReadOnly(PathBuf),
    /// The system refused.
    #[error("can't write {}: {source}", .path.display())]
    Io {
        /// The file that was to be written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Writes what `content` writes to `path`.
///
/// The file appears whole or not at all. With [`Existing::Keep`] nothing is replaced, even if the file
/// turns up while the content is being written, and a symbolic link counts as a file that is there. With
/// [`Existing::Replace`] the file that a link points to is replaced, not the link, and permissions stay.
/// Devices, pipes and what the process has open already (`/dev/stdout`, `/dev/fd/3`) are written to
/// directly, under either. One of the `originals` is never written to, whatever it is called here.
///
/// On Linux the file has no name until it is whole, so that even a process that is killed leaves nothing
/// behind; where the file system can't do that, the file is called `.parallax-…tmp` until then.
///
/// # Errors
/// When the file is an original, exists and may not be replaced, or can't be written; what was there then stays.
pub fn save(
    path: &Path,
    existing: Existing,
    originals: &Originals,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), SaveError> {
    if originals.hold(path) {
        return Err(SaveError::Original(path.to_owned()));
    }
    let failed = |source| SaveError::Io { path: path.to_owned(), source };
    if path.as_os_str().as_encoded_bytes().last().is_some_and(|&b| std::path::is_separator(b.into())) {
        return Err(SaveError::Folder(path.to_owned()));
    }
    let followed = match fs::metadata(path) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
    };
    if let Some(metadata) = &followed {
        if metadata.is_dir() {
            return Err(SaveError::Folder(path.to_owned()));
        }
        if is_stream(path, metadata.file_type()) {
            return write_directly(path, content).map_err(failed);
        }
    }
    let is_there = fs::symlink_metadata(path).is_ok();
    if existing == Existing::Keep && is_there {
        return Err(SaveError::Exists(path.to_owned()));
    }
    if followed.as_ref().is_some_and(|metadata| metadata.permissions().readonly()) {
        return Err(SaveError::ReadOnly(path.to_owned()));
    }
    let target = link_target(path).map_err(failed)?;
    let folder = match target.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        return Err(SaveError::NoFolder { path: path.to_owned(), folder });
    }
    let draft = Draft::in_folder(&folder).map_err(failed)?;
    if let Some(metadata) = followed {
        // Before there is anything to read: what replaces a private file is private all the time.
        draft.file().set_permissions(metadata.permissions()).map_err(failed)?;
    }
    fill(draft.file(), content).map_err(failed)?;
    match existing {
        Existing::Keep => draft.place(&target).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => SaveError::Exists(path.to_owned()),
            _ => failed(error),
        })?,
        Existing::Replace => draft.replace(&target).map_err(failed)?,
    }
    sync_folder(&folder);
    Ok(())
}

/// Whether `path` is a way out, such as a pipe or a terminal, rather than a file to keep.
fn is_stream(path: &Path, kind: FileType) -> bool {
    /// What names an open file of the process, which is a regular one where the shell redirected to one.
    /// Other regular files below `/dev`, such as those of `/dev/shm`, are files to keep.
    const OPEN_ALREADY: [&str; 4] = ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"];
    !kind.is_file() || OPEN_ALREADY.iter().any(|open| path.starts_with(open))
}

fn write_directly(path: &Path, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // Appending keeps what the shell's `>>` found in the file behind `/dev/stdout`.
    let mut out = BufWriter::new(OpenOptions::new().append(true).open(path)?);
    let written = content(&mut out).and_then(|()| out.flush());
    // What was not taken is dropped without another attempt to write it.
    let _ = out.into_parts();
    written
}

fn fill(file: &File, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    content(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

/// Follows symbolic links to the file that they stand for, which need not be there.
fn link_target(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("too many links one behind the other"))
}

/// Makes the new name last through a power cut, where the system can.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        // The file itself is safe by now; not every file system can sync a folder.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_open_already_is_written_to_in_place() {
        let regular = fs::metadata(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap().file_type();
        for path in ["/dev/stdout", "/dev/fd/3", "/proc/self/fd/1"] {
            assert!(is_stream(Path::new(path), regular), "{path}");
        }
        for path in ["/dev/shm/report.txt", "report.txt", "/home/dev/stdout"] {
            assert!(!is_stream(Path::new(path), regular), "{path}");
        }
    }
}
