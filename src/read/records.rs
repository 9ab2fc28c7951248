//! Articles as scrapers and archives keep them: JSON Lines, or JSON with a list of objects. Each object is an article.

use serde_json::{Map, Value};

use crate::article::{Article, WebPage};
use crate::source::Refusal;

/// The names under which scrapers and archives keep things, the surest first.
const TITLES: [&str; 5] = ["title", "headline", "name", "article_title", "titulo"];
const TEXTS: [&str; 12] = [
    "text",
    "body",
    "content",
    "article",
    "maintext",
    "articleBody",
    "article_text",
    "full_text",
    "content_text",
    "plain_text",
    "story",
    "content_html",
];
const OUTLETS: [&str; 9] = [
    "outlet",
    "publisher",
    "site_name",
    "sitename",
    "source_name",
    "source",
    "publication",
    "source_domain",
    "domain",
];
const AUTHORS: [&str; 6] = ["author", "authors", "byline", "creator", "writer", "author_name"];
const DATES: [&str; 12] = [
    "published",
    "date_published",
    "datePublished",
    "published_at",
    "publishedAt",
    "publish_date",
    "date_publish",
    "pubDate",
    "pub_date",
    "publication_date",
    "date",
    "created_at",
];
const ADDRESSES: [&str; 7] = ["url", "link", "canonical_url", "source_url", "address", "web_url", "id_url"];
const LANGUAGES: [&str; 3] = ["language", "lang", "inLanguage"];
/// Where a document keeps its list.
const LISTS: [&str; 9] =
    ["articles", "items", "entries", "results", "data", "docs", "documents", "hits", "news"];
/// So many lines tell whether a file is JSON Lines.
const FIRST: usize = 5;
/// So many faulty lines are named one by one.
const NAMED: usize = 20;

/// What was read of a file with records.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// The articles, in their order.
    pub(super) articles: Vec<Article>,
    /// What is wrong with which lines.
    pub(super) faults: Vec<Refusal>,
}

/// The records of a text; nothing where it is no JSON.
pub(super) fn of(location: &str, text: &str) -> Option<Result<Records, Refusal>> {
    let start = text.trim_start();
    if !start.starts_with(['{', '[']) {
        return None;
    }
    if let Ok(document) = serde_json::from_str::<Value>(start) {
        return Some(of_document(location, &document));
    }
    // Several objects, one a line; one of the first has to be whole.
    let is_object = |line: &str| serde_json::from_str::<Map<String, Value>>(line).is_ok();
    start.lines().take(FIRST).any(is_object).then(|| Ok(of_lines(location, text)))
}

fn of_document(location: &str, document: &Value) -> Result<Records, Refusal> {
    if let Some(schema) =
        document.get("schema").and_then(Value::as_str).filter(|schema| schema.starts_with("parallax/"))
    {
        return Err(Refusal::OwnExport { schema: schema.to_owned() });
    }
    let list = match document {
        Value::Array(list) => list.as_slice(),
        Value::Object(object) if has_text(object) => std::slice::from_ref(document),
        Value::Object(object) => {
            let lists = LISTS.iter().filter_map(|name| object.get(*name)?.as_array());
            lists.map(Vec::as_slice).find(|list| !list.is_empty()).unwrap_or_default()
        }
        _ => &[],
    };
    let mut records = Records::default();
    for (number, value) in (1..).zip(list) {
        match value.as_object().and_then(|object| article(location, number, object)) {
            Some(article) => records.articles.push(article),
            None => records.faults.push(Refusal::NoText { line: number }),
        }
    }
    if records.articles.is_empty() { Err(Refusal::NoRecords) } else { Ok(bounded(records)) }
}

fn of_lines(location: &str, text: &str) -> Records {
    let mut records = Records::default();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Map<String, Value>>(line) {
            Ok(object) => match article(location, number, &object) {
                Some(article) => records.articles.push(article),
                None => records.faults.push(Refusal::NoText { line: number }),
            },
            Err(error) => records.faults.push(Refusal::NoJson { line: number, said: error.to_string() }),
        }
    }
    bounded(records)
}

/// Names no more faults than anybody reads.
fn bounded(mut records: Records) -> Records {
    if records.faults.len() > NAMED {
        let more = records.faults.len() - NAMED;
        records.faults.truncate(NAMED);
        records.faults.push(Refusal::MoreFaults { more });
    }
    records
}

fn has_text(object: &Map<String, Value>) -> bool {
    TEXTS.iter().any(|name| object.get(*name).is_some_and(Value::is_string))
}

/// The article that an object is; nothing where it has no text. `number` says where it stands in its file.
fn article(location: &str, number: usize, object: &Map<String, Value>) -> Option<Article> {
    let text =
        TEXTS.iter().find_map(|name| object.get(*name)?.as_str()).filter(|text| !text.trim().is_empty())?;
    let title = told(object, &TITLES).filter(|title| !title.is_empty());
    let record = object.get("id").or_else(|| object.get("_id")).and_then(plain);
    let name = record.clone().unwrap_or_else(|| number.to_string());
    let location = format!("{location}#{name}");
    let mut article = markup(&location, text).unwrap_or_else(|| {
        // Line ends of other systems would be blank lines.
        let text = text.replace("\r\n", "\n");
        let begins = |title: &String| text.trim_start().starts_with(title.as_str());
        match title.as_ref().filter(|title| !begins(title)) {
            Some(title) => Article::from_text(location.clone(), format!("{title}\n\n{text}")),
            None => Article::from_text(location.clone(), text),
        }
    });
    if article.blocks.is_empty() {
        return None;
    }
    let page = article.page.take().unwrap_or_default();
    let outlet = told(object, &OUTLETS).or(page.outlet);
    article.outlet = outlet.clone().or(article.outlet);
    article.page = Some(WebPage {
        title: title.or(page.title),
        outlet,
        byline: told(object, &AUTHORS).or(page.byline),
        published: told(object, &DATES).or(page.published),
        address: told(object, &ADDRESSES).filter(|address| address.contains("://")).or(page.address),
        language: told(object, &LANGUAGES).or(page.language),
        record,
        ..page
    });
    Some(article)
}

/// The article in a text that is a page's markup.
#[cfg(feature = "html")]
fn markup(location: &str, text: &str) -> Option<Article> {
    let start = text.trim_start();
    let marked = super::html::is_page(text, false)
        || ["<p", "<div", "<article", "<h1"].iter().any(|tag| start.starts_with(tag));
    marked.then(|| super::html::article(location.to_owned(), text)).flatten()
}

#[cfg(not(feature = "html"))]
fn markup(_: &str, _: &str) -> Option<Article> {
    None
}

/// What an object says under the first of some names.
fn told(object: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| object.get(*name).and_then(plain))
}

/// Text, a number, names in a list, or the name of an object.
fn plain(value: &Value) -> Option<String> {
    /// Characters and entries that are kept.
    const LONGEST: usize = 1_000;
    const MOST: usize = 12;
    let text = match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<&str>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Array(list) => {
            let names = list.iter().take(MOST).filter_map(|value| match value {
                Value::Array(_) => None,
                value => plain(value),
            });
            names.collect::<Vec<String>>().join(", ")
        }
        Value::Object(object) => {
            let name = ["name", "title", "$oid"].iter().find_map(|name| object.get(*name)?.as_str());
            name.unwrap_or_default().to_owned()
        }
        _ => String::new(),
    };
    let text: String = text.chars().take(LONGEST).collect();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Records {
        of("x.jsonl", text).unwrap().unwrap()
    }

    #[test]
    fn each_line_is_an_article() {
        let records = read(
            "{\"id\": \"a1\", \"headline\": \"Ferry sinks\", \"body\": \"The ferry sank.\", \"source\": {\"name\": \"Tide\"}, \"authors\": [\"Jane Roe\", \"Carl Dow\"], \"publishedAt\": \"2026-03-02\", \"url\": \"https://tide.example/1\"}\n\nbroken\n{\"title\": \"No text\"}\n{\"text\": \"Another one.\"}\n",
        );
        let [first, second] = records.articles.as_slice() else { panic!("{records:?}") };
        let page = first.page.as_ref().unwrap();
        assert_eq!(first.location, "x.jsonl#a1");
        assert_eq!(first.text, "Ferry sinks\n\nThe ferry sank.");
        assert_eq!(first.outlet.as_deref(), Some("Tide"));
        assert_eq!(page.byline.as_deref(), Some("Jane Roe, Carl Dow"));
        assert_eq!(page.published.as_deref(), Some("2026-03-02"));
        assert_eq!(page.address.as_deref(), Some("https://tide.example/1"));
        assert_eq!(second.location, "x.jsonl#5");
        assert!(matches!(records.faults[0], Refusal::NoJson { line: 3, .. }), "{:?}", records.faults);
        assert_eq!(records.faults[1], Refusal::NoText { line: 4 });
    }

    #[test]
    fn a_document_may_hold_one_or_many() {
        assert_eq!(read("[{\"text\": \"One.\"}, {\"text\": \"Two.\"}]").articles.len(), 2);
        assert_eq!(read("{\"status\": \"ok\", \"articles\": [{\"content\": \"One.\"}]}").articles.len(), 1);
        assert_eq!(read("{\"title\": \"T\", \"text\": \"One.\"}").articles.len(), 1);
    }

    #[test]
    fn what_is_no_collection_of_articles_is_told_apart() {
        assert!(of("x", "Plain text.").is_none());
        assert!(of("x", "{ curly } text that goes on").is_none());
        assert!(of("x", "[sic] is what he wrote").is_none());
        assert_eq!(of("x", "{\"a\": 1}").unwrap().unwrap_err(), Refusal::NoRecords);
        let own = of("x", "{\"schema\": \"parallax/comparison/1\", \"articles\": []}").unwrap();
        assert!(matches!(own.unwrap_err(), Refusal::OwnExport { .. }));
    }
}
