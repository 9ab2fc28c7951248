//! Words as numbers.

use crate::text::hashing::HashMap;

/// Numbers a normalised word; the same number is the same word, within one [`Lexis`](super::Lexis).
pub type TermId = u32;

/// Numbers texts in the order in which they are first seen.
#[derive(Debug, Default)]
pub(super) struct Terms {
    numbers: HashMap<Box<str>, TermId>,
    pub(super) texts: Vec<Box<str>>,
}

impl Terms {
    pub(super) fn number(&mut self, text: &str) -> TermId {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = TermId::try_from(self.texts.len()).unwrap_or(TermId::MAX);
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        number
    }
}
