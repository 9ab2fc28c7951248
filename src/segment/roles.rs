//! What each block is on its page.

use super::cues::CUES;
use super::fingerprint::Fingerprint;
use super::layout::Layout;
use super::line::{self, Look};
use super::signed;
use crate::article::Role;
use crate::text::hashing::HashSet;
use crate::text::marks::{begins_capital, is_end_mark, without_closing};

/// The most words of a headline, a standfirst and a crosshead.
const HEADLINE: usize = 30;
const SECOND_HEADLINE: usize = 16;
const STANDFIRST: usize = 45;
const CROSSHEAD: usize = 10;

/// Title lines before the story among which the headline is looked for; pages pasted whole have menus
/// before it.
const CANDIDATES: usize = 60;

/// How many blocks behind a story's first paragraph the second one may be.
const COMPANY: usize = 3;

/// In so many blocks at the top a page asks to let it keep something.
const CONSENT: usize = 4;

/// The most words of a speaker's name.
const SPEAKER: usize = 3;

/// Paragraphs that the headline is held against.
const LEAD: usize = 3;

/// A rule that gives a block its role.
#[derive(Debug)]
pub(super) struct Rule {
    /// Its name, which no other rule has.
    pub(super) name: &'static str,
    /// Which blocks it finds, as a phrase that goes on from "the block …".
    pub(super) finds: &'static str,
    /// What they are.
    pub(super) role: Role,
    is: fn(&PageLooks, usize) -> bool,
}

/// The rules. The first that finds a block says what it is; the last one finds any.
static RULES: [Rule; 16] = [
    Rule {
        name: "title",
        finds: "is, of the titles before the story, the one that its first paragraphs take up most",
        role: Role::Headline,
        is: |page, index| page.headline == Some(index),
    },
    Rule {
        name: "list heading",
        finds: "is a heading above a list of what the story says",
        role: Role::Subheading,
        is: |page, index| page.heads_list(index),
    },
    Rule {
        name: "caption",
        finds: "begins as captions do, or ends with who made the picture",
        role: Role::Caption,
        is: |page, index| line::is_caption(page.block(index), page.look(index)),
    },
    Rule {
        name: "author",
        finds: "begins as bylines do, and goes on with names",
        role: Role::Byline,
        is: |page, index| line::byline(page.block(index)).is_some(),
    },
    Rule {
        name: "contributors",
        finds: "names those who helped, or edited",
        role: Role::Byline,
        is: |page, index| line::is_contribution(page.block(index)),
    },
    Rule {
        name: "bullet",
        finds: "has a bullet",
        role: Role::ListItem,
        is: |page, index| page.blocks.get(index).is_some_and(|block| block.bulleted),
    },
    Rule {
        name: "number",
        finds: "begins with its number in a list",
        role: Role::ListItem,
        is: |page, index| line::is_numbered(page.block(index)),
    },
    Rule {
        name: "stamp",
        finds: "is nothing but a time, a place, an agency or a note on a later version",
        role: Role::Dateline,
        is: |page, index| page.is_stamp(index),
    },
    Rule {
        name: "names",
        finds: "is nothing but names, above the time or the author, of whom the story does not speak",
        role: Role::Byline,
        is: |page, index| page.is_below_headline(index) && page.names_authors(index),
    },
    Rule {
        name: "signed",
        finds: "is names and their paper, or the time, of whom the story does not speak",
        role: Role::Byline,
        is: |page, index| page.is_below_headline(index) && page.is_signed(index),
    },
    Rule {
        name: "title again",
        finds: "prints the headline once more, below it",
        role: Role::Headline,
        is: |page, index| page.is_below_headline(index) && page.repeats_headline(index),
    },
    Rule {
        name: "second title",
        finds: "is a title below the headline, with words of it",
        role: Role::Headline,
        is: |page, index| page.is_standfirst(index) && page.shares_headline(index),
    },
    Rule {
        name: "listed",
        finds: "stands below the heading of a list, before the next paragraph",
        role: Role::ListItem,
        is: |page, index| page.in_list.get(index) == Some(&true),
    },
    Rule {
        name: "standfirst",
        finds: "is a title below the headline",
        role: Role::Subheading,
        is: |page, index| page.is_standfirst(index),
    },
    Rule {
        name: "crosshead",
        finds: "is a short title between paragraphs",
        role: Role::Subheading,
        is: |page, index| page.is_crosshead(index),
    },
    Rule { name: "text", finds: "is nothing else", role: Role::Body, is: |_, _| true },
];

/// The rules that give the blocks of `text` their roles, in order.
pub(super) fn assign(text: &str, blocks: &[Layout]) -> Vec<&'static Rule> {
    let page = PageLooks::new(text, blocks);
    (0..blocks.len()).filter_map(|index| RULES.iter().find(|rule| (rule.is)(&page, index))).collect()
}

/// What is looked up about the page again and again.
struct PageLooks<'a> {
    text: &'a str,
    blocks: &'a [Layout],
    looks: Vec<Look>,
    /// Index of the first paragraph.
    body: usize,
    /// Index of the headline.
    headline: Option<usize>,
    /// For each block whether it stands below the heading of a list, before the next paragraph.
    in_list: Vec<bool>,
}

impl<'a> PageLooks<'a> {
    fn new(text: &'a str, blocks: &'a [Layout]) -> Self {
        let looks: Vec<Look> = blocks.iter().map(|block| Look::at(block.span.of(text))).collect();
        let paragraph = |index: usize| {
            let found = blocks.get(index).zip(looks.get(index));
            found.is_some_and(|(block, &look)| {
                look.is_paragraph() && !line::is_caption(block.span.of(text), look)
            })
        };
        // Above the headline, a paragraph about cookies is the page's.
        let top = (0..blocks.len()).find(|&index| paragraph(index));
        let consent = top.filter(|&index| index < CONSENT && asks_consent(blocks[index].span.of(text)));
        let paragraph = |index: usize| consent != Some(index) && paragraph(index);
        // A lone paragraph among menu lines is an advertisement; a story has more of them.
        let mut paragraphs = (0..blocks.len()).filter(|&index| paragraph(index));
        let first = paragraphs.next();
        let in_company = |&index: &usize| (index + 1..=index + COMPANY).any(paragraph);
        let body = first.into_iter().chain(paragraphs).find(in_company).or(first).unwrap_or(blocks.len());
        let mut page = Self { text, blocks, looks, body, headline: None, in_list: Vec::new() };
        page.headline = page.find_headline();
        let mut in_list = false;
        let below_heading = |index| {
            in_list = page.heads_list(index) || (in_list && !page.look(index).is_paragraph());
            in_list
        };
        page.in_list = (0..blocks.len()).map(below_heading).collect();
        page
    }

    fn block(&self, index: usize) -> &'a str {
        self.blocks.get(index).map_or("", |block| block.span.of(self.text))
    }

    fn look(&self, index: usize) -> Look {
        self.looks.get(index).copied().unwrap_or(Look { words: 0, ended: false })
    }

    /// The index of the headline: of the title lines before the story the one that the lead takes up
    /// most, and the first of those that it takes up alike.
    fn find_headline(&self) -> Option<usize> {
        if self.blocks.len() < 2 {
            return None;
        }
        let lead: HashSet<u64> = (self.body..self.blocks.len().min(self.body + LEAD))
            .flat_map(|index| content_words(self.block(index)))
            .collect();
        let from = self.body.saturating_sub(CANDIDATES);
        let mut best: Option<(usize, usize)> = None;
        for index in std::iter::once(0).chain(from.max(1)..self.body) {
            if !self.is_title(index, HEADLINE) || self.stands_beside_title(index) {
                continue;
            }
            let words: HashSet<u64> = content_words(self.block(index)).collect();
            let taken_up = words.intersection(&lead).count();
            // The first line of a file is its title if it has anything of the story.
            if index == 0 && taken_up > 0 {
                return Some(0);
            }
            if best.is_none_or(|(_, most)| taken_up > most) {
                best = Some((index, taken_up));
            }
        }
        best.map(|(index, _)| index)
    }

    /// Whether the block is built like a title: a few words without an end mark.
    fn is_title(&self, index: usize, most: usize) -> bool {
        let Some(block) = self.blocks.get(index) else { return false };
        let text = block.span.of(self.text);
        let look = self.look(index);
        let bare = without_closing(text);
        // Titles ask and exclaim.
        let stop = bare.ends_with(|c| is_end_mark(c) && !matches!(c, '!' | '?' | '！' | '？' | '؟'))
            || bare.ends_with([':', ',', ';', '：', '，', '；']);
        !block.bulleted
            && (2..=most).contains(&look.words)
            && (!stop || text.ends_with("..."))
            && begins_capital(text)
            && !says_something(text)
            && !is_post(text, self.block(index + 1))
    }

    /// Whether the block is a line with the author, the time or a picture's caption.
    fn stands_beside_title(&self, index: usize) -> bool {
        let text = self.block(index);
        line::byline(text).is_some() || line::is_dateline(text) || line::is_caption(text, self.look(index))
    }

    /// Whether the block stands between the headline and the story.
    fn is_below_headline(&self, index: usize) -> bool {
        self.headline.is_some_and(|headline| headline < index && index < self.body)
    }

    /// Whether the block says when, where or by which agency. Behind the story's beginning a publisher's name may be
    /// anything.
    fn is_stamp(&self, index: usize) -> bool {
        let text = self.block(index);
        let before_story =
            if self.headline.is_some() { self.is_below_headline(index) } else { index < self.body };
        line::is_dateline(text) && (before_story || !line::is_publisher(text))
    }

    /// Whether the block is a heading above a list of what the story says.
    fn heads_list(&self, index: usize) -> bool {
        CUES.list_headings.has(self.block(index).trim_end_matches(':'))
    }

    /// Whether the block is nothing but the names of authors, above the time or another of them.
    fn names_authors(&self, index: usize) -> bool {
        let text = self.block(index);
        let next = self.block(index + 1);
        line::is_names(text)
            && (line::is_dateline(next) || line::byline(next).is_some())
            && !self.is_subject(text)
    }

    /// Whether the block names the authors and whom they write for, or when.
    fn is_signed(&self, index: usize) -> bool {
        let text = self.block(index);
        signed::is_unspaced_byline(text) || signed::authors(text).is_some_and(|names| !self.is_subject(names))
    }

    /// Whether the block is a line of verse, or of a list: two short lines without an end stand right before it.
    fn goes_on_from_lines(&self, index: usize) -> bool {
        let is_short = |index: usize| {
            let look = self.look(index);
            (2..=CROSSHEAD).contains(&look.words) && !look.ended && !self.stands_beside_title(index)
        };
        index >= 2 && index > self.body + 2 && is_short(index - 1) && is_short(index - 2)
    }

    /// The text of the headline.
    fn title(&self) -> &'a str {
        self.headline.map_or("", |headline| self.block(headline))
    }

    /// Whether the block has the words of the headline.
    fn repeats_headline(&self, index: usize) -> bool {
        Fingerprint::of(self.block(index)) == Fingerprint::of(self.title())
    }

    /// Whether the block is built like a title and stands between the headline and the story.
    fn is_standfirst(&self, index: usize) -> bool {
        self.is_below_headline(index) && self.look(index).words >= 3 && self.is_title(index, STANDFIRST)
    }

    /// Whether the block is short, and has some of the headline's words.
    fn shares_headline(&self, index: usize) -> bool {
        let words: HashSet<u64> = content_words(self.title()).collect();
        let shared = content_words(self.block(index)).filter(|word| words.contains(word)).count();
        shared >= 2 && self.look(index).words <= SECOND_HEADLINE
    }

    /// Whether the story's beginning speaks of those whom `names` names: they are no authors.
    fn is_subject(&self, names: &str) -> bool {
        let lead: HashSet<u64> = (self.body..self.blocks.len().min(self.body + LEAD))
            .flat_map(|index| content_words(self.block(index)))
            .collect();
        let surnames = names
            .split(" and ")
            .flat_map(|names| names.split(", "))
            .filter_map(|name| name.split(' ').next_back());
        surnames.flat_map(content_words).any(|name| lead.contains(&name))
    }

    /// Whether the block is a short title between paragraphs.
    fn is_crosshead(&self, index: usize) -> bool {
        let look = self.look(index);
        let next = self.look(index + 1);
        let question = self.block(index).ends_with('?') && look.words <= 6;
        index > self.body
            && !self.goes_on_from_lines(index)
            && !(question && names_speaker(self.block(index)))
            && (1..=CROSSHEAD).contains(&look.words)
            && (!look.ended || question)
            && (look.words == 1
                || self.is_title(index, CROSSHEAD)
                || line::is_update_heading(self.block(index)))
            && (!self.block(index).ends_with(':') || line::is_update_heading(self.block(index)))
            && next.ended
            && next.words >= 8
            && next.words > look.words
    }
}

/// Whether a line without an end mark is a sentence that lost it: it quotes and says who speaks.
fn says_something(text: &str) -> bool {
    [",\"", ",”", ",’", "\",", "”,"].iter().any(|mark| text.contains(mark))
}

/// Whether a text is a post of somebody whom the next line names, or has the link that ends posts.
fn is_post(text: &str, next: &str) -> bool {
    let signed = next.starts_with(['—', '–', '-']) && next.contains("(@");
    signed || text.contains("://") || text.contains("pic.twitter.com/")
}

/// Whether a text begins with who speaks: "GAZETTE: Who will pay?"
fn names_speaker(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(name, _)| name.split_whitespace().nth(SPEAKER).is_none())
}

/// Whether a paragraph asks readers to let the page keep something on their device.
fn asks_consent(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| CUES.consent_words.has(word))
}

/// Hashes of the words that carry a title: those of four letters and more, and those in capitals.
fn content_words(text: &str) -> impl Iterator<Item = u64> {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| {
        let long = word.chars().nth(3).is_some();
        let capitals = word.len() >= 2 && word.chars().all(char::is_uppercase);
        (long || capitals).then(|| Fingerprint::of(word).hash)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn rules_have_names_and_the_last_finds_any_block() {
        let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(names.len(), RULES.len());
        let page = PageLooks::new("", &[]);
        assert!(RULES.last().is_some_and(|rule| (rule.is)(&page, 0)));
    }

    #[test]
    fn the_first_rule_that_finds_a_block_gives_its_role() {
        let text = "Harbour bridge closes\n\nBy Jane Doe\n\nKey points\n\n• The bridge closes\n\nFerries run all night\n\n\
                    The council voted on Tuesday to close the old harbour bridge before the winter storms arrive.";
        let layout = super::super::layout::blocks(text);
        let names: Vec<&str> = assign(text, &layout).iter().map(|rule| rule.name).collect();
        assert_eq!(names, ["title", "author", "list heading", "bullet", "listed", "text"]);
    }
}
