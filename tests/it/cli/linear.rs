//! `parallax read`: for ears.

use super::program::{file, folder, run};

#[test]
fn each_sentence_is_followed_by_what_became_of_it() {
    let folder = folder();
    file(
        folder.path(),
        "Tide.txt",
        "Ferry sinks\n\nThe ferry sank off Ellery on Friday night. Five people drowned in the cold water.\n\nAdvertisement\n",
    );
    file(
        folder.path(),
        "Radio.txt",
        "Night of water\n\nThe ferry sank off Ellery on Friday night. Three people drowned in the cold water.\n",
    );
    let ran = run(folder.path(), &["read", "Tide.txt", "Radio.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    for words in [
        "Source A: Tide. 1 shared, 1 told differently,",
        "Headline:\nFerry sinks\n",
        "The ferry sank off Ellery on Friday night.\n(shared: identical in B)",
        "Five people drowned in the cold water.\n(disputed: told differently in B)",
        "1 line left out: not the story.",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    assert!(ran.out.is_ascii(), "{}", ran.out);
}
