//! Where one is, for another time: told by what the articles hold, so that it outlives their names and order.

use super::flow::Spot;
use super::state::{Compare, Cursor, Filter};
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
        let columns: Vec<toml::Value> = self.chosen.iter().filter_map(|&article| id(article)).collect();
        let kept = [
            ("article", id(article)),
            ("block", number(spot.block)),
            ("sentence", spot.sentence.and_then(number)),
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
        let columns = kept.get("columns").and_then(toml::Value::as_array);
        let mut chosen: Vec<usize> =
            columns.into_iter().flatten().filter_map(|id| article_with(&comparison, id)).collect();
        chosen.sort_unstable();
        chosen.dedup();
        if !chosen.is_empty() {
            self.chosen = chosen;
        }
        self.anchor = None;
        self.tour = None;
        self.trail.clear();
        self.remake_out_of_sight(story);
        let article = kept.get("article").and_then(|id| article_with(&comparison, id));
        if let Some(article) = article.filter(|article| self.chosen.contains(article)) {
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

/// The index of the article with this content.
fn article_with(comparison: &Comparison, id: &toml::Value) -> Option<usize> {
    let id = id.as_str()?;
    comparison.articles.iter().position(|article| article.id == id)
}
