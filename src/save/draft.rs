//! A file on its way: written first, given its name when it is whole.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A file that is gone when it goes out of scope, unless it was given its name.
pub(super) struct Draft {
    file: File,
    folder: PathBuf,
    /// What it is called so far; none where it can do without a name.
    name: Option<Temporary>,
}

impl Draft {
    /// A new file in `folder`.
    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        let folder = folder.to_owned();
        if let Some(file) = nameless::file(&folder) {
            return Ok(Self { file, folder, name: None });
        }
        let (name, file) =
            Temporary::new(&folder, |path| OpenOptions::new().write(true).create_new(true).open(path))?;
        Ok(Self { file, folder, name: Some(name) })
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Gives the finished file its name, and fails if the name is taken.
    pub(super) fn place(self, target: &Path) -> io::Result<()> {
        let Some(name) = &self.name else { return nameless::link(&self.file, target) };
        match fs::hard_link(&name.path, target) {
            Ok(()) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            // Not every file system has links: there the name is claimed first and then replaced.
            Err(_) => {}
        }
        OpenOptions::new().write(true).create_new(true).open(target)?;
        fs::rename(&name.path, target).inspect_err(|_| {
            // The claim is empty and ours.
            let _ = fs::remove_file(target);
        })
    }

    /// Gives the finished file its name, whoever has that.
    pub(super) fn replace(self, target: &Path) -> io::Result<()> {
        let name = match self.name {
            Some(name) => name,
            // A name can only be taken over by renaming: the file has one of its own for that moment.
            None => Temporary::new(&self.folder, |path| nameless::link(&self.file, path))?.0,
        };
        fs::rename(&name.path, target)
    }
}

/// A name that is gone when it goes out of scope, unless the file was renamed.
struct Temporary {
    path: PathBuf,
}

impl Temporary {
    /// A name in `folder` that nobody has, given by `claim`, which fails if someone has.
    fn new<T>(folder: &Path, claim: impl Fn(&Path) -> io::Result<T>) -> io::Result<(Self, T)> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!(".parallax-{}-{number}.tmp", std::process::id()));
            match claim(&path) {
                Ok(claimed) => return Ok((Self { path }, claimed)),
                // Left behind by a process that had our number and was killed.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Files without a name, which the system removes when their process ends, however it ends.
#[cfg(target_os = "linux")]
mod nameless {
    use std::fs::{File, OpenOptions};
    use std::io;
    use std::os::fd::AsRawFd;
    use std::os::unix::fs::OpenOptionsExt;
    use std::path::{Path, PathBuf};

    use rustix::fs::{AtFlags, CWD, OFlags, linkat};

    /// A new file in `folder`; none where the file system has none without a name, or it could not be given one.
    pub(super) fn file(folder: &Path) -> Option<File> {
        let flags = i32::try_from(OFlags::TMPFILE.bits()).ok()?;
        let file = OpenOptions::new().write(true).custom_flags(flags).open(folder).ok()?;
        handle(&file).exists().then_some(file)
    }

    /// Gives it a name, and fails if the name is taken.
    pub(super) fn link(file: &File, target: &Path) -> io::Result<()> {
        Ok(linkat(CWD, handle(file), CWD, target, AtFlags::SYMLINK_FOLLOW)?)
    }

    /// What the system calls the open file.
    fn handle(file: &File) -> PathBuf {
        PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()))
    }
}

/// No file is without a name here.
#[cfg(not(target_os = "linux"))]
mod nameless {
    use std::fs::File;
    use std::io;
    use std::path::Path;

    pub(super) fn file(_folder: &Path) -> Option<File> {
        None
    }

    pub(super) fn link(_file: &File, _target: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
