//! Spotify's Web API: shapes, endpoints, and the one client that calls it.

mod bucket;
mod call;
mod client;
mod endpoint;
pub mod endpoints;
mod error;
mod filled;
mod filter;
mod known;
mod link;
mod market;
mod meter;
pub mod model;
mod pacing;
mod paging;
mod parameter;
mod tally_record;
mod uri;
mod walk;

pub use crate::id::{
    AlbumId, ArtistId, AudiobookId, DeviceId, EpisodeId, InvalidId, PlaylistId, ShowId, SnapshotId,
    TrackId, UserId,
};
pub use bucket::Bucket;
pub use call::{Call, Priority};
pub use client::{AnyCall, Anything, BearerToken, Client, TokenSource, TokenUnavailable, Trial};
pub use endpoint::{Endpoint, ForbiddenMeans, Repeat};
pub use error::{Error, Limit, Limited, NextStep, PlayerRefusal, Refusal, Rejection, Situation};
pub use filled::{Entry, Fault};
pub use filter::{Filter, Typed};
pub use known::{Known, Tells};
pub use link::Pasted;
pub use market::{InvalidMarket, Market};
pub use meter::{Meter, Tally};
pub use paging::{CursorPage, Cursors, ForeignNext, Page, Window, next_offset};
pub use parameter::{Parameter, Place, Values};
pub use uri::{ItemKind, SpotifyUri};
pub use walk::{Batch, Paged, Progress, Spot, Walk};
