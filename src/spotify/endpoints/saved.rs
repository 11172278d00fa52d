//! What is in the library, kind by kind (contract 4.2). Followed artists are
//! in [`me`](super::me), followed playlists in [`playlists`](super::playlists).

use crate::{
    oauth::Scope,
    spotify::{
        Bucket, Call, Endpoint, Page, Parameter, Window,
        model::{Album, Episode, Saved, SimplifiedAudiobook, SimplifiedShow, Track},
    },
};

const PAGED: &[Parameter] = &[Parameter::limit(50), Parameter::OFFSET];

const PAGED_BY_MARKET: &[Parameter] = &[Parameter::MARKET, Parameter::limit(50), Parameter::OFFSET];

const fn list(
    path: &'static str,
    scopes: &'static [Scope],
    parameters: &'static [Parameter],
) -> Endpoint {
    Endpoint::get(path, Bucket::Library, scopes, parameters)
}

/// Saved tracks, the newest first.
pub static TRACKS: Endpoint = list("/v1/me/tracks", &[Scope::UserLibraryRead], PAGED_BY_MARKET);

/// Saved albums with their tracks, the newest first.
pub static ALBUMS: Endpoint = list("/v1/me/albums", &[Scope::UserLibraryRead], PAGED_BY_MARKET);

/// Saved episodes, the newest first.
pub static EPISODES: Endpoint = list(
    "/v1/me/episodes",
    &[Scope::UserLibraryRead, Scope::UserReadPlaybackPosition],
    PAGED_BY_MARKET,
);

/// Followed shows, the newest first.
pub static SHOWS: Endpoint = list("/v1/me/shows", &[Scope::UserLibraryRead], PAGED);

/// Saved audiobooks.
pub static AUDIOBOOKS: Endpoint = list("/v1/me/audiobooks", &[Scope::UserLibraryRead], PAGED);

/// `GET /me/tracks`.
pub fn tracks(window: Window) -> Call<Page<Saved<Track>>> {
    TRACKS.call().window(window)
}

/// `GET /me/albums`.
pub fn albums(window: Window) -> Call<Page<Saved<Album>>> {
    ALBUMS.call().window(window)
}

/// `GET /me/episodes`.
pub fn episodes(window: Window) -> Call<Page<Saved<Episode>>> {
    EPISODES.call().window(window)
}

/// `GET /me/shows`.
pub fn shows(window: Window) -> Call<Page<Saved<SimplifiedShow>>> {
    SHOWS.call().window(window)
}

/// `GET /me/audiobooks`, which does not say when they were saved.
pub fn audiobooks(window: Window) -> Call<Page<SimplifiedAudiobook>> {
    AUDIOBOOKS.call().window(window)
}
