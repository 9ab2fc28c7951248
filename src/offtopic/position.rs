//! What is known of a line from where it stands.

/// What is known of a line from where it stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Position {
    /// Whether it reads like a paragraph.
    pub long: bool,
    /// Whether it reads like a sentence.
    pub sentence: bool,
    /// Share of paragraphs among the lines around, a few on each side.
    pub near_long: f32,
    /// Share of lines with a strong phrase or a menu entry among them.
    pub near_phrase: f32,
    /// Share of its stems that other lines of the body have.
    pub similarity: f32,
    /// Whether it may be the headline: before the body, and of the same words as its beginning.
    pub headline: bool,
    /// Whether it is built like a title, shortly before the body, with the line of the author or the date below it.
    pub over_byline: bool,
    /// Whether it is the line of the author or the date, before the body and shortly below a headline.
    pub under_headline: bool,
    /// The heading of a list of links that it stands under.
    pub heading: Option<usize>,
    /// Whether it stands in a list that the article announces with a colon.
    pub introduced: bool,
    /// Whether another line of the page is the same, word for word, and it is no paragraph.
    pub again: bool,
    /// Whether it stands, word for word, in another story of the same outlet, around which it is furniture.
    pub elsewhere: bool,
}
