//! The settings of the reader: one TOML file, read once, whose faults are reported all together.

mod fault;
mod file;

use self::fault::{Fault, line_and_column, located};
use super::action::Action;
use super::keymap::{Context, Keymap, Keys, Rebinding};
use super::theme::Preset;

/// Cells that a column needs at least, unless the settings say otherwise.
pub const NARROWEST: u16 = 36;
/// Cells beyond which lines are hard to read.
pub const WIDEST: u16 = 100;
/// Cells that a column has to have at least, whatever the settings ask for.
const NARROWEST_ALLOWED: u16 = 20;
/// What stands in a file where a key is to do nothing.
const UNBOUND: &str = "none";

/// How someone wants the reader to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderSettings {
    /// The colours.
    pub theme: Preset,
    /// Whether runs of off-topic lines are folded at first.
    pub folded: bool,
    /// Whether no blank lines stand between paragraphs at first.
    pub compact: bool,
    /// Cells that a column needs at least: as many columns are shown as fit.
    pub column_width: u16,
    /// The folder that exports go to unless told otherwise, as it was written: may begin with `~/`.
    pub export_folder: Option<String>,
    /// Whether the mouse is the reader's; else it is the terminal's own.
    pub mouse: bool,
    /// Whether lines are printed one below the other, in words, and nothing is drawn.
    pub linear: bool,
    /// Whether what is done in a story is kept and comes back.
    pub remember: bool,
    /// Keys that run something else than in the preset; none runs nothing.
    pub keys: Vec<Rebinding>,
}

impl Default for ReaderSettings {
    fn default() -> Self {
        Self {
            theme: Preset::default(),
            folded: true,
            compact: false,
            column_width: NARROWEST,
            export_folder: None,
            mouse: true,
            linear: false,
            remember: true,
            keys: Vec::new(),
        }
    }
}

impl ReaderSettings {
    /// A settings file with everything as it is without one, and what each line is for.
    ///
    /// # Errors
    /// When the key map in `assets/` is damaged.
    pub fn preset_file() -> Result<String, Vec<String>> {
        let keymap = Keymap::preset().map_err(|error| vec![error.to_string()])?;
        Ok(include_str!("../../assets/settings.toml").to_owned() + &keymap.written())
    }

    /// Reads a settings file; what it leaves out is as usual.
    ///
    /// # Errors
    /// Every fault of the file, each with the key and what is allowed there.
    pub fn parse(file: &str) -> Result<Self, Vec<String>> {
        let table: toml::Table =
            file.parse().map_err(|error: toml::de::Error| vec![not_toml(file, &error)])?;
        let mut settings = Self::default();
        let mut faults = Vec::new();
        for (name, value) in &table {
            if let Err(mut found) = settings.set(name, value) {
                faults.append(&mut found);
            }
        }
        if faults.is_empty() { Ok(settings) } else { Err(located(file, faults)) }
    }

    fn set(&mut self, name: &str, value: &toml::Value) -> Result<(), Vec<Fault>> {
        let fault =
            |allowed: &str| vec![Fault::new(&[name], format!("{name} = {}: {allowed}", shown(value)))];
        match name {
            "theme" => {
                let names = Preset::ALL.map(|preset| format!("{:?}", preset.name)).join(", ");
                self.theme = value
                    .as_str()
                    .and_then(Preset::named)
                    .ok_or_else(|| fault(&format!("write one of {names}")))?;
            }
            "off_topic" => {
                self.folded = match value.as_str() {
                    Some("folded") => true,
                    Some("shown") => false,
                    _ => return Err(fault("write \"folded\" or \"shown\"")),
                };
            }
            "compact" => {
                self.compact = value.as_bool().ok_or_else(|| fault("write true or false"))?;
            }
            "column_width" => {
                let width = value.as_integer().and_then(|width| u16::try_from(width).ok());
                let allowed = width.filter(|width| (NARROWEST_ALLOWED..=WIDEST).contains(width));
                self.column_width = allowed.ok_or_else(|| {
                    fault(&format!("write a number of cells from {NARROWEST_ALLOWED} to {WIDEST}"))
                })?;
            }
            "export_folder" => {
                let folder = value.as_str().filter(|folder| is_anchored(folder));
                let folder = folder.ok_or_else(|| fault("write a whole path, or one that begins with ~/"))?;
                self.export_folder = Some(folder.to_owned());
            }
            "mouse" => {
                self.mouse = value.as_bool().ok_or_else(|| fault("write true or false"))?;
            }
            "linear" => {
                self.linear = value.as_bool().ok_or_else(|| fault("write true or false"))?;
            }
            "remember" => {
                self.remember = value.as_bool().ok_or_else(|| fault("write true or false"))?;
            }
            "keys" => {
                let keys = value.as_table();
                self.keys = rebindings(keys.ok_or_else(|| fault("write keys below a line [keys]"))?)?;
            }
            _ => {
                let said = format!(
                    "{name}: no such setting; there are theme, off_topic, compact, column_width, export_folder, mouse, linear, remember and [keys]"
                );
                return Err(vec![Fault::new(&[name], said)]);
            }
        }
        Ok(())
    }
}

/// The parser's message in one line, with the line of the file.
fn not_toml(file: &str, error: &toml::de::Error) -> String {
    let (line, column) = line_and_column(file, error.span().map_or(0, |span| span.start));
    format!("line {line}, column {column}: {}", error.message())
}

/// A value much as it was written.
fn shown(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => format!("{text:?}"),
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Float(number) => number.to_string(),
        toml::Value::Boolean(truth) => truth.to_string(),
        toml::Value::Datetime(_) => "a date".to_owned(),
        toml::Value::Array(_) => "a list".to_owned(),
        toml::Value::Table(_) => "a table".to_owned(),
    }
}

/// Whether a folder is the same wherever the program is started.
fn is_anchored(folder: &str) -> bool {
    folder == "~" || folder.starts_with("~/") || std::path::Path::new(folder).is_absolute()
}

/// The keys of a file: those that hold wherever their action is at home, and those of a context by its name.
fn rebindings(table: &toml::Table) -> Result<Vec<Rebinding>, Vec<Fault>> {
    let preset = Keymap::preset().map_err(|error| vec![Fault::new(&[], error.to_string())])?;
    let mut keys: Vec<Rebinding> = Vec::new();
    let mut faults = Vec::new();
    for (written, value) in table {
        let Some(inside) = value.as_table() else {
            rebinding(None, written, value, &mut keys, &mut faults);
            continue;
        };
        if !preset.contexts().contains(&written.as_str()) {
            let said = format!("keys.{written}: there are {}", preset.contexts().join(", "));
            faults.push(Fault::new(&["keys", written], said));
            continue;
        }
        for (key, value) in inside {
            rebinding(Some(written), key, value, &mut keys, &mut faults);
        }
    }
    for Rebinding { context, keys: key, action } in &keys {
        if let (Some(context), Some(action)) = (context, action)
            && !preset.does_something(context, *action)
        {
            let said = format!("keys.{context}: {key} = {:?} does nothing there", action.name());
            faults.push(Fault::new(&["keys", context, &key.to_string()], said));
        }
    }
    if faults.iter().any(|fault: &Fault| fault.said.ends_with(NO_ACTION)) {
        let names: Vec<&str> = Action::ALL.iter().map(|action| action.name()).collect();
        faults.push(Fault::new(&[], format!("keys: actions are {}, and {UNBOUND}", names.join(", "))));
    }
    let keymap = preset.rebound(&keys);
    // A dialog can be closed by its own keys before.
    let mut contexts = keymap.contexts();
    contexts.retain(|context| *context != Context::DIALOG.0);
    let quits = |context: &&str| keymap.keys_in(context, Action::Quit).iter().any(Keys::are_sent);
    if faults.is_empty() && !contexts.iter().all(quits) {
        let fault =
            "keys: none that every terminal can send would quit; leave q or Ctrl-c, or give quit another key";
        faults.push(Fault::new(&[], fault));
    }
    if faults.is_empty() { Ok(keys) } else { Err(faults) }
}

/// How the fault of an action that there is none of ends.
const NO_ACTION: &str = "is no action";

/// One key of a file, with its faults.
fn rebinding(
    context: Option<&String>,
    written: &str,
    value: &toml::Value,
    keys: &mut Vec<Rebinding>,
    faults: &mut Vec<Fault>,
) {
    let path: Vec<&str> = ["keys"].into_iter().chain(context.map(String::as_str)).chain([written]).collect();
    let section = context.map_or("keys".to_owned(), |context| format!("keys.{context}"));
    let key = match written.parse::<Keys>() {
        Ok(key) if keys.iter().any(|taken| taken.keys == key && taken.context.as_ref() == context) => {
            faults.push(Fault::new(&path, format!("{section}: {key} is given twice")));
            None
        }
        Ok(key) => Some(key),
        Err(error) => {
            let allowed = "write a character, or a name such as Enter, PgDn or F2, behind Ctrl- or Alt-, and several with spaces between them";
            faults.push(Fault::new(&path, format!("{section}: {error}; {allowed}")));
            None
        }
    };
    let action = match value.as_str() {
        Some(UNBOUND) => Some(None),
        Some(name) => Action::named(name).map(Some),
        None => None,
    };
    if action.is_none() {
        faults.push(Fault::new(&path, format!("{section}: {written} = {} {NO_ACTION}", shown(value))));
    }
    keys.extend(key.zip(action).map(|(key, action)| Rebinding {
        context: context.cloned(),
        keys: key,
        action,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_differs() {
        assert_eq!(ReaderSettings::parse(""), Ok(ReaderSettings::default()));
        let file = r#"
            theme = "light"
            off_topic = "shown"
            compact = true
            column_width = 50
            export_folder = "~/stories"
            mouse = false
            [keys]
            "Ctrl-n" = "next_sentence"
            "x" = "none"
            [keys.dialog]
            "w" = "accept"
        "#;
        let settings = ReaderSettings::parse(file).unwrap();
        assert_eq!(settings.theme.name, "light");
        assert!(!settings.folded);
        assert!(settings.compact && !ReaderSettings::default().compact);
        assert_eq!(settings.column_width, 50);
        assert_eq!(settings.export_folder.as_deref(), Some("~/stories"));
        assert!(!settings.mouse && ReaderSettings::default().mouse);
        let rebinding = |context: Option<&str>, key: &str, action| Rebinding {
            context: context.map(str::to_owned),
            keys: key.parse().unwrap(),
            action,
        };
        for expected in [
            rebinding(None, "Ctrl-n", Some(Action::NextSentence)),
            rebinding(None, "x", None),
            rebinding(Some("dialog"), "w", Some(Action::Accept)),
        ] {
            assert!(settings.keys.contains(&expected), "{expected:?} in {:?}", settings.keys);
        }
        assert_eq!(ReaderSettings::parse("theme = \"auto\"").unwrap().theme, Preset::default());
    }

    #[test]
    fn every_fault_names_its_key_and_what_is_allowed() {
        let file = r#"
            theme = "blue"
            off_topic = true
            compact = 1
            column_width = 5
            export_folder = "stories"
            mouse = "off"
            colour = "red"
            [keys]
            "Hyper-n" = "next_sentence"
            "x" = "fly"
            "Enter" = "quit"
            "enter" = "quit"
            [keys.compare]
            "w" = "accept"
            [keys.pages]
            "w" = "close"
        "#;
        let faults = ReaderSettings::parse(file).unwrap_err().join("\n");
        assert!(faults.starts_with("line 2, column 13: theme = "), "{faults}");
        assert!(faults.contains("line 11, column 13: keys: x = \"fly\""), "{faults}");
        assert!(faults.contains("line 15, column 13: keys.compare: w"), "{faults}");
        for part in [
            "theme = \"blue\": write one of \"auto\", \"dark\"",
            "off_topic = true: write \"folded\" or \"shown\"",
            "compact = 1: write true or false",
            "column_width = 5: write a number of cells from 20 to 100",
            "export_folder = \"stories\": write a whole path",
            "mouse = \"off\": write true or false",
            "colour: no such setting; there are theme,",
            "\"Hyper-n\" is no key",
            "x = \"fly\" is no action",
            "actions are next_sentence,",
            "Enter is given twice",
            "keys.compare: w = \"accept\" does nothing there",
            "keys.pages: there are compare, conflicts, dialog, global, matrix, merged, quotes, view",
        ] {
            assert!(faults.contains(part), "{part} is missing in\n{faults}");
        }
    }

    #[test]
    fn what_is_no_toml_is_named_with_its_line() {
        let faults = ReaderSettings::parse("theme = \"dark\"\ncolumn_width = \n").unwrap_err();
        assert_eq!(faults.len(), 1);
        assert!(faults[0].starts_with("line 2, column "), "{faults:?}");
        assert!(!faults[0].contains('\n'), "{faults:?}");
    }

    #[test]
    fn the_reader_can_always_be_left() {
        let none = "[keys]\nq = \"none\"\nCtrl-c = \"none\"\n";
        assert!(ReaderSettings::parse(none).unwrap_err()[0].contains("would quit"));
        let with = |key: &str| ReaderSettings::parse(&format!("{none}{key} = \"quit\"\n"));
        for key in ["Q", "Ctrl-q", "Alt-q", "F12", "Esc", "ü"] {
            assert!(with(&format!("{key:?}")).is_ok(), "{key}");
        }
        // What no terminal sends, or as another key.
        for key in ["Ctrl-Q", "Ctrl-i", "Ctrl-m", "Ctrl-é", "Ctrl-Tab", "Ctrl-Enter", "Alt-[", "\\u0007"] {
            let faults = with(&format!("\"{key}\"")).unwrap_err();
            assert!(faults[0].contains("would quit"), "{key}: {faults:?}");
        }
    }
}
