//! What must hold for any text.

use parallax::article::{Article, MarkKind, Span};
use parallax::naming::Names;
use proptest::prelude::*;

fn cut(text: &str) -> Article {
    Article::from_text("any.txt", text)
}

fn on_boundaries(text: &str, span: Span) -> bool {
    span.start < span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end)
}

fn ordered(spans: &[Span]) -> bool {
    spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
}

/// Everything that later stages rely on.
fn check(text: &str) -> Result<(), TestCaseError> {
    let article = cut(text);
    prop_assert_eq!(&article.text, text);
    let blocks: Vec<Span> = article.blocks.iter().map(|block| block.span).collect();
    let marks: Vec<Span> = article.marks.iter().map(|mark| mark.span).collect();
    let sentences: Vec<Span> = article.sentences.iter().map(|sentence| sentence.span).collect();
    for spans in [&blocks, &marks, &sentences] {
        prop_assert!(spans.iter().all(|&span| on_boundaries(text, span)), "{spans:?}");
        prop_assert!(ordered(spans), "{spans:?}");
    }
    for sentence in &article.sentences {
        prop_assert!(blocks[sentence.block].contains(sentence.span));
        for mark in article.marks.iter().filter(|mark| mark.span.overlaps(sentence.span)) {
            prop_assert!(mark.kind == MarkKind::OffTopic && sentence.span.contains(mark.span), "{mark:?}");
        }
        let inside = sentence.span.of(text);
        prop_assert_eq!(inside.trim(), inside);
    }
    for mark in &article.marks {
        prop_assert!(blocks[mark.block].contains(mark.span));
    }
    for (index, block) in article.blocks.iter().enumerate() {
        prop_assert!(
            !article.sentences_of(index).is_empty(),
            "a block without a sentence: {:?}",
            block.span.of(text)
        );
        prop_assert!(block.repeats.is_none_or(|earlier| earlier < index));
    }
    // Nothing but marks, white space and zero-width characters lies between sentences; nothing but
    // bullets besides lies between blocks.
    let shows = |c: char| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    for (at, c) in text.char_indices().filter(|&(_, c)| shows(c)) {
        let here = Span::new(at, at + c.len_utf8());
        let within = |spans: &[Span]| spans.iter().any(|span| span.contains(here));
        if within(&blocks) {
            prop_assert!(within(&sentences) || within(&marks), "{c:?} at {at} is in no sentence");
        } else {
            prop_assert!(!c.is_alphanumeric(), "{c:?} at {at} is in no block");
        }
    }
    let names = Names::of(&article, |_| true);
    let named = [Some(&names.label), names.title.as_ref(), names.outlet.as_ref(), names.byline.as_ref()];
    prop_assert!(named.into_iter().flatten().all(|name| !name.contains(char::is_control)));
    Ok(())
}

/// Pieces that the rules look for, glued together in any order.
fn newspaper() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("WASHINGTON (AFP) – "),
        Just("AFP | "),
        Just("(CNN) "),
        Just(" - KWWL - "),
        Just(" | Reuters"),
        Just("By "),
        Just("Jane Doe"),
        Just("Updated: "),
        Just("5 May 2017 "),
        Just("(AP Photo/"),
        Just("Photo by "),
        Just(")"),
        Just("• "),
        Just("- "),
        Just("1. "),
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\n\n"),
        Just("    "),
        Just("\u{a0}"),
        Just("\u{2028}"),
        Just("\u{200b}"),
        Just("\u{feff}"),
        Just("\""),
        Just("“"),
        Just("”"),
        Just("’"),
        Just("("),
        Just("["),
        Just("..."),
        Just("… "),
        Just(". "),
        Just("? "),
        Just("! "),
        Just("。"),
        Just("U.S. "),
        Just("Inc. "),
        Just("Rep. "),
        Just("Jane Ann DoeSenate "),
        Just("Jane Doe "),
        Just("(D-Ohio) "),
        Just(" MORE"),
        Just("D.C. "),
        Just("J. "),
        Just("Twitter "),
        Just("said "),
        Just("the "),
        Just("ß"),
        Just("İ"),
        Just("日本"),
        Just("مرحبا؟ "),
        Just("\u{202e}"),
        Just("\u{1b}[31m"),
        Just("\0"),
        Just("e\u{301}"),
        Just("🇺🇸"),
        Just("Story highlights"),
        Just("READ MORE "),
        Just("ADVERTISEMENT "),
        Just("(RELATED: "),
        Just("Read more: "),
        Just("Click here to "),
        Just("a line of words that has no end mark and goes on"),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_cut_soundly(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_lines_are_cut_soundly(lines in prop::collection::vec("\\PC{0,90}", 0..12)) {
        check(&lines.join("\n"))?;
    }

    #[test]
    fn anything_like_a_newspaper_is_cut_soundly(text in newspaper()) {
        check(&text)?;
    }

    #[test]
    fn hard_wrapped_prose_is_one_block(words in prop::collection::vec("[a-z]{1,9}", 60..150), width in 60usize..80) {
        let mut text = String::new();
        let mut column = 0;
        for word in &words {
            if column > 0 && column + 1 + word.len() > width {
                text.push('\n');
                column = 0;
            } else if column > 0 {
                text.push(' ');
                column += 1;
            }
            text.push_str(word);
            column += word.len();
        }
        let article = cut(&text);
        prop_assert_eq!(article.blocks.len(), 1);
        prop_assert_eq!(article.sentences.len(), 1);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let reading = parallax::read::sources(&[parallax::read::Source::StandardInput], &mut bytes.as_slice());
        prop_assert_eq!(reading.articles.len() + reading.left_out.len(), 1);
        for article in &reading.articles {
            check(&article.text)?;
        }
    }
}
