//! What can be given on the command line; the doc comments are the help.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use parallax::comparison::{Score, Settings, Status};
use parallax::export::{Format, ProfileFormat, Scope, StoriesFormat, StoryView};
use parallax::read::Source;
use parallax::say::one_line;

const EXIT_STATUS: &str = "\
Exit status:
  0  every source was read
  1  nothing could be compared, or an output could not be written
  2  wrong usage
  3  compared, but some source was left out";

/// One story, several sources, side by side in a terminal
///
/// Opens articles about one event next to one another and shows which sentences they share,
/// which were reworded on the way, which only one source has, and which lines are not the
/// story at all. Without a source it opens the sample story. Where standard output is no
/// terminal it prints a report instead.
#[derive(Debug, Parser)]
#[command(
    name = "parallax",
    version,
    after_long_help = EXIT_STATUS,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub struct Arguments {
    /// A file, a folder of them, an address, or `-` for standard input; OUTLET=SOURCE names its publisher
    ///
    /// A folder stands for every readable article in it, in name order. A file that is called like a
    /// command is named with its folder: ./compare
    #[arg(value_name = "SOURCE", value_parser = source())]
    pub sources: Vec<Source>,

    /// Read the sources again whenever their files change
    #[arg(long)]
    pub watch: bool,

    /// Speak in lines, one below the other, and draw nothing: for screen readers
    ///
    /// The keys are the same. `parallax read` prints the whole story in this way.
    #[arg(long)]
    pub linear: bool,

    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Compare(CompareArguments),
    Explain(ExplainArguments),
    Read(ReadArguments),
    Profile(ProfileArguments),
    Stories(StoriesArguments),
    #[cfg(feature = "tui")]
    Config(ConfigArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
}

/// Print a comparison, and never open the reader
#[derive(Debug, Args)]
#[command(after_long_help = EXIT_STATUS)]
pub struct CompareArguments {
    /// A file, a folder of them, an address, or `-` for standard input; OUTLET=SOURCE names its publisher
    ///
    /// A folder stands for every readable article in it, in name order. Without a source the sample
    /// story is compared. One article alone is fine: its sentences and its off-topic lines are shown.
    #[arg(value_name = "SOURCE", value_parser = source())]
    pub sources: Vec<Source>,

    /// What the output looks like [default: text, or what the name of FILE says]
    #[arg(short, long, value_name = "FORMAT", value_enum)]
    format: Option<FormatName>,

    /// Keep only the sentences that became this
    ///
    /// Sentences keep their numbers in JSON.
    #[arg(long, value_name = "STATUS", value_enum)]
    only: Option<StatusName>,

    /// Print one view of the story instead of the whole report, as text or Markdown
    #[arg(long, value_name = "VIEW", value_enum, conflicts_with = "only")]
    view: Option<ViewName>,

    /// From which score on a match is certain, from 0 to 1
    ///
    /// Of matches with a score of 0.9, nine in ten are right.
    #[arg(long, visible_alias = "threshold", value_name = "P", value_parser = score)]
    certain: Option<Score>,

    /// From which score on a match is possible, from 0 to 1
    ///
    /// What scores less is reported only where it is the best that a sentence has.
    #[arg(long, value_name = "P", value_parser = score)]
    possible: Option<Score>,

    /// Apply the corrections in FILE, a comparison that was exported as JSON
    ///
    /// They are told by the contents of the articles: they hold under any name and in any order of the sources.
    #[arg(long, value_name = "FILE")]
    pub corrections: Option<PathBuf>,

    /// Write to FILE instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Replace FILE if it is there already
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// Print what every line was found to be, and what led there
///
/// For each line its role, the phrase on it, what each piece of evidence adds, and the verdict: the story, or
/// off-topic. The articles are judged together, as they are when they are compared.
#[derive(Debug, Args)]
#[command(after_long_help = EXIT_STATUS)]
pub struct ExplainArguments {
    /// A file, a folder of them, an address, or `-` for standard input; OUTLET=SOURCE names its publisher
    ///
    /// A folder stands for every readable article in it, in name order. Without a source the sample
    /// story is explained.
    #[arg(value_name = "SOURCE", value_parser = source())]
    pub sources: Vec<Source>,
}

/// Print the settings of the reader, or where they are looked for
///
/// `parallax config --default > ~/.config/parallax/config.toml` is a file to begin with: it changes nothing.
#[cfg(feature = "tui")]
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct ConfigArguments {
    /// Print a file with every setting and key as it is without one
    #[arg(long)]
    pub default: bool,

    /// Print where the settings file is looked for
    #[arg(long)]
    pub path: bool,
}

/// Print the completions for a shell
///
/// Where they go depends on the shell: `parallax completions bash > ~/.local/share/bash-completion/completions/parallax`,
/// `parallax completions fish > ~/.config/fish/completions/parallax.fish`, for zsh a file `_parallax` in a folder of
/// `$fpath`.
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: clap_complete::Shell,
}

/// Print the manual page, or that of a command
///
/// `parallax man | man -l -` shows it.
#[derive(Debug, Args)]
pub struct ManArguments {
    /// The command
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// Print the articles one after the other, with what became of each sentence in words
///
/// For ears and for braille: no columns, no signs, nothing drawn. `parallax read a.txt b.txt | less`
#[derive(Debug, Args)]
#[command(after_long_help = EXIT_STATUS)]
pub struct ReadArguments {
    /// A file, a folder of them, an address, or `-` for standard input; OUTLET=SOURCE names its publisher
    ///
    /// A folder stands for every readable article in it, in name order. Without a source the sample
    /// story is read.
    #[arg(value_name = "SOURCE", value_parser = source())]
    pub sources: Vec<Source>,
}

/// List the stories that many articles tell
///
/// Puts articles about the same event together, the story with the most articles first. Compare or open those of one
/// by naming them.
#[derive(Debug, Args)]
#[command(after_long_help = EXIT_STATUS)]
pub struct StoriesArguments {
    /// A file, a folder of them, an address, or `-` for standard input; OUTLET=SOURCE names its publisher
    ///
    /// A folder stands for every readable article in it, in name order.
    #[arg(value_name = "SOURCE", value_parser = source(), required = true)]
    pub sources: Vec<Source>,

    /// What the output looks like
    #[arg(short, long, value_name = "FORMAT", value_enum, default_value = "text")]
    format: StoriesFormatName,
}

/// Print what each source tells its story with
///
/// Who speaks by name and who without one, quotations, refusals to comment, names, dates and times, what it leads with, and
/// where it has what the others lead with. Counts, no grades.
#[derive(Debug, Args)]
#[command(after_long_help = EXIT_STATUS)]
pub struct ProfileArguments {
    /// A file, a folder of them, an address, or `-` for standard input; OUTLET=SOURCE names its publisher
    ///
    /// A folder stands for every readable article in it, in name order. Without a source the sample
    /// story is told of.
    #[arg(value_name = "SOURCE", value_parser = source())]
    pub sources: Vec<Source>,

    /// What the output looks like
    #[arg(short, long, value_name = "FORMAT", value_enum, default_value = "text")]
    format: ProfileFormatName,
}

impl ProfileArguments {
    /// The format that was asked for.
    pub const fn format(&self) -> ProfileFormat {
        match self.format {
            ProfileFormatName::Text => ProfileFormat::Text,
            ProfileFormatName::Json => ProfileFormat::Json,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ProfileFormatName {
    /// A paragraph a source, for people
    Text,
    /// Everything as one object, for programs
    Json,
}

impl StoriesArguments {
    /// The format that was asked for.
    pub const fn format(&self) -> StoriesFormat {
        match self.format {
            StoriesFormatName::Text => StoriesFormat::Text,
            StoriesFormatName::Json => StoriesFormat::Json,
            StoriesFormatName::JsonLines => StoriesFormat::JsonLines,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum StoriesFormatName {
    /// A list for people
    Text,
    /// Everything as one object, for programs
    Json,
    /// An object a story, each on a line of its own
    #[value(name = "jsonl")]
    JsonLines,
}

impl CompareArguments {
    /// The file to write to; none for standard output, which `-` names as well.
    pub fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// The view that was asked for.
    ///
    /// # Errors
    /// When the format has no views.
    pub fn view(&self) -> Result<Option<StoryView>, clap::Error> {
        let view = self.view.map(|view| match view {
            ViewName::Merged => StoryView::Merged,
            ViewName::Matrix => StoryView::Matrix,
            ViewName::Quotes => StoryView::Quotes,
            ViewName::Conflicts => StoryView::Conflicts,
        });
        if view.is_some() && !matches!(self.format(), Format::Text | Format::Markdown) {
            let said = "a view is printed as text or Markdown";
            return Err(Arguments::command().error(ErrorKind::ArgumentConflict, said));
        }
        Ok(view)
    }

    /// The format that was asked for, by name or by the extension of the file.
    pub fn format(&self) -> Format {
        match self.format {
            Some(FormatName::Text) => Format::Text,
            Some(FormatName::Markdown) => Format::Markdown,
            Some(FormatName::Html) => Format::Html,
            Some(FormatName::Json) => Format::Json,
            Some(FormatName::Csv) => Format::Csv,
            Some(FormatName::Tsv) => Format::Tsv,
            None => self.file().and_then(Format::of_file).unwrap_or(Format::Text),
        }
    }

    /// Which sentences to print.
    pub fn scope(&self) -> Scope {
        let Some(only) = self.only else { return Scope::Everything };
        Scope::Only(match only {
            StatusName::Shared => Status::Shared,
            StatusName::Disputed => Status::Disputed,
            StatusName::Possible => Status::Possible,
            StatusName::Unique => Status::Unique,
            StatusName::Apart => Status::Apart,
            StatusName::Repeat => Status::Repeat,
            StatusName::OffTopic => Status::OffTopic,
        })
    }

    /// How close counts as a match. Where only one bound is given, the other gives way to it.
    ///
    /// # Errors
    /// When both are given and a certain match would not be a possible one.
    pub fn settings(&self) -> Result<Settings, clap::Error> {
        let usual = Settings::default();
        let settings = match (self.certain, self.possible) {
            (None, None) => usual,
            (Some(certain), None) => Settings::new(certain, usual.possible.min(certain)),
            (None, Some(possible)) => Settings::new(usual.certain.max(possible), possible),
            (Some(certain), Some(possible)) => Settings::new(certain, possible),
        };
        if settings.possible > settings.certain {
            let problem = "--possible is above --certain: every certain match is a possible one";
            return Err(Arguments::command().error(ErrorKind::ValueValidation, problem));
        }
        Ok(settings)
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    /// A report for people
    Text,
    /// The same with headings and lists
    #[value(alias = "md")]
    Markdown,
    /// A web page that needs nothing else, with the articles side by side
    Html,
    /// Everything, for programs
    Json,
    /// A table of matches, and of sentences without any, for spreadsheets
    Csv,
    /// The same with tabs between the cells
    Tsv,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ViewName {
    /// The story read once, with what each source adds where it belongs
    Merged,
    /// Who says what, and how much of each source is found in each other one
    Matrix,
    /// Who is quoted with which words, and by whom
    Quotes,
    /// Where sources differ
    Conflicts,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum StatusName {
    /// In another source as well, by a score of --certain or more
    Shared,
    /// In another source as well, which says it differently: another number, name or time, or the opposite
    Disputed,
    /// Possibly in another source as well
    Possible,
    /// Only here: no clear counterpart was found in another source
    Unique,
    /// Headlines, captions and bylines without a counterpart
    Apart,
    /// Printed twice in the same source
    Repeat,
    /// Not the story
    OffTopic,
}

fn source() -> impl clap::builder::TypedValueParser<Value = Source> {
    use clap::builder::{OsStringValueParser, TypedValueParser};
    OsStringValueParser::new().map(|name: OsString| named(&name).unwrap_or_else(|| bare(name)))
}

/// `OUTLET=SOURCE`, unless a file is called so. An outlet is no path and no address.
fn named(name: &OsStr) -> Option<Source> {
    let (outlet, source) = name.to_str()?.split_once('=')?;
    let outlet = outlet.trim();
    let is_name = !outlet.is_empty() && !outlet.contains(['/', '\\', ':']);
    let named = is_name && !source.is_empty() && !Path::new(name).exists();
    let source = || Box::new(bare(source.into()));
    named.then(|| Source::Named { outlet: one_line(outlet).into_owned(), source: source() })
}

fn bare(name: OsString) -> Source {
    if name == "-" {
        return Source::StandardInput;
    }
    match name.to_str() {
        Some(text) if text.starts_with("http://") || text.starts_with("https://") => {
            Source::Address(text.to_owned())
        }
        _ => Source::Path(name.into()),
    }
}

fn score(text: &str) -> Result<Score, String> {
    match text.parse::<f64>() {
        Ok(number) if (0.0..=1.0).contains(&number) => Ok(Score::from_probability(number)),
        _ => Err("give a number from 0 to 1".to_owned()),
    }
}
