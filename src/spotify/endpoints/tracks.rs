//! Tracks (contract 4.1).

use crate::spotify::{Bucket, Call, Endpoint, ItemKind, Parameter, TrackId, model};

/// A track.
pub static TRACK: Endpoint = Endpoint::get(
    "/v1/tracks/{id}",
    Bucket::Lookups,
    &[],
    &[Parameter::id(ItemKind::Track), Parameter::MARKET],
);

/// `GET /tracks/{id}`.
pub fn track(id: &TrackId) -> Call<model::Track> {
    TRACK.call().on(id.as_str()).about(id.clone())
}
