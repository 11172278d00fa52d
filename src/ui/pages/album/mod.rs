//! An album.

use crate::spotify::AlbumId;
use crate::ui::dom::Piece;

/// An album.
pub fn album(id: AlbumId) -> Piece {
    let _ = id;
    super::not_found()
}
