//! Colour by meaning: the code names what a cell means, a theme says how that looks.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::env::{Background, Colours, Environment};

macro_rules! meanings {
    ($($variant:ident $name:literal $letter:literal $doc:literal)*) => {
        /// What a stretch of the screen means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        pub enum Meaning {
            $(#[doc = $doc] #[serde(rename = $name)] $variant,)*
        }

        impl Meaning {
            /// Every meaning.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in theme files.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// One letter for it, where a screen is described in text.
            #[must_use]
            pub const fn letter(self) -> char {
                match self { $(Self::$variant => $letter,)* }
            }
        }
    };
}

meanings! {
    Headline "headline" 'H' "A headline or subheading in a column."
    Apart "apart" 'a' "A caption, byline or dateline of its own."
    Mark "mark" 'm' "A stretch of a block that is not its sentence."
    Copied "copied" 'C' "The sign of wording that was taken over."
    Reworded "reworded" 'R' "The sign of a statement in other words."
    Unique "unique" 'U' "The sign of what only one source has."
    OffTopic "off_topic" 'o' "What is not the story, and its sign."
    Repeat "repeat" 'r' "What an article prints again, and its sign."
    Cursor "cursor" '>' "The cursor and the bar below it."
    Current "current" 'c' "The sentence at the cursor."
    Run "run" '=' "Words that a counterpart has in common with the sentence at the cursor."
    Disputed "disputed" 'D' "Words that another source contradicts, and their sign."
    Found "found" 'f' "Words that are looked for."
    Changed "changed" '!' "Words that a wording has and the sentence at the cursor lacks."
    Selected "selected" '*' "The sign of what is selected."
    Title "title" 't' "The title of a column."
    CurrentTitle "current_title" 'T' "The title of the column with the cursor."
    Quiet "quiet" 'q' "What explains or counts, beside what is read, and the sign of a possible match."
    Rule "rule" '-' "Lines between the parts of the screen."
    Key "key" 'k' "A key in a hint."
    Notice "notice" 'n' "What the program has to say."
    Error "error" 'E' "What went wrong."
    Choice "choice" 'x' "The field or row of a dialog that keys go to."
}

/// How each meaning looks on this terminal.
#[derive(Clone, Debug)]
pub struct Theme {
    styles: BTreeMap<Meaning, Style>,
}

/// Why a theme file is no theme.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// It is not written as a theme is.
    #[error("the theme is wrong: {0}")]
    Format(String),
    /// It names a colour in no way we know.
    #[error("the theme is wrong: {0} has the colour {1:?}; write #rrggbb, or a colour's name for ansi")]
    Colour(&'static str, String),
    /// It leaves a meaning out.
    #[error("the theme is wrong: it says nothing about {0}")]
    Missing(&'static str),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StyleEntry {
    rgb: Option<String>,
    ansi: Option<String>,
    #[serde(default)]
    bold: bool,
    #[serde(default)]
    italic: bool,
    #[serde(default)]
    underline: bool,
    #[serde(default)]
    reversed: bool,
}

/// A theme that is built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// What settings call it.
    pub name: &'static str,
    /// The background that it is for; none follows the terminal.
    background: Option<Background>,
    /// Its files, for a dark background and for a light one.
    files: [&'static str; 2],
    /// No more colours than these are used.
    most: Colours,
}

macro_rules! preset {
    ($name:literal, $background:expr, $dark:literal, $light:literal, $most:expr) => {
        Preset {
            name: $name,
            background: $background,
            files: [
                include_str!(concat!("../../assets/themes/", $dark, ".toml")),
                include_str!(concat!("../../assets/themes/", $light, ".toml")),
            ],
            most: $most,
        }
    };
}

impl Preset {
    /// Those that are built in, the usual one first.
    pub const ALL: [Self; 9] = [
        preset!("auto", None, "dark", "light", Colours::True),
        preset!("dark", Some(Background::Dark), "dark", "dark", Colours::True),
        preset!("light", Some(Background::Light), "light", "light", Colours::True),
        preset!("contrast", None, "contrast-dark", "contrast-light", Colours::True),
        preset!("safe", None, "safe-dark", "safe-light", Colours::True),
        preset!("safe-dark", Some(Background::Dark), "safe-dark", "safe-dark", Colours::True),
        preset!("safe-light", Some(Background::Light), "safe-light", "safe-light", Colours::True),
        preset!("sixteen", None, "dark", "light", Colours::Sixteen),
        preset!("mono", None, "dark", "light", Colours::None),
    ];

    /// The one of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name == name)
    }

    /// The theme for a terminal.
    ///
    /// # Errors
    /// When a file in `assets/themes/` was edited into something that is no theme.
    pub fn theme(self, environment: &Environment) -> Result<Theme, ThemeError> {
        let [dark, light] = self.files;
        let file = match self.background.unwrap_or(environment.background) {
            Background::Dark => dark,
            Background::Light => light,
        };
        Theme::parse(file, environment.colours.min(self.most))
    }
}

impl Preset {
    /// Whether it depends on the background of the terminal.
    #[must_use]
    pub const fn follows_background(&self) -> bool {
        self.background.is_none()
    }
}

impl Default for Preset {
    fn default() -> Self {
        let [usual, ..] = Self::ALL;
        usual
    }
}

impl Theme {
    /// The usual theme for a terminal.
    ///
    /// # Errors
    /// When a file in `assets/themes/` was edited into something that is no theme.
    pub fn preset(environment: &Environment) -> Result<Self, ThemeError> {
        Preset::default().theme(environment)
    }

    /// Reads a theme for a terminal with so many colours.
    ///
    /// # Errors
    /// See [`ThemeError`].
    pub fn parse(file: &str, colours: Colours) -> Result<Self, ThemeError> {
        let looks: BTreeMap<Meaning, StyleEntry> =
            toml::from_str(file).map_err(|error| ThemeError::Format(error.to_string()))?;
        let style = |&meaning: &Meaning| {
            let look = looks.get(&meaning).ok_or(ThemeError::Missing(meaning.name()))?;
            Ok((meaning, look.style(meaning.name(), colours)?))
        };
        Ok(Self { styles: Meaning::ALL.iter().map(style).collect::<Result<_, _>>()? })
    }

    /// A theme that tells every meaning by a colour number of its own: its place in [`Meaning::ALL`].
    #[must_use]
    pub fn numbered() -> Self {
        let styles = (0u8..).zip(Meaning::ALL).map(|(n, &m)| (m, Style::new().fg(Color::Indexed(n))));
        Self { styles: styles.collect() }
    }

    /// How a meaning looks.
    #[must_use]
    pub fn style(&self, meaning: Meaning) -> Style {
        self.styles.get(&meaning).copied().unwrap_or_default()
    }
}

impl StyleEntry {
    fn style(&self, name: &'static str, colours: Colours) -> Result<Style, ThemeError> {
        let rgb =
            self.rgb.as_deref().map(|hex| components(hex).ok_or_else(|| wrong(name, hex))).transpose()?;
        let named = |ansi: &str| ansi.parse::<Color>().ok().filter(|c| !matches!(c, Color::Rgb(..)));
        let ansi = self.ansi.as_deref().map(|n| named(n).ok_or_else(|| wrong(name, n))).transpose()?;
        let colour = match colours {
            // Only the default colours: any other makes crossterm end reversed text under NO_COLOR.
            Colours::None => None,
            Colours::Sixteen => ansi,
            Colours::Indexed => rgb.map(|rgb| Color::Indexed(nearest_indexed(rgb))),
            Colours::True => rgb.map(|(r, g, b)| Color::Rgb(r, g, b)),
        };
        let mut style = Style::new();
        style.fg = colour;
        for (on, modifier) in [
            (self.bold, Modifier::BOLD),
            (self.italic, Modifier::ITALIC),
            (self.underline, Modifier::UNDERLINED),
            (self.reversed, Modifier::REVERSED),
        ] {
            if on {
                style = style.add_modifier(modifier);
            }
        }
        Ok(style)
    }
}

fn wrong(name: &'static str, colour: &str) -> ThemeError {
    ThemeError::Colour(name, colour.to_owned())
}

fn components(hex: &str) -> Option<(u8, u8, u8)> {
    let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let all = u32::from_str_radix(digits, 16).ok()?;
    let [_, r, g, b] = all.to_be_bytes();
    Some((r, g, b))
}

/// The nearest of xterm's colours 16 to 255: a cube of 6 × 6 × 6 and 24 greys.
fn nearest_indexed((r, g, b): (u8, u8, u8)) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let distance = |(x, y, z): (u8, u8, u8)| {
        [(r, x), (g, y), (b, z)].map(|(p, q)| u32::from(p.abs_diff(q)).pow(2)).iter().sum::<u32>()
    };
    (16..=255u8)
        .min_by_key(|&index| {
            distance(if index >= 232 {
                let grey = 8 + 10 * (index - 232);
                (grey, grey, grey)
            } else {
                let cube = usize::from(index - 16);
                (STEPS[cube / 36], STEPS[cube / 6 % 6], STEPS[cube % 6])
            })
        })
        .unwrap_or(16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_presets_are_themes_at_every_number_of_colours() {
        for background in [Background::Dark, Background::Light] {
            for colours in [Colours::None, Colours::Sixteen, Colours::Indexed, Colours::True] {
                let environment = Environment { colours, background, ..Environment::of(|_| None) };
                for preset in Preset::ALL {
                    let theme = preset.theme(&environment).unwrap();
                    let coloured = Meaning::ALL.iter().any(|&meaning| theme.style(meaning).fg.is_some());
                    assert_eq!(coloured, colours != Colours::None && preset.name != "mono");
                    assert!(Meaning::ALL.iter().all(|&meaning| theme.style(meaning).bg.is_none()));
                }
            }
        }
    }

    /// How bright a colour is to the eye, 0..=1 (WCAG 2.1, relative luminance).
    fn luminance(colour: (u8, u8, u8)) -> f64 {
        let [r, g, b] = [colour.0, colour.1, colour.2].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    #[test]
    fn every_meaning_can_be_read() {
        // What terminals that call themselves dark or light usually have.
        for (background, behind) in [
            (Background::Dark, [(0, 0, 0), (0x1e, 0x1e, 0x1e)]),
            (Background::Light, [(0xff, 0xff, 0xff), (0xfa, 0xfa, 0xfa)]),
        ] {
            let environment = Environment { colours: Colours::True, background, ..Environment::of(|_| None) };
            for preset in Preset::ALL {
                if preset.background.is_some_and(|other| other != background) {
                    continue;
                }
                let theme = preset.theme(&environment).unwrap();
                let least = if preset.name == "contrast" { 7.0 } else { 4.5 };
                for &meaning in Meaning::ALL {
                    let Some(Color::Rgb(r, g, b)) = theme.style(meaning).fg else { continue };
                    for behind in behind {
                        let (own, other) = (luminance((r, g, b)), luminance(behind));
                        let contrast = (own.max(other) + 0.05) / (own.min(other) + 0.05);
                        assert!(contrast >= least, "{} {}: {contrast}", preset.name, meaning.name());
                    }
                }
            }
        }
    }

    #[test]
    fn letters_tell_meanings_apart() {
        let mut letters: Vec<char> = Meaning::ALL.iter().map(|meaning| meaning.letter()).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), Meaning::ALL.len());
    }

    #[test]
    fn colours_go_to_their_nearest_neighbour() {
        assert_eq!(nearest_indexed((0, 0, 0)), 16);
        assert_eq!(nearest_indexed((255, 0, 0)), 196);
        assert_eq!(nearest_indexed((120, 120, 120)), 243);
    }

    #[test]
    fn a_wrong_theme_says_what_is_wrong() {
        let missing = Theme::parse("headline = { bold = true }", Colours::True).unwrap_err();
        assert!(missing.to_string().contains("apart"), "{missing}");
        let file = include_str!("../../assets/themes/dark.toml").replace("\"#6cb2eb\"", "\"blueish\"");
        let colour = Theme::parse(&file, Colours::True).unwrap_err();
        assert!(colour.to_string().contains("blueish"), "{colour}");
    }
}
