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
            outlet: article.outlet.clone().or_else(|| outlet_of_file(&article.location)),
            byline,
            published,
            headline,
        }
    }
}

/// The publisher that a file is called after: "3_Reuters.txt", "Harbour Post.html". Each word begins with a capital, as in a
/// name; words for any text are none.
fn outlet_of_file(location: &str) -> Option<String> {
    /// The most words of an outlet's name.
    const WORDS: usize = 4;
    /// Letters that a name has at least.
    const LETTERS: usize = 3;
    const NO_NAMES: [&str; 12] = [
        "article", "copy", "document", "download", "file", "index", "new", "news", "page", "story", "text",
        "untitled",
    ];
    let file = location.rsplit(['/', '\\']).next()?;
    let (stem, _) = file.rsplit_once('.')?;
    let name = stem.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-' | '.' | ' '));
    let words: Vec<&str> = name.split([' ', '_', '-']).filter(|word| !word.is_empty()).collect();
    let named = |word: &&str| {
        word.starts_with(char::is_uppercase) || matches!(*word, "of" | "the" | "and" | "de" | "la" | "del")
    };
    let is_name = words.first().is_some_and(|first| first.starts_with(char::is_uppercase))
        && words.len() <= WORDS
        && words.iter().all(named)
        && words
            .iter()
            .all(|word| word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '&' | '\'' | '’')))
        && words.iter().map(|word| word.chars().count()).sum::<usize>() >= LETTERS
        && !words.iter().all(|word| NO_NAMES.contains(&word.to_lowercase().as_str()));
    is_name.then(|| clean(&words.join(" ")))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_be_called_after_its_outlet() {
        for (file, outlet) in [
            ("3_Reuters.txt", "Reuters"),
            ("stories/1_CNN-Web-News.txt", "CNN Web News"),
            ("C:\\x\\Harbour Post.html", "Harbour Post"),
            ("Le_Monde.txt", "Le Monde"),
        ] {
            assert_eq!(outlet_of_file(file).as_deref(), Some(outlet), "{file}");
        }
        for file in [
            "-",
            "a.txt",
            "000_df16fbbc33211f46.txt",
            "Article 3.txt",
            "News.txt",
            "New Document.txt",
            "ferry-sinks.txt",
            "Ferry_Sinks_Off_Lowhaven_Today.txt",
            "Ferry sinks.txt",
            "A.txt",
            "Reuters",
        ] {
            assert_eq!(outlet_of_file(file), None, "{file}");
        }
    }
}
