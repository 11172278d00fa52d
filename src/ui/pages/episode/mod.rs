//! An episode, or a chapter.

use crate::spotify::EpisodeId;
use crate::ui::dom::Piece;

/// An episode, or a chapter.
pub fn episode(id: EpisodeId) -> Piece {
    let _ = id;
    super::not_found()
}
