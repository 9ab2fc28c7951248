//! Words that are looked for in all sources: the way from one place that has them to the next.

use super::flow::{Shown, Spot};
use super::found::{Order, Place};
use super::regions::Regions;
use super::state::{BeforeSearch, CONTEXT, Compare};
use crate::tui::action::Action;
use crate::tui::dialog::search::SearchLine;
use crate::tui::mode::Outcome;
use crate::tui::scene::Scene;
use crate::tui::search::{Hit, Search};
use crate::tui::story::Story;

impl Compare {
    /// Opens the line to type words in.
    pub(super) fn begin_search(&mut self) -> Outcome {
        self.before_search = Some(BeforeSearch {
            cursor: self.cursor,
            scrolls: self.scrolls.clone(),
            leftmost: self.leftmost,
            unfolded: self.unfolded.clone(),
            search: self.found.search.take(),
            at: self.found.at.take(),
        });
        self.found.forget_order();
        Outcome::open(SearchLine::default())
    }

    /// Shows the first place from where one was that has these words, which are being typed.
    pub(super) fn type_search(&mut self, story: &mut Story, scene: &Scene, words: &str) -> Outcome {
        self.go_back_before(story, scene);
        self.found.search = Search::of(words, &story.comparison);
        self.found.at = None;
        self.found.forget_order();
        if let Some(regions) = self.regions(scene) {
            let order = self.order();
            let first = order.places.iter().copied().find(|&place| self.lies_ahead(place, true));
            if let Some(place) = first.or_else(|| order.places.first().copied()) {
                self.go_to_place(story, &regions, place);
            }
        }
        Outcome::default()
    }

    /// Keeps looking for these words; for what was looked for last where they are none.
    pub(super) fn search(&mut self, story: &mut Story, scene: &Scene, words: &str) -> Outcome {
        if words.is_empty() {
            let words = std::mem::take(&mut self.found.last);
            if !words.is_empty() {
                self.type_search(story, scene, &words);
            }
            self.found.last = words;
        } else {
            words.clone_into(&mut self.found.last);
        }
        let before = self.before_search.take();
        if let Some(BeforeSearch { cursor, .. }) = before.filter(|before| before.cursor != self.cursor) {
            let here = std::mem::replace(&mut self.cursor, cursor);
            self.leave_trail();
            self.cursor = here;
        }
        let Some(search) = &self.found.search else { return Outcome::say("nothing is looked for") };
        let words = search.words().to_owned();
        let order = self.order();
        if order.places.is_empty() {
            let elsewhere =
                order.elsewhere().map(|elsewhere| format!(", but {elsewhere}")).unwrap_or_default();
            if search.is_empty() {
                self.found.clear();
            }
            return Outcome::say(format!("“{words}” is not here{elsewhere}"));
        }
        let mut said = vec![self.found_words().unwrap_or_default()];
        said.extend(order.elsewhere());
        let key = |action| scene.keymap.shown(CONTEXT, action);
        let (next, previous) = (key(Action::NextFound), key(Action::PreviousFound));
        said.push(format!("{next} next, {previous} previous, {} ends", key(Action::Close)));
        Outcome::say(said.join("; "))
    }

    /// Back to where one was before words were typed.
    pub(super) fn give_search_up(&mut self, story: &mut Story, scene: &Scene) -> Outcome {
        self.go_back_before(story, scene);
        if let Some(BeforeSearch { search, at, .. }) = self.before_search.take() {
            self.found.search = search;
            self.found.at = at;
        }
        self.found.forget_order();
        Outcome::default()
    }

    fn go_back_before(&mut self, story: &mut Story, scene: &Scene) {
        let Some(BeforeSearch { cursor, scrolls, leftmost, unfolded, .. }) = &self.before_search else {
            return;
        };
        let (cursor, scrolls, leftmost) = (*cursor, scrolls.clone(), *leftmost);
        let refold = (*unfolded != self.unfolded).then(|| unfolded.clone());
        if self.cursor == cursor && refold.is_none() {
            return;
        }
        if self.cursor.article != cursor.article {
            self.keep_range(story);
        }
        if let Some(unfolded) = refold {
            self.unfolded = unfolded;
            self.set_flows(story);
        }
        self.cursor = cursor;
        self.scrolls = scrolls;
        self.leftmost = leftmost;
        if let Some(regions) = self.regions(scene) {
            self.resettle(story, &regions);
        }
    }

    /// To the next place that has the words, or the one before, round the ends.
    pub(super) fn next_found(
        &mut self,
        story: &mut Story,
        regions: &Regions,
        scene: &Scene,
        upwards: bool,
    ) -> Outcome {
        let key = scene.keymap.shown(CONTEXT, Action::Search);
        if self.found.search.is_none() && !self.found.last.is_empty() {
            self.found.search = Search::of(&self.found.last, &story.comparison);
            self.found.forget_order();
        }
        let Some(search) = &self.found.search else {
            return Outcome::say(format!("nothing is looked for; {key} looks for words"));
        };
        let order = self.order();
        let count = order.places.len();
        let Some(last) = count.checked_sub(1) else {
            let elsewhere = order.elsewhere().unwrap_or_else(|| "nowhere".to_owned());
            return Outcome::say(format!("“{}”: {elsewhere}", search.words()));
        };
        let behind = |&place: &Place| self.lies_ahead(place, false);
        let before = |&place: &Place| !self.lies_ahead(place, true);
        let to = match (self.place_at_cursor(order), upwards) {
            (Some(at), false) => Some(at + 1).filter(|&to| to <= last),
            (Some(at), true) => at.checked_sub(1),
            (None, false) => order.places.iter().position(behind),
            (None, true) => order.places.iter().rposition(before),
        };
        let round = to.is_none();
        let to = to.unwrap_or(if upwards { last } else { 0 });
        let place = order.places[to];
        self.leave_trail();
        self.go_to_place(story, regions, place);
        match (round, upwards) {
            (false, _) => Outcome::default(),
            (true, false) => Outcome::say(format!("round again from the first: 1 of {count}")),
            (true, true) => Outcome::say(format!("round again from the last: {count} of {count}")),
        }
    }

    /// What is looked for, and which place of how many the cursor is at, in words.
    pub(super) fn found_words(&self) -> Option<String> {
        let search = self.found.search.as_ref()?;
        let order = self.order();
        let count = order.places.len();
        Some(match self.place_at_cursor(order) {
            Some(at) => format!("{}/{count} “{}”", at + 1, search.words()),
            None => format!("{count} “{}”", search.words()),
        })
    }

    /// The places that can be gone to: in the sources that have a column, in order, what they show or fold.
    fn order(&self) -> &Order {
        self.found.order.get_or_init(|| {
            let mut order = Order::default();
            for article in 0..self.flows.len() {
                if !self.chosen.contains(&article) {
                    order.without_column += self.found.within(article).len();
                }
            }
            for &article in &self.chosen {
                for (index, hit) in self.found.within(article).iter().enumerate() {
                    match self.item_of_hit(article, hit) {
                        Some(_) => order.places.push((article, index)),
                        None => order.left_out += 1,
                    }
                }
            }
            order
        })
    }

    fn hit(&self, (article, index): Place) -> Option<&Hit> {
        self.found.within(article).get(index)
    }

    /// The item that shows a place, or folds it.
    fn item_of_hit(&self, article: usize, hit: &Hit) -> Option<usize> {
        let flow = self.flows.get(article)?;
        let item = flow.find(Spot { block: hit.block, sentence: hit.sentence })?;
        let shown = flow.items.get(item)?;
        let is = match shown.shown {
            Shown::Sentence(sentence) => hit.sentence == Some(sentence),
            Shown::Block => shown.block == hit.block,
            Shown::Fold { last } => (shown.block..=last).contains(&hit.block),
        };
        is.then_some(item)
    }

    /// Whether a place comes behind what is at the cursor; or `within` it, with what a fold hides either way.
    fn lies_ahead(&self, place: Place, within: bool) -> bool {
        let order = |article: usize| self.chosen.iter().position(|&chosen| chosen == article);
        let (here, there) = (order(self.cursor.article), order(place.0));
        if here != there {
            return here < there;
        }
        let Some((at, item)) =
            self.hit(place).and_then(|hit| Some((self.at()?, self.item_of_hit(place.0, hit)?)))
        else {
            return false;
        };
        let fold = self.item().is_some_and(|item| matches!(item.shown, Shown::Fold { .. }));
        item > at || item == at && (within || fold)
    }

    /// Which of the places was gone to last, where the cursor still is at it.
    fn place_at_cursor(&self, order: &Order) -> Option<usize> {
        let place = self.found.at.filter(|place| place.0 == self.cursor.article)?;
        let item = self.item_of_hit(place.0, self.hit(place)?)?;
        let at = order.places.iter().position(|&known| known == place)?;
        (self.at() == Some(item)).then_some(at)
    }

    /// Puts the cursor on a place; a run of off-topic lines that hides it is unfolded.
    fn go_to_place(&mut self, story: &mut Story, regions: &Regions, place: Place) {
        let (article, _) = place;
        let Some(hit) = self.hit(place).copied() else { return };
        let Some(item) = self.item_of_hit(article, &hit) else { return };
        self.enter(story, article);
        let shown = self.flows[article].items[item];
        let last = match shown.shown {
            Shown::Fold { last } => Some(last),
            _ if self.flows[article].folds_part(&story.comparison, shown.block, hit.span) => {
                Some(shown.block)
            }
            _ => None,
        };
        if let Some(last) = last {
            self.unfolded.extend((shown.block..=last).map(|block| (article, block)));
            self.cursor.spot = Spot { block: hit.block, sentence: hit.sentence };
            self.remake_in_place(story, regions);
        }
        let Some(item) = self.item_of_hit(article, &hit) else { return };
        let upwards = self.at().is_some_and(|at| item < at);
        self.found.at = Some(place);
        self.put(story, regions, item, upwards);
    }
}
