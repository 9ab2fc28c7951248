//! Files and folders → bytes, never more of them than an article may have.

use std::collections::BinaryHeap;
use std::ffi::OsStr;
use std::fs::{self, File, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{LARGEST, LARGEST_COLLECTION, MOST_FILES};
use crate::source::Refusal;

/// Whether something is piped into the program, or a file stands for its input: neither a terminal nor nothing at all.
#[cfg(unix)]
#[must_use]
pub fn input_is_piped() -> bool {
    use rustix::fs::{FileType, fstat};
    let kind = fstat(std::io::stdin()).map(|status| FileType::from_raw_mode(status.st_mode));
    matches!(kind, Ok(FileType::Fifo | FileType::RegularFile))
}

/// That can't be told here.
#[cfg(not(unix))]
#[must_use]
pub fn input_is_piped() -> bool {
    false
}

/// What stands at a path.
pub(super) enum AtPath {
    /// The bytes of a file or pipe.
    File(Vec<u8>),
    /// What is in a folder.
    Folder(Folder),
}

/// What is in a folder, but for hidden files and other folders.
pub(super) struct Folder {
    /// In the order of their names.
    pub(super) files: Vec<PathBuf>,
    /// Whether there are more of them.
    pub(super) more: bool,
}

/// Reads what the user named, through symbolic links.
pub(super) fn at(path: &Path) -> Result<AtPath, Refusal> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return list(path).map(AtPath::Folder);
    }
    match special(metadata.file_type()) {
        // Its writer is waited for.
        Some(Refusal::PipeInFolder) => bounded(&mut File::open(path)?, most(path)).map(AtPath::File),
        _ => regular(path).map(AtPath::File),
    }
}

/// Reads a file of a folder. Whatever might wait for ever, or is no file at all, is refused.
pub(super) fn regular(path: &Path) -> Result<Vec<u8>, Refusal> {
    let metadata = fs::metadata(path)?;
    match special(metadata.file_type()) {
        Some(refusal) => Err(refusal),
        None if metadata.len() > most(path) => Err(Refusal::TooLarge { most: most(path) }),
        None => bounded(&mut without_waiting(OpenOptions::new().read(true)).open(path)?, most(path)),
    }
}

/// What a file may have, in bytes, by its name.
fn most(path: &Path) -> u64 {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    if matches!(extension.as_str(), "json" | "jsonl" | "ndjson") { LARGEST_COLLECTION } else { LARGEST }
}

/// Some files of the system call themselves regular and let their readers wait for what happens next, as
/// Linux's `/proc/kmsg` does. Opened like this they fail instead; true files don't care.
#[cfg(unix)]
fn without_waiting(options: &mut OpenOptions) -> &OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    // Flags are of the type that the system's calls take, which is not that of the bits everywhere.
    let flags = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or_default();
    options.custom_flags(flags)
}

/// Where no file makes its readers wait.
#[cfg(not(unix))]
fn without_waiting(options: &mut OpenOptions) -> &OpenOptions {
    options
}

/// Reads to the end, unless that is farther than `most` bytes.
pub(super) fn bounded(input: &mut dyn Read, most: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    input.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(Refusal::TooLarge { most }) } else { Ok(bytes) }
}

/// Whether a file of this name is passed over in a folder.
pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn list(path: &Path) -> Result<Folder, Refusal> {
    // The first files by name, the last of them on top: a folder may hold millions.
    let mut first = BinaryHeap::new();
    let mut more = false;
    for entry in fs::read_dir(path)? {
        let entry: io::Result<fs::DirEntry> = entry;
        let entry = entry?;
        if is_hidden(&entry.file_name()) || fs::metadata(entry.path()).is_ok_and(|metadata| metadata.is_dir())
        {
            continue;
        }
        first.push(entry.file_name());
        if first.len() > MOST_FILES {
            first.pop();
            more = true;
        }
    }
    let files = first.into_sorted_vec().into_iter().map(|name| path.join(name)).collect();
    Ok(Folder { files, more })
}

/// What a path is when it is no regular file.
#[cfg(unix)]
fn special(file: FileType) -> Option<Refusal> {
    use std::os::unix::fs::FileTypeExt;
    if file.is_fifo() {
        Some(Refusal::PipeInFolder)
    } else if file.is_socket() {
        Some(Refusal::Socket)
    } else if file.is_char_device() || file.is_block_device() {
        Some(Refusal::Device)
    } else {
        None
    }
}

/// What a path is when it is no regular file.
#[cfg(not(unix))]
fn special(file: FileType) -> Option<Refusal> {
    (!file.is_file()).then_some(Refusal::Device)
}
