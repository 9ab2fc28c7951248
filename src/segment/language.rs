//! Which language an article is written in.

use whatlang::Lang;

use super::abbreviations::Abbreviations;
use super::layout::Layout;
use crate::article::UNDETERMINED;

/// Bytes of text that the detector gets to see; more makes it slower, hardly surer.
const SAMPLE: usize = 1200;

/// Bytes of one block that the detector gets to see.
const PART: usize = 300;

/// Fewer bytes than these say nothing.
const FEWEST: usize = 60;

/// The ISO 639-1 code of the language of the longest blocks, or [`UNDETERMINED`].
pub(super) fn detect(text: &str, blocks: &[Layout]) -> &'static str {
    // The story's paragraphs are long; menus and teasers around it may be in another language.
    let mut longest: Vec<&Layout> = blocks.iter().collect();
    longest.sort_by_key(|block| std::cmp::Reverse(block.span.len()));
    let mut sample = String::with_capacity(2 * SAMPLE);
    for block in longest {
        // Not one block alone: the longest may be a list of names.
        let room = PART.min(SAMPLE.saturating_sub(sample.len()));
        sample.extend(block.span.of(text).char_indices().take_while(|&(at, _)| at < room).map(|(_, c)| c));
        if sample.len() >= SAMPLE {
            break;
        }
        sample.push('\n');
    }
    if sample.len() < FEWEST {
        return UNDETERMINED;
    }
    if is_english(&sample) {
        return "en";
    }
    whatlang::detect(&sample)
        .filter(|info| info.is_reliable() || is_of_kin(info.lang()))
        .map_or(UNDETERMINED, |info| iso_639_1(info.lang()))
}

/// Whether a language is told from all but its nearest kin even where the detector is unsure: their newspapers share what
/// depends on the language here.
const fn is_of_kin(language: Lang) -> bool {
    matches!(
        language,
        Lang::Dan
            | Lang::Nob
            | Lang::Ces
            | Lang::Slk
            | Lang::Hrv
            | Lang::Srp
            | Lang::Slv
            | Lang::Hin
            | Lang::Mar
            | Lang::Nep
            | Lang::Ukr
            | Lang::Bel
            | Lang::Bul
            | Lang::Mkd
            | Lang::Tur
            | Lang::Aze
    )
}

/// The code of the language that a page names, if it is one that is known: of "pt-BR" the first part.
pub(super) fn known_by_code(code: &str) -> Option<&'static str> {
    let first = code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    Lang::all().iter().map(|&language| iso_639_1(language)).find(|&known| known == first)
}

/// Whether every fourth word is a small word of English, as in any English prose and in no other:
/// most articles are, and counting takes a tenth of the detector's time.
fn is_english(sample: &str) -> bool {
    let english = Abbreviations::of("en");
    let words = || sample.split_whitespace();
    4 * words().filter(|word| english.starts_sentence(word)).count() >= words().count()
}

/// The two-letter code of `language`; every language that the detector knows has one.
const fn iso_639_1(language: Lang) -> &'static str {
    match language {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}
