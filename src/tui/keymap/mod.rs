//! Which key runs which action, and where.

mod key;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::action::Action;

pub use self::key::{Key, Keys, UnknownKey};

/// Where keys run actions: a view or a dialog, or everywhere. Its name is that of its section in key maps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Context(pub &'static str);

impl Context {
    /// Everywhere, unless the key runs something else there.
    pub const GLOBAL: Self = Self("global");
    /// In every view, unless the key runs something else in one.
    pub const VIEW: Self = Self("view");
    /// Where a dialog is open, or a question.
    pub const DIALOG: Self = Self("dialog");
}

/// Which key runs which action where, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    /// The name of the context.
    context: String,
    keys: Keys,
    /// None runs nothing, not even what the key does everywhere.
    action: Option<Action>,
}

/// A key that someone wants to run something else, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    /// The name of the context; none where the action itself says where it is run.
    pub context: Option<String>,
    /// The key, or the keys one after the other.
    pub keys: Keys,
    /// What they run; none runs nothing.
    pub action: Option<Action>,
}

/// What is wrong with a key map: every fault at once.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key map is wrong: {}", .0.join("; "))]
pub struct KeymapError(Vec<String>);

#[derive(Deserialize)]
struct Section {
    keys: Vec<Written>,
}

#[derive(Deserialize)]
struct Written {
    on: String,
    run: String,
}

impl Keymap {
    /// The preset, built into the program.
    ///
    /// # Errors
    /// When the file in `assets/` was edited into something that is no key map.
    pub fn preset() -> Result<Self, KeymapError> {
        Self::parse(include_str!("../../../assets/keys.toml"))
    }

    /// Reads a key map: a section for each context.
    ///
    /// # Errors
    /// Names every unknown key, unknown action and key that is given twice in a section.
    pub fn parse(file: &str) -> Result<Self, KeymapError> {
        let sections: BTreeMap<String, Section> =
            toml::from_str(file).map_err(|error| KeymapError(vec![error.to_string()]))?;
        let mut rows: Vec<Row> = Vec::new();
        let mut faults = Vec::new();
        for (context, section) in sections {
            for Written { on, run } in section.keys {
                let key = on.parse::<Keys>().map_err(|error| faults.push(error.to_string())).ok();
                let action = Action::named(&run);
                if action.is_none() {
                    faults.push(format!("{on} runs {run:?}, which is no action"));
                }
                let (Some(keys), Some(_)) = (key, action) else { continue };
                let beside = |row: &&Row| row.context == context;
                if rows.iter().filter(beside).any(|row| row.keys == keys) {
                    faults.push(format!("{keys} is given twice in {context}"));
                } else if let Some(row) = rows.iter().filter(beside).find(|row| row.keys.meets(&keys)) {
                    faults.push(format!("{keys} and {} begin alike in {context}", row.keys));
                }
                rows.push(Row { context: context.clone(), keys, action });
            }
        }
        if faults.is_empty() { Ok(Self { rows }) } else { Err(KeymapError(faults)) }
    }

    /// The same with some keys running something else, or nothing. What someone chose for an action is shown
    /// before the keys that it had.
    ///
    /// Without a context, a key runs its action wherever that is at home, and no longer what it ran in views. What it
    /// does in dialogs stays, unless the action is at home there: a dialog can always be closed as it says.
    #[must_use]
    pub fn rebound(&self, changes: &[Rebinding]) -> Self {
        let mut rows = self.rows.clone();
        let mut chosen: Vec<Row> = Vec::new();
        // What names its context counts, whatever stands before it.
        let (everywhere, named): (Vec<&Rebinding>, Vec<&Rebinding>) =
            changes.iter().partition(|change| change.context.is_none());
        for &Rebinding { ref context, ref keys, action } in everywhere.into_iter().chain(named) {
            let homes: Vec<&str> = match context {
                Some(context) => vec![context],
                None => action.map(|action| self.homes(action)).unwrap_or_default(),
            };
            let is = |context: &str, asked: Context| context == asked.0;
            // What is run in all views, or nowhere, must not be hidden by what the key ran in one of them.
            let in_all_views = context.is_none()
                && homes.iter().all(|home| {
                    [Context::GLOBAL, Context::VIEW, Context::DIALOG].iter().any(|wide| is(home, *wide))
                });
            let hides = |row: &Row| {
                !is(&row.context, Context::DIALOG) && (homes.is_empty() || !is(&row.context, Context::GLOBAL))
            };
            let goes = |row: &Row| {
                let here = homes.contains(&row.context.as_str());
                row.keys.meets(keys) && (here || in_all_views && hides(row))
            };
            rows.retain(|row| !goes(row));
            chosen.retain(|row| !goes(row));
            let bound =
                homes.iter().map(|home| Row { context: (*home).to_owned(), keys: keys.clone(), action });
            chosen.extend(bound);
        }
        chosen.append(&mut rows);
        Self { rows: chosen }
    }

    /// The names of all contexts.
    #[must_use]
    pub fn contexts(&self) -> Vec<&str> {
        let mut contexts: Vec<&str> = self.rows.iter().map(|row| row.context.as_str()).collect();
        contexts.sort_unstable();
        contexts.dedup();
        contexts
    }

    /// The contexts that an action is at home in: those where a key runs it.
    fn homes(&self, action: Action) -> Vec<&str> {
        let mut homes: Vec<&str> = Vec::new();
        for row in self.rows.iter().filter(|row| row.action == Some(action)) {
            if !homes.contains(&row.context.as_str()) {
                homes.push(&row.context);
            }
        }
        homes
    }

    /// All of it as settings name it, each line behind a sign that takes it out of use.
    #[must_use]
    pub fn written(&self) -> String {
        let mut written = String::new();
        for context in self.contexts() {
            written += &format!("\n#[keys.{context}]\n");
            for row in self.rows.iter().filter(|row| row.context == context) {
                if let Some(action) = row.action {
                    let key = row.keys.to_string().replace('\\', "\\\\").replace('"', "\\\"");
                    written += &format!("#\"{key}\" = {:?}\n", action.name());
                }
            }
        }
        written
    }

    /// Whether an action does something in a context: it is at home there, or in one that holds there, too.
    #[must_use]
    pub fn does_something(&self, context: &str, action: Action) -> bool {
        let homes = self.homes(action);
        sections(context).any(|section| homes.contains(&section))
    }

    /// What keys run in a context.
    #[must_use]
    pub fn action(&self, context: Context, keys: &[Key]) -> Option<Action> {
        self.action_in(context.0, keys)
    }

    fn action_in(&self, context: &str, keys: &[Key]) -> Option<Action> {
        let row = |section| self.rows.iter().find(|row| row.context == section && row.keys.0 == keys);
        sections(context).find_map(row)?.action
    }

    /// Whether keys are the beginning of others that run something in a context.
    #[must_use]
    pub fn begins(&self, context: Context, keys: &[Key]) -> bool {
        let longer = |row: &&Row| row.keys.0.len() > keys.len() && row.keys.0.starts_with(keys);
        let runs =
            |row: &Row| row.action.is_some() && sections(context.0).any(|section| section == row.context);
        self.action(context, keys).is_none() && self.rows.iter().filter(longer).any(runs)
    }

    /// The keys that run an action in a context, the most usual first.
    #[must_use]
    pub fn keys(&self, context: Context, action: Action) -> Vec<Keys> {
        self.keys_in(context.0, action)
    }

    /// The same for the name of a context.
    #[must_use]
    pub fn keys_in(&self, context: &str, action: Action) -> Vec<Keys> {
        let mut keys = Vec::new();
        let runs =
            |row: &&Row| row.action == Some(action) && self.action_in(context, &row.keys.0) == Some(action);
        for row in self.rows.iter().filter(runs) {
            // A key may run it both here and everywhere.
            if !keys.contains(&row.keys) && sections(context).any(|section| section == row.context) {
                keys.push(row.keys.clone());
            }
        }
        keys
    }

    /// The key that is shown for an action in a context, in words; nothing where there is none.
    #[must_use]
    pub fn shown(&self, context: Context, action: Action) -> String {
        self.keys(context, action).first().map(|key| key.to_string()).unwrap_or_default()
    }
}

/// The sections of a key map that hold in a context, the first before the others.
fn sections(context: &str) -> impl Iterator<Item = &str> {
    let is_view = ![Context::GLOBAL.0, Context::VIEW.0, Context::DIALOG.0].contains(&context);
    let own = (context != Context::GLOBAL.0).then_some(context);
    let views = is_view.then_some(Context::VIEW.0);
    own.into_iter().chain(views).chain([Context::GLOBAL.0])
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMPARE: Context = Context("compare");

    fn key(written: &str) -> Key {
        written.parse().unwrap()
    }

    fn keys(written: &str) -> Keys {
        written.parse().unwrap()
    }

    fn rebound(changes: &[(Option<&str>, &str, Option<Action>)]) -> Keymap {
        let rebinding = |&(context, written, action): &(Option<&str>, &str, Option<Action>)| Rebinding {
            context: context.map(str::to_owned),
            keys: keys(written),
            action,
        };
        let changes: Vec<Rebinding> = changes.iter().map(rebinding).collect();
        Keymap::preset().unwrap().rebound(&changes)
    }

    #[test]
    fn the_preset_reaches_every_action() {
        let keymap = Keymap::preset().unwrap();
        assert_eq!(
            keymap.contexts(),
            ["compare", "conflicts", "dialog", "global", "matrix", "merged", "quotes", "view"]
        );
        for &action in Action::ALL {
            assert!(!keymap.homes(action).is_empty(), "{} has no key", action.name());
            assert!(!action.doc().is_empty());
            assert_eq!(Action::named(action.name()), Some(action));
        }
        for row in &keymap.rows {
            assert_eq!(row.keys.to_string().parse(), Ok(row.keys.clone()));
        }
    }

    #[test]
    fn every_fault_is_reported_at_once() {
        let file = r#"
            [global]
            keys = [{ on = "j", run = "next_sentence" }, { on = "j", run = "quit" }, { on = "jj", run = "quit" }]
            [dialog]
            keys = [{ on = "j", run = "accept" }, { on = "x", run = "fly" }]
        "#;
        let message = Keymap::parse(file).unwrap_err().to_string();
        for part in ["j is given twice in global", "\"jj\" is no key", "x runs \"fly\""] {
            assert!(message.contains(part), "{message}");
        }
        assert!(!message.contains("in dialog"), "{message}");
    }

    #[test]
    fn a_context_goes_before_what_is_everywhere() {
        let keymap = Keymap::preset().unwrap();
        assert_eq!(keymap.action(COMPARE, &[key("Enter")]), Some(Action::NextMember));
        assert_eq!(keymap.action(Context::DIALOG, &[key("Enter")]), Some(Action::Accept));
        assert_eq!(keymap.action(Context::DIALOG, &[key("j")]), Some(Action::NextSentence));
        assert_eq!(keymap.action(Context::DIALOG, &[key("x")]), None);
        assert_eq!(keymap.keys(Context::DIALOG, Action::Close), [keys("Esc")]);
    }

    #[test]
    fn an_action_without_a_context_is_run_wherever_it_is_at_home() {
        let keymap = rebound(&[
            (None, "x", Some(Action::NextSentence)),
            (None, "m", Some(Action::Select)),
            (None, "j", Some(Action::Filter)),
            (None, "Esc", Some(Action::Quit)),
            (None, "Enter", None),
            (None, "F", Some(Action::Export)),
        ]);
        for context in [COMPARE, Context::DIALOG] {
            assert_eq!(keymap.action(context, &[key("x")]), Some(Action::NextSentence));
            assert_eq!(keymap.action(context, &[key("m")]), Some(Action::Select));
        }
        assert_eq!(keymap.action(COMPARE, &[key("j")]), Some(Action::Filter));
        assert_eq!(keymap.keys(COMPARE, Action::NextSentence), [keys("x"), keys("Down")]);
        assert_eq!(keymap.action(Context::DIALOG, &[key("j")]), Some(Action::NextSentence));
        // What is run in every view is run in this one, too, and not in dialogs.
        assert_eq!(keymap.action(COMPARE, &[key("F")]), Some(Action::Export));
        assert_eq!(keymap.action(Context("another view"), &[key("F")]), Some(Action::Export));
        assert_eq!(keymap.action(Context::DIALOG, &[key("F")]), None);
        // Dialogs are closed and accepted as before.
        assert_eq!(keymap.action(COMPARE, &[key("Esc")]), Some(Action::Quit));
        assert_eq!(keymap.action(Context::DIALOG, &[key("Esc")]), Some(Action::Close));
        assert_eq!(keymap.action(COMPARE, &[key("Enter")]), None);
        assert_eq!(keymap.action(Context::DIALOG, &[key("Enter")]), Some(Action::Accept));
    }

    #[test]
    fn keys_may_follow_one_another() {
        let keymap = rebound(&[
            (Some("compare"), "Ctrl-x Ctrl-s", Some(Action::Export)),
            (Some("compare"), "g g", Some(Action::FirstSentence)),
        ]);
        let both = [key("Ctrl-x"), key("Ctrl-s")];
        assert_eq!(keymap.action(COMPARE, &both), Some(Action::Export));
        assert!(keymap.begins(COMPARE, &both[..1]) && !keymap.begins(COMPARE, &both));
        assert!(!keymap.begins(Context::DIALOG, &both[..1]));
        assert_eq!(keymap.keys(COMPARE, Action::Export)[0].to_string(), "Ctrl-x Ctrl-s");
        // What one of them ran alone gives way where it is set, and stays elsewhere.
        assert!(!keymap.begins(COMPARE, &[key("g")]) || keymap.action(COMPARE, &[key("g")]).is_none());
        let file = "[compare]\nkeys = [{ on = \"g\", run = \"quit\" }, { on = \"g g\", run = \"help\" }]";
        assert!(Keymap::parse(file).unwrap_err().to_string().contains("begin alike"));
    }

    #[test]
    fn a_context_that_is_named_is_the_only_one() {
        let keymap = rebound(&[
            (Some("dialog"), "j", None),
            (Some("dialog"), "F9", Some(Action::Accept)),
            (Some("compare"), "q", Some(Action::Filter)),
            (None, "q", Some(Action::Export)),
        ]);
        assert_eq!(keymap.action(Context::DIALOG, &[key("j")]), None);
        assert_eq!(keymap.action(COMPARE, &[key("j")]), Some(Action::NextSentence));
        assert_eq!(keymap.shown(Context::DIALOG, Action::Accept), "F9");
        assert_eq!(keymap.action(COMPARE, &[key("F9")]), None);
        assert_eq!(keymap.action(COMPARE, &[key("q")]), Some(Action::Filter));
    }
}
