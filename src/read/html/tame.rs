//! Markup that a parser can be trusted with: parsers of HTML take time that grows with the square of how deep elements are
//! nested and of how many attributes a tag has.

use std::borrow::Cow;

/// The deepest that elements are nested; what is deeper stands side by side.
const DEPTH: usize = 512;
/// The most bytes of a tag; what it says beyond is cut off.
const TAG: usize = 16 << 10;
/// The most attributes of a tag, counted as signs of equality.
const ATTRIBUTES: usize = 256;
/// What an address begins with that has its data inside.
const DATA: &str = "data:";

/// Elements without an end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements whose content is no markup.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "xmp"];

/// The same page with depth and tags bounded, in one pass. Text stays as it is.
pub(super) fn tamed(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut depth = 0_usize;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if let Some(comment) = from.strip_prefix("<!--") {
            // Comments show nothing.
            rest = comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or_default();
            continue;
        }
        let closing = from.starts_with("</");
        let name = name(from);
        if name.is_empty() {
            // "<3", a doctype, an instruction.
            let end = if from.starts_with("<!") || from.starts_with("<?") { tag_end(from) } else { 1 };
            let (tag, behind) = from.split_at(end);
            out.push_str(tag.get(..tag.floor_char_boundary(TAG)).unwrap_or_default());
            rest = behind;
            continue;
        }
        let (tag, mut behind) = from.split_at(tag_end(from));
        let void = VOID.contains(&name.as_str()) || tag.ends_with("/>");
        if closing {
            // An end tag for what was left out would end something else.
            if depth > DEPTH {
                depth -= 1;
            } else {
                depth = depth.saturating_sub(1);
                out.push_str(tag);
            }
        } else if void {
            put_tag(&mut out, tag);
        } else {
            depth += 1;
            if depth <= DEPTH {
                put_tag(&mut out, tag);
            }
            if RAW.contains(&name.as_str()) && depth <= DEPTH {
                let end = raw_end(behind, &name);
                let (content, after) = behind.split_at(end);
                out.push_str(content);
                behind = after;
            }
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The name of the tag that `from` begins with, in small letters.
fn name(from: &str) -> String {
    let inside = from.get(1..).unwrap_or_default();
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return String::new();
    }
    inside
        .chars()
        .take(32)
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect::<String>()
        .to_ascii_lowercase()
}

/// Where the tag that `from` begins with ends, in bytes: behind the first `>` outside of quotation marks.
fn tag_end(from: &str) -> usize {
    let mut quote = None;
    for (at, byte) in from.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'')
                if at > 0 && from.as_bytes().get(at - 1).is_some_and(|before| *before == b'=') =>
            {
                quote = Some(byte);
            }
            (Some(open), byte) if byte == open => quote = None,
            // A quotation mark that nobody closed must not take in the page.
            (Some(_), b'<') if at > TAG => return at,
            _ => {}
        }
    }
    from.len()
}

/// Where the content of an element that holds no markup ends.
fn raw_end(content: &str, name: &str) -> usize {
    let bytes = content.as_bytes();
    let mut from = 0;
    while let Some(at) = content.get(from..).and_then(|rest| rest.find("</")) {
        let start = from + at + 2;
        let here = bytes.get(start..start + name.len());
        if here.is_some_and(|here| here.eq_ignore_ascii_case(name.as_bytes())) {
            return from + at;
        }
        from = start;
    }
    content.len()
}

/// Writes a start tag without what is too much of it.
fn put_tag(out: &mut String, tag: &str) {
    if tag.len() <= ATTRIBUTES {
        return out.push_str(tag);
    }
    let tag = without_data(tag);
    let signs = tag.bytes().enumerate().filter(|(_, byte)| *byte == b'=');
    let many = signs.map(|(at, _)| at).nth(ATTRIBUTES);
    if many.is_none() && tag.len() <= TAG {
        return out.push_str(&tag);
    }
    let end = tag.floor_char_boundary(many.unwrap_or(TAG).min(TAG));
    let whole = tag.get(..end).unwrap_or_default();
    out.push_str(whole.rfind(char::is_whitespace).and_then(|end| whole.get(..end)).unwrap_or(whole));
    out.push('>');
}

/// A tag without addresses that have a picture inside: megabytes that show nothing as text.
fn without_data(tag: &str) -> Cow<'_, str> {
    if !tag.contains(DATA) {
        return Cow::Borrowed(tag);
    }
    let mut kept = String::new();
    let mut rest = tag;
    while let Some((before, data)) = rest.split_once(DATA) {
        kept.push_str(before);
        let end = data.find(['"', '\'', '>']).unwrap_or(data.len());
        rest = data.get(end..).unwrap_or_default();
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_page_stays_as_it_is() {
        let page = "<!DOCTYPE html><html lang=en><p class=\"a > b\">5 < 6 &amp; 3<br/>x</p><script>if (a<b) {}</script>";
        assert_eq!(tamed(page), page);
        assert_eq!(tamed("a<!-- <p> -->b<!-- open"), "ab");
    }

    #[test]
    fn depth_tags_and_data_are_bounded() {
        let deep = format!("{}x{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let tame = tamed(&deep);
        assert_eq!(tame.matches("<div>").count(), DEPTH);
        assert_eq!(tame.matches("</div>").count(), DEPTH);
        let wide = format!("<p {}>x</p>", "a=1 ".repeat(100_000));
        let tame = tamed(&wide);
        assert!(tame.len() < 3_000 && tame.ends_with(">x</p>"), "{}", tame.len());
        let picture = format!("<img src=\"data:image/png;base64,{}\" alt=\"x\"><p>y", "A".repeat(1 << 20));
        assert_eq!(tamed(&picture), "<img src=\"\" alt=\"x\"><p>y");
    }

    #[test]
    fn an_open_quotation_mark_takes_in_no_page() {
        let page = format!("<p class=\"a>{}<p>end</p>", "word ".repeat(10_000));
        assert!(tamed(&page).contains("<p>end</p>"));
    }
}
