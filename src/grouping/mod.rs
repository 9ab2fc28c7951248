//! Which of many articles tell of the same event.
//!
//! Each article is a vector of its terms, the rarer the heavier (Spärck Jones, "A statistical interpretation of term
//! specificity", 1972), names and what stands at the top more than the rest. Articles are near by the cosine between
//! their vectors (Salton, Wong and Yang, 1975), and are put together by average linkage (Sokal and Michener, 1958):
//! single linkage would chain one day's fires into one.

mod near;
mod vectors;

use std::cmp::Reverse;

use kodama::{Method, linkage};

use rayon::prelude::*;

use self::near::Near;
use crate::article::Article;
use crate::lexis::Lexis;
use crate::naming::Names;
use crate::offtopic::{self, OffTopic};
use crate::order::ByContent;
use crate::text::sets::DisjointSets;

/// So near articles of one event are to one another on average, 0..=1.
const NEAR: f32 = 0.22;

/// Articles of several events, put into stories.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Grouping {
    /// The articles, as they were given.
    pub articles: Vec<Article>,
    /// For each article what it is called.
    pub names: Vec<Names>,
    /// The stories, those that most articles tell first; each article is in one.
    pub stories: Vec<Story>,
}

/// What several articles tell of one event, or one alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Story {
    /// Its articles, in their order.
    pub articles: Vec<usize>,
    /// The article that is nearest to all others: its title says best what the story is about.
    pub central: usize,
    /// How near its articles are to one another on average, 0..=1; 1 where there is one alone.
    pub likeness: f32,
}

/// Puts articles that tell of the same event together.
///
/// Deterministic: the same articles give the same stories, whatever the number of threads; their order changes numbering
/// only.
#[must_use]
pub fn group(articles: Vec<Article>) -> Grouping {
    let (order, articles) = ByContent::sort(articles);
    let lexis = Lexis::of(&articles);
    let flags = offtopic::detect(&articles, &lexis);
    let vectors = vectors::of_articles(&articles, &lexis, |article, block| {
        articles[article].blocks[block].repeats.is_none() && flags[article][block].is_none()
    });
    drop(lexis);
    let near = Near::of(&vectors);
    let parts = connected(articles.len(), &near);
    let mut stories: Vec<Story> = parts
        .into_iter()
        .flat_map(|part| linked(&part, &near))
        .map(|members| story(members, &near))
        .collect();
    stories.sort_by_key(|story| (Reverse(story.articles.len()), story.articles.first().copied()));
    for story in &mut stories {
        for article in story.articles.iter_mut().chain([&mut story.central]) {
            *article = order.sources()[*article];
        }
        story.articles.sort_unstable();
    }
    let names = articles.par_iter().zip(&flags).map(names).collect();
    Grouping { names: order.restore(names), articles: order.restore(articles), stories }
}

fn names((article, flags): (&Article, &Vec<Option<OffTopic>>)) -> Names {
    Names::of(article, |block| flags.get(block).is_none_or(Option::is_none))
}

#[expect(clippy::cast_precision_loss, reason = "counts of articles")]
fn story(mut members: Vec<usize>, near: &Near) -> Story {
    members.sort_unstable();
    let others = members.len().saturating_sub(1).max(1) as f32;
    let likeness = |&member: &usize| {
        let others = members.iter().filter(|&&other| other != member);
        others.map(|&other| near.similarity(member, other)).sum::<f32>()
    };
    let each: Vec<f32> = members.iter().map(likeness).collect();
    // The first of the best: `max_by` would take the last.
    let central = (0..members.len()).rev().max_by(|&a, &b| each[a].total_cmp(&each[b])).unwrap_or_default();
    let likeness =
        if members.len() > 1 { each.iter().sum::<f32>() / others / members.len() as f32 } else { 1.0 };
    Story { central: members[central], likeness, articles: members }
}

/// The articles that are near enough to one another, or by way of others: what average linkage joins lies in one part.
fn connected(articles: usize, near: &Near) -> Vec<Vec<usize>> {
    let mut sets = DisjointSets::new(articles);
    for (a, b, similarity) in near.pairs() {
        if similarity >= NEAR {
            sets.join(a, b);
        }
    }
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); articles];
    for article in 0..articles {
        parts[sets.least(article)].push(article);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The groups of a part that are near on average.
fn linked(part: &[usize], near: &Near) -> Vec<Vec<usize>> {
    if part.len() < 3 {
        return vec![part.to_vec()];
    }
    let mut distances: Vec<f32> = Vec::with_capacity(part.len() * (part.len() - 1) / 2);
    for (index, &a) in part.iter().enumerate() {
        distances.extend(part[index + 1..].iter().map(|&b| 1.0 - near.similarity(a, b)));
    }
    let steps = linkage(&mut distances, part.len(), Method::Average);
    let mut groups: Vec<Vec<usize>> = part.iter().map(|&article| vec![article]).collect();
    for step in steps.steps() {
        // Steps come in the order of their distance: what is not joined here is joined by none that follows.
        if 1.0 - step.dissimilarity < NEAR {
            break;
        }
        let mut group = std::mem::take(&mut groups[step.cluster1]);
        group.append(&mut groups[step.cluster2]);
        groups.push(group);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLES: [&str; 7] = [
        "Ferry strikes pier at Lowhaven\n\nThe ferry Island Star struck a pier at Lowhaven on Tuesday, and twelve passengers were hurt.\n\nIts captain, Peter Holm, is being questioned by the coast guard.\n",
        "Passengers hurt as ferry hits pier\n\nTwelve passengers of the Island Star were hurt when it hit the pier at Lowhaven.\n\nThe coast guard questioned captain Holm.\n",
        "Lowhaven: captain questioned\n\nThe captain of the Island Star, which struck a pier at Lowhaven, was questioned on Wednesday.\n",
        "Council of Ostbury sells its library\n\nThe council of Ostbury voted on Tuesday to sell the library to a brewery.\n\nMayor Ruth Adler called it a sad day.\n",
        "Brewery buys library\n\nA brewery will buy the library of Ostbury, the council decided; mayor Adler was against it.\n",
        "Ferry timetable changes\n\nFrom Sunday on the ferry to Norness leaves an hour later, its owner said on Tuesday.\n",
        "",
    ];

    fn articles(numbers: &[usize]) -> Vec<Article> {
        numbers.iter().map(|&number| Article::from_text(number.to_string(), ARTICLES[number])).collect()
    }

    fn stories(numbers: &[usize]) -> Vec<Vec<usize>> {
        let stories = group(articles(numbers)).stories.into_iter();
        stories.map(|story| story.articles.iter().map(|&article| numbers[article]).collect()).collect()
    }

    #[test]
    fn articles_of_one_event_are_a_story() {
        let mut found = stories(&[0, 3, 1, 4, 5, 2]);
        assert_eq!(found[0], [0, 1, 2]);
        assert_eq!(found[1], [3, 4]);
        assert_eq!(found.split_off(2), [vec![5]]);
    }

    #[test]
    fn the_order_of_the_articles_changes_numbering_only() {
        let sorted = |numbers: &[usize]| {
            let mut stories = stories(numbers);
            stories.iter_mut().for_each(|story| story.sort_unstable());
            stories
        };
        assert_eq!(sorted(&[0, 1, 2, 3, 4, 5]), sorted(&[5, 3, 1, 4, 2, 0]));
    }

    #[test]
    fn one_article_none_and_an_empty_one_are_stories_as_well() {
        assert!(group(Vec::new()).stories.is_empty());
        let alone = group(articles(&[6, 0, 6]));
        assert_eq!(alone.stories.iter().map(|story| story.articles.len()).sum::<usize>(), 3);
        assert!(alone.stories.iter().all(|story| (0.0..=1.0).contains(&story.likeness)));
    }

    #[test]
    fn a_story_is_called_after_the_article_that_is_nearest_to_all() {
        let grouping = group(articles(&[2, 0, 1]));
        let story = &grouping.stories[0];
        assert!(story.articles.contains(&story.central));
        assert!(story.likeness > NEAR && story.likeness < 1.0);
        assert!(grouping.names[story.central].title.is_some());
    }
}
