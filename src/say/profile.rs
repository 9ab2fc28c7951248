//! What a source tells its story with, in words.

use super::{count, letter, one_line};
use crate::comparison::Comparison;
use crate::digest::Profile;

/// The most names that are told.
const MOST: usize = 8;

/// What a source tells its story with, a line for each thing; nothing of what there is none of.
#[must_use]
pub fn profile(comparison: &Comparison, profile: &Profile) -> Vec<String> {
    let mut told = vec![format!(
        "{}, {}; {} with {}",
        count(profile.sentences, "sentence"),
        count(profile.words, "word"),
        count(profile.quotations, "quotation"),
        count(profile.quoted_words, "word")
    )];
    let mut list = |what: &str, counts: &[(String, usize)]| {
        if !counts.is_empty() {
            told.push(format!("{what}: {}", listed(counts)));
        }
    };
    list("speak by name", &profile.named);
    list("speak without a name", &profile.unnamed);
    list("names", &profile.names);
    if !profile.refusals.is_empty() {
        told.push(format!("say nothing: {}", count(profile.refusals.len(), "refusal")));
    }
    if !profile.times.is_empty() {
        let times: Vec<_> = profile.times.iter().take(MOST).map(|time| one_line(time)).collect();
        let more = profile.times.len() - times.len();
        let more = if more > 0 { format!(", {more} more") } else { String::new() };
        told.push(format!("dates and times: {}{more}", times.join(", ")));
    }
    if let Some(lead) = profile.lead {
        told.push(format!("leads with: {}", one_line(&comparison.wording(lead))));
    }
    let elsewhere: Vec<String> = profile
        .leads_elsewhere
        .iter()
        .map(|of| match of.place {
            Some(place) => format!("{} in sentence {place}", letter(of.article)),
            None => format!("{} nowhere", letter(of.article)),
        })
        .collect();
    if !elsewhere.is_empty() {
        told.push(format!("has what others lead with: {}", elsewhere.join(", ")));
    }
    told
}

fn listed(counts: &[(String, usize)]) -> String {
    let mut told: Vec<String> = counts
        .iter()
        .take(MOST)
        .map(|(name, count)| match count {
            1 => one_line(name).into_owned(),
            count => format!("{} {count}", one_line(name)),
        })
        .collect();
    if counts.len() > MOST {
        told.push(format!("{} more", counts.len() - MOST));
    }
    told.join(", ")
}
