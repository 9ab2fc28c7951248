//! `parallax explain`: what every line was found to be, and what led there.

use std::io::{self, Write};

use parallax::article::{Article, Mark};
use parallax::comparison::Explained;
use parallax::offtopic::Explanation;
use parallax::say::{self, one_line};
use parallax::segment::{self, NamedRule};
use unicode_width::UnicodeWidthChar;

/// Columns that no line leaves.
const WIDTH: usize = 80;
/// Columns before what is said of a line.
const INDENT: usize = 7;
/// Columns before what a piece of evidence finds.
const EVIDENCE: usize = INDENT + 8;

/// Writes what led to the verdict on each line of each article.
pub fn write(out: &mut dyn Write, explained: &[Explained]) -> io::Result<()> {
    for (number, Explained { article, lines, .. }) in explained.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        heading(out, article, lines)?;
        let cuts = segment::mark_rules(article);
        for (index, (line, rule)) in lines.iter().zip(segment::role_rules(article)).enumerate() {
            writeln!(out)?;
            block(out, article, index, rule, &cuts, line)?;
        }
    }
    Ok(())
}

/// Names an article, and how its page came.
fn heading(out: &mut dyn Write, article: &Article, lines: &[Explanation]) -> io::Result<()> {
    writeln!(out, "{}", cut(&article.location, WIDTH))?;
    let whole = lines.first().is_some_and(|line| line.whole_page);
    let came = if whole { "a page pasted whole" } else { "an article as somebody extracted it" };
    writeln!(out, "{}, in {}, {came}", say::count(article.blocks.len(), "line"), article.language)
}

fn block(
    out: &mut dyn Write,
    article: &Article,
    index: usize,
    rule: NamedRule,
    cuts: &[NamedRule],
    line: &Explanation,
) -> io::Result<()> {
    let Some(block) = article.blocks.get(index) else { return Ok(()) };
    let sign = if line.flag.is_some() { '×' } else { ' ' };
    let lead = format!("{:>4} {sign} ", index + 1);
    writeln!(out, "{lead}{}", cut(article.block_text(index), WIDTH - INDENT))?;

    let again = block.repeats.map(|earlier| format!(", prints line {} again", earlier + 1));
    let role = format!("{}{}", say::role(block.role), again.unwrap_or_default());
    wrapped(out, "role", &role)?;
    wrapped(out, "", &format!("{}: {}", rule.name, rule.finds))?;
    let first = article.marks.partition_point(|mark| mark.block < index);
    let marks = article.marks.iter().zip(cuts).skip(first).take_while(|(mark, _)| mark.block == index);
    for (Mark { kind, span, .. }, rule) in marks {
        let room = WIDTH - EVIDENCE - 12;
        wrapped(out, "inside", &format!("{} {}", say::mark(*kind), cut(span.of(&article.text), room)))?;
        wrapped(out, "", &format!("{}: {}", rule.name, rule.finds))?;
    }
    if let Some(phrase) = &line.phrase {
        wrapped(out, "phrase", &cut(&phrase.printed, WIDTH - EVIDENCE))?;
        wrapped(out, "", &format!("{}, {}: {}", phrase.group, phrase.proof, phrase.finds))?;
    }
    for clue in &line.contributions {
        wrapped(out, &format!("{:+.2}", clue.gain), clue.finds)?;
    }
    if !line.contributions.is_empty() {
        wrapped(out, &format!("= {:+.2}", line.sum), "off-topic from 0 on")?;
    } else if let Some(flag) = &line.flag {
        flag.reasons.iter().try_for_each(|reason| wrapped(out, "page", reason))?;
    }
    let verdict = match &line.flag {
        Some(flag) if line.by_contributions => {
            format!("off-topic: {}, {}", say::flag(flag), say::odds(flag.confidence))
        }
        Some(flag) => {
            format!("off-topic, {}: {}, {}", line.ruling, say::flag(flag), say::odds(flag.confidence))
        }
        None if line.by_contributions => "kept".to_owned(),
        None => line.ruling.to_owned(),
    };
    wrapped(out, "verdict", &verdict)
}

/// Writes `text` behind a word, on as many lines as it needs.
fn wrapped(out: &mut dyn Write, word: &str, text: &str) -> io::Result<()> {
    let mut lead = word;
    let mut line = String::new();
    for next in text.split(' ') {
        if !line.is_empty() && EVIDENCE + width(&line) + 1 + width(next) > WIDTH {
            writeln!(out, "{:INDENT$}{lead:8}{line}", "")?;
            lead = "";
            line.clear();
        }
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(next);
    }
    writeln!(out, "{:INDENT$}{lead:8}{line}", "")
}

/// The beginning of `text` on one line, in `room` columns at the most.
fn cut(text: &str, room: usize) -> String {
    /// A line shows no more characters, however many of them take no column.
    const CHARACTERS: usize = 4 * WIDTH;
    let shown: String = one_line(&text.chars().take(CHARACTERS).collect::<String>()).into_owned();
    if width(&shown) <= room && text.chars().nth(CHARACTERS).is_none() {
        return shown;
    }
    let mut columns = 1;
    let fits = |c: &char| {
        columns += c.width().unwrap_or(0);
        columns <= room
    };
    let mut beginning: String = shown.chars().take_while(fits).collect();
    beginning.truncate(beginning.trim_end().len());
    beginning.push('…');
    beginning
}

/// Columns of `text`, character by character: never fewer than it takes.
fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_cut_at_a_column() {
        assert_eq!(cut("one two", 7), "one two");
        assert_eq!(cut("one two three", 9), "one two…");
        assert_eq!(cut("東京の橋が閉鎖", 9), "東京の橋…");
        assert_eq!(cut("a\n b\u{1b}c", 9), "a b␛c");
        assert_eq!(width(&cut(&"\u{301}".repeat(9_000), 9)), 1);
    }
}
