//! Characters and words, whatever they say: the one home of what every stage has to know of writing.

pub(crate) mod by_language;
pub(crate) mod hashing;
pub(crate) mod invisible;
pub(crate) mod lexicon;
pub(crate) mod marks;
pub(crate) mod phrases;
pub(crate) mod script;
pub(crate) mod sets;
pub(crate) mod sorted;
pub(crate) mod words;
