//! Web pages, as files and from standard input.

use serde_json::Value;

use super::program::{file, folder, run, run_with};

const PAGE: &str = "<!DOCTYPE html><html lang=en><head><title>Ferry sinks off Lowhaven - The Courier</title>\
<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Ferry sinks off Lowhaven\",
\"datePublished\": \"2026-03-02\", \"author\": {\"name\": \"Jane Roe\"}, \"url\": \"https://courier.example/ferry\"}</script></head>
<body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article><h1>Ferry sinks off Lowhaven</h1>
<p>The ferry Island Star sank off Lowhaven on Tuesday morning, the coast guard said, and all on board were saved.</p>
<p>It had struck a rock in thick fog, according to its captain, who was the last to leave the ship.</p>
<p>The owner of the line said that the ferry had been checked in March, and that nobody had found any fault.</p></article>
<aside class=related><h3>More stories</h3><a href=/p>Plums are late this year</a></aside></body></html>";

fn article(out: &str) -> Value {
    let comparison: Value = serde_json::from_str(out).unwrap();
    comparison["articles"][0].clone()
}

fn texts(article: &Value, off_topic: bool) -> Vec<&str> {
    let text = article["text"].as_str().unwrap();
    let blocks = article["blocks"].as_array().unwrap().iter();
    let kept = blocks.filter(|block| block["off_topic"].is_null() != off_topic);
    let place = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    kept.map(|block| text.get(place(&block["span"][0])..place(&block["span"][1])).unwrap()).collect()
}

#[test]
fn a_saved_page_is_its_article_with_the_page_folded_around_it() {
    let folder = folder();
    file(folder.path(), "ferry.html", PAGE);
    let ran = run(folder.path(), &["compare", "--format", "json", "ferry.html"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    let article = article(&ran.out);
    assert_eq!(article["title"], "Ferry sinks off Lowhaven");
    assert_eq!(article["outlet"], "The Courier");
    assert_eq!(article["byline"], "Jane Roe");
    assert_eq!(article["published"], "2026-03-02");
    assert_eq!(article["address"], "https://courier.example/ferry");
    assert_eq!(article["source_kind"], "web_page");
    let story = texts(&article, false);
    assert_eq!(story.len(), 4, "{story:?}");
    assert!(story[1].starts_with("The ferry Island Star"));
    assert_eq!(texts(&article, true), ["Home Sport", "More stories", "Plums are late this year"]);
    let reasons = &article["blocks"][0]["off_topic"]["reasons"];
    assert_eq!(reasons[0], "stands in the page's navigation");
}

#[test]
fn a_page_is_told_by_its_content() {
    let folder = folder();
    let ran = run_with(folder.path(), &["compare", "--format", "json", "-"], PAGE.as_bytes());
    assert_eq!(article(&ran.out)["source_kind"], "web_page", "{}", ran.err);
    file(folder.path(), "page.txt", PAGE);
    let ran = run(folder.path(), &["compare", "--format", "json", "page.txt"]);
    assert_eq!(article(&ran.out)["source_kind"], "web_page", "{}", ran.err);
    file(folder.path(), "plain.html", "It says <html> somewhere. Nothing else.\n");
    let ran = run(folder.path(), &["compare", "--format", "json", "plain.html"]);
    assert_eq!(article(&ran.out)["source_kind"], "text", "{}", ran.err);
}

#[test]
fn a_page_that_shows_nothing_is_left_out_by_name() {
    let folder = folder();
    file(folder.path(), "empty.html", "<!DOCTYPE html><html><script>var a = 1;</script></html>");
    let ran = run(folder.path(), &["compare", "empty.html"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("empty.html: "), "{}", ran.err);
}

#[test]
fn escapes_in_a_page_reach_no_terminal() {
    let folder = folder();
    let page =
        PAGE.replace("thick fog", "thick &#27;[31m\u{202e} fog").replace("Jane Roe", "Jane \\u001b[2J Roe");
    file(folder.path(), "ferry.html", page);
    let ran = run(folder.path(), &["compare", "--format", "text", "ferry.html"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert!(!ran.out.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn what_led_to_the_verdicts_on_a_page_is_explained() {
    let folder = folder();
    file(folder.path(), "ferry.html", PAGE);
    let ran = run(folder.path(), &["explain", "ferry.html"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("by where it stands on the web page"), "{}", ran.out);
    assert!(ran.out.contains("stands in the page's navigation"), "{}", ran.out);
}
