//! The terminal as the system has it: raw mode, its size, its end.

#[cfg(not(unix))]
pub use other::{enter_raw_mode, leave_raw_mode, size, wait_for_hang_up};
#[cfg(unix)]
pub use unix::{enter_raw_mode, is_closed, leave_raw_mode, size, wait_for_hang_up};

#[cfg(unix)]
mod unix {
    use std::fs::{File, OpenOptions};
    use std::io::{self, IsTerminal, Stdin, stdin, stdout};
    use std::os::fd::{AsFd, BorrowedFd};
    use std::sync::{Mutex, MutexGuard, PoisonError};

    use ratatui::layout::Size;
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr};

    /// The modes that the shell had set; none while they are in force.
    static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

    fn before() -> MutexGuard<'static, Option<Termios>> {
        BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The terminal that keys come from.
    enum Keyboard {
        Input(Stdin),
        /// Standard input is something else.
        Controlling(File),
    }

    impl Keyboard {
        fn find() -> io::Result<Self> {
            let input = stdin();
            if input.is_terminal() {
                return Ok(Self::Input(input));
            }
            OpenOptions::new().read(true).write(true).open("/dev/tty").map(Self::Controlling)
        }
    }

    impl AsFd for Keyboard {
        fn as_fd(&self) -> BorrowedFd<'_> {
            match self {
                Self::Input(input) => input.as_fd(),
                Self::Controlling(terminal) => terminal.as_fd(),
            }
        }
    }

    /// Lets every key reach the reader at once, with none shown or acted on by the system; also where someone
    /// else has changed that meanwhile, and without a moment in which it is not so.
    ///
    /// # Errors
    /// When there is no terminal.
    pub fn enter_raw_mode() -> io::Result<()> {
        let keyboard = Keyboard::find()?;
        let now = tcgetattr(&keyboard)?;
        let mut raw = now.clone();
        raw.make_raw();
        before().get_or_insert(now);
        Ok(tcsetattr(&keyboard, OptionalActions::Now, &raw)?)
    }

    /// Puts the modes back in force that the shell had set.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn leave_raw_mode() -> io::Result<()> {
        let Some(modes) = before().take() else { return Ok(()) };
        Ok(tcsetattr(Keyboard::find()?, OptionalActions::Now, &modes)?)
    }

    /// The cells of the terminal that standard output is.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn size() -> io::Result<Size> {
        let size = tcgetwinsize(stdout())?;
        Ok(Size::new(size.ws_col, size.ws_row))
    }

    /// Whether the terminal is closed, or there is none any more.
    #[must_use]
    pub fn is_closed() -> bool {
        let Ok(keyboard) = Keyboard::find() else { return true };
        let mut ends = [PollFd::new(&keyboard, PollFlags::empty())];
        let at_once = rustix::event::Timespec { tv_sec: 0, tv_nsec: 0 };
        match poll(&mut ends, Some(&at_once)) {
            Ok(_) => ends.iter().any(|end| end.revents().intersects(PollFlags::HUP | PollFlags::NVAL)),
            Err(_) => false,
        }
    }

    /// Hands back the signal for it once the terminal is closed: whoever only reads keys would be told again
    /// and again that there is none. None where that can't be waited for.
    ///
    /// # Errors
    /// When there is no terminal.
    pub fn wait_for_hang_up() -> io::Result<Option<i32>> {
        let keyboard = Keyboard::find()?;
        // Asked for nothing, the system tells of the end alone.
        let mut ends = [PollFd::new(&keyboard, PollFlags::empty())];
        while let Err(rustix::io::Errno::INTR) = poll(&mut ends, None) {}
        let closed = ends.iter().any(|end| end.revents().contains(PollFlags::HUP));
        Ok(closed.then_some(signal_hook::consts::SIGHUP))
    }
}

#[cfg(not(unix))]
mod other {
    use std::io;

    use ratatui::layout::Size;

    pub use crossterm::terminal::{disable_raw_mode as leave_raw_mode, enable_raw_mode as enter_raw_mode};

    pub fn size() -> io::Result<Size> {
        crossterm::terminal::size().map(|(columns, rows)| Size::new(columns, rows))
    }

    pub fn wait_for_hang_up() -> io::Result<Option<i32>> {
        Ok(None)
    }
}
