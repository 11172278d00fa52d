//! Playlists that Spotify's editors put forward. Here listeners' own public
//! ones stand in for theirs.

use http::Method;
use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::legacy::browse;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::api::shapes::Frame;
use crate::playlists::Playlist;

/// Each shelf of the editors holds one of so many.
const SHELVES: usize = 12;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/browse/featured-playlists",
        scopes: &[],
        parameters: &["country", "locale", "timestamp", "limit", "offset"],
        answer: featured,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/browse/categories/{}/playlists",
        scopes: &[],
        parameters: &["country", "limit", "offset"],
        answer: of_category,
    },
];

fn featured(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let page = page(visit, 0)?;
    Ok(json!({"message": "Listen before it rains", "playlists": page}).into())
}

fn of_category(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let shelf = browse::named(visit)?;
    let page = page(visit, shelf)?;
    Ok(json!({"message": browse::name(shelf), "playlists": page}).into())
}

fn page(visit: &mut Visit<'_>, shelf: usize) -> Result<Value, Refusal> {
    let window = Window::read(visit, LimitRule::USUAL)?;
    let world = &*visit.world;
    let all = world.playlists.public().skip(shelf % SHELVES);
    let playlists: Vec<&Playlist> = all.step_by(SHELVES).collect();
    let frame = Frame {
        catalogue: &world.catalogue,
        listeners: &world.listeners,
        links: &visit.call.links,
        population: visit.population,
    };
    let items: Vec<Value> = playlists[window.range(playlists.len())]
        .iter()
        .map(|playlist| shapes::simplified_playlist(playlist, frame))
        .collect();
    Ok(window.page(visit, &items, playlists.len()))
}
