//! Which rows of a long list are on the page: those that are seen, and some
//! around them (design 7: ten thousand rows in 1,500 nodes).

use std::{cell::Cell, ops::Range};

use crate::ui::dom::{El, pixels, view_height};

/// A list no longer than this is there as a whole.
const WHOLE: usize = 300;

/// How many rows stand ready above and below.
const AROUND: usize = 6;

/// The rows come and go so many at a time.
const STEP: usize = 4;

/// The height of a row before one was measured.
const USUAL_HEIGHT: f64 = 60.0;

#[derive(Default)]
pub struct Window {
    row_height: Cell<f64>,
}

impl Window {
    /// Those of `count` rows that are to be on the page, given how high one is
    /// if there is one.
    pub fn range(&self, list: &El, row_height: Option<f64>, count: usize) -> Range<usize> {
        if count <= WHOLE {
            return 0..count;
        }
        if let Some(height) = row_height.filter(|height| *height > 0.0) {
            self.row_height.set(height);
        }
        let above = rows(-list.rect().top(), self.height());
        let seen = rows(view_height(), self.height()) + 1;
        let first = above.saturating_sub(AROUND) / STEP * STEP;
        let first = first.min(count.saturating_sub(seen));
        first..(first + seen + 2 * AROUND + STEP).min(count)
    }

    /// Leaves room for the rows that are not there.
    pub fn place(&self, list: &El, range: &Range<usize>, count: usize) {
        let height = self.height();
        let _ = list
            .clone()
            .style("padding-top", &room(range.start, height))
            .style("padding-bottom", &room(count - range.end, height));
    }

    /// Whether the end of the list is nearly seen.
    pub fn is_end_near(&self, list: &El) -> bool {
        list.rect().bottom() < 2.0 * view_height()
    }

    fn height(&self) -> f64 {
        match self.row_height.get() {
            height if height > 0.0 => height,
            _ => USUAL_HEIGHT,
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates"
)]
fn rows(length: f64, height: f64) -> usize {
    (length / height).max(0.0) as usize
}

#[expect(clippy::cast_precision_loss, reason = "no list is that long")]
fn room(rows: usize, height: f64) -> String {
    pixels(rows as f64 * height)
}
