//! What may be done to a list, as Spotify does it (contract 4.4). Pure, on a
//! list of anything.

/// A place that the list does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfBounds;

/// A range of a list and where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    pub range_start: usize,
    pub range_length: usize,
    /// A place in the list as it is before the move.
    pub insert_before: usize,
}

impl Move {
    /// Whether the range goes before one of its own, which leaves it in place.
    pub fn is_idle(self) -> bool {
        let end = self.range_start.saturating_add(self.range_length);
        (self.range_start..=end).contains(&self.insert_before)
    }
}

/// Puts something in at a place, or at the end.
pub fn insert<T>(list: &mut Vec<T>, at: Option<usize>, new: Vec<T>) -> Result<(), OutOfBounds> {
    let at = at.unwrap_or(list.len());
    if at > list.len() {
        return Err(OutOfBounds);
    }
    list.splice(at..at, new);
    Ok(())
}

/// Moves a range.
pub fn reorder<T>(list: &mut [T], order: Move) -> Result<(), OutOfBounds> {
    let (start, before) = (order.range_start, order.insert_before);
    let end = start.saturating_add(order.range_length);
    if start >= list.len() || end > list.len() || before > list.len() {
        return Err(OutOfBounds);
    }
    if before < start {
        list[before..end].rotate_right(order.range_length);
    } else if before > end {
        list[start..before].rotate_left(order.range_length);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(length: usize, order: Move) -> Result<Vec<usize>, OutOfBounds> {
        let mut list: Vec<usize> = (0..length).collect();
        reorder(&mut list, order).map(|()| list)
    }

    /// The same, told otherwise: mark the place, take the range out, and put
    /// it in at the mark.
    fn model(length: usize, order: Move) -> Vec<usize> {
        let range = order.range_start..order.range_start + order.range_length;
        let taken: Vec<usize> = range.clone().collect();
        let kept = |places: std::ops::Range<usize>| places.filter(|place| !range.contains(place));
        let (before, after) = (0..order.insert_before, order.insert_before..length);
        kept(before)
            .chain(taken.clone())
            .chain(kept(after))
            .collect()
    }

    #[test]
    fn every_move_of_a_short_list_is_as_the_model_says() {
        const LENGTH: usize = 7;
        for range_start in 0..LENGTH {
            for range_length in 1..=LENGTH - range_start {
                for insert_before in 0..=LENGTH {
                    let order = Move {
                        range_start,
                        range_length,
                        insert_before,
                    };
                    let expected = model(LENGTH, order);
                    assert_eq!(moved(LENGTH, order), Ok(expected.clone()), "{order:?}");
                    let idle = expected.is_sorted();
                    assert_eq!(order.is_idle(), idle, "{order:?}");
                }
            }
        }
    }

    #[test]
    fn places_that_are_not_there_are_refused() {
        for (range_start, range_length, insert_before) in [(7, 1, 0), (6, 2, 0), (0, 1, 8)] {
            let order = Move {
                range_start,
                range_length,
                insert_before,
            };
            assert_eq!(moved(7, order), Err(OutOfBounds), "{order:?}");
        }
    }

    #[test]
    fn new_entries_go_to_their_place_or_to_the_end() {
        for (at, expected) in [
            (None, Ok(vec![1, 2, 8, 9])),
            (Some(0), Ok(vec![8, 9, 1, 2])),
            (Some(2), Ok(vec![1, 2, 8, 9])),
            (Some(3), Err(OutOfBounds)),
        ] {
            let mut list = vec![1, 2];
            let done = insert(&mut list, at, vec![8, 9]);
            assert_eq!(done.map(|()| list), expected);
        }
    }
}
