//! Search.

use crate::ui::dom::Piece;

/// Search.
pub fn search() -> Piece {
    super::not_found()
}
