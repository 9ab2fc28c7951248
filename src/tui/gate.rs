//! The keys, held back while another program has the terminal.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long a key is waited for before it is asked whether somebody else is to have the keys.
pub const PATIENCE: Duration = Duration::from_millis(250);

/// Holds back the thread that reads keys while another program has the terminal.
#[derive(Clone, Debug, Default)]
pub struct Gate(Arc<(Mutex<Held>, Condvar)>);

#[derive(Debug, Default)]
struct Held {
    closed: bool,
    /// Whether the thread waits before it.
    waits: bool,
}

impl Gate {
    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits while it is closed.
    pub fn pass(&self) {
        let mut held = self.held();
        while held.closed {
            held.waits = true;
            self.0.1.notify_all();
            held = self.0.1.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
        held.waits = false;
    }

    /// Closes it; once that is done, no key is read.
    pub fn close(&self) {
        let mut held = self.held();
        held.closed = true;
        // A thread that has ended never comes to wait.
        let deadline = 4 * PATIENCE;
        drop(self.0.1.wait_timeout_while(held, deadline, |held| !held.waits));
    }

    /// Opens it again.
    pub fn open(&self) {
        self.held().closed = false;
        self.0.1.notify_all();
    }
}
