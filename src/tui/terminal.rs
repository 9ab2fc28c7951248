//! The terminal: taken, given back to the shell and taken again, and left sane whatever happens.

pub mod colour;
mod editor;
mod lines;
mod links;
mod mouse;
pub mod system;

pub use lines::LinearTerminal;

use std::io::{self, BufWriter, Stdout, Write, stderr, stdout};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use crossterm::{execute, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::cells::links::Link;
use super::effect::Edit;
use super::gate::Gate;
use super::model::Model;
use super::screen::{self, Drawn};
use super::theme::Theme;

/// The name of the threads that work for an open story, whose panics leave the screen as it is.
pub const JOB: &str = "job";
/// The most columns that are drawn. Whoever has more of them can't read a line that long, and a terminal
/// that claims tens of thousands would need more memory than there is.
const MOST_COLUMNS: u16 = 1_000;
/// The most rows that are drawn.
const MOST_ROWS: u16 = 500;
/// Bytes of a picture that are gathered before they are written.
const PICTURE: usize = 1 << 16;

/// Where the reader is drawn: a terminal, or memory in a rehearsal.
pub trait Display {
    /// The cells to draw at the moment: all that it has, within reason.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn size(&self) -> io::Result<Size>;

    /// Shows the model.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn show(&mut self, model: &Model) -> io::Result<()>;

    /// Gives text to the terminal's clipboard, where it has one that programs may write; whether it does is not told.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn copy(&mut self, text: &str) -> io::Result<()>;

    /// Gives the terminal back to the shell until that wakes us.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn suspend(&mut self) -> io::Result<()>;

    /// Gives the terminal to an editor until that is left.
    ///
    /// # Errors
    /// When there is no such editor, or the terminal is gone.
    fn lend(&mut self, edit: &Edit) -> io::Result<()>;

    /// Takes the terminal anew: someone else may have changed its modes or written on it.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn retake(&mut self) -> io::Result<()>;
}

/// How the terminal is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// Not by us.
    Free,
    /// A screen is drawn on it; with the mouse, where it tells of that.
    Screen { mouse: bool },
    /// Lines are printed.
    Lines,
}

impl Manner {
    const fn number(self) -> u8 {
        match self {
            Self::Free => 0,
            Self::Screen { .. } => 1,
            Self::Lines => 2,
        }
    }
}

/// How the terminal is used, by number. Panic hooks run on any thread, so this can't live in the display.
static TAKEN: AtomicU8 = AtomicU8::new(Manner::Free.number());
static HOOK: Once = Once::new();
/// Reports of panics in the background, which are printed when the terminal is given back for good.
static REPORTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn reports() -> MutexGuard<'static, Vec<String>> {
    REPORTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal that the program runs in. Dropping it gives the terminal back.
///
/// It is drawn to without `ratatui::Terminal`, which asks for the cursor's position, so that the answer goes
/// to the thread that reads keys, and which panics on its way out when the terminal is gone.
pub struct RealTerminal {
    terminal: CrosstermBackend<BufWriter<Stdout>>,
    theme: Theme,
    /// Whether it tells what is done with the mouse.
    mouse: bool,
    /// Before the thread that reads keys.
    gate: Gate,
    /// What is on the screen; of no size where that is not known.
    shown: Buffer,
    /// The addresses that are behind its cells.
    links: Vec<Link>,
}

impl RealTerminal {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When standard output is no terminal, or it does not do what it is told.
    pub fn take(theme: Theme, mouse: bool, gate: Gate) -> io::Result<Self> {
        take(Manner::Screen { mouse })?;
        let terminal = CrosstermBackend::new(BufWriter::with_capacity(PICTURE, stdout()));
        Ok(Self { terminal, theme, mouse, gate, shown: Buffer::default(), links: Vec::new() })
    }
}

fn take(manner: Manner) -> io::Result<()> {
    HOOK.call_once(|| {
        let report = std::panic::take_hook();
        // The report has to be read, so it comes after the reader's screen is gone.
        std::panic::set_hook(Box::new(move |panic| {
            // The story stays open when work in the background fails. Some of that is done on threads of the
            // pool, which have no name.
            let in_background = matches!(std::thread::current().name(), Some(JOB) | None);
            if in_background && TAKEN.load(Ordering::SeqCst) != Manner::Free.number() {
                reports().push(panic.to_string());
                return;
            }
            give_back();
            report(panic);
        }));
    });
    TAKEN.store(manner.number(), Ordering::SeqCst);
    let taken = system::enter_raw_mode().and_then(|()| match manner {
        Manner::Screen { mouse } => execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)
            .and_then(|()| if mouse { mouse::listen() } else { Ok(()) }),
        Manner::Lines => execute!(stdout(), EnableBracketedPaste),
        Manner::Free => Ok(()),
    });
    taken.inspect_err(|_| give_back())
}

/// Undoes [`take`], once; on the way out there is nobody left to hear of errors.
fn give_back() {
    let taken = TAKEN.swap(Manner::Free.number(), Ordering::SeqCst);
    if taken == Manner::Free.number() {
        return;
    }
    if taken == Manner::Lines.number() {
        let _ = execute!(stdout(), DisableBracketedPaste);
    } else {
        let _ = mouse::leave();
        let _ = execute!(stdout(), EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, Show);
    }
    let _ = system::leave_raw_mode();
}

/// Stops this process until the shell wakes it, where there is a shell that would.
fn stop() -> io::Result<()> {
    #[cfg(unix)]
    if is_a_job() {
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    }
    Ok(())
}

/// Prints the reports of what failed in the background.
fn print_reports() {
    for report in reports().drain(..) {
        // Nobody is left to hear of errors.
        let _ = writeln!(stderr(), "{report}");
    }
}

/// Whether a shell with job control started us, which gave us a process group of our own: nobody else
/// would wake a program that stops.
#[cfg(unix)]
fn is_a_job() -> bool {
    use rustix::process::{getpgrp, getsid};
    getsid(None).is_ok_and(|session| session != getpgrp())
}

impl Drop for RealTerminal {
    fn drop(&mut self) {
        give_back();
        print_reports();
    }
}

impl Display for RealTerminal {
    fn size(&self) -> io::Result<Size> {
        let Size { width, height } = system::size()?;
        Ok(Size::new(width.min(MOST_COLUMNS), height.min(MOST_ROWS)))
    }

    fn show(&mut self, model: &Model) -> io::Result<()> {
        // After a panic on another thread the screen belongs to its report.
        if TAKEN.load(Ordering::SeqCst) == Manner::Free.number() {
            return Ok(());
        }
        let mut picture = Buffer::empty(Rect::from((Position::ORIGIN, model.scene.screen())));
        let Drawn { cursor, mut links } = screen::draw(model, &self.theme, &mut picture);
        links.retain(|_| model.scene.environment.links);
        queue!(self.terminal, BeginSynchronizedUpdate)?;
        if self.shown.area != picture.area {
            queue!(self.terminal, Clear(ClearType::All))?;
            self.shown = Buffer::empty(picture.area);
            self.links.clear();
        }
        self.terminal.draw(self.shown.diff_iter(&picture))?;
        links::put(&mut self.terminal, (&self.shown, &self.links), (&picture, &links))?;
        match cursor {
            Some(Position { x, y }) => queue!(self.terminal, MoveTo(x, y), Show)?,
            None => queue!(self.terminal, Hide)?,
        }
        execute!(self.terminal, EndSynchronizedUpdate)?;
        self.shown = picture;
        self.links = links;
        Ok(())
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(self.terminal, CopyToClipboard::to_clipboard_from(text))
    }

    fn suspend(&mut self) -> io::Result<()> {
        give_back();
        stop()?;
        self.retake()
    }

    fn lend(&mut self, edit: &Edit) -> io::Result<()> {
        self.gate.close();
        give_back();
        let ended = edit.command().status();
        self.gate.open();
        self.retake()?;
        ended.map(drop)
    }

    fn retake(&mut self) -> io::Result<()> {
        take(Manner::Screen { mouse: self.mouse })?;
        // Whatever was drawn there, all of it is drawn anew.
        self.shown = Buffer::default();
        self.links.clear();
        Ok(())
    }
}
