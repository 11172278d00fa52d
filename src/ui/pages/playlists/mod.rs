//! The listener's playlists.

use crate::ui::dom::Piece;

/// The listener's playlists.
pub fn playlists() -> Piece {
    super::not_found()
}
