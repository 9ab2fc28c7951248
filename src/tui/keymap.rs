//! Keys, how they are written, and which action they run.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::Deserialize;

use super::action::Action;

/// A key with its modifiers. Shift is part of the character, never a modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let code = match event.code {
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        Self { code, ctrl, alt: event.modifiers.contains(KeyModifiers::ALT) }
    }
}

impl Key {
    /// Whether every terminal can send it. Most send Ctrl with a letter as one of 26 signs, which know no capitals
    /// and some of which are keys of their own; and nobody types a sign that acts.
    #[must_use]
    pub fn is_sent(self) -> bool {
        match self.code {
            // Before these, Alt is the beginning of the name of another key.
            KeyCode::Char('[' | 'O') if self.alt => false,
            KeyCode::Char(character) if self.ctrl => {
                // Ctrl-i is Tab, Ctrl-m is Enter, and Ctrl-h is Backspace for many.
                character == ' ' || character.is_ascii_lowercase() && !matches!(character, 'h' | 'i' | 'm')
            }
            KeyCode::Char(character) => !crate::say::acts(character),
            KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab | KeyCode::Esc | KeyCode::Backspace => {
                !self.ctrl
            }
            _ => true,
        }
    }
}

const NAMES: [(&str, KeyCode); 16] = [
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("Tab", KeyCode::Tab),
    ("BackTab", KeyCode::BackTab),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
];

/// A key that is written in no way we know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no key")]
pub struct UnknownKey(String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(written: &str) -> Result<Self, UnknownKey> {
        let mut rest = written;
        let (mut ctrl, mut alt) = (false, false);
        loop {
            if let Some(after) = rest.strip_prefix("Ctrl-").filter(|after| !after.is_empty()) {
                (ctrl, rest) = (true, after);
            } else if let Some(after) = rest.strip_prefix("Alt-").filter(|after| !after.is_empty()) {
                (alt, rest) = (true, after);
            } else {
                break;
            }
        }
        let named = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(rest)).map(|&(_, code)| code);
        let function = || rest.strip_prefix('F')?.parse().ok().filter(|n| (1..=12).contains(n));
        let mut characters = rest.chars();
        let code = match (named, characters.next(), characters.next()) {
            (Some(code), ..) => code,
            (None, Some(only), None) => KeyCode::Char(only),
            _ => KeyCode::F(function().ok_or_else(|| UnknownKey(written.to_owned()))?),
        };
        Ok(Self { code, ctrl, alt })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(character)) => write!(f, "{character}"),
            (None, KeyCode::F(number)) => write!(f, "F{number}"),
            (None, other) => write!(f, "{other}"),
        }
    }
}

/// Which key runs which action, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    rows: Vec<(Key, Action)>,
}

/// What is wrong with a key map: every fault at once.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key map is wrong: {}", .0.join("; "))]
pub struct KeymapError(Vec<String>);

#[derive(Deserialize)]
struct File {
    keys: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    on: String,
    run: String,
}

impl Keymap {
    /// The preset, built into the program.
    ///
    /// # Errors
    /// When the file in `assets/` was edited into something that is no key map.
    pub fn preset() -> Result<Self, KeymapError> {
        Self::parse(include_str!("../../assets/keys.toml"))
    }

    /// Reads a key map.
    ///
    /// # Errors
    /// Names every unknown key, unknown action and key that is given twice.
    pub fn parse(file: &str) -> Result<Self, KeymapError> {
        let file: File = toml::from_str(file).map_err(|error| KeymapError(vec![error.to_string()]))?;
        let mut rows: Vec<(Key, Action)> = Vec::new();
        let mut faults = Vec::new();
        for row in file.keys {
            let key = row.on.parse::<Key>().map_err(|error| faults.push(error.to_string())).ok();
            let action = Action::named(&row.run);
            if action.is_none() {
                faults.push(format!("{} runs {:?}, which is no action", row.on, row.run));
            }
            if let (Some(key), Some(action)) = (key, action) {
                if rows.iter().any(|(taken, _)| *taken == key) {
                    faults.push(format!("{key} is given twice"));
                }
                rows.push((key, action));
            }
        }
        if faults.is_empty() { Ok(Self { rows }) } else { Err(KeymapError(faults)) }
    }

    /// The same with some keys running something else, or nothing. What someone chose for an action is shown
    /// before the keys that it had.
    #[must_use]
    pub fn rebound(&self, changes: &[(Key, Option<Action>)]) -> Self {
        let changed = |key: &Key| changes.iter().any(|(other, _)| other == key);
        let chosen = changes.iter().filter_map(|&(key, action)| Some((key, action?)));
        let rest = self.rows.iter().filter(|(key, _)| !changed(key)).copied();
        Self { rows: chosen.chain(rest).collect() }
    }

    /// What a key runs.
    #[must_use]
    pub fn action(&self, key: Key) -> Option<Action> {
        self.rows.iter().find(|(bound, _)| *bound == key).map(|&(_, action)| action)
    }

    /// The keys that run an action, the most usual first.
    pub fn keys(&self, action: Action) -> impl Iterator<Item = Key> + '_ {
        self.rows.iter().filter(move |(_, run)| *run == action).map(|&(key, _)| key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preset_reaches_every_action() {
        let keymap = Keymap::preset().unwrap();
        for &action in Action::ALL {
            assert!(keymap.keys(action).next().is_some(), "{} has no key", action.name());
            assert!(!action.doc().is_empty());
            assert_eq!(Action::named(action.name()), Some(action));
        }
    }

    #[test]
    fn keys_are_read_as_they_are_written() {
        let keymap = Keymap::preset().unwrap();
        for (key, _) in &keymap.rows {
            assert_eq!(key.to_string().parse(), Ok(*key));
        }
        assert_eq!("Ctrl--".parse::<Key>().unwrap().to_string(), "Ctrl--");
        assert_eq!("F12".parse::<Key>().unwrap().code, KeyCode::F(12));
        for wrong in ["", "Ctrl", "F13", "jj", "Hyper-x"] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_fault_is_reported_at_once() {
        let file = r#"keys = [
            { on = "j", run = "next_sentence" }, { on = "j", run = "quit" },
            { on = "jj", run = "quit" }, { on = "x", run = "fly" },
        ]"#;
        let message = Keymap::parse(file).unwrap_err().to_string();
        for part in ["j is given twice", "\"jj\" is no key", "x runs \"fly\""] {
            assert!(message.contains(part), "{message}");
        }
    }
}
