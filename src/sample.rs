//! The sample story: five real articles about one lawsuit, built into the program.

use crate::article::Article;

const SOURCES: [(&str, &str); 5] = [
    ("seeds/000_df16fbbc33211f46.txt", include_str!("../seeds/000_df16fbbc33211f46.txt")),
    ("seeds/001_c68a13c25d2f2cb7.txt", include_str!("../seeds/001_c68a13c25d2f2cb7.txt")),
    ("seeds/002_6800883bdc2989e7.txt", include_str!("../seeds/002_6800883bdc2989e7.txt")),
    ("seeds/003_82f298ce1007043e.txt", include_str!("../seeds/003_82f298ce1007043e.txt")),
    ("seeds/004_56c77f1f0b065bc4.txt", include_str!("../seeds/004_56c77f1f0b065bc4.txt")),
];

/// Its articles, read and cut.
#[must_use]
pub fn articles() -> Vec<Article> {
    SOURCES.iter().map(|&(location, text)| Article::from_text(location, text)).collect()
}
