//! Made-up news of any size, the same at each run and on each machine.
//!
//! Words have frequencies as in news: two in five are function words, a few of the others are common and
//! most are rare, and every event has names and words of its own. Each event has a report of an agency;
//! its articles copy sentences of it, edit some, take clauses of others, and add their own. Around the
//! text stand a headline, an author, a place, and links to other stories.

const SYLLABLES: [&str; 24] = [
    "ba", "cor", "den", "el", "fi", "gar", "hol", "in", "jo", "kel", "lu", "mar", "nor", "os", "pel", "qua",
    "ri", "sel", "ton", "ul", "ver", "wes", "yar", "zen",
];
/// Function words, the commonest first.
const SMALL_WORDS: [&str; 32] = [
    "the", "of", "to", "and", "a", "in", "that", "for", "on", "is", "was", "with", "he", "it", "by", "at",
    "as", "from", "his", "has", "be", "have", "an", "but", "are", "not", "who", "they", "were", "been",
    "their", "after",
];
const ENDINGS: [&str; 6] = ["", "", "", "s", "ed", "ing"];
const VERBS_OF_SPEECH: [&str; 4] = ["said", "told", "added", "wrote"];
const SITE_LINES: [&str; 4] = [
    "Sign up for our newsletter",
    "Share this on Facebook",
    "Story continues below advertisement",
    "Copyright 2017. All rights reserved.",
];
/// Words of any story, the rarest every few thousand words.
const OCTAVES: usize = 12;
/// The same for the words of one event.
const EVENT_OCTAVES: usize = 6;
const NAMES: usize = 12;
/// Sentences of the agency's report on an event.
const AGENCY_SENTENCES: usize = 60;
/// Sentences of an article.
const SENTENCES: usize = 28;

/// The texts of `articles` articles about `events` events, as many about each.
pub fn story(events: usize, articles: usize) -> Vec<String> {
    let mut dice = Dice(0x5EED);
    let events: Vec<Event> = (0..events).map(|number| Event::new(number, &mut dice)).collect();
    (0..articles).map(|article| events[article % events.len()].article(&events, &mut dice)).collect()
}

/// A small generator of numbers that look random (xorshift64*, Vigna 2016).
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap_or_default() % sides
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }

    /// A rank below 2^`octaves`, each half as often as the one with half its number (Zipf's law).
    fn rank(&mut self, octaves: usize) -> usize {
        let octave = 1 << self.roll(octaves);
        octave + self.roll(octave) - 1
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.roll(items.len())]
    }
}

/// The made-up word with this number; words with small numbers are short.
fn word(mut number: usize) -> String {
    let mut word = String::new();
    number += SYLLABLES.len();
    while number > 0 {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    word
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// An event: its words, its names, and what the agency reports.
struct Event {
    /// The number of its first own word.
    own: usize,
    names: Vec<String>,
    agency: Vec<Vec<String>>,
}

impl Event {
    fn new(number: usize, dice: &mut Dice) -> Self {
        let own = (1 << OCTAVES) + number * ((1 << EVENT_OCTAVES) + NAMES);
        let names = (0..NAMES).map(|name| capitalised(&word(own + (1 << EVENT_OCTAVES) + name))).collect();
        let mut event = Self { own, names, agency: Vec::new() };
        event.agency = (0..AGENCY_SENTENCES).map(|_| event.sentence(dice)).collect();
        event
    }

    fn word(&self, dice: &mut Dice) -> String {
        let stem = match dice.roll(100) {
            ..40 => return SMALL_WORDS[dice.rank(5)].to_owned(),
            40..46 => {
                return dice.pick(&[0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8].map(|at| &self.names[at])).clone();
            }
            46..48 => return format!("{}", 2 + dice.roll(400)),
            48..66 => word(self.own + dice.rank(EVENT_OCTAVES)),
            _ => word(dice.rank(OCTAVES)),
        };
        stem + dice.pick(&ENDINGS)
    }

    fn words(&self, count: usize, dice: &mut Dice) -> Vec<String> {
        (0..count).map(|_| self.word(dice)).collect()
    }

    /// Every fourth sentence quotes somebody.
    fn sentence(&self, dice: &mut Dice) -> Vec<String> {
        let count = 10 + dice.roll(10) + dice.roll(12);
        let mut words = self.words(count, dice);
        if dice.chance(25) {
            words[0] = format!("“{}", capitalised(&words[0]));
            let end = words.len() - 1;
            words[end].push_str(",”");
            words.extend([self.names[dice.rank(3)].clone(), dice.pick(&VERBS_OF_SPEECH).to_owned()]);
        }
        words
    }

    /// A sentence of an article: the agency's, as it is, edited or in part; or its own.
    fn told(&self, dice: &mut Dice) -> Vec<String> {
        let mut words = self.agency[dice.roll(self.agency.len())].clone();
        match dice.roll(100) {
            ..35 => {}
            35..60 => {
                for _ in 0..=dice.roll(4) {
                    let at = dice.roll(words.len());
                    match dice.roll(3) {
                        0 => words[at] = self.word(dice),
                        1 => words.insert(at, self.word(dice)),
                        _ => drop(words.remove(at)),
                    }
                }
            }
            60..70 => {
                words.truncate(words.len() / 2);
                words.extend(self.words(6, dice));
            }
            _ => return self.sentence(dice),
        }
        words
    }

    fn article(&self, events: &[Self], dice: &mut Dice) -> String {
        let mut text = String::new();
        put(&mut text, &self.words(8, dice), "\n\n");
        text.push_str("By Jane Doe, Staff Writer\n\n");
        text.push_str(dice.pick(&["", "WASHINGTON (AP) — ", "LONDON (Reuters) - "]));
        let mut paragraph = 0;
        for _ in 0..SENTENCES {
            paragraph += 1;
            let ends = paragraph > dice.roll(3);
            put(&mut text, &self.told(dice), if ends { ".\n\n" } else { ". " });
            if ends {
                paragraph = 0;
                if dice.chance(8) {
                    text.push_str("Read more: ");
                    put(&mut text, &events[dice.roll(events.len())].words(7, dice), "\n\n");
                }
            }
        }
        text.push('\n');
        for _ in 0..2 {
            text.push_str(dice.pick(&SITE_LINES));
            text.push_str("\n\n");
        }
        text
    }
}

/// Adds a sentence that begins with a capital.
fn put(text: &mut String, words: &[String], end: &str) {
    for (at, word) in words.iter().enumerate() {
        if at == 0 {
            text.push_str(&capitalised(word));
        } else {
            text.push(' ');
            text.push_str(word);
        }
    }
    text.push_str(end);
}
