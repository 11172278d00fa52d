//! What plays, and what did (contract 4.5). What can be done about it is in
//! [`commands`](super::commands).

use super::{ADDITIONAL_TYPES, TRACKS_AND_EPISODES};
use crate::{
    oauth::Scope,
    ports::Millis,
    spotify::{Bucket, Call, CursorPage, Endpoint, Parameter, Values, Window, model},
};

const STATE_PARAMETERS: &[Parameter] = &[Parameter::MARKET, ADDITIONAL_TYPES];

/// What plays, where and how.
pub static STATE: Endpoint = Endpoint::get(
    "/v1/me/player",
    Bucket::Player,
    &[Scope::UserReadPlaybackState],
    STATE_PARAMETERS,
);

/// What plays, which may not say where.
pub static CURRENTLY_PLAYING: Endpoint = Endpoint::get(
    "/v1/me/player/currently-playing",
    Bucket::Player,
    &[Scope::UserReadCurrentlyPlaying],
    STATE_PARAMETERS,
);

/// The devices that can be played on.
pub static DEVICES: Endpoint = Endpoint::get(
    "/v1/me/player/devices",
    Bucket::Player,
    &[Scope::UserReadPlaybackState],
    &[],
);

/// What comes next.
pub static QUEUE: Endpoint = Endpoint::get(
    "/v1/me/player/queue",
    Bucket::Player,
    &[
        Scope::UserReadCurrentlyPlaying,
        Scope::UserReadPlaybackState,
    ],
    &[],
);

/// The tracks that were played last; no episodes.
pub static RECENTLY_PLAYED: Endpoint = Endpoint::get(
    "/v1/me/player/recently-played",
    Bucket::Player,
    &[Scope::UserReadRecentlyPlayed],
    &[
        Parameter::limit(Window::USUAL_SIZE),
        Parameter::query("after", Values::Moment),
        Parameter::query("before", Values::Moment),
    ],
);

/// `GET /me/player`; `None` when nothing is active, which is no error (contract
/// 6.1).
pub fn state() -> Call<Option<model::PlaybackState>> {
    STATE
        .call_or_nothing()
        .with("additional_types", TRACKS_AND_EPISODES)
}

/// `GET /me/player/currently-playing`; `None` when nothing is active.
pub fn currently_playing() -> Call<Option<model::PlaybackState>> {
    CURRENTLY_PLAYING
        .call_or_nothing()
        .with("additional_types", TRACKS_AND_EPISODES)
}

/// `GET /me/player/devices`.
pub fn devices() -> Call<model::Devices> {
    DEVICES.call()
}

/// `GET /me/player/queue`.
pub fn queue() -> Call<model::Queue> {
    QUEUE.call()
}

/// Which of the tracks that were played. Moments are left out themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Played {
    /// The last ones.
    #[default]
    Last,
    /// The first ones after this moment.
    After(Millis),
    /// The last ones before this moment.
    Before(Millis),
}

/// `GET /me/player/recently-played`.
pub fn recently_played(which: Played, size: Option<u32>) -> Call<CursorPage<model::PlayHistory>> {
    let size = size.map_or(Window::USUAL_SIZE, |size| size.clamp(1, Window::USUAL_SIZE));
    let call = RECENTLY_PLAYED.call().with("limit", size);
    match which {
        Played::Last => call,
        Played::After(moment) => call.with("after", moment.0),
        Played::Before(moment) => call.with("before", moment.0),
    }
}
