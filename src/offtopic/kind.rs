//! What kind of thing an off-topic block is.

use serde::{Deserialize, Serialize};

/// What kind of thing an off-topic block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
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

/// What is said of a kind.
struct KindWords {
    name: &'static str,
    habit: &'static str,
    has_topic: bool,
}

impl Kind {
    const fn told(self) -> KindWords {
        let (name, habit, has_topic) = match self {
            Self::Teaser => ("teaser", "as links to other articles do", true),
            Self::Navigation => ("navigation", "as parts of the page do", false),
            Self::Promotion => ("promotion", "as advertisements and newsletters do", false),
            Self::Notice => ("notice", "as legal notices do", false),
            Self::Sidebar => ("sidebar", "as lists of other stories do", true),
            Self::Comment => ("comment", "as readers' comments do", false),
            Self::Manual => ("manual", "as marked by hand", false),
        };
        KindWords { name, habit, has_topic }
    }

    /// Its name, as in the JSON and on screen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.told().name
    }

    /// What such lines do, to go with a phrase in a reason.
    pub(super) const fn habit(self) -> &'static str {
        self.told().habit
    }

    /// Whether such lines are about another story, and so have a topic.
    pub(super) const fn has_topic(self) -> bool {
        self.told().has_topic
    }
}
