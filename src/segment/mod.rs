//! Text → blocks with roles → marks → sentences.

mod abbreviations;
mod back;
mod cards;
mod credits;
mod cues;
mod cutter;
mod datelines;
mod fingerprint;
mod front;
mod glued;
mod inside;
mod language;
mod layout;
pub(crate) mod line;
pub(crate) mod mail;
pub(crate) mod metadata;
mod repeats;
mod roles;
mod rules;
mod sentences;
pub(crate) mod signed;
mod site;
mod times;

use crate::article::{Article, Block, PageBlock, PagePart, Role, UNDETERMINED, WebPage};
use crate::text::hashing::fnv;
use abbreviations::Abbreviations;
use cutter::Pieces;
use layout::Layout;
use metadata::clean;
use rules::Page;

impl Article {
    /// Cuts a text into an article, in time that grows with the text alone, whatever the text. `location` is what its
    /// source is called: a path, an address, a name.
    ///
    /// Every line that shows anything belongs to a block; every block has a sentence. The text may hold anything that
    /// a page prints around an article: what does not belong is flagged when articles are compared.
    #[must_use]
    pub fn from_text(location: impl Into<String>, text: impl Into<String>) -> Self {
        cut(location.into(), text.into())
    }
}

fn cut(location: String, text: String) -> Article {
    let layout = layout::blocks(&text);
    let language = language::detect(&text, &layout);
    let roles = roles::assign(&text, &layout).iter().map(|rule| rule.role).collect();
    assemble(location, text, &layout, roles, language, None)
}

impl Article {
    /// Cuts a text into an article whose blocks are known, and so is what some of them are: that of a web page, or of one
    /// with markup.
    #[doc(hidden)]
    #[must_use]
    pub fn from_blocks(location: String, text: String, blocks: &[PageBlock], page: Option<WebPage>) -> Self {
        let of = |block: &PageBlock| Layout {
            span: block.span,
            bulleted: block.role == Some(Role::ListItem),
            after_gap: true,
        };
        let layout: Vec<Layout> = blocks.iter().map(of).collect();
        let is_story = |block: &&PageBlock| matches!(block.part, PagePart::Story | PagePart::Unknown);
        let story: Vec<Layout> = blocks.iter().filter(is_story).map(of).collect();
        let mut language = language::detect(&text, &story);
        if language == UNDETERMINED {
            let named = page.as_ref().and_then(|page| page.language.as_deref());
            language = named.and_then(language::known_by_code).unwrap_or(UNDETERMINED);
        }
        let mut found = roles::assign(&text, &story).into_iter();
        let role = |block: &PageBlock| {
            let found = is_story(&block).then(|| found.next()).flatten().map_or(Role::Body, |rule| rule.role);
            match (block.role, found) {
                (Some(role), _) => role,
                // What the page prints as a paragraph is no title, however short.
                (None, Role::Headline | Role::Subheading | Role::ListItem) => Role::Body,
                (None, found) => found,
            }
        };
        let roles: Vec<Role> = blocks.iter().map(role).collect();
        let part = |(block, role): (&PageBlock, &Role)| match (block.part, role) {
            (PagePart::Story, Role::Caption) => PagePart::Picture,
            (part, _) => part,
        };
        let parts = blocks.iter().zip(&roles).map(part).collect();
        let page = page.map(|page| WebPage { parts, ..page });
        assemble(location, text, &layout, roles, language, page)
    }
}

/// Puts an article together from its laid-out blocks and what they are.
fn assemble(
    location: String,
    text: String,
    layout: &[Layout],
    roles: Vec<Role>,
    language: &str,
    page: Option<WebPage>,
) -> Article {
    let mut blocks: Vec<Block> = layout
        .iter()
        .zip(roles)
        .map(|(layout, role)| Block { span: layout.span, role, repeats: None })
        .collect();

    let lines = Page { text: &text, blocks: &blocks, language };
    let Pieces { cut_off, sentences, contents, outlet } = cutter::cut(lines, Abbreviations::of(language));
    let marks = cut_off.into_iter().map(|found| found.mark).collect();
    repeats::mark(&text, &contents, &mut blocks);

    let named = || {
        let mut lines =
            blocks.iter().filter(|block| block.role == Role::Dateline).map(|block| block.span.of(&text));
        lines.find_map(line::outlet).map(str::to_owned)
    };
    let told = page.as_ref().and_then(|page| page.outlet.clone());
    Article {
        id: format!("{:016x}", fnv(&text)),
        outlet: told
            .or(outlet)
            .or_else(named)
            .map(|outlet| clean(&outlet))
            .filter(|outlet| !outlet.is_empty()),
        language: language.to_owned(),
        location,
        encoding: "utf-8".to_owned(),
        notes: Vec::new(),
        blocks,
        marks,
        sentences,
        page,
        text,
    }
}

/// A rule by which a page was understood.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedRule {
    /// Its name.
    pub name: &'static str,
    /// What it finds: goes on from "the block …" where it gives a role, and from "this is …" where it cuts something off.
    pub finds: &'static str,
}

/// For each block of an article the rule that gave it its role.
#[doc(hidden)]
#[must_use]
pub fn role_rules(article: &Article) -> Vec<NamedRule> {
    if article.page.is_some() {
        let markup =
            NamedRule { name: "markup", finds: "is what the web page's markup and its place there make it" };
        return vec![markup; article.blocks.len()];
    }
    let layout = layout::blocks(&article.text);
    roles::assign(&article.text, &layout)
        .iter()
        .map(|rule| NamedRule { name: rule.name, finds: rule.finds })
        .collect()
}

/// For each mark of an article the rule that cut it off.
#[doc(hidden)]
#[must_use]
pub fn mark_rules(article: &Article) -> Vec<NamedRule> {
    let page = Page { text: &article.text, blocks: &article.blocks, language: &article.language };
    let found = cutter::cut(page, Abbreviations::of(&article.language)).cut_off;
    found.iter().map(|found| found.rule).collect()
}
