//! What the listener has saved and whom the listener follows (contract 4.2,
//! 4.3, 5.1).

mod following;
mod legacy;
mod lists;
mod target;
mod write;

use http::Method;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::refusal::Refusal;

const READ: &[&str] = &["user-library-read"];
const WITH_MARKET: &[&str] = &["market", "limit", "offset"];
const WITHOUT_MARKET: &[&str] = &["limit", "offset"];

/// What every population has.
pub const ENDPOINTS: &[Endpoint] = &[
    list("/v1/me/tracks", READ, WITH_MARKET, lists::tracks),
    list("/v1/me/albums", READ, WITH_MARKET, lists::albums),
    list(
        "/v1/me/episodes",
        &["user-library-read", "user-read-playback-position"],
        WITH_MARKET,
        lists::episodes,
    ),
    list("/v1/me/shows", READ, WITHOUT_MARKET, lists::shows),
    list("/v1/me/audiobooks", READ, WITHOUT_MARKET, lists::audiobooks),
    list(
        "/v1/me/following",
        &["user-follow-read"],
        &["type", "after", "limit"],
        following::artists,
    ),
    list("/v1/me/library/contains", &[], &["uris"], write::contains),
    Endpoint {
        method: Method::PUT,
        path: "/v1/me/library",
        scopes: &[],
        parameters: &["uris"],
        answer: write::save,
    },
    Endpoint {
        method: Method::DELETE,
        path: "/v1/me/library",
        scopes: &[],
        parameters: &["uris"],
        answer: write::remove,
    },
];

pub use legacy::ENDPOINTS as LEGACY;

const fn list(
    path: &'static str,
    scopes: &'static [&'static str],
    parameters: &'static [&'static str],
    answer: fn(&mut Visit<'_>) -> Result<Success, Refusal>,
) -> Endpoint {
    Endpoint {
        method: Method::GET,
        path,
        scopes,
        parameters,
        answer,
    }
}
