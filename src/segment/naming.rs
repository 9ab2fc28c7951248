//! An article's title, author and date, as its blocks say them.

use super::line::{self, Look};
use super::metadata::{self, clean};
use crate::article::{Article, Role, Span};

/// The words of a title that takes the place of a line which is not the story.
const TITLE: std::ops::RangeInclusive<usize> = 3..=30;

/// Names `article` by those of its blocks that are its story, as far as `is_story` tells. Where its headline is none,
/// the first title before the text is.
pub(super) fn name(article: &mut Article, is_story: impl Fn(usize) -> bool) {
    let is =
        |article: &Article, role: Role, index: usize| article.blocks[index].role == role && is_story(index);
    let count = article.blocks.len();
    let mut headline = (0..count).find(|&index| is(article, Role::Headline, index));
    if headline.is_none() && article.blocks.iter().any(|block| block.role == Role::Headline) {
        headline = title(article, &is_story);
        if let Some(block) = headline.and_then(|index| article.blocks.get_mut(index)) {
            block.role = Role::Headline;
        }
    }
    let (title, byline, published) = {
        let article = &*article;
        let lines = |role: Role| -> Vec<&str> {
            (0..count)
                .filter(|&index| is(article, role, index))
                .map(|index| article.block_text(index))
                .collect()
        };
        let bylines = lines(Role::Byline);
        let by = || bylines.iter().copied();
        let authors = by().find_map(line::byline).or_else(|| by().find(|text| line::is_names(text)));
        let dates = lines(Role::Dateline);
        let published =
            dates.iter().filter(|text| !line::is_update(text)).find_map(|text| metadata::published(text));
        (headline.map(|index| clean(content(article, index))), authors.map(clean), published)
    };
    article.title = title.filter(|title| !title.is_empty());
    article.label = article.title.clone().unwrap_or_else(|| clean(&article.location));
    article.byline = byline;
    article.published = published;
}

/// The first line of the story that is built like a title, before its first paragraph.
fn title(article: &Article, is_story: &impl Fn(usize) -> bool) -> Option<usize> {
    let story = || (0..article.blocks.len()).filter(|&index| is_story(index));
    let look = |index: usize| Look::at(article.block_text(index));
    let text = story().find(|&index| look(index).is_paragraph())?;
    story().take_while(|&index| index < text).find(|&index| {
        let plain = matches!(article.blocks[index].role, Role::Body | Role::Subheading | Role::Headline);
        plain && TITLE.contains(&look(index).words) && !look(index).ended
    })
}

/// The text of a block without the marks at its ends.
fn content(article: &Article, index: usize) -> &str {
    let sentences = article.sentences.get(article.sentences_of(index)).unwrap_or_default();
    match sentences {
        [first, .., last] => Span::new(first.span.start, last.span.end).of(&article.text),
        [only] => only.span.of(&article.text),
        [] => article.block_text(index),
    }
}
