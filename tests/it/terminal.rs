//! The program in a real terminal: a pseudo-terminal with an emulator that holds its screen.

use std::io::{Read, Write};
use std::num::NonZero;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use parallax::comparison::{Settings, compare};
use parallax::read::Originals;
use parallax::tui::env::Environment;
use parallax::tui::settings::ReaderSettings;
use parallax::tui::{Loaded, Start};
use portable_pty::{ChildKiller, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a condition may take to come true before the test fails.
const PATIENCE: Duration = Duration::from_secs(30);

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

struct Screen {
    parser: Mutex<(vt100::Parser, bool)>,
    /// All that the program wrote.
    written: Mutex<Vec<u8>>,
    changed: Condvar,
}

struct Terminal {
    screen: Arc<Screen>,
    keyboard: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    /// The modes that it has for a shell.
    cooked: String,
    process: u32,
    killer: Box<dyn ChildKiller + Send + Sync>,
    /// Has the exit status once the program has ended.
    ended: Receiver<u32>,
}

impl Terminal {
    fn run(program: &str, arguments: &[&str], folder: &Path) -> Self {
        Self::start(Self::command(program, arguments, folder))
    }

    fn command(program: &str, arguments: &[&str], folder: &Path) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(folder);
        command.env_clear();
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("LANG", "C.UTF-8"),
            ("PATH", "/usr/bin:/bin"),
            ("PS1", "ready> "),
            ("HOME", folder.to_str().unwrap()),
        ] {
            command.env(name, value);
        }
        command
    }

    fn start(command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let cooked = modes(&*pair.master);
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (process, killer) = (child.process_id().unwrap(), child.clone_killer());
        let (tell, ended) = mpsc::channel();
        std::thread::spawn(move || tell.send(child.wait().unwrap().exit_code()));
        let screen = Arc::new(Screen {
            parser: Mutex::new((vt100::Parser::new(cells(24), cells(80), 0), false)),
            written: Mutex::default(),
            changed: Condvar::new(),
        });
        let mut output = pair.master.try_clone_reader().unwrap();
        let shown = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                let read = output.read(&mut bytes).unwrap_or(0);
                shown.written.lock().unwrap().extend(&bytes[..read]);
                let mut parser = shown.parser.lock().unwrap();
                parser.0.process(&bytes[..read]);
                parser.1 = read == 0;
                shown.changed.notify_all();
                if read == 0 {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self { screen, keyboard, master: pair.master, cooked, process, killer, ended }
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits until the screen is as told.
    fn wait(&self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut parser = self.screen.parser.lock().unwrap();
        while !is_so(parser.0.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "never came: {what}\n{}", parser.0.screen().contents());
            parser = self.screen.changed.wait_timeout(parser, left).unwrap().0;
        }
    }

    fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has ended and all it wrote was seen. Hands back its exit status.
    fn wait_for_end(&mut self) -> u32 {
        let status = self.ended.recv_timeout(PATIENCE).unwrap_or_else(|_| {
            panic!("never ended\n{}", self.screen.parser.lock().unwrap().0.screen().contents())
        });
        let parser = self.screen.parser.lock().unwrap();
        let (parser, late) =
            self.screen.changed.wait_timeout_while(parser, PATIENCE, |parser| !parser.1).unwrap();
        drop(parser);
        assert!(!late.timed_out(), "the terminal never closed");
        status
    }

    fn contents(&self) -> String {
        self.screen.parser.lock().unwrap().0.screen().contents()
    }

    /// The modes that it has now.
    fn modes(&self) -> String {
        modes(&*self.master)
    }

    fn is_sane(&self) -> bool {
        let parser = self.screen.parser.lock().unwrap();
        let screen = parser.0.screen();
        let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste() && !mouse
    }

    fn resize(&self, cols: u16, rows: u16) {
        self.screen.parser.lock().unwrap().0.screen_mut().set_size(cells(rows), cells(cols));
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }
}

/// What the system says of how a terminal treats keys and output.
fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().unwrap();
    format!("{:?} {:?} {:?}", modes.input_flags, modes.output_flags, modes.local_flags)
}

impl Drop for Terminal {
    /// A test that failed leaves no program behind.
    fn drop(&mut self) {
        let _ = self.killer.kill();
    }
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_parallax");

#[test]
fn a_session_from_the_first_picture_to_the_last_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(PROGRAM, &[], folder.path());
    terminal.wait_for("▶");
    terminal.wait_for("? keys");
    terminal.press("jj");
    terminal.wait_for(" 3/");
    terminal.press(" ");
    terminal.wait_for("*1 selected");
    terminal.resize(120, 36);
    terminal.wait("a third column", |screen| {
        screen.rows(0, 120).next().is_some_and(|titles| titles.matches('│').count() == 2)
    });
    terminal.resize(30, 5);
    terminal.wait_for("Too small");
    terminal.resize(80, 24);
    terminal.wait_for("*1 selected");
    // The whole path is typed in one go, and the home folder is this test's.
    terminal.press("e\t\t\u{15}~/out.txt\r");
    terminal.wait_for("written to");
    assert!(folder.path().join("out.txt").exists());
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(terminal.is_sane());
}

#[test]
fn what_was_done_in_a_story_is_there_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let story = "Ferry sinks\n\nThe ferry sank off Ellery on Friday.\n\nNo one was hurt.\n";
    std::fs::write(folder.path().join("a.txt"), story).unwrap();
    let program = env!("CARGO_BIN_EXE_parallax");
    let mut terminal = Terminal::run(program, &["a.txt"], folder.path());
    terminal.wait_for("No one was hurt");
    terminal.press("jj ");
    terminal.wait_for("1 selected");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    // Under another name, and whatever ends the reader.
    std::fs::rename(folder.path().join("a.txt"), folder.path().join("b.txt")).unwrap();
    let mut again = Terminal::run(program, &["b.txt"], folder.path());
    again.wait_for("as you left it: 1 selected");
    again.press("k ");
    again.wait_for("2 selected");
    again.killer.kill().unwrap();
    again.wait_for_end();
    let mut unkept = Terminal::command(program, &["b.txt"], folder.path());
    std::fs::write(folder.path().join("config.toml"), "remember = false\n").unwrap();
    unkept.env("PARALLAX_CONFIG", folder.path().join("config.toml"));
    let without = Terminal::start(unkept);
    without.wait_for("No one was hurt");
    assert!(!without.contents().contains("as you left it"), "{}", without.contents());
    Terminal::run(program, &["b.txt"], folder.path()).wait_for("as you left it: 2 selected");
}

#[test]
fn signals_leave_a_sane_terminal() {
    let everywhere = [
        ("HUP", 1),
        ("INT", 2),
        ("QUIT", 3),
        ("ABRT", 6),
        ("USR1", 10),
        ("USR2", 12),
        ("ALRM", 14),
        ("TERM", 15),
        ("XCPU", 24),
        ("XFSZ", 25),
    ];
    let here: &[(&str, u32)] = if cfg!(target_os = "linux") { &[("PWR", 30), ("STKFLT", 16)] } else { &[] };
    for &(signal, number) in everywhere.iter().chain(here) {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::run(PROGRAM, &[], folder.path());
        let cooked = terminal.cooked.clone();
        terminal.wait_for("▶");
        assert_ne!(terminal.modes(), cooked, "the reader takes the terminal");
        let process = terminal.process.to_string();
        let sent = std::process::Command::new("kill").args(["-s", signal, &process]).status().unwrap();
        assert!(sent.success(), "{signal}");
        let status = terminal.wait_for_end();
        // Numbers differ between systems.
        assert!(status == 128 + number || (!cfg!(target_os = "linux") && status > 128), "{signal}: {status}");
        assert!(terminal.is_sane(), "{signal}");
        assert_eq!(terminal.modes(), cooked, "{signal}");
    }
}

#[test]
fn a_terminal_that_is_closed_ends_the_reader_as_a_hang_up_does() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut child = pair.slave.spawn_command(Terminal::command(PROGRAM, &[], folder.path())).unwrap();
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().unwrap();
        let mut seen = Vec::new();
        while !String::from_utf8_lossy(&seen).contains('▶') {
            let mut bytes = [0; 4096];
            let read = output.read(&mut bytes).unwrap();
            assert!(read > 0, "it ended before its first picture");
            seen.extend_from_slice(&bytes[..read]);
        }
        drop((output, pair.master));
        assert_eq!(child.wait().unwrap().exit_code(), 129);
    }
}

#[test]
fn a_click_comes_from_the_terminal_to_the_sentence_under_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(PROGRAM, &[], folder.path());
    terminal.wait_for("▶");
    terminal.press("jjk");
    terminal.wait_for("2/");
    // The second column's first row of text, then the wheel, and a press that is the terminal's own.
    terminal.press("\x1b[<0;60;3M\x1b[<0;60;3m");
    terminal.wait_for("1/15");
    terminal.press("\x1b[<65;60;5M\x1b[<4;5;5Mq");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(terminal.is_sane());
}

#[test]
fn what_is_copied_goes_to_the_clipboard_of_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(env!("CARGO_BIN_EXE_parallax"), &[], folder.path());
    terminal.wait("the first picture", |screen| screen.contents().contains("goes to"));
    terminal.press("y");
    terminal.wait("the answer", |screen| screen.contents().contains("copied 1 sentence"));
    let written = terminal.screen.written.lock().unwrap().clone();
    // "Twitter sues feds", as the terminal wants it.
    assert!(String::from_utf8_lossy(&written).contains("\u{1b}]52;c;VHdpdHRlciBzdWVzIGZlZH"));
    terminal.press("q");
    assert_eq!(terminal.ended.recv_timeout(PATIENCE), Ok(0));
}

#[test]
fn the_address_of_a_page_is_behind_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let page = "<html><head><link rel=canonical href='https://post.example/ferry?a=1'>\
        <meta property=og:site_name content='Harbour Post'></head><body><article><h1>Ferry runs aground</h1>\
        <p>The ferry ran aground on Monday with forty people aboard, the harbour master said.</p></article></body></html>";
    std::fs::write(folder.path().join("page.html"), page).unwrap();
    let mut terminal = Terminal::run(env!("CARGO_BIN_EXE_parallax"), &["page.html"], folder.path());
    terminal.wait_for("Harbour Post");
    terminal.press("i");
    terminal.wait_for("Address: https://post.example");
    let written = terminal.screen.written.lock().unwrap().clone();
    let written = String::from_utf8_lossy(&written).into_owned();
    let behind = written.split("\u{1b}]8;;https://post.example/ferry?a=1\u{1b}\\").nth(1).unwrap();
    assert!(behind.split("\u{1b}]8;;\u{1b}\\").next().unwrap().contains("Harbour Post"), "{behind:?}");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn a_printer_is_spoken_on_and_nothing_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_parallax");
    let mut command = Terminal::command(program, &["--linear"], folder.path());
    command.env("TERM", "dumb");
    let mut terminal = Terminal::start(command);
    terminal.wait_for("View Compare.");
    terminal.press("jj\t");
    terminal.wait_for("Source B: ");
    terminal.press("?");
    terminal.wait_for("Signs and keys");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(terminal.is_sane());
    let written = terminal.screen.written.lock().unwrap().clone();
    let written = String::from_utf8_lossy(&written).into_owned();
    // Only that pasted text is to be told apart is asked of the terminal.
    let asked = written.matches('\u{1b}').count();
    assert_eq!(asked, written.matches("\u{1b}[?2004").count(), "{written:?}");
}

#[test]
fn the_mouse_is_left_to_the_terminal_where_that_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    std::fs::write(&file, "mouse = false\n").unwrap();
    for (config, told) in [(None, true), (Some(file.as_path()), false)] {
        let mut command = Terminal::command(PROGRAM, &[], folder.path());
        if let Some(config) = config {
            command.env("PARALLAX_CONFIG", config);
        }
        let mut terminal = Terminal::start(command);
        terminal.wait_for("▶");
        let mode = terminal.screen.parser.lock().unwrap().0.screen().mouse_protocol_mode();
        assert_eq!(mode != vt100::MouseProtocolMode::None, told);
        terminal.press("q");
        assert_eq!(terminal.wait_for_end(), 0);
    }
}

#[test]
fn drawing_anew_never_leaves_raw_mode() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(PROGRAM, &[], folder.path());
    terminal.wait_for("▶");
    terminal.press("j");
    terminal.wait_for(" 2/");
    let raw = terminal.modes();
    terminal.press(&"\u{c}".repeat(200));
    terminal.press("j");
    while !terminal.contents().contains(" 3/") {
        assert_eq!(terminal.modes(), raw);
    }
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn a_terminal_of_absurd_size_is_drawn_in_part() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(PROGRAM, &[], folder.path());
    terminal.wait_for("▶");
    let absurd = PtySize { rows: u16::MAX, cols: u16::MAX, pixel_width: 0, pixel_height: 0 };
    terminal.master.resize(absurd).unwrap();
    // The emulator keeps its own size: only the program is told of another.
    terminal.press("jj");
    terminal.wait("as many columns as there are sources", |screen| {
        screen.rows(0, 80).next().is_some_and(|titles| !titles.contains("│ B "))
    });
    terminal.resize(80, 24);
    terminal.wait_for(" 3/");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(terminal.is_sane());
}

#[test]
fn ctrl_z_goes_to_the_shell_and_fg_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    // A shell with job control: the stop signal of a session's leader would be thrown away.
    let mut terminal = Terminal::run("/bin/sh", &["-i"], folder.path());
    terminal.wait_for("ready>");
    terminal.press(&format!("'{PROGRAM}'\r"));
    terminal.wait_for("▶");
    terminal.press("jj");
    terminal.wait_for(" 3/");
    terminal.press("\u{1a}");
    terminal.wait_for("Stopped");
    assert!(terminal.is_sane());
    terminal.press("stty -a\r");
    terminal.wait("cooked", |screen| screen.contents().contains(" icanon"));
    terminal.press("fg\r");
    terminal.wait("the reader", |screen| screen.alternate_screen() && screen.contents().contains(" 3/"));
    terminal.press("j");
    terminal.wait_for(" 4/");
    terminal.press("q");
    // What is typed before the shell asks again may be thrown away when it takes the terminal back.
    terminal.wait("the shell", |screen| {
        let (row, _) = screen.cursor_position();
        !screen.alternate_screen()
            && screen.rows(0, 80).nth(row.into()).is_some_and(|row| row.starts_with("ready>"))
    });
    terminal.press("exit\r");
    terminal.wait_for_end();
}

#[test]
fn a_stop_from_outside_leaves_a_sane_terminal_and_the_reader_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run("/bin/sh", &["-i"], folder.path());
    terminal.wait_for("ready>");
    // The reader tells who it is before it becomes the reader.
    terminal.press(&format!("sh -c 'echo $$ > pid; exec \"{PROGRAM}\"'\r"));
    terminal.wait_for("▶");
    terminal.press("jj");
    terminal.wait_for(" 3/");
    let process = std::fs::read_to_string(folder.path().join("pid")).unwrap();
    let sent = std::process::Command::new("kill").args(["-s", "TSTP", process.trim()]).status().unwrap();
    assert!(sent.success());
    terminal.wait_for("Stopped");
    assert!(terminal.is_sane());
    terminal.press("fg\r");
    terminal.wait("the reader", |screen| screen.alternate_screen() && screen.contents().contains(" 3/"));
    terminal.press("q");
    terminal.wait("the shell", |screen| !screen.alternate_screen());
}

#[test]
fn where_nobody_would_wake_it_the_reader_does_not_stop() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(PROGRAM, &[], folder.path());
    terminal.wait_for("▶");
    terminal.press("\u{1a}jj");
    terminal.wait_for(" 3/");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn what_can_not_be_read_is_named_on_the_shell_s_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(PROGRAM, &["no-such-file.txt"], folder.path());
    assert_eq!(terminal.wait_for_end(), 1);
    assert!(terminal.is_sane());
    terminal.wait_for("nothing to compare");
}

#[test]
fn faults_of_the_settings_are_named_before_the_reader_opens() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("wrong.toml"), "theme = \"blue\"\ncolour = 3\n").unwrap();
    let run = |file: &str| {
        let command = format!("PARALLAX_CONFIG={file} exec '{PROGRAM}'");
        Terminal::run("/bin/sh", &["-c", &command], folder.path())
    };
    let mut terminal = run("wrong.toml");
    assert_eq!(terminal.wait_for_end(), 2);
    terminal.wait_for("wrong.toml: line 1, column 1: theme = \"blue\": write one of \"auto\"");
    terminal.wait_for("wrong.toml: line 2, column 1: colour: no such setting");
    assert!(terminal.is_sane());
    // A part of a file would be other settings than those that were written.
    let large = format!("theme = \"dark\"\n{}", "# a comment without end\n".repeat(50_000));
    std::fs::write(folder.path().join("large.toml"), large).unwrap();
    let mut terminal = run("large.toml");
    assert_eq!(terminal.wait_for_end(), 2);
    terminal.wait_for("can't read the settings in large.toml: it is larger than 1 MiB");
    let mut terminal = run("missing.toml");
    assert_eq!(terminal.wait_for_end(), 2);
    terminal.wait_for("can't read the settings in missing.toml");
}

const SOCKET: &str = "PARALLAX_TEST_SOCKET";

/// Not a test of its own: the program of the two below, which this test binary runs again. Its story is
/// read until the parent hangs up; then it panics.
#[test]
fn reads_until_told_and_panics() {
    let Ok(socket) = std::env::var(SOCKET) else { return };
    let load = move |progress: &parallax::tui::Progress| {
        let mut parent = UnixStream::connect(&socket).unwrap();
        progress.say("reading for a test");
        let _ = parent.read(&mut [0]);
        if std::env::var("PARALLAX_TEST_LOADS").is_err() {
            panic!("the test's own panic");
        }
        let mut comparison = compare(parallax::sample::articles(), Settings::default());
        if std::env::var("PARALLAX_TEST_LOADS").is_ok_and(|how| how == "broken") {
            // Nothing that can be read leads to this: drawing it panics.
            comparison.findings.clear();
        }
        if std::env::var("PARALLAX_TEST_LOADS").is_ok_and(|how| how == "fragile") {
            // Nor to this: it can be drawn, but comparing it again panics.
            let mut articles = comparison.articles.to_vec();
            articles[0].sentences.last_mut().unwrap().block = usize::MAX;
            comparison.articles = articles.into();
        }
        Loaded {
            comparison,
            left_out: Vec::new(),
            originals: Originals::default(),
            sample: false,
            kept: None,
        }
    };
    let start = Start {
        load: parallax::tui::Load::by(load),
        watched: Vec::new(),
        environment: Environment::of_process(),
        settings: ReaderSettings::default(),
    };
    let outcome = parallax::tui::run(start);
    println!("outcome: {:?}", outcome.map(|outcome| (outcome.compared, outcome.ended)));
}

fn child(folder: &Path, loads: Option<&str>) -> (Terminal, UnixListener) {
    let socket = folder.join("socket");
    let listener = UnixListener::bind(&socket).unwrap();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "terminal::reads_until_told_and_panics", "--nocapture"]);
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    // A backtrace would push the report off the screen.
    command.env("RUST_BACKTRACE", "0");
    command.env(SOCKET, socket);
    if let Some(how) = loads {
        command.env("PARALLAX_TEST_LOADS", how);
    }
    (Terminal::start(command), listener)
}

/// The terminal after a reader has panicked whose story `loads` so.
fn panicked(loads: Option<&str>) -> Terminal {
    let folder = tempfile::tempdir().unwrap();
    let (mut terminal, listener) = child(folder.path(), loads);
    let (held, _) = listener.accept().unwrap();
    terminal.wait("the waiting reader", |screen| {
        screen.alternate_screen() && screen.contents().contains("reading for a test")
    });
    drop(held);
    terminal.wait_for_end();
    assert!(terminal.is_sane());
    terminal
}

#[test]
fn a_panic_is_reported_on_a_sane_terminal() {
    let terminal = panicked(None);
    terminal.wait_for("the test's own panic");
    terminal.wait_for("reading the story failed");
}

#[test]
fn a_panic_while_drawing_is_reported_on_a_sane_terminal() {
    panicked(Some("broken")).wait_for("index out of bounds");
}

#[test]
fn a_panic_in_the_background_leaves_the_story_open_and_is_reported_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let (mut terminal, listener) = child(folder.path(), Some("fragile"));
    drop(listener.accept().unwrap());
    terminal.wait_for("▶");
    terminal.press("j j jx");
    terminal.wait_for("comparing again failed");
    terminal.wait("the story with all that is selected", |screen| {
        screen.alternate_screen()
            && screen.contents().contains("*2 selected")
            && screen.contents().contains("▶")
    });
    terminal.press("q");
    terminal.wait_for("(true, Quit)");
    terminal.wait_for("panicked at");
    terminal.wait_for_end();
    assert!(terminal.is_sane());
}

#[test]
fn a_slow_story_is_waited_for_and_can_be_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let (mut terminal, listener) = child(folder.path(), Some("whole"));
    let (held, _) = listener.accept().unwrap();
    terminal.wait_for("reading for a test");
    drop(held);
    terminal.wait_for("▶");
    terminal.press("q");
    terminal.wait_for("(true, Quit)");
    terminal.wait_for_end();

    let folder = tempfile::tempdir().unwrap();
    let (mut terminal, listener) = child(folder.path(), Some("whole"));
    let _held = listener.accept().unwrap();
    terminal.wait_for("reading for a test");
    terminal.press("\u{3}");
    terminal.wait_for("(false, Quit)");
    terminal.wait_for_end();
    assert!(terminal.is_sane());
}

#[test]
fn what_is_piped_in_is_read_and_keys_come_from_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "Ferry sinks\n\nThe ferry sank off Ellery on Friday.\n")
        .unwrap();
    let program = env!("CARGO_BIN_EXE_parallax");
    let mut piped = Terminal::run("/bin/sh", &["-c", &format!("cat a.txt | {program}")], folder.path());
    piped.wait_for("The ferry sank");
    assert!(!piped.contents().contains("sample story"), "{}", piped.contents());
    piped.press("q");
    assert_eq!(piped.wait_for_end(), 0);
}

#[test]
fn the_sample_story_says_what_it_is_until_that_is_dismissed() {
    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_parallax");
    for (keys, then) in [("jq", true), ("\u{1b}", false)] {
        let mut sample = Terminal::run(program, &[], folder.path());
        sample.wait_for("This is the sample story");
        sample.press(keys);
        if !then {
            sample.wait("it is gone", |screen| !screen.contents().contains("This is the sample story"));
            sample.press("q");
        }
        assert_eq!(sample.wait_for_end(), 0);
    }
    let again = Terminal::run(program, &[], folder.path());
    again.wait_for("Twitter");
    assert!(!again.contents().contains("This is the sample story"), "{}", again.contents());
}

#[test]
fn an_editor_gets_the_terminal_and_what_it_wrote_is_read() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "Ferry sinks\n\nThe ferry sank off Ellery on Friday.\n")
        .unwrap();
    let editor = folder.path().join("editor");
    std::fs::write(&editor, "#!/bin/sh\necho \"editing $1\"\nread line\necho \"$line\" >> \"$2\"\n").unwrap();
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let program = env!("CARGO_BIN_EXE_parallax");
    let mut command = Terminal::command(program, &["a.txt"], folder.path());
    command.env("EDITOR", editor.to_str().unwrap());
    let mut terminal = Terminal::start(command);
    terminal.wait_for("The ferry sank");
    terminal.press("jE");
    terminal.wait_for("editing +3");
    // All that is typed is the editor's.
    terminal.press("Divers will look at the wreck.\r");
    terminal.wait_for("Divers will look at the wreck");
    terminal.wait_for("read again");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(terminal.is_sane());
}

#[test]
fn files_that_change_are_read_again_where_that_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    std::fs::write(&path, "Ferry sinks\n\nThe ferry sank off Ellery on Friday.\n").unwrap();
    let terminal = Terminal::run(env!("CARGO_BIN_EXE_parallax"), &["--watch", "a.txt"], folder.path());
    terminal.wait_for("The ferry sank");
    // As editors do it: another file in its place.
    std::fs::write(folder.path().join("new"), "Ferry sinks\n\nDivers found the wreck on Sunday.\n").unwrap();
    std::fs::rename(folder.path().join("new"), &path).unwrap();
    terminal.wait_for("Divers found the wreck");
    terminal.wait_for("read again: 1 of 1 changed");
}
