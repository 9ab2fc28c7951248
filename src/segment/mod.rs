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

use crate::article::{Article, Block, Role};
use abbreviations::Abbreviations;
use cutter::Pieces;
use fingerprint::fnv;
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
    let roles = roles::assign(&text, &layout);
    let mut blocks: Vec<Block> = layout
        .iter()
        .zip(roles)
        .map(|(layout, rule)| Block { span: layout.span, role: rule.role, repeats: None })
        .collect();

    let page = Page { text: &text, blocks: &blocks };
    let Pieces { cut_off, sentences, contents, outlet } = cutter::cut(page, Abbreviations::of(language));
    let marks = cut_off.into_iter().map(|found| found.mark).collect();
    repeats::mark(&text, &contents, &mut blocks);

    let named = || {
        let mut lines =
            blocks.iter().filter(|block| block.role == Role::Dateline).map(|block| block.span.of(&text));
        lines.find_map(line::outlet).map(str::to_owned)
    };
    Article {
        id: format!("{:016x}", fnv(&text)),
        outlet: outlet.or_else(named).map(|outlet| clean(&outlet)),
        language: language.to_owned(),
        location,
        encoding: "utf-8".to_owned(),
        notes: Vec::new(),
        blocks,
        marks,
        sentences,
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
    let page = Page { text: &article.text, blocks: &article.blocks };
    let found = cutter::cut(page, Abbreviations::of(&article.language)).cut_off;
    found.iter().map(|found| found.rule).collect()
}
