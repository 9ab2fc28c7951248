//! Which blocks print an earlier block of their article again.

use super::fingerprint::{Fingerprint, folded};
use crate::article::{Block, Role, Span};
use crate::text::hashing::HashMap;
use crate::text::hashing::fnv;

/// Body text with fewer words is repeated for its own sake: "Yes." in an interview.
const FEWEST_BODY: usize = 5;

/// The most words of a title or caption that is compared for near repeats.
const MOST_SHORT: usize = 80;

/// The fewest words that a near repeat has in common with what it repeats.
const FEWEST_NEAR: usize = 4;

/// How many earlier blocks with the same first or last words a block is held against.
const CANDIDATES: usize = 4;

/// Words at either end by which near repeats find one another.
const END: usize = 3;

/// Sets [`Block::repeats`]; `contents` are the blocks' spans without their marks.
///
/// Body text repeats when its words are the same, whatever case, quotation marks and punctuation.
/// A title, caption or list item repeats as well when it breaks off with dots; a title or caption, too, when it is the
/// same but for a few words before or behind ("VIDEO: …", "… (updated)"). Those words are what tells items of a list
/// apart: "voters in Ohio", "voters in Ohio over 50".
pub(super) fn mark(text: &str, contents: &[Span], blocks: &mut [Block]) {
    let mut by_words: HashMap<u64, usize> = HashMap::default();
    let mut by_end: HashMap<u64, Vec<usize>> = HashMap::default();
    for index in 0..blocks.len() {
        let (Some(content), Some(role)) = (contents.get(index), blocks.get(index).map(|block| block.role))
        else {
            continue;
        };
        let content = content.of(text);
        let Fingerprint { hash, words } = Fingerprint::of(content);
        if words == 0 || (role == Role::Body && words < FEWEST_BODY) {
            continue;
        }
        let short = role != Role::Body && words <= MOST_SHORT;
        let of = |&earlier: &usize| contents.get(earlier).map_or("", |span| span.of(text));
        let mut repeats =
            by_words.get(&hash).copied().filter(|earlier| folded(of(earlier)) == folded(content));
        if repeats.is_none() && short {
            let folded_content = folded(content);
            let words = split(&folded_content);
            let ends = [ends(words.iter()), ends(words.iter().rev())];
            let candidates = ends.iter().filter_map(|end| by_end.get(end)).flatten().copied();
            let said_again = |earlier: &usize| nearly(&split(&folded(of(earlier))), &words, content, role);
            repeats = candidates.filter(said_again).min();
            if repeats.is_none() {
                for end in ends {
                    let same = by_end.entry(end).or_default();
                    if same.len() < CANDIDATES {
                        same.push(index);
                    }
                }
            }
        }
        by_words.entry(hash).or_insert(index);
        if let Some(block) = blocks.get_mut(index) {
            block.repeats = repeats;
        }
    }
}

fn split(folded: &str) -> Vec<&str> {
    folded.split_terminator(' ').collect()
}

/// A hash of the first words of `words`, which may be reversed.
fn ends<'w>(words: impl Iterator<Item = &'w &'w str>) -> u64 {
    words.take(END).fold(0, |hash, word| hash.rotate_left(7) ^ fnv(word))
}

/// Whether `words`, which stand for `content`, say `earlier` again but for its edges, as far as `role` allows it.
fn nearly(earlier: &[&str], words: &[&str], content: &str, role: Role) -> bool {
    let (long, short) = if earlier.len() >= words.len() { (earlier, words) } else { (words, earlier) };
    if short.len() < FEWEST_NEAR {
        return false;
    }
    let cut_off = content.ends_with('…') || content.ends_with("...");
    if cut_off && words.len() < earlier.len() {
        return earlier.starts_with(words);
    }
    if role == Role::ListItem {
        return false;
    }
    let allowed = (short.len() / 4).min(3);
    long.len() - short.len() <= allowed && (long.starts_with(short) || long.ends_with(short))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeats(lines: &[(&str, Role)]) -> Vec<Option<usize>> {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for &(line, role) in lines {
            let span = Span::new(text.len(), text.len() + line.len());
            text.push_str(line);
            blocks.push(Block { span, role, repeats: None });
        }
        let contents: Vec<Span> = blocks.iter().map(|block| block.span).collect();
        mark(&text, &contents, &mut blocks);
        blocks.iter().map(|block| block.repeats).collect()
    }

    #[test]
    fn the_same_words_repeat_whatever_the_marks() {
        use Role::{Body, Headline};
        let found = repeats(&[
            ("Twitter rejects US effort to unmask “anti-Trump” users", Headline),
            ("It was filed in a federal court.", Body),
            ("Twitter rejects U.S. effort to unmask anti Trump users.", Headline),
            ("\"It was filed, in a federal court\"", Body),
        ]);
        assert_eq!(found, [None, None, Some(0), Some(1)]);
    }

    #[test]
    fn titles_repeat_when_only_their_edges_differ() {
        use Role::{Body, Headline};
        let title = "Twitter sues over attempt to identify an account";
        assert_eq!(repeats(&[(title, Headline), (&format!("VIDEO: {title}"), Headline)]), [None, Some(0)]);
        assert_eq!(
            repeats(&[(title, Headline), ("Twitter sues over attempt to…", Headline)]),
            [None, Some(0)]
        );
        assert_eq!(repeats(&[(title, Headline), (&format!("{title} today"), Body)]), [None, None]);
    }

    #[test]
    fn items_of_a_list_are_told_apart_by_their_edges() {
        let item = "Turnout among registered voters in Ohio";
        let longer = format!("{item} over 50");
        for items in [[item, longer.as_str()], [longer.as_str(), item]] {
            assert_eq!(repeats(&items.map(|item| (item, Role::ListItem))), [None; 2]);
        }
        let cut_off =
            [(longer.as_str(), Role::ListItem), ("Turnout among registered voters…", Role::ListItem)];
        assert_eq!(repeats(&cut_off), [None, Some(0)]);
    }

    #[test]
    fn numbers_negations_and_short_answers_are_no_repeats() {
        use Role::{Body, Headline};
        assert_eq!(
            repeats(&[
                ("Bomb in Kabul kills 12 people", Headline),
                ("Bomb in Kabul kills 15 people", Headline)
            ]),
            [None; 2]
        );
        assert_eq!(
            repeats(&[
                ("The jury finds him guilty of it", Headline),
                ("The jury finds him not guilty of it", Headline)
            ]),
            [None; 2]
        );
        assert_eq!(repeats(&[("Yes.", Body), ("Yes.", Body)]), [None; 2]);
    }
}
