//! What a line about another story is about: `assets/offtopic/topics.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::text::words::{self, Word, WordMap};

macro_rules! topics {
    ($($variant:ident $name:literal)*) => {
        /// What a sidebar or teaser is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "the names say it")]
        #[non_exhaustive]
        pub enum Topic {
            $($variant,)*
            Other,
        }

        impl Topic {
            /// Its name, as in the JSON and on screen.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Other => "other",
                }
            }
        }

        /// Those that the lexicon has words for; `Other` is what it has none for.
        const TOPICS: &[Topic] = &[$(Topic::$variant,)*];
    };
}

topics! {
    Sports "sports"
    Entertainment "entertainment"
    Politics "politics"
    World "world"
    Business "business"
    Technology "technology"
    Science "science"
    Health "health"
    Religion "religion"
    Crime "crime"
    Weather "weather"
}

#[derive(Deserialize)]
struct Asset {
    #[serde(flatten)]
    topics: HashMap<Topic, TopicWords>,
}

#[derive(Deserialize)]
struct TopicWords {
    strong: String,
    words: String,
}

/// What a word speaks for: the index of a topic in [`TOPICS`], and how much.
type Votes = Vec<(usize, u32)>;

struct TopicLexicon {
    words: WordMap<Votes>,
    stems: WordMap<Votes>,
}

static LEXICON: LazyLock<TopicLexicon> = LazyLock::new(|| {
    let mut lexicon = TopicLexicon { words: WordMap::default(), stems: WordMap::default() };
    let asset: Asset = toml::from_str(include_str!("../../assets/offtopic/topics.toml"))
        .expect("built in, and read by tests");
    let mut scratch = Vec::new();
    for (index, topic) in TOPICS.iter().enumerate() {
        let Some(lists) = asset.topics.get(topic) else { continue };
        for (list, weight) in [(&lists.strong, 2), (&lists.words, 1)] {
            for entry in list.split_whitespace() {
                scratch.clear();
                words::scan(entry, &mut scratch);
                let Some(&word) = scratch.first() else { continue };
                let votes = if entry.ends_with('*') {
                    lexicon.stems.entry(word.stem).or_default()
                } else {
                    lexicon.words.entry(word.hash).or_default()
                };
                if votes.iter().all(|&(voted, _)| voted != index) {
                    votes.push((index, weight));
                }
            }
        }
    }
    lexicon
});

/// The topic that most words of `texts` speak for, each word once.
pub(super) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Topic {
    let mut found: Vec<Word> = Vec::new();
    for text in texts {
        words::scan(text, &mut found);
    }
    found.sort_by_key(|word| word.hash);
    found.dedup_by_key(|word| word.hash);
    let mut votes = [0_u32; TOPICS.len()];
    for word in &found {
        let known = LEXICON.words.get(&word.hash).or_else(|| LEXICON.stems.get(&word.stem));
        for &(topic, weight) in known.into_iter().flatten() {
            votes[topic] += weight;
        }
    }
    let most = votes.iter().copied().max().unwrap_or_default();
    let first = votes.iter().position(|&count| count == most).filter(|_| most > 0);
    first.and_then(|topic| TOPICS.get(topic).copied()).unwrap_or(Topic::Other)
}
