//! What the environment says about the terminal, read once.

use std::path::PathBuf;

/// Terminals, by the beginning of their `TERM`, that print an address that is put behind cells.
const NO_LINKS: [&str; 4] = ["dumb", "linux", "screen", "vt"];

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colours {
    /// None are wanted: `NO_COLOR`, or a dumb terminal.
    None,
    /// The sixteen of the terminal's own palette.
    Sixteen,
    /// The fixed 256.
    Indexed,
    /// Red, green and blue.
    True,
}

/// What the terminal's background is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Dark, and wherever nothing tells.
    Dark,
    /// Light.
    Light,
}

/// Which characters the terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// All of Unicode.
    Utf8,
    /// ASCII only: the locale is not UTF-8.
    Ascii,
}

/// What the environment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment {
    /// How many colours there are.
    pub colours: Colours,
    /// What the background is like.
    pub background: Background,
    /// Whether the environment says so; else the terminal itself may be asked.
    pub background_told: bool,
    /// Which characters can be shown.
    pub charset: Charset,
    /// Whether an address can be put behind cells: terminals that don't know how ignore it, but for some.
    pub links: bool,
    /// The home folder, for paths that begin with `~`.
    pub home: Option<PathBuf>,
    /// The editor, with its arguments.
    pub editor: Option<String>,
}

impl Environment {
    /// The environment of this process.
    #[must_use]
    pub fn of_process() -> Self {
        Self::of(|name| std::env::var(name).ok())
    }

    /// The environment that `variable` looks up. An empty variable counts as unset.
    #[must_use]
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        let colorterm = set("COLORTERM").unwrap_or_default();
        let colours = if set("NO_COLOR").is_some() || term == "dumb" {
            Colours::None
        } else if colorterm == "truecolor" || colorterm == "24bit" || term.ends_with("-direct") {
            Colours::True
        } else if term.contains("256color") {
            Colours::Indexed
        } else {
            Colours::Sixteen
        };
        let links = !term.is_empty() && !NO_LINKS.iter().any(|name| term.starts_with(name));
        let links = set("FORCE_HYPERLINK").map_or(links, |forced| forced != "0");
        // "15;0": foreground and background by number; 7 and 9 to 15 are light.
        let behind =
            set("COLORFGBG").and_then(|pair| pair.rsplit(';').next().and_then(|n| n.parse::<u8>().ok()));
        let background = match behind {
            Some(7 | 9..=15) => Background::Light,
            _ => Background::Dark,
        };
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set).unwrap_or_default();
        let locale = locale.to_ascii_lowercase();
        let unicode = cfg!(windows) || locale.contains("utf-8") || locale.contains("utf8");
        let charset = if unicode { Charset::Utf8 } else { Charset::Ascii };
        let home = set("HOME").or_else(|| set("USERPROFILE")).map(PathBuf::from);
        let editor = set("VISUAL").or_else(|| set("EDITOR"));
        Self { colours, background, background_told: behind.is_some(), charset, links, home, editor }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Environment {
        Environment::of(|name| {
            variables.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn colours_are_those_that_the_terminal_has() {
        assert_eq!(of(&[("TERM", "xterm")]).colours, Colours::Sixteen);
        assert_eq!(of(&[("TERM", "tmux-256color")]).colours, Colours::Indexed);
        assert_eq!(of(&[("TERM", "xterm"), ("COLORTERM", "truecolor")]).colours, Colours::True);
        assert_eq!(of(&[("COLORTERM", "truecolor"), ("NO_COLOR", "1")]).colours, Colours::None);
        assert_eq!(of(&[("COLORTERM", "truecolor"), ("NO_COLOR", "")]).colours, Colours::True);
        assert_eq!(of(&[("TERM", "dumb")]).colours, Colours::None);
    }

    #[test]
    fn terminals_that_would_print_addresses_are_given_none() {
        assert!(of(&[("TERM", "xterm-256color")]).links);
        assert!(!of(&[("TERM", "linux")]).links);
        assert!(!of(&[]).links);
        assert!(of(&[("TERM", "screen.xterm-256color"), ("FORCE_HYPERLINK", "1")]).links);
        assert!(!of(&[("TERM", "xterm"), ("FORCE_HYPERLINK", "0")]).links);
    }

    #[test]
    fn the_first_locale_that_is_set_decides() {
        assert_eq!(of(&[]).charset, if cfg!(windows) { Charset::Utf8 } else { Charset::Ascii });
        assert_eq!(of(&[("LANG", "en_GB.UTF-8")]).charset, Charset::Utf8);
        assert_eq!(of(&[("LANG", "C.utf8"), ("LC_ALL", "")]).charset, Charset::Utf8);
        if !cfg!(windows) {
            assert_eq!(of(&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "C")]).charset, Charset::Ascii);
        }
    }

    #[test]
    fn the_background_is_the_last_number() {
        assert_eq!(of(&[("COLORFGBG", "0;15")]).background, Background::Light);
        assert_eq!(of(&[("COLORFGBG", "0;default;15")]).background, Background::Light);
        assert_eq!(of(&[("COLORFGBG", "15;0")]).background, Background::Dark);
        assert_eq!(of(&[("COLORFGBG", "nonsense")]).background, Background::Dark);
    }
}
