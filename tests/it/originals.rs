//! Nothing of the user's is ever overwritten: every way to name a source as an output, through every door.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::empty;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

use parallax::comparison::{Settings, compare};
use parallax::read::{MOST_FILES, Source, sources};
use parallax::tui::Loaded;
use parallax::tui::env::Environment;
use parallax::tui::rehearsal::Rehearsal;
use parallax::tui::settings::ReaderSettings;
use proptest::prelude::*;
use tempfile::TempDir;

const STORY: &str = "Bridge closed\n\nThe council closed the old bridge on Friday because of cracks.\n";

/// A source, by where it lies in the folder of the test.
#[derive(Clone, Copy, Debug)]
enum File {
    /// An article.
    Article,
    /// What is no text, and left out.
    Binary,
    /// What is empty, and left out.
    Empty,
    /// An article in a folder: the folder is named.
    InFolder,
    /// What is left out of a folder that is named.
    BinaryInFolder,
    /// An article whose name is no UTF-8.
    Unspeakable,
    /// The file behind standard input, which `-` names.
    Input,
}

impl File {
    const ALL: [Self; 7] = [
        Self::Article,
        Self::Binary,
        Self::Empty,
        Self::InFolder,
        Self::BinaryInFolder,
        Self::Unspeakable,
        Self::Input,
    ];

    fn place(self) -> PathBuf {
        let name: &[u8] = match self {
            Self::Article => b"article.txt",
            Self::Binary => b"c.pdf",
            Self::Empty => b"empty.txt",
            Self::InFolder => b"stories/inside.txt",
            Self::BinaryInFolder => b"stories/inside.bin",
            Self::Unspeakable => b"\xff\xfe.txt",
            Self::Input => b"input.txt",
        };
        PathBuf::from(OsStr::from_bytes(name))
    }

    fn content(self) -> &'static [u8] {
        match self {
            Self::Article | Self::InFolder | Self::Unspeakable | Self::Input => STORY.as_bytes(),
            Self::Binary => b"%PDF-1.4 the only copy",
            Self::BinaryInFolder => b"\0\x01\x02\x03",
            Self::Empty => b"",
        }
    }
}

/// How a file is spelt.
#[derive(Clone, Copy, Debug)]
enum Spelling {
    Relative,
    Absolute,
    Dots,
    DotsInAbsolute,
    SymbolicLink,
    LinkOfLink,
    LinkedFolder,
    HardLink,
    /// In capitals, which is another name unless the file system folds case.
    OtherCase,
    /// As the process calls what it reads from; another spelling of the input only.
    Handle,
}

impl Spelling {
    const ALL: [Self; 10] = [
        Self::Relative,
        Self::Absolute,
        Self::Dots,
        Self::DotsInAbsolute,
        Self::SymbolicLink,
        Self::LinkOfLink,
        Self::LinkedFolder,
        Self::HardLink,
        Self::OtherCase,
        Self::Handle,
    ];

    /// A path from `folder` to the file at `place`; none where there is no such spelling.
    fn of(self, folder: &Path, place: &Path, links: &str) -> Option<PathBuf> {
        let whole = folder.join(place);
        let link = folder.join(format!("{links}.txt"));
        match self {
            Self::Relative => Some(place.to_owned()),
            Self::Absolute => Some(whole),
            Self::Dots => Some(Path::new("stories/.././stories/..").join(place)),
            Self::DotsInAbsolute => Some(folder.join("stories").join("..").join(place)),
            Self::SymbolicLink => symlink(place, &link).map(|()| link).ok(),
            Self::LinkOfLink => {
                let second = folder.join(format!("{links}-2.txt"));
                symlink(&whole, &second).and_then(|()| symlink(&second, &link)).map(|()| link).ok()
            }
            Self::LinkedFolder => {
                let alias = folder.join(format!("{links}-folder"));
                symlink(folder, &alias).map(|()| alias.join(place)).ok()
            }
            Self::HardLink => fs::hard_link(&whole, &link).map(|()| link).ok(),
            Self::OtherCase => {
                let capitals = place.to_str()?.to_uppercase();
                folder.join(&capitals).exists().then(|| folder.join(capitals))
            }
            Self::Handle => None,
        }
    }
}

struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("stories")).unwrap();
        for file in File::ALL {
            fs::write(folder.path().join(file.place()), file.content()).unwrap();
        }
        // Something that can be read whatever is named beside it.
        fs::write(folder.path().join("good.txt"), STORY).unwrap();
        Self { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Everything in the folder, with its content: nothing may change and nothing may be added.
    fn content(&self) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                }
                found.insert(entry.path(), fs::read(entry.path()).ok());
            }
        }
        found
    }

    /// What is written on the command line for a file that is spelt so.
    fn argument(&self, file: File, named: Spelling) -> Option<OsString> {
        match file {
            File::Input => Some("-".into()),
            // The folder is named, not what is in it.
            File::InFolder | File::BinaryInFolder => {
                let folder = match named {
                    Spelling::Absolute | Spelling::DotsInAbsolute => self.path().join("stories"),
                    Spelling::SymbolicLink => {
                        let alias = self.path().join("source-alias");
                        symlink("stories", &alias).unwrap();
                        alias
                    }
                    _ => PathBuf::from("stories"),
                };
                Some(folder.into())
            }
            _ => named.of(self.path(), &file.place(), "source").map(Into::into),
        }
    }

    /// Runs `parallax compare` and gives the exit status and the complaints.
    fn compare(&self, source: &OsStr, output: &Path, force: bool) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
        command.env_clear().current_dir(self.path()).args(["compare", "good.txt"]).arg(source);
        command.arg("-o").arg(output).args(force.then_some("--force"));
        command.stdin(Stdio::from(fs::File::open(self.path().join(File::Input.place())).unwrap()));
        let ran = command.output().unwrap();
        (ran.status.code(), String::from_utf8_lossy(&ran.stderr).into_owned())
    }

    /// Exports everything from the dialog of the reader, and says yes to whatever it asks.
    fn export(&self, source: &OsStr, output: &str) -> String {
        let named = [Source::Path(self.path().join("good.txt")), Source::Path(self.path().join(source))];
        let reading = sources(&named, &mut empty());
        let comparison = compare(reading.articles, Settings::default());
        let loaded = Loaded {
            comparison,
            left_out: reading.left_out,
            originals: reading.originals,
            sample: false,
            kept: None,
        };
        let environment = Environment::of(|name| (name == "LANG").then(|| "C.UTF-8".to_owned()));
        let mut reader = Rehearsal::of(loaded, environment, ReaderSettings::default(), 400, 40).unwrap();
        reader.press("e<Tab><Tab><Ctrl-u>").unwrap();
        reader.paste(output).unwrap();
        reader.press("<Enter>").unwrap();
        let answer = reader.screen();
        reader.press("y").unwrap();
        answer
    }
}

/// A path as the dialog would need it in the folder that the tests run in.
fn from_here(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap();
    let ups = here.components().filter(|part| matches!(part, Component::Normal(_))).map(|_| "..");
    ups.collect::<PathBuf>().join(path.strip_prefix("/").unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_output_is_ever_written_over_a_source(
        file in prop::sample::select(&File::ALL[..]),
        named in prop::sample::select(&Spelling::ALL[..]),
        spelt in prop::sample::select(&Spelling::ALL[..]),
        from_elsewhere in any::<bool>(),
    ) {
        let sandbox = Sandbox::new();
        let Some(source) = sandbox.argument(file, named) else { return Ok(()) };
        let output = match (file, spelt) {
            (File::Input, Spelling::Handle) => Some(PathBuf::from("/dev/stdin")),
            _ => spelt.of(sandbox.path(), &file.place(), "output"),
        };
        let Some(output) = output else { return Ok(()) };
        let before = sandbox.content();

        for force in [false, true] {
            let (status, complaints) = sandbox.compare(&source, &output, force);
            prop_assert_eq!(&sandbox.content(), &before);
            prop_assert_eq!(status, Some(1), "{}", &complaints);
            prop_assert!(complaints.contains("is one of the sources; give another name"), "{}", complaints);
        }

        // What is no text can't be typed into the dialog, and its process reads no input of ours.
        let typed = sandbox.path().join(&output);
        let typed = if from_elsewhere { from_here(&typed) } else { typed };
        if let (Some(typed), false) = (typed.to_str(), matches!(file, File::Input)) {
            let screen = sandbox.export(&source, typed);
            prop_assert_eq!(&sandbox.content(), &before);
            prop_assert!(screen.contains("is one of the sources; give another name"), "{}", screen);
        }
    }
}

#[test]
fn a_source_that_was_saved_anew_is_still_a_source() {
    let sandbox = Sandbox::new();
    let path = sandbox.path().join("article.txt");
    let reading = sources(&[Source::Path(path.clone())], &mut empty());
    assert!(reading.originals.hold(&path));
    // As editors do: another file takes the name.
    fs::write(sandbox.path().join("new"), "edited").unwrap();
    fs::rename(sandbox.path().join("new"), &path).unwrap();
    fs::hard_link(&path, sandbox.path().join("other")).unwrap();
    assert!(reading.originals.hold(&path));
    assert!(reading.originals.hold(&sandbox.path().join("other")));
}

#[test]
fn what_is_no_source_can_be_written_to() {
    let sandbox = Sandbox::new();
    let stories = Source::Path(sandbox.path().join("stories"));
    let originals = sources(&[stories, Source::StandardInput], &mut empty()).originals;
    fs::write(sandbox.path().join("stories/report.txt"), "written since").unwrap();
    for other in ["article.txt", "new.txt", "stories/report.txt", "stories/.hidden", "stories"] {
        assert!(!originals.hold(&sandbox.path().join(other)), "{other}");
    }
    // Nothing is lost in them, whoever reads from them as well.
    for stream in ["/dev/null", "/dev/stdin"] {
        let originals = sources(&[Source::Path(stream.into())], &mut empty()).originals;
        assert!(!originals.hold(Path::new("/dev/null")), "{stream}");
    }
}

#[test]
fn files_that_a_full_folder_has_besides_are_sources_too() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..=MOST_FILES {
        fs::write(folder.path().join(format!("{number:04}.txt")), "Some text.").unwrap();
    }
    let originals = sources(&[Source::Path(folder.path().to_owned())], &mut empty()).originals;
    let last = folder.path().join(format!("{MOST_FILES:04}.txt"));
    assert!(originals.hold(&last));
    let elsewhere = tempfile::tempdir_in(folder.path()).unwrap();
    fs::hard_link(&last, elsewhere.path().join("link")).unwrap();
    assert!(originals.hold(&elsewhere.path().join("link")));
    fs::write(folder.path().join(".hidden"), "no source").unwrap();
    assert!(!originals.hold(&folder.path().join(".hidden")));
}
