//! Which articles come from one outlet, and what it prints around more than one of its stories.
//!
//! Two pages of one site share menus, calls to subscribe and lists of links, and tell different stories. Two outlets that
//! print the same agency's story share the story: their sentences tell them from pages of one site.

use super::page::{FURNITURE, Page};
use crate::article::{Article, SentenceId};
use crate::lexis::Lexis;
use crate::text::sets::DisjointSets;

/// The outlets and the stories of the articles.
#[derive(Debug)]
pub(super) struct Outlets {
    /// For each article, the number of its outlet.
    pub numbers: Vec<usize>,
    /// For each article, the number of its story, which its copies share; none where it has no prose.
    stories: Vec<Option<usize>>,
}

/// So many lines that two pages share make them pages of one site.
const LINES: usize = 3;
/// A sentence with fewer words may be said twice.
const SENTENCE: usize = 8;
/// Articles that share at least one of so many sentences, of the shorter one's, print the same story.
const COPIED: usize = 4;
/// Of so many pages with the same line each is held against each; of more, each against the next few, so that a thousand
/// of them are no more work than each is worth.
const FEW: usize = 32;
const NEXT: usize = 4;

impl Outlets {
    /// Tells the outlets of articles apart: those of one name, copies of one text, and pages that visibly come from one
    /// site, though none says from which.
    pub fn of(articles: &[Article], pages: &[Page], lexis: &Lexis) -> Self {
        let mut order: Vec<usize> = (0..articles.len()).collect();
        // Which pages are held against one another depends on their order.
        order.sort_by(|&a, &b| {
            let key = |article: usize| (&articles[article].text, &articles[article].outlet, article);
            key(a).cmp(&key(b))
        });
        let stories = stories(articles, pages, lexis, &order);
        let mut outlets = DisjointSets::new(articles.len());
        join_named(articles, &order, &mut outlets);
        let mut names: Vec<Option<&str>> = articles.iter().map(|article| article.outlet.as_deref()).collect();
        for (places, count) in shared(site_lines(pages, &order)) {
            let [a, b] = places.map(|place| order[place]);
            let [first, second] = [a, b].map(|article| outlets.least(article));
            // Two papers of one house print the same lines: a page without a name does not make one of them.
            let named_apart =
                names[first].is_some() && names[second].is_some() && names[first] != names[second];
            if count >= LINES && !named_apart && differ(stories[a], stories[b]) {
                let name = names[first].or(names[second]);
                outlets.join(a, b);
                names[outlets.least(a)] = name;
            }
        }
        Self { numbers: outlets.numbers(), stories }
    }

    /// Notes the lines that stand, word for word, in another story of the same outlet. Where none is named, pages pasted
    /// whole alone show what a site prints around its stories: two reports on one event share facts as well.
    pub fn find_elsewhere(&self, articles: &[Article], pages: &mut [Page]) {
        let shows: Vec<bool> = articles
            .iter()
            .zip(&*pages)
            .map(|(article, page)| page.raw || article.outlet.is_some())
            .collect();
        let mut holders: Vec<(usize, u64, usize)> = Vec::new();
        for (article, page) in pages.iter().enumerate() {
            let Some(story) = self.stories[article].filter(|_| shows[article]) else { continue };
            let lines = (0..page.lines.len()).filter(|&line| page.may_be_furniture(line));
            holders.extend(lines.map(|line| (self.numbers[article], page.lines[line].identity, story)));
        }
        holders.sort_unstable();
        holders.dedup();
        let stood: Vec<(usize, u64)> = holders
            .windows(2)
            .filter(|pair| (pair[0].0, pair[0].1) == (pair[1].0, pair[1].1))
            .map(|pair| (pair[0].0, pair[0].1))
            .collect();
        for (article, page) in pages.iter_mut().enumerate().filter(|_| !stood.is_empty()) {
            if self.stories[article].is_none() || !shows[article] {
                continue;
            }
            for line in 0..page.lines.len() {
                let key = (self.numbers[article], page.lines[line].identity);
                page.positions[line].elsewhere =
                    page.may_be_furniture(line) && stood.binary_search(&key).is_ok();
            }
        }
    }
}

/// Joins the articles of one name, and copies of one text that have none.
fn join_named(articles: &[Article], order: &[usize], outlets: &mut DisjointSets) {
    let key = |article: usize| {
        let article = &articles[article];
        article.outlet.as_deref().map_or((1, article.text.as_str()), |outlet| (0, outlet))
    };
    let mut named = order.to_vec();
    named.sort_by(|&a, &b| key(a).cmp(&key(b)));
    for pair in named.windows(2).filter(|pair| key(pair[0]) == key(pair[1])) {
        outlets.join(pair[0], pair[1]);
    }
}

/// The lines that tell a site, with the places of their articles in `order`. Phrases of newspapers and entries of menus
/// stand on pages of any site.
fn site_lines(pages: &[Page], order: &[usize]) -> Vec<(u64, usize)> {
    let mut found = Vec::new();
    for (place, &article) in order.iter().enumerate() {
        let page = &pages[article];
        let lines = page.lines.iter().enumerate();
        let tells = lines.filter(|(index, line)| {
            line.words >= FURNITURE && line.phrase.is_none() && page.may_be_furniture(*index)
        });
        found.extend(tells.map(|(_, line)| (line.identity, place)));
    }
    found
}

/// Whether two articles tell different stories, as far as their sentences say.
fn differ(a: Option<usize>, b: Option<usize>) -> bool {
    a.is_some() && b.is_some() && a != b
}

/// Numbers the stories: articles that share enough sentences, word for word, print the same one.
fn stories(articles: &[Article], pages: &[Page], lexis: &Lexis, order: &[usize]) -> Vec<Option<usize>> {
    let mut sentences: Vec<(u64, usize)> = Vec::new();
    let mut counts = vec![0_usize; articles.len()];
    for (place, &article) in order.iter().enumerate() {
        let start = sentences.len();
        for (index, sentence) in articles[article].sentences.iter().enumerate() {
            let tokens = lexis.tokens(SentenceId::new(article, index));
            if tokens.len() >= SENTENCE && pages[article].is_prose(sentence.block) {
                let identity = tokens.iter().fold(0_u64, |sum, token| mix(sum, u64::from(token.term)));
                sentences.push((identity, place));
            }
        }
        let own = &mut sentences[start..];
        own.sort_unstable();
        counts[article] = own.chunk_by(|a, b| a == b).count();
    }
    let mut stories = DisjointSets::new(articles.len());
    for (places, count) in shared(sentences) {
        let [a, b] = places.map(|place| order[place]);
        if count * COPIED >= counts[a].min(counts[b]) {
            stories.join(a, b);
        }
    }
    let numbers = stories.numbers().into_iter();
    numbers.zip(counts).map(|(number, count)| (count > 0).then_some(number)).collect()
}

const fn mix(sum: u64, term: u64) -> u64 {
    (sum.rotate_left(5) ^ (term + 1)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// How many things each two of them share, of those that `things` gives with their holders; of many holders, each is held
/// against the [`NEXT`].
fn shared(mut things: Vec<(u64, usize)>) -> Vec<([usize; 2], usize)> {
    things.sort_unstable();
    things.dedup();
    let mut pairs: Vec<[usize; 2]> = Vec::new();
    for holders in things.chunk_by(|a, b| a.0 == b.0) {
        let reach = if holders.len() <= FEW { FEW } else { NEXT };
        for (at, first) in holders.iter().enumerate() {
            pairs.extend(holders[at + 1..].iter().take(reach).map(|second| [first.1, second.1]));
        }
    }
    pairs.sort_unstable();
    pairs.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect()
}
