//! Exports of the sample story: nothing is lost, and a selection says who else says it.

use std::collections::BTreeSet;

use parallax::article::SentenceId;
use parallax::comparison::{Comparison, Settings, Status, compare};
use parallax::export::{Format, Scope, write};
use parallax::say::{letter, one_line};

fn sample() -> Comparison {
    compare(parallax::sample::articles(), Settings::default())
}

fn export(comparison: &Comparison, scope: &Scope, format: Format) -> String {
    let mut out = Vec::new();
    write(&mut out, comparison, &[], scope, format).expect("memory takes everything");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn the_report_loses_no_sentence() {
    let comparison = sample();
    let report = export(&comparison, &Scope::Everything, Format::Text);
    let words = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let report = words(&report.to_lowercase());
    for id in comparison.sentences() {
        let text = &comparison.wording(id);
        // Sentences with the same words are one line, in the spelling of the first.
        let same = std::iter::once(id).chain(comparison.matches_of(id).filter_map(|found| found.other(id)));
        let shown = same.map(|id| words(&comparison.wording(id).to_lowercase())).any(|s| report.contains(&s));
        assert!(shown, "{id:?}: {text}");
    }
}

#[test]
fn an_export_is_the_same_each_time() {
    for format in [Format::Text, Format::Markdown, Format::Json] {
        let first = export(&sample(), &Scope::Everything, format);
        assert_eq!(first, export(&sample(), &Scope::Everything, format));
    }
}

#[test]
fn a_selection_gives_the_sentences_their_sources_and_who_else_says_them() {
    let comparison = sample();
    let of = |status| comparison.sentences().find(|&id| comparison.finding(id).status == status);
    let (Some(shared), Some(unique)) = (of(Status::Shared), of(Status::Unique)) else {
        panic!("the sample story has both");
    };
    let scope = Scope::Selection(BTreeSet::from([shared, unique]));
    for format in [Format::Text, Format::Markdown] {
        let export = export(&comparison, &scope, format);
        for id in [shared, unique] {
            let article = &comparison.articles[id.article];
            if format == Format::Text {
                assert!(export.contains(&*one_line(&comparison.wording(id))), "{export}");
                assert!(export.contains(&article.location), "{export}");
            }
            assert!(export.contains(&format!("{}: ", letter(id.article))), "{export}");
        }
        let other = comparison.matches_of(shared).find_map(|found| found.other(shared)).expect("a match");
        let remark = export.lines().find_map(|line| line.trim().strip_prefix("shared: ")).expect("a remark");
        assert!(remark.contains(&letter(other.article)), "{remark}");
        assert!(!export.starts_with('\n') && !export.contains("\n\n\n"), "{export}");
        assert!(export.contains("only here"), "{export}");
        let quotes = export.lines().filter(|line| line.starts_with("> ")).count();
        assert_eq!(quotes, if format == Format::Markdown { 2 } else { 0 });
    }
}

#[test]
fn a_selection_as_json_keeps_its_numbers() {
    let comparison = sample();
    let id = SentenceId::new(2, 5);
    let json = export(&comparison, &Scope::Selection(BTreeSet::from([id])), Format::Json);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let kept: Vec<&serde_json::Value> = json["articles"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|a| a["sentences"].as_array().unwrap())
        .collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0]["index"], id.sentence);
    assert_eq!(json["articles"][2]["sentences"][0], *kept[0]);
}
