//! What plays, large.

use crate::ui::dom::Piece;

/// What plays, large.
pub fn now_playing() -> Piece {
    super::not_found()
}
