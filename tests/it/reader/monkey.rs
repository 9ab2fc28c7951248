//! Whoever plays with keys, mouse and window never breaks the reader, and can always leave it.

use parallax::article::Article;
use parallax::comparison::{Settings, compare};
use parallax::tui::Ended;
use parallax::tui::pointer::Gesture;
use parallax::tui::rehearsal::Rehearsal;

use super::{LEVEE, OTHERS, SCHOOL, document, environment};

/// Keys that are pressed: all that do something but those that leave the reader or open a dialog that writes files.
const KEYS: &str = "jkjkhlgGsSuUwWoOtTvVCxXfdb+-=FcpzynN/?'0123456789abiLmMrE[]JK<F1><Alt-x><Alt-w><Ctrl-r><Space><Esc><Enter><Tab><BackTab>\
    <Up><Down><Left><Right><PgUp><PgDn><Home><End><Backspace><Delete><Ctrl-d><Ctrl-u><Ctrl-e><Ctrl-y><Ctrl-o>\
    <Ctrl-l><Ctrl-z><Esc><Enter><Esc>";

/// Numbers that look random and are the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn cell(&mut self, sides: u16) -> u16 {
        u16::try_from(self.roll(usize::from(sides).max(1))).unwrap()
    }
}

fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    let mut rest = KEYS;
    while let Some(first) = rest.chars().next() {
        let length = if first == '<' { rest.find('>').unwrap() + 1 } else { first.len_utf8() };
        let (key, behind) = rest.split_at(length);
        keys.push(key.to_owned());
        rest = behind;
    }
    keys
}

fn articles() -> Vec<Article> {
    let paragraph = [OTHERS[0], LEVEE, OTHERS[1], SCHOOL, OTHERS[2]].join(" ");
    let long = format!("The report lists {}.", vec!["another word"; 400].join(", "));
    vec![
        document(
            "Flood in the valley",
            &[&paragraph, "Read more: Striker scores goal", "Read more: Coach quits", SCHOOL],
        ),
        document("What happened upriver", &[OTHERS[3], LEVEE, "Advertisement", &long, OTHERS[4]]),
        document("", &[]),
        document("新闻", &["新闻报道说洪水已经淹没了整个村庄，居民正在撤离 👩‍👩‍👧 e\u{301}te\u{301}.", LEVEE]),
        document("Elsewhere\u{1b}c", &["\u{202e}Esc \u{1b}[2J and tab\tend.", SCHOOL, LEVEE, LEVEE]),
    ]
}

#[test]
fn nothing_breaks_the_reader() {
    play(20_261_126, 4_000);
}

#[test]
#[ignore = "takes minutes"]
fn nothing_breaks_the_reader_for_long() {
    for seed in 1..=5 {
        play(seed, 50_000);
    }
}

/// Does so much at random.
fn play(seed: u64, events: usize) {
    let story = compare(articles(), Settings::default());
    let mut reader = Rehearsal::new(story, environment(), 80, 24).unwrap();
    let keys = keys();
    let mut dice = Dice(seed);
    let (mut width, mut height) = (80, 24);
    // What was pressed, to be told where it fails.
    let mut trace: Vec<String> = Vec::new();
    for _ in 0..events {
        let (x, y) = (dice.cell(width), dice.cell(height));
        match dice.roll(100) {
            0 => {
                (width, height) =
                    [(80, 24), (40, 8), (120, 36), (200, 60), (161, 20), (60, 12)][dice.roll(6)];
                reader.resize(width, height).unwrap();
            }
            1 => {
                (width, height) = (1 + dice.cell(250), 1 + dice.cell(70));
                reader.resize(width, height).unwrap();
            }
            2 => reader.paste(["levee", "\u{1b}", "the", "", "read more\n"][dice.roll(5)]).unwrap(),
            3..=8 => {
                let gesture = [
                    Gesture::Press,
                    Gesture::Drag,
                    Gesture::Release,
                    Gesture::Wheel { upwards: true },
                    Gesture::Wheel { upwards: false },
                ][dice.roll(5)];
                // A click on a hint may ask to leave, or to write a file.
                let hint = matches!(reader.hit(x, y), Some(parallax::tui::Target::Hint(_)));
                if !hint {
                    assert_eq!(reader.point(gesture, x, y).unwrap(), None);
                }
            }
            _ => {
                let key = &keys[dice.roll(keys.len())];
                trace.push(key.clone());
                let last = trace.iter().rev().take(40).rev().map(String::as_str).collect::<String>();
                assert_eq!(reader.press(key).unwrap(), None, "after {last}");
            }
        }
        let harmless = |cell: &ratatui::buffer::Cell| !cell.symbol().chars().any(parallax::say::acts);
        assert!(reader.buffer().content().iter().all(harmless));
    }
    reader.resize(80, 24).unwrap();
    reader.press("<Esc><Esc><Esc><Esc><Esc><Alt-1>").unwrap();
    assert!(reader.screen().contains("? keys"), "{}", reader.screen());
    assert_eq!(reader.press("<Ctrl-c>").unwrap(), Some(Ended::Quit));
}
