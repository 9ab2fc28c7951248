//! The publisher's name behind a title: "… - KWWL - Eastern Iowa Breaking News, Weather, Closings".

use super::cues::CUES;
use super::line::publisher;
use super::rules::Tail;

/// What stands between a title and the name of the site.
const SEPARATORS: [&str; 7] = [" - ", " | ", " – ", " — ", " :: ", " » ", " · "];

/// The fewest words of a title before the name of its site.
const TITLE: usize = 3;

/// The most words of a site's name or slogan.
const NAME: usize = 8;

/// Finds the site's name behind `title`. `printed_again` tells whether a title stands in another
/// block as well, which settles where it ends.
pub(super) fn behind(title: &str, printed_again: impl Fn(&str) -> bool) -> Option<Tail> {
    let breaks = breaks(title);
    let part = |index: usize| {
        let (_, from) = *breaks.get(index)?;
        let to = breaks.get(index + 1).map_or(title.len(), |&(to, _)| to);
        title.get(from..to).map(str::trim)
    };
    let long_enough =
        |start: usize| title.get(..start).is_some_and(|title| title.split_whitespace().count() >= TITLE);
    let is_bar = |start: usize| {
        title
            .get(start..)
            .is_some_and(|rest| rest.starts_with([' ']) && rest.trim_start().starts_with(['|', ':', '»']))
    };
    let head = |index: usize| breaks.get(index).map(|&(start, _)| start).filter(|&start| long_enough(start));

    let settled = (0..breaks.len())
        .find(|&index| head(index).is_some_and(|start| title.get(..start).is_some_and(&printed_again)));
    let named = || (0..breaks.len()).find(|&index| head(index).is_some() && part(index).is_some_and(is_name));
    let likely = || {
        let from_end = (0..breaks.len()).rev().take_while(|&index| {
            let bar = head(index).is_some_and(is_bar);
            part(index).is_some_and(|part| is_likely(part, bar))
        });
        from_end.last().filter(|&index| head(index).is_some())
    };
    let first = settled.or_else(|| named().into_iter().chain(likely()).min())?;
    let parts: Vec<&str> = (first..breaks.len()).filter_map(part).collect();
    let outlet = parts
        .iter()
        .find(|part| is_name(part))
        .or_else(|| {
            parts.iter().rev().find(|part| part.split_whitespace().count() <= 5 && !CUES.sections.has(part))
        })
        .map(|part| publisher(part).to_owned());
    Some(Tail { start: head(first)?, outlet })
}

/// Where the separators of `title` begin and end, in order; a bounded number of them.
fn breaks(title: &str) -> Vec<(usize, usize)> {
    let mut breaks = Vec::new();
    let mut behind = 0;
    for (at, _) in title.match_indices(' ') {
        if at < behind {
            continue;
        }
        let rest = title.get(at..).unwrap_or_default();
        if let Some(separator) = SEPARATORS.iter().find(|separator| rest.starts_with(**separator)) {
            // The space behind may begin the next one.
            behind = at + separator.len() - 1;
            breaks.push((at, behind));
        }
        if breaks.len() == NAME {
            break;
        }
    }
    breaks
}

/// Whether `part` is a publisher's name beyond doubt.
fn is_name(part: &str) -> bool {
    CUES.outlets.has(part) || CUES.agencies.has(part) || is_call_sign(part) || is_domain(part)
}

/// Whether `part` may be a site's name, slogan or section.
fn is_likely(part: &str, behind_bar: bool) -> bool {
    if is_name(part) || CUES.sections.has(part) {
        return true;
    }
    let mut count = 0;
    let mut outlet_word = false;
    let mut capitals = true;
    let mut last = false;
    for word in part.split_whitespace() {
        count += 1;
        if count > NAME {
            return false;
        }
        last = CUES.outlet_words.has(word.trim_matches(|c: char| !c.is_alphanumeric()));
        outlet_word |= last && count == 1;
        capitals &= word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || CUES.joining_words.has(word);
    }
    capitals && (behind_bar || last || outlet_word)
}

/// North American stations: "KWWL", "WABC-TV", "CBC".
fn is_call_sign(part: &str) -> bool {
    let letters = part.split('-').next().unwrap_or_default();
    (3..=4).contains(&letters.len())
        && letters.starts_with(['K', 'W', 'C'])
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && part.len() <= letters.len() + 3
}

fn is_domain(part: &str) -> bool {
    let Some((name, end)) = part.rsplit_once('.') else { return false };
    !name.is_empty()
        && part.len() <= 40
        && (2..=4).contains(&end.len())
        && end.bytes().all(|byte| byte.is_ascii_lowercase())
        && !part.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(title: &str, again: &str) -> Option<(usize, Option<String>)> {
        behind(title, |head| head == again).map(|site| (site.start, site.outlet))
    }

    #[test]
    fn finds_the_site_behind_a_title() {
        let title = "Twitter sues Feds - KWWL - Eastern Iowa Breaking News, Weather, Closings";
        assert_eq!(found(title, ""), Some((17, Some("KWWL".into()))));
        assert_eq!(
            found("Twitter sues the Feds - Our Town", "Twitter sues the Feds"),
            Some((21, Some("Our Town".into())))
        );
        assert_eq!(found("Twitter sues the Feds | Reuters", ""), Some((21, Some("Reuters".into()))));
        assert_eq!(
            found("Twitter sues the Feds | World news | The Guardian", ""),
            Some((21, Some("The Guardian".into())))
        );
        assert_eq!(
            found("Twitter sues the Feds - The New York Times", ""),
            Some((21, Some("The New York Times".into())))
        );
        assert_eq!(found("Twitter sues the Feds - cnn.com", ""), Some((21, Some("cnn.com".into()))));
    }

    #[test]
    fn leaves_dashes_in_titles_alone() {
        for title in [
            "Twitter - and the law",
            "Twitter sues the Feds - and wins",
            "Twitter sues – Trump reacts angrily",
            "No separator News",
        ] {
            assert_eq!(found(title, ""), None, "{title}");
        }
    }
}
