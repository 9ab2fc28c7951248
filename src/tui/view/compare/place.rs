//! Where one is, for another time: told by what the articles hold, so that it outlives their names and order.

use super::flow::Spot;
use super::pointing::sentence_spot;
use super::state::{Compare, Cursor, Filter};
use crate::article::SentenceId;
use crate::comparison::Comparison;
use crate::tui::scene::Scene;
use crate::tui::story::Story;

impl Compare {
    /// What is kept: where the cursor is, the columns, the filter, and what is folded, left out and followed.
    pub(super) fn kept(&self, story: &Story) -> toml::Table {
        let articles = &story.comparison.articles;
        let id = |article: usize| Some(toml::Value::from(articles.get(article)?.id.as_str()));
        let number = |number: usize| i64::try_from(number).ok().map(toml::Value::from);
        let Cursor { article, spot } = self.cursor;
        // What is read for the first time has a column.
        let hidden = (0..articles.len()).filter(|article| !self.chosen.contains(article));
        let hidden: Vec<toml::Value> = hidden.filter_map(id).collect();
        let columns: Vec<toml::Value> = self.chosen.iter().filter_map(|&article| id(article)).collect();
        let location = articles.get(article).map(|article| article.location.as_str().into());
        let kept = [
            ("article", id(article)),
            ("location", location),
            ("words", self.sentence().map(|id| words(&story.comparison, id).into())),
            ("block", number(spot.block)),
            ("sentence", spot.sentence.and_then(number)),
            ("hidden", Some(hidden.into())),
            ("columns", Some(columns.into())),
            ("filter", Some(self.filter.word().into())),
            ("folded", Some(self.folded.into())),
            ("compact", Some(self.compact.into())),
            ("following", Some(self.following.into())),
        ];
        kept.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }

    /// Goes back to what was kept. What is missing there, or is not in this story, stays as it is.
    pub(super) fn go_back_to(&mut self, story: &mut Story, scene: &Scene, kept: &toml::Table) {
        let comparison = std::sync::Arc::clone(&story.comparison);
        let flag = |name: &str| kept.get(name).and_then(toml::Value::as_bool);
        self.folded = flag("folded").unwrap_or(self.folded);
        self.compact = flag("compact").unwrap_or(self.compact);
        self.following = flag("following").unwrap_or(self.following);
        let word = kept.get("filter").and_then(toml::Value::as_str);
        let filter = Filter::ALL.into_iter().find(|filter| Some(filter.word()) == word);
        let nothing = filter == Some(Filter::Selected) && story.selection.is_empty();
        self.filter = filter.filter(|_| !nothing).unwrap_or(self.filter);
        let hidden = kept.get("hidden").and_then(toml::Value::as_array);
        let hidden: Vec<usize> =
            hidden.into_iter().flatten().filter_map(|id| article_with(&comparison, id)).collect();
        let chosen: Vec<usize> =
            (0..comparison.articles.len()).filter(|article| !hidden.contains(article)).collect();
        if !chosen.is_empty() {
            let order = kept.get("columns").and_then(toml::Value::as_array);
            let order: Vec<usize> =
                order.into_iter().flatten().filter_map(|id| article_with(&comparison, id)).collect();
            self.chosen = in_order(chosen, &order);
        }
        self.anchor = None;
        self.tour = None;
        self.trail.clear();
        self.remake_out_of_sight(story);
        let same = kept.get("article").and_then(|id| article_with(&comparison, id));
        let changed = || {
            let location = kept.get("location")?.as_str()?;
            comparison.articles.iter().position(|article| article.location == location)
        };
        let article = same.or_else(changed);
        let is_shown = |article: &usize| self.chosen.contains(article);
        let sought = kept.get("words").and_then(toml::Value::as_str);
        let moved = article.filter(|article| same.is_none() && is_shown(article)).and_then(|article| {
            let sentences = 0..comparison.articles[article].sentences.len();
            let mut ids = sentences.map(|sentence| SentenceId::new(article, sentence));
            ids.find(|&id| Some(words(&comparison, id).as_str()) == sought)
        });
        if let Some(id) = moved {
            self.cursor = Cursor { article: id.article, spot: sentence_spot(story, id) };
        } else if let Some(article) = article.filter(is_shown) {
            let number = |name: &str| usize::try_from(kept.get(name)?.as_integer()?).ok();
            let spot = Spot { block: number("block").unwrap_or(0), sentence: number("sentence") };
            self.cursor = Cursor { article, spot };
        } else if !self.chosen.contains(&self.cursor.article) {
            self.cursor =
                Cursor { article: self.chosen.first().copied().unwrap_or(0), spot: Spot::default() };
        }
        if let Some(item) = self.item() {
            self.cursor.spot = item.spot();
        }
        self.meet(&comparison);
        if let Some(regions) = self.regions(scene) {
            self.resettle(story, &regions);
        }
    }
}

/// Articles in an order that was kept; what that does not know stands where it would without one.
fn in_order(articles: Vec<usize>, order: &[usize]) -> Vec<usize> {
    let mut ordered: Vec<usize> = Vec::with_capacity(articles.len());
    for article in order.iter().filter(|article| articles.contains(article)) {
        if !ordered.contains(article) {
            ordered.push(*article);
        }
    }
    for article in articles {
        if !ordered.contains(&article) {
            let place = ordered.iter().position(|&other| other > article).unwrap_or(ordered.len());
            ordered.insert(place, article);
        }
    }
    ordered
}

/// The beginning of a sentence, to know it by where its article has changed.
fn words(comparison: &Comparison, id: SentenceId) -> String {
    /// Characters that are enough.
    const ENOUGH: usize = 200;
    comparison.wording(id).chars().take(ENOUGH).collect()
}

/// The index of the article with this content.
fn article_with(comparison: &Comparison, id: &toml::Value) -> Option<usize> {
    let id = id.as_str()?;
    comparison.articles.iter().position(|article| article.id == id)
}
