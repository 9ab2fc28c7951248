//! What led to a verdict can be read: clue by clue, and what overruled them.

use parallax::lexis::Lexis;
use parallax::offtopic::{self, Explanation};
use parallax::sample;

use super::article;

fn explain(text: &str) -> Vec<Explanation> {
    let articles = [article(text)];
    offtopic::explain(&articles, &Lexis::of(&articles)).remove(0)
}

#[test]
fn contributions_add_up_to_the_verdict() {
    let articles = sample::articles();
    let lexis = Lexis::of(&articles);
    let explained = offtopic::explain(&articles, &lexis);
    let flags = offtopic::detect(&articles, &lexis);
    for (explained, flags) in explained.iter().zip(&flags) {
        assert_eq!(explained.len(), flags.len());
        for (line, flag) in explained.iter().zip(flags) {
            assert_eq!(&line.flag, flag);
            let sum: f32 = line.contributions.iter().map(|contribution| contribution.gain).sum();
            assert!((sum - line.sum).abs() < 1e-4, "{line:#?}");
            assert!(!line.by_contributions || flag.is_some() == (line.sum >= 0.0), "{line:#?}");
        }
    }
}

#[test]
fn a_phrase_is_told_as_the_line_prints_it() {
    let paragraph =
        "The harbour board voted on Tuesday to close the old ferry terminal before the winter storms.";
    let explained =
        explain(&format!("Ferry terminal to close\n\n{paragraph}\n\nMore News:  Plums are late\n"));
    let phrase = explained[2].phrase.as_ref().unwrap();
    assert_eq!((phrase.printed.as_str(), phrase.proof), ("More News:", "strong"));
    assert!(explained[2].contributions.iter().any(|clue| clue.name == "phrase" && clue.gain > 0.0));
    assert_eq!(explained[0].ruling, "kept: headline, author, date or caption of an extracted article");
}
