//! The tables: what each clue is worth, and what settles a line whatever the clues say.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use parallax::offtopic;

use super::calibration::calibration;
use super::number::{change, number, share, thousandths};
use super::pages::Line;

/// How many lines were judged in which way.
#[derive(Clone, Copy)]
struct Tally {
    /// Off-topic and flagged.
    found: usize,
    /// The story, but flagged.
    wrong: usize,
    /// Off-topic, but not flagged.
    missed: usize,
    /// The story, and not flagged.
    kept: usize,
}

impl Tally {
    fn of(lines: &[&Line], is_flagged: impl Fn(&Line) -> bool) -> Self {
        let count = |off_topic: bool, flagged: bool| {
            lines.iter().filter(|line| line.off_topic == off_topic && is_flagged(line) == flagged).count()
        };
        Self {
            found: count(true, true),
            wrong: count(false, true),
            missed: count(true, false),
            kept: count(false, false),
        }
    }
}

/// All tables of these lines.
pub fn report(lines: &[Line]) -> String {
    let mut report = String::new();
    let (whole, extracted): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.verdict.whole_page);
    for (what, lines) in [("extracted articles", &extracted), ("whole pages", &whole)] {
        let with = Tally::of(lines, Line::is_flagged);
        let _ = writeln!(
            report,
            "{} lines of {what}, {} of them off-topic: {} found, {} wrongly flagged.\n",
            number(lines.len()),
            number(with.found + with.missed),
            number(with.found),
            number(with.wrong)
        );
        if !lines.is_empty() {
            evidence(what, lines, with, &mut report);
            overruled(what, lines, &mut report);
            calibration(what, lines, &mut report);
        }
    }
    report
}

/// How often each clue speaks, and how right the flags are without it.
fn evidence(what: &str, lines: &[&Line], with: Tally, out: &mut String) {
    let _ = writeln!(
        out,
        "| {what}: without | speaks | on the story | on off-topic lines | precision | recall (lines) | kept (lines) |"
    );
    let _ = writeln!(out, "|---|---|---|---|---|---|---|");
    let figures = |tally: Tally| {
        let precision = thousandths(tally.found, tally.found + tally.wrong);
        let recall = thousandths(tally.found, tally.found + tally.missed);
        let kept = thousandths(tally.kept, tally.kept + tally.wrong);
        let [found, stays] = [change(with.found, tally.found), change(with.kept, tally.kept)];
        format!("{precision} | {recall} ({found}) | {kept} ({stays})")
    };
    let _ = writeln!(out, "| (nothing) | | | | {} |", figures(with));
    let mut silent = Vec::new();
    for (clue, _) in offtopic::clues() {
        let speaks = |line: &&&Line| line.gain(clue) != 0.0;
        let Some(example) = lines.iter().find(speaks) else {
            silent.push(clue);
            continue;
        };
        let side = if example.gain(clue) > 0.0 { "against" } else { "for" };
        let spoken: Vec<&&Line> = lines.iter().filter(speaks).collect();
        let off_topic = spoken.iter().filter(|line| line.off_topic).count();
        let without = Tally::of(lines, |line| line.is_flagged_without(clue));
        let [story, off_topic] = [spoken.len() - off_topic, off_topic].map(number);
        let _ = writeln!(out, "| {clue} | {side} | {story} | {off_topic} | {} |", figures(without));
    }
    out.push('\n');
    if !silent.is_empty() {
        let _ = writeln!(out, "On none of these lines, or without weight: {}.\n", silent.join(", "));
    }
}

/// What settles a line whatever the evidence says of it.
fn overruled(what: &str, lines: &[&Line], out: &mut String) {
    let mut rulings: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.verdict.by_contributions) {
        let (settled, right) = rulings.entry(line.verdict.ruling).or_default();
        *settled += 1;
        *right += usize::from(line.off_topic == line.is_flagged());
    }
    if rulings.is_empty() {
        return;
    }
    let _ = writeln!(out, "| {what}: whatever the evidence says | lines | right |\n|---|---|---|");
    for (ruling, (settled, right)) in rulings {
        let _ = writeln!(out, "| {ruling} | {} | {} |", number(settled), share(right, settled));
    }
    out.push('\n');
}
