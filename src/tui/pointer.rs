//! What a hand does with the mouse.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

/// Rows that one notch of the wheel scrolls.
pub const NOTCH: u8 = 3;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The first button went down.
    Press,
    /// The mouse moved with the first button down.
    Drag,
    /// The first button came up.
    Release,
    /// The wheel turned, by one notch.
    Wheel {
        /// Whether towards the beginning of the text.
        upwards: bool,
    },
}

/// Something done with the mouse, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// What was done.
    pub gesture: Gesture,
    /// The cell under the pointer.
    pub cell: Position,
}

impl Pointer {
    /// What the terminal tells; none of what nothing is done about. With Shift held the mouse is the terminal's own, to
    /// select and copy: most terminals keep it to themselves then.
    #[must_use]
    pub fn of(event: MouseEvent) -> Option<Self> {
        let gesture = match event.kind {
            _ if event.modifiers.contains(KeyModifiers::SHIFT) => return None,
            MouseEventKind::Down(MouseButton::Left) => Gesture::Press,
            MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
            MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
            MouseEventKind::ScrollUp => Gesture::Wheel { upwards: true },
            MouseEventKind::ScrollDown => Gesture::Wheel { upwards: false },
            _ => return None,
        };
        Some(Self { gesture, cell: Position::new(event.column, event.row) })
    }
}

/// Rows that a turn of the wheel scrolls down.
#[must_use]
pub fn rows(upwards: bool) -> i32 {
    if upwards { -i32::from(NOTCH) } else { i32::from(NOTCH) }
}
