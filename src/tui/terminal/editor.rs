//! How editors are told where to begin.

use std::path::Path;
use std::process::Command;

use crate::tui::effect::Edit;

impl Edit {
    /// The editor at the file and its line. Most take the line before the file, as in `+12 file`; those that don't are
    /// known by their names.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut words = self.editor.split_whitespace();
        let program = words.next().unwrap_or_default();
        let mut command = Command::new(program);
        command.args(words);
        let name = Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(line) = self.line else {
            command.arg(&self.path);
            return command;
        };
        let mut with_line = self.path.clone().into_os_string();
        with_line.push(format!(":{line}"));
        match name {
            "code" | "codium" | "code-insiders" => command.arg("--goto").arg(with_line),
            "hx" | "helix" | "subl" | "zed" => command.arg(with_line),
            _ => command.arg(format!("+{line}")).arg(&self.path),
        };
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_in_its_own_way() {
        let told = |editor: &str, line| {
            let edit = Edit { editor: editor.to_owned(), path: "a b.txt".into(), line };
            let command = edit.command();
            let arguments: Vec<String> =
                command.get_args().map(|argument| argument.to_string_lossy().into_owned()).collect();
            (command.get_program().to_string_lossy().into_owned(), arguments)
        };
        let expect = |program: &str, arguments: &[&str]| {
            (program.to_owned(), arguments.iter().map(|&argument| argument.to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(told("vi", Some(3)), expect("vi", &["+3", "a b.txt"]));
        assert_eq!(told("emacs -nw", Some(3)), expect("emacs", &["-nw", "+3", "a b.txt"]));
        assert_eq!(told("/usr/bin/hx", Some(3)), expect("/usr/bin/hx", &["a b.txt:3"]));
        assert_eq!(told("code --wait", Some(3)), expect("code", &["--wait", "--goto", "a b.txt:3"]));
        assert_eq!(told("nano", None), expect("nano", &["a b.txt"]));
    }
}
