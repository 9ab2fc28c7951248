//! What stands in a sentence without being its wording: web addresses, and the signature that an embedded
//! post ends with ("— Jane Roe (@janeroe) March 23, 2018"). Every post of one writer carries the same.

use std::ops::Range;

/// How an address begins.
const ADDRESSES: [&str; 4] = ["http://", "https://", "www.", "pic.twitter.com/"];
/// The longest name before a handle, with its dash, in bytes.
const NAME: usize = 80;
/// The longest date behind a handle, in bytes.
const DATE: usize = 30;

/// The bytes of `text` that are not its wording, in order and disjoint.
pub(super) fn of(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !text.contains(['@', '/']) && !text.contains("www.") {
        return found;
    }
    let signature = signature(text);
    let wording = signature.as_ref().map_or(text.len(), |signature| signature.start);
    let mut at = 0;
    while let Some(start) = ADDRESSES.iter().filter_map(|&opening| find(text, at, wording, opening)).min() {
        let rest = text.get(start..).unwrap_or_default();
        at = start + rest.find(char::is_whitespace).unwrap_or(rest.len());
        found.push(start..at.min(wording));
    }
    found.extend(signature);
    found
}

/// Where `opening` begins between two places of `text`.
fn find(text: &str, from: usize, to: usize, opening: &str) -> Option<usize> {
    text.get(from..to)?.find(opening).map(|offset| from + offset)
}

/// The signature at the end of a post.
fn signature(text: &str) -> Option<Range<usize>> {
    let handle = text.rfind("(@")?;
    let close = handle + text.get(handle..)?.find(')')?;
    let name = text.get(handle + 2..close)?;
    let date = text.get(close + 1..)?.trim();
    let is_handle = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let is_date = date.is_empty() || date.len() <= DATE && date.contains(|c: char| c.is_ascii_digit());
    let dash = text.get(..handle)?.rfind(['—', '–', '―'])?;
    (is_handle && is_date && handle - dash <= NAME).then_some(dash..text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wording(text: &str) -> String {
        let mut left = text.to_owned();
        for range in of(text).into_iter().rev() {
            left.replace_range(range, "");
        }
        left.trim().to_owned()
    }

    #[test]
    fn the_signature_of_a_post_is_not_its_wording() {
        let post =
            "Totally irresponsible. https://t.co/np7BmP1AkB — Senator Jane Roe (@SenJaneRoe) March 23, 2018";
        assert_eq!(wording(post), "Totally irresponsible.");
        assert_eq!(wording("Very dishonest & weak. — Jane Roe (@roe)"), "Very dishonest & weak.");
    }

    #[test]
    fn addresses_are_not_wording() {
        assert_eq!(wording("See www.example.org/a for more."), "See  for more.");
        assert_eq!(wording("A photo pic.twitter.com/DXiEl0KXwL"), "A photo");
    }

    #[test]
    fn handles_inside_a_sentence_stay() {
        let tweet = "The report shows that @janeroe – who left – wrote (@roe) of 3 more crimes than anybody had feared.";
        assert_eq!(wording(tweet), tweet);
    }

    proptest! {
        #[test]
        fn ranges_lie_on_character_boundaries(text in "[ a-z—(@)/:é0-9]{0,60}(http://|www\\.|)[ —(@)a-z0-9]{0,40}") {
            let mut end = 0;
            for range in of(&text) {
                prop_assert!(text.get(range.clone()).is_some());
                prop_assert!(range.start >= end);
                end = range.end;
            }
        }
    }
}
