//! The ways to be authorized, side by side.

use crate::ui::dom::Piece;

/// This part of the workshop.
pub fn ways() -> Piece {
    Piece::NONE
}
