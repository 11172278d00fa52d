//! The listener (contract 4.2).

use crate::{
    oauth::Scope,
    spotify::{ArtistId, Bucket, Call, Endpoint, ItemKind, Page, Parameter, Values, Window, model},
};

/// Over how long a top list looks (contract 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeRange {
    /// About four weeks.
    ShortTerm,
    /// About six months.
    MediumTerm,
    /// About a year.
    LongTerm,
}

impl TimeRange {
    const fn as_str(self) -> &'static str {
        match self {
            Self::ShortTerm => "short_term",
            Self::MediumTerm => "medium_term",
            Self::LongTerm => "long_term",
        }
    }
}

/// Who is signed in.
pub static PROFILE: Endpoint = Endpoint::get("/v1/me", Bucket::Profile, &[], &[]);

/// What the listener plays most.
pub static TOP_TRACKS: Endpoint = top("/v1/me/top/tracks");

/// Whom the listener plays most.
pub static TOP_ARTISTS: Endpoint = top("/v1/me/top/artists");

const fn top(path: &'static str) -> Endpoint {
    const PARAMETERS: &[Parameter] = &[
        Parameter::query(
            "time_range",
            Values::OneOf(&["short_term", "medium_term", "long_term"]),
        ),
        Parameter::limit(50),
        Parameter::OFFSET,
    ];
    Endpoint::get(path, Bucket::Profile, &[Scope::UserTopRead], PARAMETERS)
}

/// The artists that the listener follows. Nothing else can be listed so.
pub static FOLLOWING: Endpoint = Endpoint::get(
    "/v1/me/following",
    Bucket::Library,
    &[Scope::UserFollowRead],
    &[
        Parameter::query("type", Values::OneOf(&["artist"])).required(),
        Parameter::query("after", Values::Id(ItemKind::Artist)),
        Parameter::limit(Window::USUAL_SIZE),
    ],
);

/// `GET /me`. A 200 is what proves that a sign-in works (contract 1.1).
pub fn profile() -> Call<model::PrivateUser> {
    PROFILE.call()
}

/// `GET /me/top/tracks`.
pub fn top_tracks(range: TimeRange, window: Window) -> Call<Page<model::Track>> {
    TOP_TRACKS
        .call()
        .with("time_range", range.as_str())
        .window(window)
}

/// `GET /me/top/artists`.
pub fn top_artists(range: TimeRange, window: Window) -> Call<Page<model::Artist>> {
    TOP_ARTISTS
        .call()
        .with("time_range", range.as_str())
        .window(window)
}

/// `GET /me/following`: those after the artist that the page before ended with.
pub fn following(after: Option<&ArtistId>, size: Option<u32>) -> Call<model::FollowedArtists> {
    let size = size.map_or(Window::USUAL_SIZE, |size| size.clamp(1, Window::USUAL_SIZE));
    FOLLOWING
        .call()
        .with("type", "artist")
        .with_some("after", after.map(ArtistId::as_str))
        .with("limit", size)
}
