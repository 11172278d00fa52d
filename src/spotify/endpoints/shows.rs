//! Shows (contract 4.1).

use crate::{
    oauth::Scope,
    spotify::{Bucket, Call, Endpoint, ItemKind, Page, Parameter, ShowId, Window, model},
};

/// A show with its newest episodes.
pub static SHOW: Endpoint = Endpoint::get(
    "/v1/shows/{id}",
    Bucket::Lookups,
    &[Scope::UserReadPlaybackPosition],
    &[Parameter::id(ItemKind::Show), Parameter::MARKET],
);

/// The episodes of a show.
pub static EPISODES: Endpoint = Endpoint::get(
    "/v1/shows/{id}/episodes",
    Bucket::Lookups,
    &[Scope::UserReadPlaybackPosition],
    &[
        Parameter::id(ItemKind::Show),
        Parameter::MARKET,
        Parameter::limit(50),
        Parameter::OFFSET,
    ],
);

/// `GET /shows/{id}`.
pub fn show(id: &ShowId) -> Call<model::Show> {
    SHOW.call().on(id.as_str()).about(id.clone())
}

/// `GET /shows/{id}/episodes`.
pub fn episodes(id: &ShowId, window: Window) -> Call<Page<model::SimplifiedEpisode>> {
    EPISODES.call().on(id.as_str()).window(window)
}
