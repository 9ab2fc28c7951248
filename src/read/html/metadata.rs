//! What a page says of its article: title, outlet, author, date, address. From JSON-LD, then OpenGraph and other `meta`
//! tags, then the page itself. A date is taken only where the page calls it the article's.

use dom_query::Document;
use serde_json::Value;

use crate::article::WebPage;

/// The most values of a page's JSON-LD that are looked at.
const VALUES: usize = 20_000;

pub(super) fn of(document: &Document) -> WebPage {
    let mut page = WebPage::default();
    for script in document.select("script[type='application/ld+json']").nodes() {
        // Newspapers leave line breaks inside strings.
        let json: String = script.text().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if let Ok(value) = serde_json::from_str::<Value>(&json) {
            from_json_ld(&value, &mut page);
        }
    }
    let meta = |names: &[&str]| {
        names.iter().find_map(|name| {
            let nodes = document
                .select(&format!("meta[property='{name}'], meta[name='{name}'], meta[itemprop='{name}']"));
            let contents =
                nodes.nodes().iter().filter_map(|node| node.attr("content")).map(|content| plain(&content));
            contents.into_iter().find(|content| !content.is_empty())
        })
    };
    let element = |selector: &str| {
        let nodes = document.select(selector);
        nodes.nodes().first().map(|node| plain(&node.text())).filter(|text| !text.is_empty())
    };
    let publisher = page.outlet.take();
    page.title = page
        .title
        .take()
        .or_else(|| meta(&["og:title", "twitter:title", "parsely-title", "headline", "dc.title"]))
        .or_else(|| element("h1"))
        .or_else(|| element("title"))
        .map(|title| without_site(title, publisher.as_deref()));
    // What stands behind its titles is what the site calls itself; the publisher in JSON-LD is often a company, or the
    // agency that wrote the article.
    name_by_title(&mut page, [element("title"), element("h1")]);
    let site = meta(&["og:site_name"]);
    let named = site.clone().filter(|site| site.contains(' ') || !site.contains('.'));
    page.outlet = named
        .or(page.outlet.take().filter(|outlet| !outlet.contains('.')))
        .or(publisher)
        .or_else(|| meta(&["application-name"]))
        .or(site);
    page.outlet = page.outlet.take().map(without_domain);
    // Where the outlet signs, the page may name the author.
    let signed = page.byline.take().filter(|byline| is_name(byline));
    let outlet = page.outlet.clone();
    let (house, author) = match signed {
        Some(signed) if outlet.as_ref() == Some(&signed) => (Some(signed), None),
        signed => (None, signed),
    };
    page.byline = author.or_else(|| {
        meta(&[
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "byl",
            "dcterms.creator",
            "cXenseParse:author",
        ])
        .filter(|author| !author.contains("://"))
        .or_else(|| element("[itemprop='author'] [itemprop='name']"))
        .or_else(|| element("[itemprop='author']"))
        .or_else(|| element("[rel='author']"))
        .or_else(|| {
            element(".byline-name, .author-name, .byline__name, .article-author, .byline a, .author a")
        })
    });
    page.byline =
        page.byline.take().or(house).map(without_by).filter(|byline| (1..=120).contains(&byline.len()));
    let stamp = |selector: &str, attribute: &str| {
        let nodes = document.select(selector);
        nodes.nodes().first().and_then(|node| node.attr(attribute)).and_then(|value| date(&value))
    };
    page.published = page
        .published
        .take()
        .or_else(|| {
            meta(&[
                "article:published_time",
                "og:article:published_time",
                "datePublished",
                "parsely-pub-date",
                "sailthru.date",
                "date",
                "dc.date",
                "dc.date.issued",
                "DC.date.issued",
                "dcterms.created",
                "pubdate",
                "publishdate",
                "publish-date",
                "publication_date",
                "article.published",
                "article_date_original",
                "cXenseParse:recs:publishtime",
                "ptime",
            ])
            .and_then(|value| date(&value))
        })
        .or_else(|| stamp("[itemprop='datePublished']", "datetime"))
        .or_else(|| stamp("[itemprop='datePublished']", "content"))
        .or_else(|| stamp("time[pubdate]", "datetime"));
    page.description = meta(&["og:description", "description", "twitter:description"]);
    let link = document.select("link[rel='canonical']");
    let canonical = link.nodes().first().and_then(|node| node.attr("href")).map(|href| plain(&href));
    page.address = [canonical, page.address.take(), meta(&["og:url"])]
        .into_iter()
        .flatten()
        .find(|address| address.starts_with("https://") || address.starts_with("http://"));
    page.outlet = page.outlet.take().or_else(|| page.address.as_deref().and_then(host));
    let html = document.select("html");
    page.language = html.nodes().first().and_then(|node| node.attr("lang")).map(|lang| plain(&lang));
    page
}

/// Takes what the objects that are articles say; those inside others as well.
fn from_json_ld(value: &Value, page: &mut WebPage) {
    let mut open = vec![value];
    let mut seen = 0;
    while let Some(value) = open.pop() {
        seen += 1;
        if seen > VALUES {
            return;
        }
        match value {
            Value::Array(values) => open.extend(values.iter().rev()),
            Value::Object(object) => {
                if is_article(object.get("@type")) {
                    let text = |key: &str| {
                        object.get(key).and_then(Value::as_str).map(plain).filter(|text| !text.is_empty())
                    };
                    page.title = page.title.take().or_else(|| text("headline")).or_else(|| text("name"));
                    page.published = page
                        .published
                        .take()
                        .or_else(|| text("datePublished").and_then(|value| date(&value)));
                    page.byline = page.byline.take().or_else(|| object.get("author").and_then(names));
                    page.outlet = page.outlet.take().or_else(|| {
                        let publisher = object.get("publisher").and_then(names);
                        publisher.filter(|name| !name.contains(','))
                    });
                    page.address = page.address.take().or_else(|| text("url"));
                }
                open.extend(object.values().filter(|value| value.is_object() || value.is_array()));
            }
            _ => {}
        }
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    let names = |name: &Value| {
        name.as_str().is_some_and(|name| {
            name.ends_with("Article")
                || name.ends_with("BlogPosting")
                || matches!(name, "Report" | "ReportageNewsArticle" | "LiveBlogPosting")
        })
    };
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(names),
        Some(kind) => names(kind),
        None => false,
    }
}

/// Who is named: one or several, as text or as objects with a name.
fn names(value: &Value) -> Option<String> {
    /// The most authors that are named.
    const MOST: usize = 12;
    let one = |value: &Value| -> Option<String> {
        let name = value.as_str().or_else(|| value.get("name").and_then(Value::as_str))?;
        let name = plain(name);
        (!name.is_empty() && !name.contains("://")).then_some(name)
    };
    match value {
        Value::Array(values) => {
            let mut all: Vec<String> = values.iter().filter_map(one).take(MOST).collect();
            all.dedup();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Value::Object(object) => match object.get("name") {
            Some(Value::Array(_)) => object.get("name").and_then(names),
            _ => one(value),
        },
        value => one(value),
    }
}

/// A date that says its year, month and day, as it is written; nothing where it does not.
fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        bytes.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    let iso =
        digits(0..4) && digits(5..7) && digits(8..10) && matches!(bytes.get(4), Some(b'-' | b'/' | b'.'));
    if iso && bytes.get(4) == bytes.get(7) {
        let dashed: String = text
            .chars()
            .enumerate()
            .map(|(at, c)| if at < 10 && !c.is_ascii_digit() { '-' } else { c })
            .collect();
        let month: u32 = dashed.get(5..7)?.parse().ok()?;
        return ((1..=12).contains(&month) && dashed.len() <= 40).then_some(dashed);
    }
    if digits(0..8) && (text.len() == 8 || !digits(8..9)) {
        return Some(format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..8)?));
    }
    named_month(text)
}

/// "18 November 2019" and "November 18, 2019", with whatever else beside.
fn named_month(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8).collect();
    let month = |word: &str| {
        let start = word.get(..3)?.to_ascii_lowercase();
        MONTHS
            .iter()
            .position(|month| *month == start)
            .filter(|_| word.bytes().all(|byte| byte.is_ascii_alphabetic()))
    };
    let at = words.iter().position(|word| month(word).is_some())?;
    let number = |word: Option<&&str>| {
        word.and_then(|word| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok())
    };
    let before = at.checked_sub(1).and_then(|before| number(words.get(before)));
    let (day, year) = match (before, number(words.get(at + 1)), number(words.get(at + 2))) {
        (Some(day @ 1..=31), Some(year @ 1900..=2200), _)
        | (_, Some(day @ 1..=31), Some(year @ 1900..=2200)) => (day, year),
        _ => return None,
    };
    Some(format!("{year:04}-{:02}-{day:02}", month(words[at])? + 1))
}

/// Text of an attribute or a string: on one line, entities that were escaped twice resolved.
fn plain(text: &str) -> String {
    /// Bytes of the longest that is kept.
    const LONGEST: usize = 2_000;
    let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default();
    let plain = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    if plain.contains('&') { html_escape::decode_html_entities(&plain).into_owned() } else { plain }
}

/// A title without the site's name behind a bar or dash: "Ferry sinks | The Courier".
fn without_site(title: String, outlet: Option<&str>) -> String {
    let Some(outlet) = outlet else { return title };
    for bar in [" | ", " - ", " – ", " — ", " :: ", " · "] {
        if let Some((before, behind)) = title.rsplit_once(bar) {
            let same = |a: &str, b: &str| {
                let fold = |text: &str| {
                    text.chars()
                        .filter(|c| c.is_alphanumeric())
                        .flat_map(char::to_lowercase)
                        .collect::<String>()
                };
                let (a, b) = (fold(a), fold(b));
                !a.is_empty() && (a.contains(&b) || b.contains(&a))
            };
            if same(behind, outlet) && before.split_whitespace().nth(2).is_some() {
                return before.trim().to_owned();
            }
        }
    }
    title
}

/// Parts a title from the site's name behind it, where another title of the page is the first part: "Ferry sinks - The
/// Courier" and "Ferry sinks".
fn name_by_title(page: &mut WebPage, others: [Option<String>; 2]) {
    let Some(title) = page.title.clone() else { return };
    let behind = |long: &str, short: &str| {
        let rest = long.strip_prefix(short)?.trim_start();
        let name = rest.trim_start_matches(['|', '-', '–', '—', '·', ':']).trim();
        let parted = name.len() < rest.len();
        (parted && (1..=6).contains(&name.split_whitespace().count())).then(|| name.to_owned())
    };
    for other in others.into_iter().flatten() {
        if let Some(name) = behind(&title, &other) {
            page.title = Some(other);
            page.outlet = page.outlet.take().or(Some(name));
        } else if let Some(name) = behind(&other, &title) {
            page.outlet = page.outlet.take().or(Some(name));
        }
    }
}

/// The host of an address, as its outlet is called where it has no other name: "courier.example".
fn host(address: &str) -> Option<String> {
    let host = address.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains('@')).then(|| host.to_lowercase())
}

/// The name in an address that is all of a site's name: of "Merkur.de" the first part.
fn without_domain(name: String) -> String {
    match name.split_once('.') {
        Some((label, top))
            if (2..=4).contains(&top.len()) && top.bytes().all(|byte| byte.is_ascii_lowercase()) =>
        {
            label.to_owned()
        }
        _ => name,
    }
}

/// Whether an author is more than an account: "jane-roe" is none.
fn is_name(byline: &str) -> bool {
    byline.contains(' ') || !byline.contains(['-', '_', '@'])
}

/// An author's name without the word before it.
fn without_by(byline: String) -> String {
    for by in ["By ", "by ", "BY ", "Von ", "Par ", "Por ", "Di ", "Door ", "Av "] {
        if let Some(name) = byline.strip_prefix(by) {
            return name.trim().to_owned();
        }
    }
    byline
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(html: &str) -> WebPage {
        of(&Document::from(html))
    }

    #[test]
    fn json_ld_tells_most() {
        let page = about(
            r#"<title>Ferry sinks | The Courier</title><link rel="canonical" href="https://courier.example/ferry">
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",
            "headline": "Ferry sinks", "datePublished": "2026-03-02T08:10:00Z", "author": [{"name": "Jane Roe"}, {"name":
            "Carl Dow"}], "publisher": {"@type": "Organization", "name": "Courier Holding plc"}}]}</script>"#,
        );
        assert_eq!(page.title.as_deref(), Some("Ferry sinks"));
        assert_eq!(page.byline.as_deref(), Some("Jane Roe, Carl Dow"));
        assert_eq!(page.published.as_deref(), Some("2026-03-02T08:10:00Z"));
        assert_eq!(page.outlet.as_deref(), Some("The Courier"));
        assert_eq!(page.address.as_deref(), Some("https://courier.example/ferry"));
    }

    #[test]
    fn meta_tags_and_the_page_tell_the_rest() {
        let page = about(
            "<html lang=en-GB><meta property='og:title' content='Ferry sinks &amp;amp; floats - Tide.example'>\
            <meta property=og:site_name content=Tide.example><meta name=author content='By Jane Roe'>\
            <meta name=pubdate content='March 2, 2026'><h1>Ferry sinks</h1>",
        );
        assert_eq!(page.title.as_deref(), Some("Ferry sinks & floats - Tide.example"));
        assert_eq!(page.byline.as_deref(), Some("Jane Roe"));
        assert_eq!(page.published.as_deref(), Some("2026-03-02"));
        assert_eq!(page.language.as_deref(), Some("en-GB"));
        assert_eq!(about("<p>Nothing</p>"), WebPage::default());
    }

    #[test]
    fn dates_are_written_the_same_way_and_never_guessed() {
        for (told, date) in [
            ("2026-03-02", "2026-03-02"),
            ("2026/03/02 10:00", "2026-03-02 10:00"),
            ("20260302", "2026-03-02"),
            ("2 March 2026", "2026-03-02"),
            ("Mon, 02 Mar 2026 10:00:00 GMT", "2026-03-02"),
        ] {
            assert_eq!(super::date(told).as_deref(), Some(date), "{told}");
        }
        for told in ["yesterday", "03/02/2026", "March 2026", "2026-13-02", "", "mayor 2 of 2026"] {
            assert_eq!(super::date(told), None, "{told}");
        }
    }
}
