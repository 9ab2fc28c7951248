//! Made-up stories of any size, the same at each run: articles that copy, edit and add sentences.

const SYLLABLES: [&str; 24] = [
    "ba", "cor", "den", "el", "fi", "gar", "hol", "in", "jo", "kel", "lu", "mar", "nor", "os", "pel", "qua",
    "ri", "sel", "ton", "ul", "ver", "wes", "yar", "zen",
];
const SMALL_WORDS: [&str; 12] =
    ["the", "of", "and", "to", "a", "in", "that", "for", "on", "with", "after", "as"];
/// Sentences that an article may take from the agency's report.
const AGENCY_SENTENCES: usize = 60;
const SENTENCES: usize = 25;

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

    fn word(&mut self) -> String {
        if self.roll(5) < 2 {
            return SMALL_WORDS[self.roll(SMALL_WORDS.len())].to_owned();
        }
        // Some words are common and most are rare, as in a real text.
        let word = self.roll(1200) * self.roll(1200) / 1200;
        let (first, rest) = (word % 24, word / 24);
        format!("{}{}{}", SYLLABLES[first], SYLLABLES[rest % 24], SYLLABLES[(first + rest) % 24])
    }

    fn sentence(&mut self) -> Vec<String> {
        let length = 8 + self.roll(22);
        (0..length).map(|_| self.word()).collect()
    }
}

/// The texts of `articles` articles about one event.
pub fn story(articles: usize) -> Vec<String> {
    let mut dice = Dice(0x5EED);
    let agency: Vec<Vec<String>> = (0..AGENCY_SENTENCES).map(|_| dice.sentence()).collect();
    (0..articles).map(|_| article(&mut dice, &agency)).collect()
}

fn article(dice: &mut Dice, agency: &[Vec<String>]) -> String {
    let mut text = String::new();
    put(&mut text, &dice.sentence()[..8], "\n\n");
    for number in 0..SENTENCES {
        let sentence = match dice.roll(3) {
            0 => dice.sentence(),
            copied => {
                let mut sentence = agency[dice.roll(agency.len())].clone();
                if copied == 2 {
                    let at = dice.roll(sentence.len());
                    sentence[at] = dice.word();
                }
                sentence
            }
        };
        put(&mut text, &sentence, if number % 3 == 2 { ".\n\n" } else { ". " });
    }
    text
}

/// Adds a sentence that begins with a capital.
fn put(text: &mut String, words: &[String], end: &str) {
    for (at, word) in words.iter().enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if at == 0 => text.extend(first.to_uppercase()),
            Some(first) => {
                text.push(' ');
                text.push(first);
            }
            None => {}
        }
        text.push_str(letters.as_str());
    }
    text.push_str(end);
}
