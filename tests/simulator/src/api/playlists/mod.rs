//! Playlists (contract 4.4, 5.1, 6.2).

mod access;
mod contents;
mod create;
mod details;
mod followers;
mod images;
mod lists;
mod named;
mod read;
mod write;

use http::Method;

pub use access::known;

use crate::api::endpoint::Endpoint;

const CONTENTS: &[&str] = &["market", "fields", "limit", "offset", "additional_types"];
const READ: &[&str] = &["playlist-read-private"];

/// What every population has.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/me/playlists",
        scopes: READ,
        parameters: &["limit", "offset"],
        answer: lists::mine,
    },
    Endpoint {
        method: Method::POST,
        path: "/v1/me/playlists",
        scopes: &[],
        parameters: &[],
        answer: create::create,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/playlists/{}",
        scopes: &[],
        parameters: &["market", "fields", "additional_types"],
        answer: read::playlist,
    },
    Endpoint {
        method: Method::PUT,
        path: "/v1/playlists/{}",
        scopes: &[],
        parameters: &[],
        answer: details::change,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/playlists/{}/items",
        scopes: READ,
        parameters: CONTENTS,
        answer: read::items,
    },
    Endpoint {
        method: Method::POST,
        path: "/v1/playlists/{}/items",
        scopes: &[],
        parameters: &["uris", "position"],
        answer: write::add,
    },
    Endpoint {
        method: Method::PUT,
        path: "/v1/playlists/{}/items",
        scopes: &[],
        parameters: &["uris"],
        answer: write::replace_or_reorder,
    },
    Endpoint {
        method: Method::DELETE,
        path: "/v1/playlists/{}/items",
        scopes: &[],
        parameters: &[],
        answer: write::remove,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/playlists/{}/images",
        scopes: &[],
        parameters: &[],
        answer: images::list,
    },
    Endpoint {
        method: Method::PUT,
        path: "/v1/playlists/{}/images",
        scopes: &["ugc-image-upload"],
        parameters: &[],
        answer: images::upload,
    },
];

/// What new client IDs have lost.
pub const LEGACY: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/playlists/{}/tracks",
        scopes: READ,
        parameters: CONTENTS,
        answer: read::items,
    },
    Endpoint {
        method: Method::POST,
        path: "/v1/playlists/{}/tracks",
        scopes: &[],
        parameters: &["uris", "position"],
        answer: write::add,
    },
    Endpoint {
        method: Method::PUT,
        path: "/v1/playlists/{}/tracks",
        scopes: &[],
        parameters: &["uris"],
        answer: write::replace_or_reorder,
    },
    Endpoint {
        method: Method::DELETE,
        path: "/v1/playlists/{}/tracks",
        scopes: &[],
        parameters: &[],
        answer: write::remove,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/users/{}/playlists",
        scopes: &[],
        parameters: &["limit", "offset"],
        answer: lists::of_user,
    },
    Endpoint {
        method: Method::POST,
        path: "/v1/users/{}/playlists",
        scopes: &[],
        parameters: &[],
        answer: create::create_for_user,
    },
    Endpoint {
        method: Method::PUT,
        path: "/v1/playlists/{}/followers",
        scopes: &[],
        parameters: &[],
        answer: followers::follow,
    },
    Endpoint {
        method: Method::DELETE,
        path: "/v1/playlists/{}/followers",
        scopes: &[],
        parameters: &[],
        answer: followers::unfollow,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/playlists/{}/followers/contains",
        scopes: &[],
        parameters: &["ids"],
        answer: followers::contains,
    },
];
