//! The player: its bar, its devices, and what it says when it cannot.

use super::dom::Piece;

/// The bar that stands on every page once something plays.
pub fn player_bar() -> Piece {
    Piece::NONE
}
