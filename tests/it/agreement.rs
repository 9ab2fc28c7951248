//! What the reports, the tables, JSON and the screen say of every pair is one truth.

use std::collections::{BTreeMap, BTreeSet};

use parallax::article::Article;
use parallax::comparison::{Comparison, Settings, compare};
use parallax::export::{self, Format, Scope};
use proptest::prelude::*;
use serde_json::Value;

/// Stories of two to four articles that tell of one accident: alike, in other words, with other numbers, days and names,
/// with denials, and each with something of its own.
fn story() -> impl Strategy<Value = Comparison> {
    let told = (
        0..3_usize,
        proptest::sample::select(vec!["three", "five", "nine"]),
        proptest::sample::select(vec!["Tuesday", "Thursday"]),
        proptest::sample::select(vec!["Holm", "Rask"]),
        any::<[bool; 6]>(),
    );
    proptest::collection::vec(told, 2..5).prop_map(|articles| {
        let article = |(index, (way, dead, day, captain, [a, b, c, d, e, f])): (usize, (usize, &str, &str, &str, [bool; 6]))| {
            let lead = match way {
                0 => format!("A ferry struck a pier at Lowhaven on {day} morning and {dead} people were killed."),
                1 => format!("On {day} morning {dead} people died when a ferry struck the pier at Lowhaven."),
                _ => format!("The pier at Lowhaven was struck by a ferry on {day}, and {dead} passengers lost their lives."),
            };
            let own = ["Fares rose by a fifth.", "Divers will search the wreck.", "Schools stayed closed.", "Plums are late."];
            let lines = [
                (true, lead),
                (a, format!("Captain Peter {captain} was at the helm, according to the owner of the line.")),
                (b, format!("The brakes had {}been checked in March, the coast guard said.", if f { "not " } else { "" })),
                (c, "\"We owe them the truth,\" the mayor told reporters outside the town hall.".to_owned()),
                (d, "Rescue boats searched the harbour through the night in heavy rain and strong wind.".to_owned()),
                (e, own[index].to_owned()),
            ];
            let text: Vec<String> = lines.into_iter().filter(|line| line.0).map(|line| line.1).collect();
            Article::from_text(format!("{index}.txt"), format!("Ferry accident, report {index}\n\n{}\n", text.join("\n\n")))
        };
        compare(articles.into_iter().enumerate().map(article).collect(), Settings::default())
    })
}

fn written(comparison: &Comparison, format: Format) -> String {
    let mut out = Vec::new();
    export::write(&mut out, comparison, &[], &Scope::Everything, format).unwrap();
    String::from_utf8(out).unwrap()
}

/// A sentence: the letter of its article and its text.
type Said = (String, String);

/// What JSON says of the pairs of a story.
struct Told {
    json: Value,
}

impl Told {
    fn of(comparison: &Comparison) -> Self {
        Self { json: serde_json::from_str(&written(comparison, Format::Json)).unwrap() }
    }

    fn list(&self, name: &str) -> &[Value] {
        self.json[name].as_array().unwrap()
    }

    fn sentence(&self, id: &Value) -> Said {
        let [article, sentence] = [0, 1].map(|at| usize::try_from(id[at].as_u64().unwrap()).unwrap());
        let text = &self.json["articles"][article]["sentences"][sentence]["text"];
        (["A", "B", "C", "D"][article].to_owned(), text.as_str().unwrap().to_owned())
    }

    fn status(&self, status: &str) -> BTreeSet<Said> {
        let articles = self.list("articles").iter().enumerate();
        let sentences = articles.flat_map(|(a, article)| {
            article["sentences"]
                .as_array()
                .unwrap()
                .iter()
                .enumerate()
                .map(move |(s, sentence)| (a, s, sentence))
        });
        let of = sentences.filter(|(.., sentence)| sentence["status"] == status);
        of.map(|(a, s, _)| self.sentence(&serde_json::json!([a, s]))).collect()
    }

    /// Matches of a certainty, in both directions.
    fn pairs(&self, certainty: &str) -> BTreeMap<(Said, Said), &Value> {
        let found = self.list("matches").iter().filter(|found| found["certainty"] == certainty);
        let both = found.flat_map(|found| {
            let [a, b] = ["a", "b"].map(|side| self.sentence(&found[side]));
            [((a.clone(), b.clone()), found), ((b, a), found)]
        });
        both.collect()
    }

    /// The words in which certain matches disagree: who says which, on either side.
    fn disagreements(&self) -> BTreeSet<(Said, Said)> {
        let certain = self.list("matches").iter().filter(|found| found["certainty"] == "certain");
        let each = certain.flat_map(|found| {
            found["disagreements"].as_array().unwrap().iter().flat_map(move |said| {
                let [a, b] = ["a", "b"].map(|side| {
                    let article = usize::try_from(found[side][0].as_u64().unwrap()).unwrap();
                    let text = self.json["articles"][article]["text"].as_str().unwrap();
                    let [start, end] =
                        [0, 1].map(|at| usize::try_from(said[side][at].as_u64().unwrap()).unwrap());
                    (["A", "B", "C", "D"][article].to_owned(), text.get(start..end).unwrap().to_lowercase())
                });
                [(a.clone(), b.clone()), (b, a)]
            })
        });
        each.collect()
    }
}

/// The lines of a section of the text report: badge, what follows, and whether it stands below another one.
fn section(report: &str, heading: &str) -> Vec<(String, String, bool)> {
    let lines =
        report.lines().skip_while(|line| *line != heading).skip(2).take_while(|line| !line.is_empty());
    lines
        .map(|line| {
            let nested = line.starts_with("  ");
            let (badge, rest) = line.trim_start().split_once(' ').unwrap_or((line, ""));
            (badge.to_owned(), rest.trim_start().to_owned(), nested)
        })
        .collect()
}

/// The text behind a sign, if one stands before it.
fn unsigned(text: &str) -> &str {
    text.trim_start_matches(['=', '≈', '⊂', '»', '~', '?', '+', '≠']).trim_start()
}

/// The sides of a dispute: the words of each, and who says them.
fn sides(line: &str) -> Vec<(String, String)> {
    let told = line.split_once(": ").unwrap().1;
    let side = |side: &str| {
        let (words, letters) = side.rsplit_once(" (").unwrap();
        (words.to_lowercase(), letters.trim_end_matches(')').to_owned())
    };
    told.split(" / ").map(side).collect()
}

/// A Markdown report as the lines of the text report: its items without marks.
fn plain(markdown: &str) -> Vec<String> {
    let items = markdown.lines().filter_map(|line| line.trim_start().strip_prefix("- "));
    items.map(|item| item.replace(['*', '\\'], "").split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn reports_say_what_json_says(comparison in story()) {
        let told = Told::of(&comparison);
        let report = written(&comparison, Format::Text);
        let (certain, possible) = (told.pairs("certain"), told.pairs("possible"));

        // Where sources differ: every certain disagreement, and nothing else.
        let disagreements = told.disagreements();
        let mut reported = BTreeSet::new();
        for (_, line, nested) in section(&report, "Where sources differ") {
            if nested { continue }
            let sides = sides(&line);
            prop_assert!(sides.len() > 1, "{line}");
            for (at, (words, letters)) in sides.iter().enumerate() {
                for (other, others) in sides.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, side)| side) {
                    let found = disagreements.iter().filter(|((a, x), (b, y))| {
                        letters.contains(a.as_str()) && others.contains(b.as_str())
                            && words.split(", ").any(|word| word.contains(x.as_str()) || x.contains(word))
                            && other.split(", ").any(|word| word.contains(y.as_str()) || y.contains(word))
                    });
                    reported.extend(found.cloned());
                }
            }
        }
        prop_assert_eq!(&reported, &disagreements, "{}", report);

        // Said by more than one: whoever stands in a badge surely says it, and contradicts nobody there.
        let mut lead: Option<Said> = None;
        for (badge, line, nested) in section(&report, "Said by more than one source") {
            let text = unsigned(&line).to_owned();
            if nested {
                let lead = lead.clone().unwrap();
                for letter in badge.chars().map(String::from) {
                    let pair = (lead.clone(), (letter, text.clone()));
                    prop_assert!(!possible.contains_key(&pair), "{pair:?}\n{report}");
                    let disputed = certain.get(&pair).is_some_and(|found| found["disagreements"] != serde_json::json!([]));
                    prop_assert!(!disputed, "{pair:?}\n{report}");
                }
                continue;
            }
            let shared = told.status("shared");
            let first = badge.chars().map(String::from).map(|letter| (letter, text.clone()));
            lead = first.clone().find(|said| shared.contains(said)).or_else(|| first.clone().next());
            for letter in badge.chars().map(String::from) {
                let says = first.clone().any(|said| {
                    said.0 == letter && shared.contains(&said)
                        || certain.keys().any(|(a, b)| *a == said && b.0 == letter)
                }) || told.list("statements").iter().any(|statement| {
                    let members: Vec<Said> =
                        statement["sentences"].as_array().unwrap().iter().map(|id| told.sentence(id)).collect();
                    members.iter().any(|said| said.1 == text) && members.iter().any(|said| said.0 == letter)
                });
                prop_assert!(says, "{letter}: {text}\n{report}");
            }
        }

        // Possible matches stand apart, with their odds.
        let mut asked: Option<Said> = None;
        for (badge, line, nested) in section(&report, "Possibly said by more than one source") {
            let text = unsigned(&line);
            if !nested {
                asked = Some((badge, text.to_owned()));
                continue;
            }
            let (odds, text) = text.split_once("): ").unwrap();
            let pair = (asked.clone().unwrap(), (badge, text.to_owned()));
            let found = possible.get(&pair);
            prop_assert!(found.is_some(), "{pair:?}\n{report}");
            let score = found.unwrap()["score"].as_f64().unwrap();
            let percent: f64 = odds.rsplit_once('(').unwrap().1.trim_end_matches(" %").parse().unwrap();
            prop_assert!((score * 100.0 - percent).abs() <= 1.0, "{score} {odds}");
        }

        // Only here: exactly those of that status.
        let mut only = BTreeSet::new();
        for letter in ["A", "B", "C", "D"] {
            let heading = report.lines().find(|line| line.starts_with(&format!("Only in {letter}: ")));
            let Some(heading) = heading else { continue };
            let lines = report.lines().skip_while(|line| *line != heading).skip(2).take_while(|line| !line.is_empty());
            only.extend(lines.filter_map(|line| line.strip_prefix("+ ")).map(|text| (letter.to_owned(), text.to_owned())));
        }
        prop_assert_eq!(only, told.status("unique"));
    }

    #[test]
    fn markdown_says_what_the_text_report_says(comparison in story()) {
        let report = written(&comparison, Format::Text);
        let behind = report.lines().skip_while(|line| !line.starts_with('─')).collect::<Vec<_>>();
        let squeezed = |line: &&str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines: BTreeSet<String> = behind.iter().map(squeezed).map(|line| line.replace(['*', '\\'], "")).collect();
        for item in plain(&written(&comparison, Format::Markdown)) {
            prop_assert!(lines.contains(&item), "{item}\n{report}");
        }
    }

    #[test]
    fn tables_say_what_json_says(comparison in story()) {
        let told = Told::of(&comparison);
        let table = written(&comparison, Format::Tsv);
        let mut rows = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let names = rows.next().unwrap();
        let column = |name: &str| names.iter().position(|column| *column == name).unwrap();
        let [certainty, relation, disagreements, a, b, sentence_a, sentence_b] =
            ["certainty", "relation", "disagreements", "source_a", "source_b", "sentence_a", "sentence_b"].map(column);
        let index = |letter: &str| ["A", "B", "C", "D"].iter().position(|known| *known == letter).unwrap();
        let matched: Vec<Vec<&str>> = rows.filter(|row| !row[certainty].is_empty()).collect();
        let tabled: BTreeSet<String> = matched
            .iter()
            .map(|row| {
                let [x, y] = [(a, sentence_a), (b, sentence_b)].map(|(source, sentence)| (index(row[source]), row[sentence]));
                format!("{x:?} {y:?} {} {} {}", row[certainty], row[relation], row[disagreements].is_empty())
            })
            .collect();
        let json: BTreeSet<String> = told
            .list("matches")
            .iter()
            .map(|found| {
                let [x, y] = ["a", "b"].map(|side| {
                    (usize::try_from(found[side][0].as_u64().unwrap()).unwrap(), found[side][1].to_string())
                });
                let says = found["disagreements"] == serde_json::json!([]);
                format!("{x:?} {y:?} {} {} {says}", found["certainty"].as_str().unwrap(), found["relation"].as_str().unwrap())
            })
            .collect();
        prop_assert_eq!(tabled, json);
    }
}

#[cfg(feature = "tui")]
mod screen {
    use parallax::tui::env::Environment;
    use parallax::tui::rehearsal::Rehearsal;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn titles_count_what_json_counts(comparison in story()) {
            let told = Told::of(&comparison);
            let environment = Environment::of(|name| (name == "LANG").then(|| "en_US.UTF-8".to_owned()));
            let articles = comparison.articles.len();
            let reader = Rehearsal::new(comparison, environment, 240, 60).unwrap();
            let screen = reader.screen();
            let titles: Vec<String> = screen.lines().next().unwrap().split('│').map(str::to_owned).collect();
            prop_assert!(titles.len() >= articles, "{}", screen);
            for (title, letter) in titles.iter().zip(["A", "B", "C", "D"]) {
                for (status, sign) in [("disputed", "≠"), ("unique", "+")] {
                    let counted = told.status(status).iter().filter(|said| said.0 == letter).count();
                    let shown: usize = title
                        .split_whitespace()
                        .find_map(|word| word.strip_prefix(sign))
                        .map_or(0, |count| count.parse().unwrap());
                    prop_assert_eq!(shown, counted, "{} in {}", status, title);
                }
            }
        }
    }
}
