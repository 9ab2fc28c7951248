//! From bytes to comparison, beside a fixed baseline over the same bytes.
//!
//! The baseline is one pass over the words, lower-cased and hashed: what any comparison has to do at
//! least. The ratio of the two says the same on every machine.

mod stories;

use std::hash::{DefaultHasher, Hash, Hasher};

use divan::Bencher;
use divan::counter::BytesCount;
use parallax::comparison::{Settings, compare};
use parallax::segment::{self, Document};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

/// The texts of a story, by name.
fn story(name: &str) -> Vec<String> {
    match name {
        "sample" => parallax::sample::articles().into_iter().map(|article| article.text).collect(),
        "100 articles" => stories::story(100),
        _ => Vec::new(),
    }
}

const STORIES: [&str; 2] = ["sample", "100 articles"];

#[divan::bench(args = STORIES, sample_count = 20)]
fn comparison(bencher: Bencher, name: &str) {
    let texts = story(name);
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let articles: Vec<_> = texts
            .iter()
            .enumerate()
            .map(|(number, text)| {
                segment::article(Document {
                    location: format!("{number}.txt"),
                    text: text.clone(),
                    encoding: "utf-8".to_owned(),
                    notes: Vec::new(),
                })
            })
            .collect();
        compare(articles, Settings::default())
    });
}

#[divan::bench(args = STORIES)]
fn words_hashed_once(bencher: Bencher, name: &str) {
    let texts = story(name);
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let mut hasher = DefaultHasher::new();
        for word in texts.iter().flat_map(|text| text.unicode_words()) {
            word.to_lowercase().hash(&mut hasher);
        }
        hasher.finish()
    });
}
