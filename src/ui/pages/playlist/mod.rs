//! A playlist.

use crate::spotify::PlaylistId;
use crate::ui::dom::Piece;

/// A playlist.
pub fn playlist(id: PlaylistId) -> Piece {
    let _ = id;
    super::not_found()
}
