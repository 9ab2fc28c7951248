//! How right flags are that have so much confidence, and which confidence fits the pages.

use std::fmt::Write as _;

use super::number::{count, decimal, number, share};
use super::pages::Line;

/// How often flags are right that have so much confidence, and the confidence that fits each half of the pages.
pub fn calibration(what: &str, lines: &[&Line], out: &mut String) {
    const BANDS: [(f64, f64); 6] =
        [(0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)];
    let _ = writeln!(
        out,
        "| {what}: confidence from | flags | mean | right | even half | odd half |\n|---|---|---|---|---|---|"
    );
    let confidence =
        |line: &Line| line.verdict.flag.as_ref().map_or(0.0, |flag| flag.confidence.probability());
    for (from, to) in BANDS {
        let flags: Vec<&&Line> = lines.iter().filter(|line| (from..to).contains(&confidence(line))).collect();
        let right = |flags: &[&&Line]| {
            let right = flags.iter().filter(|line| line.off_topic).count();
            if flags.is_empty() { String::new() } else { share(right, flags.len()) }
        };
        let (even, odd): (Vec<&&Line>, Vec<&&Line>) = flags.iter().partition(|line| line.even);
        if flags.is_empty() {
            continue;
        }
        let mean = decimal(flags.iter().map(|line| confidence(line)).sum::<f64>() / count(flags.len()));
        let _ = writeln!(
            out,
            "| {} | {} | {mean} | {} | {} | {} |",
            decimal(from),
            number(flags.len()),
            right(&flags),
            right(&even),
            right(&odd)
        );
    }
    out.push('\n');
    let points = |even: bool| -> Vec<(f64, bool)> {
        let judged = lines.iter().filter(|line| line.verdict.by_contributions && line.even == even);
        judged.map(|line| (f64::from(line.verdict.sum), line.off_topic)).collect()
    };
    let (even, odd) = (points(true), points(false));
    if even.is_empty() || odd.is_empty() {
        return;
    }
    for (half, fitted_to, others) in [("even", &even, &odd), ("odd", &odd, &even)] {
        let Some((slope, offset)) = logistic(fitted_to) else { continue };
        let other = loss(others, slope, offset);
        let _ = writeln!(
            out,
            "- fitted to the {half} pages: slope {slope:.2}, offset {offset:.2}; loss on the others {other:.4} nats a line"
        );
    }
    out.push('\n');
}

fn probability(slope: f64, offset: f64, sum: f64) -> f64 {
    1.0 / (1.0 + (-(slope * sum + offset)).exp())
}

/// Slope and offset of the logistic regression on `points`, by Newton's method; nothing where they can't be told.
fn logistic(points: &[(f64, bool)]) -> Option<(f64, f64)> {
    const STEPS: usize = 50;
    /// Holds the slope back a little where the sums tell the two apart without fault.
    const RIDGE: f64 = 1e-3;
    let (mut slope, mut offset) = (1.0, 0.0);
    for _ in 0..STEPS {
        let (mut down, mut across) = ([RIDGE * slope, 0.0], [RIDGE, 0.0, 0.0]);
        for &(sum, is) in points {
            let likely = probability(slope, offset, sum);
            let miss = likely - f64::from(u8::from(is));
            let spread = likely * (1.0 - likely);
            down = [down[0] + miss * sum, down[1] + miss];
            across = [across[0] + spread * sum * sum, across[1] + spread * sum, across[2] + spread];
        }
        let determinant = across[0] * across[2] - across[1] * across[1];
        if determinant.abs() < f64::EPSILON {
            return None;
        }
        slope -= (across[2] * down[0] - across[1] * down[1]) / determinant;
        offset -= (across[0] * down[1] - across[1] * down[0]) / determinant;
    }
    (slope.is_finite() && offset.is_finite()).then_some((slope, offset))
}

/// The mean surprise of what the lines are, in nats.
fn loss(points: &[(f64, bool)], slope: f64, offset: f64) -> f64 {
    let surprise = |&(sum, is): &(f64, bool)| {
        let likely = probability(slope, offset, sum);
        -(if is { likely } else { 1.0 - likely }).max(f64::MIN_POSITIVE).ln()
    };
    points.iter().map(surprise).sum::<f64>() / count(points.len())
}
