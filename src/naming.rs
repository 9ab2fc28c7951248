//! An article's title, outlet, author and date, as its blocks say them: found once, when it is known which of them are
//! its story, and kept beside the article.

use crate::article::{Article, Role, Span, WebPage};
use crate::segment::line::{self, Look};
use crate::segment::mail::Mail;
use crate::segment::metadata::{self, clean};
use crate::segment::signed;

/// The words of a title that takes the place of a line which is not the story.
const TITLE: std::ops::RangeInclusive<usize> = 3..=30;

/// What an article is called, who published and wrote it, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Names {
    /// What to call it on screen: the title, or the location where there is none.
    pub label: String,
    /// The first headline, without marks.
    pub title: Option<String>,
    /// Who published it, where the page says so.
    pub outlet: Option<String>,
    /// Who wrote it, where the page says so.
    pub byline: Option<String>,
    /// When it was published, as the page says it.
    pub published: Option<String>,
    /// The block that is its headline.
    pub headline: Option<usize>,
}

impl Names {
    /// Names `article` by those of its blocks that are its story, as far as `is_story` tells. Where its headline is
    /// none, the first title before the text is.
    #[must_use]
    pub fn of(article: &Article, is_story: impl Fn(usize) -> bool) -> Self {
        let lines = |role: Role| {
            let blocks = article.blocks.iter().enumerate();
            let of_role = blocks.filter(move |(_, block)| block.role == role).map(|(index, _)| index);
            of_role.filter(|&index| is_story(index))
        };
        let mut headline = lines(Role::Headline).next();
        if headline.is_none() && article.blocks.iter().any(|block| block.role == Role::Headline) {
            headline = title(article, &is_story);
        }
        let bylines = || lines(Role::Byline).map(|index| article.block_text(index));
        let byline = bylines()
            .find_map(line::byline)
            .or_else(|| bylines().find_map(signed::authors))
            .or_else(|| bylines().find(|text| line::is_names(text)));
        // A mail's date is told by its head, which is no part of its story.
        let mail = Mail::of((0..article.blocks.len()).map(|index| article.block_text(index)));
        let of_head = (0..article.blocks.len())
            .take_while(|&index| mail.heads(index))
            .filter(|&index| article.blocks[index].role == Role::Dateline);
        let published = of_head
            .chain(lines(Role::Dateline))
            .map(|index| article.block_text(index))
            .filter(|text| !line::is_update(text))
            .find_map(metadata::published);
        let title = headline.map(|index| clean(content(article, index))).filter(|title| !title.is_empty());
        // What the page says of itself is surer than its lines.
        let told = |of: fn(&WebPage) -> Option<&String>| {
            article.page.as_ref().and_then(of).map(|text| clean(text)).filter(|text| !text.is_empty())
        };
        let title = told(|page| page.title.as_ref()).or(title);
        let byline = told(|page| page.byline.as_ref()).or(byline.map(clean));
        let published = if article.page.is_some() { told(|page| page.published.as_ref()) } else { published };
        Self {
            label: title.clone().unwrap_or_else(|| clean(&article.location)),
            title,
            outlet: article.outlet.clone(),
            byline,
            published,
            headline,
        }
    }
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
