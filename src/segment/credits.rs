//! Credits of pictures inside a block or at its end.

use super::cues::CUES;

/// The longest credit, in bytes.
const CREDIT: usize = 160;

/// Where the credits in brackets at the end of `text` begin: "… (AFP Photo/Leon Neal)".
pub(super) fn closing(text: &str) -> Option<usize> {
    let mut start = None;
    let mut rest = text.trim_end_matches(['.', ' ']);
    while let Some(inside) = rest.strip_suffix(')') {
        let mut near = inside.char_indices().rev().take_while(|&(i, _)| inside.len() - i <= CREDIT);
        let Some((open, _)) = near.find(|&(_, c)| c == '(') else { break };
        let bracketed = inside.get(open + 1..).unwrap_or_default();
        if !is_credit(bracketed) && !CUES.credit_openings.has(bracketed) {
            break;
        }
        start = Some(open);
        rest = rest.get(..open).unwrap_or_default().trim_end();
    }
    start
}

/// Whether a credit is no sentence that could be the story's: it has a colon or a slash, and no end mark.
pub(super) fn is_bare(text: &str) -> bool {
    text.contains([':', '/']) && !text.ends_with(['.', '!', '?'])
}

/// Whether `text` says who made a picture: "AFP Photo/Leon Neal", "Photo by Jane Doe", "Image: NASA".
pub(super) fn is_credit(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.len() > CREDIT {
        return false;
    }
    if let Some(rest) = CUES.credit_openings.opening(text) {
        let named = rest.trim_start();
        if rest.is_empty()
            || rest.starts_with([':', '/'])
            || named.starts_with("by ")
            || named.starts_with("courtesy")
        {
            return true;
        }
    }
    let whole = text.trim_end_matches('.');
    if CUES.agencies.has(whole) || whole.to_lowercase().starts_with("getty ") {
        return true;
    }
    let slash = text.contains('/') || text.contains(" via ");
    slash
        && text.split(['/', ',']).flat_map(|part| part.split(" via ")).any(|part| {
            let part = part.trim().trim_end_matches('.');
            CUES.photo_agencies.has(part) || CUES.agencies.has(part)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_credits() {
        for text in [
            "A logo. (AFP Photo/Leon Neal)",
            "A judge, 2018. (Alex Wroblewski/Reuters)",
            "A man. (Photo by Jane Doe/Getty Images)",
            "Md. (AP Photo/Jacquelyn Martin, File)",
            "A lake. (Image: NASA)",
        ] {
            assert!(closing(text).is_some(), "{text}");
        }
        for text in ["Buck's rifle (illegal in D.C.)", "He scored (3/4).", "a unit (USCIS)", "no end )"] {
            assert_eq!(closing(text), None, "{text}");
        }
    }
}
