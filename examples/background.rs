//! Makes `assets/lexis/background.en.txt` from general news.
//!
//! Each argument is a folder with the articles of one event. Every event counts the same, however
//! many articles there are about it, so that no single story colours the table.
//!
//! ```sh
//! cargo run --release --example background -- EVENT… > assets/lexis/background.en.txt
//! ```

use std::collections::BTreeMap;
use std::path::PathBuf;

use parallax::article::SentenceId;
use parallax::lexis::Lexis;
use parallax::read::{self, Source};

/// Rarer terms are left out: their counts are chance.
const LEAST_EVENTS: u32 = 3;

fn main() {
    let mut shares: BTreeMap<String, (u32, f64)> = BTreeMap::new();
    let mut events = 0_u32;
    for folder in std::env::args_os().skip(1) {
        let reading = read::sources(&[Source::Path(PathBuf::from(folder))], &mut std::io::empty());
        let lexis = Lexis::of(&reading.articles);
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        let mut sentences = 0_u32;
        for (a, article) in reading.articles.iter().enumerate() {
            for s in 0..article.sentences.len() {
                sentences += 1;
                let tokens = lexis.tokens(SentenceId::new(a, s));
                let mut terms: Vec<&str> = tokens.iter().map(|token| lexis.text(token.term)).collect();
                terms.sort_unstable();
                terms.dedup();
                for term in terms {
                    *counts.entry(term).or_default() += 1;
                }
            }
        }
        if sentences == 0 {
            continue;
        }
        events += 1;
        for (term, count) in counts {
            let (seen, share) = shares.entry(term.to_owned()).or_default();
            *seen += 1;
            *share += f64::from(count) / f64::from(sentences);
        }
    }
    println!("# The share of sentences of general news that hold a term, in 1/100,000.");
    println!(
        "# Made by examples/background.rs from {events} events; terms as src/lexis folds and stems them."
    );
    for (term, (seen, share)) in shares {
        if seen >= LEAST_EVENTS && !term.contains(char::is_whitespace) {
            println!("{term} {:.0}", (100_000.0 * share / f64::from(events)).max(1.0));
        }
    }
}
