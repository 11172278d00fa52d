//! The shapes of the Web API, one file a resource, read as tolerantly as
//! contract 4.6 demands: what may be missing or null is optional, what is not
//! known is ignored, and an entry that cannot be read does not spoil its list.

mod album;
mod artist;
mod image;
mod links;
mod tolerant;
mod track;
mod user;

pub use album::SimplifiedAlbum;
pub use artist::{Artist, SimplifiedArtist};
pub use image::{Image, image_for_width};
pub use links::ExternalUrls;
pub use track::Track;
pub use user::PrivateUser;

pub(crate) use tolerant::{lenient_list, or_default};
