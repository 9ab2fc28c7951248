//! What stands in a sentence without being its wording: web addresses, and the signature that an embedded
//! post ends with ("— Jane Roe (@janeroe) March 23, 2018"). Every post of one writer carries the same.

use std::ops::Range;

/// How an address begins.
const ADDRESSES: [&str; 4] = ["http://", "https://", "www.", "pic.twitter.com/"];
/// The longest name before a handle, with its dash, in bytes.
const NAME: usize = 80;
/// The most words of a date behind a handle.
const DATE: usize = 6;

/// The bytes of `text` that are not its wording, in order and disjoint.
pub(super) fn of(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !text.contains(['@', '/']) && !text.contains("www.") {
        return found;
    }
    let signature = signature(text);
    let wording = signature.as_ref().map_or(text.len(), |signature| signature.start);
    let mut at = 0;
    for word in text.get(..wording).unwrap_or_default().split_inclusive(char::is_whitespace) {
        if let Some(start) = ADDRESSES.iter().filter_map(|&opening| word.find(opening)).min() {
            let address = word.get(start..).unwrap_or_default();
            // Where words are not separated, the sentence goes on right behind the address.
            let ends = |c: char| c.is_whitespace() || !c.is_ascii() || matches!(c, '"' | '<' | '>');
            found.push(at + start..at + start + address.find(ends).unwrap_or(address.len()));
        }
        at += word.len();
    }
    found.extend(signature);
    found
}

/// The signature at the end of a post.
fn signature(text: &str) -> Option<Range<usize>> {
    let handle = text.rfind("(@")?;
    let close = handle + text.get(handle..)?.find(')')?;
    let name = text.get(handle + 2..close)?;
    let is_handle = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let dash = text.get(..handle)?.rfind(['—', '–', '―'])?;
    (is_handle && is_date(text.get(close + 1..)?) && handle - dash <= NAME).then_some(dash..text.len())
}

/// Whether `text` is nothing or a day and perhaps an hour: a few words, none of which begins like the words of
/// a sentence, and one of which is a number.
fn is_date(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let fits = |word: &&str| {
        let hour = matches!(word.trim_end_matches(['.', ',']), "am" | "pm" | "a.m" | "p.m");
        hour || !word.starts_with(char::is_lowercase)
    };
    let number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    words.is_empty() || words.len() <= DATE && words.iter().all(fits) && words.iter().any(number)
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
        assert_eq!(wording("詳細はhttps://example.jpを見て辞任した。"), "詳細はを見て辞任した。");
    }

    #[test]
    fn what_is_said_behind_a_handle_stays() {
        for said in [
            "The report shows that @janeroe – who left – wrote (@roe) of 3 more crimes than anybody had feared.",
            "The council voted against the plan — Jane Roe (@roe) voted yes, 4 others no.",
            "The council voted against the plan — Carl Dow (@dow) abstained with 9 more.",
        ] {
            assert_eq!(wording(said), said);
        }
    }

    proptest! {
        #[test]
        fn ranges_are_in_order_and_on_character_boundaries(
            text in "[ a-z—(@)/:é0-9]{0,60}(http://|www\\.|)[ —(@)a-zé0-9]{0,40}",
        ) {
            let mut end = 0;
            for range in of(&text) {
                prop_assert!(text.get(range.clone()).is_some());
                prop_assert!(range.start >= end);
                end = range.end;
            }
        }
    }
}
