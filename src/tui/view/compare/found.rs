//! What is looked for in all sources, and the places that can be gone to.

use std::cell::OnceCell;

use crate::comparison::Comparison;
use crate::tui::search::{Hit, Search};

/// What is looked for, and which place of it was gone to last.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) search: Option<Search>,
    /// The place that was gone to last.
    pub(super) at: Option<Place>,
    /// The places that can be gone to, put in order when first asked for.
    pub(super) order: OnceCell<Order>,
    /// What was looked for last, to look for it again.
    pub(super) last: String,
}

/// A place that has the words: an article and which of its places.
pub(super) type Place = (usize, usize);

/// The places that can be gone to.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// In reading order.
    pub(super) places: Vec<Place>,
    /// How many more are in sources without a column.
    pub(super) without_column: usize,
    /// How many more the filter leaves out.
    pub(super) left_out: usize,
}

impl Found {
    /// The places in an article, in the order of its text.
    pub(super) fn within(&self, article: usize) -> &[Hit] {
        self.search.as_ref().map_or(&[], |search| search.within(article))
    }

    /// Nothing is looked for any more.
    pub(super) fn clear(&mut self) {
        self.search = None;
        self.at = None;
        self.forget_order();
    }

    /// Follows a story that was read or compared again.
    pub(super) fn renew(&mut self, comparison: &Comparison) {
        if let Some(search) = &mut self.search {
            search.renew(comparison);
        }
        self.forget_order();
    }

    /// Follows a change of what is shown.
    pub(super) fn forget_order(&mut self) {
        self.order.take();
    }
}

impl Order {
    /// How many places can't be gone to, and why, in words.
    pub(super) fn elsewhere(&self) -> Option<String> {
        let hidden = (self.without_column > 0).then(|| format!("{} in hidden sources", self.without_column));
        let left_out = (self.left_out > 0).then(|| format!("{} that the filter leaves out", self.left_out));
        let parts: Vec<String> = hidden.into_iter().chain(left_out).collect();
        (!parts.is_empty()).then(|| parts.join(" and "))
    }
}
