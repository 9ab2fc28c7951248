//! The visible blocks of a page, in the order of the page.

use dom_query::{Document, NodeRef};

use super::parts;
use crate::article::{PagePart, Role};

/// A block of a page.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// What it says, on one line.
    pub text: String,
    /// What its tag says that it is.
    pub role: Option<Role>,
    /// The order of a heading, 1..=6; 0 of what is none.
    pub heading: u8,
    /// The part of the page around the article that it stands in, as far as tags and names say.
    pub outside: Option<PagePart>,
    /// The share of its characters that are links, 0..=1.
    pub links: f32,
}

/// The most blocks of a page.
const MOST: usize = 20_000;

/// What an element says of everything inside it.
#[derive(Clone, Copy, Default)]
struct Inside {
    role: Option<Role>,
    heading: u8,
    outside: Option<PagePart>,
    link: bool,
    preformatted: bool,
    cell: bool,
}

/// What is still to be done.
enum Step<'a> {
    Enter(NodeRef<'a>, Inside),
    /// A block-level element ends, or begins.
    Break,
    /// A table's cell ends.
    CellEnd,
}

/// The visible blocks of a page.
pub(super) fn pieces(document: &Document) -> Vec<Piece> {
    let mut walk = Walk::default();
    let mut steps = vec![Step::Enter(document.root(), Inside::default())];
    while let Some(step) = steps.pop() {
        match step {
            Step::Break => walk.end(),
            Step::CellEnd => walk.cell_end(),
            Step::Enter(node, inside) if node.is_text() => walk.text(&node.text(), inside),
            Step::Enter(node, inside) => enter(&node, inside, &mut steps, &mut walk),
        }
        if walk.pieces.len() >= MOST {
            break;
        }
    }
    walk.end();
    walk.pieces
}

fn enter<'a>(node: &NodeRef<'a>, inside: Inside, steps: &mut Vec<Step<'a>>, walk: &mut Walk) {
    let Some(name) = node.node_name() else {
        steps.extend(node.children_it(true).map(|child| Step::Enter(child, inside)));
        return;
    };
    let name = &*name;
    if is_hidden(name) || node.has_attr("hidden") {
        return;
    }
    let mut inside = within(node, name, inside);
    match name {
        "br" => return walk.line_end(inside),
        "hr" => return walk.end(),
        "td" | "th" => {
            inside.cell = true;
            steps.push(Step::CellEnd);
        }
        _ if is_block(name) && !(inside.cell && matches!(name, "p" | "div")) => {
            walk.end();
            steps.push(Step::Break);
        }
        _ => {}
    }
    steps.extend(node.children_it(true).map(|child| Step::Enter(child, inside)));
}

/// What an element adds to what is said of everything around it.
fn within(node: &NodeRef<'_>, name: &str, around: Inside) -> Inside {
    let mut inside = around;
    match name {
        "a" => inside.link = true,
        "pre" => inside.preformatted = true,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            inside.heading = name.as_bytes()[1] - b'0';
            inside.role = Some(Role::Subheading);
        }
        "figcaption" | "caption" => inside.role = Some(Role::Caption),
        "li" | "dt" | "dd" => inside.role = Some(Role::ListItem),
        "p" | "blockquote" => {
            inside.role = inside.role.filter(|role| matches!(role, Role::ListItem | Role::Caption));
        }
        "nav" | "menu" => inside.outside = Some(PagePart::Navigation),
        // An article may have a foot of its own.
        "footer" => inside.outside = inside.outside.or(Some(PagePart::Around)),
        "button" => inside.outside = Some(PagePart::Control),
        "aside" => inside.outside = inside.outside.or(Some(PagePart::Aside)),
        _ => {}
    }
    match node.attr("role").as_deref() {
        Some("navigation" | "menu" | "menubar") => inside.outside = Some(PagePart::Navigation),
        Some("contentinfo") => inside.outside = Some(PagePart::Footer),
        Some("button") if name != "a" => inside.outside = Some(PagePart::Control),
        Some("complementary") => inside.outside = inside.outside.or(Some(PagePart::Aside)),
        Some("heading") if inside.heading == 0 => inside.role = Some(Role::Subheading),
        _ => {}
    }
    // The names of what is around everything say nothing of anything inside.
    if inside.outside.is_none() && !matches!(name, "html" | "body" | "main" | "article" | "blockquote") {
        inside.outside = ["class", "id", "aria-label"]
            .into_iter()
            .find_map(|attribute| node.attr(attribute).and_then(|value| parts::named(&value)));
    }
    inside
}

fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "head"
            | "iframe"
            | "object"
            | "canvas"
            | "select"
            | "option"
            | "datalist"
            | "textarea"
            | "audio"
            | "video"
            | "map"
            | "frameset"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
    )
}

#[derive(Default)]
struct Walk {
    pieces: Vec<Piece>,
    open: Piece,
    /// Characters of the open block, and of them those that are links.
    characters: usize,
    linked: usize,
    /// Whether white space stands before what comes next.
    space: bool,
    /// Whether a line ended and nothing came since.
    line_ended: bool,
}

impl Walk {
    fn text(&mut self, text: &str, inside: Inside) {
        for (nth, line) in text.split('\n').enumerate() {
            if nth > 0 && inside.preformatted {
                self.end();
            }
            self.line(line, inside);
            self.space |= nth > 0;
        }
        self.space |= text.ends_with('\n');
    }

    fn line(&mut self, text: &str, inside: Inside) {
        self.space |= text.starts_with(char::is_whitespace);
        for word in text.split_whitespace() {
            if self.open.text.is_empty() {
                (self.open.role, self.open.heading) = (inside.role, inside.heading);
                self.open.outside = inside.outside;
            } else if self.space {
                self.open.text.push(' ');
            }
            self.open.text.push_str(word);
            let characters = word.chars().count();
            self.characters += characters;
            self.linked += if inside.link { characters } else { 0 };
            self.space = true;
            self.line_ended = false;
        }
        // What was no white space is glued to what follows.
        self.space = text.ends_with(char::is_whitespace) || (self.space && text.trim().is_empty());
    }

    /// Two ends of lines in a row end a paragraph.
    fn line_end(&mut self, inside: Inside) {
        if self.line_ended || inside.preformatted {
            self.end();
        }
        self.line_ended = true;
        self.space = true;
    }

    /// A cell ends: what the row says goes on.
    fn cell_end(&mut self) {
        if !self.open.text.is_empty() && !self.open.text.ends_with(" ·") {
            self.open.text.push_str(" ·");
        }
        self.space = true;
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of characters")]
    fn end(&mut self) {
        let mut piece = std::mem::take(&mut self.open);
        piece.text.truncate(piece.text.trim_end_matches(" ·").len());
        piece.links = self.linked as f32 / self.characters.max(1) as f32;
        (self.characters, self.linked) = (0, 0);
        (self.space, self.line_ended) = (false, false);
        if piece.text.contains(char::is_alphanumeric) {
            self.pieces.push(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<String> {
        pieces(&Document::from(html)).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn blocks_come_in_the_order_of_the_page_each_on_one_line() {
        let html = "<body><h1>Ferry\n  sinks</h1><div>By <b>Jane</b> <i>Roe</i><p>It sank<br>at noon.</p>Nobody<span>\n was</span> hurt.\
            </div><ul><li>One</li><li><p>Two</p></li></ul><script>var x</script><p hidden>no</p><p>|</p></body>";
        assert_eq!(
            texts(html),
            ["Ferry sinks", "By Jane Roe", "It sank at noon.", "Nobody was hurt.", "One", "Two"]
        );
    }

    #[test]
    fn two_line_ends_are_a_paragraph_and_a_row_is_a_block() {
        assert_eq!(texts("<p>One<br><br>Two<br>goes on</p>"), ["One", "Two goes on"]);
        assert_eq!(texts("<pre>a b\nc</pre>"), ["a b", "c"]);
        let table =
            "<table><tr><th>Town</th><th><p>Dead</p></th></tr><tr><td>Ostby</td><td>3</td></tr></table>";
        assert_eq!(texts(table), ["Town · Dead", "Ostby · 3"]);
    }

    #[test]
    fn what_the_markup_says_is_kept() {
        let html = "<nav><a href=/>Home</a></nav><figure><figcaption>A ferry</figcaption></figure><h2>Why</h2>\
            <ul><li>First</li></ul><div class='related-stories'><a href=/x>Plums are late</a></div><footer>All rights</footer>";
        let pieces = pieces(&Document::from(html));
        let of: Vec<_> = pieces.iter().map(|piece| (piece.role, piece.outside, piece.links > 0.5)).collect();
        assert_eq!(
            of,
            [
                (None, Some(PagePart::Navigation), true),
                (Some(Role::Caption), None, false),
                (Some(Role::Subheading), None, false),
                (Some(Role::ListItem), None, false),
                (None, Some(PagePart::Related), true),
                (None, Some(PagePart::Around), false),
            ]
        );
    }
}
