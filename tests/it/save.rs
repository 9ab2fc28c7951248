//! Writing files: whole or not at all, and nothing of the user's lost.

use std::fs;
use std::io;
use std::path::Path;

use parallax::read::Originals;
use parallax::save::{Existing, SaveError, save};

fn write(path: &Path, existing: Existing, content: &str) -> Result<(), SaveError> {
    save(path, existing, &Originals::default(), |out| out.write_all(content.as_bytes()))
}

/// The names in a folder, so that a file left behind shows.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_file_is_written_and_nothing_else_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    write(&path, Existing::Keep, "new").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn a_file_that_is_there_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "old").unwrap();
    assert!(matches!(write(&path, Existing::Keep, "new"), Err(SaveError::Exists(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    write(&path, Existing::Replace, "new").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn a_file_that_turns_up_meanwhile_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    let saved = save(&path, Existing::Keep, &Originals::default(), |out| {
        fs::write(&path, "theirs")?;
        out.write_all(b"ours")
    });
    assert!(matches!(saved, Err(SaveError::Exists(_))), "{saved:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn content_that_fails_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "old").unwrap();
    let saved = save(&path, Existing::Replace, &Originals::default(), |out| {
        out.write_all(b"half")?;
        Err(io::Error::other("the disk is full"))
    });
    assert_eq!(saved.unwrap_err().to_string(), format!("can't write {}: the disk is full", path.display()));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn folders_are_refused_and_missing_ones_named() {
    let folder = tempfile::tempdir().unwrap();
    let error = write(folder.path(), Existing::Replace, "x").unwrap_err();
    assert!(error.to_string().contains("is a folder"), "{error}");
    let error = write(&folder.path().join("new/"), Existing::Keep, "x").unwrap_err();
    assert!(error.to_string().contains("is a folder"), "{error}");
    let error = write(&folder.path().join("none/a.txt"), Existing::Keep, "x").unwrap_err();
    assert!(error.to_string().contains("there is no folder"), "{error}");
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    write(&file.join("a.txt"), Existing::Keep, "x").unwrap_err();
    assert_eq!(names(folder.path()), ["file"]);
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "old").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let error = write(&path, Existing::Replace, "new").unwrap_err();
    assert!(error.to_string().contains("is read-only"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_counts_as_a_file_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("link");
        symlink("nowhere", &path).unwrap();
        assert!(matches!(write(&path, Existing::Keep, "new"), Err(SaveError::Exists(_))));
        assert_eq!(names(folder.path()), ["link"]);
    }

    #[test]
    fn the_file_behind_a_link_is_replaced_and_the_link_stays() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).unwrap();
        fs::write(inner.join("file"), "old").unwrap();
        symlink("inner/file", folder.path().join("second")).unwrap();
        symlink("second", folder.path().join("first")).unwrap();
        write(&folder.path().join("first"), Existing::Replace, "new").unwrap();
        assert_eq!(fs::read_to_string(inner.join("file")).unwrap(), "new");
        assert!(fs::symlink_metadata(folder.path().join("first")).unwrap().is_symlink());
        assert_eq!(names(&inner), ["file"]);
    }

    #[test]
    fn links_in_a_circle_are_an_error() {
        let folder = tempfile::tempdir().unwrap();
        symlink("b", folder.path().join("a")).unwrap();
        symlink("a", folder.path().join("b")).unwrap();
        write(&folder.path().join("a"), Existing::Replace, "x").unwrap_err();
        assert_eq!(names(folder.path()), ["a", "b"]);
    }

    #[test]
    fn permissions_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        let modes = || -> Vec<u32> {
            let entries = fs::read_dir(folder.path()).unwrap().map(Result::unwrap);
            entries.map(|entry| entry.metadata().unwrap().permissions().mode() & 0o777).collect()
        };
        save(&path, Existing::Replace, &Originals::default(), |out| {
            // What is written is as private as what it will replace, wherever it has a name already.
            assert!(modes().iter().all(|mode| *mode == 0o600), "{:?}", modes());
            out.write_all(b"new")
        })
        .unwrap();
        assert_eq!(modes(), [0o600]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_not_whole_has_no_name() {
        let folder = tempfile::tempdir().unwrap();
        for existing in [Existing::Keep, Existing::Replace] {
            save(&folder.path().join("a.txt"), existing, &Originals::default(), |out| {
                out.write_all(b"half")?;
                out.flush()?;
                let before: &[&str] = if existing == Existing::Keep { &[] } else { &["a.txt"] };
                assert_eq!(names(folder.path()), before);
                out.write_all(b" and half")
            })
            .unwrap();
            assert_eq!(fs::read_to_string(folder.path().join("a.txt")).unwrap(), "half and half");
            assert_eq!(names(folder.path()), ["a.txt"]);
        }
    }

    #[test]
    fn devices_are_written_to_and_stay() {
        write(Path::new("/dev/null"), Existing::Keep, "x").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
        if Path::new("/dev/full").exists() {
            write(Path::new("/dev/full"), Existing::Keep, "x").unwrap_err();
        }
    }
}
