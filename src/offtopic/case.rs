//! A line that is judged: with its page, and with what the other articles say of it.

use super::line::{End, Line};
use super::page::Page;
use super::phrases::{Found, Proof};
use super::position::Position;
use super::support::Support;

/// Share of its words that make a line supported by the other articles.
const SUPPORTED: f32 = 0.5;

/// A line that is judged.
#[derive(Clone, Copy)]
pub(super) struct Case<'p> {
    pub page: &'p Page,
    pub support: &'p Support,
    pub index: usize,
}

impl<'p> Case<'p> {
    /// The line itself.
    pub fn line(&self) -> &'p Line {
        &self.page.lines[self.index]
    }

    /// Where it stands.
    pub fn position(&self) -> &'p Position {
        &self.page.positions[self.index]
    }

    /// The phrase on it, if it proves so much.
    pub fn phrase_that(&self, proof: Proof) -> Option<Found> {
        self.line().phrase.filter(|found| found.proof == proof)
    }

    /// Whether the articles of other outlets have most of its words.
    pub fn is_supported(&self) -> bool {
        let own = self.support.own.get(self.index).copied().flatten();
        self.support.says() && own >= Some(SUPPORTED) && self.line().words >= 4
    }

    /// Whether the line has a bullet, its neighbours have none, and it is no part of the text.
    pub fn is_stray_item(&self) -> bool {
        let bullet = |index: Option<usize>| {
            index.and_then(|index| self.page.lines.get(index)).is_some_and(|line| line.bullet)
        };
        let alone = self.line().bullet && !bullet(self.index.checked_sub(1)) && !bullet(Some(self.index + 1));
        alone && !self.position().sentence && self.page.body.behind(self.index) > 0
    }

    /// Whether it is a title right below the heading of a list of links that stands in the text or behind it.
    pub fn is_below_heading(&self) -> bool {
        let (line, position, body) = (self.line(), self.position(), &self.page.body);
        let inside = body.contains(self.index) || body.behind(self.index) > 0;
        let below = self.index.checked_sub(1).is_some_and(|above| position.heading == Some(above));
        inside
            && below
            && !position.sentence
            && line.words >= 3
            && line.end == End::Open
            && line.phrase.is_none()
    }

    /// Whether it is a title of another story behind the text.
    pub fn is_trailing_title(&self) -> bool {
        let title = self.page.is_title(self.index) || self.is_behind_link();
        self.is_trailing() && title && is_other_title(self.line())
    }

    /// Whether the line is no sentence and stands right behind an advertisement, a link or a notice.
    fn is_behind_link(&self) -> bool {
        let above = self.index.checked_sub(1).map(|above| &self.page.lines[above]);
        let named =
            |line: &Line| line.phrase.is_some_and(|found| found.proof >= Proof::Strong && !found.closes);
        above.is_some_and(named) && self.line().end == End::Open
    }

    /// Whether the line is one of the few behind the last paragraph, short ones included.
    fn is_trailing(&self) -> bool {
        /// So many lines may be titles of other stories; more are a part of the article.
        const FEW: usize = 8;
        let behind = self.page.positions.get(self.index..).unwrap_or_default();
        behind.iter().all(|position| !position.long && !position.sentence)
            && self.page.body.behind(self.index) > 0
            && self.page.lines.len() - self.page.body.end() <= FEW
    }
}

/// Whether a title may be that of another article: not of a table, a speaker or an item of a list.
fn is_other_title(line: &Line) -> bool {
    const WORDS: usize = 4;
    const NUMBERS: f32 = 0.25;
    line.words >= WORDS && line.numbers <= NUMBERS && !line.bullet && !line.quoted
}
