//! Albums (contract 4.1).

use crate::spotify::{AlbumId, Bucket, Call, Endpoint, ItemKind, Page, Parameter, Window, model};

/// An album with its first tracks.
pub static ALBUM: Endpoint = Endpoint::get(
    "/v1/albums/{id}",
    Bucket::Lookups,
    &[],
    &[Parameter::id(ItemKind::Album), Parameter::MARKET],
);

/// The tracks of an album.
pub static TRACKS: Endpoint = Endpoint::get(
    "/v1/albums/{id}/tracks",
    Bucket::Lookups,
    &[],
    &[
        Parameter::id(ItemKind::Album),
        Parameter::MARKET,
        Parameter::limit(50),
        Parameter::OFFSET,
    ],
);

/// `GET /albums/{id}`.
pub fn album(id: &AlbumId) -> Call<model::Album> {
    ALBUM.call().on(id.as_str()).about(id.clone())
}

/// `GET /albums/{id}/tracks`.
pub fn tracks(id: &AlbumId, window: Window) -> Call<Page<model::SimplifiedTrack>> {
    TRACKS.call().on(id.as_str()).window(window)
}
