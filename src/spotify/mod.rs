//! Spotify's Web API: shapes, endpoints, and the one client that calls it.

mod client;
mod endpoint;
pub mod endpoints;
mod error;
mod id;
pub mod model;
mod pacing;
mod paging;

pub use client::{Client, TokenSource, TokenUnavailable};
pub use endpoint::{ApiPath, Endpoint};
pub use error::{Error, Refusal};
pub use id::{AlbumId, ArtistId, InvalidId, TrackId, UserId};
pub use paging::{ForeignNext, Page, next_page};
