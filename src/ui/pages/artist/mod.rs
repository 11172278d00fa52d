//! An artist.

use crate::spotify::ArtistId;
use crate::ui::dom::Piece;

/// An artist.
pub fn artist(id: ArtistId) -> Piece {
    let _ = id;
    super::not_found()
}
