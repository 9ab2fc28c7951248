//! What a mail prints around its text: the lines of its head, and the signature of whoever wrote it (RFC 3676, 4.3).

use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::hashing::HashSet;

/// The most lines of a head.
const HEAD: usize = 40;
/// The most lines of a signature.
const SIGNATURE: usize = 12;

#[derive(Deserialize)]
struct Lists {
    headers: Vec<String>,
}

static HEADERS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lists: Lists =
        toml::from_str(include_str!("../../assets/mail.toml")).expect("built in, and read by tests");
    lists.headers.into_iter().map(|header| header.to_lowercase()).collect()
});

/// The lines of a text that belong to the mail and not to what is written in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mail {
    /// So many lines at the top are its head.
    head: usize,
    /// From this line on everything is the signature.
    signature: usize,
}

impl Mail {
    /// Looks for them among the lines of a text, or what is printed of them.
    pub(crate) fn of<'t>(
        lines: impl DoubleEndedIterator<Item = &'t str> + ExactSizeIterator + Clone,
    ) -> Self {
        let count = lines.len();
        let head = lines.clone().take(HEAD).take_while(|line| is_header(line)).count();
        let rule = lines.rev().take(SIGNATURE + 1).position(|line| line.trim_end() == "--");
        // One such line may be anything: "To: my son" is a poem.
        let head = if head >= 2 { head } else { 0 };
        Self { head, signature: rule.map_or(count, |behind| count - 1 - behind) }
    }

    /// Whether line `index` belongs to the mail.
    pub(crate) const fn holds(self, index: usize) -> bool {
        index < self.head || index >= self.signature
    }

    /// Whether line `index` is one of its head.
    pub(crate) const fn heads(self, index: usize) -> bool {
        index < self.head
    }
}

fn is_header(line: &str) -> bool {
    /// Bytes of the longest name.
    const NAME: usize = 32;
    let Some((name, value)) = line.split_once(':') else { return false };
    name.len() <= NAME && value.starts_with([' ', '\t']) && HEADERS.contains(&name.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(lines: &[&str]) -> Vec<usize> {
        let mail = Mail::of(lines.iter().copied());
        (0..lines.len()).filter(|&line| mail.holds(line)).collect()
    }

    #[test]
    fn head_and_signature_are_told_from_the_text() {
        let mail = [
            "Von: Redaktion <r@blatt.example>",
            "Betreff: Seilbahn",
            "Die Seilbahn steht.",
            "--",
            "Redaktion",
        ];
        assert_eq!(held(&mail), [0, 1, 3, 4]);
        assert_eq!(held(&["From: here to eternity", "A film is shown again."]), [0_usize; 0]);
        assert_eq!(held(&["The ferry stopped.", "To: nobody", "From: nobody"]), [0_usize; 0]);
        let mut long = vec!["The ferry stopped."; 20];
        long[2] = "--";
        assert_eq!(held(&long), [0_usize; 0]);
        assert_eq!(held(&[]), [0_usize; 0]);
    }
}
