//! Sorted lists.

use std::cmp::Ordering;

/// How many members two sorted lists have in common, each as often as both have it.
pub(crate) fn in_common<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let order = x.cmp(y);
        common += usize::from(order == Ordering::Equal);
        i += usize::from(order != Ordering::Greater);
        j += usize::from(order != Ordering::Less);
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_count_as_often_as_both_have_them() {
        assert_eq!(in_common(&[1, 2, 2, 5], &[0, 2, 2, 2, 5, 7]), 3);
        assert_eq!(in_common(&[1, 3], &[2, 4]), 0);
        assert_eq!(in_common::<u8>(&[], &[1]), 0);
    }
}
