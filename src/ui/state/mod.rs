//! What the pages share: the session and the client in reactive clothes, and
//! what was read in this session.

mod deck;
mod landing;
mod loading;
mod place;

pub use deck::{Deck, use_deck};
pub use landing::{Landing, SignInProblem};
pub use loading::{Known, Load, Loading, use_loading};
pub use place::{Place, is_plain};
