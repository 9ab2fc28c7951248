//! What the view knows beside the story: where the cursor is, what is in sight, and how far.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use super::flow::{Flow, Folding, Item, Shown, Spot, Wrapping};
use super::found::{Found, Place};
use super::page::Page;
use super::regions::{Regions, Wanted};
use crate::article::SentenceId;
use crate::comparison::{Comparison, Status};
use crate::digest::{self, Counterparts, Wording};
use crate::export::Scope;
use crate::say::Sign;
use crate::tui::cells::scroll::{Scroll, Window};
use crate::tui::env::Charset;
use crate::tui::keymap::Context;
use crate::tui::scene::Scene;
use crate::tui::search::Search;
use crate::tui::settings::ReaderSettings;
use crate::tui::story::Story;

/// The section of its keys.
pub const CONTEXT: Context = Context("compare");

/// Counterparts for which an enlarged panel grows.
const LONGEST_PANEL: usize = 60;

/// Where the cursor stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Index of the article.
    pub(super) article: usize,
    /// The spot in it.
    pub(super) spot: Spot,
}

/// Where a column begins: a spot and the row of its first line.
pub(super) type Top = (Spot, i32);

/// Which sentences are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    /// All of them.
    All,
    /// Those with a certain match, and none that disagrees.
    Shared,
    /// Those that another source tells differently.
    Disputed,
    /// Those with possible matches only.
    Possible,
    /// Those that only one source has.
    OnlyHere,
    /// Those that are selected.
    Selected,
}

impl Filter {
    pub(super) const ALL: [Self; 6] =
        [Self::All, Self::Shared, Self::Disputed, Self::Possible, Self::OnlyHere, Self::Selected];

    /// The filter that comes after this one.
    pub(super) fn next(self) -> Self {
        let mut behind = Self::ALL.into_iter().skip_while(|&filter| filter != self).skip(1);
        behind.next().unwrap_or(Self::All)
    }

    /// What it shows, in words.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::All => "everything",
            Self::Shared => "shared",
            Self::Disputed => "disputed",
            Self::Possible => "possible",
            Self::OnlyHere => "only here",
            Self::Selected => "selected",
        }
    }

    /// The status of the sentences that it shows, where that is what it goes by.
    pub(super) const fn status(self) -> Option<Status> {
        match self {
            Self::Shared => Some(Status::Shared),
            Self::Disputed => Some(Status::Disputed),
            Self::Possible => Some(Status::Possible),
            Self::OnlyHere => Some(Status::Unique),
            Self::All | Self::Selected => None,
        }
    }

    /// What an export of what it shows holds; none where the selection says that.
    pub(super) fn scope(self) -> Option<Scope> {
        self.status().map(Scope::Only)
    }
}

/// A walk through everyone who says the same.
#[derive(Clone, Debug)]
pub(super) struct Tour {
    /// The sentences, beginning with the one it started from.
    pub(super) members: Vec<SentenceId>,
    /// Which of them the cursor is on.
    pub(super) at: usize,
}

/// A source that has a page to itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Zoom {
    /// Which column was the leftmost before.
    pub(super) leftmost: usize,
    /// How far the page is scrolled, by lines.
    pub(super) scroll: Scroll,
}

/// Where one was before words were typed, and what was looked for.
#[derive(Debug)]
pub(super) struct BeforeSearch {
    pub(super) cursor: Cursor,
    pub(super) scrolls: Vec<Scroll>,
    pub(super) leftmost: usize,
    pub(super) unfolded: BTreeSet<(usize, usize)>,
    pub(super) search: Option<Search>,
    pub(super) at: Option<Place>,
}

/// The state of the view.
#[derive(Debug)]
pub(super) struct Compare {
    /// What each article shows.
    pub(super) flows: Vec<Flow>,
    /// How far each article is scrolled.
    pub(super) scrolls: Vec<Scroll>,
    /// The articles whose columns are to be filled once they are on the screen: their flows were made anew.
    pub(super) unfilled: BTreeSet<usize>,
    /// Where the cursor stands.
    pub(super) cursor: Cursor,
    /// What the others have for it.
    pub(super) counterparts: Counterparts,
    /// Their wordings, told apart when first asked for.
    wordings: OnceCell<Vec<Wording>>,
    /// The articles that have a column, in the order of the columns; never empty unless the story is.
    pub(super) chosen: Vec<usize>,
    /// Which of them has the leftmost column on the screen.
    pub(super) leftmost: usize,
    /// Where a range began that has not ended yet.
    pub(super) anchor: Option<Cursor>,
    /// The sentence on which the mouse's button went down and has not come up.
    pub(super) pressed: Option<Cursor>,
    /// The row of the panel that its own cursor is on, once it is entered.
    pub(super) panel: Option<usize>,
    /// Where the columns were scrolled before, and where the cursor stood.
    pub(super) before_panel: Option<(Cursor, Vec<Scroll>)>,
    /// The page that the source at the cursor has to itself.
    pub(super) zoom: Option<Zoom>,
    /// Its lines, by article and width, set when first asked for.
    page: RefCell<Option<(usize, usize, Rc<Page>)>>,
    /// Whether it is shown how many sources have each sentence.
    pub(super) heat: bool,
    /// Which sentences are shown.
    pub(super) filter: Filter,
    /// Where the columns began before a filter was set.
    pub(super) unfiltered: Vec<Option<Top>>,
    /// Whether runs of off-topic lines are folded.
    pub(super) folded: bool,
    /// Whether no blank rows stand between blocks.
    pub(super) compact: bool,
    /// The blocks that are shown all the same, by article: words that were looked for are in them.
    pub(super) unfolded: BTreeSet<(usize, usize)>,
    /// The words that are looked for.
    pub(super) found: Found,
    /// Where one was before words were typed.
    pub(super) before_search: Option<BeforeSearch>,
    /// Whether the other columns follow the cursor.
    pub(super) following: bool,
    /// Whether the line that explains the signs has served.
    pub(super) introduced: bool,
    /// Where the cursor was before it jumped, the latest last.
    pub(super) trail: Vec<Cursor>,
    /// The walk that `Enter` is on.
    pub(super) tour: Option<Tour>,
    charset: Charset,
}

impl Compare {
    /// The first sentence of the first article, as it is wanted to be shown.
    pub(super) fn open(story: &Story, charset: Charset, wanted: &ReaderSettings) -> Self {
        let articles = story.comparison.articles.len();
        let mut compare = Self {
            flows: Vec::new(),
            scrolls: vec![Scroll::default(); articles],
            unfilled: BTreeSet::new(),
            cursor: Cursor::default(),
            counterparts: Counterparts::default(),
            wordings: OnceCell::new(),
            chosen: (0..articles).collect(),
            leftmost: 0,
            anchor: None,
            pressed: None,
            panel: None,
            before_panel: None,
            zoom: None,
            page: RefCell::default(),
            heat: false,
            filter: Filter::All,
            unfiltered: Vec::new(),
            folded: wanted.folded,
            compact: wanted.compact,
            unfolded: BTreeSet::new(),
            found: Found::default(),
            before_search: None,
            following: true,
            introduced: false,
            trail: Vec::new(),
            tour: None,
            charset,
        };
        compare.set_flows(story);
        if let Some(first) = compare.flows.first().and_then(|flow| flow.items.first()) {
            compare.cursor.spot = first.spot();
        }
        compare.meet(&story.comparison);
        compare
    }

    /// Makes the flows anew for the filter and the folding.
    pub(super) fn set_flows(&mut self, story: &Story) {
        let scope = match self.filter {
            Filter::Selected => Scope::Selection(story.selection.all()),
            filter => filter.scope().unwrap_or(Scope::Everything),
        };
        let comparison = &story.comparison;
        let shown = |article| Folding::of(self.folded, &self.unfolded, article);
        let flow = |article| Flow::of(comparison, article, &scope, shown(article), self.charset);
        self.flows = (0..comparison.articles.len()).map(flow).collect();
        self.page.take();
        if self.compact {
            self.flows.iter_mut().for_each(Flow::close_gaps);
        }
    }

    /// Finds the counterparts of the sentence at the cursor.
    pub(super) fn meet(&mut self, comparison: &Comparison) {
        self.counterparts = self.sentence().map(|id| Counterparts::of(comparison, id)).unwrap_or_default();
        self.wordings.take();
    }

    /// The index of the item at the cursor; none where its flow is empty.
    pub(super) fn at(&self) -> Option<usize> {
        self.flows.get(self.cursor.article)?.find(self.cursor.spot)
    }

    /// The item at the cursor.
    pub(super) fn item(&self) -> Option<Item> {
        self.flows.get(self.cursor.article)?.items.get(self.at()?).copied()
    }

    /// The sentence at the cursor; none on a fold or a block without sentences.
    pub(super) fn sentence(&self) -> Option<SentenceId> {
        self.item()?.sentence(self.cursor.article)
    }

    /// Cells that say how many sources have a sentence, with a blank behind; none where that is not shown.
    fn heat_cells(&self) -> u16 {
        if self.heat { u16::try_from(2 * self.flows.len().to_string().len() + 2).unwrap_or(0) } else { 0 }
    }

    /// How the screen is divided, where it is large enough.
    pub(super) fn regions(&self, scene: &Scene) -> Option<Regions> {
        let wanted = Wanted {
            sources: self.chosen.len(),
            narrowest: scene.settings.column_width,
            zoomed: self.zoom.is_some(),
            // Most wordings take two rows.
            panel: self.panel.map(|_| {
                u16::try_from(2 * self.counterparts.all().take(LONGEST_PANEL).count()).unwrap_or(0) + 6
            }),
            heat: self.heat_cells(),
        };
        Regions::of(scene.size, wanted)
    }

    /// The column of an article.
    pub(super) fn window<'a>(
        &'a self,
        comparison: &'a Comparison,
        article: usize,
        regions: &Regions,
    ) -> Window<Wrapping<'a>> {
        let items = Wrapping { comparison, flow: &self.flows[article], width: regions.text_width() };
        Window { items, height: i32::from(regions.body.height) }
    }

    /// The page of an article.
    pub(super) fn page(&self, comparison: &Comparison, article: usize, regions: &Regions) -> Rc<Page> {
        let width = regions.text_width();
        let mut kept = self.page.borrow_mut();
        match &*kept {
            Some((of, set, page)) if (*of, *set) == (article, width) => Rc::clone(page),
            _ => {
                let page = Rc::new(Page::of(comparison, &self.flows[article], width, self.charset));
                *kept = Some((article, width, Rc::clone(&page)));
                page
            }
        }
    }

    /// The articles on the screen, from left to right.
    pub(super) fn on_screen(&self, regions: &Regions) -> &[usize] {
        let end = (self.leftmost + usize::from(regions.columns)).min(self.chosen.len());
        self.chosen.get(self.leftmost..end).unwrap_or_default()
    }

    /// The wordings of what is said at the cursor, in the order of the panel.
    pub(super) fn wordings(&self, comparison: &Comparison) -> &[Wording] {
        let wordings = |id| digest::wordings_with(comparison, id, &self.counterparts);
        self.wordings.get_or_init(|| self.sentence().map(wordings).unwrap_or_default())
    }

    /// All that drawing reads.
    pub(super) const fn sight<'a>(
        &'a self,
        story: &'a Story,
        scene: &'a Scene,
        regions: &'a Regions,
    ) -> Sight<'a> {
        Sight { compare: self, story, scene, regions }
    }
}

/// All that drawing reads, and finding what was drawn at a cell.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) compare: &'a Compare,
    pub(super) story: &'a Story,
    pub(super) scene: &'a Scene,
    pub(super) regions: &'a Regions,
}

impl<'a> Sight<'a> {
    /// The comparison that is shown.
    pub(super) fn comparison(&self) -> &'a Comparison {
        &self.story.comparison
    }

    /// The column of an article.
    pub(super) fn window(&self, article: usize) -> Window<Wrapping<'a>> {
        self.compare.window(self.comparison(), article, self.regions)
    }

    /// The page of the source at the cursor, with how far it is scrolled; none beside columns.
    pub(super) fn page(&self) -> Option<(Window<Rc<Page>>, Scroll)> {
        self.compare.page_window(self.comparison(), self.regions)
    }

    /// The items of an article that are in sight, in order.
    pub(super) fn in_sight(&self, article: usize) -> Vec<usize> {
        if let Some((window, scroll)) = self.page() {
            let lines = window.visible(scroll).into_iter();
            let parts = lines.filter_map(|(line, _)| window.items.lines.get(line));
            let mut items: Vec<usize> =
                parts.flat_map(|line| line.parts.iter().map(|part| part.item).chain([line.item])).collect();
            items.sort_unstable();
            items.dedup();
            return items;
        }
        let window = self.window(article);
        window.visible(self.compare.scrolls[article]).into_iter().map(|(item, _)| item).collect()
    }

    /// The sign of a sentence: how it relates to the cursor's, or what became of it.
    pub(super) fn sign_of(&self, id: SentenceId) -> Option<Sign> {
        // What the article itself says again keeps the sign of what others make of it.
        let elsewhere =
            self.compare.counterparts.get(id).filter(|_| id.article != self.compare.cursor.article);
        elsewhere.map(Sign::of_counterpart).or_else(|| Sign::of_sentence(self.comparison(), id))
    }

    /// The articles on the screen, from left to right.
    pub(super) fn on_screen(&self) -> &'a [usize] {
        self.compare.on_screen(self.regions)
    }
}

/// The sentences of an item; of a fold, all that it hides.
pub(super) fn sentences_of(
    comparison: &Comparison,
    article: usize,
    item: Item,
) -> impl DoubleEndedIterator<Item = SentenceId> + use<> {
    let of_block = |block| comparison.articles[article].sentences_of(block);
    let range = match item.shown {
        Shown::Sentence(sentence) => sentence..sentence + 1,
        Shown::Block => 0..0,
        Shown::Fold { last } => of_block(item.block).start..of_block(last).end,
    };
    range.map(move |sentence| SentenceId::new(article, sentence))
}
