//! `/albums/{id}` and `/tracks/{id}` (contract 4.1).

use http::Method;
use serde_json::Value;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::lookup;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/albums/{}",
        scopes: &[],
        parameters: &["market"],
        answer: album,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/albums/{}/tracks",
        scopes: &[],
        parameters: &["market", "limit", "offset"],
        answer: tracks,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/tracks/{}",
        scopes: &[],
        parameters: &["market"],
        answer: track,
    },
];

fn album(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::album(visit)?;
    Ok(shapes::album(key, &visit.world.catalogue, &visit.call.links).into())
}

fn tracks(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::album(visit)?;
    let window = Window::read(visit, LimitRule::USUAL)?;
    let catalogue = &visit.world.catalogue;
    let tracks = catalogue.tracks_on(key);
    let items: Vec<Value> = tracks[window.range(tracks.len())]
        .iter()
        .map(|track| shapes::simplified_track(*track, catalogue, &visit.call.links))
        .collect();
    Ok(window.page(visit, &items, tracks.len()).into())
}

fn track(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::track(visit)?;
    Ok(shapes::track(key, &visit.world.catalogue, &visit.call.links).into())
}
