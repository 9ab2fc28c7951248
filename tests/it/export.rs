//! Exports of the sample story: nothing is lost, and a selection says who else says it.

use std::collections::{BTreeMap, BTreeSet};

use parallax::article::{Article, SentenceId};
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

/// The policy of the web page allows what stands in it and nothing else.
#[test]
fn the_policy_of_the_web_page_knows_its_style_and_script() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let page = export(&sample(), &Scope::Everything, Format::Html);
    for (file, tag) in [
        (include_str!("../../assets/export/page.css"), "style"),
        (include_str!("../../assets/export/page.js"), "script"),
    ] {
        assert!(page.contains(&format!("<{tag}>{file}</{tag}>")));
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(file));
        assert!(page.contains(&format!("{tag}-src 'sha256-{hash}'")), "the {tag} has become {hash}");
        assert!(!file.contains("</") && !file.contains("http"), "{file}");
    }
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
    for &format in Format::ALL {
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

/// The cells of a table, by row and by the name of the column.
fn rows(table: &str, separator: u8) -> Vec<BTreeMap<String, String>> {
    let quoted = separator == b',';
    let mut table =
        csv::ReaderBuilder::new().delimiter(separator).quoting(quoted).from_reader(table.as_bytes());
    table.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn a_table_has_every_match_once_and_every_sentence_at_all() {
    let comparison = sample();
    for (format, separator) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
        let rows = rows(&export(&comparison, &Scope::Everything, format), separator);
        let sentence = |row: &BTreeMap<String, String>, side: &str| {
            let article =
                (0..comparison.articles.len()).find(|&a| letter(a) == row[&format!("source_{side}")]);
            Some(SentenceId::new(article?, row[&format!("sentence_{side}")].parse().ok()?))
        };
        let mut pairs = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for row in &rows {
            let a = sentence(row, "a").unwrap();
            // The apostrophe before an account's name keeps it from being a formula.
            assert_eq!(row["text_a"].trim_start_matches('\''), one_line(&comparison.wording(a)));
            seen.insert(a);
            let Some(b) = sentence(row, "b") else {
                assert_eq!(comparison.matches_of(a).count(), 0);
                continue;
            };
            seen.insert(b);
            let found = comparison.match_between(a, b).expect("a match");
            assert_eq!(row["score"].parse::<f64>().unwrap(), found.score.probability());
            assert_eq!(row["certainty"], format!("{:?}", found.certainty).to_lowercase());
            assert_eq!(row["disagreements"].is_empty(), found.disagreements.is_empty());
            assert!(pairs.insert((a, b)));
        }
        assert_eq!(pairs.len(), comparison.matches.len());
        assert_eq!(seen.len(), comparison.sentences().count());
    }
}

#[test]
fn a_table_of_one_status_has_all_its_sentences() {
    let comparison = sample();
    let rows = rows(&export(&comparison, &Scope::Only(Status::Unique), Format::Csv), b',');
    let unique =
        (0..comparison.articles.len()).map(|article| comparison.counts(article).unique).sum::<usize>();
    assert_eq!(rows.len(), unique);
    assert!(rows.iter().all(|row| row["status_a"] == "unique" && row["text_b"].is_empty()));
}

#[test]
fn no_cell_is_a_formula() {
    let text = "=HYPERLINK(\"http://evil.example\";\"Read the whole story here\") said the mayor.\n\n\
                +49 people, and \"one\" dog,\twere saved.\n";
    let comparison = compare(vec![Article::from_text("@x.txt", text)], Settings::default());
    for format in [Format::Csv, Format::Tsv] {
        let table = export(&comparison, &Scope::Everything, format);
        let cells: Vec<String> = match format {
            // Quotation marks mean nothing there.
            Format::Tsv => table.split(['\t', '\n']).map(str::to_owned).collect(),
            _ => rows(&table, b',').into_iter().flat_map(BTreeMap::into_values).collect(),
        };
        assert!(cells.iter().any(|cell| cell.contains("HYPERLINK")), "{table}");
        assert!(!cells.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{table}");
        assert!(table.lines().count() == 3, "{table}");
    }
}
