//! Lines that tell readers nothing: addresses, counts of a platform, tags.

use super::kind::Kind;

/// What a line is made of that has nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bare {
    /// A mail address or a handle: how to reach whoever wrote.
    Address,
    /// The address of a page, perhaps with its label: "Listen: https://…".
    Link,
    /// How often a post was seen or shared, perhaps with its time: "1.2K shares".
    Counts,
    /// Where a player stands: "0:00 / 2:14".
    Player,
    /// Tags of a page's source.
    Tags,
    /// What a mail prints around its text: its head, a signature.
    Mail,
}

/// A label has at most so many words.
const LABEL: usize = 4;
/// The most words of such a line.
const WORDS: usize = 14;

impl Bare {
    /// What a line with the text is, if it has nothing else; `counter` and `date` say which words name what is counted,
    /// and which a time.
    pub fn of(text: &str, counter: impl Fn(&str) -> bool, date: impl Fn(&str) -> bool) -> Option<Self> {
        if is_tags(text) {
            return Some(Self::Tags);
        }
        let words = || text.split_whitespace();
        if words().nth(WORDS).is_some() {
            return None;
        }
        if is_player(text) {
            return Some(Self::Player);
        }
        if is_counts(text, counter, date) {
            return Some(Self::Counts);
        }
        let label = words().position(|word| address(word).is_some())?;
        let labelled = label == 0 || words().nth(label - 1).is_some_and(|word| word.ends_with([':', '：']));
        let rest = words().skip(label).filter(|word| word.contains(char::is_alphanumeric));
        let all = rest.map(address).collect::<Option<Vec<Self>>>()?;
        // An address alone may be a source that the author names.
        let source = label == 0 && text.contains("://");
        (labelled && label <= LABEL && !source).then(|| all.first().copied()).flatten()
    }

    /// What kind of thing such a line is.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Address | Self::Mail => Kind::Notice,
            Self::Link | Self::Counts | Self::Player | Self::Tags => Kind::Navigation,
        }
    }
}

/// What kind of address a word is.
fn address(word: &str) -> Option<Bare> {
    let word = word.trim_matches(|c: char| !(c.is_alphanumeric() || matches!(c, '@' | '/')));
    if let Some(handle) = word.strip_prefix('@') {
        let letters = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '@' | '-');
        return (handle.len() >= 2 && handle.chars().all(letters)).then_some(Bare::Address);
    }
    let is_host = |host: &str| {
        let top = host.rsplit_once('.').map_or("", |(_, top)| top);
        top.len() >= 2
            && top.chars().all(char::is_alphabetic)
            && host.split('.').all(|label| !label.is_empty() && !label.contains(char::is_whitespace))
    };
    if let Some((name, host)) = word.split_once('@') {
        return (!name.is_empty() && is_host(host)).then_some(Bare::Address);
    }
    if word.contains("://") {
        return Some(Bare::Link);
    }
    let (host, _) = word.split_once('/')?;
    is_host(host).then_some(Bare::Link)
}

/// Whether a line is nothing but counts: numbers, what is counted, and the time.
fn is_counts(text: &str, counter: impl Fn(&str) -> bool, date: impl Fn(&str) -> bool) -> bool {
    let (mut numbers, mut counters) = (0, 0);
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '·' | '•' | '|' | ','));
    for word in words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())) {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            numbers += 1;
        } else if counter(word) {
            counters += 1;
        } else if !(word.is_empty() || date(word)) {
            return false;
        }
    }
    numbers > 0 && counters > 0
}

/// Whether a line is nothing but how much of a recording was played: two times and a slash.
fn is_player(text: &str) -> bool {
    text.split_once('/').is_some_and(|(played, all)| is_clock(played) && is_clock(all))
}

/// Whether `text` is minutes and seconds, perhaps with hours.
fn is_clock(text: &str) -> bool {
    let part = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.trim();
    (2..=3).contains(&text.split(':').count()) && text.split(':').all(part)
}

/// Whether a line is nothing but tags, escaped or not.
fn is_tags(text: &str) -> bool {
    /// A longer line need not be looked at: what stands between the tags is the story.
    const LONGEST: usize = 2_000;
    if !(text.starts_with('<') || text.starts_with("&lt;")) || text.len() > LONGEST {
        return false;
    }
    let unescaped = text.replace("&lt;", "<").replace("&gt;", ">");
    let (mut inside, mut tags) = (false, 0);
    let named = |tag: &str| tag.starts_with(|c: char| c.is_ascii_lowercase() || matches!(c, '/' | '!'));
    if !unescaped.split('<').skip(1).all(named) {
        return false;
    }
    for c in unescaped.chars() {
        match c {
            '<' => (inside, tags) = (true, tags + 1),
            '>' => inside = false,
            c if !inside && c.is_alphanumeric() => return false,
            _ => {}
        }
    }
    tags > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(text: &str) -> Option<Bare> {
        Bare::of(
            text,
            |word| ["views", "shares", "mal"].contains(&word.to_lowercase().as_str()),
            |word| ["May", "PM"].contains(&word),
        )
    }

    #[test]
    fn lines_of_addresses_counts_and_tags_are_told_from_prose() {
        for (text, is) in [
            ("jane.doe@paper.example", Bare::Address),
            ("@janedoe", Bare::Address),
            ("Mail: jane@paper.example | @janedoe", Bare::Address),
            ("Listen: https://radio.example/1.mp3", Bare::Link),
            ("pic.twitter.com/q1w2e3", Bare::Link),
            ("1.2K shares", Bare::Counts),
            ("7:02 PM · May 4, 2023 · 1.2M Views", Bare::Counts),
            ("0:00 / 2:14", Bare::Player),
            ("1:02:11/1:30:00", Bare::Player),
            ("&lt;span class=\"x\"&gt;&lt;/span&gt;", Bare::Tags),
            ("<br>", Bare::Tags),
        ] {
            assert_eq!(bare(text), Some(is), "{text}");
        }
        for text in [
            "He posted it at https://paper.example/1",
            "@janedoe Where is the ferry?",
            "Shares fell 3 points",
            "20/30",
            "10:30 am",
            "<b>The ferry stopped.</b>",
            "<The Ferry: A Film>",
            "https://paper.example/2017/04/the-ferry",
            "and/or",
            "May 4, 2023",
        ] {
            assert_eq!(bare(text), None, "{text}");
        }
    }
}
