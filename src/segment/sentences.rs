//! Text without marks → sentences.
//!
//! The boundaries of Unicode Standard Annex #29 know every script but no abbreviation, and take each
//! line break for an end. Here they are candidates only, beside the places that the annex passes
//! over (before a number, a quotation or a handle); a few rules of how newspapers write decide.
//! Every rule looks at a bounded stretch around its candidate, so that time grows with the text alone.

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviations::{Abbreviations, LONGEST, Stop};
use crate::article::Span;
use crate::text::marks::{
    Quotations, Turn, is_closing, is_end_mark, is_opening, is_quotation_mark, with_neighbours,
};
use crate::text::script::is_unspaced;

/// How many words a speaker's name may have between a quotation and its verb.
const SPEAKER: usize = 4;

/// How many characters without a letter between them may stand in a row before they are passed over.
const RUN: usize = 40;

/// The longest word looked at, in characters.
const WORD: usize = 40;

/// Appends the sentences of the stretch `span` of `text` to `sentences`, in order, disjoint, and
/// without white space around them. A stretch with any visible character has at least one. None ends inside one of
/// the stretches `whole`, which are in order.
pub(super) fn cut(text: &str, span: Span, whole: &[Span], words: &Abbreviations, sentences: &mut Vec<Span>) {
    let span = span.trimmed(text);
    let inside = span.of(text);
    let mut start = 0;
    let mut quotes = Quotes::of(inside);
    let mut whole = whole.iter().peekable();
    for at in candidates(inside, words) {
        while whole.next_if(|stretch| stretch.end < span.start + at).is_some() {}
        if at <= start || whole.peek().is_some_and(|stretch| stretch.start < span.start + at) {
            continue;
        }
        let Some(end) = boundary(inside, start, at, words, &mut quotes) else { continue };
        let sentence = Span::new(span.start + start, span.start + end).trimmed(text);
        if !sentence.is_empty() {
            sentences.push(sentence);
        }
        start = end;
    }
    let rest = Span::new(span.start + start, span.end).trimmed(text);
    if !rest.is_empty() {
        sentences.push(rest);
    }
}

/// Where sentences may begin in `text`, in order.
fn candidates(text: &str, words: &Abbreviations) -> Vec<usize> {
    let mut candidates = Vec::new();
    // In Latin, Greek and Cyrillic text the annex ends sentences at the same marks, only less often.
    if text.chars().all(|c| c < '\u{600}' || matches!(c, '\u{2000}'..='\u{206f}')) {
        passed_over(text, 0, words, &mut candidates);
        return candidates;
    }
    for (piece_start, piece) in pieces(text) {
        candidates.push(piece_start);
        let mut segment_start = piece_start;
        for segment in piece.split_sentence_bounds() {
            passed_over(segment, segment_start, words, &mut candidates);
            segment_start += segment.len();
            candidates.push(segment_start);
        }
        // Where the piece ends, a run follows: what comes behind the run is the candidate.
        candidates.pop();
    }
    candidates
}

/// The stretches of `text` between runs of more than [`RUN`] characters that are no letters, with where
/// they begin. The annex looks ahead across such a run from each of its places, which takes too long
/// on a million spaces; and no sentence begins inside one.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = *rest.peek()?;
        let mut run = 0;
        let mut end = text.len();
        for (at, c) in rest.by_ref() {
            if c.is_alphabetic() {
                run = 0;
                continue;
            }
            run += 1;
            if run > RUN {
                end = at;
                break;
            }
        }
        while rest.next_if(|&(_, c)| !c.is_alphabetic()).is_some() {}
        text.get(start..end).map(|piece| (start, piece))
    })
}

/// Collects where, inside a segment of the annex, a sentence may begin all the same: at what stands
/// behind an end mark, closing quotation marks, brackets or marks of notes, and white space.
fn passed_over(segment: &str, offset: usize, words: &Abbreviations, candidates: &mut Vec<usize>) {
    let mut state = Passing::Text;
    let mut before = ' ';
    let mut note_end = 0;
    for (at, c) in segment.char_indices() {
        if at < note_end {
            continue;
        }
        let ended = matches!(state, Passing::Ended);
        if ended && c == '[' {
            note_end = at + note(segment.get(at..).unwrap_or_default()).unwrap_or(0);
            if at < note_end {
                continue;
            }
        }
        state = match state {
            _ if words.is_end_mark(c) => Passing::Ended,
            Passing::Ended if is_closing(c) => Passing::Ended,
            Passing::Ended | Passing::Spaced if c.is_whitespace() => Passing::Spaced,
            // Chinese prints two of these dots at the end of a sentence that trails off.
            Passing::Ended if !(c.is_uppercase() || before == '…' && is_unspaced(c)) => Passing::Text,
            Passing::Ended | Passing::Spaced => {
                candidates.push(offset + at);
                Passing::Text
            }
            Passing::Text => Passing::Text,
        };
        before = c;
    }
}

/// The length of the mark of a note that `text` begins with: "[1]", "[12]".
fn note(text: &str) -> Option<usize> {
    let (number, _) = text.strip_prefix('[')?.split_once(']')?;
    let short = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    short.then_some(number.len() + 2)
}

/// `sentence` without the marks of notes at its end.
fn without_notes(mut sentence: &str) -> &str {
    while let Some(start) = sentence.strip_suffix(']').and_then(|rest| rest.rfind('[')) {
        let (before, mark) = sentence.split_at(start);
        if note(mark) != Some(mark.len()) || !before.ends_with(|c| is_end_mark(c) || is_closing(c)) {
            break;
        }
        sentence = before;
    }
    sentence
}

enum Passing {
    Text,
    Ended,
    Spaced,
}

/// The quotations around a place that only moves on, counted once along the text.
struct Quotes<I: Iterator> {
    passing: std::iter::Peekable<I>,
    quotations: Quotations,
    /// Where the last one that opened begins.
    opened: usize,
}

impl Quotes<std::iter::Empty<Passed>> {
    fn of(text: &str) -> Quotes<impl Iterator<Item = Passed>> {
        Quotes { passing: with_neighbours(text).peekable(), quotations: Quotations::default(), opened: 0 }
    }
}

/// A character with its place, between the one before and the one behind.
type Passed = (usize, Option<char>, char, Option<char>);

impl<I: Iterator<Item = Passed>> Quotes<I> {
    fn pass(&mut self, end: usize) {
        while let Some((at, before, c, after)) = self.passing.next_if(|&(at, ..)| at < end) {
            if self.quotations.pass(before, c, after) == Some(Turn::Opens) {
                self.opened = at;
            }
        }
    }

    /// Whether `c`, which stands at `at`, closes a quotation.
    fn closes(&mut self, at: usize, c: char) -> bool {
        self.pass(at);
        self.quotations.closes(c)
    }

    /// Where the quotation begins that opens between `start` and `end` and is open there.
    fn opened_between(&mut self, start: usize, end: usize) -> Option<usize> {
        self.pass(end);
        (self.quotations.is_open() && self.opened >= start).then_some(self.opened)
    }
}

/// Decides about the candidate `at`: where the sentence that begins at `start` ends, if it does.
fn boundary<I: Iterator<Item = Passed>>(
    text: &str,
    start: usize,
    at: usize,
    words: &Abbreviations,
    quotes: &mut Quotes<I>,
) -> Option<usize> {
    let (before, after) = text.split_at_checked(at)?;
    let printed = before.get(start..)?.trim_end();
    let sentence = without_notes(printed);
    let noted = sentence.len() < printed.len();
    let after = after.trim_start();
    let next = after.chars().next()?;

    // A closing quotation mark that was set apart, or in the wrong direction, goes with its sentence.
    if is_quotation_mark(next) {
        let behind = after.get(next.len_utf8()..).unwrap_or_default();
        let set_apart = behind.is_empty() || behind.starts_with(char::is_whitespace);
        let closes = match next {
            '"' => quotes.closes(at, next) && (set_apart || !opens(behind)),
            '”' => set_apart || !opens(behind),
            // Set apart on both sides, as in French, such a mark opens a quotation unless one is open.
            '«' | '“' | '„' | '「' | '『' => set_apart && quotes.closes(at, next),
            _ => set_apart,
        };
        if closes {
            let end = text.len() - behind.len();
            return (closed(behind, words) && !attribution_follows(behind, words)).then_some(end);
        }
    }

    let bare = sentence.trim_end_matches(is_closing);
    let mut closers = sentence.get(bare.len()..).unwrap_or_default();
    let mut at = at;
    // What opens a quotation begins the next sentence: "… he left.“We are glad,” she said".
    let spaced = before.ends_with(char::is_whitespace);
    let opened = || quotes.opened_between(start + bare.len(), start + sentence.len());
    if let Some(opened) = (!spaced).then(opened).flatten() {
        closers = text.get(start + bare.len()..opened).unwrap_or_default();
        at = opened;
    }
    let mark = bare.chars().next_back().filter(|&c| words.is_end_mark(c))?;
    let before_mark = bare.trim_end_matches(|c: char| words.is_end_mark(c) || c == ' ');
    let marks = bare.get(before_mark.len()..).unwrap_or_default().trim_start();

    // "[...]" and "(!)" are no ends, nor is a number before its item, nor "http://x.org/?Page".
    let only_marks_inside = before_mark.ends_with(['[', '(']) && closers.starts_with([']', ')']);
    if only_marks_inside || is_enumerator(sentence) || is_inline_number(before_mark, marks) {
        return None;
    }
    if mark == '…' && after.starts_with(is_unspaced) {
        return (marks.chars().count() > 1 && !quotes.closes(at, '”')).then_some(at);
    }
    if !closers.is_empty() && attribution_follows(after, words) {
        return None;
    }
    if !spaced && !noted && mark.is_ascii() {
        return is_glued(before_mark, after, words).then_some(at);
    }
    if !capital_or_other(after) {
        return None;
    }
    let quoted = closers.contains(is_quotation_mark);
    let ends = match marks {
        "." => !stop_continues(before_mark, closers, after, words),
        "!" if words.is_exclaimed(last_word(before_mark)) => words.starts_sentence(first_word(after)),
        _ if quoted && !marks.ends_with('.') => !speaker_follows(after, words),
        _ => true,
    };
    ends.then_some(at)
}

/// Whether a sentence may begin with `behind`, which stands behind a closing quotation mark.
fn closed(behind: &str, words: &Abbreviations) -> bool {
    let after = behind.trim_start();
    !after.is_empty()
        && capital_or_other(after)
        && !after.starts_with([',', ';'])
        && !speaker_follows(after, words)
}

/// Whether the stop behind `before` belongs to an abbreviation and the sentence goes on with `after`.
fn stop_continues(before: &str, closers: &str, after: &str, words: &Abbreviations) -> bool {
    let word = last_word(before);
    let digit = after.starts_with(|c: char| c.is_ascii_digit());
    // "vol. IX", "(Phil. 2:3)", "P. Holm, ed. (1999)".
    let roman = || is_roman(first_word(after));
    let letter = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    // "z. B.", "i. d. R.", "А. С. Орлов": what follows is abbreviated as well.
    let initial = first_word(after);
    let abbreviated = after
        .trim_start_matches(is_opening)
        .strip_prefix(initial)
        .is_some_and(|behind| behind.starts_with('.'));
    if letter(word) && letter(initial) && abbreviated {
        return true;
    }
    if words.ordinal && is_date(word) {
        return !words.starts_sentence(first_word(after));
    }
    if words.follows_number(word) && behind_number(before, word) {
        return !words.starts_sentence(first_word(after));
    }
    if words.ordinal && word.len() <= 2 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
    {
        return true;
    }
    match words.stop(word) {
        Stop::BeforeName => closers.is_empty(),
        Stop::BeforeNumber => digit || roman(),
        Stop::Anywhere => !words.starts_sentence(first_word(after)),
        Stop::Full => false,
    }
}

/// Whether `word` is a day and a month: "7.10".
fn is_date(word: &str) -> bool {
    let part = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once('.').is_some_and(|(day, month)| part(day) && part(month))
}

/// Whether a number stands before the word that `before` ends with.
fn behind_number(before: &str, word: &str) -> bool {
    let rest = before.strip_suffix(word).unwrap_or_default().trim_end();
    rest.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether `word` is a number in Roman letters, which "I" alone hardly is.
fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// Whether the end of a sentence so far is the number of an item in its middle: "three rules: 1. Be early."
fn is_inline_number(before: &str, marks: &str) -> bool {
    let number = last_word(before);
    let short = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let rest = || before.strip_suffix(number).unwrap_or_default().trim_end();
    marks == "." && short && rest().ends_with([':', ';'])
}

/// Whether who says the quotation before is said behind it without a mark in between, as in Chinese and Japanese.
fn attribution_follows(after: &str, words: &Abbreviations) -> bool {
    /// The longest such clause, in characters.
    const CLAUSE: usize = 24;
    if !after.starts_with(is_unspaced) {
        return false;
    }
    let clause = after
        .char_indices()
        .take(CLAUSE)
        .find(|&(_, c)| is_end_mark(c) || matches!(c, '，' | '、' | '：' | '；'));
    clause.and_then(|(end, _)| after.get(..end)).is_some_and(|clause| {
        // Japanese ends what is said with a word of its own.
        words.attributes(clause) || clause.starts_with(['と', 'っ'])
    })
}

/// Whether the speaker of the quotation before follows: "Smith said", "Ms. Doe of Ohio asked".
fn speaker_follows(after: &str, words: &Abbreviations) -> bool {
    let mut seen = 0;
    for word in after.split_whitespace() {
        let word = word.trim_end_matches([',', '.', ':']);
        if words.is_speech(word) {
            return seen > 0;
        }
        seen += 1;
        let named = word.chars().next().is_some_and(char::is_uppercase)
            || matches!(word, "of" | "the" | "de" | "van");
        if seen > SPEAKER || !named || word.len() > WORD * 4 {
            return false;
        }
    }
    false
}

/// Whether a sentence may begin so: not with a small letter, unless it is a name such as "iPhone".
fn capital_or_other(after: &str) -> bool {
    let mut chars =
        after.chars().take(WORD).skip_while(|&c| is_opening(c) || is_closing(c) || c.is_whitespace());
    let Some(first) = chars.next() else { return true };
    if matches!(first, ',' | ';' | ':' | '-' | '–' | '—' | '&') {
        return false;
    }
    // Georgian letters count as small ones but have no capitals in running text.
    let small = first.is_lowercase() && !matches!(first, '\u{10d0}'..='\u{10ff}');
    !small || chars.next().is_some_and(char::is_uppercase)
}

/// Whether text rather than punctuation stands directly behind a quotation mark, which then opens.
fn opens(behind: &str) -> bool {
    behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '@' | '#' | '$' | '‘' | '\''))
}

/// Whether two sentences lost the space between them: "… into the night.They came", "… by 5-2.It". Addresses and names
/// such as "Booking.com" look otherwise.
fn is_glued(before: &str, after: &str, words: &Abbreviations) -> bool {
    let word = last_word(before);
    let number = before.ends_with(|c: char| c.is_ascii_digit());
    (number || word.chars().count() >= 3 && word.chars().all(char::is_lowercase))
        && after.starts_with(char::is_uppercase)
        && words.starts_sentence(first_word(after))
}

/// Whether a sentence so far is only the number of its item: "1.", "a)", "IV.", "2.)".
fn is_enumerator(sentence: &str) -> bool {
    let number = sentence.trim_end_matches(['.', ')']);
    number.len() < sentence.len()
        && number.len() <= 3
        && (number.bytes().all(|byte| byte.is_ascii_digit())
            || number.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
            || number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// The word that `text` ends with, without what clings to its front: of "(R-Calif" it is "Calif".
/// Empty when it is longer than any abbreviation.
fn last_word(text: &str) -> &str {
    let from = text
        .char_indices()
        .rev()
        .take(LONGEST + 1)
        .find(|&(_, c)| !(c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '°')))
        .map(|(at, c)| at + c.len_utf8());
    let from = from.or_else(|| (text.len() <= LONGEST).then_some(0));
    from.and_then(|from| text.get(from..)).unwrap_or_default().trim_start_matches(['.', '\'', '’'])
}

/// The word that `text` begins with, without quotation marks and brackets before it.
fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| is_opening(c) || is_closing(c) || c.is_whitespace());
    let end =
        text.char_indices().take(WORD).find(|&(_, c)| !(c.is_alphanumeric() || matches!(c, '\'' | '’')));
    text.get(..end.map_or(text.len().min(WORD), |(at, _)| at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_cut(language: &str, expected: &[&str]) {
        for gap in [" ", "\n"] {
            let text = expected.join(gap);
            let mut spans = Vec::new();
            cut(&text, Span::new(0, text.len()), &[], Abbreviations::of(language), &mut spans);
            let found: Vec<&str> = spans.iter().map(|span| span.of(&text)).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        assert_cut(
            "en",
            &[
                "Twitter Inc. Thursday filed a suit in the U.S. District Court.",
                "It was filed by Rep. J. Buck.",
            ],
        );
        assert_cut(
            "en",
            &[
                "He gave up six hits in 6 1-3 innings, said Sen. John W. Doe (R-Calif.) of No. 5.",
                "Nobody left.",
            ],
        );
        assert_cut(
            "en",
            &[
                "GOV. JERRY BROWN met St. John's vs. Duke on Jan. 20 at 5 p.m. Friday.",
                "Yahoo! News was there.",
            ],
        );
    }

    #[test]
    fn abbreviations_may_end_one_as_well() {
        assert_cut("en", &["He lives in Washington, D.C.", "The suit is elsewhere."]);
        assert_cut("en", &["It went to Twitter Inc.", "But its lawyers knew."]);
    }

    #[test]
    fn quotations_stay_with_their_sentence() {
        assert_cut("en", &["\"We're glad Twitter is pushing back\", the group tweeted.", "Others did."]);
        assert_cut("en", &["\"We are glad.", "We will go to court.\"", "That was all."]);
        assert_cut("en", &["“Why now?” Jane Doe asked.", "“Because.”", "‘Nothing’ is known."]);
        assert_cut("en", &["He called it “a right to speech.“", "The company agreed."]);
        assert_cut("en", &["It was \"their right\".", "\"No\", he said."]);
        assert_cut("en", &["They said the 5\" pipe was \"late.\"", "Nobody answered."]);
        assert_cut("en", &["\"We will go to court. \"", "That was all.", "\" If so,\" she said."]);
    }

    #[test]
    fn quotations_that_are_set_apart_open_the_sentence_that_follows() {
        assert_cut("en", &["Weller said.", "“ We never lock it.”", "The mill is older."]);
        assert_cut(
            "fr",
            &[
                "Le bac est à quai, a dit M. Morel.",
                "« Il partira lundi », a-t-il ajouté.",
                "« Enfin ! » a crié un enfant.",
            ],
        );
        assert_cut("it", &["Il traghetto è fermo.", "« Partirà lunedì », ha detto il sindaco."]);
        assert_cut("ru", &["Паром стоит.", "« Он уйдёт в понедельник », сказал мэр."]);
        assert_cut("de", &["Sie sagte: „Nein.“", "„Wann?“"]);
    }

    #[test]
    fn quotations_that_lost_the_space_before_them_open_the_next_sentence() {
        for text in [
            "It takes an hour.|“We have ice,” he said.",
            "It takes an hour.|\"We have ice,\" he said.",
            "It was 5-2.|It was the last one.",
        ] {
            let parts: Vec<&str> = text.split('|').collect();
            let text = parts.concat();
            let mut spans = Vec::new();
            cut(&text, Span::new(0, text.len()), &[], Abbreviations::of("en"), &mut spans);
            let found: Vec<&str> = spans.iter().map(|span| span.of(&text)).collect();
            assert_eq!(found, parts);
        }
    }

    #[test]
    fn sentences_begin_with_quotes_numbers_and_handles_too() {
        assert_cut(
            "en",
            &[
                "It was late.",
                "“The end” came.",
                "2,304 requests came.",
                "@realDonaldTrump tweeted.",
                "iPhones rang.",
            ],
        );
    }

    #[test]
    fn sentences_that_lost_their_space_are_told_apart() {
        let text =
            "It was said.They left the \"military.\"The end of Salon.The or Yahoo.Com and example.com.";
        let mut spans = Vec::new();
        cut(text, Span::new(0, text.len()), &[], Abbreviations::of("en"), &mut spans);
        let found: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        let third = "The end of Salon.The or Yahoo.Com and example.com.";
        assert_eq!(found, ["It was said.", "They left the \"military.\"", third]);
    }

    #[test]
    fn other_marks_are_no_ends() {
        assert_cut("en", &["He said [...] Nothing (!) of it ... and left http://x.org/?Page=1 open."]);
        assert_cut("en", &["1. The first item.", "Wait for it…", "Then it came!"]);
        assert_cut("en", &["No end mark"]);
    }

    #[test]
    fn other_languages_have_their_rules() {
        assert_cut("de", &["Am 3. Oktober kam Dr. Meier z.B. nach Bonn.", "Dort blieb er."]);
        assert_cut("ru", &["Он приехал в 2017 г. Москва ждала.", "Это всё."]);
        let text = "他来了。我走了！你呢？";
        let mut spans = Vec::new();
        cut(text, Span::new(0, text.len()), &[], Abbreviations::of("zh"), &mut spans);
        assert_eq!(spans.len(), 3);
        let text = "桥关了。“我们没有办法。”下午有雨。「明天呢？」有人问。";
        let mut spans = Vec::new();
        cut(text, Span::new(0, text.len()), &[], Abbreviations::of("zh"), &mut spans);
        let found: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["桥关了。", "“我们没有办法。”", "下午有雨。", "「明天呢？」有人问。"]);
    }

    #[test]
    fn who_says_it_stays_with_the_quotation() {
        assert_glued("zh", &["渡轮停了。", "“没有人受伤。”船长说。", "下午有雨。"]);
        assert_glued("zh", &["船长没有回答……", "会议在晚上结束。"]);
        assert_glued("ja", &["船は止まった。", "「けが人はいない。」と船長は述べた。", "雨が降った。"]);
    }

    #[track_caller]
    fn assert_glued(language: &str, expected: &[&str]) {
        let text = expected.concat();
        let mut spans = Vec::new();
        cut(&text, Span::new(0, text.len()), &[], Abbreviations::of(language), &mut spans);
        let found: Vec<&str> = spans.iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_of_many_languages_end_no_sentence() {
        for (language, sentences) in [
            (
                "de",
                &[
                    "Das kostet i. d. R. mehr, z. B. Helme.",
                    "Dr. med. Anna Roth kam am 7.10. (Freitag) an.",
                    "Die Fa. Holm baut.",
                ][..],
            ),
            ("ru", &["Так сказал А. С. Белов.", "Мост открыли в 1950 г.", "Потом пришёл арх. Орлов."]),
            ("el", &["Πότε θα φύγει το πλοίο;", "Ο κ. Ρήγας δεν ξέρει."]),
            ("da", &["Færgen sejler kl. 8.30, siger prof. Holm.", "Det koster ca. 3 mio. kr. om året."]),
            ("tr", &["Vapur Dr. Ayla Demir için durdu.", "Av. Kaya 3. kez geldi."]),
            ("cs", &["Loď zastavil Ing. Dvořák a MUDr. Malá.", "Stálo to 3 mil. Kč."]),
            ("hi", &["नाव रुक गई।", "डॉ. वर्मा ने कहा कि कोई घायल नहीं है।"]),
            ("ar", &["توقفت السفينة.", "قال د. سامي إن أحدا لم يصب."]),
            ("it", &["L'avv. Rossi e l'on. Verdi sono arrivati.", "L'art. 3 è chiaro."]),
            ("fr", &["C'est l'art. 3 de la loi.", "Selon l'av. Roy, tout va bien."]),
            ("uk", &["Про це сказав ім. Шевченка.", "Міст відкрили 3 травня."]),
            ("hu", &["Dr. Kovács és ifj. Nagy jött.", "A 3. híd zárva."]),
            ("fi", &["Lautta tuli klo 8 esim. Turusta.", "Prof. Virta odotti."]),
            ("ro", &["A venit dl. Popescu și dr. Ionescu.", "Podul e închis."]),
            ("en", &["It is in vol. IX of his works.", "He has three rules: 1. Be early.", "2. Be kind."]),
            ("en", &["The lock was built in 1950.[1]", "It never closed.[2][3]", "Nobody knows why."]),
        ] {
            assert_cut(language, sentences);
        }
    }

    #[test]
    fn long_runs_without_letters_take_no_time() {
        // Quadratic time would not come back within the day.
        let text = format!("Да. {}Конец. مرحبا.{}نعم", " ".repeat(2_000_000), "’".repeat(2_000_000));
        let mut spans = Vec::new();
        cut(&text, Span::new(0, text.len()), &[], Abbreviations::of("ar"), &mut spans);
        assert_eq!(spans.len(), 3);
    }
}
