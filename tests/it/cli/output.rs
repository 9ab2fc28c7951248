//! Where the output goes: formats, files, pipes.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use super::program::{bridge, command, file, folder, run};

#[test]
fn not_a_terminal_gets_the_text_report() {
    let folder = folder();
    let report = run(folder.path(), &[]);
    assert_eq!(report.status, Some(0), "{}", report.err);
    assert_eq!(report.out, run(folder.path(), &["compare"]).out);
    assert!(report.out.starts_with("Twitter sues feds"));
}

#[test]
fn the_name_of_the_file_gives_the_format() {
    let folder = folder();
    let source = bridge();
    let source = source.to_str().unwrap();
    for (name, begin) in
        [("a.json", "{\"schema\":"), ("a.MD", "# Council"), ("a.txt", "Council"), ("a", "Council")]
    {
        let ran = run(folder.path(), &["compare", "-o", name, source]);
        assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
        let written = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(written.starts_with(begin), "{name}: {written:.40}");
    }
    let ran = run(folder.path(), &["compare", "--format", "text", "-o", "b.json", source]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert!(fs::read_to_string(folder.path().join("b.json")).unwrap().starts_with("Council"));
}

#[test]
fn a_file_is_replaced_only_when_asked_to() {
    let folder = folder();
    file(folder.path(), "a.json", "mine");
    let ran = run(folder.path(), &["compare", "-o", "a.json"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("a.json exists already") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(fs::read_to_string(folder.path().join("a.json")).unwrap(), "mine");
    let ran = run(folder.path(), &["compare", "-o", "a.json", "--force"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert!(fs::read_to_string(folder.path().join("a.json")).unwrap().starts_with('{'));
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let folder = folder();
    for (name, words) in [("none/a.json", "there is no folder none"), (".", "is a folder")] {
        let ran = run(folder.path(), &["compare", "--force", "-o", name]);
        assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""));
        assert!(ran.err.starts_with("parallax: ") && ran.err.contains(words), "{}", ran.err);
    }
}

#[test]
fn a_dash_is_standard_output() {
    let folder = folder();
    let ran = run(folder.path(), &["compare", "-o", "-"]);
    assert_eq!(ran.out, run(folder.path(), &["compare"]).out);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    let folder = folder();
    // More than a pipe holds, so that the program is still writing when the pipe closes.
    let story: String = (0..20_000).map(|n| format!("Bridge number {n} was closed on Friday.\n\n")).collect();
    file(folder.path(), "long.txt", story);
    for format in ["text", "markdown", "json"] {
        let mut child = command(folder.path())
            .args(["compare", "--format", format, "long.txt"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

/// Whether a process has a file open that lies in `folder`, with a name or without one.
#[cfg(target_os = "linux")]
fn writes_in(process: u32, folder: &std::path::Path) -> bool {
    let Ok(open) = fs::read_dir(format!("/proc/{process}/fd")) else { return false };
    open.flatten().any(|file| fs::read_link(file.path()).is_ok_and(|path| path.starts_with(folder)))
}

#[cfg(all(target_os = "linux", feature = "tui"))]
#[test]
fn who_is_ended_while_writing_leaves_nothing_behind() {
    use std::os::unix::process::ExitStatusExt;

    use rustix::process::{Pid, Signal, kill_process};

    let folder = folder();
    let folder = folder.path().canonicalize().unwrap();
    let story: String = (0..1_000).map(|n| format!("Bridge number {n} was closed on Friday.\n\n")).collect();
    file(&folder, "long.txt", story);
    let mut ended = 0;
    for signal in [Signal::TERM, Signal::INT, Signal::HUP, Signal::KILL].repeat(5) {
        let arguments = ["compare", "--format", "json", "-o", "out.json", "long.txt"];
        let mut child = command(&folder).args(arguments).stderr(Stdio::null()).spawn().unwrap();
        // The source is read, too: what is open after that is what is written.
        while child.try_wait().unwrap().is_none() && !writes_in(child.id(), &folder) {}
        while child.try_wait().unwrap().is_none() && writes_in(child.id(), &folder.join("long.txt")) {}
        while child.try_wait().unwrap().is_none() && !writes_in(child.id(), &folder) {}
        // It may be done by now.
        let _ = kill_process(Pid::from_child(&child), signal);
        ended += usize::from(child.wait().unwrap().signal() == Some(signal.as_raw()));
        // With one that is there, `--force` has to rename, and for that instant there is a name to leave behind.
        let _ = fs::remove_file(folder.join("out.json"));
        let mut names: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["long.txt"], "{signal:?}");
    }
    assert!(ended > 0, "none was ended while it wrote");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let folder = folder();
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command(folder.path()).stdout(full()).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.starts_with("parallax: can't write to standard output: "), "{complaint}");
    let ran = run(folder.path(), &["compare", "-o", "/dev/full"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.starts_with("parallax: can't write /dev/full: "), "{}", ran.err);
    assert_eq!(ran.err.matches("os error").count(), 1, "{}", ran.err);
    // With nowhere to complain to, the status still tells.
    let output = command(folder.path()).stdout(full()).stderr(full()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn standard_output_can_be_named_as_a_device() {
    let folder = folder();
    let ran = run(folder.path(), &["compare", "-o", "/dev/stdout"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert_eq!(ran.out, run(folder.path(), &["compare"]).out);
}

#[test]
fn a_locale_without_unicode_gets_ascii_signs() {
    let folder = folder();
    let report = |locale: &str| {
        let out = command(folder.path()).args(["compare"]).env("LC_ALL", locale).output().unwrap().stdout;
        String::from_utf8(out).unwrap()
    };
    let [ascii, unicode] = ["C", "en_GB.UTF-8"].map(report);
    for sign in ['─', '≈', '⊂', '≠'] {
        assert!(!ascii.contains(sign) && unicode.contains(sign), "{sign}");
    }
    assert!(ascii.contains("! disputed, = identical, e edited"), "{ascii}");
    assert_eq!(ascii.lines().count(), unicode.lines().count());
}
