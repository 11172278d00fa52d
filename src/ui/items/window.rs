//! Which rows of a long list are on the page: those that are seen, and some
//! around them (design 7: ten thousand rows in 1,500 nodes).

use std::{cell::Cell, ops::Range};

use crate::ui::dom::{El, view_size};

/// A list no longer than this is there as a whole.
const WHOLE: usize = 300;

/// How many rows stand ready above and below.
const AROUND: usize = 6;

/// The rows come and go so many at a time.
const STEP: usize = 4;

/// The height of a row in CSS pixels, before one was measured.
const USUAL_HEIGHT: usize = 63;

#[derive(Default)]
pub struct Window {
    row_height: Cell<usize>,
}

impl Window {
    /// Those of `count` rows that are to be on the page, given the first that
    /// is there now.
    pub fn range(&self, list: &El, first_row: Option<&El>, count: usize) -> Range<usize> {
        if count <= WHOLE {
            return 0..count;
        }
        if let Some(height) = first_row.map(|row| length(row.place().height())) {
            self.row_height.set(height);
        }
        let above = length(-list.place().top) / self.height();
        let seen = length(view_size().1) / self.height() + 1;
        let first = above.saturating_sub(AROUND) / STEP * STEP;
        let first = first.min(count.saturating_sub(seen));
        first..(first + seen + 2 * AROUND + STEP).min(count)
    }

    /// How far below the top of the list a row is, as a length of CSS.
    pub fn top_of(&self, place: usize) -> String {
        format!("{}px", place * self.height())
    }

    /// Leaves room for the rows that are not there.
    pub fn leave_room(&self, list: &El, range: &Range<usize>, count: usize) {
        let _ = list
            .clone()
            .style("padding-top", &self.top_of(range.start))
            .style("padding-bottom", &self.top_of(count - range.end));
    }

    fn height(&self) -> usize {
        match self.row_height.get() {
            0 => USUAL_HEIGHT,
            height => height,
        }
    }
}

/// Whether the end of the list is nearly seen.
pub fn is_end_near(list: &El) -> bool {
    list.place().bottom < 2 * view_size().1
}

fn length(pixels: i32) -> usize {
    usize::try_from(pixels).unwrap_or_default()
}
