//! What a machine glued to a paragraph: links to other articles, calls to subscribe, breaks of the page.
//!
//! A title without an end mark may run on into the story's next sentence, so a link that says "Read more: …" is
//! taken for one only where its end is beyond doubt: at the end of the block, in brackets, or with a title's "?".

use super::cues::CUES;

/// The most words of a link with its title, or of a call.
const WORDS: usize = 40;

/// Whether a sentence of a block is a link with a title; `last` says whether it is the block's last.
pub(super) fn is_link(sentence: &str, last: bool) -> bool {
    let bracketed = in_brackets(sentence);
    let text = bracketed.unwrap_or(sentence).trim();
    let Some((opening, title)) = announced(text) else { return false };
    // "More:" and "Video:" open sentences of the story, too.
    let beyond_doubt = opening.contains(' ') || is_in_capitals(opening);
    let capital = !title.trim_start().starts_with(char::is_lowercase);
    let ends = || bracketed.is_some() || ends_as_title(title, last) && (beyond_doubt || last);
    capital && ends() && is_short(text)
}

/// Whether a sentence is a call to do something with the page.
pub(super) fn is_call(sentence: &str) -> bool {
    let text = unwrapped(sentence);
    // "SUBSCRIBE TODAY It will be closed": the next sentence hangs on it.
    let runs_on = |rest: &str| {
        let head = text.get(..text.len() - rest.len()).unwrap_or_default();
        is_in_capitals(head) && rest.trim_start().starts_with(char::is_uppercase) && !is_in_capitals(rest)
    };
    CUES.call_openings.opening(text).is_some_and(|rest| !runs_on(rest)) && is_short(text)
}

/// Whether a sentence is a break of the page.
pub(super) fn is_break(sentence: &str) -> bool {
    CUES.page_breaks.has(bare(unwrapped(sentence)))
}

/// Whether a sentence is the words of a button; `last` says whether it is its block's last.
pub(super) fn is_button(sentence: &str, last: bool) -> bool {
    let text = unwrapped(sentence);
    let bare = bare(text);
    // A button's words are a sentence's as well ("Read more."): alone in their place they need a sign.
    CUES.page_buttons.has(bare)
        && (last || in_brackets(sentence).is_some() || is_in_capitals(bare))
        && announced(text).is_none()
}

/// The bytes of the link in brackets that a sentence begins with: "(RELATED: A title) The suit says …".
pub(super) fn opening_link(sentence: &str) -> Option<usize> {
    let close = if sentence.starts_with('(') { ')' } else { sentence.strip_prefix('[').map(|_| ']')? };
    let (at, c) = sentence.char_indices().find(|&(_, c)| c == close)?;
    let (link, rest) = sentence.split_at_checked(at + c.len_utf8())?;
    let goes_on = rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    let is_glued = || is_link(link, false) || is_call(link) || is_break(link) || is_button(link, false);
    (goes_on && is_glued()).then_some(link.len())
}

/// The bytes of the break that `text` begins with, where a sentence follows: "ADVERTISEMENT The mayor …".
pub(super) fn opening_break(text: &str) -> Option<usize> {
    let (rest, any_case) = match CUES.page_breaks.opening(text) {
        Some(rest) => (rest, true),
        None => (CUES.page_buttons.opening(text).or_else(|| CUES.call_openings.opening(text))?, false),
    };
    let head = text.get(..text.len() - rest.len())?;
    let sentence =
        rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '“' | '(' | '‘'));
    // Behind a colon stands a title: the line is a link.
    let separated =
        rest.starts_with(|c: char| !c.is_alphanumeric()) && !rest.trim_start().starts_with([':', '：']);
    let word = sentence.split_whitespace().next()?;
    let begins = word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
    // In a line of capitals the words are as good as any.
    let apart = any_case || (is_in_capitals(head) && !is_in_capitals(word));
    let goes_on = sentence.split_whitespace().nth(2).is_some();
    (separated && begins && apart && goes_on).then(|| text.len() - sentence.len())
}

/// What announces a title on a link, and the title: "Read more", "Five things we know".
fn announced(text: &str) -> Option<(&str, &str)> {
    let behind = CUES.link_openings.opening(text)?;
    let title = behind.trim_start().strip_prefix([':', '：', '→', '»', '>'])?;
    Some((text.get(..text.len() - behind.len())?.trim(), title))
}

/// Whether `text` has no more words than a link or a call.
fn is_short(text: &str) -> bool {
    text.split_whitespace().nth(WORDS).is_none()
}

/// A sentence without brackets around it.
fn unwrapped(sentence: &str) -> &str {
    in_brackets(sentence).unwrap_or(sentence).trim()
}

/// A sentence without the signs at its end.
fn bare(text: &str) -> &str {
    text.trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// What stands between the brackets that hold all of `text`.
fn in_brackets(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(['.', ' ']);
    let inside = |open, close| text.strip_prefix(open)?.strip_suffix(close);
    inside('(', ')').or_else(|| inside('[', ']')).filter(|inside| !inside.contains(['(', ')', '[', ']']))
}

/// Whether `title` ends as a title does, and nothing of the story can hang on it.
fn ends_as_title(title: &str, last: bool) -> bool {
    match title.trim_end().trim_end_matches(['"', '”', '’', '\'', '»', ')']).chars().next_back() {
        Some('?' | '!') => true,
        Some('.' | '。' | ':' | ';' | ',') | None => false,
        Some(_) => last,
    }
}

/// Whether `text` has two letters or more and no small one.
fn is_in_capitals(text: &str) -> bool {
    !text.contains(char::is_lowercase) && text.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// The bytes of a picture's credit before a paragraph whose subject its end repeats: "© Provided by Courier Media Northway"
/// before "Northway shocked …".
pub(super) fn opening_credit(text: &str) -> Option<usize> {
    /// Words of a credit.
    const CREDIT: usize = 12;
    if !text.starts_with('©') {
        return None;
    }
    let mut at = 0;
    let mut before = "";
    for word in text.split(' ').take(CREDIT) {
        if before == word && word.starts_with(char::is_uppercase) {
            return Some(at);
        }
        before = word;
        at += word.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_glued(sentence: &str, last: bool) -> bool {
        is_link(sentence, last) || is_call(sentence) || is_break(sentence) || is_button(sentence, last)
    }

    #[test]
    fn links_calls_and_breaks_are_found() {
        for text in [
            "(RELATED: NBC, ABC And CBS Appear To Have Run Cover)",
            "Read more: Five things we know",
            "RELATED: Who is James Comey?",
            "Lesen Sie auch: Was wir wissen",
            "Lire aussi : Ce que l'on sait",
            "Click here to find a station that broadcasts the show.",
            "Sign up for our daily newsletter.",
            "Follow us on Twitter.",
            "READ MORE",
            "[Read more]",
            "Continue reading →",
            "Story continues below advertisement",
        ] {
            assert!(is_glued(text, true), "{text}");
        }
        assert!(is_glued("Story continues below", false) && is_glued("(Related: A title)", false));
    }

    #[test]
    fn a_plain_word_with_a_colon_opens_sentences_of_the_story() {
        for text in ["Video: The mayor denies it all!", "More: He had seen the money, and did he lie?"] {
            assert!(!is_glued(text, false), "{text}");
        }
        assert!(is_glued("Video: The mayor denies it all", true) && is_glued("VIDEO: He denies it!", false));
    }

    #[test]
    fn sentences_of_the_story_are_not() {
        for text in [
            "Read more: he had seen the money, and did he lie?",
            "Abbonati e tifosi hanno protestato davanti allo stadio per ore.",
            "Read more books, the minister said.",
            "SUBSCRIBE TODAY It will be scrapped.",
            "(Related: nobody was charged, the court noted.)",
            "Related companies were searched, too.",
            "More than 3,000 people came.",
            "Sign up, he told them, or go home.",
            "“Click here to win,” the message said.",
            "He asked them to read more",
            "Watch the harbor, she said: it will freeze.",
            // The title may have run on into a sentence.
            "Read more: Trump fires Comey The president said on Friday that he had to.",
        ] {
            assert!(!is_glued(text, true), "{text}");
        }
        assert!(!is_glued("Read more: Trump fires Comey", false));
        assert!(!is_glued("Read more.", false));
    }

    #[test]
    fn a_link_in_brackets_is_cut_off_its_sentence() {
        let cut = |text: &str| opening_link(text).map(|end| text.split_at(end).1.to_owned());
        assert_eq!(cut("(RELATED: A Title) It was late.").as_deref(), Some(" It was late."));
        assert_eq!(cut("(Related companies) were searched."), None);
        assert_eq!(cut("(RELATED: A Title) and it was late."), None);
        assert_eq!(cut("(RELATED: A Title)"), None);
    }

    #[test]
    fn breaks_before_a_sentence_are_cut_off() {
        let cut = |text: &str| opening_break(text).map(|end| text.split_at(end).1.to_owned());
        let mayor = "The mayor said so.";
        for before in [
            "ADVERTISEMENT ",
            "SUBSCRIBE TODAY ",
            "Story continues below advertisement - ",
            "READ MORE | ",
            "ANZEIGE ",
        ] {
            assert_eq!(cut(&format!("{before}{mayor}")).as_deref(), Some(mayor), "{before}");
        }
        for text in [
            "Advertisement revenue fell.",
            "Advertisement Standards Authority officials said so.",
            "ADVERTISEMENT BAN IS LIFTED IN TWO STATES",
            "Read More Books, a shop in Ohio, said so.",
            "ADVERTISEMENT",
            "ADVERTISEMENT The",
            "READ MORE: Two diagnosed with plague in Beijing",
        ] {
            assert_eq!(cut(text), None, "{text}");
        }
    }

    #[test]
    fn a_credit_ends_where_the_subject_is_repeated() {
        let text = "© Provided by Harbour Media Seaway Seaway will open a second line on Monday.";
        assert_eq!(
            opening_credit(text).and_then(|end| text.get(end..)),
            text.find("Seaway will").and_then(|at| text.get(at..))
        );
        assert_eq!(opening_credit("© 2026 The Courier. All rights reserved."), None);
        assert_eq!(opening_credit("Seaway Seaway"), None);
    }
}
