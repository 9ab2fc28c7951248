//! Asks the terminal to tell what is done with the mouse.
//!
//! Moves without a button held are not asked for: nothing is done about them, and over a slow line they would be in the
//! way of everything else.

use std::io;
#[cfg(unix)]
use std::io::Write;

/// Buttons, moves with one held, and places beyond column 223.
#[cfg(unix)]
const ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
#[cfg(unix)]
const OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// From now on the terminal tells.
///
/// # Errors
/// When the terminal is gone.
#[cfg(unix)]
pub(super) fn listen() -> io::Result<()> {
    write(ON)
}

/// The mouse is the terminal's own again.
///
/// # Errors
/// When the terminal is gone.
#[cfg(unix)]
pub(super) fn leave() -> io::Result<()> {
    write(OFF)
}

#[cfg(unix)]
fn write(sequence: &[u8]) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(sequence)?;
    out.flush()
}

/// From now on the terminal tells.
///
/// # Errors
/// When the terminal is gone.
#[cfg(not(unix))]
pub(super) fn listen() -> io::Result<()> {
    crossterm::execute!(io::stdout(), crossterm::event::EnableMouseCapture)
}

/// The mouse is the terminal's own again.
///
/// # Errors
/// When the terminal is gone.
#[cfg(not(unix))]
pub(super) fn leave() -> io::Result<()> {
    crossterm::execute!(io::stdout(), crossterm::event::DisableMouseCapture)
}
