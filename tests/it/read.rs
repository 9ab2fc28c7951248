//! What a reader gets for what they name.

use std::fs;
use std::io::empty;
use std::path::{Path, PathBuf};

use parallax::read::{LARGEST, LeftOut, MOST_FILES, Reading, Refusal, Source, sources};
use tempfile::TempDir;

fn read(paths: &[&Path]) -> Reading {
    let named: Vec<Source> = paths.iter().map(|&path| Source::Path(path.to_owned())).collect();
    sources(&named, &mut empty())
}

fn written(folder: &TempDir, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    path
}

fn file_names(reading: &Reading) -> Vec<&str> {
    reading.articles.iter().map(|article| article.location.rsplit(['/', '\\']).next().unwrap()).collect()
}

#[track_caller]
fn assert_left_out(reading: &Reading, path: &Path, reason: &str) {
    let source = Source::Path(path.to_owned());
    let left_out = reading.left_out.iter().find(|left_out| left_out.source == source);
    let left_out = left_out.unwrap_or_else(|| panic!("{} is not named: {reading:?}", path.display()));
    assert!(left_out.reason.to_string().contains(reason), "{}", left_out.reason);
}

#[test]
fn a_file_is_an_article() {
    let folder = TempDir::new().unwrap();
    let path = written(&folder, "a.txt", "\u{feff}A title of a story\r\n\r\nIt happened on Friday.\r\n");
    let reading = read(&[&path]);
    let article = &reading.articles[0];
    assert_eq!(article.text, "A title of a story\r\n\r\nIt happened on Friday.\r\n");
    assert_eq!(article.location, path.display().to_string());
    assert_eq!(article.encoding, "utf-8");
    assert!(reading.left_out.is_empty());
}

#[test]
fn a_folder_is_its_files_in_the_order_of_their_names() {
    let folder = TempDir::new().unwrap();
    for name in ["b.txt", "a.txt", "c", ".hidden"] {
        written(&folder, name, "Some text.");
    }
    let binary = written(&folder, "d.bin", b"\x7fELF\0\0");
    let blank = written(&folder, "e.txt", " \n\u{200b}\n");
    fs::create_dir(folder.path().join("inside")).unwrap();
    fs::write(folder.path().join("inside/x.txt"), "Not read.").unwrap();
    let reading = read(&[folder.path()]);
    assert_eq!(file_names(&reading), ["a.txt", "b.txt", "c"]);
    assert_left_out(&reading, &binary, "binary");
    assert_left_out(&reading, &blank, "nothing in it");
    assert_eq!(reading.left_out.len(), 2);
}

#[test]
fn what_cannot_be_read_is_named_with_the_reason() {
    let folder = TempDir::new().unwrap();
    let nowhere = folder.path().join("nowhere.txt");
    let empty_file = written(&folder, "empty.txt", "");
    let large = written(&folder, "large.txt", "");
    fs::File::options().write(true).open(&large).unwrap().set_len(50 << 20).unwrap();
    let good = written(&folder, "good.txt", "Some text.");
    let none = folder.path().join("none");
    fs::create_dir(&none).unwrap();
    let reading = read(&[&nowhere, &empty_file, &good, &large, &none]);
    assert_eq!(file_names(&reading), ["good.txt"]);
    assert_left_out(&reading, &nowhere, "no such file");
    assert_left_out(&reading, &empty_file, "nothing in it");
    assert_left_out(&reading, &large, "larger than 8 MiB");
    assert_left_out(&reading, &none, "no file in this folder");
}

#[test]
fn standard_input_is_read_once_and_to_a_limit() {
    let twice = [Source::StandardInput, Source::StandardInput];
    let reading = sources(&twice, &mut "Some text.".as_bytes());
    assert_eq!(reading.articles[0].location, "-");
    let again = LeftOut { source: Source::StandardInput, reason: Refusal::ReadAlready };
    assert_eq!(reading.left_out, [again]);

    let mut endless = std::io::repeat(b'a');
    let reading = sources(&[Source::StandardInput], &mut endless);
    assert_eq!(reading.left_out[0].reason, Refusal::TooLarge { most: LARGEST });
    let most = vec![b'a'; usize::try_from(LARGEST).unwrap()];
    assert_eq!(sources(&[Source::StandardInput], &mut most.as_slice()).articles.len(), 1);
}

#[test]
fn a_file_named_twice_is_two_articles() {
    let folder = TempDir::new().unwrap();
    let path = written(&folder, "a.txt", "Some text.");
    let reading = read(&[&path, &path]);
    assert_eq!(reading.articles.len(), 2);
    assert_eq!(reading.articles[0].id, reading.articles[1].id);
}

#[test]
fn a_folder_of_too_many_files_is_read_in_part_and_says_so() {
    let folder = TempDir::new().unwrap();
    for number in 0..=MOST_FILES {
        written(&folder, &format!("{number:04}.txt"), "Some text.");
    }
    let reading = read(&[folder.path()]);
    assert_eq!(reading.articles.len(), MOST_FILES);
    assert!(reading.articles[MOST_FILES - 1].location.ends_with("0499.txt"));
    assert_left_out(&reading, folder.path(), "more than 500");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    fn pipe(folder: &TempDir) -> PathBuf {
        let path = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        path
    }

    #[test]
    fn devices_and_sockets_are_refused() {
        let folder = TempDir::new().unwrap();
        let socket = folder.path().join("socket");
        let _listener = UnixListener::bind(&socket).unwrap();
        let reading = read(&[Path::new("/dev/zero"), &socket]);
        assert_left_out(&reading, Path::new("/dev/zero"), "device");
        assert_left_out(&reading, &socket, "socket");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_of_the_system_that_never_ends_is_refused() {
        // It says that it is a regular file, and lets its readers wait for the next message of the kernel.
        let messages = Path::new("/proc/kmsg");
        let regular = fs::metadata(messages).is_ok_and(|metadata| metadata.is_file());
        if regular && fs::File::open(messages).is_ok() {
            assert_left_out(&read(&[messages]), messages, "has no end");
        } else {
            eprintln!("not tested: /proc/kmsg can't be read here");
        }
    }

    #[test]
    fn a_pipe_of_the_process_is_read_by_its_number() {
        use std::os::fd::AsRawFd;
        let (output, mut input) = std::io::pipe().unwrap();
        std::io::Write::write_all(&mut input, b"Some text.").unwrap();
        drop(input);
        let path = PathBuf::from(format!("/dev/fd/{}", output.as_raw_fd()));
        assert_eq!(read(&[&path]).articles[0].text, "Some text.");
    }

    #[test]
    fn a_pipe_in_a_folder_does_not_stop_the_others() {
        let folder = TempDir::new().unwrap();
        let pipe = pipe(&folder);
        written(&folder, "z.txt", "Some text.");
        let reading = read(&[folder.path()]);
        assert_eq!(file_names(&reading), ["z.txt"]);
        assert_left_out(&reading, &pipe, "pipe");
    }

    #[test]
    fn a_pipe_named_itself_is_read() {
        let folder = TempDir::new().unwrap();
        let pipe = pipe(&folder);
        let writer = {
            let pipe = pipe.clone();
            std::thread::spawn(move || fs::write(pipe, "Some text."))
        };
        assert_eq!(read(&[&pipe]).articles[0].text, "Some text.");
        writer.join().unwrap().unwrap();
    }

    #[test]
    fn links_are_followed_but_not_in_circles() {
        let folder = TempDir::new().unwrap();
        let target = TempDir::new().unwrap();
        symlink(written(&target, "a.txt", "Some text."), folder.path().join("link.txt")).unwrap();
        let broken = folder.path().join("broken.txt");
        symlink(folder.path().join("nowhere"), &broken).unwrap();
        let circle = folder.path().join("circle");
        symlink(&circle, &circle).unwrap();
        let reading = read(&[folder.path()]);
        assert_eq!(file_names(&reading), ["link.txt"]);
        assert_left_out(&reading, &broken, "no such file");
        assert_left_out(&reading, &circle, "could not be read");
    }

    #[test]
    fn files_without_permission_are_named() {
        let folder = TempDir::new().unwrap();
        let path = written(&folder, "secret.txt", "Some text.");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        // The superuser reads it all the same.
        if fs::read(&path).is_err() {
            assert_left_out(&read(&[&path]), &path, "no permission");
        }
    }
}
