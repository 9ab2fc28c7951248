//! Addresses behind cells, which a terminal can open (OSC 8). Whoever asks for one gets it made harmless.

use std::fmt::Write as _;
use std::ops::Range;

/// The longest address, in bytes: what terminals take.
const LONGEST: usize = 2_000;

/// Cells of a row that an address is behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The row.
    pub row: u16,
    /// Its columns.
    pub cells: Range<u16>,
    /// The address, of visible ASCII alone.
    pub address: String,
}

/// An address of the web as a terminal may be given it: what is no visible ASCII stands for itself in per cents. None of
/// anything else, nor of one that is too long.
#[must_use]
pub fn harmless(address: &str) -> Option<String> {
    let web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    if !web || address.len() > LONGEST {
        return None;
    }
    let mut harmless = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            harmless.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(harmless, "%{byte:02X}");
        }
    }
    Some(harmless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_acts_on_a_terminal() {
        let told = "https://post.example/fähre\u{1b}]0;x\u{7}?a=1&b=%20";
        let harmless = harmless(told).unwrap();
        assert_eq!(harmless, "https://post.example/f%C3%A4hre%1B]0;x%07?a=1&b=%20");
        assert!(harmless.bytes().all(|byte| byte.is_ascii_graphic()));
    }

    #[test]
    fn only_the_web_is_opened() {
        assert_eq!(harmless("file:///etc/passwd"), None);
        assert_eq!(harmless("javascript:alert(1)"), None);
        assert_eq!(harmless(&format!("https://{}", "a".repeat(LONGEST))), None);
    }
}
