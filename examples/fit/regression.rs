//! Logistic regression (Cox, 1958), fitted by Newton's method.

use parallax::matching::{Features, LogOdds};

use crate::story::Story;

/// Pieces of evidence.
pub const FEATURES: usize = Features::NAMES.len();
/// With the constant.
const TERMS: usize = FEATURES + 1;
/// Keeps the weight of what never occurs at 0; too little to show in any other.
const RIDGE: f64 = 1e-3;
const STEPS: usize = 25;

/// Fits weights to the pairs of some stories; each story counts alike, however many pairs it has. Features that are
/// not `used` get none.
pub fn fit(stories: &[&Story], used: [bool; FEATURES]) -> LogOdds {
    let mut weights = [0.0; TERMS];
    for _ in 0..STEPS {
        let mut gradient = weights.map(|weight| -RIDGE * weight);
        let mut hessian = [[0.0; TERMS]; TERMS];
        for (index, row) in hessian.iter_mut().enumerate() {
            row[index] = RIDGE;
        }
        for story in stories {
            let counts = 1_000.0 / story.pairs.len().max(1) as f64;
            for pair in &story.pairs {
                let x = terms(pair.features.values(), used);
                let said = sigmoid(x.iter().zip(&weights).map(|(x, weight)| x * weight).sum());
                let residual = counts * (f64::from(u8::from(pair.same)) - said);
                let curvature = counts * said * (1.0 - said);
                for i in 0..TERMS {
                    gradient[i] += residual * x[i];
                    for j in 0..=i {
                        hessian[i][j] += curvature * x[i] * x[j];
                    }
                }
            }
        }
        let step = solved(hessian, gradient);
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight += step;
        }
        if step.iter().all(|step| step.abs() < 1e-9) {
            break;
        }
    }
    let [
        nothing,
        similarity,
        shared,
        anchors,
        third,
        diagonal,
        openings,
        headlines,
        distance,
        negation,
        quotations,
    ] = weights;
    let per_unit = Features {
        similarity,
        shared,
        anchors,
        third,
        diagonal,
        openings,
        headlines,
        distance,
        negation,
        quotations,
    };
    LogOdds { nothing, per_unit }
}

fn terms(values: [f64; FEATURES], used: [bool; FEATURES]) -> [f64; TERMS] {
    let mut terms = [1.0; TERMS];
    for (index, (value, used)) in values.into_iter().zip(used).enumerate() {
        terms[index + 1] = if used { value } else { 0.0 };
    }
    terms
}

fn sigmoid(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Solves a system of equations by Cholesky's decomposition; of the matrix, which is positive definite, the lower
/// half counts.
fn solved(mut matrix: [[f64; TERMS]; TERMS], mut right: [f64; TERMS]) -> [f64; TERMS] {
    for i in 0..TERMS {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|k| matrix[i][k] * matrix[j][k]).sum();
            matrix[i][j] =
                if i == j { (matrix[i][i] - sum).sqrt() } else { (matrix[i][j] - sum) / matrix[j][j] };
        }
    }
    for i in 0..TERMS {
        let sum: f64 = (0..i).map(|k| matrix[i][k] * right[k]).sum();
        right[i] = (right[i] - sum) / matrix[i][i];
    }
    for i in (0..TERMS).rev() {
        let sum: f64 = (i + 1..TERMS).map(|k| matrix[k][i] * right[k]).sum();
        right[i] = (right[i] - sum) / matrix[i][i];
    }
    right
}
