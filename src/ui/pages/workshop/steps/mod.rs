//! A sign-in with PKCE, one step at a time.

use crate::ui::dom::Piece;

/// This part of the workshop.
pub fn steps() -> Piece {
    Piece::NONE
}
