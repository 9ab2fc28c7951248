//! What is flagged as not the story, and why; and above all what is not.

mod evidence;
mod explanation;
mod others;
mod outlets;
mod phrases;
mod properties;
mod sample;
mod topics;

use parallax::article::Article;
use parallax::lexis::Lexis;
use parallax::offtopic::{self, OffTopic};

fn article(text: &str) -> Article {
    Article::from_text("test.txt", text)
}

/// The flags of a story, for each article, for each block.
fn detect(articles: &[Article]) -> Vec<Vec<Option<OffTopic>>> {
    offtopic::detect(articles, &Lexis::of(articles))
}

/// The lines of an article that are flagged, with their flags.
fn flagged<'a>(article: &'a Article, flags: &'a [Option<OffTopic>]) -> Vec<(&'a str, &'a OffTopic)> {
    (0..article.blocks.len())
        .filter_map(|block| Some((article.block_text(block), flags[block].as_ref()?)))
        .collect()
}

/// The lines of one article alone that are flagged.
fn flagged_alone(text: &str) -> Vec<(String, OffTopic)> {
    let articles = [article(text)];
    let flags = detect(&articles);
    flagged(&articles[0], &flags[0]).into_iter().map(|(line, flag)| (line.to_owned(), flag.clone())).collect()
}
