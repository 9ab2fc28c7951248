//! From bytes to comparison, beside a fixed baseline over the same bytes.
//!
//! The baseline is one pass over the words, lower-cased and hashed: what any comparison has to do at
//! least. The ratio of the two says the same on every machine.

mod stories;

use std::hash::{DefaultHasher, Hash, Hasher};

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use parallax::article::Article;
use parallax::comparison::{Settings, compare};
use parallax::lexis::Lexis;
use parallax::offtopic;
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

const SAMPLE: &str = "sample";
const HUNDRED: &str = "100 articles, one event";
const MANY: &str = "1000 articles, 40 events";

/// The texts of a story, by name.
fn story(name: &str) -> Vec<String> {
    match name {
        SAMPLE => parallax::sample::articles().into_iter().map(|article| article.text).collect(),
        HUNDRED => stories::story(1, 100),
        MANY => stories::story(40, 1_000),
        _ => Vec::new(),
    }
}

fn read(texts: &[String]) -> Vec<Article> {
    let numbered = texts.iter().enumerate();
    numbered.map(|(number, text)| Article::from_text(format!("{number}.txt"), text)).collect()
}

fn bytes(texts: &[String]) -> BytesCount {
    BytesCount::new(texts.iter().map(String::len).sum::<usize>())
}

#[divan::bench(args = [SAMPLE, HUNDRED], sample_count = 20)]
fn comparison(bencher: Bencher, name: &str) {
    let texts = story(name);
    bencher.counter(bytes(&texts)).bench(|| compare(read(&texts), Settings::default()));
}

#[divan::bench(args = [MANY], sample_count = 3, sample_size = 1)]
fn comparison_of_many_events(bencher: Bencher, name: &str) {
    let texts = story(name);
    bencher.counter(bytes(&texts)).bench(|| compare(read(&texts), Settings::default()));
}

#[divan::bench(args = [SAMPLE, HUNDRED, MANY], sample_count = 20)]
fn words_hashed_once(bencher: Bencher, name: &str) {
    let texts = story(name);
    bencher.counter(bytes(&texts)).bench(|| {
        let mut hasher = DefaultHasher::new();
        for word in texts.iter().flat_map(|text| text.unicode_words()) {
            word.to_lowercase().hash(&mut hasher);
        }
        hasher.finish()
    });
}

/// One event in more and more articles: the sentences a second should stay the same.
#[divan::bench(args = [10, 30, 100, 300, 1_000], sample_count = 3, sample_size = 1)]
fn growth(bencher: Bencher, articles: usize) {
    let texts = stories::story(1, articles);
    let sentences: usize = read(&texts).iter().map(|article| article.sentences.len()).sum();
    bencher.counter(ItemsCount::new(sentences)).bench(|| compare(read(&texts), Settings::default()));
}

/// From decoded text to articles, alone.
#[divan::bench(args = [SAMPLE, MANY], sample_count = 20)]
fn segmentation(bencher: Bencher, name: &str) {
    let texts = story(name);
    bencher.counter(bytes(&texts)).bench(|| read(&texts));
}

/// The words of all articles, alone.
#[divan::bench(args = [SAMPLE, MANY], sample_count = 20)]
fn lexis(bencher: Bencher, name: &str) {
    let texts = story(name);
    let articles = read(&texts);
    bencher.counter(bytes(&texts)).bench(|| Lexis::of(&articles));
}

/// Off-topic detection, alone.
#[divan::bench(args = [SAMPLE, MANY], sample_count = 20)]
fn off_topic(bencher: Bencher, name: &str) {
    let texts = story(name);
    let articles = read(&texts);
    let lexis = Lexis::of(&articles);
    bencher.counter(bytes(&texts)).bench(|| offtopic::detect(&articles, &lexis));
}
