//! Episodes (contract 4.1).

use crate::{
    oauth::Scope,
    spotify::{Bucket, Call, Endpoint, EpisodeId, ItemKind, Parameter, model},
};

/// An episode.
pub static EPISODE: Endpoint = Endpoint::get(
    "/v1/episodes/{id}",
    Bucket::Lookups,
    &[Scope::UserReadPlaybackPosition],
    &[Parameter::id(ItemKind::Episode), Parameter::MARKET],
);

/// `GET /episodes/{id}`.
pub fn episode(id: &EpisodeId) -> Call<model::Episode> {
    EPISODE.call().on(id.as_str()).about(id.clone())
}
