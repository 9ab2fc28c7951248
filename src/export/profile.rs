//! What each source tells its story with: for people, and for programs (`parallax/profile/1`).

use std::io::{self, Write};

use serde::Serialize;

use super::json;
use crate::article::SentenceId;
use crate::comparison::Comparison;
use crate::digest::{Profile, profiles};
use crate::say::{self, letter, one_line};

/// What profiles look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProfileFormat {
    /// For people: a paragraph a source.
    Text,
    /// One object: `parallax/profile/1`.
    Json,
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    sources: Vec<SourceOut<'a>>,
}

#[derive(Serialize)]
struct SourceOut<'a> {
    id: &'a str,
    location: &'a str,
    label: &'a str,
    outlet: Option<&'a str>,
    published: Option<&'a str>,
    sentences: usize,
    words: usize,
    quotations: usize,
    quoted_words: usize,
    named: Vec<Counted<'a>>,
    unnamed: Vec<Counted<'a>>,
    refusals: Vec<String>,
    names: Vec<Counted<'a>>,
    times: &'a [String],
    lead: Option<String>,
    leads_elsewhere: Vec<LeadOut>,
}

#[derive(Serialize)]
struct Counted<'a> {
    name: &'a str,
    count: usize,
}

#[derive(Serialize)]
struct LeadOut {
    source: usize,
    place: Option<usize>,
}

/// Writes what each source of a story tells it with.
///
/// # Errors
/// When `out` can't be written to.
pub fn write_profiles(out: &mut dyn Write, comparison: &Comparison, format: ProfileFormat) -> io::Result<()> {
    let profiles = profiles(comparison);
    match format {
        ProfileFormat::Text => text(out, comparison, &profiles),
        ProfileFormat::Json => {
            let sources = profiles.iter().enumerate();
            let sources = sources.map(|(index, profile)| source(comparison, index, profile)).collect();
            json::line(out, &Document { schema: "parallax/profile/1", sources })
        }
    }
}

fn text(out: &mut dyn Write, comparison: &Comparison, profiles: &[Profile]) -> io::Result<()> {
    for (index, profile) in profiles.iter().enumerate() {
        let names = &comparison.names[index];
        let outlet = names.outlet.as_deref().filter(|outlet| *outlet != names.label);
        let outlet = outlet.map(|outlet| format!("{}: ", one_line(outlet))).unwrap_or_default();
        let before = if index > 0 { "\n" } else { "" };
        writeln!(out, "{before}{}  {outlet}{}", letter(index), one_line(&names.label))?;
        for line in say::profile(comparison, profile) {
            writeln!(out, "   {line}")?;
        }
    }
    Ok(())
}

fn source<'a>(comparison: &'a Comparison, index: usize, profile: &'a Profile) -> SourceOut<'a> {
    let (article, names) = (&comparison.articles[index], &comparison.names[index]);
    let wording = |id: SentenceId| comparison.wording(id).into_owned();
    SourceOut {
        id: &article.id,
        location: &article.location,
        label: &names.label,
        outlet: names.outlet.as_deref(),
        published: names.published.as_deref(),
        sentences: profile.sentences,
        words: profile.words,
        quotations: profile.quotations,
        quoted_words: profile.quoted_words,
        named: counted(&profile.named),
        unnamed: counted(&profile.unnamed),
        refusals: profile.refusals.iter().copied().map(wording).collect(),
        names: counted(&profile.names),
        times: &profile.times,
        lead: profile.lead.map(wording),
        leads_elsewhere: profile
            .leads_elsewhere
            .iter()
            .map(|of| LeadOut { source: of.article, place: of.place })
            .collect(),
    }
}

fn counted(counts: &[(String, usize)]) -> Vec<Counted<'_>> {
    counts.iter().map(|(name, count)| Counted { name, count: *count }).collect()
}
