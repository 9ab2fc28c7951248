//! A report as Markdown (CommonMark, with the tables of GitHub's dialect).

use std::borrow::Cow;
use std::io::{self, Write};

use super::sheet::{Sheet, SheetItem, SourceLine};
use crate::article::Span;
use crate::say::{Sign, one_line};

/// Markdown.
pub(super) struct Markdown<'a> {
    out: &'a mut dyn Write,
    /// What was written last, which says whether a blank line has to follow.
    last: Last,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    SheetItem,
    Other,
}

impl<'a> Markdown<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, last: Last::Nothing }
    }

    /// Writes the blank line before a part, where one is due.
    fn begin(&mut self, part: Last) -> io::Result<()> {
        let before = std::mem::replace(&mut self.last, part);
        if before == Last::Nothing || (before, part) == (Last::SheetItem, Last::SheetItem) {
            return Ok(());
        }
        writeln!(self.out)
    }
}

impl Sheet for Markdown<'_> {
    fn title(&mut self, title: &str, summary: &str) -> io::Result<()> {
        self.begin(Last::Other)?;
        writeln!(self.out, "# {}\n\n{}", escaped(title), escaped(summary))
    }

    fn sources(&mut self, sources: &[SourceLine<'_>]) -> io::Result<()> {
        self.begin(Last::Other)?;
        writeln!(
            self.out,
            "| | Source | Sentences | Shared | Disputed | Possible | Only here | Off-topic lines |"
        )?;
        writeln!(self.out, "|---|---|--:|--:|--:|--:|--:|--:|")?;
        for SourceLine { letter, label, origin, notes, counts } in sources {
            write!(self.out, "| **{letter}** | {}", escaped(label))?;
            if !origin.is_empty() {
                write!(self.out, "<br>{}", escaped(origin))?;
            }
            for note in *notes {
                write!(self.out, "<br>*{}*", escaped(note))?;
            }
            writeln!(
                self.out,
                " | {} | {} | {} | {} | {} | {} |",
                counts.sentences,
                counts.shared,
                counts.disputed,
                counts.possible,
                counts.unique,
                counts.off_topic_blocks
            )?;
        }
        Ok(())
    }

    fn section(&mut self, heading: &str, _badges: usize) -> io::Result<()> {
        self.begin(Last::Other)?;
        writeln!(self.out, "## {}", escaped(heading))
    }

    fn item(&mut self, item: &SheetItem<'_>) -> io::Result<()> {
        let SheetItem { nested, badge, sign, lead, text, loud } = item;
        self.begin(Last::SheetItem)?;
        write!(self.out, "{}- ", if *nested { "  " } else { "" })?;
        if !badge.is_empty() {
            write!(self.out, "**{badge}** ")?;
        }
        if let Some(sign) = sign {
            // A plus would begin a list inside the list.
            let escape = if *sign == Sign::OnlyHere { "\\" } else { "" };
            write!(self.out, "{escape}{} ", sign.unicode())?;
        }
        if !lead.is_empty() {
            write!(self.out, "*{}:* ", escaped(lead))?;
        }
        writeln!(self.out, "{}", emphasised(text, loud))
    }

    fn quote(&mut self, text: &str, remark: &str) -> io::Result<()> {
        self.begin(Last::Other)?;
        writeln!(self.out, "> {}\n\n{}", escaped(text), escaped(remark))
    }

    fn note(&mut self, text: &str) -> io::Result<()> {
        self.begin(Last::Other)?;
        writeln!(self.out, "**Note:** {}", escaped(text))
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        self.begin(Last::Other)?;
        writeln!(self.out, "{}", escaped(text))
    }
}

/// `text` on one line with some of its words in bold. Bold begins and ends at a word, as Markdown wants it.
fn emphasised(text: &str, loud: &[Span]) -> String {
    let (mut line, mut at) = (String::new(), 0);
    let mut put = |part: &str, mark: &str| {
        let inner = part.trim();
        let apart = |blank: bool| if blank { " " } else { "" };
        line.push_str(apart(part.starts_with(char::is_whitespace)));
        if !inner.is_empty() {
            line.push_str(&format!("{mark}{}{mark}", escaped(inner)));
            line.push_str(apart(part.ends_with(char::is_whitespace)));
        }
    };
    for span in loud {
        put(text.get(at..span.start).unwrap_or_default(), "");
        put(span.of(text), "**");
        at = span.end;
    }
    put(text.get(at..).unwrap_or_default(), "");
    line.trim().to_owned()
}

/// `text` on one line, so that Markdown shows it and does nothing else with it.
fn escaped(text: &str) -> Cow<'_, str> {
    let line = one_line(text);
    let special =
        |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '#');
    if !line.contains(special) && !opens_a_block(&line) {
        return line;
    }
    let mut escaped = String::with_capacity(line.len() + 8);
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        if special(c)
            || (at == 0 && matches!(c, '+' | '-' | '='))
            || (at == number && number > 0 && matches!(c, '.' | ')'))
        {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    Cow::Owned(escaped)
}

/// Whether a line that starts so would be an item of a list or a rule.
fn opens_a_block(line: &str) -> bool {
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['+', '-', '='])
        || (after_number.len() < line.len() && after_number.starts_with(['.', ')']))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::*;

    /// The text that the Markdown shows.
    fn shown(markdown: &str) -> String {
        Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
            .filter_map(|event| match event {
                Event::Text(text) => Some(text.into_string()),
                Event::Code(code) => Some(format!("code {code}")),
                Event::Html(html) | Event::InlineHtml(html) => Some(format!("html {html}")),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn what_means_something_to_markdown_is_shown_as_it_is() {
        for text in [
            "# not a heading #",
            "- not an item",
            "+ nor this",
            "1. nor this",
            "1986) nor this",
            "> not a quotation",
            "=== ---",
            "*b* _i_ ~~s~~ `c` [l](http://x) ![i](x) <b> <script>alert(1)</script> &amp; &#x1b; a|b \\ \\*",
            "```",
            "-",
        ] {
            assert_eq!(shown(&format!("- {}\n", escaped(text))), text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_shown_as_it_is(text in "[-#+*_~`<>&|!.()\\[\\]=\\\\1a \\n\u{1b}é:/@$^\"']{1,24}") {
            let line = one_line(&text);
            for frame in ["- ", "  - **AB** ≈ ", "> ", "# ", ""] {
                let markdown = format!("{frame}{}\n", escaped(&text));
                let before: String = frame.chars().filter(|c| c.is_alphabetic() || *c == '≈').collect();
                let all: String = shown(&markdown).chars().filter(|c| !c.is_whitespace()).collect();
                let expected: String = line.chars().filter(|c| !c.is_whitespace()).collect();
                prop_assert_eq!(all, before + &expected, "{}", markdown);
            }
            let table = format!("| a | b |\n|---|---|\n| {} | end |\n", escaped(&text));
            let cells: String = shown(&table).chars().filter(|c| !c.is_whitespace()).collect();
            let expected: String = line.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(cells, format!("ab{expected}end"), "{}", table);
        }
    }
}
