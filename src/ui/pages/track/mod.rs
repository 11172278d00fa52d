//! A track.

use crate::spotify::TrackId;
use crate::ui::dom::Piece;

/// A track.
pub fn track(id: TrackId) -> Piece {
    let _ = id;
    super::not_found()
}
