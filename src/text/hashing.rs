//! Maps and sets with a quick hash, for words.
//!
//! The keys come from outside: the hash is seeded anew in each run, so that no text can be made to collide.
//! Nothing that is shown may depend on the order of such a map.

use foldhash::fast::RandomState;

/// A map with a quick hash.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
/// A set with a quick hash.
pub(crate) type HashSet<K> = std::collections::HashSet<K, RandomState>;
