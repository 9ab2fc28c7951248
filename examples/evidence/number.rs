//! Figures as the tables print them.

/// A count to calculate with.
#[expect(clippy::cast_precision_loss, reason = "counts of lines")]
pub const fn count(of: usize) -> f64 {
    of as f64
}

/// A share with two digits: ".93".
pub fn share(part: usize, of: usize) -> String {
    decimal(count(part) / count(of))
}

/// A share with three digits: ".931"; nothing of nothing.
pub fn thousandths(part: usize, of: usize) -> String {
    if of == 0 {
        return String::new();
    }
    let digits = format!("{:.3}", count(part) / count(of));
    digits.strip_prefix('0').unwrap_or(&digits).to_owned()
}

/// A value with two digits: ".93", "1.04".
pub fn decimal(value: f64) -> String {
    let digits = format!("{value:.2}");
    digits.strip_prefix('0').unwrap_or(&digits).to_owned()
}

/// A count with commas between thousands.
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// What a count changes by: "−12", "+3", "0".
pub fn change(with: usize, without: usize) -> String {
    match without.checked_sub(with) {
        None => format!("−{}", number(with - without)),
        Some(0) => "0".to_owned(),
        Some(more) => format!("+{}", number(more)),
    }
}
