//! An audiobook.

use crate::spotify::AudiobookId;
use crate::ui::dom::Piece;

/// An audiobook.
pub fn audiobook(id: AudiobookId) -> Piece {
    let _ = id;
    super::not_found()
}
