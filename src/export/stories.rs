//! A list of stories: for people, and for programs (`parallax/stories/1`).

use std::io::{self, Write};

use serde::Serialize;

use super::json;
use crate::grouping::{Grouping, Story};
use crate::say::{count, one_line};
use crate::source::LeftOut;

/// What a list of stories looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoriesFormat {
    /// For people: a paragraph a story.
    Text,
    /// One object: `parallax/stories/1`.
    Json,
    /// JSON Lines: an object a story, on a line of its own.
    JsonLines,
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    stories: Vec<StoryOut<'a>>,
    left_out: Vec<LeftOutOut>,
}

#[derive(Serialize)]
struct StoryOut<'a> {
    headline: &'a str,
    /// In thousandths, so that it is written short.
    likeness: f64,
    articles: Vec<ArticleOut<'a>>,
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    id: &'a str,
    location: &'a str,
    label: &'a str,
    outlet: Option<&'a str>,
    published: Option<&'a str>,
    language: &'a str,
}

#[derive(Serialize)]
struct LeftOutOut {
    source: String,
    reason: String,
}

/// Writes the stories of a grouping, the largest first.
///
/// # Errors
/// When `out` can't be written to.
pub fn write_stories(
    out: &mut dyn Write,
    grouping: &Grouping,
    left_out: &[LeftOut],
    format: StoriesFormat,
) -> io::Result<()> {
    let stories = grouping.stories.iter().map(|story| story_out(grouping, story));
    match format {
        StoriesFormat::Text => text(out, grouping),
        StoriesFormat::JsonLines => stories.into_iter().try_for_each(|story| json::line(out, &story)),
        StoriesFormat::Json => {
            let left_out = left_out.iter().map(|LeftOut { source, reason }| LeftOutOut {
                source: source.to_string(),
                reason: reason.to_string(),
            });
            let document = Document {
                schema: "parallax/stories/1",
                stories: stories.collect(),
                left_out: left_out.collect(),
            };
            json::line(out, &document)
        }
    }
}

fn story_out<'a>(grouping: &'a Grouping, story: &Story) -> StoryOut<'a> {
    let articles = story.articles.iter().map(|&index| {
        let (article, names) = (&grouping.articles[index], &grouping.names[index]);
        ArticleOut {
            id: article.page.as_ref().and_then(|page| page.record.as_deref()).unwrap_or(&article.id),
            location: &article.location,
            label: &names.label,
            outlet: names.outlet.as_deref(),
            published: names.published.as_deref(),
            language: &article.language,
        }
    });
    StoryOut {
        headline: &grouping.names[story.central].label,
        likeness: (f64::from(story.likeness) * 1_000.0).round() / 1_000.0,
        articles: articles.collect(),
    }
}

fn text(out: &mut dyn Write, grouping: &Grouping) -> io::Result<()> {
    let told_alone = grouping.stories.iter().filter(|story| story.articles.len() == 1).count();
    let several = &grouping.stories[..grouping.stories.len() - told_alone];
    let stories = match several.len() {
        1 => "1 story that several tell".to_owned(),
        number => format!("{number} stories that several tell"),
    };
    writeln!(
        out,
        "{}: {stories}, {told_alone} that one alone tells",
        count(grouping.articles.len(), "article")
    )?;
    for (number, story) in several.iter().enumerate() {
        let headline = one_line(&grouping.names[story.central].label);
        writeln!(out, "\n{}. {headline}", number + 1)?;
        writeln!(out, "   {}{}", count(story.articles.len(), "article"), outlets(grouping, story))?;
        for &article in &story.articles {
            writeln!(out, "   - {}", line(grouping, article))?;
        }
    }
    if told_alone > 0 {
        writeln!(out, "\nTold by one alone")?;
    }
    for story in &grouping.stories[several.len()..] {
        writeln!(out, "   - {}", line(grouping, story.central))?;
    }
    Ok(())
}

/// An article: its label, who published it and when, where it is.
fn line(grouping: &Grouping, index: usize) -> String {
    let (article, names) = (&grouping.articles[index], &grouping.names[index]);
    let mut parts = vec![one_line(&names.label).into_owned()];
    parts.extend(
        [&names.outlet, &names.published].into_iter().flatten().map(|part| one_line(part).into_owned()),
    );
    if names.label != article.location {
        parts.push(one_line(&article.location).into_owned());
    }
    parts.join(" · ")
}

/// How many outlets tell a story, where that is known of each article.
fn outlets(grouping: &Grouping, story: &Story) -> String {
    let known: Option<Vec<&str>> =
        story.articles.iter().map(|&article| grouping.names[article].outlet.as_deref()).collect();
    let Some(mut outlets) = known else { return String::new() };
    outlets.sort_unstable();
    outlets.dedup();
    format!(" of {}", count(outlets.len(), "outlet"))
}
