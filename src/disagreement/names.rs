//! Whether two names may be one.

use super::sentence::{Piece, Sentence};
use crate::lexis::Lexis;

/// Whether two names may name the same: one by initials, a part or some letters of the other, or in another spelling.
pub(super) fn may_be_one(
    (a, mine): (&Sentence<'_>, &[Piece]),
    (b, theirs): (&Sentence<'_>, &[Piece]),
    lexis: &Lexis,
) -> bool {
    let words = |sentence: &Sentence<'_>, pieces: &[Piece]| -> Vec<String> {
        let words = pieces.iter().map(|piece| letters(sentence.word(lexis, piece)));
        words.filter(|word| !word.is_empty()).collect()
    };
    let (x, y) = (words(a, mine), words(b, theirs));
    let skeletons = |words: &[String]| words.iter().map(|word| skeleton(word)).collect::<Vec<String>>();
    let (bones_x, bones_y) = (skeletons(&x), skeletons(&y));
    // A part of a name stands for the whole.
    let part = |some: &[String], all: &[String]| some.iter().all(|bone| all.contains(bone));
    if part(&bones_x, &bones_y) || part(&bones_y, &bones_x) {
        return true;
    }
    // "Peter Holm", "Peter Holt": what is the same makes the rest no more alike.
    let alike = |(x, y): (&String, &String)| x == y || skeleton(x) == skeleton(y) || are_alike(x, y);
    if x.len() == y.len() && x.iter().zip(&y).any(|(x, y)| x == y) {
        return x.iter().zip(&y).all(alike);
    }
    are_alike(&x.concat(), &y.concat())
}

/// Whether one name begins as the other, or abbreviates it.
fn are_alike(x: &str, y: &str) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    begin_alike(x, y) || abbreviates(short, long)
}

/// The letters and digits of a word, without the marks over them.
fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).map(plain).collect()
}

/// A letter without the mark over it.
const fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    }
}

/// So many letters alike at the beginning, and two names may be one: "Dem", "Democrats".
const BEGINNING: usize = 4;

/// Whether one name is the beginning of the other, or all but.
fn begin_alike(x: &str, y: &str) -> bool {
    let alike = x.chars().zip(y.chars()).take_while(|(x, y)| x == y).count();
    let shorter = x.chars().count().min(y.chars().count());
    alike >= BEGINNING.min(shorter) && alike + 2 >= shorter && alike > 1
}

/// Whether the letters of a short name stand in a long one in their order, the first letter first: FB, Facebook.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let shorter = short.chars().count() * 3 <= long.chars().count() * 2;
    shorter
        && short.chars().next() == long.chars().next()
        && short.chars().all(|c| rest.any(|other| other == c))
}

/// The consonants of a name, as far as they are the same however it is written in another script: Kyiv and Kiev,
/// Dehghan and Dehqan.
fn skeleton(word: &str) -> String {
    let mut bones = String::new();
    let mut before = None;
    for c in word.chars() {
        let bone = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'w' => None,
            // "gh", "kh", "sh", "th": one sound. At the beginning or behind a vowel it is one of its own.
            'h' if before
                .is_some_and(|before| matches!(before, 'g' | 'k' | 's' | 'c' | 't' | 'p' | 'z' | 'd')) =>
            {
                None
            }
            'c' | 'g' | 'q' => Some('k'),
            'z' | 'x' => Some('s'),
            'v' => Some('f'),
            c => Some(c),
        };
        // A vowel at the beginning tells names apart: "Iran", "Oran".
        let bone =
            bone.or_else(|| (before.is_none() && matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')).then_some('a'));
        before = Some(c);
        if let Some(bone) = bone.filter(|&bone| !bones.ends_with(bone)) {
            bones.push(bone);
        }
    }
    bones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_another_script_have_many_spellings() {
        let alike = |x: &str, y: &str| skeleton(&letters(x)) == skeleton(&letters(y));
        for (x, y) in [
            ("kyiv", "kiev"),
            ("türkiye", "turkey"),
            ("deh", "dih"),
            ("abdul", "abdol"),
            ("dehghan", "dehqan"),
            ("mohammed", "muhammad"),
            ("gaddafi", "qaddafi"),
        ] {
            assert!(alike(x, y), "{x} {y}");
        }
        for (x, y) in [("cohen", "cotten"), ("weller", "keller"), ("iran", "iraq"), ("north", "south")] {
            assert!(!alike(x, y), "{x} {y}");
        }
    }

    #[test]
    fn letters_in_order_abbreviate() {
        assert!(abbreviates("fb", "facebook"));
        assert!(abbreviates("doj", "departmentofjustice"));
        assert!(!abbreviates("fbi", "facebook"));
        assert!(!abbreviates("cotten", "cottage"));
    }
}
