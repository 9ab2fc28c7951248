//! Which blocks are not the story, and why.

mod bare;
mod body;
mod case;
mod clues;
mod explanation;
mod flag;
mod judge;
mod kind;
mod line;
mod outlets;
mod page;
mod parts;
mod phrases;
mod position;
mod sections;
mod sidebar;
mod support;
mod topics;

use rayon::prelude::*;

use self::judge::Verdict;
use self::outlets::Outlets;
use self::page::Page;
use self::support::Support;
use crate::article::Article;
use crate::lexis::Lexis;

pub use self::explanation::{Contribution, Explanation, FoundPhrase, clues};
pub use self::flag::{BY_HAND, OffTopic};
pub use self::kind::Kind;
pub use self::topics::Topic;

/// From so many articles on they are shared among all cores.
const MANY: usize = 32;

/// Flags the blocks that are not the story: for each article, for each block.
///
/// Works from the page and the words alone, never from matches. Nothing is flagged where that would leave nothing of
/// an article.
#[must_use]
pub fn detect(articles: &[Article], lexis: &Lexis) -> Vec<Vec<Option<OffTopic>>> {
    let flags = |article: &Article, page: &Page, support: &Support| -> Vec<Option<OffTopic>> {
        judge::page(article, page, support).into_iter().map(|verdict: Verdict| verdict.flag).collect()
    };
    let outside = |article: &Article, block: usize| parts::flag(article, block);
    on_stories(articles, lexis, flags, outside)
}

/// The same with all that led there: for each article, for each block.
#[doc(hidden)]
#[must_use]
pub fn explain(articles: &[Article], lexis: &Lexis) -> Vec<Vec<Explanation>> {
    on_stories(articles, lexis, explanation::of, explanation::of_page_part)
}

/// What `work` makes of the lines of each article; on web pages of the lines of its story alone, as if somebody had
/// extracted it, and what `outside` makes of the page around it.
fn on_stories<T: Send>(
    articles: &[Article],
    lexis: &Lexis,
    work: impl Fn(&Article, &Page, &Support) -> Vec<T> + Sync,
    outside: impl Fn(&Article, usize) -> T,
) -> Vec<Vec<T>> {
    let alone: Vec<Option<(Article, Vec<usize>)>> = articles.iter().map(Article::story_alone).collect();
    if alone.iter().all(Option::is_none) {
        return each_page(articles, lexis, work);
    }
    let stories: Vec<Article> = articles
        .iter()
        .zip(&alone)
        .map(|(article, alone)| alone.as_ref().map_or(article, |(alone, _)| alone).clone())
        .collect();
    let judged = each_page(&stories, &Lexis::of(&stories), work);
    let whole = |article: &Article, alone: Option<(Article, Vec<usize>)>, judged: Vec<T>| {
        let Some((_, left)) = alone else { return judged };
        let mut judged = left.into_iter().zip(judged).peekable();
        let of = |block| match judged.next_if(|(left, _)| *left == block) {
            Some((_, judged)) => judged,
            None => outside(article, block),
        };
        (0..article.blocks.len()).map(of).collect()
    };
    let each = articles.iter().zip(alone).zip(judged);
    each.map(|((article, alone), judged)| whole(article, alone, judged)).collect()
}

/// What `work` makes of each article, its page, and what the others say of it.
fn each_page<T: Send>(
    articles: &[Article],
    lexis: &Lexis,
    work: impl Fn(&Article, &Page, &Support) -> T + Sync,
) -> Vec<T> {
    let many = articles.len() >= MANY;
    let mut pages: Vec<Page> = if many {
        articles.par_iter().map(Page::read).collect()
    } else {
        articles.iter().map(Page::read).collect()
    };
    let outlets = Outlets::of(articles, &pages, lexis);
    outlets.find_elsewhere(articles, &mut pages);
    let supports = support::measure(articles, &outlets.numbers, lexis);
    let work = |((article, page), support): ((&Article, Page), &Support)| work(article, &page, support);
    if many {
        articles.par_iter().zip(pages).zip(&supports).map(work).collect()
    } else {
        articles.iter().zip(pages).zip(&supports).map(work).collect()
    }
}
