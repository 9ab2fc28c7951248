//! The command line: arguments, messages on standard error, exit statuses.

mod arguments;
mod explain;
mod failure;
mod manual;
#[cfg(feature = "tui")]
mod reader;

use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use parallax::comparison::{self, Annotations, Settings, compare, compare_corrected};
use parallax::export::{self, Format, Scope};
use parallax::grouping;
use parallax::kept;
use parallax::read::{self, LARGEST, LeftOut, Originals, Reading, Source};
use parallax::sample;
use parallax::save::{self, Existing, SaveError};
use parallax::say::one_line;

use arguments::{Arguments, Command, CompareArguments, ExplainArguments, ProfileArguments, StoriesArguments};
use failure::Failure;

/// Every source was read and the output written.
const DONE: u8 = 0;
/// Nothing could be compared, or an output could not be written.
const FAILED: u8 = 1;
/// Arguments that make no sense.
const WRONG_USAGE: u8 = 2;
/// Compared, but some source was left out.
const INCOMPLETE: u8 = 3;

/// Runs the program on the arguments it was started with.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(answer) => return help_or_usage(&answer),
    };
    let done = match arguments.command {
        Some(Command::Compare(compare)) => print_comparison(&compare),
        Some(Command::Explain(explain)) => print_explanation(&explain),
        Some(Command::Read(read)) => print_linear(&read.sources),
        Some(Command::Profile(profile)) => print_profiles(&profile),
        Some(Command::Stories(stories)) => print_stories(&stories),
        #[cfg(feature = "tui")]
        Some(Command::Config(arguments)) => reader::print_settings(arguments.path),
        Some(Command::Completions(arguments)) => manual::completions(arguments.shell),
        Some(Command::Man(arguments)) => manual::page(arguments.command.as_deref()),
        None => open(arguments.sources, arguments.watch, arguments.linear),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(Failure::Usage(usage)) => help_or_usage(&usage),
        #[cfg(feature = "tui")]
        Err(Failure::Settings(faults)) => {
            faults.iter().for_each(|fault| complain(fault));
            ExitCode::from(WRONG_USAGE)
        }
        Err(failure) => {
            complain(&failure.to_string());
            ExitCode::from(FAILED)
        }
    }
}

/// Prints what clap has to say: the help it was asked for, or what is wrong with the arguments.
fn help_or_usage(answer: &clap::Error) -> ExitCode {
    if !answer.use_stderr() {
        return match answer.print() {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(FAILED),
            _ => ExitCode::from(DONE),
        };
    }
    let text = answer.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    // Standard error may be closed; there is nobody left to tell.
    let _ = write!(io::stderr(), "parallax: {text}");
    ExitCode::from(WRONG_USAGE)
}

/// `parallax [SOURCE…]`: the reader, or the text report where there is no terminal to read on.
#[cfg_attr(not(feature = "tui"), expect(unused_variables, reason = "only the reader watches"))]
fn open(sources: Vec<Source>, watch: bool, linear: bool) -> Result<u8, Failure> {
    // A dumb terminal can't place its cursor: it is a printer.
    #[cfg(feature = "tui")]
    if io::IsTerminal::is_terminal(&io::stdout())
        && (linear || std::env::var_os("TERM").is_none_or(|term| term != "dumb"))
    {
        return reader::open(sources, watch, linear);
    }
    if linear {
        return print_linear(&sources);
    }
    let reading = read_and_name_left_out(&sources)?;
    let comparison = compare(reading.articles, Settings::default());
    print(|out| export::write(out, &comparison, &reading.left_out, &Scope::Everything, text_here()))?;
    Ok(status(&reading.left_out))
}

/// The report for people as the terminal shows it: in ASCII where the locale says that it knows nothing else.
fn text_here() -> Format {
    let set = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let unicode = locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    if unicode || cfg!(windows) { Format::Text } else { Format::Ascii }
}

/// `parallax compare`.
fn print_comparison(arguments: &CompareArguments) -> Result<u8, Failure> {
    let settings = arguments.settings()?;
    let corrections = arguments.corrections.as_deref().map(kept::corrections).transpose()?;
    let reading = read_and_name_left_out(&arguments.sources)?;
    let session = reading.session.unwrap_or_default();
    let annotations = Annotations::new(session.selected.clone(), session.notes.iter().cloned().collect());
    if let Some(corrections) = &corrections {
        let (all, hold) = (corrections.len(), corrections.that_hold(&reading.articles));
        if hold < all {
            complain(&format!("{} of {all} corrections are of texts that are not here", all - hold));
        }
    }
    // Those that are named go before those of a session.
    let corrections = corrections.unwrap_or_else(|| kept::corrections_of(&session));
    let comparison = compare_corrected(reading.articles, settings, corrections);
    let format = match arguments.format() {
        Format::Text if arguments.file().is_none() => text_here(),
        format => format,
    };
    let scope = arguments.scope();
    let view = arguments.view()?;
    let content = |out: &mut dyn Write| match view {
        Some(view) => export::write_view(out, &comparison, view, format),
        None => export::write_annotated(out, &comparison, &reading.left_out, (&scope, &annotations), format),
    };
    match arguments.file() {
        Some(path) => {
            let existing = if arguments.force { Existing::Replace } else { Existing::Keep };
            write_file(path, existing, &reading.originals, content)?;
        }
        None => print(content)?,
    }
    Ok(status(&reading.left_out))
}

/// `parallax explain`.
fn print_explanation(arguments: &ExplainArguments) -> Result<u8, Failure> {
    let reading = read_and_name_left_out(&arguments.sources)?;
    let explained = comparison::explain(reading.articles);
    print(|out| explain::write(out, &explained))?;
    Ok(status(&reading.left_out))
}

/// `parallax read`.
fn print_linear(sources: &[Source]) -> Result<u8, Failure> {
    let reading = read_and_name_left_out(sources)?;
    let corrections = kept::corrections_of(&reading.session.unwrap_or_default());
    let comparison = compare_corrected(reading.articles, Settings::default(), corrections);
    print(|out| export::write_linear(out, &comparison, &reading.left_out))?;
    Ok(status(&reading.left_out))
}

/// `parallax profile`.
fn print_profiles(arguments: &ProfileArguments) -> Result<u8, Failure> {
    let reading = read_and_name_left_out(&arguments.sources)?;
    let corrections = kept::corrections_of(&reading.session.unwrap_or_default());
    let comparison = compare_corrected(reading.articles, Settings::default(), corrections);
    print(|out| export::write_profiles(out, &comparison, arguments.format()))?;
    Ok(status(&reading.left_out))
}

/// `parallax stories`.
fn print_stories(arguments: &StoriesArguments) -> Result<u8, Failure> {
    let reading = read_and_name_left_out(&arguments.sources)?;
    let grouping = grouping::group(reading.articles);
    print(|out| export::write_stories(out, &grouping, &reading.left_out, arguments.format()))?;
    Ok(status(&reading.left_out))
}

/// The articles of the sources. Where none was named, that of what is piped into the program, and else the sample story.
fn read(sources: &[Source]) -> Reading {
    if sources.is_empty() {
        return piped(&input_if_piped());
    }
    read::sources(sources, &mut io::stdin())
}

/// What is piped into the program, all of it as far as an article may reach; nothing where nothing is.
fn input_if_piped() -> Vec<u8> {
    let mut bytes = Vec::new();
    if read::input_is_piped() {
        // What can't be read is as good as nothing.
        let _ = io::stdin().take(LARGEST + 1).read_to_end(&mut bytes);
    }
    bytes
}

/// The article that is piped into the program, or the sample story where there is none.
fn piped(input: &[u8]) -> Reading {
    if input.is_empty() {
        return Reading::from(sample::articles());
    }
    read::sources(&[Source::StandardInput], &mut &*input)
}

/// Reads the sources and names on standard error what can't be read.
///
/// # Errors
/// When nothing could be read.
fn read_and_name_left_out(sources: &[Source]) -> Result<Reading, Failure> {
    let reading = read(sources);
    name_left_out(&reading.left_out);
    if reading.articles.is_empty() { Err(Failure::NothingToCompare) } else { Ok(reading) }
}

fn name_left_out(left_out: &[LeftOut]) {
    for LeftOut { source, reason } in left_out {
        complain(&format!("{source}: {reason}"));
    }
}

fn status(left_out: &[LeftOut]) -> u8 {
    if left_out.is_empty() { DONE } else { INCOMPLETE }
}

/// Writes to standard output. A reader that has seen enough and closed the pipe is no error.
fn print(content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match content(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => {
            // What a closed pipe did not take is dropped without another attempt to write it.
            let _ = out.into_parts();
            Ok(())
        }
    }
}

fn write_file(
    path: &Path,
    existing: Existing,
    originals: &Originals,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    match save::save(path, existing, originals, content) {
        // A named pipe whose reader has seen enough.
        Err(SaveError::Io { source, .. }) if source.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        saved => saved.map_err(|error| Failure::Save { error }),
    }
}

/// Names a problem on standard error.
fn complain(problem: &str) {
    // Standard error may be closed; there is nobody left to tell.
    let _ = writeln!(io::stderr(), "parallax: {}", one_line(problem));
}
