//! Disjoint sets.

/// The numbers from 0 up, each in one set with those that it was joined with (Galler & Fischer, 1964).
///
/// A set is called by its least member, so that the order of joining can't decide anything.
#[derive(Clone, Debug)]
pub(crate) struct DisjointSets {
    leaders: Vec<usize>,
}

impl DisjointSets {
    /// So many numbers, each in a set of its own.
    pub(crate) fn new(count: usize) -> Self {
        Self { leaders: (0..count).collect() }
    }

    /// The least member of the set that `number` is in; `number` itself where it is none of the numbers.
    pub(crate) fn least(&mut self, mut number: usize) -> usize {
        while let Some(leader) = self.leaders.get(number).copied().filter(|&leader| leader != number) {
            // Halves the way for the next one that asks.
            let above = self.leaders[leader];
            self.leaders[number] = above;
            number = above;
        }
        number
    }

    /// Makes one set of those that `a` and `b` are in.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.least(a), self.least(b));
        if let Some(leader) = self.leaders.get_mut(a.max(b)) {
            *leader = a.min(b);
        }
    }

    /// For each number that of its set, the sets being numbered from 0 in the order of their least members.
    pub(crate) fn numbers(mut self) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::with_capacity(self.leaders.len());
        let mut next = 0;
        for number in 0..self.leaders.len() {
            let least = self.least(number);
            numbers.push(if least == number { next } else { numbers[least] });
            next += usize::from(least == number);
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_called_by_its_least_member_however_it_was_joined() {
        for joins in [[(4, 2), (2, 1), (5, 4)], [(5, 4), (4, 2), (1, 5)]] {
            let mut sets = DisjointSets::new(6);
            for (a, b) in joins {
                sets.join(a, b);
            }
            assert_eq!(sets.clone().numbers(), [0, 1, 1, 2, 1, 1]);
            assert_eq!((0..6).map(|number| sets.least(number)).collect::<Vec<_>>(), [0, 1, 1, 3, 1, 1]);
        }
    }
}
