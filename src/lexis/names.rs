//! Which words of a story are names, and which of these are given names.

use super::forms::{Occurrence, Scan};

/// For each word whether it is a name: printed with a capital inside sentences more often than without.
pub(super) fn names(scan: &Scan<'_>) -> Vec<bool> {
    let mut balance = vec![0_i64; scan.terms.texts.len()];
    for form in scan.forms.iter().filter(|form| !form.function && !form.number) {
        let inside = i64::from(form.inside);
        balance[form.word as usize] += if form.capitalised { inside } else { -inside };
    }
    balance.into_iter().map(|sum| sum > 0).collect()
}

/// For each word whether it is a given name: a name that always stands before a surname which stands
/// without it elsewhere.
pub(super) fn given_names(scan: &Scan<'_>, names: &[bool]) -> Vec<bool> {
    let name_at = |place: &Occurrence| {
        let form = &scan.forms[place.form];
        (form.capitalised && names[form.word as usize]).then_some(form.word as usize)
    };
    let adjoin = |a: &Occurrence, b: &Occurrence| b.span.start.checked_sub(a.span.end) == Some(1);
    // For each name: whether another name follows, and whether it stands at the end of a name.
    let mut followed = vec![false; names.len()];
    let mut alone = vec![false; names.len()];
    for (index, place) in scan.occurrences.iter().enumerate() {
        let Some(word) = name_at(place) else { continue };
        let follows = scan
            .occurrences
            .get(index + 1)
            .is_some_and(|next| adjoin(place, next) && name_at(next).is_some());
        let led = index.checked_sub(1).and_then(|before| scan.occurrences.get(before));
        let led = led.is_some_and(|before| adjoin(before, place) && name_at(before).is_some());
        followed[word] |= follows;
        alone[word] |= !follows && !led;
    }
    let mut given = vec![false; names.len()];
    for (place, next) in scan.occurrences.iter().zip(scan.occurrences.iter().skip(1)) {
        if let (Some(word), Some(surname)) = (name_at(place), name_at(next))
            && adjoin(place, next)
        {
            given[word] |= followed[word] && !alone[word] && alone[surname];
        }
    }
    given
}
