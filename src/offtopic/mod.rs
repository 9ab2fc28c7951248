//! Which blocks are not the story, and why.

mod body;
mod evidence;
mod judge;
mod line;
mod outlets;
mod page;
mod phrases;
mod sections;
mod sidebar;
mod support;
mod topics;
mod words;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use self::outlets::Outlets;
use self::page::Page;
use self::support::Support;
use crate::article::Article;
use crate::lexis::Lexis;
use crate::score::Score;

/// From so many articles on they are shared among all cores.
const MANY: usize = 32;

/// Why a block is off-topic that someone marked by hand.
pub const BY_HAND: &str = "you said so";

/// What kind of thing an off-topic block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A link line to another article: "More news: …".
    Teaser,
    /// Parts of the page: "Latest News", share bars, "Story Continued Below".
    Navigation,
    /// Subscribe, newsletter, follow us, advertisements.
    Promotion,
    /// Copyright, cookies, "Powered by …".
    Notice,
    /// Headlines and summaries of other stories.
    Sidebar,
    /// What readers wrote below the article.
    Comment,
    /// Whatever it is: someone marked it by hand.
    Manual,
}

impl Kind {
    /// What such lines do, to go with a phrase in a reason.
    const fn habit(self) -> &'static str {
        match self {
            Self::Teaser => "as links to other articles do",
            Self::Navigation => "as parts of the page do",
            Self::Promotion => "as advertisements and newsletters do",
            Self::Notice => "as legal notices do",
            Self::Sidebar => "as lists of other stories do",
            Self::Comment => "as readers' comments do",
            Self::Manual => "as marked by hand",
        }
    }

    /// Whether such lines are about another story, and so have a topic.
    const fn has_topic(self) -> bool {
        matches!(self, Self::Teaser | Self::Sidebar)
    }
}

impl Kind {
    /// Its name, as in the JSON and on screen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Teaser => "teaser",
            Self::Navigation => "navigation",
            Self::Promotion => "promotion",
            Self::Notice => "notice",
            Self::Sidebar => "sidebar",
            Self::Comment => "comment",
            Self::Manual => "manual",
        }
    }
}

/// What a sidebar or teaser is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Topic {
    Sports,
    Entertainment,
    Politics,
    World,
    Business,
    Technology,
    Science,
    Health,
    Religion,
    Crime,
    Weather,
    Other,
}

impl Topic {
    /// Its name, as in the JSON and on screen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sports => "sports",
            Self::Entertainment => "entertainment",
            Self::Politics => "politics",
            Self::World => "world",
            Self::Business => "business",
            Self::Technology => "technology",
            Self::Science => "science",
            Self::Health => "health",
            Self::Religion => "religion",
            Self::Crime => "crime",
            Self::Weather => "weather",
            Self::Other => "other",
        }
    }
}

/// Why a block is off-topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OffTopic {
    /// What it is.
    pub kind: Kind,
    /// What it is about, for sidebars and teasers.
    pub topic: Option<Topic>,
    /// Of the flags with .9, nine in ten are right.
    pub confidence: Score,
    /// The evidence, in words for the reader; at least one.
    pub reasons: Vec<String>,
}

impl OffTopic {
    /// The flag of a block that someone marked by hand.
    #[must_use]
    pub fn by_hand() -> Self {
        let reasons = vec![BY_HAND.to_owned()];
        Self { kind: Kind::Manual, topic: None, confidence: Score::ONE, reasons }
    }
}

/// Flags the blocks that are not the story: for each article, for each block.
///
/// Works from the page and the words alone, never from matches. Nothing is flagged where that would leave nothing of
/// an article.
#[must_use]
pub fn detect(articles: &[Article], lexis: &Lexis) -> Vec<Vec<Option<OffTopic>>> {
    let many = articles.len() >= MANY;
    let mut pages: Vec<Page> = if many {
        articles.par_iter().map(Page::read).collect()
    } else {
        articles.iter().map(Page::read).collect()
    };
    let outlets = Outlets::of(articles, &pages, lexis);
    outlets.find_elsewhere(articles, &mut pages);
    let supports = support::measure(articles, &outlets.numbers, lexis);
    let judge =
        |((article, page), support): ((&Article, Page), &Support)| judge::page(article, &page, support);
    if many {
        articles.par_iter().zip(pages).zip(&supports).map(judge).collect()
    } else {
        articles.iter().zip(pages).zip(&supports).map(judge).collect()
    }
}
