//! A show.

use crate::spotify::ShowId;
use crate::ui::dom::Piece;

/// A show.
pub fn show(id: ShowId) -> Piece {
    let _ = id;
    super::not_found()
}
