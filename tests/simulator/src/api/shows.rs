//! `/shows/{id}` and `/episodes/{id}` (contract 4.1).

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

const SCOPES: &[&str] = &["user-read-playback-position"];

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/shows/{}",
        scopes: SCOPES,
        parameters: &["market"],
        answer: show,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/shows/{}/episodes",
        scopes: SCOPES,
        parameters: &["market", "limit", "offset"],
        answer: episodes,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/episodes/{}",
        scopes: SCOPES,
        parameters: &["market"],
        answer: episode,
    },
];

fn show(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::show(visit)?;
    Ok(shapes::show(key, &visit.world.catalogue, &visit.call.links).into())
}

fn episodes(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::show(visit)?;
    let window = Window::read(visit, LimitRule::USUAL)?;
    let catalogue = &visit.world.catalogue;
    let total = catalogue.show(key).total_episodes();
    let items: Vec<Value> = window
        .range(total)
        .map(|place| shapes::episode_in_place(key, place, catalogue, &visit.call.links))
        .collect();
    Ok(window.page(visit, &items, total).into())
}

fn episode(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::episode(visit)?;
    Ok(shapes::episode(key, &visit.world.catalogue, &visit.call.links).into())
}
