//! The words of a text, as numbers: lexicons and stems are compared by hash, so that a page of any size is read once and
//! nothing is copied.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::iter::Peekable;
use std::str::CharIndices;

use crate::article::Span;

/// What a word looks like and is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A bar, an arrow or a copyright sign: kept because phrases and link lists have them.
    Sign,
    /// A colon: kept because phrases may ask for it.
    Colon,
    /// The sign of a handle or a mail address: kept because phrases may ask for it.
    At,
    /// Begins with a digit.
    Number,
    /// Begins with a small letter, or is of a script without capitals.
    Small,
    /// Begins with a capital.
    Capital,
    /// Two letters or more, all capitals.
    Capitals,
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Stands for the word in lower case, without apostrophes.
    pub hash: u64,
    /// Stands for its first eight letters: a stem that needs no grammar.
    pub stem: u64,
    /// What it looks like.
    pub shape: Shape,
    /// Where it stands in the text.
    pub span: Span,
}

impl Word {
    /// Whether it is a word, not a sign.
    pub fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Sign | Shape::Colon | Shape::At)
    }

    /// Whether it begins with a capital.
    pub fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Capitals)
    }
}

/// Letters that make a stem.
const STEM: usize = 8;

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a, one character at a time.
const fn mix(hash: u64, letter: char) -> u64 {
    (hash ^ letter as u64).wrapping_mul(PRIME)
}

/// Whether a character is a word of its own in scripts written without spaces.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// Whether a character belongs to a word without showing in its hash.
fn is_silent(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '\u{ad}')
}

/// The words of `text`, one after the other.
#[derive(Clone)]
pub(crate) struct Words<'t> {
    letters: Peekable<CharIndices<'t>>,
}

impl<'t> Words<'t> {
    /// Begins with the first word of `text`.
    pub fn of(text: &'t str) -> Self {
        Self { letters: text.char_indices().peekable() }
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        loop {
            let (start, letter) = self.letters.next()?;
            let sign = match letter {
                ':' | '：' => Some((':', Shape::Colon)),
                '@' => Some(('@', Shape::At)),
                '|' | '©' | '»' | '›' => Some((letter, Shape::Sign)),
                _ => None,
            };
            if let Some((sign, shape)) = sign {
                let hash = mix(OFFSET, sign);
                let span = Span::new(start, start + letter.len_utf8());
                return Some(Word { hash, stem: hash, shape, span });
            }
            if !letter.is_alphanumeric() {
                continue;
            }
            let mut word = Builder::new(letter);
            let mut end = start + letter.len_utf8();
            if !stands_alone(letter) {
                while let Some(&(at, next)) = self.letters.peek() {
                    if next.is_alphanumeric() && !stands_alone(next) {
                        word.push(next);
                    } else if !is_silent(next) {
                        break;
                    }
                    end = at + next.len_utf8();
                    self.letters.next();
                }
            }
            return Some(word.finish(Span::new(start, end)));
        }
    }
}

/// The words of `text`, added to `words`.
pub(crate) fn scan(text: &str, words: &mut Vec<Word>) {
    words.extend(Words::of(text));
}

/// The hash of one word of a lexicon.
pub(crate) fn hash_of(word: &str) -> Option<u64> {
    Words::of(word).next().map(|word| word.hash)
}

struct Builder {
    hash: u64,
    stem: u64,
    letters: usize,
    first: char,
    all_capitals: bool,
}

impl Builder {
    fn new(first: char) -> Self {
        let mut builder = Self { hash: OFFSET, stem: OFFSET, letters: 0, first, all_capitals: true };
        builder.push(first);
        builder
    }

    fn push(&mut self, letter: char) {
        self.all_capitals &= !letter.is_lowercase();
        if letter.is_ascii() {
            self.hash = mix(self.hash, letter.to_ascii_lowercase());
        } else {
            self.hash = letter.to_lowercase().fold(self.hash, mix);
        }
        self.letters += 1;
        if self.letters <= STEM {
            self.stem = self.hash;
        }
    }

    fn finish(self, span: Span) -> Word {
        let shape = if self.first.is_numeric() {
            Shape::Number
        } else if !self.first.is_uppercase() {
            Shape::Small
        } else if self.all_capitals && self.letters > 1 {
            Shape::Capitals
        } else {
            Shape::Capital
        };
        Word { hash: self.hash, stem: self.stem, shape, span }
    }
}

/// What is known of words, by their hash.
pub(crate) type WordMap<V> = HashMap<u64, V, BuildHasherDefault<Hashed>>;
/// Words, by their hash.
pub(crate) type WordSet = HashSet<u64, BuildHasherDefault<Hashed>>;

/// Takes a word's hash for what it is.
#[derive(Default)]
pub(crate) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, hash: u64) {
        // The upper bits choose within a group of the table: they need to differ, too.
        self.0 = (self.0 ^ hash).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 32;
    }
}
