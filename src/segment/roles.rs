//! What each block is on its page.

use super::cues::CUES;
use super::fingerprint::Fingerprint;
use super::layout::Layout;
use super::line::{self, Look};
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

/// Paragraphs that the headline is held against.
const LEAD: usize = 3;

/// The roles of the blocks of `text`, in order.
pub(super) fn assign(text: &str, blocks: &[Layout]) -> Vec<Role> {
    let page = Page::new(text, blocks);
    let headline = page.headline();
    // Below "Story highlights" each line is an item, up to the first paragraph.
    let mut in_list = false;
    (0..blocks.len())
        .map(|index| {
            let heads_list = page.heads_list(index);
            in_list = heads_list || (in_list && !page.look(index).is_paragraph());
            match page.role(index, headline) {
                Role::Headline => Role::Headline,
                _ if heads_list => Role::Subheading,
                Role::Body | Role::Subheading if in_list => Role::ListItem,
                role => role,
            }
        })
        .collect()
}

/// What is looked up about the page again and again.
struct Page<'a> {
    text: &'a str,
    blocks: &'a [Layout],
    looks: Vec<Look>,
    /// Index of the first paragraph.
    body: usize,
}

impl<'a> Page<'a> {
    fn new(text: &'a str, blocks: &'a [Layout]) -> Self {
        let looks: Vec<Look> = blocks.iter().map(|block| Look::at(block.span.of(text))).collect();
        let paragraph = |index: usize| {
            let found = blocks.get(index).zip(looks.get(index));
            found.is_some_and(|(block, &look)| {
                look.is_paragraph() && !line::is_caption(block.span.of(text), look)
            })
        };
        // A lone paragraph among menu lines is an advertisement; a story has more of them.
        let mut paragraphs = (0..blocks.len()).filter(|&index| paragraph(index));
        let first = paragraphs.next();
        let in_company = |&index: &usize| (index + 1..=index + COMPANY).any(paragraph);
        let body = first.into_iter().chain(paragraphs).find(in_company).or(first).unwrap_or(blocks.len());
        Self { text, blocks, looks, body }
    }

    fn block(&self, index: usize) -> &'a str {
        self.blocks.get(index).map_or("", |block| block.span.of(self.text))
    }

    fn look(&self, index: usize) -> Look {
        self.looks.get(index).copied().unwrap_or(Look { words: 0, ended: false })
    }

    /// The index of the headline: of the title lines before the story the one that the lead takes up
    /// most, and the first of those that it takes up alike.
    fn headline(&self) -> Option<usize> {
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
    }

    /// Whether the block is a line with the author, the time or a picture's caption.
    fn stands_beside_title(&self, index: usize) -> bool {
        let text = self.block(index);
        line::byline(text).is_some() || line::is_dateline(text) || line::is_caption(text, self.look(index))
    }

    fn role(&self, index: usize, headline: Option<usize>) -> Role {
        if headline == Some(index) {
            return Role::Headline;
        }
        let text = self.block(index);
        let look = self.look(index);
        if line::is_caption(text, look) {
            return Role::Caption;
        }
        if line::byline(text).is_some() || line::is_contribution(text) {
            return Role::Byline;
        }
        let bulleted = self.blocks.get(index).is_some_and(|block| block.bulleted);
        if bulleted || line::is_numbered(text) {
            return Role::ListItem;
        }
        let beside_headline =
            headline.map_or(index < self.body, |headline| headline < index && index < self.body);
        if line::is_dateline(text) && (beside_headline || !line::is_publisher(text)) {
            return Role::Dateline;
        }
        match headline {
            Some(headline) if beside_headline => self.beside(index, headline),
            _ if self.is_crosshead(index) => Role::Subheading,
            _ => Role::Body,
        }
    }

    /// Whether the block is a heading above a list of what the story says.
    fn heads_list(&self, index: usize) -> bool {
        CUES.list_headings.has(self.block(index).trim_end_matches(':'))
    }

    /// What a line between the headline and the story is.
    fn beside(&self, index: usize, headline: usize) -> Role {
        let text = self.block(index);
        let next = self.block(index + 1);
        if line::is_names(text)
            && (line::is_dateline(next) || line::byline(next).is_some())
            && !self.is_subject(text)
        {
            return Role::Byline;
        }
        let title = self.block(headline);
        if Fingerprint::of(text) == Fingerprint::of(title) {
            return Role::Headline;
        }
        if !self.is_title(index, STANDFIRST) || self.look(index).words < 3 {
            return Role::Body;
        }
        let words: HashSet<u64> = content_words(title).collect();
        let shared = content_words(text).filter(|word| words.contains(word)).count();
        if shared >= 2 && self.look(index).words <= SECOND_HEADLINE {
            Role::Headline
        } else {
            Role::Subheading
        }
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

/// Hashes of the words that carry a title: those of four letters and more, and those in capitals.
fn content_words(text: &str) -> impl Iterator<Item = u64> {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| {
        let long = word.chars().nth(3).is_some();
        let capitals = word.len() >= 2 && word.chars().all(char::is_uppercase);
        (long || capitals).then(|| Fingerprint::of(word).hash)
    })
}
