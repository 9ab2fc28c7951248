//! The terminal: taken, given back to the shell and taken again, and left sane whatever happens.

use std::io::{self, Stdout, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::Size;

use super::model::Model;
use super::screen;
use super::theme::Theme;

/// Where the reader is drawn: a terminal, or memory in a rehearsal.
pub trait Display {
    /// Its size in cells at the moment.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn size(&self) -> io::Result<Size>;

    /// Shows the model.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn show(&mut self, model: &Model) -> io::Result<()>;

    /// Gives the terminal back to the shell until that wakes us.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn suspend(&mut self) -> io::Result<()>;

    /// Takes the terminal anew: someone else may have changed its modes or written on it.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn retake(&mut self) -> io::Result<()>;
}

/// Whether the terminal is ours. Panic hooks run on any thread, so this can't live in the display.
static TAKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The terminal that the program runs in. Dropping it gives the terminal back.
pub struct RealTerminal {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    theme: Theme,
}

impl RealTerminal {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When standard output is no terminal, or it does not do what it is told.
    pub fn take(theme: Theme) -> io::Result<Self> {
        HOOK.call_once(|| {
            let report = std::panic::take_hook();
            // The report has to be read, so it comes after the reader's screen is gone.
            std::panic::set_hook(Box::new(move |panic| {
                give_back();
                report(panic);
            }));
        });
        take()?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout())).inspect_err(|_| give_back())?;
        Ok(Self { terminal, theme })
    }
}

fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    let taken =
        enable_raw_mode().and_then(|()| execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide));
    taken.inspect_err(|_| give_back())
}

/// Undoes [`take`], once; on the way out there is nobody left to hear of errors.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(stdout(), EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
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
    }
}

impl Display for RealTerminal {
    fn size(&self) -> io::Result<Size> {
        self.terminal.backend().size()
    }

    fn show(&mut self, model: &Model) -> io::Result<()> {
        // After a panic on another thread the screen belongs to its report.
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        execute!(stdout(), BeginSynchronizedUpdate)?;
        let theme = &self.theme;
        self.terminal.draw(|frame| {
            if let Some(cursor) = screen::draw(model, theme, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        execute!(stdout(), EndSynchronizedUpdate)
    }

    fn suspend(&mut self) -> io::Result<()> {
        give_back();
        #[cfg(unix)]
        if is_a_job() {
            signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        }
        self.retake()
    }

    fn retake(&mut self) -> io::Result<()> {
        // Raw mode is only entered again when it was left before.
        disable_raw_mode()?;
        take()?;
        execute!(stdout(), Clear(ClearType::All))?;
        // A new terminal knows of a blank screen; `clear` would ask for the cursor's position, and the
        // answer would go to the thread that reads keys.
        self.terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        Ok(())
    }
}
