//! Fits the weights of `matching::judgement` to stories that people labelled, and says what they are worth.
//!
//! ```sh
//! cargo run --release --example fit -- --fit GOLD… --test GOLD… --texts FOLDER…
//! ```
//!
//! GOLD is a JSON file, or a folder of them, one a story: its articles with their blocks and sentences, and the pairs
//! of sentences that people joined, `agreed` or not. The texts of a story lie in a folder of its name below one of
//! the FOLDERs ("clusters-027": `clusters-027` or `clusters/027`).
//!
//! Weights are fitted to the stories of `--fit` alone; those of `--test` only measure them. Printed are the split, the
//! fitted weights beside those of the program, how true the scores are (calibration), and what each piece of evidence
//! is worth: measured by leaving it out, with weights fitted to the one part and tested on the other, and with weights
//! fitted to all stories but one and tested on that one, for each story.

#![expect(clippy::cast_precision_loss, reason = "counts of pairs")]

mod gold;
mod measures;
mod regression;
mod story;

use std::path::{Path, PathBuf};

use parallax::matching::{Features, LogOdds};
use rayon::prelude::*;

use gold::Gold;
use measures::Scored;
use regression::FEATURES;
use story::{Story, Tables};

const USAGE: &str = "usage: fit --fit GOLD… --test GOLD… --texts FOLDER…";
/// Where the bins of scores begin, in percent.
const BINS: [u64; 12] = [0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95];

/// What the command is asked to do.
#[derive(Default)]
struct Arguments {
    fit: Vec<PathBuf>,
    test: Vec<PathBuf>,
    texts: Vec<PathBuf>,
}

/// Stories to fit to, and others to test on.
struct Split {
    fit: Vec<Story>,
    test: Vec<Story>,
}

fn main() -> Result<(), String> {
    let arguments = arguments()?;
    let [fit, test] = [&arguments.fit, &arguments.test].map(|files| -> Vec<Gold> {
        let gold = files.iter().map(|file| Gold::read(file, &arguments.texts));
        gold.filter_map(|gold| gold.map_err(|fault| eprintln!("passed over: {fault}")).ok()).collect()
    });
    if fit.is_empty() || test.is_empty() {
        return Err("no stories to fit to, or none to test on".to_owned());
    }
    let split = |is: fn(&&Gold) -> bool, story: fn(&Gold) -> Story| {
        let of = |gold: &[Gold]| -> Vec<Story> { gold.par_iter().filter(is).map(story).collect() };
        Split { fit: of(&fit), test: of(&test) }
    };
    let is_story: fn(&&Gold) -> bool = |gold| gold.articles.len() > 2;
    let stories = split(is_story, |gold| Story::of(gold, Tables::All));
    println!("# Stories of three articles or more");
    report(&stories, LogOdds::in_story_of(3));
    println!("\n# Two articles alone: each two of every story");
    report(&split(|_| true, Story::by_two), LogOdds::in_story_of(2));
    println!("\n# What each piece of evidence is worth, in stories of three articles or more\n");
    println!(
        "| without | average precision | found at precision .9 | one story left out: average precision | found |"
    );
    println!("|---|---|---|---|---|");
    let row = |name: &str, split: &Split, used: [bool; FEATURES]| {
        let (parted, each) = (of_split(split, used), left_out(split, used));
        println!("| {name} | {:.3} | {:.3} | {:.3} | {:.3} |", parted.0, parted.1, each.0, each.1);
    };
    row("(nothing)", &stories, [true; FEATURES]);
    for (index, name) in Features::NAMES.iter().enumerate() {
        row(name, &stories, std::array::from_fn(|own| own != index));
    }
    row("thesaurus", &split(is_story, |gold| Story::of(gold, Tables::WithoutThesaurus)), [true; FEATURES]);
    row("background", &split(is_story, |gold| Story::of(gold, Tables::WithoutBackground)), [true; FEATURES]);
    Ok(())
}

/// The weights that a part of the stories gives, and what they and those of the program are worth on the other.
fn report(split: &Split, program: &LogOdds) {
    for (what, stories) in [("fitted to", &split.fit), ("tested on", &split.test)] {
        let agreed: usize = stories.iter().map(|story| story.agreed).sum();
        let names: Vec<&str> = stories.iter().map(|story| story.name.as_str()).collect();
        println!("\n{what} {} stories with {agreed} pairs: {}", names.len(), names.join(" "));
    }
    let fitted = regression::fit(&split.fit.iter().collect::<Vec<&Story>>(), [true; FEATURES]);
    println!("\n| weight | fitted | the program's |\n|---|---|---|");
    println!("| nothing | {:.2} | {:.2} |", fitted.nothing, program.nothing);
    let weights = fitted.per_unit.values().into_iter().zip(program.per_unit.values());
    for (name, (fitted, program)) in Features::NAMES.iter().zip(weights) {
        println!("| {name} | {fitted:.2} | {program:.2} |");
    }
    for (whose, weights) in [("fitted", &fitted), ("the program's", program)] {
        let scores = tested(&split.test, weights);
        let (precision, found) = measures::of_stories(&scores);
        println!(
            "\n{whose} weights, tested: average precision {precision:.3}, found at precision .9 {found:.3}\n"
        );
        calibration(&scores);
    }
}

/// How true scores are: in each bin what they say, and the share of pairs that people joined.
fn calibration(stories: &[(Vec<Scored>, usize)]) {
    println!("| score from | pairs | said | true |\n|---|---|---|---|");
    for (index, start) in BINS.iter().enumerate() {
        let end = BINS.get(index + 1).map_or(u64::MAX, |end| end * 100);
        let inside = |scored: &&Scored| (start * 100..end).contains(&scored.0.steps());
        let scored: Vec<&Scored> = stories.iter().flat_map(|(scored, _)| scored).filter(inside).collect();
        let count = scored.len().max(1) as f64;
        let said = scored.iter().map(|scored| scored.0.probability()).sum::<f64>() / count;
        let right = scored.iter().filter(|scored| scored.1).count() as f64 / count;
        println!("| .{start:02} | {} | {said:.3} | {right:.3} |", scored.len());
    }
}

/// Fitted to one part, tested on the other.
fn of_split(split: &Split, used: [bool; FEATURES]) -> (f64, f64) {
    let fitted = regression::fit(&split.fit.iter().collect::<Vec<&Story>>(), used);
    measures::of_stories(&tested(&split.test, &fitted))
}

/// Fitted to all stories but one and tested on that one, for each story.
fn left_out(split: &Split, used: [bool; FEATURES]) -> (f64, f64) {
    let stories: Vec<&Story> = split.fit.iter().chain(&split.test).collect();
    let scores: Vec<(Vec<Scored>, usize)> = (0..stories.len())
        .into_par_iter()
        .map(|left_out| {
            let others = stories.iter().enumerate().filter(|(index, _)| *index != left_out);
            let fitted = regression::fit(&others.map(|(_, story)| *story).collect::<Vec<&Story>>(), used);
            (measures::scored(stories[left_out], &fitted), stories[left_out].agreed)
        })
        .collect();
    measures::of_stories(&scores)
}

fn tested(stories: &[Story], weights: &LogOdds) -> Vec<(Vec<Scored>, usize)> {
    stories.iter().map(|story| (measures::scored(story, weights), story.agreed)).collect()
}

/// Reads the command line.
fn arguments() -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    let mut list: Option<&mut Vec<PathBuf>> = None;
    for argument in std::env::args_os().skip(1) {
        match argument.to_str() {
            Some("--fit") => list = Some(&mut arguments.fit),
            Some("--test") => list = Some(&mut arguments.test),
            Some("--texts") => list = Some(&mut arguments.texts),
            _ => list.as_mut().ok_or(USAGE)?.push(PathBuf::from(argument)),
        }
    }
    arguments.fit = files(&arguments.fit)?;
    arguments.test = files(&arguments.test)?;
    Ok(arguments)
}

/// The gold files that are named, and those of the folders that are, in order.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for path in named {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
            files.extend(paths.filter(|path| is_gold(path)));
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    Ok(files)
}

fn is_gold(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
}
