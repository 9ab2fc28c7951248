//! The JSON against its schema, and what the schema can't say.

use parallax::comparison::{Correction, Corrections, Settings, compare};
use parallax::export::{self, Format, Scope};
use parallax::say::acts;
use serde_json::{Value, json};

use super::program::{bridge, file, folder, run};

/// The comparison that was printed, after a check against the schema.
fn valid(out: &str) -> Value {
    let schema: Value =
        serde_json::from_str(include_str!("../../../assets/comparison.schema.json")).expect("a schema");
    let comparison: Value = serde_json::from_str(out).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let errors: Vec<String> = validator
        .iter_errors(&comparison)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    comparison
}

fn number(value: &Value) -> usize {
    value.as_u64().and_then(|number| usize::try_from(number).ok()).expect("an index")
}

fn span(value: &Value) -> std::ops::Range<usize> {
    number(&value[0])..number(&value[1])
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().expect("a list")
}

/// Spans lie in their text on character boundaries, in order and inside their block; indices name what is there.
fn consistent(comparison: &Value) {
    let articles = list(comparison, "articles");
    for article in articles {
        let text = article["text"].as_str().expect("a text");
        let blocks = list(article, "blocks");
        for block in blocks {
            assert!(text.get(span(&block["span"])).is_some_and(|text| !text.is_empty()), "{block}");
        }
        let mut end = 0;
        for (index, sentence) in list(article, "sentences").iter().enumerate() {
            assert_eq!(number(&sentence["index"]), index);
            let inside = span(&sentence["span"]);
            let block = span(&blocks[number(&sentence["block"])]["span"]);
            assert!(text.get(inside.clone()).is_some_and(|text| !text.is_empty()), "{sentence}");
            assert!(block.start <= inside.start && inside.end <= block.end, "{sentence}");
            assert!(end <= inside.start, "{sentence}");
            end = inside.end;
        }
    }
    let sentence = |id: &Value| &articles[number(&id[0])]["sentences"][number(&id[1])];
    for (index, statement) in list(comparison, "statements").iter().enumerate() {
        for id in list(statement, "sentences") {
            assert!(list(sentence(id), "statements").contains(&index.into()), "{statement}");
        }
    }
    for found in list(comparison, "matches") {
        for (side, id) in [("a", &found["a"]), ("b", &found["b"])] {
            let inside = span(&sentence(id)["span"]);
            for run in list(found, "runs").iter().chain(list(found, "disagreements")) {
                let run = span(&run[side]);
                assert!(inside.start <= run.start && run.end <= inside.end, "{found}");
            }
        }
    }
}

#[test]
fn the_sample_story_keeps_the_contract() {
    let ran = run(&bridge(), &["compare", "--format", "json"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    let comparison = valid(&ran.out);
    consistent(&comparison);
    assert_eq!(list(&comparison, "articles").len(), 5);
}

#[test]
fn corrections_keep_the_contract() {
    let articles = parallax::sample::articles();
    let mut corrections = Corrections::default();
    corrections.set(&articles[0], 3, Correction::OffTopic);
    corrections.set(&articles[4], 40, Correction::Story);
    let corrected = compare(articles, Settings::default()).corrected(corrections);
    let mut out = Vec::new();
    export::write(&mut out, &corrected, &[], &Scope::Everything, Format::Json).unwrap();
    let comparison = valid(std::str::from_utf8(&out).unwrap());
    consistent(&comparison);
    let made = list(&comparison, "corrections");
    assert_eq!(made.len(), 2);
    for correction in made {
        let of_id = |article: &&Value| article["id"] == correction["article"];
        let article = list(&comparison, "articles").iter().find(of_id).expect("an article");
        let of_span = |block: &&Value| block["span"] == correction["span"];
        let block = list(article, "blocks").iter().find(of_span).expect("a block");
        let [start, end] = [0, 1].map(|side| number(&correction["span"][side]));
        assert_eq!(correction["text"].as_str(), article["text"].as_str().unwrap().get(start..end));
        let flag = &block["off_topic"];
        let by_hand = json!({"kind": "manual", "topic": null, "confidence": 1.0, "reasons": ["you said so"]});
        match correction["kind"].as_str() {
            Some("story") => assert_eq!(*flag, Value::Null),
            _ => assert_eq!(*flag, by_hand),
        }
    }
}

#[test]
fn hostile_text_keeps_the_contract() {
    let folder = folder();
    let hostile = "A \u{1b}[31mred\u{1b}[0m \"title\" \\ \u{7} \u{202e}desrever\u{202c}\n\n\
                   The \u{9b}2J council \u{2066}closed\u{2069} the bridge\u{feff} on\r Friday 👩‍👩‍👧.\n\n\
                   \u{2028}مرحبا \u{61c}بالعالم\u{200f}.\n";
    file(folder.path(), "a.txt", hostile);
    file(folder.path(), "b.txt", hostile);
    let ran = run(folder.path(), &["compare", "--format", "json", "a.txt", "b.txt", "\u{1b}.txt"]);
    assert_eq!(ran.status, Some(3), "{}", ran.err);
    let comparison = valid(&ran.out);
    consistent(&comparison);
    assert_eq!(ran.out.chars().find(|&c| acts(c) && c != '\n'), None, "{}", ran.out);
    assert_eq!(comparison["left_out"][0]["source"], "\u{1b}.txt");
    let text = comparison["articles"][0]["text"].as_str().unwrap();
    assert!(text.contains("\u{202e}desrever\u{202c}"), "escaped, and not lost");
}

#[test]
fn what_does_not_show_is_escaped_and_not_lost() {
    let folder = folder();
    let story = "The Kran\u{ad}kenhaus\u{e0041}\u{2060} was closed\u{3164} می\u{200c}خواهم \\ \" 👩‍👩‍👧.\n";
    file(folder.path(), "a.txt", story);
    let ran = run(folder.path(), &["compare", "--format", "json", "a.txt"]);
    let comparison = valid(&ran.out);
    consistent(&comparison);
    assert_eq!(comparison["articles"][0]["text"], story);
    for escaped in [r"Kran\u00adkenhaus\udb40\udc41\u2060 was closed\u3164 می", "می\u{200c}خواهم", "👩‍👩‍👧"]
    {
        assert!(ran.out.contains(escaped), "{escaped}: {}", ran.out);
    }
}

#[test]
fn a_part_of_the_comparison_keeps_the_numbers_of_the_whole() {
    let whole = valid(&run(&bridge(), &["compare", "--format", "json", "."]).out);
    for only in ["shared", "possible", "unique", "apart", "repeat", "off-topic"] {
        let part = valid(&run(&bridge(), &["compare", "--format", "json", "--only", only, "."]).out);
        assert_eq!(part["statements"], whole["statements"]);
        let status = only.replace('-', "_");
        let mut kept = 0;
        for (part, whole) in list(&part, "articles").iter().zip(list(&whole, "articles")) {
            assert_eq!(part["counts"], whole["counts"]);
            for sentence in list(part, "sentences") {
                assert_eq!(sentence["status"], status.as_str());
                assert_eq!(sentence, &whole["sentences"][number(&sentence["index"])]);
                kept += 1;
            }
        }
        let all = list(&whole, "articles").iter().flat_map(|article| list(article, "sentences"));
        assert_eq!(kept, all.filter(|sentence| sentence["status"] == status.as_str()).count());
        let touched = |found: &&Value| {
            [&found["a"], &found["b"]].iter().any(|id| {
                whole["articles"][number(&id[0])]["sentences"][number(&id[1])]["status"] == status.as_str()
            })
        };
        let expected: Vec<&Value> = list(&whole, "matches").iter().filter(touched).collect();
        assert_eq!(list(&part, "matches").iter().collect::<Vec<_>>(), expected);
    }
}
