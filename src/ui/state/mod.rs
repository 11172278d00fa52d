//! What the pages share: the session and the client in reactive clothes.

mod deck;
mod due;
mod landing;
mod loading;
mod place;
mod playing;
mod quota;
mod this_browser;

pub use deck::{Deck, use_deck};
pub use due::use_due;
pub use landing::{Landing, SignInProblem};
pub use loading::{Load, Loading, use_loading};
pub use place::Place;
pub use playing::PlayerView;
pub use quota::QuotaView;
pub use this_browser::ThisBrowser;
