//! The terminal as a printer: lines one below the other, with keys read as they are pressed.

use std::io::{self, Write, stdout};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;
use ratatui::layout::Size;

use super::{Display, Manner, give_back, print_reports, stop, take};
use crate::tui::effect::Edit;
use crate::tui::gate::Gate;
use crate::tui::linear::{SIZE, Speaker, Spoken};
use crate::tui::model::Model;

/// A terminal that the reader speaks on. Dropping it gives the terminal back.
pub struct LinearTerminal {
    speaker: Speaker,
    /// Before the thread that reads keys.
    gate: Gate,
    /// Whether the last line may still be typed in.
    open: bool,
}

impl LinearTerminal {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When standard output is no terminal, or it does not do what it is told.
    pub fn take(gate: Gate) -> io::Result<Self> {
        take(Manner::Lines)?;
        Ok(Self { speaker: Speaker::default(), gate, open: false })
    }
}

impl Drop for LinearTerminal {
    fn drop(&mut self) {
        if self.open {
            // Nobody is left to hear of errors.
            let _ = write!(stdout(), "\r\n");
        }
        give_back();
        print_reports();
    }
}

impl Display for LinearTerminal {
    fn size(&self) -> io::Result<Size> {
        Ok(SIZE)
    }

    fn show(&mut self, model: &Model) -> io::Result<()> {
        let mut out = stdout().lock();
        for spoken in self.speaker.speak(model) {
            match spoken {
                Spoken::Line(line) => {
                    let before = if self.open { "\r\n" } else { "" };
                    write!(out, "{before}{line}\r\n")?;
                    self.open = false;
                }
                Spoken::Again(line) => {
                    write!(out, "\r{line} ")?;
                    self.open = true;
                }
            }
        }
        out.flush()
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
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
        take(Manner::Lines)
    }
}
