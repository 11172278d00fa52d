//! What comes next.

use crate::ui::dom::Piece;

/// What comes next.
pub fn queue() -> Piece {
    super::not_found()
}
