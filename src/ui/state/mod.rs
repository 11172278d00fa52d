//! What the pages share: the session and the client in reactive clothes.

mod appearance;
mod consent;
mod deck;
mod due;
mod landing;
mod listening;
mod loading;
mod notices;
mod paged;
mod pins;
mod place;
mod playing;
mod quota;
mod saved;
mod this_browser;

pub use appearance::Appearance;
pub use deck::{Deck, use_deck};
pub use due::use_due;
pub use landing::{Landing, SignInProblem};
pub use loading::{Load, Loading, use_call};
pub use notices::{Notice, Notices};
pub use paged::{Asked, Listed, Paged, Part, Reading, use_paged};
pub use pins::Pins;
pub use place::Place;
pub use playing::PlayerView;
pub use quota::QuotaView;
pub use saved::{Saved, place_of};
pub use this_browser::ThisBrowser;
