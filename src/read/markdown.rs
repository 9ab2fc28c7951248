//! Markdown (CommonMark, with tables and footnotes): its signs are layout, the wording is what they leave.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::article::{Article, PageBlock, PagePart, Role};

/// Whether a text is Markdown: its name says so, or its signs do. A sign alone may be anything.
pub(super) fn is_markdown(text: &str, named_so: bool) -> bool {
    /// Bytes of a text that are looked at.
    const HEAD: usize = 64 << 10;
    /// So many links are no accident.
    const LINKS: usize = 3;
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or_default();
    let heading = head.lines().any(|line| {
        let signs = line.len() - line.trim_start_matches('#').len();
        (1..=6).contains(&signs) && line.get(signs..).is_some_and(|rest| rest.starts_with(' '))
    });
    let links = head.matches("](http").count();
    let strong = head.split("**").count() > 2;
    named_so || links >= LINKS || (heading && (links > 0 || strong))
}

/// Reads Markdown; nothing where nothing of it shows.
pub(super) fn article(location: String, markdown: &str) -> Option<Article> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut pieces = Pieces::default();
    for event in Parser::new_ext(markdown, options) {
        pieces.take(event);
    }
    pieces.end();
    let mut text = String::new();
    let mut blocks = Vec::with_capacity(pieces.done.len());
    for (piece, role) in pieces.done {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&piece);
        blocks.push(PageBlock { span: (start..text.len()).into(), role, part: PagePart::Unknown });
    }
    (!blocks.is_empty()).then(|| Article::from_blocks(location, text, &blocks, None))
}

#[derive(Default)]
struct Pieces {
    done: Vec<(String, Option<Role>)>,
    open: String,
    role: Option<Role>,
    /// How many lists are open.
    lists: usize,
    /// Inside what shows nothing: the head of the file.
    hidden: bool,
    /// Whether a title was found.
    titled: bool,
}

impl Pieces {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.finish(tag),
            Event::Text(text) | Event::Code(text) if !self.hidden => self.open.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.open.push(' '),
            Event::Rule => self.end(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::MetadataBlock(_) => self.hidden = true,
            Tag::Heading { level, .. } => {
                self.end();
                let title = !self.titled && *level == HeadingLevel::H1;
                self.titled |= title;
                self.role = Some(if title { Role::Headline } else { Role::Subheading });
            }
            Tag::List(_) => {
                self.end();
                self.lists += 1;
            }
            Tag::Item => {
                self.end();
                self.role = Some(Role::ListItem);
            }
            // A picture with a paragraph of its own is what its caption says.
            Tag::Image { .. } if self.open.trim().is_empty() => self.role = Some(Role::Caption),
            Tag::Paragraph if self.lists > 0 && self.role == Some(Role::ListItem) => {}
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::TableRow | Tag::TableHead => {
                self.end()
            }
            _ => {}
        }
    }

    fn finish(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.hidden = false,
            TagEnd::TableCell => self.open.push_str(" · "),
            TagEnd::List(_) => {
                self.end();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::FootnoteDefinition => self.end(),
            _ => {}
        }
    }

    fn end(&mut self) {
        let open = std::mem::take(&mut self.open);
        let role = self.role.take();
        let line = open.trim_end_matches([' ', '·']).split_whitespace().collect::<Vec<&str>>().join(" ");
        if line.contains(char::is_alphanumeric) {
            self.done.push((line, role));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKDOWN: &str = "---\ntitle: x\n---\n# Ferry *sinks*\n\n**LOWHAVEN** (AP) -- The [ferry](https://a.example/b \"t\") \
        sank\non Tuesday.[^1]\n\n> \"No one\" was hurt.\n\n![The ferry](f.jpg)\n\n## Why\n\n- First\n- Second\n\n\
        | Town | Dead |\n|---|---|\n| Ostby | 3 |\n\n[^1]: See the report.\n";

    #[test]
    fn signs_are_layout() {
        let article = article("x.md".to_owned(), MARKDOWN).unwrap();
        let blocks: Vec<(&str, Role)> = (0..article.blocks.len())
            .map(|block| (article.block_text(block), article.blocks[block].role))
            .collect();
        assert_eq!(
            blocks,
            [
                ("Ferry sinks", Role::Headline),
                ("LOWHAVEN (AP) -- The ferry sank on Tuesday.", Role::Body),
                ("\"No one\" was hurt.", Role::Body),
                ("The ferry", Role::Caption),
                ("Why", Role::Subheading),
                ("First", Role::ListItem),
                ("Second", Role::ListItem),
                ("Town · Dead", Role::Body),
                ("Ostby · 3", Role::Body),
                ("See the report.", Role::Body),
            ]
        );
        assert_eq!(article.marks[0].span.of(&article.text), "LOWHAVEN (AP) --");
    }

    #[test]
    fn markdown_is_told_by_several_signs() {
        for text in ["# Title\n\n**Ostby** is small.", "[a](http://x) [b](http://y) and [c](https://z)"] {
            assert!(is_markdown(text, false), "{text}");
        }
        for text in ["# 1 in the charts", "A plain text.", "#1 and **2", "He said [it](sic) twice."] {
            assert!(!is_markdown(text, false), "{text}");
        }
        assert!(is_markdown("A plain text.", true));
        assert!(article(String::new(), "---\n\n***\n").is_none());
    }
}
