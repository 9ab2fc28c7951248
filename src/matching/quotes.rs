//! Which words stand inside quotation marks.

use crate::article::{Article, Span};
use crate::lexis::Token;
use crate::text::marks::{Quotations, Turn, with_neighbours};

/// The quotations of an article: what stands between quotation marks, in order and disjoint.
///
/// Marks are passed over. A quotation that a paragraph leaves open ends with it: newspapers open the next paragraph with a
/// quotation mark again.
#[must_use]
pub fn of(article: &Article) -> Vec<Span> {
    let mut quotations = Vec::new();
    for block in &article.blocks {
        let text = block.span.of(&article.text);
        let mut open: Option<usize> = None;
        let mut quotes = Quotations::default();
        let mut marks = article.marks_in(block.span).iter().peekable();
        for (offset, before, c, after) in with_neighbours(text) {
            let at = block.span.start + offset;
            // What a machine dropped into the block opens and closes nothing of it.
            while marks.next_if(|mark| mark.span.end <= at).is_some() {}
            if marks.peek().is_some_and(|mark| mark.span.start <= at) {
                continue;
            }
            match quotes.pass(before, c, after) {
                Some(Turn::Opens) => open = Some(at + c.len_utf8()),
                Some(Turn::Closes) => quotations.extend(open.take().map(|start| Span::new(start, at))),
                None => {}
            }
        }
        if let Some(start) = open {
            quotations.push(Span::new(start, block.span.end));
        }
    }
    quotations
}

/// Those of `quotations` that have something in common with a sentence of these words.
pub(super) fn near<'a>(quotations: &'a [Span], sentence: &[Token]) -> &'a [Span] {
    let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { return &[] };
    let before = quotations.partition_point(|quotation| quotation.end <= first.span().start);
    let rest = &quotations[before..];
    &rest[..rest.partition_point(|quotation| quotation.start < last.span().end)]
}

/// Whether `span` lies inside one of `quotations`.
pub(super) fn hold(quotations: &[Span], span: Span) -> bool {
    let before = quotations.partition_point(|quotation| quotation.start <= span.start);
    before
        .checked_sub(1)
        .and_then(|index| quotations.get(index))
        .is_some_and(|quotation| quotation.contains(span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    fn quotations(text: &str) -> Vec<String> {
        let article = Article::from_text("", text);
        of(&article).into_iter().map(|span| span.of(&article.text).to_owned()).collect()
    }

    #[test]
    fn straight_and_curly_marks_open_and_close() {
        assert_eq!(quotations("She said \"no\" and \u{201c}never\u{201d} again."), ["no", "never"]);
        assert_eq!(quotations("Er sagte: \u{201e}Nein.\u{201c} Dann ging er."), ["Nein."]);
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph() {
        let text = "\u{201c}We begin, and there is more to come.\n\n\u{201c}And we end.\u{201d} Nothing more was said.";
        assert_eq!(quotations(text), ["We begin, and there is more to come.", "And we end."]);
    }

    #[test]
    fn a_span_is_held_only_as_a_whole() {
        let quotations = [Span::new(5, 10), Span::new(20, 30)];
        assert!(hold(&quotations, Span::new(5, 10)));
        assert!(hold(&quotations, Span::new(22, 25)));
        assert!(!hold(&quotations, Span::new(8, 12)));
        assert!(!hold(&quotations, Span::new(0, 4)));
    }
}
