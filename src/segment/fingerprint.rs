//! Text reduced to its words, and numbers that stand for it on every machine and in every version.

/// What stands for a text whatever its case, quotation marks and punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint {
    /// A hash of its words.
    pub(super) hash: u64,
    /// How many they are.
    pub(super) words: usize,
}

impl Fingerprint {
    /// The fingerprint of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut hash = Fnv::default();
        let mut words = 0;
        fold(text, |c| {
            words += usize::from(c == ' ');
            hash.add(c);
        });
        Self { hash: hash.0, words }
    }
}

/// The words of `text` in small letters, a space behind each: case, quotation marks, punctuation and
/// the stops of "U.S." are gone.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 1);
    fold(text, |c| folded.push(c));
    folded
}

fn fold(text: &str, mut each: impl FnMut(char)) {
    let mut in_word = false;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            in_word = true;
            each(c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            in_word = true;
            c.to_lowercase().for_each(&mut each);
        } else if in_word && !matches!(c, '.' | '\'' | '’' | '‘') {
            in_word = false;
            each(' ');
        }
    }
    if in_word {
        each(' ');
    }
}

/// The 64-bit FNV-1a hash of `text` (Fowler, Noll, Vo).
pub(super) fn fnv(text: &str) -> u64 {
    let mut hash = Fnv::default();
    text.bytes().for_each(|byte| hash.add_byte(byte));
    hash.0
}

struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, c: char) {
        c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.add_byte(byte));
    }

    fn add_byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_to_words() {
        assert_eq!(folded("“The U.S.’ anti-Trump  USERS”"), "the us anti trump users ");
        assert_eq!(folded("…"), "");
    }

    #[test]
    fn hashes_as_published() {
        assert_eq!(fnv("foobar"), 0x8594_4171_f739_67e8);
    }
}
