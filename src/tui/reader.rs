//! An open story: where the reader stands in it, what is shown and what is selected.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::Loaded;
use super::cells::scroll::{Scroll, View};
use super::comparing::Comparing;
use super::env::Charset;
use super::view::compare::column::{Item, Page, Shown, Spot};
use super::view::compare::regions::Regions;
use crate::article::SentenceId;
use crate::comparison::{Comparison, Corrections, Status};
use crate::digest::{self, Counterparts, Wording};
use crate::export::Scope;
use crate::read::{LeftOut, Originals};

/// Where the cursor stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// Index of the article.
    pub article: usize,
    /// The place in it.
    pub spot: Spot,
}

/// Where a column begins: a spot and the row of its first line.
pub type Place = (Spot, i32);

/// Which sentences are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    All,
    /// Those with a certain match.
    Shared,
    /// Those that only one source has.
    OnlyHere,
    /// Those that are selected.
    Selected,
}

impl Filter {
    /// The filter that comes after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::All => Self::Shared,
            Self::Shared => Self::OnlyHere,
            Self::OnlyHere => Self::Selected,
            Self::Selected => Self::All,
        }
    }

    /// What it shows, in words.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "everything",
            Self::Shared => "shared",
            Self::OnlyHere => "only here",
            Self::Selected => "selected",
        }
    }
}

/// What is selected.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The sentences that are.
    pub kept: BTreeSet<SentenceId>,
    /// Where a range began that has not ended yet.
    pub anchor: Option<Cursor>,
    /// The sentences of that range.
    pub range: BTreeSet<SentenceId>,
    /// What was cleared last, so that it can come back.
    pub cleared: BTreeSet<SentenceId>,
}

impl Selection {
    /// Whether a sentence is selected, or would be if the range ended now.
    #[must_use]
    pub fn holds(&self, id: SentenceId) -> bool {
        self.kept.contains(&id) || self.range.contains(&id)
    }

    /// How many sentences that are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.kept.len() + self.range.iter().filter(|id| !self.kept.contains(id)).count()
    }

    /// All that is selected.
    #[must_use]
    pub fn all(&self) -> BTreeSet<SentenceId> {
        self.kept.union(&self.range).copied().collect()
    }
}

/// A walk through everyone who says the same.
#[derive(Clone, Debug)]
pub struct Tour {
    /// The sentences, beginning with the one it started from.
    pub members: Vec<SentenceId>,
    /// Which of them the cursor is on.
    pub at: usize,
}

/// An open story.
#[derive(Debug)]
pub struct Reader {
    /// The story, as it is shown.
    pub comparison: Arc<Comparison>,
    /// What could not be read.
    pub left_out: Vec<LeftOut>,
    /// The files of all sources.
    pub originals: Originals,
    /// What each article shows.
    pub pages: Vec<Page>,
    /// How far each article is scrolled.
    pub scrolls: Vec<Scroll>,
    /// The articles whose columns are to be filled once they are on the screen: their pages were made anew.
    pub unfilled: BTreeSet<usize>,
    /// Where the cursor stands.
    pub cursor: Cursor,
    /// What the others have for it.
    pub counterparts: Counterparts,
    /// Their wordings, told apart when first asked for.
    wordings: OnceCell<Vec<Wording>>,
    /// The articles that have a column, in order; never empty unless the story is.
    pub chosen: Vec<usize>,
    /// Which of them has the leftmost column on the screen.
    pub leftmost: usize,
    /// What is selected.
    pub selection: Selection,
    /// Which sentences are shown.
    pub filter: Filter,
    /// Where the columns began before a filter was set.
    pub places: Vec<Option<Place>>,
    /// Whether runs of off-topic lines are folded.
    pub folded: bool,
    /// Whether the other columns follow the cursor.
    pub following: bool,
    /// Whether the line that explains the signs has served.
    pub introduced: bool,
    /// Where the cursor was before it jumped, the latest last.
    pub trail: Vec<Cursor>,
    /// The walk that `Enter` is on.
    pub tour: Option<Tour>,
    /// The corrections before each change of them, the latest last.
    pub corrected: Vec<Corrections>,
    /// How the story is wanted, and what is at work on it.
    pub comparing: Comparing,
    charset: Charset,
}

impl Reader {
    /// Opens a story at the first sentence of its first article, with runs of off-topic lines `folded` or not.
    #[must_use]
    pub fn open(loaded: Loaded, charset: Charset, folded: bool) -> Self {
        let Loaded { comparison, left_out, originals } = loaded;
        let comparison = Arc::new(comparison);
        let comparing = Comparing::nothing(Arc::clone(&comparison));
        let articles = comparison.articles.len();
        let mut reader = Self {
            comparison,
            left_out,
            originals,
            pages: Vec::new(),
            scrolls: vec![Scroll::default(); articles],
            unfilled: BTreeSet::new(),
            cursor: Cursor::default(),
            counterparts: Counterparts::default(),
            wordings: OnceCell::new(),
            chosen: (0..articles).collect(),
            leftmost: 0,
            selection: Selection::default(),
            filter: Filter::All,
            places: Vec::new(),
            folded,
            following: true,
            introduced: false,
            trail: Vec::new(),
            tour: None,
            corrected: Vec::new(),
            comparing,
            charset,
        };
        reader.set_pages();
        if let Some(first) = reader.pages.first().and_then(|page| page.items.first()) {
            reader.cursor.spot = first.spot();
        }
        reader.meet();
        reader
    }

    /// Makes the pages anew for the filter and the folding.
    pub fn set_pages(&mut self) {
        let scope = match self.filter {
            Filter::All => Scope::Everything,
            Filter::Shared => Scope::Only(Status::Shared),
            Filter::OnlyHere => Scope::Only(Status::Unique),
            Filter::Selected => Scope::Selection(self.selection.all()),
        };
        let page = |article| Page::of(&self.comparison, article, &scope, self.folded, self.charset);
        self.pages = (0..self.comparison.articles.len()).map(page).collect();
    }

    /// Finds the counterparts of the sentence at the cursor.
    pub fn meet(&mut self) {
        self.counterparts =
            self.sentence().map(|id| Counterparts::of(&self.comparison, id)).unwrap_or_default();
        self.wordings.take();
    }

    /// The index of the item at the cursor; none where its page is empty.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        self.pages.get(self.cursor.article)?.find(self.cursor.spot)
    }

    /// The item at the cursor.
    #[must_use]
    pub fn item(&self) -> Option<Item> {
        self.pages.get(self.cursor.article)?.items.get(self.at()?).copied()
    }

    /// The sentence at the cursor; none on a fold or a block without sentences.
    #[must_use]
    pub fn sentence(&self) -> Option<SentenceId> {
        self.item()?.sentence(self.cursor.article)
    }

    /// The column of an article.
    #[must_use]
    pub fn view(&self, article: usize, regions: &Regions) -> View<'_> {
        View {
            comparison: &self.comparison,
            page: &self.pages[article],
            width: regions.text_width(),
            height: i32::from(regions.body.height),
        }
    }

    /// The articles on the screen, from left to right.
    #[must_use]
    pub fn on_screen(&self, regions: &Regions) -> &[usize] {
        let end = (self.leftmost + usize::from(regions.columns)).min(self.chosen.len());
        self.chosen.get(self.leftmost..end).unwrap_or_default()
    }

    /// The sentences of an item; of a fold, all that it hides.
    pub fn sentences_of(
        &self,
        article: usize,
        item: Item,
    ) -> impl DoubleEndedIterator<Item = SentenceId> + use<> {
        let of_block = |block| self.comparison.articles[article].sentences_of(block);
        let range = match item.shown {
            Shown::Sentence(sentence) => sentence..sentence + 1,
            Shown::Block => 0..0,
            Shown::Fold { last } => of_block(item.block).start..of_block(last).end,
        };
        range.map(move |sentence| SentenceId::new(article, sentence))
    }

    /// The wordings of what is said at the cursor, in the order of the panel.
    #[must_use]
    pub fn wordings(&self) -> &[Wording] {
        let wordings = |id| digest::wordings_with(&self.comparison, id, &self.counterparts);
        self.wordings.get_or_init(|| self.sentence().map(wordings).unwrap_or_default())
    }

    /// How many sentences of the story have a status.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.comparison.findings.iter().flatten().filter(|finding| finding.status == status).count()
    }
}
