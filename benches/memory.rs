//! The most memory that a comparison takes at once, beside the size of its text.
//!
//! A program of its own, so that counting does not slow what `compare` measures.

#[path = "compare/stories.rs"]
mod stories;

use parallax::article::Article;
use parallax::comparison::{Settings, compare};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[expect(clippy::cast_precision_loss, reason = "megabytes, to look at")]
fn main() {
    let sample: Vec<String> = parallax::sample::articles().into_iter().map(|article| article.text).collect();
    let stories = [
        ("sample", sample),
        ("100 articles, one event", stories::story(1, 100)),
        ("1000 articles, one event", stories::story(1, 1_000)),
        ("1000 articles, 40 events", stories::story(40, 1_000)),
    ];
    println!("{:<28}{:>10}{:>12}{:>16}", "story", "text MB", "at most MB", "times the text");
    for (name, texts) in stories {
        let text: usize = texts.iter().map(String::len).sum();
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let articles = texts.iter().map(|text| Article::from_text("", text)).collect();
        let comparison = compare(articles, Settings::default());
        let most = MEMORY.peak_usage() - before;
        drop(comparison);
        let (text, most) = (text as f64 / 1e6, most as f64 / 1e6);
        println!("{name:<28}{text:>10.2}{most:>12.1}{:>16.1}", most / text);
    }
}
