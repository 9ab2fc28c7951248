//! What holds for any text.

use parallax::article::Article;
use parallax::offtopic::OffTopic;
use proptest::prelude::*;

use super::{article, detect};

/// Lines as pages have them, beside any others.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        Just("More news: the plums are late".to_owned()),
        Just("Advertisement".to_owned()),
        Just("Home".to_owned()),
        Just("Most popular".to_owned()),
        Just("• A lone name".to_owned()),
        "[A-Z][a-z]{2,8}( [a-z]{2,8}){3,9}",
        // Lines and sentences that stand on several pages.
        "Slogan (one|two|three|four|five) of the paper with pigeons",
        "The (mayor|board|harbour|ferry) said (on Monday|on Friday|in May) that the bridge to the islands would be closed\\.",
        "[A-Z][a-z]{2,8}( (the|of|and|[a-z]{2,8})){10,30}\\.",
    ]
}

fn story() -> impl Strategy<Value = Vec<Article>> {
    let outlet = prop_oneof![Just(None), Just(Some("The Harbour Gazette")), Just(Some("The Hill Courier"))];
    let page = (prop::collection::vec(line(), 0..24), outlet);
    prop::collection::vec(page, 1..7).prop_map(|pages| {
        let page = |(lines, outlet): &(Vec<String>, Option<&str>)| {
            let mut page = article(&lines.join("\n\n"));
            page.outlet = outlet.map(str::to_owned);
            page
        };
        pages.iter().map(page).collect()
    })
}

fn by_article(flags: Vec<Vec<Option<OffTopic>>>, order: &[usize]) -> Vec<(usize, Vec<Option<OffTopic>>)> {
    let mut flags: Vec<_> = order.iter().copied().zip(flags).collect();
    flags.sort_by_key(|(index, _)| *index);
    flags
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_flag_has_a_reason_and_a_confidence_and_something_is_left(articles in story()) {
        let flags = detect(&articles);
        prop_assert_eq!(flags.len(), articles.len());
        for (article, flags) in articles.iter().zip(&flags) {
            prop_assert_eq!(flags.len(), article.blocks.len());
            prop_assert!(flags.is_empty() || flags.iter().any(Option::is_none));
            for flag in flags.iter().flatten() {
                prop_assert!(!flag.reasons.is_empty());
                prop_assert!((0.5..=1.0).contains(&flag.confidence.probability()));
            }
        }
    }

    #[test]
    fn the_order_of_the_articles_changes_nothing(articles in story(), seed in any::<u64>()) {
        let mut order: Vec<usize> = (0..articles.len()).collect();
        order.sort_by_key(|&index| (index as u64 + 1).wrapping_mul(seed | 1));
        let shuffled: Vec<Article> = order.iter().map(|&index| articles[index].clone()).collect();
        let straight: Vec<usize> = (0..articles.len()).collect();
        prop_assert_eq!(by_article(detect(&articles), &straight), by_article(detect(&shuffled), &order));
    }
}
