//! What lists tell of: everything that is on them.

use crate::spotify::{CursorPage, Known, Page, Tells};

impl<T: Tells> Tells for Page<T> {
    fn tell(&self, known: &mut Known) {
        self.entries.tell(known);
    }
}

impl<T: Tells> Tells for CursorPage<T> {
    fn tell(&self, known: &mut Known) {
        self.entries.tell(known);
    }
}

// The answer to whether things are in the library.
impl Tells for bool {}
