//! Feeds: RSS, Atom and the like, each item an article.

use feed_rs::model::{Entry, Feed};
use feed_rs::parser;

use super::html;
use crate::article::Article;
use crate::source::Refusal;

/// Items that are read of one feed, at most.
const MOST: usize = 1_000;

/// What begins a feed, after declarations and comments.
const ROOTS: [&str; 3] = ["<rss", "<feed", "<rdf:RDF"];
/// What ends an item.
const ENDS: [(&str, &str); 3] =
    [("</item>", "</channel></rss>"), ("</entry>", "</feed>"), ("</item>", "</rdf:RDF>")];

/// Whether a text is a feed.
pub(super) fn is_feed(text: &str) -> bool {
    let start: String = text.trim_start_matches('\u{feff}').chars().take(4_096).collect();
    let start = start.trim_start();
    (start.starts_with("<?xml") || ROOTS.iter().any(|root| start.starts_with(root)))
        && ROOTS.iter().any(|root| start.contains(root))
}

/// The articles of a feed, and how many of its items have no text. Of one that was cut off, what is whole.
///
/// # Errors
/// When it has no items, or is no feed after all.
pub(super) fn articles(location: &str, text: &str) -> Result<(Vec<Article>, usize), Refusal> {
    let feed = parsed(text).map_err(|said| Refusal::NoFeed { said })?;
    let outlet =
        feed.title.as_ref().map(|title| title.content.trim().to_owned()).filter(|title| !title.is_empty());
    let mut without = 0;
    let mut articles = Vec::new();
    for (number, entry) in feed.entries.into_iter().take(MOST).enumerate() {
        match article(&format!("{location}#{}", number + 1), &entry, outlet.as_deref()) {
            Some(article) => articles.push(article),
            None => without += 1,
        }
    }
    if articles.is_empty() {
        return Err(Refusal::NoFeed { said: "it has no items with a text".to_owned() });
    }
    Ok((articles, without))
}

fn parsed(text: &str) -> Result<Feed, String> {
    let whole = parser::parse(text.as_bytes());
    if let Ok(feed) = whole {
        return Ok(feed);
    }
    // Cut off behind its last whole item, it may be one.
    let cut = ENDS.iter().find_map(|(end, close)| {
        let at = text.rfind(end)? + end.len();
        parser::parse(format!("{}{close}", text.get(..at)?).as_bytes()).ok()
    });
    cut.ok_or_else(|| whole.err().map(|error| error.to_string()).unwrap_or_default())
}

/// The article of an item: its content, else its summary, below its title.
fn article(location: &str, entry: &Entry, outlet: Option<&str>) -> Option<Article> {
    let title = entry.title.as_ref().map(|title| title.content.trim()).unwrap_or_default();
    let content = entry.content.as_ref().and_then(|content| content.body.as_deref());
    let body = content.or(entry.summary.as_ref().map(|summary| summary.content.as_str()))?;
    let marked = body.contains('<');
    let body = if marked { body.to_owned() } else { format!("<p>{}</p>", html_escape::encode_text(body)) };
    let page = format!(
        "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{body}</article></body></html>",
        html_escape::encode_text(title)
    );
    let mut article = html::article(location.to_owned(), &page)?;
    let told = article.page.get_or_insert_default();
    told.title = Some(title.to_owned()).filter(|title| !title.is_empty()).or(told.title.take());
    told.published = entry.published.or(entry.updated).map(|date| date.to_rfc3339());
    let authors: Vec<&str> = entry.authors.iter().filter_map(|author| author.name.as_deref()).collect();
    told.byline = (!authors.is_empty()).then(|| authors.join(", ")).or(told.byline.take());
    let link = entry.links.first().map(|link| link.href.clone());
    told.address = link.filter(|link| link.starts_with("http://") || link.starts_with("https://"));
    told.record = Some(entry.id.clone());
    told.outlet = outlet.map(str::to_owned).or(told.outlet.take());
    article.outlet = told.outlet.clone();
    Some(article)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEED: &str = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Tide</title><link>https://tide.example</link>\
        <item><title>Ferry sinks</title><link>https://tide.example/1</link><pubDate>Fri, 27 Nov 2026 08:00:00 GMT</pubDate>\
        <description>&lt;p&gt;The ferry sank off Ellery on Friday night, the harbour master said.&lt;/p&gt;</description></item>\
        <item><title>Bridge closed</title><link>https://tide.example/2</link><description>The old bridge was closed on Friday.</description></item>\
        </channel></rss>";

    #[test]
    fn each_item_is_an_article() {
        assert!(is_feed(FEED) && !is_feed("<html><body>rss</body></html>") && !is_feed("plain <rss"));
        let (articles, without) = articles("tide.xml", FEED).unwrap();
        assert_eq!((articles.len(), without), (2, 0));
        let page = articles[0].page.as_ref().unwrap();
        assert_eq!(page.title.as_deref(), Some("Ferry sinks"));
        assert_eq!(page.outlet.as_deref(), Some("The Tide"));
        assert_eq!(page.address.as_deref(), Some("https://tide.example/1"));
        assert!(page.published.as_deref().unwrap().starts_with("2026-11-27T08:00:00"));
        assert!(articles[0].text.contains("The ferry sank off Ellery"), "{}", articles[0].text);
        assert!(articles[1].text.contains("The old bridge was closed"), "{}", articles[1].text);
    }

    #[test]
    fn of_a_feed_that_was_cut_off_what_is_whole_is_kept() {
        let cut = FEED.find("The old bridge").unwrap();
        let (articles, _) = articles("tide.xml", FEED.get(..cut).unwrap()).unwrap();
        assert_eq!(articles.len(), 1);
        assert!(matches!(
            super::articles("x", "<rss><channel></channel></rss>"),
            Err(Refusal::NoFeed { .. })
        ));
    }
}
