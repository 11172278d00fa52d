//! Calls that new client IDs have lost (contract 5.1).

use http::Method;

use crate::api::endpoint::path_fits;
use crate::api::refusal::Refusal;
use crate::apps::Population;

const ANY: &[Method] = &[Method::GET, Method::POST, Method::PUT, Method::DELETE];
const GET: &[Method] = &[Method::GET];
const WRITE: &[Method] = &[Method::PUT, Method::DELETE];

const REMOVED: &[(&[Method], &str)] = &[
    (GET, "/v1/tracks"),
    (GET, "/v1/albums"),
    (GET, "/v1/artists"),
    (GET, "/v1/episodes"),
    (GET, "/v1/shows"),
    (GET, "/v1/audiobooks"),
    (GET, "/v1/chapters"),
    (GET, "/v1/artists/{}/top-tracks"),
    (GET, "/v1/artists/{}/related-artists"),
    (GET, "/v1/browse/new-releases"),
    (GET, "/v1/browse/featured-playlists"),
    (GET, "/v1/browse/categories"),
    (GET, "/v1/browse/categories/{}"),
    (GET, "/v1/browse/categories/{}/playlists"),
    (GET, "/v1/markets"),
    (GET, "/v1/users/{}"),
    (&[Method::GET, Method::POST], "/v1/users/{}/playlists"),
    (ANY, "/v1/playlists/{}/tracks"),
    (WRITE, "/v1/playlists/{}/followers"),
    (GET, "/v1/playlists/{}/followers/contains"),
    (WRITE, "/v1/me/tracks"),
    (WRITE, "/v1/me/albums"),
    (WRITE, "/v1/me/episodes"),
    (WRITE, "/v1/me/shows"),
    (WRITE, "/v1/me/audiobooks"),
    (WRITE, "/v1/me/following"),
    (GET, "/v1/me/tracks/contains"),
    (GET, "/v1/me/albums/contains"),
    (GET, "/v1/me/episodes/contains"),
    (GET, "/v1/me/shows/contains"),
    (GET, "/v1/me/audiobooks/contains"),
    (GET, "/v1/me/following/contains"),
    (GET, "/v1/recommendations"),
    (GET, "/v1/recommendations/available-genre-seeds"),
    (GET, "/v1/audio-features"),
    (GET, "/v1/audio-features/{}"),
    (GET, "/v1/audio-analysis/{}"),
];

/// Whether new client IDs have lost a call.
pub fn is_removed(method: &Method, path: &str) -> bool {
    REMOVED
        .iter()
        .any(|(methods, pattern)| methods.contains(method) && path_fits(pattern, path))
}

/// What a population hears that does not have a removed call any more, and the
/// mark in the log.
pub fn answer_to(population: Population) -> (&'static str, Refusal) {
    match population {
        Population::NewDev => ("call removed for new client IDs", Refusal::Forbidden),
        Population::OldDev | Population::Extended => {
            ("call removed in development mode", Refusal::NotFound)
        }
    }
}
