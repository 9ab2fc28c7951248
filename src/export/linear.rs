//! One article after the other, each sentence with what became of it in words: for ears, and for braille. No signs, no
//! drawing, no columns.

use std::io::{self, Write};

use super::report::{remark, summary};
use crate::article::{Role, SentenceId};
use crate::comparison::Comparison;
use crate::digest::disputes;
use crate::say::{self, letter, one_line};
use crate::source::LeftOut;

/// Writes the articles one after the other, each sentence with what the others have for it in words.
///
/// # Errors
/// When `out` can't be written to.
pub fn write_linear(out: &mut dyn Write, comparison: &Comparison, left_out: &[LeftOut]) -> io::Result<()> {
    let title = comparison.names.first().map_or("", |names| &names.label);
    writeln!(out, "{}.", one_line(title).trim_end_matches('.'))?;
    writeln!(out, "{}.", summary(comparison, &disputes(comparison)))?;
    for index in 0..comparison.articles.len() {
        article(out, comparison, index)?;
    }
    for LeftOut { source, reason } in left_out {
        writeln!(out, "\nLeft out: {}", one_line(&format!("{source}: {reason}")))?;
    }
    Ok(())
}

fn article(out: &mut dyn Write, comparison: &Comparison, index: usize) -> io::Result<()> {
    let (source, names) = (&comparison.articles[index], &comparison.names[index]);
    let counts = comparison.counts(index);
    let name = names.outlet.as_deref().unwrap_or(&names.label);
    writeln!(
        out,
        "\nSource {}: {}. {} shared, {} told differently, {} possible, {} only here.",
        letter(index),
        one_line(name),
        counts.shared,
        counts.disputed,
        counts.possible,
        counts.unique
    )?;
    let blocks = source.blocks.len();
    let flagged = |block: usize| comparison.flag(index, block).is_some();
    let mut block = 0;
    while block < blocks {
        if flagged(block) {
            let end = (block..blocks).find(|&block| !flagged(block)).unwrap_or(blocks);
            writeln!(out, "\n{} left out: not the story.", say::count(end - block, "line"))?;
            block = end;
            continue;
        }
        writeln!(out)?;
        let role = source.blocks.get(block).map_or(Role::Body, |block| block.role);
        if role != Role::Body {
            let word = say::role(role);
            let mut letters = word.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            writeln!(out, "{first}{}:", letters.as_str())?;
        }
        let sentences = source.sentences_of(block);
        if sentences.is_empty() {
            writeln!(out, "{}", one_line(source.block_text(block)))?;
        }
        for sentence in sentences {
            let id = SentenceId::new(index, sentence);
            writeln!(out, "{}", one_line(&comparison.wording(id)))?;
            writeln!(out, "({})", remark(comparison, id))?;
        }
        block += 1;
    }
    Ok(())
}
