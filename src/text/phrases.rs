//! Phrases looked for in a text, word by word.
//!
//! Case, apostrophes, full stops and whatever stands between two words count for nothing. A colon, a bar, an `@` and a `©`
//! count as words; another sign at the end of a phrase must stand there, too ("FILE -"). `*` stands for up to
//! five words, `#` for a number. Each place of a text costs what the phrases do that begin with its word.

use super::words::{Shape, Word, WordMap, Words};

/// The most words that `*` stands for.
const GAP: usize = 5;

/// A set of phrases.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    by_first: WordMap<Vec<Phrase>>,
    count: usize,
}

#[derive(Debug, PartialEq, Eq)]
struct Phrase {
    /// What follows the first word.
    rest: Box<[Part]>,
    /// The signs behind its last word.
    tail: Box<str>,
    number: usize,
}

/// A part of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Word(u64),
    /// `*`: up to [`GAP`] words.
    Gap,
    /// `#`: a number.
    Number,
}

/// Why a phrase can't be added.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Rejected {
    /// It does not begin with a word.
    NoWord,
    /// The same phrase is there already.
    Twice,
}

impl Phrases {
    /// Adds a phrase, and gives it the next number from 0 on.
    pub fn add(&mut self, phrase: &str) -> Result<usize, Rejected> {
        let mut parts = Vec::new();
        let mut tail = "";
        for piece in phrase.split_inclusive(['*', '#']) {
            let words: Vec<Word> = Words::of(piece).collect();
            parts.extend(words.iter().map(|word| Part::Word(word.hash)));
            parts.extend(piece.ends_with('*').then_some(Part::Gap));
            parts.extend(piece.ends_with('#').then_some(Part::Number));
            let end = words.last().map_or(0, |word| word.span.end);
            tail = piece.get(end..).unwrap_or_default().trim_matches(['*', '#', '.', ' ']);
        }
        let Some((&Part::Word(first), rest)) = parts.split_first() else { return Err(Rejected::NoWord) };
        let same = self.by_first.entry(first).or_default();
        if same.iter().any(|other| *other.rest == *rest && *other.tail == *tail) {
            return Err(Rejected::Twice);
        }
        same.push(Phrase { rest: rest.into(), tail: tail.into(), number: self.count });
        self.count += 1;
        Ok(self.count - 1)
    }

    /// The phrases that begin with the first of `words`, which are those of `text`: the number of each, how many of the
    /// words it covers, and where it ends.
    pub fn at<'a>(
        &'a self,
        words: &'a [Word],
        text: &'a str,
    ) -> impl Iterator<Item = (usize, usize, usize)> + 'a {
        let (first, rest) = words.split_first().unzip();
        let phrases = first.and_then(|first: &Word| self.by_first.get(&first.hash));
        phrases.into_iter().flatten().filter_map(move |phrase| {
            let count = 1 + covered(&phrase.rest, rest.unwrap_or_default())?;
            let end = words.get(count - 1)?.span.end;
            Some((phrase.number, count, phrase.ends(text, end)?))
        })
    }
}

impl Phrase {
    /// Where the phrase ends whose last word ends at `end`; nowhere if the signs behind are others.
    fn ends(&self, text: &str, end: usize) -> Option<usize> {
        if self.tail.is_empty() {
            return Some(end);
        }
        let behind = text.get(end..)?.trim_start();
        Some(text.len() - behind.strip_prefix(&*self.tail)?.len())
    }
}

/// How many of `words` the parts cover from the front, if they do.
fn covered(parts: &[Part], words: &[Word]) -> Option<usize> {
    match parts.split_first() {
        None => Some(0),
        Some((Part::Word(hash), rest)) => {
            let (first, words) = words.split_first()?;
            (first.hash == *hash).then(|| covered(rest, words))?.map(|count| count + 1)
        }
        Some((Part::Number, rest)) => {
            let (first, words) = words.split_first()?;
            (first.shape == Shape::Number).then(|| covered(rest, words))?.map(|count| count + 1)
        }
        // At the end of a phrase it takes what it can, so that "sign up for *" may be the whole line.
        Some((Part::Gap, [])) => Some(GAP.min(words.len())),
        Some((Part::Gap, rest)) => (0..=GAP.min(words.len()))
            .find_map(|skipped| covered(rest, words.get(skipped..)?).map(|count| count + skipped)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(list: &[&str]) -> Phrases {
        let mut phrases = Phrases::default();
        for phrase in list {
            phrases.add(phrase).unwrap();
        }
        phrases
    }

    /// The stretches of `text` that are phrases.
    fn found<'t>(phrases: &Phrases, text: &'t str) -> Vec<&'t str> {
        let words: Vec<Word> = Words::of(text).collect();
        let from = |at: usize| words[at].span.start;
        let at =
            |at: usize| phrases.at(&words[at..], text).filter_map(move |(_, _, end)| text.get(from(at)..end));
        (0..words.len()).flat_map(at).collect()
    }

    #[test]
    fn case_apostrophes_and_spaces_count_for_nothing_but_words_are_whole() {
        let by = phrases(&["by", "last updated", "don't miss"]);
        assert_eq!(found(&by, "By Jane Doe. LAST  UPDATED: 5 May"), ["By", "LAST  UPDATED"]);
        assert_eq!(found(&by, "Bystanders last update"), [""; 0]);
        assert_eq!(found(&by, "Don’t miss it"), ["Don’t miss"]);
    }

    #[test]
    fn signs_that_a_phrase_has_are_asked_for() {
        let signs = phrases(&["file -", "read:", "related |"]);
        assert_eq!(found(&signs, "FILE - A man"), ["FILE -"]);
        assert_eq!(found(&signs, "Read: this. Related | that"), ["Read:", "Related |"]);
        assert_eq!(found(&signs, "File a suit, read related news"), [""; 0]);
    }

    #[test]
    fn gaps_and_numbers_stand_for_words() {
        let gaps = phrases(&["sign up for * newsletter", "page # of #", "more from *"]);
        assert_eq!(
            found(&gaps, "Sign up for our daily newsletter now"),
            ["Sign up for our daily newsletter"]
        );
        assert_eq!(found(&gaps, "Sign up for a b c d e f newsletter"), [""; 0]);
        assert_eq!(found(&gaps, "Page 3 of 12. Page three of 12."), ["Page 3 of 12"]);
        assert_eq!(found(&gaps, "More from the Gazette"), ["More from the Gazette"]);
    }

    #[test]
    fn no_phrase_is_taken_twice() {
        let mut phrases = phrases(&["read more"]);
        assert_eq!(phrases.add("Read  more."), Err(Rejected::Twice));
        assert_eq!(phrases.add("→"), Err(Rejected::NoWord));
        assert_eq!(phrases.add("read more:"), Ok(1));
    }
}
