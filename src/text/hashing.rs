//! Maps and sets with a quick hash, for words; and a hash that is the same on every machine and in every version.
//!
//! The keys of the maps come from outside: their hash is seeded anew in each run, so that no text can be made to collide.
//! Nothing that is shown may depend on the order of such a map.

use foldhash::fast::RandomState;

/// A map with a quick hash.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
/// A set with a quick hash.
pub(crate) type HashSet<K> = std::collections::HashSet<K, RandomState>;

/// The 64-bit FNV-1a hash of `text` (Fowler, Noll, Vo).
pub(crate) fn fnv(text: &str) -> u64 {
    let mut hash = Fnv::default();
    text.bytes().for_each(|byte| hash.add_byte(byte));
    hash.0
}

/// The same, for what comes bit by bit.
pub(crate) struct Fnv(pub(crate) u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds a character, in UTF-8.
    pub(crate) fn add(&mut self, c: char) {
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
    fn hashes_as_published() {
        assert_eq!(fnv("foobar"), 0x8594_4171_f739_67e8);
    }
}
