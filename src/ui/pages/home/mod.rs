//! The page a listener comes in by.

use crate::ui::dom::Piece;

/// The page a listener comes in by.
pub fn home() -> Piece {
    super::not_found()
}
