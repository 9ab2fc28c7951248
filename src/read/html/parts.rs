//! What the names that a page gives to its parts say of them.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::article::PagePart;

#[derive(Deserialize)]
struct Lists {
    comments: Vec<String>,
    consent: Vec<String>,
    promotion: Vec<String>,
    related: Vec<String>,
    sharing: Vec<String>,
}

static WORDS: LazyLock<HashMap<String, PagePart>> = LazyLock::new(|| {
    let lists: Lists =
        toml::from_str(include_str!("../../../assets/html/parts.toml")).expect("built in, and read by tests");
    let of = |words: Vec<String>, part: PagePart| words.into_iter().map(move |word| (word, part));
    of(lists.comments, PagePart::Comments)
        .chain(of(lists.consent, PagePart::Consent))
        .chain(of(lists.promotion, PagePart::Promotion))
        .chain(of(lists.related, PagePart::Related))
        .chain(of(lists.sharing, PagePart::Sharing))
        .collect()
});

/// The part that a class, an identifier or a label names, if any of its words does.
pub(super) fn named(name: &str) -> Option<PagePart> {
    /// Bytes of a name that are looked at.
    const LONGEST: usize = 512;
    let name = name.get(..name.floor_char_boundary(LONGEST)).unwrap_or_default();
    name.split(|c: char| !c.is_alphanumeric()).find_map(|word| WORDS.get(&word.to_lowercase()).copied())
}
